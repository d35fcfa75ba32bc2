"""Find the sheets of a workbook of a list again, whatever became of it: moved, sorted, wider, saved by others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingdan.sources import Book, Grid, GridCell
from qingdan.workbooks.sheets import DICTIONARY, GUIDE, MARK, SUMMARY, Column, Role, Sheet, sheets

#: So many rows may stand above the headings.
_ABOVE = 10
#: Sheets that say how, and hold nothing of the list.
_TOLD = (GUIDE, SUMMARY, DICTIONARY)


@dataclass(frozen=True)
class Row:
    """A row of such a sheet.

    Attributes:
        grid: Its sheet.
        number: Its row, as people count.
        cells: Column of the declaration → its cell.
        others: Heading of any other column → its cell.
    """

    grid: Grid
    number: int
    cells: Mapping[Column, GridCell]
    others: Mapping[str, GridCell]

    def role(self, role: Role) -> str:
        """What stands in the column of a role; empty where nothing does."""
        return next((cell.text.strip() for column, cell in self.cells.items() if column.role == role), "")

    @property
    def order(self) -> int:
        """Its number in its list; 0 where it has none."""
        text = self.role("order")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@dataclass(frozen=True)
class Found:
    """A sheet that was found again.

    Attributes:
        sheet: What it is.
        grid: What it holds.
        head: The row of its headings.
        columns: Number of a column, from 1 → what it is; its heading where it is none of the declaration.
    """

    sheet: Sheet
    grid: Grid
    head: int
    columns: Mapping[int, Column | str]

    def rows(self) -> Iterator[Row]:
        """The rows below the headings that hold something."""
        for number, cells in self.grid.rows.items():
            if number <= self.head:
                continue
            known: dict[Column, GridCell] = {}
            others: dict[str, GridCell] = {}
            for cell in cells:
                column = self.columns.get(cell.column, "")
                if isinstance(column, Column):
                    known[column] = cell
                else:
                    others[column or f"{cell.column}"] = cell
            yield Row(self.grid, number, known, others)


def is_ours(book: Book) -> bool:
    """Whether a book is a workbook that was written for a list."""
    return any(MARK in cell.text for grid in book.grids for (row, _), cell in grid.cells.items() if row <= _ABOVE)


def only_told(grid: Grid) -> bool:
    """Whether a sheet says how to fill in others, and holds nothing of the list."""
    marked = any(MARK in cell.text for (row, _), cell in grid.cells.items() if row <= _ABOVE)
    return grid.sheet in _TOLD or (marked and _found(grid) is None)


def found_in(book: Book) -> dict[str, list[Found]]:
    """Name of a sheet of the declaration → the sheets of a book that are it; several where somebody copied one."""
    found: dict[str, list[Found]] = {}
    for grid in book.grids:
        if grid.sheet not in _TOLD and (each := _found(grid)):
            found.setdefault(each.sheet.name, []).append(each)
    return found


def _found(grid: Grid) -> Found | None:
    """By its headings; where two sheets have the same ones, by its name."""
    best: tuple[int, bool, int] = (0, False, 0)
    which: Found | None = None
    for sheet in sheets(problems=True).values():
        titles = {column.title: column for column in sheet.columns}
        for row in (row for row in grid.rows if row <= _ABOVE):
            texts = {cell.column: " ".join(cell.text.split()) for cell in grid.rows[row] if not cell.covered_by}
            known = sum(1 for text in texts.values() if text in titles)
            rank = known * 2 - len(sheet.columns), grid.sheet == sheet.name, -row
            if known >= min(3, len(sheet.columns)) and (which is None or rank > best):
                best = rank
                which = Found(sheet, grid, row, {at: titles.get(text, text) for at, text in texts.items()})
    return which
