"""What is to be known of a kind of value, in one record. Nothing else asks for a kind by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from qingdan.model.base import Kind as KindName
from qingdan.model.base import RegistryKind
from qingdan.model.registry import NameOf
from qingdan.values.answer import Answer
from qingdan.values.cells import Fills, as_phrase
from qingdan.values.context import Context
from qingdan.values.linking import Linked
from qingdan.words.grammar import Lang

#: One entry of a value: a typed dictionary of the model.
Entry = Mapping[str, object]
#: Values as the schema lets them in: each kind knows which typed dictionaries they are, or that they are texts.
Within = Callable[[Any, Any, Context], Answer]


class Speaker(Protocol):
    """Who says a value: in which language, with which names of ids, in the words that are printed or not."""

    lang: Lang
    names: NameOf
    registry: RegistryKind
    printed: bool

    def value(self, value: object, model: object) -> str:
        """A value, or a list of them."""

    def more(self, entry: Mapping[str, object]) -> str:
        """Of what a sum or a share is counted, in brackets, where the text does not say so."""


#: How an entry is said, in full.
Says = Callable[[Any, Speaker], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What makes a list of values a set.

    Attributes:
        identity: What a member is, whatever its place, its case and its spelling.
        says: What a member says, without what is no difference: an alias, an id beside its own name.
        called: What a verdict calls a member; ``None`` where it goes by its ids and texts.
        apart: A member that decides is a finding of its own, at its own entry.
        in_path: And its name stands in the path of the finding.
        reworded: Other words under one identity leave open whether the same is meant.
    """

    identity: Callable[[Any, Context], str]
    says: Callable[[Any, Context], object]
    called: Callable[[Any, Context], str] | None = None
    apart: bool = False
    in_path: bool = False
    reworded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of value.

    Attributes:
        name: As elements declare it.
        within: Whether a is no more than b.
        disjoint: Whether a shares nothing with b; only sets can answer.
        members: For sets, how their members are known.
        keyed: The value is a list whose entries belong to a channel or a case and are compared key by key.
        offer: It lists what is offered: offers of several items that implement one national item are joined.
        gates: It says who is served: an item that is a part of a national one may have more of it.
        judged: A value may be held against a requirement at all.
        ranked: Another value may mean more or less for a citizen; codes and running text have no order.
        cell: How an entry stands in the cell of a table.
        weighed: Whether less in b is really less, and not only less that is said; ``None`` where the two are the same.
        registry: The registry of its members; empty where the edition declares a list for the element, or nothing.
        words: Typed dictionary of a value or an entry → how it is said as one phrase; others are told part by part.
        differs: Whether some entries say other figures than the words beside them; an administrative licence or not.
        unread: The words of an entry that are not read; empty where they say what it says and no more.
        linked: Typed dictionary of a value or an entry → how it is linked; what is not here is a statement in words.
        read: What a printed text means as one entry, and not a word more; ``None`` where that is not certain.
        several: What it means as several entries that stand in it; ``None`` where that is not certain, or there is one.
    """

    name: KindName
    within: Within
    read: Callable[[str, Context], object]
    disjoint: Within | None = None
    members: Members | None = None
    keyed: bool = False
    offer: bool = False
    gates: bool = False
    judged: bool = True
    ranked: bool = True
    cell: Fills = as_phrase
    weighed: Callable[[Any, Any, Context], bool] | None = None
    registry: RegistryKind = ""
    words: Mapping[object, Says] = field(default_factory=dict)
    differs: Callable[[Any, bool], bool] | None = None
    unread: Callable[[Any], str] | None = None
    linked: Mapping[object, Linked] = field(default_factory=dict)
    several: Callable[[str, Context], Sequence[object] | None] | None = None
