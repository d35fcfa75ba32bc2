"""What still stands on a day: a document that nothing replaced, and a requirement that such a document carries.

A document that is replaced takes with it every requirement that rests on it alone. Whether its successor asks for the
same is then not known until somebody has seen it there; whoever has names the successor as a second basis.
"""

from __future__ import annotations

from typing import Literal

from qingdan.model import dates
from qingdan.model.edition import Basis, Document, Requirement
from qingdan.model.registry import Documents

#: States in which a document is no longer the one to go by.
GONE = ("replaced", "repealed", "expired")
#: What became of the ground of a requirement: nothing, every basis is gone, or it is not known whether one stands.
Ground = Literal["", "basis_replaced", "basis_unclear"]


def gone_on(document: Document, day: str) -> bool | None:
    """Whether a document was out of force on a day; ``None`` where its record, or the day, does not tell.

    What is replaced or repealed is gone from the day of it on; what expires holds to the end of its last day.
    """
    until = document.get("in_force", {}).get("until", "")
    if document["status"] == "expired":
        until = until or document.get("status_on", "")
        return dates.known_before(until, day) if until else None
    over = dates.known_before(until, day) if until else False
    if over or document["status"] not in GONE:
        return over
    since = document.get("status_on", "")
    before = dates.known_before(day, since) if since else None
    return None if before is None else not before


def state_on(document: Document, day: str) -> str:
    """The state of a document on a day; what its record says, where that does not tell.

    A document that was replaced later was in force then, and one whose last day is over has expired, whatever its
    record says.
    """
    gone, status = gone_on(document, day), document["status"]
    if gone:
        return status if status in GONE else "expired"
    return "in_force" if gone is False and status in GONE else status


def ended_on(document: Document) -> str:
    """The day from which a document is replaced or repealed, or its last day; empty where none is known."""
    days = document.get("status_on", ""), document.get("in_force", {}).get("until", "")
    first, second = days if document["status"] in ("replaced", "repealed") else reversed(days)
    return first or second


def ended(requirement: Requirement, day: str) -> bool:
    """Whether a requirement has surely ended by its own words on a day."""
    return dates.in_force("", requirement.get("in_force", {}).get("until", ""), day) is False


def standing(requirement: Requirement, documents: Documents, day: str) -> tuple[Basis, ...]:
    """The bases of a requirement that were surely not out of force on a day; one that is not registered stands."""
    return tuple(row for row in requirement["basis"] if _gone(row, documents, day) is False)


def _gone(row: Basis, documents: Documents, day: str) -> bool | None:
    document = documents.by_id.get(row["document"])
    return gone_on(document, day) if document else False


def ground(requirement: Requirement, documents: Documents, day: str) -> Ground:
    """Whether a requirement still rests on something on a day."""
    gone = {_gone(row, documents, day) for row in requirement["basis"]}
    if False in gone:
        return ""
    return "basis_replaced" if gone == {True} else "basis_unclear"


def successors(document: Document, documents: Documents) -> list[Document]:
    """What took the place of a document, one after the other; a circle ends where it began."""
    found, seen = [], {document["id"]}
    following = document.get("successor", "")
    while following in documents.by_id and following not in seen:
        seen.add(following)
        found.append(documents.by_id[following])
        following = found[-1].get("successor", "")
    return found


def line_of(document: Document, documents: Documents) -> str:
    """Numbers or titles of the successors of a document: ``财社〔2023〕181号 → 财社〔2026〕1号``; empty without one."""
    return " → ".join(row.get("number", row["title"]) for row in successors(document, documents))
