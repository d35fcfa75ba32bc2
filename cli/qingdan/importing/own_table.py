"""Our own table of a list: a row each record as it stands in its file, a column each key; it goes out and comes back.

It is known by its first heading. What stands in a cell are words where they come back as the same value, else JSON; a
cell that a spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from typing_extensions import get_type_hints

from qingdan.importing.account import Account
from qingdan.importing.run import Imported
from qingdan.importing.telling import findings_of
from qingdan.loading.edition import Edition
from qingdan.model.catalogue import LocalityFile, Row
from qingdan.model.declarations import elements
from qingdan.model.divisions import Division
from qingdan.model.fields import words_of
from qingdan.model.item import Item
from qingdan.model.registry import Registries
from qingdan.reading import read_document
from qingdan.sources import Book, Grid
from qingdan.values.in_cells import from_cell, to_cell
from qingdan.writing.yaml_text import dumped

#: With what the name of the description ends that stands beside a table.
DESCRIBED = ".datapackage.json"
#: The column of the file in which a record stands; its heading is the sign by which the table is known.
FILE, SIGN = "file", "清单文件"
#: What the columns of a place begin with.
_PLACE = "place."
#: With what a cell begins that a spreadsheet takes for a formula, and how one begins that is kept from it.
_FORMULA, _KEPT = tuple("=+-@\t\r＝＋－＠'"), "'"
_JSON = ("{", "[", '"')
#: Files that a table may name; any other record goes into the first one.
_FILES = re.compile(r"(?:items|localities)/(?!\.)[^\W_][\w.-]{0,80}\.yaml")
_FIRST = "items/01.yaml"


@cache
def columns() -> Mapping[str, str]:
    """Key of each column, in order → its heading. No two are the same."""
    words = {key: each.title for model in (Row, Item) for key, (each, _) in words_of(model).items()}
    places = {key: each.title for key, (each, _) in words_of(LocalityFile).items() if key not in ("schema", "items")}
    ahead = [key for key in ("id", "item", "status", "because") if key in words]
    rest = [key for key in words if key not in ahead and key not in elements()]
    told = {FILE: SIGN, **{f"{_PLACE}{key}": f"地方：{title}" for key, title in places.items()}}
    return told | {key: words[key] for key in (*ahead, *elements(), *rest)}


@cache
def _numbers() -> frozenset[str]:
    """The keys that are not elements and hold a number."""
    hints = {**get_type_hints(Row), **get_type_hints(Item)}
    return frozenset(key for key, hint in hints.items() if hint is int)


def rows(files: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """The records of a list, each by the keys of its columns.

    Args:
        files: Path in the folder of the list → what stands in it.
    """
    for name, value in files.items():
        place = {f"{_PLACE}{key}": each for key, each in value.items() if key not in ("schema", "items")}
        for record in value.get("items", ()):
            yield {FILE: name, **place, **record}


def to_text(value: object, key: str, registries: Registries) -> str:
    """A value as it stands in a cell of the table; empty where it is not stated.

    Args:
        value: The value.
        key: Key of the column.
        registries: Ids, names and aliases of the edition.
    """
    if value is None:
        return ""
    if key in elements():
        return to_cell(value, key, registries)
    return value if isinstance(value, str) and not value.startswith(_JSON) else in_json(value)


def in_json(value: object) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def kept_text(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> kept_text("=1+1"), of_kept(kept_text("'a")), of_kept("'=1+1")
    ("'=1+1", "'a", '=1+1')
    """
    return _KEPT + text if text.lstrip(" \u3000\n").startswith(_FORMULA) else text


def of_kept(text: str) -> str:
    """The text of a cell without the apostrophe that kept it."""
    return text[1:] if text.startswith(_KEPT) else text


def from_text(text: str, key: str, registries: Registries) -> object:
    """The value that a cell of the table states; ``None`` where it is empty or cannot be read.

    Args:
        text: What stands in the cell.
        key: Key of the column.
        registries: Ids, names and aliases of the edition.
    """
    if key in elements():
        return from_cell(text, key, registries)
    if not text or not (text.startswith(_JSON) or key in _numbers()):
        return text or None
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def is_own(book: Book) -> bool:
    """Whether a book is our own table."""
    grid = book.grids[0]
    return book.form == "csv" and grid.text(1, 1) == SIGN and grid.text(1, 2) in columns().values()


