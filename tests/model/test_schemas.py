"""Models and schemas say the same: pydantic, jsonschema-rs and jsonschema agree on valid and on broken documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from qingdan.loading import structure
from qingdan.model.declarations import elements
from qingdan.model.files import ENTRIES, MODELS
from qingdan.reports.schema import schema, text, told
from qingdan.reports.shapes import OUTPUTS

NAMES = [*MODELS, *OUTPUTS]
ADAPTERS = {name: TypeAdapter(OUTPUTS[name] if name in OUTPUTS else MODELS[name]) for name in NAMES}
SCHEMAS = {name: schema(name) for name in NAMES}
#: Strings that the patterns of the models accept, by pattern; a new pattern must be given examples here.
FITTING = {
    r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+$": ["身份证", "a b", "：", "3"],
    r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]+$": ["第一行\n第二行", "一\t二"],
    r"^(local/)?[a-z0-9]+(-[a-z0-9]+)*$": ["id-document", "local/x-1"],
    r"^[A-Z0-9]+(-[A-Z0-9]+)*$": ["JY-0401", "ZJ-2018-57"],
    r"^[A-Z0-9]+(-[A-Z0-9]+)*-R[0-9]{2}$": ["JY-0401-R01"],
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": ["2024", "2024-12", "2024-12-09"],
    r"^[0-9]{6}([0-9]{3})?$": ["430000", "433101001"],
    r"^[0-9]{6}$": ["430000"],
    r"^[0-9]{1,9}/[1-9][0-9]{0,8}$": ["2/3"],
    r"^[0-9A-Za-z][0-9A-Za-z_-]*$": ["512B0070100003-511112000000-000"],
    r"^[A-Z]{3}[0-9]{3}$": ["ZJX001"],
    r"^[0-9a-f]{16}$": ["0123456789abcdef"],
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$": ["ug", "kk-Cyrl"],
}
#: Put in the place of a value, most of them break a document, each in another way.
WRONG: list[Any] = [
    None, 3, -1, 2_000_000_001, 1.5, True, "", "no such word", "身份证\n", "\x00", "\u2028", "x" * 20001, [], {}, [None],
    {"x": 1}, "JY-0401\n", "2024-1-1", "local/", "３",
]  # fmt: skip


def valid(node: dict[str, Any], root: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Documents that a schema of ours accepts."""
    if "$ref" in node:
        return valid(root["$defs"][node["$ref"].rsplit("/", 1)[1]], root, depth)
    if "const" in node:
        return st.just(node["const"])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    match node.get("type"):
        case "string":
            return (
                st.sampled_from(FITTING[node["pattern"]]) if "pattern" in node else st.sampled_from(["", "x", "清单"])
            )
        case "integer":
            return st.integers(node.get("minimum", 0), min(node.get("maximum", 50), 50))
        case "boolean":
            return st.booleans()
        case "array":
            return st.lists(
                valid(node["items"], root, depth + 1), min_size=node.get("minItems", 0), max_size=2 if depth < 4 else 1
            )
        case "object" if "properties" not in node:
            inner = node.get("additionalProperties", True)
            values = valid(inner, root, depth + 1) if isinstance(inner, dict) else st.integers(0, 9)
            return st.dictionaries(st.sampled_from(["a", "b"]), values, max_size=2)
        case "object":
            required = set(node.get("required", []))
            fields = node["properties"]
            optional = [key for key in fields if key not in required]
            return (
                st.lists(st.sampled_from(optional), max_size=4, unique=True).flatmap(
                    lambda chosen: st.fixed_dictionaries(
                        {key: valid(fields[key], root, depth + 1) for key in sorted(required | set(chosen))}
                    )
                )
                if optional
                else st.fixed_dictionaries({key: valid(fields[key], root, depth + 1) for key in sorted(required)})
            )
    return st.integers(0, 9)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document, the whole one first."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [at, *(place for key in keys for place in places(value[key], (*at, key)))]


def mutated(value: Any, place: tuple[Any, ...], how: str, wrong: Any) -> Any:
    """A copy of a document with one thing changed."""
    copy = json.loads(json.dumps(value))
    if not place:
        return wrong
    parent = copy
    for key in place[:-1]:
        parent = parent[key]
    if how == "replace":
        parent[place[-1]] = wrong
    elif how == "drop":
        del parent[place[-1]]
    elif how == "rename" and isinstance(parent, dict):
        parent["unknown_key"] = parent.pop(place[-1])
    elif how == "double" and isinstance(parent, list):
        parent.append(parent[place[-1]])
    return copy


def verdicts(name: str, value: Any) -> tuple[bool, bool, bool]:
    try:
        ADAPTERS[name].validate_python(value)
        by_model = True
    except ValidationError:
        by_model = False
    return by_model, structure.validator(name).is_valid(value), structure.fallback(SCHEMAS[name]).is_valid(value)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_that_of_the_models(name: str, repo: Path) -> None:
    committed = (repo / "schemas" / "1" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == text(name), "run `make generate`"


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_all_three_accept_what_is_valid_and_agree_on_what_is_not(name: str, data: st.DataObject) -> None:
    value = data.draw(valid(SCHEMAS[name], SCHEMAS[name]))
    assert verdicts(name, value) == (True, True, True)
    place = data.draw(st.sampled_from(places(value)))
    how = data.draw(st.sampled_from(["replace", "drop", "rename", "double"]))
    broken = mutated(value, place, how, data.draw(st.sampled_from(WRONG)))
    assert len(set(verdicts(name, broken))) == 1, broken


@pytest.mark.parametrize("name", NAMES)
def test_schemas_hold_nothing_that_validators_read_differently(name: str) -> None:
    body = json.dumps(SCHEMAS[name])
    for word in ('"anyOf"', '"oneOf"', '"null"', '"format"', '"default"', '"type": "number"', '"uniqueItems"'):
        assert word not in body
    assert SCHEMAS[name]["$schema"].endswith("2020-12/schema") and SCHEMAS[name]["$id"] and SCHEMAS[name]["title"]


def test_every_element_of_an_item_says_how_it_varies() -> None:
    properties = SCHEMAS["items"]["$defs"]["Item"]["properties"]
    for name, words in elements().items():
        assert properties[name]["title"] == words.title
        assert set(properties[name]["x-variation"]) - {"ordered"} == {"kind", "better", "relation", "inside"}


def test_every_kind_of_file_has_a_title_and_entries_that_exist() -> None:
    assert set(told()) == set(NAMES)
    for name, entries in ENTRIES.items():
        assert SCHEMAS[name]["properties"][entries]["type"] == "array"
