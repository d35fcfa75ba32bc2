"""A diff as Markdown, for a pull request or a page: one table a item, nothing in it is read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.printing.escape import markdown
from qingdan.printing.words import judged_by
from qingdan.reports.diff import words
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.words.grammar import Lang, bracketed, joined


def render(diff: Diff, lang: Lang, silent: bool = False, today: str = "") -> str:
    """The whole diff.

    Args:
        diff: What differs.
        lang: ``zh`` or ``en``.
        silent: Show what a side does not state, too; else it is counted only.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines = [f"# {markdown(words.title(diff, lang))}", ""]
    lines += [markdown(judged_by(diff.as_of, today, lang)), ""] if diff.as_of else []
    for told in (*words.notes(diff, lang), *words.missed(diff, lang)):
        lines += [f"**{markdown(told)}**", ""]
    lines += [markdown(words.totals(diff, lang)), ""]
    heads = [words.said(code, lang) for code in ("result", "number")]
    lines += _table(heads, ([answer, str(number)] for _, answer, number in words.counts(diff, lang)))
    for place, items in words.groups(diff, silent).items():
        lines += [f"## {markdown(place or words.said('whole_list', lang))}", ""]
        for group in items:
            lines.extend(_group(group, diff, lang))
    for heading, named in words.alone(diff, silent).items():
        lines += [f"## {markdown(words.said(heading, lang))}{bracketed(str(len(named)), lang)}", ""]
        lines += [*(f"- {markdown(name)}" for name in named), ""]
    lines += [f"- {markdown(told)}" for told in words.renamings(diff, lang)]
    return "\n".join(lines).rstrip() + "\n"


def _group(group: words.Group, diff: Diff, lang: Lang) -> Iterator[str]:
    known = " ".join(part for part in (group.national, group.path) if part)
    yield f"### {markdown(group.name)}"
    yield ""
    yield markdown(known)
    yield ""
    yield from _table(words.heads(diff, lang), (_cells(each, diff, lang) for each in group.rows))
    for basis, ids in words.bases(group.rows, lang).items():
        yield f"- {markdown(joined(ids, lang))} {markdown(basis)}"
    yield ""


def _cells(each: Difference, diff: Diff, lang: Lang) -> list[str]:
    before, after = words.values(each, diff, lang)
    places = [words.where(place) for place in (each.before_place, each.after_place) if place]
    answers, what, why = (tell(each, diff, lang) for tell in (words.answers, words.what, words.why))
    return [answers, what, before, after, why, each.requirement, " → ".join(places)]


def _table(heads: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    lines = ["| " + " | ".join(map(markdown, row)) + " |" for row in rows]
    if lines:
        yield "| " + " | ".join(heads) + " |"
        yield "|" + " --- |" * len(heads)
        yield from lines
        yield ""