def head_beside(file: Path) -> dict[str, Any]:
    """The head of the list as the description beside a table has it; empty where there is none, or none that is sound.

    Args:
        file: The table.

    Raises:
        OSError: The description is there and cannot be read.
    """
    beside = file.with_name(file.name + DESCRIBED)
    if not beside.is_file():
        return {}
    document = read_document(beside.name, beside.read_bytes())
    value = document.value if not document.findings else None
    own = value.get("qingdan") if isinstance(value, dict) else None
    head = own.get("head") if isinstance(own, dict) else None
    return head if isinstance(head, dict) else {}


def imported_own(book: Book, head: Mapping[str, Any], province: Division, edition: Edition) -> Imported:
    """Make a list of our own table: every record in its file, as it was.

    Args:
        book: The table, known by ``is_own``.
        head: Head of the list, as the description beside the table has it; empty: nobody says it.
        province: Whose list it is.
        edition: The national standard that it is held against.
    """
    grid, found = book.grids[0], Imported(Account(book.file), tables=1, grids=book.grids)
    keys = {title: key for key, title in columns().items()}
    placed = {at: keys.get(grid.text(1, at), "") for at in range(1, grid.width + 1)}
    files: dict[str, dict[str, Any]] = {}
    for at in placed:
        found.account.tell(grid, 1, at, "layout")
    for row in sorted({row for row, _ in grid.cells if row > 1}):
        record = _record(grid, row, placed, edition.registries, found)
        name = str(record.pop(FILE, ""))
        name = name if _FILES.fullmatch(name) else _FIRST
        place = {key.removeprefix(_PLACE): record.pop(key) for key in [*record] if key.startswith(_PLACE)}
        schema = "locality/1" if name.startswith("localities/") else "items/1"
        file = files.setdefault(name, {"schema": schema, **(place if schema == "locality/1" else {}), "items": []})
        file["items"].append(record)
        found.items += 1
        found.linked += "implements" in record
    head = {**_head(book, province, edition), **head}
    found.files = {"catalogue.yaml": dumped(head, f"由 qingdan import 从 {book.file} 写成")}
    found.files |= {name: dumped(file, f"由 qingdan import 从 {book.file} 写成") for name, file in files.items()}
    found.mapping = {grid.text(1, at): key or "notes" for at, key in placed.items()}
    found.findings = findings_of(book, found.account, ())
    return found


def _record(grid: Grid, row: int, placed: Mapping[int, str], registries: Registries, found: Imported) -> dict[str, Any]:
    """The record of a row. What a cell says and nobody can read is kept in its notes."""
    record: dict[str, Any] = {}
    unread: list[tuple[int, str]] = []
    for at, key in placed.items():
        cell = grid.cells.get((row, at))
        if cell is None or not cell.text:
            continue
        text = of_kept(str(cell.raw))
        value = from_text(text, key, registries) if key else None
        if value is None:
            unread.append((at, " ".join(text.split())))
        else:
            record[key] = value
    id = str(record.get("id", ""))
    for at, key in placed.items():
        found.account.tell(grid, row, at, "taken", f"items[{id}].{key}")
        if key in record:
            found.places[id, key] = (grid.sheet, row, at)
    for at, text in unread:
        record["notes"] = [*_listed(record.get("notes")), f"{grid.text(1, at)}：{text}"]
        found.account.tell(grid, row, at, "noted", f"items[{id}].notes", "unread" if placed[at] else "unknown_column")
    return record


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _head(book: Book, province: Division, edition: Edition) -> dict[str, Any]:
    """The head of a list of which nobody has said more."""
    return {
        "schema": "catalogue/1",
        "province": province.code,
        "name": f"{province.name}就业公共服务事项清单",
        "edition": edition.id,
        "kind": "list",
        "completeness": "partial",
        "source": {"title": book.file, "evidence": "inferred", "seen": "whole"},
    }
