"""A diff for a person at a terminal: by place and item, worst first; what is the same is counted, not shown."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.answers.differences import Diff, Difference
from qingdan.reporting import diff_words as words
from qingdan.reporting.escape import visible
from qingdan.reporting.frame import WIDEST, width
from qingdan.reporting.paint import Paint, plain
from qingdan.reporting.words import Lang, bracketed, joined, judged_by

_STYLE = {"no": "error", "unsettled": "info", "yes": "good", "unregulated": "dim"}

#: Answers that the summary counts; the rest is in the other formats.
_TOLD = (*words.ALLOWED, "worse", "mixed", "better")
#: A line may end after one of these.
_MARKS = "、，；。,;"


def render(diff: Diff, lang: Lang, paint: Paint = plain, silent: bool = False, today: str = "") -> str:
    """The whole diff.

    Args:
        diff: What differs.
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        silent: Show what a side does not state, too; else it is counted only.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines = [paint(words.title(diff, lang), "bold"), *words.notes(diff, lang)]
    for place, items in words.groups(diff, silent).items():
        if place:
            lines += ["", paint(visible(place), "bold")]
        for group in items:
            lines.extend(_group(group, diff, lang, paint))
    for heading, named in words.alone(diff, silent).items():
        lines += ["", paint(words.said(heading, lang) + bracketed(str(len(named)), lang), "bold")]
        lines += _wrapped(joined(named, lang), "  ", _MARKS)
    renamings = words.renamings(diff, lang)
    lines += ["", *renamings] if renamings else []
    lines += ["", *_summary(diff, lang, silent)]
    if diff.as_of and diff.as_of == today:
        lines.append(judged_by(diff.as_of, today, lang))
    return "\n".join(lines) + "\n"


def _group(group: words.Group, diff: Diff, lang: Lang, paint: Paint) -> Iterator[str]:
    """An item named once, what differs in it, and what the requirements rest on."""
    known = paint("  ".join(visible(part) for part in (group.national, group.path) if part), "dim")
    yield ""
    yield f"  {paint(visible(group.name), 'bold')}  {known}"
    for each in group.rows:
        yield from _difference(each, diff, lang, paint)
    for basis, ids in words.bases(group.rows, lang).items():
        colon = "：" if lang == "zh" else ": "
        yield from _wrapped(f"{words.said('bases', lang)}{colon}{basis} {joined(ids, lang)}", "    ")


def _difference(each: Difference, diff: Diff, lang: Lang, paint: Paint) -> Iterator[str]:
    head = [paint(words.answers(each, diff, lang), _STYLE[each.allowed]), words.what(each, diff, lang)]
    yield "    " + "  ".join(part for part in (*head, paint(each.requirement, "dim")) if part)
    before, after = words.values(each, diff, lang)
    reason = words.why(each, diff, lang)
    if before and after and width(before + after) <= WIDEST - 16 and each.before != each.after:
        yield f"      {before} → {after}"
    else:
        for sign, value in (("-", before), ("+", after)):
            if value:
                yield from _wrapped(value, f"      {sign} ")
    if reason:
        yield from _wrapped(reason, "      ")
    places = [words.where(place) for place in (each.before_place, each.after_place) if place]
    if places:
        yield paint("      " + "  →  ".join(places), "dim")


def _wrapped(text: str, lead: str, marks: str = _MARKS + "： ") -> list[str]:
    """A text in lines that fit a terminal, broken after a mark where there is one."""
    room, lines = WIDEST - width(lead), [""]
    for piece in _pieces(text, marks):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    blank = " " * width(lead)
    return [(lead if at == 0 else blank) + line.rstrip() for at, line in enumerate(lines)]


def _pieces(text: str, marks: str) -> Iterator[str]:
    """Pieces that stay together."""
    piece = ""
    for char in text:
        piece += char
        if char in marks or width(piece) >= WIDEST // 2:
            yield piece
            piece = ""
    if piece:
        yield piece


def counted(diff: Diff, lang: Lang) -> list[str]:
    """How many differences there are; where there are any, what is allowed and what it means for citizens."""
    told = [f"{answer} {number}" for code, answer, number in words.counts(diff, lang) if code in _TOLD]
    joined = ("，" if lang == "zh" else ", ").join(told)
    return [words.totals(diff, lang), joined] if joined else [words.totals(diff, lang)]


def _summary(diff: Diff, lang: Lang, silent: bool) -> Iterator[str]:
    yield from counted(diff, lang)
    if not silent and any(diff.silent(each) for each in diff.differences):
        yield words.said("hidden", lang)
    yield from words.missed(diff, lang)
