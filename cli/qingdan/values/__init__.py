"""The kinds of value. Each answers one question, ``within(a, b)``: does a ask, or offer, no more than b?

Nothing in the comparison knows a field by name: a new element is a field, its kind and its direction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qingdan.model.base import Kind as KindName
from qingdan.model.registry import plain
from qingdan.values import asks, concepts, criteria, limits, quantities, texts
from qingdan.values.answer import YES, Answer, maybe
from qingdan.values.beside import contradicts
from qingdan.values.context import Context

Within = Callable[[Any, Any, Context], Answer]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    Attributes:
        within: Whether a is no more than b.
        disjoint: Whether a shares nothing with b; only sets can answer.
        keyed: The value is a list whose entries belong to a channel or a case and are compared key by key.
        offer: It lists what is offered: offers of several items that implement one national item are joined.
        weighed: Whether less in b is really less, and not only less that is said; ``None`` where the two are the same.
    """

    within: Within
    disjoint: Within | None = None
    keyed: bool = False
    offer: bool = False
    weighed: Callable[[Any, Any, Context], bool] | None = None


KINDS: dict[KindName, Kind] = {
    "asks": Kind(asks.within, asks.disjoint, weighed=asks.weighed),
    "criteria": Kind(criteria.within, criteria.disjoint, weighed=criteria.weighed),
    "concepts": Kind(concepts.within, concepts.disjoint, offer=True),
    "limits": Kind(limits.within, keyed=True),
    "counts": Kind(quantities.counts_within, keyed=True),
    "money": Kind(quantities.money_within, keyed=True),
    "ratios": Kind(quantities.ratios_within, keyed=True),
    "months": Kind(quantities.months_within, keyed=True),
    "fee": Kind(quantities.fee_within),
    "documents": Kind(texts.documents_within, offer=True),
    "name": Kind(texts.name_within),
    "code": Kind(texts.code_within),
    "prose": Kind(texts.prose_within),
}


def within(kind: KindName, a: Any, b: Any, context: Context) -> Answer:
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


def disjoint(kind: KindName, a: Any, b: Any, context: Context) -> Answer:
    """Whether a shares nothing with b."""
    ask = KINDS[kind].disjoint
    return ask(a, b, context) if ask else maybe("not_a_set")


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
