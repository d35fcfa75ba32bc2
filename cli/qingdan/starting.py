"""Start a list: a skeleton that validates, with a local copy of the schemas so that editors help offline."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from qingdan.loading.opening import DEFAULT_EDITION, known_divisions, national
from qingdan.model.divisions import Division
from qingdan.model.files import MAJOR, MODELS
from qingdan.model.outputs import OUTPUTS
from qingdan.reading import packaged
from qingdan.skeletons import files

#: The fictional province.
EXAMPLE = "990000"
_CODE = re.compile(r"[0-9]{6}(?![0-9])")
#: Hidden, so that it is no part of the list.
SCHEMAS = ".qingdan"


class FolderInUse(Exception):
    """Raised when the folder of a new list is there already and not empty."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class UnknownProvince(Exception):
    """Raised when a code or name is not that of a province.

    Attributes:
        above: The province in which it lies, where it is another division.
    """

    def __init__(self, named: str, above: Division | None = None) -> None:
        super().__init__(named)
        self.above = above


def start_catalogue(folder: Path, province: str = "", items: str = "") -> list[Path]:
    """Write the skeleton of a list. Nothing in it is claimed of a real province: it is a draft to be looked over.

    Args:
        folder: A folder that is not there yet, or is empty.
        province: Six digits of GB/T 2260, or a name; 990000 is the fictional example province. Where it is empty the
            name of the folder says it, if it begins with a code or is the name of a division; else it is the fictional
            one.
        items: The national items to begin with: ``all``, ``none``, or ids with commas between them; empty for all of
            them in a real province, and for one worked example in the fictional one.

    Returns:
        The files written, sorted.

    Raises:
        FolderInUse: The folder holds something; nothing is written.
        UnknownProvince: The code is not that of a province in force.
        UnknownItems: The national edition has no such item.
    """
    division = _province(province or _named_by(folder))
    drafts = files(division, national(DEFAULT_EDITION), items, SCHEMAS)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(folder)
    parent = folder.absolute().parent  # of "." too
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=parent, prefix=".qingdan-") as beside:
        draft = Path(beside) / "list"
        (draft / "items").mkdir(parents=True)
        for name, text in drafts.items():
            (draft / name).write_text(text, encoding="utf-8", newline="\n")
        write_schemas(draft / SCHEMAS)
        folder.mkdir(exist_ok=True)
        for part in sorted(draft.iterdir()):
            shutil.move(part, folder / part.name)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _named_by(folder: Path) -> str:
    """The province that the name of a folder says: by a code that it begins with, or as the name of a division."""
    name = folder.absolute().name
    code = _CODE.match(name)
    if code and known_divisions().get(code[0]):
        return code[0]
    return name if known_divisions().find(name) else EXAMPLE


def _province(named: str) -> Division:
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
    """
    folder.mkdir(parents=True, exist_ok=True)
    tree = packaged("schemas")
    written = []
    for name in [*MODELS, *OUTPUTS]:
        target = folder / f"{name}.schema.json"
        _write_whole(target, tree.read(f"{MAJOR}/{name}.schema.json"))
        written.append(target)
    return written


def _write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all, under a name that nobody can have laid a link at."""
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=".qingdan-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(part, 0o644)
        os.replace(part, target)
    except BaseException:
        os.unlink(part)
        raise
