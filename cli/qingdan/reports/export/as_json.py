"""Guides as JSON, shaped by ``EntryValue`` of ``schemas/1/api.schema.json``: one a line, or one a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from qingdan.model.catalogue import CatalogueHead
from qingdan.printing.escape import harmless, steers
from qingdan.reports.export.facts import Export, GuideEntry

FORMAT = "entry/1"


#: How JSON writes the control characters that it escapes itself.
_ESCAPED = re.compile(r"\\[ubfr]")


def dumped(value: object, indent: int | None = None) -> str:
    """A value as JSON, characters as they are but none that steers."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # hardly any list holds such a character, and to look through one text costs far less than to go through all values
    if not steers(text) and not _ESCAPED.search(text):
        return text
    return json.dumps(harmless(value), ensure_ascii=False, indent=indent)


def summary(entry: GuideEntry) -> dict[str, object]:
    """What everybody needs to know of a guide before reading it."""
    subject, source = entry.subject, entry.source
    return {
        "id": entry.id,
        "name": entry.name,
        "place": place(subject.area, entry.place, subject.level),
        "list": listed(entry.catalogue.head),
        "implements": entry.items,
        "source": source,
        **({"as_of": subject.as_of} if subject.as_of else {}),
        "evidence": source["evidence"],
        "specimen": entry.specimen or "no",
        "sample": entry.sample,
    }


def place(area: str, name: str, level: str) -> dict[str, str]:
    """A place; its code only where it has one."""
    return {**({"area": area} if area else {}), "name": name, "level": level}


def listed(head: CatalogueHead) -> dict[str, object]:
    """The list that a guide stands in; its code only where it has one."""
    code = head["province"]
    parts = {"name": head["name"], "kind": head["kind"], "completeness": head["completeness"]}
    return {**({"code": code} if code else {}), **parts}


def value(entry: GuideEntry) -> dict[str, object]:
    """A guide in full."""
    return {"schema": FORMAT, **summary(entry), "record": entry.record}


def lines(export: Export) -> Iterator[str]:
    """JSON Lines: one guide a line."""
    for entry in export.entries:
        yield dumped(value(entry)) + "\n"
