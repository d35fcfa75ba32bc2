"""The states of documents for machines, shaped by ``schemas/1/document-states.schema.json``."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.printing.data import head
from qingdan.reports.documents.facts import DocumentState, DocumentStates

FORMAT = "document-states/1"


def value(found: DocumentStates) -> dict[str, object]:
    """The states as plain data."""
    return {
        **head(FORMAT),
        "edition": found.edition,
        "as_of": found.as_of,
        "changed": found.changed,
        "since": found.since,
        "lists": list(found.lists),
        "documents": [_row(row) for row in found.rows],
    }


def _row(row: DocumentState) -> dict[str, object]:
    document = row.document
    return {
        "id": document["id"],
        "title": document["title"],
        "number": document.get("number", ""),
        "issuer": document.get("issuer", ""),
        "date": document.get("date", ""),
        "state": row.state,
        "since": row.since,
        "evidence": document["evidence"],
        "seen": document["seen"],
        "successors": [
            {"id": each["id"], "title": each["title"], "number": each.get("number", "")} for each in row.successors
        ],
        "requirements": [
            {"id": each["id"], "explains": each["explains"], "standing": _standing(each["id"], row)}
            for each in row.requirements
        ],
        "items": [{"id": id, "name": name} for id, name in row.items.items()],
        "citing": [asdict(each) for each in row.citing],
    }


def _standing(id: str, row: DocumentState) -> str:
    return "open" if id in row.open else "over" if id in row.over else "in_force"
