"""What the comparison says of one element: three answers, never one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qingdan.model.base import Relation
from qingdan.values import Key

ChangeWord = Literal["same", "added", "removed", "changed", "not_stated", "unknown"]
Effect = Literal["better", "worse", "mixed", "none", "unknown"]
Allowed = Literal["yes", "no", "unsettled", "unregulated"]


@dataclass(frozen=True, slots=True)
class Change:
    """How b stands to a in one element, for one channel and case.

    Attributes:
        element: Name of the element.
        key: Channel and case; empty strings mean "all".
        before: The value of a (the nation, the province, the older side), ``None`` where it states none.
        after: The value of b, ``None`` where it states none.
        change: Whether b differs.
        effect: What it means for the citizen.
        allowed: Whether b may differ so; only from nation to province and from province to county.
        relation: The relation that was asked for.
        reason: Reason code where an answer is "unknown", "not stated", "unsettled" or "no".
        members: The members that decided: registry ids, or texts.
    """

    element: str
    key: Key
    before: object
    after: object
    change: ChangeWord
    effect: Effect
    allowed: Allowed
    relation: Relation = "free"
    reason: str = ""
    members: tuple[str, ...] = ()
    #: What stays open beside what decided: reason code and member of each.
    open: tuple[tuple[str, str], ...] = ()
    #: Identity of the one member of a list that this change is about; empty for the value as a whole.
    member: str = ""
    #: On what part of the start days b is no longer than a, as ``88%``; empty where that is not the question.
    share: str = ""


def total_effect(changes: list[Change]) -> Effect:
    """The effect of several changes taken together: online slower and the counter faster is mixed."""
    effects = {change.effect for change in changes} - {"none"}
    if not effects:
        return "none"
    if "unknown" in effects:
        return "unknown"
    return effects.pop() if len(effects) == 1 else "mixed"
