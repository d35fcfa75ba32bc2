"""Start a list: a skeleton that validates, with a local copy of the schemas so that editors help offline."""

from __future__ import annotations

import os
import re
from pathlib import Path

from qingdan.loading.opening import DEFAULT_EDITION, known_divisions, national
from qingdan.model.divisions import Division
from qingdan.model.files import MAJOR, MODELS
from qingdan.problems import FolderInUse, UnknownProvince, WriteProtected
from qingdan.reading import packaged
from qingdan.reports.shapes import OUTPUTS
from qingdan.skeletons import files
from qingdan.writing.beside import is_read_only, scratch
from qingdan.writing.new_folder import new_folder
from qingdan.writing.recovery import Told, put_right

#: The fictional province.
EXAMPLE = "990000"
_CODE = re.compile(r"[0-9]{6}(?![0-9])")
#: Hidden, so that it is no part of the list.
SCHEMAS = ".qingdan"


def start_catalogue(folder: Path, province: str = "", items: str = "", told: Told | None = None) -> list[Path]:
    """Write the skeleton of a list, all at once. Nothing in it is claimed of a real province: it is to be looked over.

    Args:
        folder: A folder that is not there yet, or is empty.
        province: Six digits of GB/T 2260, or a name; 990000 is the fictional example province. Where it is empty the
            name of the folder says it, if it begins with a code or is the name of a division; else it is the fictional
            one.
        items: The national items to begin with: ``all``, ``none``, or ids with commas between them; empty for all of
            them in a real province, and for one worked example in the fictional one.
        told: Told where a killed run had left something.

    Returns:
        The files written, sorted.

    Raises:
        FolderInUse: The folder holds something, be it of another run that was quicker; nothing is written.
        UnknownProvince: The code is not that of a province in force.
        UnknownItems: The national edition has no such item.
        WriteProtected: The folder is read-only.
    """
    division = province_called(province or _named_by(folder))
    drafts = files(division, national(DEFAULT_EDITION), items, SCHEMAS)

    def draw(draft: Path) -> None:
        (draft / "items").mkdir(parents=True)
        for name, text in drafts.items():
            (draft / name).write_text(text, encoding="utf-8", newline="\n")
        write_schemas(draft / SCHEMAS)

    try:
        new_folder(folder, draw, told)
    except FileExistsError as error:
        raise FolderInUse(folder) from error
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _named_by(folder: Path) -> str:
    """The province that the name of a folder says: by a code that it begins with, or as the name of a division."""
    name = folder.absolute().name
    code = _CODE.match(name)
    if code and known_divisions().get(code[0]):
        return code[0]
    return name if known_divisions().find(name) else EXAMPLE


def province_called(named: str) -> Division:
    """A province in force, by code or by name."""
    divisions = known_divisions()
    found = [each for each in [divisions.get(named), *divisions.find(named)] if each is not None]
    province = next((each for each in found if each.level == "province" and not each.until), None)
    if province is None:
        raise UnknownProvince(named, divisions.province_of(found[0].code) if found else None)
    return province


def write_schemas(folder: Path) -> list[Path]:
    """Write a copy of the packaged schemas, each file whole or not at all.

    Returns:
        The files written.

    Raises:
        WriteProtected: Some of them are there and read-only; nothing is written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    put_right(folder)
    tree = packaged("schemas")
    written = [folder / f"{name}.schema.json" for name in [*MODELS, *OUTPUTS]]
    protected = [target for target in written if target.exists() and is_read_only(target)]
    if protected:
        raise WriteProtected(protected)
    with scratch(folder) as part:
        for target in written:
            (part / target.name).write_bytes(tree.read(f"{MAJOR}/{target.name}"))
            os.replace(part / target.name, target)
    return written
