"""OpenAPI 3.1 of the static API; its schemas are those of ``schemas/1/api.schema.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from qingdan.loading.schemas import schema
from qingdan.publishing.api import NOTICE

#: Name of a group of files → what they are.
_TAGS = {
    "开始": "有什么，在哪里",
    "全国事项": "全国基准的事项和要求",
    "清单": "各份清单和它们的各地",
    "指南": "一个地方的一个事项",
}
#: Facts of public texts are under no licence that has a name of its own in SPDX.
_LICENCE = {"name": "数据是公开文件中的事实，逐条写明出处，用时照写", "identifier": "LicenseRef-Facts-With-Sources"}
_GONE = "这里没有这个网站：基址不对，或者网站已经搬走"
_UNKNOWN = "没有这个编号"


@dataclass(frozen=True)
class Path:
    """One kind of files.

    Attributes:
        tag: Its group.
        summary: What it holds.
        schema: Name of its schema; empty for linked data, which no schema describes.
        parameters: What the path asks for, with an example each.
    """

    tag: str
    summary: str
    schema: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


_ITEM, _LIST, _GUIDE = {"item": "JY-0401"}, {"province": "430000"}, {"place": "990000", "id": "P99-0401"}
#: Path below ``api/v1`` → what is there.
PATHS = {
    "/index.json": Path("开始", "从这里开始：数目和各个文件的地址", "IndexFile"),
    "/items.json": Path("全国事项", "全部全国事项", "ItemsFile"),
    "/items/{item}.json": Path("全国事项", "一个全国事项：要求和各地的指南", "ItemFile", _ITEM),
    "/provinces.json": Path("清单", "全部清单", "ListsFile"),
    "/provinces/{province}.json": Path("清单", "一份清单和它的各地指南", "ListFile", _LIST),
    "/guides.json": Path("指南", "全部指南，一份一行", "GuidesFile"),
    "/guides/{place}/{id}.json": Path("指南", "一份指南的全部要素", "EntryValue", _GUIDE),
    "/items/{item}.jsonld": Path("全国事项", "一个全国事项，关联数据，CPSV-AP 3.2.0", "", _ITEM),
    "/guides/{place}/{id}.jsonld": Path("指南", "一份指南，关联数据，CPSV-AP 3.2.0", "", _GUIDE),
}


def openapi(as_of: str, name: str, base: str = "") -> dict[str, object]:
    """The description of the API.

    Args:
        as_of: The day on which the site is made; it is the version of the data.
        name: What the site is called: whom to ask.
        base: Address of the site with a slash at the end; empty where it is not known.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "就业公共服务指南数据 Qingdan API",
            "version": as_of,
            "description": NOTICE,
            "contact": {"name": name, **({"url": base} if base else {})},
            "license": _LICENCE,
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        # paths begin with a slash: "./" would put two of them into every address
        "servers": [{"url": "."}],
        "security": [],
        "tags": [{"name": name, "description": told} for name, told in _TAGS.items()],
        "paths": {path: {"get": _get(path, row)} for path, row in PATHS.items()},
        "components": {"schemas": _components()},
    }


def _components() -> dict[str, object]:
    text = json.dumps(schema("api")["$defs"]).replace('"#/$defs/', '"#/components/schemas/')
    found: dict[str, object] = json.loads(text)
    return found


def _get(path: str, row: Path) -> dict[str, object]:
    type = "application/json" if row.schema else "application/ld+json"
    shape = {"$ref": f"#/components/schemas/{row.schema}"} if row.schema else {"type": "object"}
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "example": example}
        for name, example in row.parameters.items()
    ]
    return {
        "tags": [row.tag],
        "summary": row.summary,
        "description": f"{row.summary}。静态文件，不用申请。",
        "operationId": "get_" + "_".join(re.findall(r"\w+", path)),
        "parameters": parameters,
        "responses": {
            "200": {"description": row.summary, "content": {type: {"schema": shape}}},
            "404": {"description": _UNKNOWN if parameters else _GONE},
        },
    }
