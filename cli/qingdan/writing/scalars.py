"""Values as text in the style of what stands around them: plain, quoted, folded; YAML or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from qingdan.reading import read_document


@dataclass(frozen=True, slots=True)
class Style:
    """How values are written in one place.

    Attributes:
        json: The file is JSON: keys and strings are in double quotes.
        quote: ``"`` or ``'`` where strings are always quoted there; empty where they are written plain if they can be.
        padded: Flow mappings are written ``{ a: 1 }``.
    """

    json: bool = False
    quote: str = ""
    padded: bool = False


def flow(value: object, style: Style) -> str:
    """A value on one line."""
    if style.json:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        inner = ", ".join(f"{_string(key, '')}: {flow(each, style)}" for key, each in value.items())
        return f"{{ {inner} }}" if style.padded and inner else f"{{{inner}}}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(each, style) for each in value) + "]"
    if isinstance(value, str):
        return _string(value, style.quote)
    return json.dumps(value)


def in_place_of(old: str, value: object, style: Style) -> str:
    """A value as it is written where another stood.

    Args:
        old: The source text of the other value.
        value: The new one.
        style: How values are written there.
    """
    if style.json or not isinstance(value, str):
        return flow(value, style)
    if old[:1] in (">", "|") and "\n" in old:
        folded = _under_header(old, value)
        if folded:
            return folded
    return _string(value, old[:1] if old[:1] in ("'", '"') else "")


def _under_header(old: str, value: str) -> str:
    """A folded or literal text with its header line kept; empty where the header would add a line break."""
    header, _, body = old.partition("\n")
    lines = [line for line in body.splitlines() if line.strip()]
    if "-" not in header.split("#")[0] or not lines or not value.strip() or value != value.strip() or "\n" in value:
        return ""
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    return f"{header}\n{indent}{value}"


def _string(value: str, quote: str) -> str:
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if not quote and _plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _plain(value: str) -> bool:
    """Whether a string reads as itself without quotes, in a block as in a flow: the reader is asked."""
    if not value.isprintable() or value != value.strip():
        return False
    for text, meant in ((f"k: {value}\n", {"k": value}), (f"- {{k: {value}}}\n", [{"k": value}])):
        document = read_document("value.yaml", text.encode("utf-8", "surrogatepass"))
        if document.findings or document.value != meant:
            return False
    return True
