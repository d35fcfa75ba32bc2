"""The one-line examples of fields are what they show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qingdan.model.declarations import elements
from qingdan.model.examples import EXAMPLES
from qingdan.reading import read_document


def test_every_element_has_an_example() -> None:
    assert set(elements()) <= set(EXAMPLES)


def test_every_field_of_an_item_has_an_example(repo: Path) -> None:
    schema = json.loads((repo / "schemas/1/items.schema.json").read_text("utf-8"))
    assert set(schema["$defs"]["Item"]["properties"]) == set(EXAMPLES)


@pytest.mark.parametrize("field", EXAMPLES)
def test_an_example_is_valid(field: str, repo: Path) -> None:
    from jsonschema_rs import Draft202012Validator

    document = read_document("example.yaml", EXAMPLES[field].encode())
    assert document.findings == [] and list(document.value) == [field]
    assert "\n" not in EXAMPLES[field] and EXAMPLES[field].startswith(f"{field}: ")
    schema = json.loads((repo / "schemas/1/items.schema.json").read_text("utf-8"))
    item = {"id": "P00-0401", **document.value}
    errors = Draft202012Validator(schema).iter_errors({"schema": "items/1", "items": [item]})
    assert [error.message for error in errors] == []
