"""OpenAPI 3.1 of the static API; its schemas are those of ``schemas/1/api.schema.json``."""

from __future__ import annotations

import json
import re
from typing import Any

from qingdan.loading.schemas import schema
from qingdan.publishing.api import NOTICE

#: Path below ``api/v1`` → (Chinese summary, name of the schema, parameters with an example each).
PATHS: dict[str, tuple[str, str, dict[str, str]]] = {
    "/index.json": ("从这里开始：数目和各个文件的地址", "IndexFile", {}),
    "/items.json": ("全部全国事项", "ItemsFile", {}),
    "/items/{item}.json": ("一个全国事项：要求和各地的指南", "ItemFile", {"item": "JY-0401"}),
    "/provinces.json": ("全部清单", "ListsFile", {}),
    "/provinces/{province}.json": ("一份清单和它的各地指南", "ListFile", {"province": "430000"}),
    "/guides.json": ("全部指南，一份一行", "GuidesFile", {}),
    "/guides/{place}/{id}.json": ("一份指南的全部要素", "EntryValue", {"place": "990000", "id": "P99-0401"}),
}
_LINKED = {
    "/items/{item}.jsonld": ("一个全国事项，CPSV-AP 3.2", {"item": "JY-0401"}),
    "/guides/{place}/{id}.jsonld": ("一份指南，CPSV-AP 3.2", {"place": "990000", "id": "P99-0401"}),
}


def openapi(as_of: str) -> dict[str, Any]:
    """The description of the API.

    Args:
        as_of: The day on which the site is made; it is the version of the data.
    """
    paths = {
        path: _get(path, summary, parameters, "application/json", {"$ref": f"#/components/schemas/{name}"})
        for path, (summary, name, parameters) in PATHS.items()
    }
    for path, (summary, parameters) in _LINKED.items():
        paths[path] = _get(path, summary, parameters, "application/ld+json", {"type": "object"})
    return {
        "openapi": "3.1.0",
        "info": {"title": "就业公共服务指南数据 Qingdan API", "version": as_of, "description": NOTICE},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{"url": "./"}],
        "paths": paths,
        "components": {"schemas": _components()},
    }


def _components() -> dict[str, Any]:
    text = json.dumps(schema("api")["$defs"]).replace('"#/$defs/', '"#/components/schemas/')
    found: dict[str, Any] = json.loads(text)
    return found


def _get(path: str, summary: str, parameters: dict[str, str], type: str, shape: dict[str, Any]) -> dict[str, Any]:
    content = {"200": {"description": summary, "content": {type: {"schema": shape}}}}
    missing = {"404": {"description": "没有这个编号"}} if parameters else {}
    rows = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "example": example}
        for name, example in parameters.items()
    ]
    id = "get_" + "_".join(re.findall(r"\w+", path))
    return {"get": {"summary": summary, "operationId": id, "parameters": rows, "responses": {**content, **missing}}}
