"""Editions: each change of a requirement or an item gives exactly the difference that was declared with it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import qingdan
from qingdan.loading.edition import load_edition
from qingdan.loading.sides import Side
from qingdan.reading.tree import MemoryTree
from qingdan.reports.diff.sides import diff
from tests.comparing.mirrors import assert_mirrored
from tests.comparing.mutations import Data

PREFIX = "catalogue/2025/"
DATA: Data = {
    name.removeprefix(PREFIX): document.value for name, document in qingdan.national().files.documents.items()
}
Edit = Callable[[Data], None]


def side(data: Data) -> Side:
    files = {name: json.dumps(value, ensure_ascii=False).encode() for name, value in data.items()}
    return Side("edition", load_edition(MemoryTree(files, label="edition")))


@cache
def base() -> Side:
    return side(DATA)


def told(edit: Edit) -> list[tuple[str, str, str, Any, Any]]:
    data = copy.deepcopy(DATA)
    edit(data)
    mutated = side(data)
    found = diff(base(), mutated, "")
    assert_mirrored(found, diff(mutated, base(), ""))
    return sorted((each.path, each.change, each.effect, each.before, each.after) for each in found.differences)


def row(data: Data, id: str) -> dict[str, Any]:
    """A requirement, on its item or shared."""
    for name, file in data.items():
        rows = (
            [each for item in file.get("items", []) for each in item.get("requirements", [])]
            if "items/" in name
            else []
        )
        rows += file["requirements"] if name.startswith("requirements/") else []
        for each in rows:
            if each["id"] == id:
                return each  # type: ignore[no-any-return]
    raise KeyError(id)


def item(data: Data, id: str) -> dict[str, Any]:
    return next(  # type: ignore[no-any-return]
        each for name, file in data.items() if name.startswith("items/") for each in file["items"] if each["id"] == id
    )


#: Requirements with one limit in working days: a ceiling of what a province may promise.
CEILINGS = sorted(
    id for id, each in qingdan.national().by_id.items()
    if each["element"] == "promised_limit" and each["relation"] == "within" and len(each["value"].get("limits", [])) == 1
    and each["value"]["limits"][0].get("amount", 0) > 1
)  # fmt: skip


@pytest.mark.parametrize("id", CEILINGS)
@pytest.mark.parametrize(("by", "effect"), [(1, "worse"), (-1, "better")])
def test_a_ceiling_loosened_and_tightened(id: str, by: int, effect: str) -> None:
    before = row(DATA, id)["value"]["limits"]
    after = [{**before[0], "amount": before[0]["amount"] + by}]

    def edit(data: Data) -> None:
        row(data, id)["value"] = {"limits": after}

    assert told(edit) == [(f"requirements[{id}]", "changed", effect, before, after)]


def test_a_requirement_added_and_removed() -> None:
    (id, value) = (CEILINGS[0], row(DATA, CEILINGS[0])["value"]["limits"])
    owner = id.rpartition("-R")[0]

    def remove(data: Data) -> None:
        rows = item(data, owner)["requirements"]
        rows.remove(row(data, id))

    assert told(remove) == [(f"requirements[{id}]", "removed", "unknown", value, None)]

    def add(data: Data) -> None:
        item(data, owner)["requirements"].append({**row(data, id), "id": f"{owner}-R99"})

    assert told(add) == [(f"requirements[{owner}-R99]", "added", "unknown", None, value)]


def test_an_item_under_another_id_keeps_its_requirements() -> None:
    def edit(data: Data) -> None:
        moved = item(data, "JY-0401")
        moved.update(id="JY-9401", moved=["JY-0401"])
        for each in moved["requirements"]:
            each["id"] = each["id"].replace("JY-0401", "JY-9401")
        for name, file in data.items():
            for each in file["requirements"] if name.startswith("requirements/") else []:
                for key in ("items", "excluding"):
                    if key in each:
                        each[key] = ["JY-9401" if id == "JY-0401" else id for id in each[key]]

    assert told(edit) == [("items[JY-9401].id", "renamed", "unknown", "JY-0401", "JY-9401")]


def test_an_item_renamed_cancelled_split_and_joined() -> None:
    def rename(data: Data) -> None:
        item(data, "JY-0401")["name"] = "失业人员登记"

    assert told(rename) == [("items[JY-0401]", "renamed", "unknown", "失业登记", "失业人员登记")]

    def cancel(data: Data) -> None:
        item(data, "JY-0401").update(state="cancelled", successor="JY-0402")

    assert told(cancel) == [("items[JY-0401]", "cancelled", "unknown", "in_use", "JY-0402")]

    def split(data: Data) -> None:
        whole = item(data, "JY-0401")
        part = {**copy.deepcopy(whole), "id": "JY-9402", "moved": ["JY-0401"], "requirements": []}
        data["items/04-registration.yaml"]["items"].append(part)

    assert told(split) == [("items[JY-9402]", "added", "unknown", "失业登记", "失业登记")]


def test_order_and_files_are_no_change() -> None:
    def edit(data: Data) -> None:
        names = [name for name in data if name.startswith("items/")]
        items = [each for name in names for each in data.pop(name)["items"]]
        for each in items:
            each.get("requirements", []).reverse()
        data["items/all.yaml"] = {"schema": "national-items/1", "items": items[::-1]}

    assert told(edit) == []


def test_what_was_not_read_of_an_edition_is_not_called_removed() -> None:
    data = copy.deepcopy(DATA)
    files = {name: json.dumps(value, ensure_ascii=False).encode() for name, value in data.items()}
    files["items/04-registration.yaml"] = b"items: [{"
    broken = Side("edition", load_edition(MemoryTree(files, label="edition")))
    found = diff(base(), broken, "")
    assert found.unread == ["items/04-registration.yaml"]
    assert {(each.change, each.reason) for each in found.differences} == {("unknown", "unread")}
    assert any(each.path == "items[JY-0401]" for each in found.differences)
