"""Coverage as one page of HTML: plain tables that a screen reader can walk, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from qingdan.printing.page import page, table
from qingdan.printing.page import text as _text
from qingdan.printing.words import day_said, word
from qingdan.reports.coverage.cells import STATUSES, Standing
from qingdan.reports.coverage.counting import Summary
from qingdan.reports.coverage.facts import Column, Coverage
from qingdan.reports.coverage.words import counts_of, reason, result, said, share
from qingdan.words.grammar import Lang, bracketed, joined

#: The words carry the meaning; the colours only repeat it, each dark enough on its ground to be read.
_STYLE = Path(__file__).with_name("style.css").read_text("utf-8")


def render(coverage: Coverage, lang: Lang, only: str = "", today: str = "") -> str:
    """One page with everything in it.

    Args:
        coverage: The matrix.
        lang: ``zh`` or ``en``.
        only: Id of an official list whose rows take the place of the national items.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    body = [
        *(f"<p>{_text(said(note, lang))}</p>" for note in ("partial_note", "undecided_note", "part_note")),
        *_indicators(coverage, lang),
        *_columns(coverage, lang),
        *_lists(coverage, lang),
        *_matrix(coverage, only, lang),
    ]
    if coverage.unread:
        body.append(f"<p>{_text(said('unread_files', lang))} {_text(joined(coverage.unread, lang))}</p>")
    title = said(f"title_{coverage.scope}", lang) + bracketed(day_said(coverage.as_of, today, lang), lang)
    return page(title, _STYLE, body, lang)


def _row(head: str, cells: list[str]) -> str:
    return f'<tr><th scope="row">{head}</th>{"".join(cells)}</tr>'


def _number(value: int | str) -> str:
    return f'<td class="number">{_text(str(value))}</td>'


def _head(column: Column, lang: Lang) -> str:
    told = [word(column.kind, lang)] + ([said(column.not_counted, lang)] if column.not_counted else [])
    return f"{_text(column.name)}<small>{_text(joined(told, lang))}</small>"


def _indicators(coverage: Coverage, lang: Lang) -> Iterator[str]:
    total, words = coverage.total, coverage.words
    rows = [
        _row(_text(said(f"indicator_{indicator.name}", lang)), [_number(share(indicator, lang))])
        for indicator in total.indicators
    ]
    rows += [
        _row(_text(said(name, lang)), [_number(words[name])]) for name in ("met", "part_met", "not_met", "unknown")
    ]
    counted = said("counted", lang, n=len(coverage.counting))
    heads = [_text(said("indicators", lang)), _text(said("total", lang))]
    yield from table(said("indicators", lang) + bracketed(counted, lang), heads, rows)


def _columns(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """A line for each list: its items by status, the counts of its validation, and whether what was decided is met."""
    caption = said("numbers", lang)
    codes = list(_counts(Summary()))
    heads = [said("column" if coverage.scope == "nation" else "place", lang), said("result", lang)]
    heads += [said(code, lang) for code in (*STATUSES, *codes)]
    body = [_row(_head(column, lang), _cells(column.summary, lang)) for column in coverage.columns]
    foot = _row(_text(said("total", lang)), _cells(coverage.total, lang))
    yield from table(caption, [_text(head) for head in heads], body, foot)


def _cells(summary: Summary, lang: Lang) -> list[str]:
    code, told = summary.counts.word, result(summary.counts, lang)
    numbers = [*(summary.statuses[status] for status in STATUSES), *_counts(summary).values()]
    return [f'<td class="{code}">{_text(told)}</td>', *map(_number, numbers)]


def _counts(summary: Summary) -> dict[str, int]:
    return counts_of(summary.counts)


def _lists(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How the rows of each official list stand, list by list and in total."""
    codes = ("exact", "wider", "part", "partly", "missing", "unknown", "not_applicable")
    for name, found in coverage.lists.items():
        heads = [said("column" if coverage.scope == "nation" else "place", lang), *(said(code, lang) for code in codes)]
        body = [
            _row(_text(column.name), [_number(column.summary.lists[name][code]) for code in codes])
            for column in coverage.columns
            if name in column.rows
        ]
        total = coverage.total.lists[name]
        foot = _row(_text(said("total", lang)), [_number(total[code]) for code in codes])
        yield from table(found["name"], [_text(head) for head in heads], body, foot)


def _matrix(coverage: Coverage, only: str, lang: Lang) -> Iterator[str]:
    rows: Mapping[str, str] = coverage.items
    if only:
        rows = {row["id"]: row["name"] for row in coverage.lists[only]["rows"] if row is not None}
    heads = [_text(said("row" if only else "item", lang)), *(_head(column, lang) for column in coverage.columns)]
    body = [
        _row(
            f"{_text(name)}<small>{_text(id)}</small>",
            [_status(_standing(column, id, only), lang) for column in coverage.columns],
        )
        for id, name in rows.items()
    ]
    yield from table(coverage.lists[only]["name"] if only else said("matrix", lang), heads, body)


def _standing(column: Column, id: str, only: str) -> Standing | None:
    if only:
        return column.rows.get(only, {}).get(id)
    return column.cells[id].standing if id in column.cells else None


def _status(standing: Standing | None, lang: Lang) -> str:
    """A cell says its status in words, and why, except where the note above the table says why for all."""
    if standing is None:
        return f'<td class="not_applicable">{_text(said("not_applicable", lang))}</td>'
    why = "" if standing.because in ("partial_list", "items_unknown", "no_row") else reason(standing, lang)
    small = f"<small>{_text(why)}</small>" if why else ""
    return f'<td class="{standing.status}">{_text(said(standing.status, lang))}{small}</td>'
