"""OpenAPI 3.1 of the static API: its paths stand in ``openapi.yaml``, its schemas in ``schemas/1/api.schema.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qingdan.loading.schemas import schema
from qingdan.publishing.api import NOTICE
from qingdan.reading import read_document


def openapi(as_of: str, name: str, base: str = "") -> dict[str, object]:
    """The description of the API.

    Args:
        as_of: The day on which the site is made; it is the version of the data.
        name: What the site is called: whom to ask.
        base: Address of the site with a slash at the end; empty where it is not known.
    """
    fixed = fixed_parts()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "就业公共服务指南数据 Qingdan API",
            "version": as_of,
            "description": NOTICE,
            "contact": {"name": name, **({"url": base} if base else {})},
            "license": fixed["licence"],
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        # paths begin with a slash: "./" would put two of them into every address
        "servers": [{"url": "."}],
        "security": [],
        "tags": [{"name": name, "description": told} for name, told in fixed["tags"].items()],
        "paths": {path: {"get": _get(path, row, fixed)} for path, row in fixed["paths"].items()},
        "components": {"schemas": _components()},
    }


def fixed_parts() -> dict[str, Any]:
    """What ``openapi.yaml`` holds."""
    file = Path(__file__).with_name("openapi.yaml")
    fixed: dict[str, Any] = read_document(file.name, file.read_bytes()).value
    return fixed


def _components() -> dict[str, Any]:
    text = json.dumps(schema("api")["$defs"]).replace('"#/$defs/', '"#/components/schemas/')
    found: dict[str, object] = json.loads(text)
    return found


def _get(path: str, row: Mapping[str, Any], fixed: Mapping[str, Any]) -> dict[str, Any]:
    name, summary = row.get("schema", ""), row["summary"]
    type = "application/json" if name else "application/ld+json"
    shape = {"$ref": f"#/components/schemas/{name}"} if name else {"type": "object"}
    parameters = [
        {"name": id, "in": "path", "required": True, "schema": {"type": "string"}, "example": example}
        for id, example in row.get("parameters", {}).items()
    ]
    return {
        "tags": [row["tag"]],
        "summary": summary,
        "description": f"{summary}。静态文件，不用申请。",
        "operationId": "get_" + "_".join(re.findall(r"\w+", path)),
        "parameters": parameters,
        "responses": {
            "200": {"description": summary, "content": {type: {"schema": shape}}},
            "404": {"description": fixed["unknown" if parameters else "gone"]},
        },
    }
