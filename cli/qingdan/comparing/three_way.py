"""The comparison three ways: what was required, what is required now, and what the province says.

What the province took over word for word, or in other words that mean the same, follows the nation. What it set itself
stays where it is still allowed. The rest is a conflict, and the province's value stays until a person decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qingdan.comparing.change import Change, Effect, total_effect
from qingdan.comparing.compare import compare
from qingdan.comparing.shifting import shifted
from qingdan.model.declarations import declaration
from qingdan.model.edition import Requirement
from qingdan.model.registry import Registries
from qingdan.values import KINDS, WHOLE, Key, key_of
from qingdan.values.context import Context

Outcome = Literal["follow", "keep", "conflict"]
#: Relations under which a province can take over what is required; what is forbidden cannot be taken over.
_TAKEN_OVER = ("within", "covers", "equal")
_WORSE = {"yes": 0, "unregulated": 0, "unsettled": 1, "no": 2}


@dataclass(frozen=True, slots=True)
class Ways:
    """What is known of the three sides in one element.

    Attributes:
        element: Name of the element.
        base: Registries of the edition that the province was written against.
        new: Registries of the new edition.
        whole: Whether the province's list is known in whole.
        working_days: A bare ``day`` is a working day.
        exact: The province's item is the national one; a part of it or a wider one takes nothing over by itself.
        others: What other items offer beside it: offers for one national item are judged together.
    """

    element: str
    base: Registries
    new: Registries
    whole: bool = True
    working_days: bool = False
    exact: bool = True
    others: tuple[object, ...] = ()

    def context(self, registries: Registries) -> Context:
        """The context of comparing the province with one of the editions."""
        return Context(registries, self.element, b_whole=self.whole, working_days=self.working_days, a_checked=True)


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of one requirement that changed.

    Attributes:
        outcome: The value follows, stays, or a person must decide.
        base: The requirement as it was, ``None`` where there was none.
        new: The requirement as it is now, ``None`` where there is none.
        reason: Reason code of a conflict.
        members: The members that decided.
    """

    outcome: Outcome
    base: Requirement | None
    new: Requirement | None
    reason: str = ""
    members: tuple[str, ...] = ()


def three_way(
    base: Sequence[Requirement], new: Sequence[Requirement], mine: object, ways: Ways
) -> tuple[object, list[Merge]]:
    """Merge what two editions require of one element with what the province says of it.

    Args:
        base: The judged requirements of the older edition on this element.
        new: Those of the new edition.
        mine: The province's value.
        ways: What is known of the three sides.

    Returns:
        The value as it should be, which is ``mine`` where nothing follows; and what became of each requirement that
        changed.
    """
    value, merges, pending = mine, [], []
    for old, now in _changed(base, new):
        followed = _followed(old, now, value, ways)
        if followed is not None:
            value = followed
            merges.append(Merge("follow", old, now))
        else:
            pending.append((old, now))
    broken = _broken(new, mine, value, ways)
    if broken:
        merges = [replace(each, outcome="conflict", reason="other_requirement") for each in merges]
        value = mine
    for old, now in pending:
        merges.append(_judged(old, now, value, ways))
    return value, merges


def effect_of(before: object, after: object, element: str, registries: Registries) -> Effect:
    """What it means for the citizen that a province's value changes."""
    changes = list(compare(before, after, Context(registries, element, a_checked=True, b_checked=True)))
    return total_effect(changes)


def means_the_same(a: object, b: object, element: str, registries: Registries) -> bool:
    """Whether two values of an element say the same."""
    changes = list(compare(a, b, Context(registries, element), "equal"))
    return bool(changes) and all(change.change == "same" for change in changes)


def met(
    base: Sequence[Requirement], new: Sequence[Requirement]
) -> Iterator[tuple[Requirement | None, Requirement | None]]:
    """The requirements of two editions on one element: met by id, by what they say, or by what they are about."""
    olds, news = list(base), list(new)
    for identity in (lambda row: row["id"], _says, _about):
        for old in list(olds):
            now = next((each for each in news if identity(each) == identity(old)), None)
            if now is not None:
                olds.remove(old)
                news.remove(now)
                yield old, now
    yield from ((old, None) for old in olds)
    yield from ((None, now) for now in news)


def _changed(
    base: Sequence[Requirement], new: Sequence[Requirement]
) -> Iterator[tuple[Requirement | None, Requirement | None]]:
    """The requirements that came, went or changed."""
    return ((old, now) for old, now in met(base, new) if old is None or now is None or _says(old) != _says(now))


def _about(row: Requirement) -> tuple[str, str, str]:
    return row["relation"], row.get("channel", ""), row.get("case", "")


def _says(row: Requirement) -> str:
    """All of a requirement that can be judged."""
    return json.dumps([_about(row), row["value"]], ensure_ascii=False, sort_keys=True)


def required(row: Requirement) -> object:
    """What a requirement asks for."""
    return next(iter(row["value"].values()), None)


def _key(row: Requirement, context: Context) -> Key:
    return key_of(row.get("channel", ""), row.get("case", ""), context)


def _followed(old: Requirement | None, now: Requirement | None, mine: object, ways: Ways) -> object:
    """The value with the nation's step made, ``None`` where the province did not simply take over what was required."""
    if old is None or now is None or not ways.exact or old["relation"] not in _TAKEN_OVER:
        return None
    before, after = ways.context(ways.base), ways.context(ways.new)
    key = _key(old, before)
    kind = declaration(ways.element).kind
    if key != WHOLE and not KINDS[kind].keyed:
        return None  # said of one case, where the province makes no difference
    untouched = {each.key for each in compare(required(old), mine, before, "equal", key) if _is_same(each, key)}
    if not untouched:
        return None
    value = shifted(kind, mine, required(old), required(now), untouched, after)
    if value is None or (not KINDS[kind].members and not KINDS[kind].keyed):
        return value
    changes = compare(required(now), value, after, "equal", _key(now, after))
    reached = [each for each in changes if each.key in untouched]
    return value if reached and all(each.change == "same" for each in reached) else None


def _is_same(change: Change, key: Key) -> bool:
    """Whether a part of the province's value says what was required, of nothing more than what was spoken of."""
    spoken = all(not wanted or wanted == found for wanted, found in zip(key, change.key, strict=True))
    return change.change == "same" and change.after is not None and spoken


def _judged(old: Requirement | None, now: Requirement | None, value: object, ways: Ways) -> Merge:
    if now is None:
        return Merge("keep", old, now)
    change = _worst(now, value, ways)
    if change is None or change.allowed in ("yes", "unregulated"):
        return Merge("keep", old, now)
    return Merge("conflict", old, now, change.reason or "differs", change.members)


def _worst(row: Requirement, value: object, ways: Ways) -> Change | None:
    """The worst answer to whether a value is allowed."""
    declared = declaration(ways.element)
    offered = ways.others and KINDS[declared.kind].offer and declared.better == "more" and row["relation"] == "covers"
    if offered and isinstance(value, list):
        value = [*value, *ways.others]
    context = ways.context(ways.new)
    changes = compare(required(row), value, context, row["relation"], _key(row, context))
    return max(changes, key=lambda change: _WORSE[change.allowed], default=None)


def _broken(new: Sequence[Requirement], mine: object, value: object, ways: Ways) -> bool:
    """Whether following one requirement would break another one."""
    if value == mine:
        return False
    for row in new:
        before, after = _worst(row, mine, ways), _worst(row, value, ways)
        if after and _WORSE[after.allowed] > (_WORSE[before.allowed] if before else 0):
            return True
    return False
