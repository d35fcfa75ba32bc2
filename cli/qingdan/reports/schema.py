"""JSON Schema 2020-12 made from the models. Needs pydantic, which is imported by nobody else but the tests."""

from __future__ import annotations

import json

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from qingdan.model import about_files
from qingdan.model.files import MAJOR, MODELS, TITLES
from qingdan.reports import about as about_outputs
from qingdan.reports.shapes import OUTPUTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: A name, not an address: nothing is ever fetched.
NAMESPACE = "urn:qingdan:schema"


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of one kind of file.

    Args:
        name: A key of ``model.files.MODELS``, such as ``items``, or of ``model.outputs.OUTPUTS``, such as ``report``.
    """
    model, title = OUTPUTS[name] if name in OUTPUTS else (MODELS[name], TITLES[name])
    body = TypeAdapter(model).json_schema(schema_generator=GenerateJsonSchema, ref_template="#/$defs/{model}")
    # class names and docstrings are dropped: the words of a schema are the Chinese ones of its fields
    for part in (body, *body.get("$defs", {}).values()):
        part.pop("description", None)
        part.pop("title", None)
    description, example = (about_outputs.OUTPUTS if name in OUTPUTS else about_files.FILES)[name]
    head = {
        "$schema": DIALECT,
        "$id": f"{NAMESPACE}:{name}:{MAJOR}",
        "title": title,
        "description": description,
        "examples": [example],
    }
    return {**head, **body}


def text(name: str) -> str:
    """The schema as it is committed: UTF-8, two spaces, one line feed at the end."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
