"""How an entry stands in the cell of a table, which is one column for each element."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from qingdan.words.grammar import Lang, bracketed
from qingdan.words.said import Phrases


class Filler(Protocol):
    """Who fills a cell: in which language, and the two ways in which most entries stand there."""

    lang: Lang

    def phrase(self, entry: Mapping[str, Any]) -> str:
        """As one phrase, behind the channel, case or step that it is for."""

    def parts(self, entry: Mapping[str, Any]) -> str:
        """Part by part, each with its title."""


Fills = Callable[[Mapping[str, Any], Filler], str]


def as_phrase(entry: Mapping[str, Any], filler: Filler) -> str:
    """An entry that its kind has words for."""
    return filler.phrase(entry)


def as_parts(entry: Mapping[str, Any], filler: Filler) -> str:
    """An entry that has parts of its own."""
    return filler.parts(entry)


def as_paper(material: Mapping[str, Any], filler: Filler) -> str:
    """A paper by name; when it is asked for, and that nobody need bring what the office fetches."""
    notes = [str(material[key]) for key in ("case", "when") if key in material]
    if material.get("by") == "agency":
        notes.append(Phrases("export")("fetched_by_office", filler.lang))
    return str(material["name"]) + (bracketed("；".join(notes), filler.lang) if notes else "")
