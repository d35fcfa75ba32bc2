"""A table as people see it: cells with addresses, whatever the file is. Reading one judges and drops nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

#: What a cell holds. ``error`` is what a formula ends in (#N/A); ``no_value`` is a formula that was never computed.
CellKind = Literal["text", "number", "date", "time", "duration", "boolean", "error", "no_value"]
#: Why what a cell shows is not certain to be what was meant.
Doubt = Literal[
    "long_number",  # digits beyond the fifteen that a workbook keeps were lost
    "exponent",  # a code that is shown as 1.23E+11
    "error",
    "no_value",
    "no_date",  # a number with the format of a date that is none
    "day_end",  # 24:00
    "external",  # a formula that points into another file, which is not followed
]
Raw = str | int | float | bool | None


class GridCell(NamedTuple):
    """One cell that holds something, or has a comment. A table has hundreds of thousands: tuples are made fastest.

    Attributes:
        row: As the person sees it, from 1.
        column: As the person sees it, from 1.
        text: What the cell shows: 1100 with the format 000000 is ``001100``.
        raw: What it holds.
        kind: Of what it holds.
        format: Its number format; empty where it is the general one, or the file has none.
        doubts: Why its text is not certain.
        struck: All of its text is struck through.
        struck_parts: The parts of its text that are struck through, where others are not.
        hidden: Its row or its column is hidden.
        comment: What somebody noted at it.
        covered_by: The first cell of the merged range that covers it, as row and column; its text is not shown.
    """

    row: int
    column: int
    text: str
    raw: Raw = None
    kind: CellKind = "text"
    format: str = ""
    doubts: tuple[Doubt, ...] = ()
    struck: bool = False
    struck_parts: tuple[str, ...] = ()
    hidden: bool = False
    comment: str = ""
    covered_by: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """A range of cells that is shown as one; ends are inclusive, from 1.

    Attributes:
        top: Its first row.
        left: Its first column.
        bottom: Its last row.
        right: Its last column.
    """

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One sheet, or one table of a page or a document.

    Attributes:
        file: Name of the file.
        sheet: Name of the sheet; of a table of a page its number.
        cells: Row and column → cell, for all cells that hold something.
        merges: Ranges that are shown as one cell.
        hidden: The whole sheet is hidden.
        unseen: What this kind of file does not tell a reader: ``struck``, ``hidden``, ``comments``, ``formats``,
            ``errors``: a cell in which a formula failed seems to hold nothing.
        prose: It is what stands outside of the tables of a page or a document, a line a row.
    """

    file: str
    sheet: str
    cells: Mapping[tuple[int, int], GridCell] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    unseen: frozenset[str] = frozenset()
    prose: bool = False

    @cached_property
    def rows(self) -> Mapping[int, tuple[GridCell, ...]]:
        """Row → its cells from left to right, for all rows that hold something, in order."""
        found: dict[int, list[GridCell]] = {}
        cells = self.cells
        for place in sorted(cells):
            found.setdefault(place[0], []).append(cells[place])
        return {row: tuple(cells) for row, cells in found.items()}

    @cached_property
    def merged_rows(self) -> Mapping[int, tuple[Merge, ...]]:
        """Row → the merged ranges that reach it."""
        found: dict[int, list[Merge]] = {}
        for merge in self.merges:
            for row in range(merge.top, min(merge.bottom, self.height) + 1):
                found.setdefault(row, []).append(merge)
        return {row: tuple(merges) for row, merges in found.items()}

    @cached_property
    def height(self) -> int:
        """The last row that holds something."""
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """The last column that holds something."""
        return max((column for _, column in self.cells), default=0)

    def text(self, row: int, column: int) -> str:
        """What a cell shows; that of the merged range in which it lies, and empty where it holds nothing."""
        cell = self.cells.get((row, column))
        return cell.text if cell and cell.covered_by is None else ""


@dataclass(frozen=True)
class Book:
    """All tables of a file.

    Attributes:
        file: Its name.
        form: ``xlsx``, ``xls``, ``ods``, ``csv``, ``html`` or ``docx``.
        grids: Its tables, in order.
        notes: What was not followed, run or shown: ``macros``, ``external_links``, ``hidden_text``; ``list_numbers``
            where one could not be counted.
    """

    file: str
    form: str
    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()


def address(row: int, column: int) -> str:
    """A cell as people write it.

    >>> address(12, 6), address(1, 28)
    ('F12', 'AB1')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
