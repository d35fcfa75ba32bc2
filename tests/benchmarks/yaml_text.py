"""Plain values as YAML in the style in which people keep lists: block style, small mappings on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

#: Texts that are the same without quotes; anything else is quoted.
_BARE = re.compile(r"[A-Za-z\u4e00-\u9fff《（][0-9A-Za-z\u4e00-\u9fff《》（）〔〕、，。；：？—_/.-]*")
_NOT_TEXT = frozenset(("null", "true", "false"))
#: How long a mapping on one line may grow.
_LINE = 90


def write(value: dict[str, Any]) -> str:
    """The value as a YAML text."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def _mapping(value: dict[str, Any], indent: str) -> Iterator[str]:
    for key, part in value.items():
        if isinstance(part, str) and "\n" in part:
            yield f"{indent}{key}: |-"
            yield from (f"{indent}  {line}" for line in part.split("\n"))
        elif _is_flat(part):
            yield f"{indent}{key}: {_flow(part)}"
        else:
            yield f"{indent}{key}:"
            yield from _mapping(part, indent + "  ") if isinstance(part, dict) else _list(part, indent + "  ")


def _list(value: list[Any], indent: str) -> Iterator[str]:
    for part in value:
        if _is_flat(part):
            yield f"{indent}- {_flow(part)}"
        else:
            lines = list(_mapping(part, indent + "  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]


def _is_flat(value: Any) -> bool:
    """Whether a value goes on one line: a scalar, or something short that holds no prose."""
    if not isinstance(value, dict | list):
        return True
    text = _flow(value)
    return len(text) <= _LINE and "\\n" not in text


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    if isinstance(value, str) and _BARE.fullmatch(value) and value.lower() not in _NOT_TEXT:
        return value
    return json.dumps(value, ensure_ascii=False)
