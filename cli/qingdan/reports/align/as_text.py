"""Which national items the names of lists are, for people: what is accepted, what is none, what is to be said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qingdan.aligning.decision import Candidate, Reason
from qingdan.aligning.run import AlignedList, AlignedName, Alignment
from qingdan.aligning.texts import ELEMENTS, UnlinkedText
from qingdan.loading.edition import Edition
from qingdan.model.declarations import elements
from qingdan.words.grammar import Lang, bracketed, reads_chinese
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("align")
_SECTIONS = Phrases("align.section")
_BECAUSE = Phrases("align.because")
_RELATIONS = Phrases("align.as_relation")
#: So many of a kind are shown; the JSON has all of them.
_MOST = 60
#: So many texts that no registry knows are shown.
_TEXTS = 10


def render(found: Alignment, lang: Lang) -> str:
    """What each name is, list by list; the open ones stand last, with what they may be."""
    return "\n".join("".join(f"{line}\n" for line in _lines(each, lang)) for each in found.lists)


def _lines(found: AlignedList, lang: Lang) -> Iterator[str]:
    counts = {outcome: len(found.of(outcome)) for outcome in _SECTIONS}
    yield _says("list", lang, label=visible(found.label), n=len(found.names), **counts)
    for outcome in _SECTIONS:
        names = found.of(outcome)
        if names:
            yield from ("", _SECTIONS(outcome, lang))
        for each in islice(names, _MOST):
            yield from _name(each, found.edition, lang)
        if len(names) > _MOST:
            yield "  " + _says("more", lang, n=len(names) - _MOST)
    for element in ELEMENTS:
        yield from _texts(element, [each for each in found.texts if each.element == element], lang)
    if counts["open"]:
        yield from ("", _says("next_open", lang))


def _name(each: AlignedName, edition: Edition, lang: Lang) -> Iterator[str]:
    decision = each.decision
    yield f"  {each.id} {visible(each.name)}{bracketed(because(decision.reason, lang), lang)}"
    if decision.outcome == "open" and not decision.candidates:
        yield f"    {_says('nothing_near', lang)}"
    shown = decision.candidates if decision.outcome == "open" else decision.accepted
    yield from (f"    → {candidate(one, edition, lang)}" for one in shown)


def because(reason: Reason, lang: Lang) -> str:
    """A reason in words."""
    return _BECAUSE(reason.why, lang, word=visible(reason.word))


def candidate(found: Candidate, edition: Edition, lang: Lang) -> str:
    """A national item that a name is, or may be: its id and name, how it stands to it, how like the names are."""
    item = edition.items.get(found.item)
    called = str(item.get("name", "")) if item else ""
    relation = bracketed(_RELATIONS(found.relation, lang), lang)
    score = "" if found.score >= 1 else f"{found.score:.2f}"
    against = "".join(bracketed(because(each, lang), lang) for each in found.reasons if each.why == "parted")
    return f"{found.item} {called}{relation}{score}{against}"


def _texts(element: str, texts: list[UnlinkedText], lang: Lang) -> Iterator[str]:
    if not texts:
        return
    title = elements()[element].title if reads_chinese(lang) else element
    yield from ("", _says("texts", lang, element=title, n=len(texts)))
    for each in texts[:_TEXTS]:
        near = "; ".join(f"{one.id} {one.name} {one.score:.2f}" for one in each.candidates)
        yield f"  {visible(each.text)} → {near or _says('nothing_near', lang)}"
    if len(texts) > _TEXTS:
        yield "  " + _says("more", lang, n=len(texts) - _TEXTS)
