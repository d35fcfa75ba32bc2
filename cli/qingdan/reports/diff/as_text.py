"""A diff for a person at a terminal: by place and item, worst first; what is the same is counted, not shown."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.printing.frame import WIDEST, width
from qingdan.printing.paint import Paint, plain
from qingdan.printing.words import judged_by
from qingdan.printing.wrapping import MARKS, wrapped
from qingdan.reports.diff import words
from qingdan.reports.diff.cutting import NAMED, ROWS, cut
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.words.grammar import Lang, bracketed, colon, comma, joined
from qingdan.words.showing import visible

_STYLE = {"no": "error", "unsettled": "info", "yes": "good", "unregulated": "dim"}

#: Answers that the summary counts; the rest is in the other formats.
_TOLD = (*words.ALLOWED, "worse", "mixed", "better")


def render(diff: Diff, lang: Lang, paint: Paint = plain, silent: bool = False, today: str = "") -> str:
    """The whole diff.

    Args:
        diff: What differs.
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        silent: Show what a side does not state, too, and long lists to their ends; else the rest is counted only.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines = [paint(words.title(diff, lang), "bold"), *words.notes(diff, lang)]
    for place, items in words.groups(diff, silent).items():
        if place:
            lines += ["", paint(visible(place), "bold")]
        for group in items:
            lines.extend(_group(group, diff, lang, paint, silent))
    for heading, named in words.alone(diff, silent).items():
        lines += ["", paint(words.said(heading, lang) + bracketed(str(len(named)), lang), "bold")]
        shown = named if silent else named[:NAMED]
        lines += wrapped(joined(shown, lang) + _rest("more_entries", len(named) - len(shown), lang), "  ", MARKS)
    renamings = words.renamings(diff, lang)
    lines += ["", *renamings] if renamings else []
    lines += ["", *_summary(diff, lang, silent)]
    if diff.as_of and diff.as_of == today:
        lines.append(judged_by(diff.as_of, today, lang))
    return "\n".join(lines) + "\n"


def _group(group: words.Group, diff: Diff, lang: Lang, paint: Paint, whole: bool) -> Iterator[str]:
    """An item named once, what differs in it, and what the requirements rest on."""
    known = paint("  ".join(visible(part) for part in (group.national, group.path) if part), "dim")
    yield ""
    yield f"  {paint(visible(group.name), 'bold')}  {known}"
    rows = group.rows if whole else group.rows[:ROWS]
    for each in rows:
        yield from _difference(each, diff, lang, paint, whole)
    if len(rows) < len(group.rows):
        yield f"    {words.said('more_rows', lang, n=len(group.rows) - len(rows))}"
    for basis, ids in words.bases(rows, lang).items():
        yield from wrapped(f"{words.said('bases', lang)}{colon(lang)}{basis} {joined(ids, lang)}", "    ")


def _difference(each: Difference, diff: Diff, lang: Lang, paint: Paint, whole: bool) -> Iterator[str]:
    each, *left = (each, 0, 0, 0) if whole else cut(each)
    head = [paint(words.answers(each, diff, lang), _STYLE[each.allowed]), words.what(each, diff, lang)]
    yield "    " + "  ".join(part for part in (*head, paint(each.requirement, "dim")) if part)
    told = (*words.values(each, diff, lang), words.why(each, diff, lang))
    before, after, reason = (
        text and text + _rest("more_entries", more, lang) for text, more in zip(told, left, strict=True)
    )
    if before and after and width(before + after) <= WIDEST - 16 and each.before != each.after:
        yield f"      {before} → {after}"
    else:
        for sign, value in (("-", before), ("+", after)):
            if value:
                yield from wrapped(value, f"      {sign} ")
    if reason:
        yield from wrapped(reason, "      ")
    places = [words.where(place) for place in (each.before_place, each.after_place) if place]
    if places:
        yield paint("      " + "  →  ".join(places), "dim")


def _rest(code: str, number: int, lang: Lang) -> str:
    """How many entries of a list are not shown, in brackets."""
    return bracketed(words.said(code, lang, n=number), lang) if number else ""


def counted(diff: Diff, lang: Lang) -> list[str]:
    """How many differences there are; where there are any, what is allowed and what it means for citizens."""
    told = [f"{answer} {number}" for code, answer, number in words.counts(diff, lang) if code in _TOLD]
    joined = comma(lang).join(told)
    return [words.totals(diff, lang), joined] if joined else [words.totals(diff, lang)]


def _summary(diff: Diff, lang: Lang, silent: bool) -> Iterator[str]:
    yield from counted(diff, lang)
    if not silent and any(diff.silent(each) for each in diff.differences):
        yield words.said("hidden", lang)
    yield from words.missed(diff, lang)
