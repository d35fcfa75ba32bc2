"""What became of the national items from one edition to a later one: kept, renamed, joined, split, cancelled."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from qingdan.findings import Location
from qingdan.loading.edition import Edition
from qingdan.model.edition import NationalItem
from qingdan.model.item import Implements


class Line:
    """Editions in order, each succeeding the one before it."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        """Take the editions, oldest first; one at least."""
        self._editions = tuple(editions)
        self.base, self.new = editions[0], editions[-1]

    def successors(self, item: str) -> tuple[str, ...]:
        """The items of the new edition that an item of the base became; none where it was dropped."""
        found = [item]
        for before, after in zip(self._editions, self._editions[1:], strict=False):
            found = [each for id in found if id in before.items for each in _step(id, after)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def sources(self) -> Mapping[str, frozenset[str]]:
        """Item of the new edition → the items of the base that went into it."""
        found: dict[str, set[str]] = defaultdict(set)
        for id, item in self.base.items.items():
            if item.get("state", "in_use") == "in_use":
                for target in self.successors(id):
                    found[target].add(id)
        return {target: frozenset(ids) for target, ids in found.items()}

    def added(self) -> Iterator[str]:
        """Items in use that the base did not have; those that a split made are not counted."""
        for id, item in self.new.items.items():
            if item.get("state", "in_use") == "in_use" and id not in self.sources:
                yield id

    def behind(self, item: str) -> int:
        """In how many of the steps to the new edition an item, or what is required of it, changed."""
        steps, ids = 0, [item]
        for before, after in zip(self._editions, self._editions[1:], strict=False):
            became = [each for id in ids if id in before.items for each in _step(id, after)]
            if became != ids or any(_print(before, id) != _print(after, id) for id in ids):
                steps += 1
            ids = became or ids
        return steps

    def place(self, item: str) -> Location | None:
        """Where an item of the new edition stands."""
        entries = self.new.files.entries.get("national-items", [])
        return next((each.locate("id") for each in entries if each.record["id"] == item), None)


def _step(id: str, after: Edition) -> list[str]:
    """What one item is called in the next edition."""
    claimed = [other for other, item in after.items.items() if id in item.get("moved", []) and _in_use(item)]
    seen: set[str] = set()
    while id in after.items and id not in seen:
        seen.add(id)
        item = after.items[id]
        if _in_use(item):
            return [id, *(other for other in claimed if other != id)]
        id = item.get("successor", "")
    return claimed


def _in_use(item: NationalItem) -> bool:
    return item.get("state", "in_use") == "in_use"


def _print(edition: Edition, id: str) -> str:
    """All that an edition says of an item and requires of it."""
    item = {name: value for name, value in edition.items.get(id, {}).items() if name != "requirements"}
    rows = [{**row, "items": None, "excluding": None} for row in edition.requirements.get(id, ())]
    said = [item, rows]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


@dataclass
class Links:
    """What became of the links of one item.

    Attributes:
        links: The links as they should be.
        pairs: Item of the base, item of the new edition, and the link as it was, for each that goes on.
        open: Links that a person must decide on, each with the candidates; none where the item was dropped.
        merged: Items of the new edition into which several were joined.
        reached: Items of the new edition that are accounted for.
    """

    links: list[Implements] = field(default_factory=list)
    pairs: list[tuple[str, str, Implements]] = field(default_factory=list)
    open: list[tuple[Implements, tuple[str, ...]]] = field(default_factory=list)
    merged: set[str] = field(default_factory=set)
    reached: set[str] = field(default_factory=set)


def follow_links(links: Sequence[Implements], line: Line) -> Links:
    """Follow the links of an item to the new edition.

    Args:
        links: The links as they are.
        line: The editions.
    """
    result, written = Links(), set()
    linked = {link["item"] for link in links if link.get("relation", "exact") == "exact"}
    for link in links:
        targets = line.successors(link["item"]) if link["item"] in line.base.items else ()
        if len(targets) != 1:
            result.links.append(link)
            result.reached.update(targets)
            if link["item"] in line.base.items or link["item"] not in line.new.items:
                result.open.append((link, targets))
            continue
        target = targets[0]
        result.pairs.append((link["item"], target, link))
        result.reached.add(target)
        sources = line.sources.get(target, frozenset())
        if len(sources) > 1:
            result.merged.add(target)
        if target not in written:
            result.links.append(_renamed(link, target, sources <= linked))
            written.add(target)
    return result


def _renamed(link: Implements, target: str, whole: bool) -> Implements:
    """A link to the item that another one became; who had one of several that were joined has a part of the new one."""
    if link["item"] == target:
        return link
    renamed = {**link, "item": target}
    if link.get("relation", "exact") == "exact" and not whole:
        renamed["relation"] = "part"
    return cast(Implements, renamed)
