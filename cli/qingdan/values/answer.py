"""Yes, no, or maybe *because*: the three answers of every comparison, and how they join."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["yes", "no", "maybe"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with the members that decide it.

    Attributes:
        verdict: ``yes``, ``no`` or ``maybe``.
        reason: A reason code for ``no`` and ``maybe``, such as ``unmatched`` or ``calendar``.
        members: What the answer is about: registry ids, or texts where there is no id.
        open: What stays open for other reasons beside what decides: reason code and member of each.
        share: Of a limit: on what part of the start days it is a yes, as ``88%``; empty where that says nothing.
    """

    verdict: Verdict
    reason: str = ""
    members: tuple[str, ...] = ()
    share: str = ""
    open: tuple[tuple[str, str], ...] = ()


YES = Answer("yes")


def no(reason: str, *members: str) -> Answer:
    """A decided no."""
    return Answer("no", reason, members)


def maybe(reason: str, *members: str) -> Answer:
    """An answer that cannot be had, and why."""
    return Answer("maybe", reason, members)


def all_of(answers: Iterable[Answer]) -> Answer:
    """Yes if all are; no if any is; otherwise maybe. Members of the deciding answers with one reason are joined."""
    kept: list[Answer] = []
    for answer in answers:
        if answer.verdict != "yes":
            kept.append(answer)
    verdicts: tuple[Verdict, ...] = ("no", "maybe")
    for verdict in verdicts:
        deciding = [answer for answer in kept if answer.verdict == verdict]
        if deciding:
            same = [answer for answer in deciding if answer.reason == deciding[0].reason]
            members = tuple(dict.fromkeys(member for answer in same for member in answer.members))
            share = deciding[0].share if len(deciding) == 1 else ""
            rest = [each for each in kept if each not in same]
            left = [(each.reason, name) for each in rest for name in each.members] + [
                x for each in kept for x in each.open
            ]
            return Answer(verdict, deciding[0].reason, members, share, tuple(dict.fromkeys(left)))
    return YES


def any_of(answers: Iterable[Answer], otherwise: Answer) -> Answer:
    """Yes if any is; otherwise maybe if any is; otherwise no, for a more telling reason than ``otherwise`` if any."""
    unsure: Answer | None = None
    refused = otherwise
    for answer in answers:
        if answer.verdict == "yes":
            return answer
        if answer.verdict == "maybe" and unsure is None:
            unsure = answer
        if answer.verdict == "no" and refused is otherwise and answer.reason != otherwise.reason:
            refused = answer
    return unsure or refused


def order(less_or_same: Answer, more_or_same: Answer) -> Literal["same", "less", "more", "crossed", "unknown"]:
    """The order of two values from ``within`` asked both ways.

    Args:
        less_or_same: ``within(a, b)``.
        more_or_same: ``within(b, a)``.
    """
    if "maybe" in (less_or_same.verdict, more_or_same.verdict):
        return "unknown"
    if less_or_same.verdict == "yes":
        return "same" if more_or_same.verdict == "yes" else "less"
    return "more" if more_or_same.verdict == "yes" else "crossed"
