"""How tall a row becomes: a short one stays on one page, a tall one goes on on the next."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from qingdan.paged.sheet import Column, Lines, Table

#: So many Chinese characters of 9 points stand in a line over the whole width of A4 across, within its margins.
_ACROSS = 84
#: What a cell keeps free at its sides, in Chinese characters.
_FREE = 0.8
#: A row of more lines is cut at the end of a page: some 35 lines stand on one.
_MOST = 14


def tall(row: Sequence[Lines], table: Table) -> bool:
    """Whether a row is so tall that it would leave too much of a page empty where it stayed whole."""
    return any(_height(cell, _width(column, table)) > _MOST for cell, column in zip(row, table.columns, strict=True))


def _width(column: Column, table: Table) -> float:
    """How many Chinese characters stand in a line of a column; 1 at least."""
    return max(column.share * _ACROSS / table.whole - _FREE, 1)


def _height(cell: Lines, width: float) -> int:
    """In how many lines a cell is printed, about."""
    return sum(int(max(_long(line) - 0.5, 0) // width) + 1 for line in cell)


def _long(line: str) -> float:
    return sum(1 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for each in line)
