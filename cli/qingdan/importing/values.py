"""What stands in a cell → the value of an element: what is not certain stays as it is printed, and is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qingdan.importing.account import Fate
from qingdan.model.fields import lists, model_of, required_in, words_of
from qingdan.model.registry import Registries
from qingdan.values import kind_of
from qingdan.values.context import Context
from qingdan.values.in_cells import from_cell
from qingdan.values.saying import has_words
from qingdan.words.characters import without_hidden

_NUMBERED = re.compile(
    r"(?:^|(?<=[\n；;。]))\s*(?:[(（]?[0-9]{1,2}[)）.．、](?![0-9])|[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}[)）、])\s*"
)
#: Between the steps of a chain.
_CHAIN = re.compile("[→➔➝⇒]|-{1,2}>|—+>?")
_LINES = re.compile(r"\n+")
_ENDS = re.compile(r"^[\s；;。，,、]+|[\s；;。，,、]+$")
#: What says in words that there is nothing, and signs that may as well stand where nobody has filled in anything.
_NONE, _BLANK = ("无", "无需", "不需要", "无需提供", "无要求"), ("/", "\\", "-", "—", "——")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a cell.

    Attributes:
        value: The value; ``None`` where nothing was taken.
        fate: What became of the cell.
        because: Why it was changed, noted or left out.
    """

    value: object
    fate: Fate
    because: str = ""


def read(text: str, target: str, registries: Registries) -> Reading:
    """The value that a cell states.

    Args:
        text: What it shows.
        target: An element, or a part of one.
        registries: Ids, names and aliases of the edition.
    """
    element, _, part = target.partition(".")
    shown = without_hidden(text)
    tidy = shown.strip()
    if not tidy:
        return Reading(None, "left_out", "hidden")
    spaced = "hidden" if shown != text else "spaces" if tidy != text else ""
    if part:
        return Reading({part: " ".join(tidy.split())}, _fate(spaced), spaced)
    if model_of(element) is None:
        return _plain(tidy, element, registries, spaced)
    if lists(element):
        return _list(tidy, element, registries, spaced)
    value = from_cell(tidy, element, registries)
    return Reading(value, _fate(spaced), spaced) if value is not None else Reading(None, "noted", "unread")


def _plain(text: str, element: str, registries: Registries, spaced: str) -> Reading:
    """A text as it stands on one line; a code of a short list by what it is called."""
    if registries.vocabulary(element).names:
        id = registries.vocabulary(element).named(text)
        return Reading(id, "changed", "code") if id else Reading(None, "noted", "unread")
    line = " ".join(text.split())
    because = spaced or ("spaces" if line != text else "")
    return Reading([line] if lists(element) else line, _fate(because), because)


def _fate(because: str) -> Fate:
    return "changed" if because else "taken"


def _list(text: str, element: str, registries: Registries, spaced: str) -> Reading:
    """The entries of a list. One that is not read stays as printed where the element can hold a text."""
    if text in _BLANK:
        return Reading(None, "noted", "nothing")
    if text in _NONE:
        # of what is asked it says that nothing is; elsewhere it may as well mean that nobody has filled it in
        asked = kind_of(element).members
        return Reading([], "taken") if asked and asked.apart else Reading(None, "noted", "nothing")
    context, chained = Context(registries, element), not has_words(model_of(element))
    parts = [each for piece in pieces(text) for each in (_CHAIN.split(piece) if chained else [piece]) if each.strip()]
    entries, unread = [], False
    for part in parts:
        entry = {"name": part.strip()} if chained else kind_of(element).read(part, context)
        if entry is None and "text" in words_of(model_of(element)) and not required_in(model_of(element)):
            entry, unread = {"text": part}, True
        if entry is None:
            return Reading(None, "noted", "unread")
        entries.append(entry)
    because = "unread" if unread else "taken_apart" if len(parts) > 1 or parts[0] != text else spaced
    return Reading(entries, "changed" if because else "taken", because)


def pieces(text: str) -> list[str]:
    """The parts of a text: by lines, and by numbers before them (1. ① （一）); the whole where it has none.

    >>> pieces("1.身份证；2.户口簿")
    ['身份证', '户口簿']
    >>> pieces("一式两份")
    ['一式两份']
    """
    lines = _LINES.split(_NUMBERED.sub("\n", text))
    return [each for each in (" ".join(_ENDS.sub("", line).split()) for line in lines) if each] or [text]
