"""JSON Schema 2020-12 made from the models. Needs pydantic, which is imported by nobody else but the tests."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from qingdan.model.files import MAJOR, MODELS
from qingdan.reading import read_document
from qingdan.reports.shapes import OUTPUTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: A name, not an address: nothing is ever fetched.
NAMESPACE = "urn:qingdan:schema"


@cache
def told() -> dict[str, Any]:
    """What ``about.yaml`` says of each kind of file and each output: its title, what it is for, an example."""
    file = resources.files("qingdan.reports") / "about.yaml"
    rows: dict[str, Any] = read_document("about.yaml", file.read_bytes()).value
    return rows


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of one kind of file.

    Args:
        name: A key of ``model.files.MODELS``, such as ``items``, or of ``reports.shapes.OUTPUTS``, such as ``report``.
    """
    model: TypeAdapter[object] = TypeAdapter({**MODELS, **OUTPUTS}[name])
    body = model.json_schema(schema_generator=GenerateJsonSchema, ref_template="#/$defs/{model}")
    about = told()[name]
    # class names and docstrings are dropped: the words of a schema are the Chinese ones of its fields
    for part in (body, *body.get("$defs", {}).values()):
        part.pop("description", None)
        part.pop("title", None)
    head = {
        "$schema": DIALECT,
        "$id": f"{NAMESPACE}:{name}:{MAJOR}",
        "title": about["title"],
        "description": about["about"],
        "examples": [about["example"]],
    }
    return {**head, **body}


def text(name: str) -> str:
    """The schema as it is committed: UTF-8, two spaces, one line feed at the end."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
