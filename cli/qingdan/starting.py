"""Start a list: a skeleton that validates, with a local copy of the schemas so that editors help offline."""

from __future__ import annotations

import os
from pathlib import Path

from qingdan.loading.opening import DEFAULT_EDITION, known_divisions
from qingdan.model.divisions import Division
from qingdan.model.files import MAJOR, MODELS
from qingdan.model.outputs import OUTPUTS
from qingdan.reading import packaged
from qingdan.writing.beside import WriteProtected, is_read_only, scratch
from qingdan.writing.new_folder import new_folder
from qingdan.writing.recovery import Told, put_right

#: Hidden, so that it is no part of the list.
SCHEMAS = ".qingdan"

_HEAD = """\
# yaml-language-server: $schema={schemas}/catalogue.schema.json
schema: catalogue/1
province: "{province}"
name: {name}就业公共服务事项清单
edition: "{edition}"
kind: {kind}
completeness: partial   # 收齐以后改为 whole，缺项才会报出来
source:
  title: {name}就业公共服务事项清单
  evidence: {evidence}
  seen: whole
"""
_ITEMS = """\
# yaml-language-server: $schema=../{schemas}/items.schema.json
schema: items/1
items:
  - id: {prefix}-0401
    name: 失业登记
    implements:
      - {{item: JY-0401, relation: exact}}
    type: public-service
    audience:
      - {{id: natural-person, text: 自然人}}
    places:
      - {{id: hukou-place, text: 户籍地}}
      - {{id: usual-residence, text: 常住地}}
      - {{id: workplace, text: 就业地}}
      - {{id: insured-place, text: 参保地}}
    materials:
      - {{id: id-document, name: 有效身份证件, necessity: required}}
    promised_limit:
      - {{amount: 3, unit: working_day, text: 3个工作日}}
    # 还没有核实的内容不要写：没有写的算“没有写”，不会被当成“没有”
"""


class FolderInUse(Exception):
    """Raised when the folder of a new list is there already and not empty."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class UnknownProvince(Exception):
    """Raised when a code is not that of a province."""


def start_catalogue(folder: Path, province: str, told: Told | None = None) -> list[Path]:
    """Write the skeleton of a list, all of it by one renaming.

    Args:
        folder: A folder that is not there yet, or is empty.
        province: Six digits of GB/T 2260, or a name; 990000 is the fictional example province.
        told: Told where a killed run had left something.

    Returns:
        The files written, sorted.

    Raises:
        FolderInUse: The folder holds something, be it of another run that was quicker; nothing is written.
        UnknownProvince: The code is not that of a province in force.
        WriteProtected: The folder is read-only.
    """
    division = _province(province)
    sample = division.origin == "fiction"
    values = {
        "schemas": SCHEMAS, "province": division.code, "name": division.name, "edition": DEFAULT_EDITION,
        "prefix": f"P{division.code[:2]}", "kind": "sample" if sample else "list",
        "evidence": "sample" if sample else "official",
    }  # fmt: skip

    def draw(draft: Path) -> None:
        (draft / "items").mkdir(parents=True)
        (draft / "catalogue.yaml").write_text(_HEAD.format(**values), encoding="utf-8", newline="\n")
        (draft / "items" / "01.yaml").write_text(_ITEMS.format(**values), encoding="utf-8", newline="\n")
        write_schemas(draft / SCHEMAS)

    try:
        new_folder(folder, draw, told)
    except FileExistsError as error:
        raise FolderInUse(folder) from error
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _province(named: str) -> Division:
    """A province in force, by code or by name."""
    divisions = known_divisions()
    found = [each for each in [divisions.get(named), *divisions.find(named)] if each is not None]
    province = next((each for each in found if each.level == "province" and not each.until), None)
    if province is None:
        raise UnknownProvince(named)
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
        raise WriteProtected(*protected)
    with scratch(folder) as part:
        for target in written:
            (part / target.name).write_bytes(tree.read(f"{MAJOR}/{target.name}"))
            os.replace(part / target.name, target)
    return written
