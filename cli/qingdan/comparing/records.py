"""Compare two records element by element: provinces, revisions, a county with its province.

Lists are compared member by member, limits and amounts key by key; order is never a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qingdan.comparing.change import Allowed, Change
from qingdan.comparing.compare import both, one_less, one_more
from qingdan.model.base import Relation
from qingdan.model.declarations import declaration, elements
from qingdan.model.registry import Registries, plain
from qingdan.values import WHOLE, Key, kind_of, split
from qingdan.values.context import Context
from qingdan.values.kind import Entry
from qingdan.values.members import canonical, met

#: Members are measured against each other up to so many pairs; real lists stay far below, hostile ones take hours.
_MEASURED = 40_000


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of two records.

    Attributes:
        registries: Ids, names and aliases by which members are matched.
        a_whole: Whether a list of the first record is known in whole.
        b_whole: The same for the second.
        relation: What the second must be to the first in an element; ``None`` where nothing is asked of it.
        working_days: A bare ``day`` is a working day.
        checked: The words beside the ids of both mean the ids, as those of editions do.
    """

    registries: Registries
    a_whole: Callable[[str], bool] = lambda element: True
    b_whole: Callable[[str], bool] = lambda element: True
    relation: Callable[[str], Relation | None] = lambda element: None
    working_days: bool = False
    checked: bool = False

    def context(self, element: str) -> Context:
        """The context of comparing one element."""
        whole, checked = (self.a_whole(element), self.b_whole(element)), self.checked
        return Context(self.registries, element, *whole, self.working_days, a_checked=checked, b_checked=checked)


def compare_records(a: Mapping[str, object], b: Mapping[str, object], sides: Sides) -> Iterator[Change]:
    """Every element that either record states.

    Yields:
        For each element one change that says "same", or the changes of its members, channels and cases.
    """
    for element in elements():
        if element in a or element in b:
            yield from _element(element, a.get(element), b.get(element), sides)


def _element(element: str, a: Any, b: Any, sides: Sides) -> Iterator[Change]:
    relation = sides.relation(element)
    if relation == "free":
        relation = None
    if a is None or b is None:
        yield _one_side(element, WHOLE, a, b, relation, "not_stated")
        return
    kind = kind_of(element)
    if a == b or _reads_same(a, b, declaration(element).ordered):
        yield _same(element, a, b, relation)
    elif kind.members:
        yield from _sets(element, a, b, sides, relation)
    elif kind.keyed:
        yield from _keyed(element, a, b, sides, relation)
    elif not kind.ranked and relation is None:
        yield Change(element, WHOLE, a, b, "changed", "none", "unregulated")
    else:
        yield both(a, b, sides.context(element), relation, WHOLE)


def _same(element: str, a: object, b: object, relation: Relation | None) -> Change:
    return Change(element, WHOLE, a, b, "same", "none", "yes" if relation else "unregulated", relation or "free")


def _one_side(element: str, key: Key, a: object, b: object, relation: Relation | None, reason: str) -> Change:
    """What b adds is new; what b no longer says is not said, which is not the same as taken away."""
    if a is None:
        before = "not_stated_before" if reason == "not_stated" else reason
        return Change(element, key, a, b, "added", "unknown", "unregulated", relation or "free", before)
    return Change(element, key, a, b, "not_stated", "unknown", _open(relation), relation or "free", reason)


def _open(relation: Relation | None) -> Allowed:
    return "unsettled" if relation else "unregulated"


def _reads_same(a: object, b: object, ordered: bool) -> bool:
    """Whether two values differ in nothing but width, spaces, quotes and, where it says nothing, order."""
    if ordered and isinstance(a, list) and isinstance(b, list):
        return [canonical(entry) for entry in a] == [canonical(entry) for entry in b]
    return canonical(a) == canonical(b)


def _sets(element: str, a: list[Entry], b: list[Entry], sides: Sides, relation: Relation | None) -> Iterator[Change]:
    """Member by member. What one means is measured beside the members that stay: added to a, or kept in b."""
    context, known = replace(sides.context(element), a_whole=True, b_whole=True), kind_of(element).members
    assert known is not None
    differing = list(met(known, a, b, context))
    measured = len(differing) * max(len(a), len(b)) <= _MEASURED
    for name, old, new in differing:
        if old is not None and new is not None:
            change = _reworded(both([old], [new], context, relation, WHOLE))
        elif not measured:
            change = _one_side(element, WHOLE, _listed(old), _listed(new), relation, "long_list")
            change = replace(change, change="removed") if old is not None and sides.b_whole(element) else change
        elif old is None:
            change = replace(one_more(a, new, context, relation), change="added")
            change = change if sides.a_whole(element) else replace(change, effect="unknown", reason="known_in_part")
        elif sides.b_whole(element):
            change = replace(one_less(b, old, context, relation), change="removed")
        else:
            change = _one_side(element, WHOLE, [old], None, relation, "known_in_part")
        yield replace(change, member=name)
    if not differing:
        yield _same(element, a, b, relation)


def _reworded(change: Change) -> Change:
    """A member that is still called by its id and says something else: that it means the same, nobody has said.

    An article that is cited otherwise changes nothing for anybody.
    """
    known = kind_of(change.element).members
    if change.effect != "none" or (known and not known.reworded):
        return replace(change, change="changed")
    return replace(change, change="changed", effect="unknown", reason=change.reason or "reworded")


def _listed(member: Entry | None) -> list[Entry] | None:
    return None if member is None else [member]


def _keyed(element: str, a: list[Entry], b: list[Entry], sides: Sides, relation: Relation | None) -> Iterator[Change]:
    """Channel by channel and case by case. Who makes no difference says the same of each of them."""
    context, kind = sides.context(element), declaration(element).kind
    before, after = split(kind, a, context), split(kind, b, context)
    for key in sorted({*before, *after}):
        old, new = _said_of(key, before), _said_of(key, after)
        if old is not None and new is not None and canonical(old) == canonical(new):
            yield replace(_same(element, old, new, relation), key=key)
        elif old is not None and new is not None and len(old) * len(new) > _MEASURED:
            yield Change(element, key, old, new, "unknown", "unknown", _open(relation), relation or "free", "long_list")
        elif old is not None and new is not None:
            change = both(old, new, context, relation, key)
            if change.change == "same" and _worded(old, "step") != _worded(new, "step"):
                change = replace(change, change="changed")
            # the figures are the same, and the words beside them are not
            yield _reworded(change) if change.change == "same" and _words(old) != _words(new) else change
        elif not _divided(key, after if new is None else before):
            yield _one_side(element, key, old, new, relation, "other_case")


def _said_of(key: Key, parts: dict[Key, list[Entry]]) -> list[Entry] | None:
    """What a side says of a channel and a case: by name, or of all channels, or of all cases, or of all."""
    channel, case = key
    return next((parts[each] for each in (key, (channel, ""), ("", case), WHOLE) if each in parts), None)


def _divided(key: Key, parts: dict[Key, list[Entry]]) -> bool:
    """Whether a side speaks of parts of a channel or a case only; each of them is compared by itself."""
    return any(all(not x or x == y for x, y in zip(key, each, strict=True)) for each in parts)


def _worded(value: list[Entry], key: str) -> str:
    """The entries that have a key: limits of single steps, which are no part of the whole."""
    return canonical([entry for entry in value if key in entry])


def _words(value: list[Entry]) -> list[str]:
    """What the entries print, in any order."""
    return sorted(plain(str(entry.get("text", ""))) for entry in value)
