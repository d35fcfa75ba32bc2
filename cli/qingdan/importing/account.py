"""What became of every cell: taken over, changed so, or left out because."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from qingdan.sources import Grid, GridCell, address

#: What became of a cell. ``layout``: a title, a heading, a note: it is no content of a matter.
Fate = Literal["taken", "changed", "noted", "left_out", "layout"]
#: The order in which a report tells of them.
FATES: tuple[Fate, ...] = ("taken", "changed", "noted", "left_out", "layout")


class Accounted(NamedTuple):
    """One cell that holds something, and what became of it.

    Attributes:
        sheet: Its sheet.
        row: As a person sees it, from 1.
        column: As a person sees it, from 1.
        text: What it shows.
        fate: What became of it.
        target: Where it went: ``items[P33-0001].promised_limit``; empty where it went nowhere.
        because: Why it was changed, noted or left out: a word of the messages.
    """

    sheet: str
    row: int
    column: int
    text: str
    fate: Fate
    target: str = ""
    because: str = ""

    @property
    def address(self) -> str:
        """As people write it: ``F12``."""
        return address(self.row, self.column)


@dataclass
class Account:
    """Every cell that holds something, in the order of the tables.

    Attributes:
        file: Name of the file.
        cells: Sheet, row and column → what became of the cell.
    """

    file: str
    cells: dict[tuple[str, int, int], Accounted] = field(default_factory=dict)

    def tell(self, grid: Grid, row: int, column: int, fate: Fate, target: str = "", because: str = "") -> None:
        """Say what became of a cell; nothing where it holds nothing.

        Args:
            grid: Its table.
            row: Its row there.
            column: Its column there.
            fate: What became of it.
            target: Where it went.
            because: Why.
        """
        cell = grid.cells.get((row, column))
        if cell is not None:
            self.tell_cell(grid.sheet, cell, fate, target, because)

    def tell_cell(self, sheet: str, cell: GridCell, fate: Fate, target: str = "", because: str = "") -> None:
        """Say what became of a cell that is at hand: see ``tell``."""
        if cell.text or cell.comment:
            row, column = cell.row, cell.column
            self.cells[sheet, row, column] = Accounted(sheet, row, column, cell.text, fate, target, because)

    def leave_out(self, matters: Mapping[str, str]) -> None:
        """Say that all cells that went to some matters are left out after all.

        Args:
            matters: Id → why.
        """
        for place, cell in self.cells.items():
            if because := matters.get(cell.target.removeprefix("items[").partition("]")[0]):
                self.cells[place] = cell._replace(fate="left_out", target="", because=because)

    def keep_as_note(self, target: str, note: str, because: str) -> None:
        """Say that all cells that went to one place became notes after all.

        Args:
            target: Where they went.
            note: Where they are now.
            because: Why.
        """
        for place, cell in self.cells.items():
            if cell.target == target:
                self.cells[place] = cell._replace(fate="noted", target=note, because=because)

    def rest(self, grid: Grid) -> None:
        """Whatever nobody has told of is left out, and said to be."""
        for row, column in sorted(grid.cells):
            if (grid.sheet, row, column) not in self.cells:
                cell = grid.cells[row, column]
                self.tell_cell(grid.sheet, cell, "left_out", because="covered" if cell.covered_by else "unknown_place")

    @property
    def counts(self) -> Counter[Fate]:
        """How many cells each fate had."""
        return Counter(cell.fate for cell in self.cells.values())

    def of(self, fate: Fate) -> Iterator[Accounted]:
        """The cells of one fate, in order."""
        return (cell for cell in self.cells.values() if cell.fate == fate)
