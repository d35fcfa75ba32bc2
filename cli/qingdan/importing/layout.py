"""What stands where in a table: the title, the headings, the rows, the notes.

The headings are the rows in which most cells are called as columns of lists are. Above them are titles, below them the
rows of matters: one a matter, or several where the cell of its name is merged over them.
What stands in one cell over the whole width, or begins like a note, is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qingdan.sources import Grid, Merge
from qingdan.words.characters import without_hidden

#: So many rows of headings at most.
_DEEPEST = 3
#: A heading row has so many known names at least.
_FEWEST = 2
_NOTE = re.compile(
    r"\s*[（(【]?\s*(?:备?注|说明|填表说明|填报说明|填表人|制表|审核人|单位负责人|联系人)\s*[:：1１①）)】]"
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        number: As a person counts, from 1.
        headings: Its headings, from the outer one to the inner one; a heading over several columns is said once each.
    """

    number: int
    headings: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its headings in one text."""
        return " / ".join(self.headings)


@dataclass(frozen=True)
class Table:
    """One table of a sheet.

    Attributes:
        grid: The sheet.
        head: Its first and last row of headings.
        columns: Its columns that have a heading, or hold something.
        rows: Groups of rows, one group a matter: the first row of it, and those that go on with it.
        titles: Rows above the headings.
        notes: Rows below that are no matters.
        again: Rows that repeat the headings.
    """

    grid: Grid
    head: tuple[int, int]
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, ...], ...]
    titles: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    again: tuple[int, ...] = ()


def tables(grid: Grid, target: Callable[[str], str], header: int = 0) -> list[Table]:
    """The tables of a sheet; none where no headings are found.

    Args:
        grid: The sheet.
        target: What a column of a list is called → where it goes; empty for any other text.
        header: The first row of the headings, where a person has named it; 0: it is looked for.
    """
    filled = list(grid.rows)
    first = header or max(filled, key=lambda row: (_known_in(grid, row, target), -row), default=0)
    if not first or (not header and _known_in(grid, first, target) < _FEWEST):
        return []
    top, last = _head(grid, first, target)
    columns = tuple(_columns(grid, top, last))
    told = tuple(column.headings[-1] for column in columns if column.headings)
    name = next((column.number for column in columns if any(target(each) == "name" for each in column.headings)), 0)
    rows: list[tuple[int, ...]] = []
    notes, again = [], []
    for row in (row for row in filled if row > last):
        texts = [grid.text(row, column.number) for column in columns]
        if tuple(text for text in texts if text) == told or _known_in(grid, row, target) >= max(_FEWEST, len(told) - 1):
            again.append(row)
        elif _is_note(grid, row, len(columns)):
            notes.append(row)
        elif rows and name and _goes_on(grid, row, name):
            rows[-1] = (*rows[-1], row)
        else:
            rows.append((row,))
    titles = tuple(row for row in filled if row < top)
    return [Table(grid, (top, last), columns, tuple(rows), titles, tuple(notes), tuple(again))]


def _known_in(grid: Grid, row: int, target: Callable[[str], str]) -> int:
    return sum(1 for cell in grid.rows.get(row, ()) if not cell.covered_by and target(cell.text))


def _head(grid: Grid, row: int, target: Callable[[str], str]) -> tuple[int, int]:
    """The first and the last row of headings around one of them: what is merged with it, and what stands below it."""
    top = bottom = row
    for merge in grid.merges:
        if merge.top <= row <= merge.bottom and merge.bottom - merge.top < _DEEPEST:
            top, bottom = min(top, merge.top), max(bottom, merge.bottom)
    above = [merge for merge in grid.merges if merge.bottom == top - 1 and merge.left < merge.right]
    if above and all(merge.right - merge.left + 1 < grid.width for merge in above) and bottom - top < _DEEPEST - 1:
        top = min(merge.top for merge in above)
    wide = any(merge.top <= bottom <= merge.bottom and merge.left < merge.right for merge in grid.merges)
    if wide and bottom - top < _DEEPEST - 1 and _known_in(grid, bottom + 1, target):
        bottom += 1
    return top, bottom


def _columns(grid: Grid, top: int, bottom: int) -> Iterator[Column]:
    held = {column for row, column in grid.cells if row > bottom}
    for number in range(1, grid.width + 1):
        texts = (shown(grid, row, number) for row in range(top, bottom + 1))
        headings = tuple(dict.fromkeys(" ".join(without_hidden(text).split()) for text in texts if text))
        if headings or number in held:
            yield Column(number, headings)


def merged(grid: Grid, row: int, column: int) -> Merge | None:
    """The merged range in which a cell lies."""
    return next((each for each in grid.merged_rows.get(row, ()) if each.left <= column <= each.right), None)


def shown(grid: Grid, row: int, column: int) -> str:
    """What a person sees at a cell: that of the merged range in which it lies."""
    merge = merged(grid, row, column)
    return grid.text(merge.top, merge.left) if merge else grid.text(row, column)


def _is_note(grid: Grid, row: int, width: int) -> bool:
    """One text over the whole width, or one that begins like a note."""
    filled = [cell.column for cell in grid.rows.get(row, ()) if cell.text]
    if len(filled) != 1:
        return False
    merge = merged(grid, row, filled[0])
    wide = merge is not None and merge.right - merge.left + 1 >= max(2, width - 1)
    return wide or bool(_NOTE.match(grid.text(row, filled[0])))


def _goes_on(grid: Grid, row: int, name: int) -> bool:
    """Whether a row belongs to the matter above it: its name is merged down into it.

    A row without a name may as well belong to nothing: what it says is not to become what the matter above it says.
    """
    merge = merged(grid, row, name)
    return merge is not None and merge.top < row
