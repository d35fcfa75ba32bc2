"""Running text and what has parts of its own: never judged."""

from __future__ import annotations

from qingdan.model.parts import Online
from qingdan.values.answer import YES, Answer, maybe
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind, Speaker
from qingdan.words.grammar import bracketed, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible


def within(a: object, b: object, context: Context) -> Answer:
    """Whether two texts are the same; two that differ have no order."""
    return YES if a == b else maybe("prose")


def online(entry: Entry, speaker: Speaker) -> str:
    """Whether it can be done online, and how far."""
    told = Phrases("value").get(f"available_{entry.get('available', '')}", speaker.lang)
    how = dict.fromkeys(
        filter(None, (speaker.names.get(entry.get("depth", ""), entry.get("depth")), entry.get("text")))
    )
    more = visible(joined(list(how), speaker.lang))
    return told + bracketed(more, speaker.lang) if told and more else told or more


KIND = Kind(name="prose", within=within, judged=False, ranked=False, cell="parts", words={Online: online})
