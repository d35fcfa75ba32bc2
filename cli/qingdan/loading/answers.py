"""What people have said of the names of a list in ``alignment.yaml``: obeyed wherever the list is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from qingdan.loading.placed import Placed
from qingdan.loading.structure import check, kind_of
from qingdan.model.item import Implements
from qingdan.model.naming_items import bare
from qingdan.model.own import AlignedNameValue
from qingdan.problems import BrokenAlignment
from qingdan.reading import Document, read_document

Record = Mapping[str, Any]


class Answers:
    """The rows of an ``alignment.yaml``.

    Attributes:
        rows: As they stand.
    """

    def __init__(self, rows: Iterable[AlignedNameValue] = ()) -> None:
        self.rows = tuple(rows)
        self._by_key = {(bare(row["name"]), row.get("id", "")): row for row in reversed(self.rows)}

    def row(self, record: Record) -> AlignedNameValue | None:
        """The row of an item: the one with its id, else the one for everything of its name."""
        name = bare(str(record.get("name", "")))
        own = self._by_key.get((name, str(record.get("id", ""))))
        return own or self._by_key.get((name, ""))

    def links(self, record: Record) -> list[Implements] | None:
        """The national items that an item is, ``[]`` for none; ``None`` where nobody has said it."""
        row = self.row(record)
        return row.get("implements") if row else None


def read_answers(path: Path) -> tuple[Document, Answers]:
    """An ``alignment.yaml`` wherever it stands.

    Raises:
        BrokenAlignment: It cannot be used.
        OSError: There is no such file, or it cannot be read.
    """
    document = read_document(path.as_posix(), path.read_bytes())
    findings = list(document.findings)
    if not findings:
        _, wrong = kind_of(document, ["alignment"])
        findings = [wrong] if wrong else check("alignment", document).findings
    if findings:
        raise BrokenAlignment(path.as_posix(), findings)
    return document, Answers(document.value["names"])


def aligned(items: Sequence[Placed], rows: Sequence[AlignedNameValue]) -> tuple[Placed, ...]:
    """The items, those that do not say themselves which national ones they are with what the rows say."""
    if not rows:
        return tuple(items)
    answers = Answers(rows)
    return tuple(_answered(item, answers) for item in items)


def _answered(item: Placed, answers: Answers) -> Placed:
    links = None if "implements" in item.record else answers.links(item.record)
    return item if links is None else replace(item, record={**item.record, "implements": links})
