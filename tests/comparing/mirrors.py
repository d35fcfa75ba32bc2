"""What each word of a difference becomes when the sides change places; where it becomes no one word, why."""

from __future__ import annotations

import json
from collections import Counter

from qingdan.reports.diff.facts import Diff, Difference

#: change → what it may be called from the other side
CHANGE: dict[str, frozenset[str]] = {
    "same": frozenset({"same"}),
    "added": frozenset({"removed", "not_stated"}),
    "removed": frozenset({"added"}),
    "not_stated": frozenset({"added"}),
    "changed": frozenset({"changed"}),
    "renamed": frozenset({"renamed"}),
    "moved_level": frozenset({"moved_level"}),
    "suspended": frozenset({"resumed", "cancelled"}),
    "resumed": frozenset({"suspended", "cancelled"}),
    "cancelled": frozenset({"resumed", "suspended"}),
    "unknown": frozenset({"unknown"}),
}
EFFECT = {"better": "worse", "worse": "better", "mixed": "mixed", "none": "none", "unknown": "unknown"}
#: Between two lists nothing is allowed or forbidden.
ALLOWED = {"unregulated": "unregulated"}

#: Words without one mirror, and why that is right.
WAIVERS = {
    "added": "a member of a list known in whole was removed; an element, or a list known in part, is only silent",
    "suspended": "the way back from suspended is resumed, but from suspended to cancelled and back it is a cancelling",
    "resumed": "both a suspension and a cancelling are taken back by it",
    "cancelled": "taking it back ends in use (resumed) or on hold (suspended); an item that is back is not a new one",
    "yes": "allowed is asked from the nation to a province and from a province to a county, never back",
    "no": "as yes",
    "unsettled": "as yes",
}


def assert_mirrored(there: Diff, back: Diff) -> None:
    """What is told one way must be told the other way in the mirrored words, of the same places and values."""
    assert there.same == back.same
    backs: dict[str, list[Difference]] = {}
    for each in back.differences:
        backs.setdefault(_about(each, swapped=True), []).append(each)
    assert Counter(_about(each) for each in there.differences) == Counter({k: len(v) for k, v in backs.items()})
    for each in there.differences:
        others = backs[_about(each)]
        found = next((other for other in others if _fits(each, other)), None)
        assert found is not None, (each, others)
        others.remove(found)


def _fits(each: Difference, other: Difference) -> bool:
    words = other.change in CHANGE[each.change] and each.change in CHANGE[other.change]
    return words and EFFECT[each.effect] == other.effect and ALLOWED[each.allowed] == other.allowed


def _about(each: Difference, *, swapped: bool = False) -> str:
    """What a difference is about, whatever it says: places and values of both sides, element, channel and case."""
    sides = [(repr(each.before_place), each.before), (repr(each.after_place), each.after)]
    return json.dumps(
        [each.what, each.element, each.key, each.requirement and "row", *(sides[::-1] if swapped else sides)],
        ensure_ascii=False,
        sort_keys=True,
    )
