"""The words of the annex: titles, kinds of change, notes, in Chinese and English."""

from __future__ import annotations

from qingdan.model.declarations import elements
from qingdan.model.fields import part_words
from qingdan.model.registry import NameOf
from qingdan.printing.values import one_line
from qingdan.reports.changelog.entries import Entry
from qingdan.reports.changelog.facts import Changelog
from qingdan.values.saying import of_key, say
from qingdan.words.grammar import Lang, bracketed, joined, title_of
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: A text of the annex with its values put in.
said = Phrases("changelog")
#: So many places are named; the rest is counted.
SHOWN_PLACES = 6


def shown(text: str) -> str:
    """A text from a file, on one line and harmless to a terminal."""
    return visible(str(one_line(text)))


def told(value: object, lang: Lang, names: NameOf, element: str = "") -> str:
    """A value from a file, on one line."""
    return say(one_line(value), lang, names, element)


def element_title(entry: Entry, log: Changelog, lang: Lang) -> str:
    """The element that changed, with the channel and the case."""
    title = element_name(entry.part, lang)
    key = shown(joined(of_key(entry.difference.key, log.names), lang))
    return title + (bracketed(key, lang) if key else "")


def element_name(element: str, lang: Lang) -> str:
    """The name of an element, or of what a record says of itself beside its elements."""
    words = elements().get(element) or part_words(element)
    return title_of(words.title if words else element.replace("_", " "), element, lang)


def places(entry: Entry, lang: Lang) -> str:
    """Where else the same change holds; ``""`` where nowhere."""
    if not entry.also:
        return ""
    named = joined([shown(place) for place in entry.also[:SHOWN_PLACES]], lang)
    code = "also" if len(entry.also) <= SHOWN_PLACES else "also_many"
    return said(code, lang, places=named, n=len(entry.also))
