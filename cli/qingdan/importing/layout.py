"""What stands where in a table: the title, the headings, the rows, the notes.

The headings are the rows in which most cells are called as columns of lists are. Above them are titles, below them the
rows of matters: one a matter, or several where the cell of its name is merged over them.
What stands in one cell over the whole width, or begins like a note, is none of them.
A sheet may hold several tables below one another, each with headings of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qingdan.importing.beside import apart
from qingdan.importing.row_kinds import is_note, is_other_head, is_part
from qingdan.sources import Grid, GridCell, Merge
from qingdan.words.characters import without_hidden

#: What a column of a list is called → where it goes; empty for any other text.
Target = Callable[[str], str]
#: So many rows of headings at most.
_DEEPEST = 3
#: A heading row has so many known names at least.
_FEWEST = 2
#: A heading that stands alone is said in full, not as 名称 or 事项.
_IN_FULL = 4
#: Where the column of running numbers goes; see ``columns.NOTHING``.
_RUNNING = "-"


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
        grid: The sheet; of a form or a text its labels laid out as columns, each cell with its own address.
        head: Its first and last row of headings; (0, 0) where they stand elsewhere.
        columns: Its columns that have a heading, or hold something.
        rows: Groups of rows, one group a matter: the first row of it, and those that go on with it.
        titles: Rows above the headings.
        notes: Rows below that are no matters.
        again: Rows that repeat the headings.
        labels: Cells that say what others hold, where no row of headings does.
    """

    grid: Grid
    head: tuple[int, int]
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, ...], ...]
    titles: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    labels: tuple[GridCell, ...] = ()

    @property
    def laid_out(self) -> Iterator[int]:
        """Rows that are no content: titles and headings."""
        yield from self.titles
        yield from range(self.head[0], self.head[1] + 1) if self.head[0] else ()
        yield from self.again


def tables(grid: Grid, target: Target, header: int = 0, before: Table | None = None) -> list[Table]:
    """The tables of a sheet that stand in rows below headings; none where no headings are found.

    Args:
        grid: The sheet.
        target: What a column of a list is called → where it goes.
        header: The first row of the headings, where a person has named it; 0: it is looked for.
        before: The table that ends on the sheet or page before: one without headings may go on with it.
    """
    heads = _heads(grid, target, header)
    if not heads:
        return [_going_on(grid, before, target)] if before and _goes_on_with(grid, before, target) else []
    found: list[Table] = []
    last = heads[-1]
    for (top, bottom), after in zip(heads, [*heads[1:], (0, 0)], strict=True):
        end = grid.height if (top, bottom) == last else _above(grid, after[0], bottom)
        ended = max((_ended(each) for each in found), default=0)
        titles = tuple(row for row in grid.rows if ended < row < top)
        for columns in apart(tuple(_columns(grid, top, bottom, end)), target):
            rows, notes, again = _rows(grid, columns, target, bottom + 1, end)
            found.append(Table(grid, (top, bottom), columns, rows, titles, notes, again))
    return found


def _ended(table: Table) -> int:
    """The last row of a table."""
    return max((table.head[1], *(rows[-1] for rows in table.rows), *table.notes, *table.again))


def _heads(grid: Grid, target: Target, header: int) -> list[tuple[int, int]]:
    """The rows of headings of each table of a sheet, from the first to the last one of each."""
    known = {row: _known_in(grid, row, target) for row in grid.rows}
    best = header or max(known, key=lambda row: (known[row], -row), default=0)
    if not best or (not header and known[best] < _FEWEST and not _names_alone(grid, known, target)):
        return []
    heads: list[tuple[int, int]] = []
    for row in sorted({best, *(row for row in known if row > header and _is_head(grid, row, known[row], target))}):
        if row < header or (heads and row <= heads[-1][1]):
            continue
        head = (row, row) if row == header and row not in known else _head(grid, row, target)
        if not heads or _goes_where(grid, head, target) != _goes_where(grid, heads[-1], target):
            heads.append(head)
    return heads


def _names_alone(grid: Grid, known: dict[int, int], target: Target) -> bool:
    """Whether one cell alone is a heading, that of the name, said in full; nothing else of the sheet is known."""
    heads = [cell for row in known if known[row] for cell in grid.rows[row] if target(cell.text) == "name"]
    return sum(known.values()) == 1 and len(heads) == 1 and len(heads[0].text.strip()) >= _IN_FULL


def _is_head(grid: Grid, row: int, known: int, target: Target) -> bool:
    """Whether a row is a heading without being compared with others: most of it is known, one is that of the name."""
    if known < _FEWEST:
        return False
    filled = [cell for cell in grid.rows[row] if cell.text and not cell.covered_by]
    return known * 2 > len(filled) and any(target(cell.text) == "name" for cell in filled)


def _goes_where(grid: Grid, head: tuple[int, int], target: Target) -> dict[int, str]:
    """Column → where it goes, by what is in the rows of its headings."""
    cells = [cell for row in range(head[0], head[1] + 1) for cell in grid.rows.get(row, ())]
    return {cell.column: where for cell in cells if (where := target(cell.text))}


