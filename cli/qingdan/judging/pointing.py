"""Which entry of an item a judgement is about, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.comparing.change import Change
from qingdan.findings import Location
from qingdan.loading.catalogue import Effective
from qingdan.loading.edition import Edition
from qingdan.model.registry import plain
from qingdan.values import kind_of
from qingdan.values.context import Context
from qingdan.values.kind import Entry


class Pointing:
    """Finds entries by the names that a change gives for its members; each list is looked through once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[tuple[str, str], dict[str, int]] = {}

    def entry(self, subject: Effective, change: Change) -> int | None:
        """Index of the entry that decides; ``None`` where something is missing or the value is no list."""
        value = subject.record.get(change.element)
        if not isinstance(value, list):
            return None
        if kind_of(change.element).keyed:
            parts = change.after if isinstance(change.after, list) else []
            return next((index for index, entry in enumerate(value) if any(entry is part for part in parts)), None)
        by_name = self._by_name(subject, change.element, value)
        if change.reason == "missing":
            return None
        return next((by_name[member] for member in change.members if member in by_name), None)

    def place(self, subject: Effective, change: Change) -> tuple[Location, str]:
        """Location and JSON Pointer of the entry that decides, or of the element's key."""
        layer = subject.origin(change.element)
        index = self.entry(subject, change)
        if index is None:
            return subject.locate(change.element, key=True), layer.pointer_to(change.element)
        return subject.locate(change.element, index), layer.pointer_to(change.element, index)

    def _by_name(self, subject: Effective, element: str, value: list[Entry]) -> dict[str, int]:
        key = subject.path, element
        if key not in self._known:
            context = Context(self._edition.registries, element)
            names: dict[str, int] = {}
            for index, entry in enumerate(value):
                for name in _names(entry, element, context):
                    names.setdefault(name, index)
            self._known[key] = names
        return self._known[key]


def _names(entry: Entry, element: str, context: Context) -> Iterator[str]:
    """Every name under which a comparison may speak of an entry: ids and plain texts, its own and its options'."""
    known = kind_of(element).members
    if known and known.called:
        yield known.called(entry, context)
    options = entry.get("any_of")
    for each in (entry, *(options if isinstance(options, list) else ())):
        yield from (str(each[field]) for field in ("id", "kind", "document") if field in each)
        yield from (plain(str(each[field])) for field in ("text", "name", "number", "title") if field in each)
