"""Tables of papers: where a page speaks of one matter, a table of 材料名称, 份数, 形式 … says what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from qingdan.importing.account import Account
from qingdan.importing.matters import Matter, doubt_of
from qingdan.importing.values import read
from qingdan.model.fields import words_of
from qingdan.model.parts import Material
from qingdan.model.registry import Registries, plain
from qingdan.reading import read_document
from qingdan.sources import Grid, GridCell
from qingdan.values import parts

ELEMENT = "materials"
_NAME, _NOTHING = "name", "-"


@cache
def _headings() -> Mapping[str, str]:
    """What a column is called, plainly → the part of a paper."""
    file = Path(__file__).with_name("papers.yaml")
    rows = read_document(file.name, file.read_bytes()).value
    own = {plain(each): key for key, (words, _) in words_of(Material).items() for each in (words.title, *words.columns)}
    return own | {plain(label): part for part, labels in rows.items() for label in labels}


def head_of(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """The row of headings of a table of papers, and column → part; ``None`` where a sheet is none.

    It says what papers are called and at least one thing more of them, and every heading of it is known.
    """
    for row, cells in grid.rows.items():
        filled = [cell for cell in cells if cell.text.strip() and not cell.covered_by]
        known = {cell.column: where for cell in filled if (where := _headings().get(plain(cell.text)))}
        told = [where for where in known.values() if where != _NOTHING]
        if len(known) == len(filled) and _NAME in told and len(set(told)) == len(told) > 1:
            return row, known
    return None


def add(matter: Matter, grid: Grid, account: Account, registries: Registries) -> None:
    """Add the papers of a table to the matter of the page; one that says what it asks for elsewhere keeps that.

    Args:
        matter: The only matter of the page.
        grid: The table, for which ``head_of`` has an answer.
        account: Takes in what became of every cell.
        registries: Ids, names and aliases of the edition.
    """
    head = head_of(grid)
    if head is None or ELEMENT in matter.record:
        return
    row, columns = head
    for above in (each for each in grid.rows if each <= row):
        for cell in grid.rows[above]:
            account.tell_cell(grid.sheet, cell, "layout")
    papers = [
        paper for each in grid.rows if each > row for paper in _papers(matter, grid, each, columns, account, registries)
    ]
    if papers:
        matter.record[ELEMENT] = papers


def _papers(
    matter: Matter, grid: Grid, row: int, columns: Mapping[int, str], account: Account, registries: Registries
) -> Iterator[dict[str, object]]:
    """The paper of a row. A row without a name, or with a cell that cannot be relied on, is left out and told."""
    cells = {columns.get(cell.column, ""): cell for cell in grid.rows[row] if not cell.covered_by}
    name = cells.get(_NAME)
    doubtful = next(filter(None, map(doubt_of, cells.values())), "")
    if name is None or not name.text.strip() or doubtful:
        for cell in cells.values():
            account.tell_cell(grid.sheet, cell, "left_out", because=doubtful or "no_name")
        return
    target = f"items[{matter.record['id']}].{ELEMENT}"
    found = read(name.text, ELEMENT, registries).value
    whole = {_NAME: " ".join(name.text.split())}
    paper: dict[str, object] = dict(found[0]) if isinstance(found, list) and len(found) == 1 else dict(whole)
    account.tell_cell(grid.sheet, name, "taken", target)
    for part, cell in cells.items():
        if part != _NAME:
            _part(matter, paper, part, cell, grid, account, registries, target)
    matter.places.setdefault(ELEMENT, (grid.sheet, name.row, name.column))
    yield paper


def _part(
    matter: Matter,
    paper: dict[str, object],
    part: str,
    cell: GridCell,
    grid: Grid,
    account: Account,
    registries: Registries,
    target: str,
) -> None:
    text = " ".join(cell.text.split())
    value = parts.read(text, ELEMENT, part, registries) if part and part != _NOTHING else {}
    if part == _NOTHING:
        account.tell_cell(grid.sheet, cell, "layout")
    elif part in value and not value.keys() & paper.keys():
        paper |= value
        account.tell_cell(grid.sheet, cell, "taken", target)
    else:
        notes = matter.record.setdefault("notes", [])
        assert isinstance(notes, list)
        notes.append(f"{paper[_NAME]}：{text}")
        account.tell_cell(grid.sheet, cell, "noted", f"items[{matter.record['id']}].notes", "unread")
