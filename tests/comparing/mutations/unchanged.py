"""Mutations that must make no difference: order, files, width of letters, spaces, aliases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import yaml

from tests.comparing.mutations import REPO, Data, Mutation, on, places
from tests.comparing.mutations.values import stating

_NAMES = {
    row["id"]: [row["name"], *row.get("aliases", [])]
    for row in yaml.safe_load((REPO / "catalogue/2025/evidence.yaml").read_text("utf-8"))["evidence"]
}
_SETS = ("materials", "conditions", "audience", "places", "channels", "levels", "legal_basis", "aliases", "visits",
         "promised_limit", "service_standard", "accepted_at", "amount", "months", "applicant_deadline")  # fmt: skip


def order_of_lists(data: Data) -> Iterator[Mutation]:
    """Lists the other way round."""
    for place, element, value in stating(data, *_SETS):
        if len(value) > 1:

            def turn(record: dict[str, Any], element: str = element) -> None:
                record[element] = [*reversed(record[element])]

            yield on("order of a list", place, element, turn)


def order_of_files(data: Data) -> Iterator[Mutation]:
    """Items and keys in another order; files renamed, split, joined."""

    def keys(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: keys(value[key]) for key in reversed(value)}
        return [keys(each) for each in value] if isinstance(value, list) else value

    def turn(data: Data) -> None:
        for name in list(data):
            data[name] = keys(data.pop(name))

    def shuffle(data: Data) -> None:
        for file in data.values():
            if "items" in file:
                random.Random(7).shuffle(file["items"])

    def rename(data: Data) -> None:
        for number, name in enumerate(sorted(data)):
            if "/" in name:
                data[f"{name.split('/')[0]}/{99 - number}.yaml"] = data.pop(name)

    def divide(data: Data) -> None:
        for name in [name for name in data if name.startswith("items/")]:
            for number, item in enumerate(data.pop(name)["items"]):
                data[f"items/{number}-{name[6:]}"] = {"schema": "items/1", "items": [item]}

    def join(data: Data) -> None:
        names = sorted(name for name in data if name.startswith("items/"))
        items = [item for name in names for item in data.pop(name)["items"]]
        data["items/all.yaml"] = {"schema": "items/1", "items": items}

    for name, edit in [("keys", turn), ("items", shuffle), ("renamed", rename), ("divided", divide), ("joined", join)]:
        yield Mutation(f"files {name}", frozenset({("files", "*")}), edit)


def _wide(text: str) -> str:
    """Letters and figures in full width, a space in the middle, all of it in 《》."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    return f"《{wide[:1]} {wide[1:]}》"


def width(data: Data) -> Iterator[Mutation]:
    """The same text in other letters."""
    for place in places(data):
        if place.record.get("name"):

            def widen(record: dict[str, Any]) -> None:
                record["name"] = _wide(record["name"])

            yield on("width of a name", place, "name", widen)
    for place, element, value in stating(data, "materials", "legal_basis", "contact", "audience"):
        if value:

            def widen_all(record: dict[str, Any], element: str = element) -> None:
                record[element] = _widened(record[element])

            yield on("width of a text", place, element, widen_all)


def _widened(value: Any) -> Any:
    if isinstance(value, list):
        return [_widened(each) for each in value]
    texts = ("name", "text", "title", "number", "article", "phone", "address", "form")
    return {key: _wide(each) if key in texts else each for key, each in value.items()}


def aliases(data: Data) -> Iterator[Mutation]:
    """A paper under another of its listed names, with and without its id."""
    for place, element, value in stating(data, "materials"):
        for index, material in enumerate(value):
            names = _NAMES.get(material.get("id", ""), [])
            if material["name"] in names and "any_of" not in material:
                for name in names[:3]:
                    other = {key: each for key, each in material.items() if key != "id"} | {"name": name}

                    def replace(record: dict[str, Any], index: int = index, other: Any = other) -> None:
                        record["materials"] = [*record["materials"]]
                        record["materials"][index] = other

                    yield on("alias", place, element, replace)


OPERATORS = (order_of_lists, order_of_files, width, aliases)
