"""The elements of an item with their declarations, read once from the model."""

from __future__ import annotations

from functools import cache
from typing import get_args

from typing_extensions import get_type_hints

from qingdan.model.base import MARKUP, SECTIONS, Declaration, Felt, MarkupProperty, Section, Told, Words
from qingdan.model.elements import Elements
from qingdan.words.grammar import Lang, reads_chinese
from qingdan.words.said import table


@cache
def elements() -> dict[str, Words]:
    """Element name → its words and declaration, in the order of a guide."""
    return {name: words_of(hint) for name, hint in get_type_hints(Elements, include_extras=True).items()}


def words_of(hint: object) -> Words:
    """The ``Words`` in an annotation."""
    return next(extra for extra in get_args(hint)[1:] if isinstance(extra, Words))


def declaration(element: str) -> Declaration:
    """The declaration of an element.

    Raises:
        KeyError: There is no such element.
    """
    found = elements()[element].declaration
    assert found is not None  # every field of Elements is made by element()
    return found


@cache
def told() -> dict[str, Told]:
    """Element name → where readers find it, in the order of a page; what is hidden is not there."""
    hints = get_type_hints(Elements, include_extras=True).items()
    found = {name: extra for name, hint in hints for extra in get_args(hint)[1:] if isinstance(extra, Told)}
    return dict(sorted(found.items(), key=lambda row: (SECTIONS.index(row[1].section), row[1].order)))


@cache
def in_section(section: Section) -> tuple[str, ...]:
    """The elements that stand in a section of a guide's page."""
    return tuple(name for name, each in told().items() if each.section == section)


def for_offices(element: str) -> bool:
    """Whether only offices care for an element, so that citizens are not told when it changes."""
    return element in elements() and (element not in told() or told()[element].office)


@cache
def marked() -> dict[str, MarkupProperty]:
    """Element name → its property of schema.org, in the order of the markup; those that have none are not there."""
    found = {name: each.markup for name, each in told().items() if each.markup}
    return dict(sorted(found.items(), key=lambda row: MARKUP.index(row[1])))


def felt(element: str, effect: str) -> Felt | None:
    """What a change of an element for the better or worse is to citizens; ``None`` where no more can be said."""
    words = told()[element].felt if element in told() else None
    return words[effect == "worse"] if words and effect in ("better", "worse") else None


def burdens(element: str) -> bool:
    """Whether less of an element is better for people: a condition, a paper, a time to wait."""
    return element in elements() and declaration(element).better == "less"


def titled(element: str, lang: Lang) -> str:
    """The title of an element where a language has it; else its name in words, as of what is no element."""
    if reads_chinese(lang) and element in elements():
        return elements()[element].title
    return table(lang).get(f"element.{element}.title") or element.replace("_", " ")


def called(element: str, lang: Lang) -> str:
    """What citizens call an element: its title where it declares nothing else."""
    words = told()[element].called
    return words.say(lang, f"element.{element}.called") if words else titled(element, lang)
