"""The kinds of value. Each answers one question, ``within(a, b)``: does a ask, or offer, no more than b?

Nothing in the comparison knows a field by name: a new element is a field, its kind and its direction.
"""

from __future__ import annotations

from typing import Any

from qingdan.model.base import Kind as KindName
from qingdan.model.base import RegistryKind
from qingdan.model.declarations import declaration, elements
from qingdan.model.fields import model_of
from qingdan.model.registry import plain
from qingdan.values import (
    asks,
    code,
    concepts,
    counts,
    criteria,
    documents,
    fee,
    limits,
    money,
    months,
    name,
    prose,
    ratios,
)
from qingdan.values.answer import YES, Answer, maybe
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind

_MODULES = (asks, criteria, concepts, limits, counts, money, ratios, months, fee, documents, name, code, prose)
KINDS: dict[KindName, Kind] = {module.KIND.name: module.KIND for module in _MODULES}


def kind_of(element: str) -> Kind:
    """The kind of an element.

    Raises:
        KeyError: There is no such element.
    """
    return KINDS[declaration(element).kind]


def reader_of(element: str) -> Kind:
    """The kind that reads the entries of an element: that of their model, whatever the element is compared by."""
    model = model_of(element)
    return next((kind for kind in KINDS.values() if model in kind.words), kind_of(element))


def registry_of(element: str) -> RegistryKind:
    """The registry of the ids of an element, or of what a record states beside its elements."""
    return (element in elements() and kind_of(element).registry) or element


def within(kind: KindName, a: object, b: object, context: Context) -> Answer:
    """Whether a asks, or offers, no more than b.

    Args:
        kind: The kind of both values.
        a: A value as it stands in a file.
        b: Another one.
        context: Registries and what is known of the two values.
    """
    if a == b and context.a_whole and context.b_whole:
        return YES
    if any(contradicts(kind, value, context.working_days) for value in (a, b)):
        return maybe("figures")  # nobody knows whether the number holds or the words
    return KINDS[kind].within(a, b, context)


def disjoint(kind: KindName, a: object, b: object, context: Context) -> Answer:
    """Whether a shares nothing with b."""
    ask = KINDS[kind].disjoint
    return ask(a, b, context) if ask else maybe("not_a_set")


def contradicts(kind: KindName, value: Any, licence: bool = False) -> bool:
    """Whether a value, or an entry of it, says other figures than the words beside it.

    Args:
        kind: Its kind; kinds without figures contradict nothing.
        value: As it stands in a file, or one entry of it.
        licence: For an administrative licence 日 means a working day.
    """
    differs = KINDS[kind].differs
    return differs is not None and value is not None and differs(value if isinstance(value, list) else [value], licence)


def unread(kind: KindName, entry: Entry) -> str:
    """The words of an entry that are not read; empty where they say what it says and no more."""
    ask = KINDS[kind].unread
    return ask(entry) if ask else ""


#: A key of a part of a value: the channel and the case it belongs to; empty strings mean "all".
Key = tuple[str, str]
WHOLE: Key = ("", "")


def split(kind: KindName, value: Any, context: Context) -> dict[Key, Any]:
    """A value by channel and case; values of kinds that have no keys come back whole under ``("", "")``."""
    if not KINDS[kind].keyed:
        return {WHOLE: value}
    parts: dict[Key, Any] = {}
    for entry in value:
        parts.setdefault(key_of(entry.get("channel", ""), entry.get("case", ""), context), []).append(entry)
    return parts


def key_of(channel: str, case: str, context: Context) -> Key:
    """The canonical key of a channel and a case: ids where the text is a known name, else the plain text."""
    cases = context.registries.concepts.get("case")
    resolved = cases.resolve(case if case in cases.names else None, case) if cases and case else ""
    return channel, resolved or plain(case)
