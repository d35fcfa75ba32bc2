"""Compare two records element by element: provinces, revisions, a county with its province.

Lists are compared member by member, limits and amounts key by key; order is never a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qingdan.comparing.change import Change
from qingdan.comparing.compare import both
from qingdan.comparing.members import SETS, members
from qingdan.model.base import Relation
from qingdan.model.declarations import declaration, elements
from qingdan.model.kinds import KINDS, WHOLE, split
from qingdan.model.kinds.context import Context
from qingdan.model.registry import Registries, plain


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of two records.

    Attributes:
        registries: Ids, names and aliases by which members are matched.
        a_whole: Whether a list of the first record is known in whole.
        b_whole: The same for the second.
        relation: What the second must be to the first in an element; ``None`` where nothing is asked of it.
        working_days: A bare ``day`` is a working day.
    """

    registries: Registries
    a_whole: Callable[[str], bool] = lambda element: True
    b_whole: Callable[[str], bool] = lambda element: True
    relation: Callable[[str], Relation | None] = lambda element: None
    working_days: bool = False

    def context(self, element: str) -> Context:
        """The context of comparing one element."""
        return Context(self.registries, element, self.a_whole(element), self.b_whole(element), self.working_days)


def compare_records(a: Mapping[str, Any], b: Mapping[str, Any], sides: Sides) -> Iterator[Change]:
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
        yield _one_side(element, a, b, relation)
        return
    kind = declaration(element).kind
    if a == b:
        yield Change(element, WHOLE, a, b, "same", "none", "yes" if relation else "unregulated", relation or "free")
    elif kind in SETS:
        yield from _sets(element, a, b, sides, relation)
    elif KINDS[kind].keyed:
        yield from _keyed(element, a, b, sides, relation)
    elif kind in ("prose", "code"):
        same = _plain(a) == _plain(b)
        yield Change(element, WHOLE, a, b, "same" if same else "changed", "none", "unregulated")
    else:
        yield both(a, b, sides.context(element), relation, WHOLE)


def _one_side(element: str, a: Any, b: Any, relation: Relation | None) -> Change:
    """What b adds is new; what b no longer says is not said, which is not the same as taken away."""
    if a is None:
        return Change(element, WHOLE, a, b, "added", "unknown", "unregulated", relation or "free", "not_stated_before")
    allowed = "unsettled" if relation else "unregulated"
    return Change(element, WHOLE, a, b, "not_stated", "unknown", allowed, relation or "free", "not_stated")  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    """Prose without the differences that are none: width, spaces, quotes."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return {key: _plain(entry) for key, entry in value.items()} if isinstance(value, dict) else value


def _sets(element: str, a: list[Any], b: list[Any], sides: Sides, relation: Relation | None) -> Iterator[Change]:
    """Member by member. The effect of one is that of adding it to a, or taking it from a, alone."""
    context, kind = sides.context(element), declaration(element).kind
    before, after = members(kind, a, context), members(kind, b, context)
    unchanged = True
    for name, entry in after.items():
        if name not in before:
            grown = both(a, [*a, entry], context, relation, WHOLE)
            yield replace(grown, before=None, after=[entry], change="added", member=name)
            unchanged = False
    for name, entry in before.items():
        if name not in after:
            left = both(a, [each for each in a if each is not entry], context, relation, WHOLE)
            yield replace(left, before=[entry], after=None, change="removed", member=name)
            unchanged = False
        elif _plain(entry) != _plain(after[name]):
            swapped = [after[name] if each is entry else each for each in a]
            change = both(a, swapped, context, relation, WHOLE)
            yield replace(change, before=[entry], after=[after[name]], change="changed", member=name)
            unchanged = False
    if unchanged:
        yield Change(element, WHOLE, a, b, "same", "none", "yes" if relation else "unregulated", relation or "free")


def _keyed(element: str, a: list[Any], b: list[Any], sides: Sides, relation: Relation | None) -> Iterator[Change]:
    """Channel by channel and case by case; a key that one side alone has was added or is no longer stated."""
    context, kind = sides.context(element), declaration(element).kind
    before, after = split(kind, a, context), split(kind, b, context)
    for key in sorted({*before, *after}):
        if key not in before:
            yield _added_key(element, key, after[key], before.get(WHOLE), context, relation)
        elif key not in after:
            yield Change(element, key, before[key], None, "removed", "unknown", "unregulated")
        else:
            yield both(before[key], after[key], context, relation, key)


def _added_key(
    element: str, key: tuple[str, str], value: Any, general: Any, context: Context, relation: Relation | None
) -> Change:
    """A channel or case of its own, measured by what held for all of them before, if anything did."""
    if general is None:
        return Change(element, key, None, value, "added", "unknown", "unregulated")
    return replace(both(general, value, context, relation, key), change="added")
