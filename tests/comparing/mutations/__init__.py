"""Ways to change a list, each with the differences that it must make. Nothing here asks the comparison.

A list is plain data: name of a file → what stands in it. An operator yields its mutations, one for each place in the
example province where it can be applied; a mutation edits the data and declares the exact differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import qingdan

Data = dict[str, Any]
REPO = Path(__file__).resolve().parents[3]
EXAMPLE = REPO / "provinces" / "990000-example"


@dataclass(frozen=True)
class Declared:
    """One difference that a mutation must make."""

    path: str
    change: str
    effect: str = "unknown"
    before: Any = None
    after: Any = None
    allowed: str = "unregulated"


@dataclass(frozen=True)
class Mutation:
    """One edit.

    Attributes:
        name: Of the operator.
        claims: Record and element that it touches; ``*`` for all of a record. Two that claim the same are not independent.
        edit: Changes the data.
        declared: What a comparison must say.
    """

    name: str
    claims: frozenset[tuple[str, str]]
    edit: Callable[[Data], None]
    declared: tuple[Declared, ...] = ()

    def independent(self, other: Mutation) -> bool:
        """Whether neither touches what the other one does."""
        return not any(
            a == b and (x == y or "*" in (x, y)) for a, x in self.claims for b, y in other.claims
        )  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A record of the list: an item, a handling item or a row of a locality."""

    path: str
    kind: str
    record: dict[str, Any]
    #: the item that it is laid over; itself for an item
    item: dict[str, Any]


Operator = Callable[[Data], Iterator[Mutation]]


def example() -> Data:
    """The example province as plain data."""
    files = qingdan.load(EXAMPLE).files
    prefix = f"{EXAMPLE.as_posix()}/"
    return {name.removeprefix(prefix): document.value for name, document in files.documents.items()}


def part(data: Data, *numbers: str) -> Data:
    """Some of its files, and the rows of the localities that speak of what is in them."""
    kept = {name: file for name, file in data.items() if not name.startswith("items/") or name[6:8] in numbers}
    ids = {item["id"] for name, file in kept.items() if name.startswith("items/") for item in file["items"]}
    for name, file in kept.items():
        if name.startswith("localities/"):
            kept[name] = {**file, "items": [row for row in file["items"] if row.get("item") in {None, *ids}]}
    return kept


def places(data: Data) -> Iterator[Place]:
    """Every record of a list, with its path by identity."""
    items = {item["id"]: item for name, file in data.items() if "items/" in name for item in file["items"]}
    for item in items.values():
        yield Place(f"items[{item['id']}]", "item", item, item)
        for handling in item.get("handling_items", []):
            yield Place(f"items[{handling['id']}]", "handling", handling, item)
    for name, file in data.items():
        if "localities/" in name:
            for row in file["items"]:
                path = f"localities[{file['area']}].items[{row['id']}]"
                yield Place(path, "row", row, items.get(row.get("item", ""), row))


def found(data: Data, path: str) -> dict[str, Any]:
    """The record of a path, wherever it stands by now."""
    return next(place.record for place in places(data) if place.path == path)


def on(
    name: str, place: Place, element: str, change: Callable[[dict[str, Any]], None], *declared: Declared
) -> Mutation:
    """A mutation of one element of one record."""

    def edit(data: Data) -> None:
        change(found(data, place.path))

    claims = {(place.path, element)}
    if place.kind == "row":
        claims.add((f"items[{place.item['id']}]", element))
    return Mutation(name, frozenset(claims), edit, declared)