def _above(grid: Grid, row: int, bottom: int) -> int:
    """The last row of what stands above headings, without their titles: texts over the width, or after a blank row."""
    while row - 1 > bottom:
        filled = [cell for cell in grid.rows.get(row - 1, ()) if cell.text and not cell.covered_by]
        if len(filled) > 1 or (filled and not _stands_alone(grid, row - 1, filled[0])):
            break
        row -= 1
    return row - 1


def _stands_alone(grid: Grid, row: int, cell: GridCell) -> bool:
    merge = merged(grid, row, cell.column)
    return (merge is not None and merge.left < merge.right) or (cell.column == 1 and row - 1 not in grid.rows)


def _rows(
    grid: Grid, columns: tuple[Column, ...], target: Target, first: int, end: int
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...], tuple[int, ...]]:
    """The rows of matters, those of notes, and those that repeat the headings."""
    told = tuple(column.headings[-1] for column in columns if column.headings)
    goes = {column.number: where for column in columns for each in column.headings if (where := target(each))}
    name = next((number for number, where in goes.items() if where == "name"), 0)
    running = next((number for number, where in goes.items() if where == _RUNNING), 0)
    numbers = {grid.text(row, running).strip() for row in grid.rows if first <= row <= end} if running else set()
    counts = any(each.isdecimal() for each in numbers)
    own = {column.number for column in columns}
    rows: list[tuple[int, ...]] = []
    notes, again = [], []
    for row in (row for row in grid.rows if first <= row <= end):
        filled = [cell for cell in grid.rows[row] if cell.text and cell.covered_by is None and cell.column in own]
        said = [cell.text for cell in filled]
        texts = tuple(said)
        seen = {at: where for at, where in _goes_where(grid, (row, row), target).items() if at in own}
        if texts == told or (len(seen) >= max(_FEWEST, len(goes) - 1) and seen.items() <= goes.items()):
            again.append(row)
        elif (row - 1 not in grid.rows and is_other_head(said, target)) or _stands_over(grid, row, filled, target):
            break
        elif is_note(said) or _is_wide(grid, row, filled, len(columns)) or (counts and is_part(said)):
            notes.append(row)
        elif rows and name and _goes_on(grid, row, name):
            rows[-1] = (*rows[-1], row)
        elif any((row, number) in grid.cells for number in own):
            rows.append((row,))
    return tuple(rows), tuple(notes), tuple(again)


def _stands_over(grid: Grid, row: int, filled: Sequence[GridCell], target: Target) -> bool:
    """Whether a text that stands alone is the title of a table of other things, whose headings stand below it."""
    if len(filled) != 1 or row - 1 in grid.rows:
        return False
    below = [cell.text for cell in grid.rows.get(row + 1, ()) if cell.text and not cell.covered_by]
    return is_other_head(below, target)


def _known_in(grid: Grid, row: int, target: Target) -> int:
    return sum([1 for cell in grid.rows.get(row, ()) if not cell.covered_by and target(cell.text)])


def _head(grid: Grid, row: int, target: Target) -> tuple[int, int]:
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


def _columns(grid: Grid, top: int, bottom: int, end: int) -> Iterator[Column]:
    held = {column for row, column in grid.cells if bottom < row <= end}
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


def _is_wide(grid: Grid, row: int, filled: Sequence[GridCell], width: int) -> bool:
    """One text over the whole width."""
    merge = merged(grid, row, filled[0].column) if len(filled) == 1 else None
    return merge is not None and merge.right - merge.left + 1 >= max(2, width - 1)


def _goes_on(grid: Grid, row: int, name: int) -> bool:
    """Whether a row belongs to the matter above it: its name is merged down into it.

    A row without a name may as well belong to nothing: what it says is not to become what the matter above it says.
    """
    merge = merged(grid, row, name)
    return merge is not None and merge.top < row


def _goes_on_with(grid: Grid, before: Table, target: Target) -> bool:
    """Whether a sheet without headings goes on with a table: it is as wide, and its running numbers go on counting."""
    number = _running(before, target)
    if not number or grid.width > max(column.number for column in before.columns):
        return False
    counted = [int(text) for rows in before.rows if (text := before.grid.text(rows[0], number).strip()).isdecimal()]
    texts = [grid.text(row, number).strip() for row in grid.rows]
    first = next((text for text in texts if text), "")
    return bool(counted) and first.isdecimal() and int(first) == counted[-1] + 1


def _running(table: Table, target: Target) -> int:
    """The column of running numbers; 0 where there is none."""
    runs = (column.number for column in table.columns if any(target(each) == _RUNNING for each in column.headings))
    return next(runs, 0)


def _going_on(grid: Grid, before: Table, target: Target) -> Table:
    rows, notes, again = _rows(grid, before.columns, target, 1, grid.height)
    return Table(grid, (0, 0), before.columns, rows, (), notes, again)
