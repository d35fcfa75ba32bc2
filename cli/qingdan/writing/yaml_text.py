"""Plain values → YAML that a person likes to read, the same bytes every time."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

#: What may stand without quotes: no digit first (numbers, dates), no indicator, no word that another reader takes for a
#: yes, a no or nothing. A question mark inside is refused by libyaml between brackets.
_SAFE = re.compile(r"[^\s\d!&*?|>@`\"'%#,\[\]{}:.~+=<-][^,\[\]{}\"'#:?\n]*")
_NUMBERED = re.compile(r"[0-9A-Za-z〔〕()（）][0-9A-Za-z〔〕()（）.:-]*[\u4e00-\u9fff〔（][^,\[\]{}\"'#:?\n]*")
#: What YAML does not take as it is, or reads as a break of lines.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_COLON = re.compile(r":(\s|$)")
_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
_WIDTH = 110
#: Characters that are twice as wide.
_WIDE = re.compile("[\u2e80-\U0010ffff]")
#: A list of longer texts is written one below the other.
_WORD = 24


def dumped(value: dict[str, Any], comment: str) -> str:
    """A file: the first key is ``schema``, the comment follows it."""
    lines: list[str] = []
    _mapping(value, 0, lines)
    lines.insert(1, f"# {comment}")
    lines.append("")
    return "\n".join(lines)


def text_of(value: Any) -> str:
    """A file of any value that a reader of YAML gave, without a comment."""
    if not isinstance(value, dict | list) or not value:
        return _flow(value) + "\n"
    lines: list[str] = []
    _mapping(value, 0, lines) if isinstance(value, dict) else _sequence(value, 0, lines)
    return "\n".join([*lines, ""])


@lru_cache(maxsize=16384)
def _string(value: str) -> str:
    """A text, quoted wherever any reader of YAML could take it for something else."""
    plain = (_SAFE.fullmatch(value) or _NUMBERED.fullmatch(value)) and value == value.strip()
    if plain and value.lower() not in _WORDS and not _COLON.search(value) and not _UNSHOWN.search(value):
        return value
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted) + '"'


def _flow(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_flow(key)}: {_flow(each)}" for key, each in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(value)


def _short(value: Any, indent: int) -> str:
    """A value on one line where it reads better so: no record of several parts, and not wide; else nothing."""
    if isinstance(value, dict) and ("evidence" in value or len(value) > 5):
        return ""
    line = _flow(value)
    return line if _fits(line, _WIDTH - indent - len(line)) else ""


def _fits(line: str, room: int) -> bool:
    """Chinese characters are twice as wide; half of that counts, since they also read faster."""
    return room >= len(line) // 2 or (room >= 0 and len(_WIDE.findall(line)) // 2 <= room)


def _mapping(value: dict[str, Any], indent: int, lines: list[str]) -> None:
    pad = " " * indent
    for name, each in value.items():
        key = _flow(name)
        if not each or not isinstance(each, dict | list):
            lines.append(f"{pad}{key}: {_flow(each)}")
        elif isinstance(each, dict):
            if len(each) <= 3 and (line := _short(each, indent + len(key))):
                lines.append(f"{pad}{key}: {line}")
            else:
                lines.append(f"{pad}{key}:")
                _mapping(each, indent + 2, lines)
        elif all([isinstance(part, str) and len(part) <= _WORD for part in each]) and (line := _short(each, indent)):
            lines.append(f"{pad}{key}: {line}")
        else:
            lines.append(f"{pad}{key}:")
            _sequence(each, indent + 2, lines)


def _sequence(value: list[Any], indent: int, lines: list[str]) -> None:
    pad = " " * indent
    for each in value:
        if line := _short(each, indent + 2) if isinstance(each, dict) else _flow(each):
            lines.append(f"{pad}- {line}")
            continue
        own: list[str] = []
        _mapping(each, indent + 2, own)
        own[0] = f"{pad}- {own[0].lstrip()}"
        lines.append("\n".join(own))  # one text a member: a file has many more lines
