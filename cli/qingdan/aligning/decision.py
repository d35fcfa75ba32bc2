"""What is asked of a name, and what was decided of it: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["exact", "part", "wider"]
Outcome = Literal["accepted", "none", "open"]
Why = Literal[
    "said",  # a person has decided it
    "known_name",  # a name or an alias of one item
    "several_items",  # a name of several items
    "ambiguous",  # known to mean several things
    "beside",  # a word of another column says which one it is
    "like",  # like enough a known name, and nothing near it
    "known_gap",  # the name of a service without a national item
    "like_gap",  # like enough the name of such a service
    "other_field",  # a word of another field
    "other_office",  # an office of another field
    "nothing_near",  # no known name is like it, and no word of employment is in it
    "parted",  # a word makes it another matter than the known name
    "close_second",  # another one is nearly as like
    "too_little",  # the best is not like enough
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A matter of a list, with what stands beside its name.

    Attributes:
        name: As printed.
        department: The office.
        headings: What it stands under: the column of a kind, the name of a sheet.
        objects: For whom it is, by which documents, of what fund.
    """

    name: str
    department: str = ""
    headings: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name was taken, or not.

    Attributes:
        why: The kind of reason.
        word: What decided: a word, a known name, what tells several items apart; empty where nothing does.
    """

    why: Why
    word: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A national item that a name may be.

    Attributes:
        item: Its id.
        relation: How what is so called stands to it.
        score: From 0 to 1; 1 is a name that is known.
        name: The known name that comes nearest.
        reasons: What speaks for it, and against.
    """

    item: str
    relation: Relation
    score: float
    name: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a name is.

    Attributes:
        outcome: ``accepted``: the first candidates that ``taken`` counts; ``none``: no national item; ``open``.
        reason: Why.
        candidates: The items that it may be, the likest first.
        taken: How many of them were accepted.
    """

    outcome: Outcome
    reason: Reason
    candidates: tuple[Candidate, ...] = ()
    taken: int = 0

    @property
    def accepted(self) -> tuple[Candidate, ...]:
        """The items that it is."""
        return self.candidates[: self.taken]
