"""What a docstring says, part by part: the paragraphs, the sections that are lists of names, the examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_HEAD = re.compile(r"^(Args|Attributes|Raises|Returns|Yields):$")
_ENTRY = re.compile(r"^(\w+): (.*)$")
_COMMENT = re.compile(r"^\s*#: (.*)$")
_FIELD = re.compile(r"^\s*(\w+)\s*:")


@dataclass
class Docstring:
    """A docstring in parts.

    Attributes:
        paragraphs: What stands before the first section.
        named: ``Args``, ``Attributes`` or ``Raises`` → name → text.
        returns: What is given back, in one line.
        example: Lines of a doctest.
    """

    paragraphs: list[str] = field(default_factory=list)
    named: dict[str, dict[str, str]] = field(default_factory=dict)
    returns: str = ""
    example: list[str] = field(default_factory=list)


def docstring(value: Any) -> Docstring:
    """The parts of the docstring of a function or class."""
    parsed = Docstring()
    for block in re.split(r"\n\s*\n", inspect.getdoc(value) or ""):
        lines = block.splitlines()
        head = _HEAD.match(lines[0]) if lines else None
        if head and head[1] in ("Returns", "Yields"):
            parsed.returns = _joined(lines[1:])
        elif head:
            parsed.named[head[1]] = _entries(lines[1:])
        elif lines and lines[0].startswith(">>> "):
            parsed.example += lines
        elif lines:
            parsed.paragraphs.append(_joined(lines))
    return parsed


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _entries(lines: list[str]) -> dict[str, str]:
    """``name: text`` entries; a line that is indented further goes on with the entry above it."""
    found: dict[str, str] = {}
    name, indent = "", min((len(line) - len(line.lstrip()) for line in lines), default=0)
    for line in lines:
        entry = _ENTRY.match(line[indent:])
        if entry:
            name = entry[1]
            found[name] = entry[2]
        else:
            found[name] += f" {line.strip()}"
    return found


def comments(value: type) -> Mapping[str, str]:
    """Field of a class → the ``#:`` lines above it."""
    return dict(_commented(inspect.getsource(value).splitlines()))


def _commented(lines: list[str]) -> Iterator[tuple[str, str]]:
    waiting: list[str] = []
    for line in lines:
        comment, declared = _COMMENT.match(line), _FIELD.match(line)
        if comment:
            waiting.append(comment[1])
        elif waiting and declared:
            yield declared[1], " ".join(waiting)
            waiting = []
        else:
            waiting = []
