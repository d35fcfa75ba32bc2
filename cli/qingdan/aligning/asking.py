"""What of an item is asked: its name, and what its record says of office, kind, object and basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from qingdan.aligning.decision import Asked
from qingdan.aligning.words import words

Record = Mapping[str, Any]
#: Who of a provider is an office.
_OFFICES = ("name", "authority", "accepts")


def asked_of(record: Record) -> Asked:
    """What is asked of an item; columns that no element holds stand in its notes as ``heading：value``."""
    provider = record.get("provider") or {}
    offices = [str(provider[key]) for key in _OFFICES if key in provider]
    headings: list[str] = []
    objects = list(_objects(record))
    for note in record.get("notes") or ():
        column, colon, value = str(note).partition("：")
        if colon and (says := _says(column)):
            (headings if says == "kind" else objects).append(value)
    return Asked(str(record["name"]), " ".join(offices), tuple(headings), tuple(objects))


@lru_cache(maxsize=1024)
def _says(column: str) -> str:
    """Of what a column speaks by its name: the ``kind`` of a matter, or its ``object``; of neither: nothing."""
    return "kind" if words().headings.search(column) else "object" if words().objects.search(column) else ""


def _objects(record: Record) -> Iterator[str]:
    """For whom an item is, and by which documents."""
    for member in record.get("audience") or ():
        yield str(member.get("text", ""))
    for document in record.get("legal_basis") or ():
        yield str(document.get("title") or document.get("text") or "")
