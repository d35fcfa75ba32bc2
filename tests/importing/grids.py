"""Grids for tests, from rows of texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qingdan.sources import Book, Grid, GridCell, Merge


def grid(rows: Sequence[Sequence[str]], merges: Sequence[Merge] = (), sheet: str = "Sheet1") -> Grid:
    """A sheet with these texts; an empty text is a cell that holds nothing."""
    cells = {
        (row, column): GridCell(row, column, text, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    return Grid("清单.xlsx", sheet, cells, tuple(merges))


def book(*grids: Grid) -> Book:
    """A workbook of some sheets."""
    return Book("清单.xlsx", "xlsx", grids)


def changed(sheet: Grid, row: int, column: int, **more: object) -> Grid:
    """The sheet with one cell otherwise."""
    cell = sheet.cells[row, column]._replace(**more)  # type: ignore[arg-type]
    return replace(sheet, cells={**sheet.cells, (row, column): cell})
