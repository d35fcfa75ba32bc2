"""Guides as JSON, shaped by ``EntryValue`` of ``schemas/1/api.schema.json``: one a line, or one a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from qingdan.answers.entries import Entry, Export
from qingdan.reporting.escape import harmless

FORMAT = "entry/1"


def dumped(value: Any, indent: int | None = None) -> str:
    """A value as JSON, characters as they are but none that steers."""
    return json.dumps(harmless(value), ensure_ascii=False, indent=indent)


def summary(entry: Entry) -> dict[str, Any]:
    """What everybody needs to know of a guide before reading it."""
    head, subject, source = entry.catalogue.head, entry.subject, entry.source
    return {
        "id": entry.id,
        "name": entry.name,
        "place": {"area": subject.area, "name": entry.place, "level": subject.level},
        "list": {
            "code": head["province"], "name": head["name"], "kind": head["kind"], "completeness": head["completeness"],
        },
        "implements": entry.items,
        "source": source,
        "as_of": subject.as_of or None,
        "evidence": source["evidence"],
        "specimen": entry.specimen or None,
        "sample": entry.sample,
    }  # fmt: skip


def value(entry: Entry) -> dict[str, Any]:
    """A guide in full."""
    return {"schema": FORMAT, **summary(entry), "record": entry.record}


def lines(export: Export) -> Iterator[str]:
    """JSON Lines: one guide a line."""
    for entry in export.entries:
        yield dumped(value(entry)) + "\n"
