"""What a person has to look at in an imported table, as findings at its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from qingdan.findings import Argument, CellLocation, Finding, Location
from qingdan.importing.account import Account, Accounted
from qingdan.importing.columns import Placed
from qingdan.importing.layout import Table
from qingdan.rules import all_rules
from qingdan.sources import Book, address

#: Why a cell was not taken → the rule that says so, for each cell.
_EACH = {
    **dict.fromkeys(("long_number", "exponent", "error", "no_value", "no_date", "day_end", "external"), "TBL001"),
    "struck": "TBL002",
    "unread": "TBL003",
    "of_system": "TBL004",
    "covered": "TBL006",
    "no_matter": "TBL014",
    "said_otherwise": "TBL016",
    "too_long": "TBL003",
    "lost_zero": "TBL001",
    "several_names": "TBL015",
}
#: The same, said once for a row, or for a table.
_EACH_ROW = {"no_name": "TBL005", "repeated": "TBL008", "there_already": "TBL008", "empty_twin": "TBL009"}
_EACH_TABLE = {"unknown_place": "TBL007"}
#: What is said of a column.
_EACH_COLUMN = {"unknown_column": "TBL010", "same_target": "TBL011", "shifted": "TBL012"}
#: Why a cell is told of whose text stands in its element: rules speak of it as well.
AS_TEXT = "as_text"
#: Rows or columns are hidden.
HIDDEN = "TBL013"
#: So much of a text is told.
_MOST = 40


def findings_of(book: Book, account: Account, tables: Iterable[tuple[Table, Sequence[Placed]]]) -> list[Finding]:
    """What a person has to look at, in the order of the sheets.

    Args:
        book: What was imported.
        account: What became of its cells.
        tables: Its tables with where their columns go.
    """
    found = [*_of_columns(book, tables), *_of_cells(account), *_of_hidden(book)]
    order = {grid.sheet: place for place, grid in enumerate(book.grids)}

    def place(each: Finding) -> tuple[int, int, int]:
        at = each.location
        return (order.get(at.sheet, 0), at.line, at.column) if isinstance(at, CellLocation) else (0, 0, 0)

    return sorted(found, key=place)


def _of_cells(account: Account) -> Iterator[Finding]:
    told: set[tuple[object, ...]] = set()
    for cell in account.cells.values():
        because = cell.because
        if because in _EACH:
            yield _finding(_EACH[because], account.file, cell, {"text": _short(cell.text), "why": _why(cell)})
        elif because in _EACH_ROW or because in _EACH_TABLE:
            once = (cell.sheet, because, *([cell.row] if because in _EACH_ROW else []))
            if once not in told:
                told.add(once)
                id = _EACH_ROW.get(because) or _EACH_TABLE[because]
                yield _finding(id, account.file, cell, {"text": _short(cell.text)})


def _why(cell: Accounted) -> str:
    """Why a cell is told of; of one that is not read whether its text stands in its element."""
    return AS_TEXT if (cell.fate, cell.because) == ("changed", "unread") else cell.because


def _of_columns(book: Book, tables: Iterable[tuple[Table, Sequence[Placed]]]) -> Iterator[Finding]:
    for table, placed in tables:
        shifted = [each for each in placed if each.because == "shifted"]
        for each in placed:
            if each.because not in _EACH_COLUMN or (each.because == "shifted" and each is not shifted[0]):
                continue
            letter = address(1, each.column.number).rstrip("1")
            args: dict[str, Argument] = {"heading": each.column.name or letter}
            if each.because == "shifted":
                args["headings"] = [other.column.name for other in shifted if other.column.name]
            found = _finding(_EACH_COLUMN[each.because], book.file, _heading(table, each), args)
            yield replace(found, suggestions=(each.looks_like,) if each.looks_like else ())


def _of_hidden(book: Book) -> Iterator[Finding]:
    for grid in book.grids:
        hidden = [cell for cell in grid.cells.values() if cell.hidden and cell.text]
        if hidden:
            at = min(hidden, key=lambda cell: (cell.row, cell.column))
            place = Accounted(grid.sheet, at.row, at.column, at.text, "taken")
            yield _finding(HIDDEN, book.file, place, {"cells": len(hidden)})


def _heading(table: Table, each: Placed) -> Accounted:
    """The cell of the heading of a column; the first one below it where there is none."""
    number = each.column.number
    labels = [cell for cell in table.labels if cell.text.strip().rstrip(":：*") == each.column.name]
    row = table.head[1] or (table.rows[0][0] if table.rows else 1)
    cell = labels[0] if labels else table.grid.cells.get((row, number))
    at = (cell.row, cell.column) if cell else (row, number)
    return Accounted(table.grid.sheet, *at, each.column.name, "layout")


def _finding(id: str, file: str, cell: Accounted, args: Mapping[str, Argument]) -> Finding:
    rule = all_rules()[id]
    place: Location = CellLocation(file, cell.row, cell.column, cell.row, cell.column + 1, sheet=cell.sheet)
    return Finding(id, rule.severity, place, dict(args), {})


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[:_MOST] + "…"
