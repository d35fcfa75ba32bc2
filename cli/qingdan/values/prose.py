"""Running text and what has parts of its own: never judged."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.parts import Contact, Online, Result
from qingdan.values.answer import YES, Answer, maybe
from qingdan.values.cells import as_parts
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.linking import Linked, Linker, Node, hours
from qingdan.words.grammar import bracketed, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible


def within(a: object, b: object, context: Context) -> Answer:
    """Whether two texts are the same; two that differ have no order."""
    return YES if a == b else maybe("prose")


def online(entry: Online, speaker: Speaker) -> str:
    """Whether it can be done online, and how far."""
    told = Phrases("value").get(f"available_{entry.get('available', '')}", speaker.lang)
    depth = entry.get("depth", "")
    how = dict.fromkeys(filter(None, (speaker.names(speaker.registry, depth) or depth, entry.get("text"))))
    more = visible(joined(list(how), speaker.lang))
    return told + bracketed(more, speaker.lang) if told and more else told or more


def contact(contact: Contact, linker: Linker) -> Iterator[str]:
    """Where a person asks."""
    more: Node = {}
    if "phone" in contact:
        more["ContactPoint.hasTelephone"] = [contact["phone"]]
    if "hours" in contact:
        more["ContactPoint.openingHours"] = [hours(contact["hours"], linker)]
    where = " ".join(contact[key] for key in ("address", "window") if key in contact)
    if where:
        more["address"] = {"@type": "Address", "Address.fullAddress": [linker.text(where)]}
    if more:
        yield linker.put("contact", "", "ContactPoint", more)


def result(result: Result, linker: Linker) -> Iterator[str]:
    """What comes of it."""
    if name := result.get("name", ""):
        yield linker.put("result", name, "Output", {"Output.name": [linker.text(name)]})


KIND = Kind(
    name="prose",
    within=within,
    read=lambda text, context: text,
    judged=False,
    ranked=False,
    cell=as_parts,
    words={Online: online},
    linked={
        Contact: Linked(contact, frozenset(("phone", "address", "window", "hours"))),
        Result: Linked(result, frozenset(("name",))),
    },
)
