"""Plain values → YAML that a person likes to read, the same bytes every time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

#: What may stand without quotes: no digit first (numbers, dates), no indicator, no word that another reader takes for a
#: yes, a no or nothing. A question mark inside is refused by libyaml between brackets.
_SAFE = re.compile(r"[^\s\d!&*?|>@`\"'%#,\[\]{}:.~+=<-][^,\[\]{}\"'#:?\n]*")
_NUMBERED = re.compile(r"[0-9A-Za-z〔〕()（）][0-9A-Za-z〔〕()（）.:-]*[\u4e00-\u9fff〔（][^,\[\]{}\"'#:?\n]*")
#: What YAML does not take as it is, or reads as a break of lines.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
_WIDTH = 110
#: A list of longer texts is written one below the other.
_WORD = 24


def dumped(value: dict[str, Any], comment: str) -> str:
    """A file: the first key is ``schema``, the comment follows it."""
    lines = list(_mapping(value, 0))
    return "\n".join([lines[0], f"# {comment}", *lines[1:]]) + "\n"


def text_of(value: Any) -> str:
    """A file of any value that a reader of YAML gave, without a comment."""
    if not isinstance(value, dict | list) or not value:
        return (_flow(value) if isinstance(value, dict | list) else scalar(value)) + "\n"
    lines = _mapping(value, 0) if isinstance(value, dict) else _sequence(value, 0)
    return "\n".join(lines) + "\n"


def scalar(value: str | float | None) -> str:
    """One value, quoted wherever any reader of YAML could take it for something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    plain = (_SAFE.fullmatch(value) or _NUMBERED.fullmatch(value)) and value == value.strip()
    if plain and value.lower() not in _WORDS and not re.search(r":(\s|$)", value) and not _UNSHOWN.search(value):
        return value
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted) + '"'


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return scalar(value)


def _short(value: Any, indent: int) -> bool:
    """Whether a value reads better on one line: no record of several parts, and not wide."""
    if isinstance(value, dict) and ("evidence" in value or len(value) > 5):
        return False
    return len(_flow(value)) + _wide(_flow(value)) + indent <= _WIDTH


def _wide(text: str) -> int:
    """Chinese characters are twice as wide; half of that counts, since they also read faster."""
    return sum(1 for each in text if each > "\u2e7f") // 2


def _mapping(value: dict[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for name, each in value.items():
        key = scalar(name)
        if not isinstance(each, dict | list) or not each:
            yield f"{pad}{key}: {_flow(each) if isinstance(each, dict | list) else scalar(each)}"
        elif isinstance(each, dict):
            if _short(each, indent + len(key)) and len(each) <= 3:
                yield f"{pad}{key}: {_flow(each)}"
            else:
                yield f"{pad}{key}:"
                yield from _mapping(each, indent + 2)
        elif all(isinstance(part, str) and len(part) <= _WORD for part in each) and _short(each, indent):
            yield f"{pad}{key}: {_flow(each)}"
        else:
            yield f"{pad}{key}:"
            yield from _sequence(each, indent + 2)


def _sequence(value: list[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for each in value:
        if not isinstance(each, dict) or _short(each, indent + 2):
            yield f"{pad}- {_flow(each)}"
            continue
        first, *rest = _mapping(each, indent + 2)
        yield f"{pad}- {first.lstrip()}"
        yield from rest
