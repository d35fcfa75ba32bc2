"""A diff as one page of HTML that can be sent and printed: plain tables, one a place; no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qingdan.printing.page import page, table, text
from qingdan.printing.words import judged_by
from qingdan.reports.diff import words
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.words.grammar import Lang, bracketed, joined

#: The words carry the meaning; the colours only repeat it, each dark enough on its ground to be read.
STYLE = Path(__file__).with_name("style.css").read_text("utf-8")


def render(diff: Diff, lang: Lang, silent: bool = False, today: str = "") -> str:
    """One page with everything in it.

    Args:
        diff: What differs.
        lang: ``zh`` or ``en``.
        silent: Show what a side does not state, too; else it is counted only.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    return page(words.title(diff, lang), STYLE, _body(diff, lang, silent, judged_by(diff.as_of, today, lang)), lang)


def _body(diff: Diff, lang: Lang, silent: bool, day: str) -> Iterator[str]:
    if diff.as_of:
        yield f"<p>{text(day)}</p>"
    for told in (*words.notes(diff, lang), *words.missed(diff, lang)):
        yield f'<p class="note">{text(told)}</p>'
    yield f"<p>{text(words.totals(diff, lang))}</p>"
    rows = [
        f'<tr><th scope="row">{text(answer)}</th><td class="number">{number}</td></tr>'
        for _, answer, number in words.counts(diff, lang)
    ]
    if rows:
        heads = [text(words.said(code, lang)) for code in ("result", "number")]
        yield from table(words.said("overview", lang), heads, rows)
    for place, items in words.groups(diff, silent).items():
        heads = [text(head) for head in words.heads(diff, lang)]
        body = [line for group in items for line in _group(group, diff, lang)]
        yield from table(place or words.said("whole_list", lang), heads, body)
    for heading, named in words.alone(diff, silent).items():
        yield f"<h2>{text(words.said(heading, lang) + bracketed(str(len(named)), lang))}</h2>"
        yield "<ul>" + "".join(f"<li>{text(name)}</li>" for name in named) + "</ul>"
    yield from (f'<p class="note">{text(told)}</p>' for told in words.renamings(diff, lang))


def _group(group: words.Group, diff: Diff, lang: Lang) -> Iterator[str]:
    """An item named once, what differs in it, and what the requirements rest on."""
    known = " ".join(part for part in (group.national, group.path) if part)
    rests = [f"{joined(ids, lang)} {basis}" for basis, ids in words.bases(group.rows, lang).items()]
    small = "".join(f"<small>{text(told)}</small>" for told in (known, *rests))
    yield f'<tr><th scope="rowgroup" colspan="{len(words.heads(diff, lang))}">{text(group.name)}{small}</th></tr>'
    for each in group.rows:
        yield f"<tr>{''.join(_cells(each, diff, lang))}</tr>"


def _cells(each: Difference, diff: Diff, lang: Lang) -> Iterator[str]:
    yield f'<td class="{each.allowed}">{text(words.answers(each, diff, lang))}</td>'
    before, after = words.values(each, diff, lang)
    for told in (words.what(each, diff, lang), before, after, words.why(each, diff, lang), each.requirement):
        yield f"<td>{text(told)}</td>"
    places = [words.where(place) for place in (each.before_place, each.after_place) if place]
    yield "<td>" + "".join(f"<small>{text(place)}</small>" for place in places) + "</td>"
