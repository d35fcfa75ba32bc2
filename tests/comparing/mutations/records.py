"""Mutations of whole records: items and rows that come, go, are renamed, split, joined, suspended, cancelled."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.comparing.mutations import Data, Declared, Mutation, Place, on, places


def _own(data: Data) -> Iterator[Place]:
    return (place for place in places(data) if place.kind == "item")


def _rows(data: Data, id: str) -> list[Place]:
    return [place for place in places(data) if place.kind == "row" and place.record.get("item") == id]


def _whole(data: Data, item: Place) -> frozenset[tuple[str, str]]:
    """An item with everything that hangs on it."""
    below = [f"items[{each['id']}]" for each in item.record.get("handling_items", [])]
    return frozenset((path, "*") for path in [item.path, *below, *(row.path for row in _rows(data, item.record["id"]))])


def _file_of(data: Data, id: str) -> list[Any]:
    files = (file["items"] for name, file in data.items() if "items/" in name)
    return next(items for items in files if any(item["id"] == id for item in items))


def _take(data: Data, id: str) -> dict[str, Any]:
    items = _file_of(data, id)
    item: dict[str, Any] = next(each for each in items if each["id"] == id)
    items.remove(item)
    return item


def _point(data: Data, old: str, new: str) -> None:
    """Let the rows of the localities speak of another item."""
    for row in _rows(data, old):
        row.record["item"] = new


def gone_and_come(data: Data) -> Iterator[Mutation]:
    """An item is no longer in the list; an item is new."""
    for place in _own(data):
        id, name = place.record["id"], place.record["name"]
        below = [Declared(f"items[{each['id']}]", "removed", "unknown", each["name"])
                 for each in place.record.get("handling_items", [])]  # fmt: skip

        def remove(data: Data, id: str = id) -> None:
            _take(data, id)

        declared = (Declared(place.path, "removed", "unknown", name), *below)
        yield Mutation("item removed", _whole(data, place), remove, declared)
    for number in range(5):
        item = {"id": f"P99-N{number}", "name": f"变异新增{number}", "fee": {"charged": "no"}}

        def add(data: Data, item: Any = item) -> None:
            data["items/01-information.yaml" if "items/01-information.yaml" in data else min(data)]["items"].append(
                item
            )

        claims = frozenset({(f"items[{item['id']}]", "*"), ("files", "*")})
        declared = (Declared(f"items[{item['id']}]", "added", "unknown", None, item["name"]),)
        yield Mutation("item added", claims, add, declared)


def names_and_ids(data: Data) -> Iterator[Mutation]:
    """Another name; another id, said with ``moved``."""
    for place in _own(data):
        name = place.record["name"]

        def rename(record: dict[str, Any]) -> None:
            record["name"] += "变异"

        told = Declared(place.path, "renamed", "unknown", name, f"{name}变异")
        yield on("renamed", place, "name", rename, told)
        old, new = place.record["id"], f"{place.record['id']}-NEW"

        def renumber(data: Data, old: str = old, new: str = new) -> None:
            item = next(each for each in _file_of(data, old) if each["id"] == old)
            item.update(id=new, moved=[old])
            _point(data, old, new)

        declared = (Declared(f"items[{new}].id", "renamed", "unknown", old, new),)
        yield Mutation("another id", _whole(data, place), renumber, declared)


def split_and_joined(data: Data) -> Iterator[Mutation]:
    """One item becomes two, two become one; nothing refers to them."""
    lone = [
        place for place in _own(data) if not _rows(data, place.record["id"]) and "handling_items" not in place.record
    ]
    for place in lone:
        id, name = place.record["id"], place.record["name"]

        def split(data: Data, id: str = id) -> None:
            items = _file_of(data, id)
            item = _take(data, id)
            items += [{**copy.deepcopy(item), "id": f"{id}-{end}", "moved": [id]} for end in ("B", "A")]

        declared = (
            Declared(f"items[{id}-A].id", "renamed", "unknown", id, f"{id}-A"),
            Declared(f"items[{id}-B]", "added", "unknown", name, name),
        )
        yield Mutation("split", _whole(data, place), split, declared)
    for first, second in pairwise(lone):
        a, b = sorted([first, second], key=lambda place: place.path)

        def join(data: Data, a: str = a.record["id"], b: str = b.record["id"]) -> None:
            items = _file_of(data, a)
            item = _take(data, a)
            _take(data, b)
            items.append({**item, "id": "P99-JOINED", "moved": [b, a]})

        declared = (
            Declared("items[P99-JOINED].id", "renamed", "unknown", a.record["id"], "P99-JOINED"),
            Declared(b.path, "removed", "unknown", b.record["name"], a.record["name"]),
        )
        claims = _whole(data, a) | _whole(data, b) | {("items[P99-JOINED]", "*")}
        yield Mutation("joined", claims, join, declared)


def states(data: Data) -> Iterator[Mutation]:
    """Suspended, resumed; cancelled, with and without a successor; moved to a lower level; linked to another national item."""
    for place in _own(data):
        for word, state, successor in [
            ("suspended", "suspended", ""),
            ("resumed", "in_use", ""),
            ("cancelled", "cancelled", ""),
            ("cancelled", "cancelled", "P99-0101"),
        ]:
            before = place.record.get("state", "in_use")
            if before == state:
                continue

            def change(record: dict[str, Any], state: str = state, successor: str = successor) -> None:
                record["state"] = state
                if successor:
                    record["successor"] = successor

            told = Declared(place.path, word, "unknown", before, successor or state)
            yield on(word, place, "state", change, told)
    for place in places(data):
        if "levels" in place.record and [each.get("id") for each in place.record["levels"]] != ["village"]:
            there = [each for each in place.record["levels"] if each.get("id") == "village"]
            lower = there or [{"id": "village", "text": "社区（村）"}]

            def lower_it(record: dict[str, Any], lower: Any = lower) -> None:
                record["levels"] = lower

            told = Declared(place.path, "moved_level", "unknown", place.record["levels"], lower)
            yield on("moved to a lower level", place, "levels", lower_it, told)
        if "implements" in place.record:
            before = sorted(link["item"] for link in place.record["implements"] if link.get("relation") == "exact")
            if len(before) == len(place.record["implements"]):

                def link(record: dict[str, Any]) -> None:
                    record["implements"] = [{"item": "JY-9999", "relation": "part"}]

                told = Declared(f"{place.path}.implements", "changed", "unknown", before, ["JY-9999 part"])
                yield on("linked otherwise", place, "implements", link, told)


def rows(data: Data) -> Iterator[Mutation]:
    """Rows of localities: gone, not claimed, delegated, with a fee of their own."""
    for place in places(data):
        if place.kind != "row" or place.record["status"] != "claimed":
            continue
        name = place.item["name"]

        def remove(data: Data, path: str = place.path) -> None:
            for file_name, file in data.items():
                if "localities/" in file_name:
                    kept = [row for row in file["items"] if f"localities[{file['area']}].items[{row['id']}]" != path]
                    file["items"] = kept

        claims = frozenset({(place.path, "*"), (f"items[{place.item['id']}]", "name")})
        gone = (Declared(place.path, "removed", "unknown", name),)
        yield Mutation("row removed", claims, remove, gone)

        def decline(record: dict[str, Any]) -> None:
            record.update(status="not_claimed", because="变异不办")

        declined = on(
            "row not claimed", place, "*", decline, Declared(place.path, "removed", "unknown", name, "变异不办")
        )
        yield Mutation(declined.name, claims, declined.edit, declined.declared)

        def delegate(record: dict[str, Any]) -> None:
            record["status"] = "delegated"

        told = Declared(f"{place.path}.status", "changed", "unknown", "claimed", "delegated")
        yield on("row delegated", place, "status", delegate, told)
        if "fee" not in place.record and place.item.get("fee") == {"charged": "no"}:

            def charge(record: dict[str, Any]) -> None:
                record["fee"] = {"charged": "yes"}

            costs = Declared(f"{place.path}.fee", "changed", "worse", {"charged": "no"}, {"charged": "yes"})
            yield on("row charges", place, "fee", charge, costs)


OPERATORS = (gone_and_come, names_and_ids, split_and_joined, states, rows)
