"""The file formats, from the JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.reference.markdown import code, codes, page, table, text

from qingdan.model.files import MAJOR, MODELS
from qingdan.reports import schema
from qingdan.reports.shapes import OUTPUTS

_LEAD = (
    "每种文件的第一行写明格式，如 `schema: items/1`。同样的内容有 JSON Schema"
    "（`schemas/1/`，或者用 `qingdan schema` 写到本地），编辑器可以据此提示。"
    "没有列出的字段不许写；没有内容的字段不写，不写 `null`。"
)
_TYPES = {"string": "文字", "integer": "整数", "array": "列表", "object": "一组字段", "boolean": "真假", "number": "数"}


def _shape(field: dict[str, Any]) -> str:
    """The type of a field in a few words, with a link to the part it consists of."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in field:
        return codes(field["enum"])
    if "const" in field:
        return code(field["const"])
    if field.get("type") == "array":
        return f"列表：{_shape(field['items'])}"
    bounds = ""
    if "minimum" in field or "maximum" in field:
        bounds = f" {field.get('minimum', '')}–{field.get('maximum', '')}"
    return _TYPES.get(field.get("type", ""), text(field.get("type", ""))) + bounds


def _fields(node: dict[str, Any]) -> Iterator[str]:
    needed = node.get("required", [])
    rows = [
        (code(name), "必填" if name in needed else "", text(field.get("title", "")), _shape(field),
         text(field.get("description", "")))
        for name, field in node.get("properties", {}).items()
    ]  # fmt: skip
    yield from table(("字段", "", "名称", "内容", "说明"), rows)


def _lines() -> Iterator[str]:
    parts: dict[str, dict[str, Any]] = {}
    for name in [*MODELS, *OUTPUTS]:
        body = schema.schema(name)
        parts.update(body.get("$defs", {}))
        yield f"## {text(body['title'])}"
        yield ""
        yield f"`schema: {name}/{MAJOR}`"
        yield ""
        yield from _fields(body)
    yield "## 各部分"
    yield ""
    for name in sorted(parts):
        yield f"### {name}"
        yield ""
        yield from _fields(parts[name])


def pages() -> dict[str, str]:
    """The page of the file formats."""
    return {"files.md": page("文件格式", _LEAD, _lines())}
