"""Forms: what a matter holds stands beside labels (``事项名称 | 失业登记``), one matter a page or one a column.

Each label becomes a column of a table in rows, and each cell keeps the address that it has on the sheet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qingdan.importing.layout import Column, Table, Target, merged, shown
from qingdan.sources import Grid, GridCell, Merge

#: A form has so many known labels at least, one of them that of the name.
_FEWEST = 3
#: How the columns of a table inside a form are called, and the one among them that says what each row is of.
_INSIDE = re.compile(
    "序号|(?:材料|要件|环节|步骤|流程)?名称|材料|环节|步骤|份数|数量|(?:材料)?(?:类型|形式|来源|来源渠道|要求)|必要性|是否必要"
    "|原件|复印件|办理人|办理时限|时限|办理结果|审查标准|说明|备注"
)
_NAMED = re.compile("(?:材料|要件|环节|步骤|流程)?名称|材料|环节|步骤")


@dataclass
class Labelled:
    """What stands beside or below labels, gathered matter by matter.

    Attributes:
        labels: What each column is called, in order.
        cells: Cells that are labels and nothing else.
        matters: Of each matter: number of a label → the cells that belong to it.
    """

    labels: list[str] = field(default_factory=list)
    cells: list[GridCell] = field(default_factory=list)
    matters: list[dict[int, list[GridCell]]] = field(default_factory=list)

    def holds(self, label: str) -> bool:
        """Whether the last matter has something at a label already."""
        return bool(self.matters) and self.number(label) in self.matters[-1]

    def named(self, target: Target) -> bool:
        """Whether any label is that of the name, and something stands at one."""
        return any(self.matters) and any(target(label) == "name" for label in self.labels)

    def number(self, label: str) -> int:
        """The column of a label, which is new where nothing was called so before."""
        text = " ".join(label.split()).rstrip(":：*")
        if text not in self.labels:
            self.labels.append(text)
        return self.labels.index(text) + 1

    def put(self, label: str, cell: GridCell, matter: int = -1) -> None:
        """Add a cell to what a label of a matter holds."""
        self.matters[matter].setdefault(self.number(label), []).append(cell)

    def table(self, grid: Grid, target: Target) -> Table:
        """All of it as one table in rows; a matter with several cells at one label has as many rows."""
        columns = tuple(Column(number, (label,)) for number, label in enumerate(self.labels, 1))
        name = next(column.number for column in columns if target(column.headings[0]) == "name")
        cells: dict[tuple[int, int], GridCell] = {}
        merges, rows, row = [], [], 1
        for matter in self.matters:
            deep = max(map(len, matter.values()), default=0)
            for number, held in matter.items():
                cells |= {(row + place, number): cell for place, cell in enumerate(held)}
            if deep > 1:
                merges.append(Merge(row, name, row + deep - 1, name))
            if deep:
                rows.append(tuple(range(row, row + deep)))
            row += deep
        laid = replace(grid, cells=cells, merges=tuple(merges))
        return Table(laid, (0, 0), columns, tuple(rows), labels=tuple(self.cells))


def form(grid: Grid, target: Target) -> Table | None:
    """A form as a table in rows; ``None`` where the sheet is none.

    Args:
        grid: The sheet.
        target: What a column of a list is called → where it goes.
    """
    inside = dict(_inside(grid))
    labelling = _label_columns(grid, target, inside)
    if not labelling:
        return None
    found, across = Labelled(), _matters_across(grid, target, labelling)
    first = ""
    for row in grid.rows:
        if row in inside and found.matters and not across:
            _put_inside(found, grid, row, inside[row], target)
            continue
        filled = [cell for cell in grid.rows[row] if cell.text and not cell.covered_by]
        values = [cell for cell in filled if cell.column not in labelling]
        if not values or (len(filled) == 1 and not _label(grid, row, values[0].column, labelling)):
            found.cells += filled  # a title, the heading of a part, or a label beside which nothing stands
            continue
        found.cells += [cell for cell in filled if cell.column in labelling]
        for cell in values:
            label = _label(grid, row, cell.column, labelling)
            again = (label == first or target(label) == "name") and found.holds(label)
            if not found.matters or (again and not across and not _same_label(grid, row, cell.column, labelling)):
                found.matters += [{} for _ in across or (0,)]
                first = label
            if label:
                for matter in _matters_of(grid, cell, across):
                    found.put(label, cell, matter)
    return found.table(grid, target) if found.named(target) else None


def _inside(grid: Grid) -> Iterator[tuple[int, Merge]]:
    """Rows of tables inside a form, each with its label: one that is merged down beside headings of papers or steps."""
    for merge in grid.merges:
        heads = [cell.text for cell in grid.rows.get(merge.top, ()) if cell.column > merge.right and cell.text]
        if merge.bottom > merge.top and sum(bool(_INSIDE.fullmatch(each.strip())) for each in heads) >= 2:
            yield from ((row, merge) for row in range(merge.top, merge.bottom + 1))


def _put_inside(found: Labelled, grid: Grid, row: int, merge: Merge, target: Target) -> None:
    """Add a row of a table inside a form: what it is of belongs to the label of the table, all else beside it."""
    outer = shown(grid, merge.top, merge.left).strip()
    for cell in grid.rows.get(row, ()):
        head = shown(grid, merge.top, cell.column).strip()
        if cell.column <= merge.right or row == merge.top or target(head) == "-":
            found.cells.append(cell)
        elif cell.text and not cell.covered_by:
            found.put(outer if _NAMED.fullmatch(head) else f"{outer} / {head}", cell)


def _label(grid: Grid, row: int, column: int, labelling: Sequence[int]) -> str:
    """The label of a cell: what stands in the next column of labels to its left, merged down to it or not."""
    left = max((each for each in labelling if each < column), default=0)
    return shown(grid, row, left).strip() if left else ""


def _same_label(grid: Grid, row: int, column: int, labelling: Sequence[int]) -> bool:
    """Whether the label of a cell is the one that another cell has already: one merged over rows, or several values."""
    left = max((each for each in labelling if each < column), default=0)
    merge = merged(grid, row, left)
    above = merge is not None and merge.top < row
    between = any(cell.text and not cell.covered_by for cell in grid.rows[row] if left < cell.column < column)
    return above or between


def _matters_across(grid: Grid, target: Target, labelling: Sequence[int]) -> list[int]:
    """The columns of matters where each has one of its own; none where the whole form is of one matter."""
    rows = [
        [cell.column for cell in grid.rows[row] if cell.text and not cell.covered_by and cell.column not in labelling]
        for row in grid.rows
        if target(shown(grid, row, labelling[0]))
    ]
    names = next((row for row in grid.rows if target(shown(grid, row, labelling[0])) == "name"), 0)
    beside = [cell.column for cell in grid.rows.get(names, ()) if cell.text and cell.column not in labelling]
    several = sum(len(each) > 1 for each in rows) * 2 > len(rows)
    return beside if len(labelling) == 1 and len(beside) > 1 and several else []


def _matters_of(grid: Grid, cell: GridCell, across: Sequence[int]) -> list[int]:
    """The matters of which a cell speaks: all over which it is merged; the last one begun in a form of one matter."""
    if not across:
        return [-1]
    merge = merged(grid, cell.row, cell.column)
    right = merge.right if merge else cell.column
    return [place - len(across) for place, column in enumerate(across) if cell.column <= column <= right]


def _label_columns(grid: Grid, target: Target, inside: Mapping[int, Merge]) -> list[int]:
    """The columns in which labels stand one below another; none where no label among them is that of the name.

    One label is enough in a column behind another one, where something stands beside it.
    """
    places: dict[int, set[str]] = {}
    known: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    beside: set[int] = set()
    for cell in grid.cells.values():
        table = inside.get(cell.row)
        if cell.text and not cell.covered_by and not (table and cell.column > table.right):
            where = target(cell.text)
            filled[cell.column] += 1
            known[cell.column] += bool(where)
            if where:
                places.setdefault(cell.column, set()).add(where)
            if where and grid.text(cell.row, cell.column + 1) and not target(grid.text(cell.row, cell.column + 1)):
                beside.add(cell.column)
    mostly = sorted(column for column in places if known[column] * 2 > filled[column])
    labelling = [column for column in mostly if known[column] >= 2 or (column in beside and column > mostly[0])]
    if not labelling or "name" not in set.union(*(places[column] for column in labelling)):
        return []
    return labelling if len(places[labelling[0]]) >= _FEWEST else []
