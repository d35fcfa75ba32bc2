"""Coverage for a spreadsheet: a line for each item, or row of an official list, in each list or place."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.printing.spreadsheet import BOM, row
from qingdan.printing.words import word
from qingdan.reports.coverage.cells import Standing
from qingdan.reports.coverage.counting import Counts
from qingdan.reports.coverage.facts import Column, Coverage
from qingdan.reports.coverage.words import counts_of, reason, said
from qingdan.words.grammar import Lang, joined


def render(coverage: Coverage, lang: Lang, only: str = "") -> str:
    """Comma-separated values with a line of headings; no cell of it is read as a formula.

    Args:
        coverage: The matrix.
        lang: ``zh`` or ``en``.
        only: Id of an official list whose rows take the place of the national items.
    """
    heads = ["id", "row" if only else "item", "column" if coverage.scope == "nation" else "place", "area", "kind"]
    heads += ["counts", "status", "because", "by"]
    if not only:
        heads += list(counts_of(Counts()))
    rows = _listed(coverage, only, lang) if only else _items(coverage, lang)
    return "".join([BOM + row([said(head, lang) for head in heads]), *map(row, rows)])


def _items(coverage: Coverage, lang: Lang) -> Iterator[list[str | int]]:
    for id, name in coverage.items.items():
        for column in coverage.columns:
            cell = column.cells.get(id)
            if cell:
                counts = counts_of(cell.counts)
                by = joined(cell.standing.by, lang)
                yield [id, name, *_column(column, lang), *_standing(cell.standing, lang), by, *counts.values()]


def _listed(coverage: Coverage, only: str, lang: Lang) -> Iterator[list[str | int]]:
    for listed in coverage.lists[only]["rows"]:
        for column in coverage.columns if listed is not None else ():
            standing = column.rows.get(only, {}).get(listed["id"])
            if standing:
                by = joined([said(each, lang) for each in standing.by], lang)
                yield [listed["id"], listed["name"], *_column(column, lang), *_standing(standing, lang), by]


def _column(column: Column, lang: Lang) -> list[str | int]:
    counts = said("no" if column.not_counted else "yes", lang)
    return [column.name, column.area, word(column.kind, lang), counts]


def _standing(standing: Standing, lang: Lang) -> list[str | int]:
    return [said(standing.status, lang), reason(standing, lang)]
