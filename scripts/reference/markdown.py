"""Markdown that shows a text as it is, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#])")
NOTICE = "<!-- 由 scripts/generate.py 生成，不要直接修改。Generated; do not edit. -->"


def text(value: object) -> str:
    """A text for a paragraph or a cell: nothing in it is read as Markdown or HTML."""
    plain = str(value).replace("&", "&amp;")
    return _SPECIAL.sub(r"\\\1", plain).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\n", " ")


def code(value: object) -> str:
    """A code span; one that holds a backtick or a bar is written as text."""
    plain = str(value)
    return text(plain) if "`" in plain or "|" in plain or not plain else f"`{plain}`"


def prose(said: str) -> str:
    """A text of a docstring: what stands between two backticks each is code."""
    parts = re.split(r"``(.+?)``", said)
    return "".join(code(part) if at % 2 else text(part) for at, part in enumerate(parts))


def codes(values: Iterable[object]) -> str:
    """Code spans, one beside the other."""
    return " ".join(code(value) for value in values)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; the cells are Markdown already. Nothing where there are no rows."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    if lines:
        yield "| " + " | ".join(heads) + " |"
        yield "|" + " --- |" * len(heads)
        yield from lines
        yield ""


def fenced(body: str, language: str = "") -> Iterator[str]:
    """A block of code, fenced by more backticks than stand in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", body)), 3)
    yield f"{fence}{language}"
    yield body.rstrip("\n")
    yield fence
    yield ""


def page(title: str, lead: str, lines: Iterable[str]) -> str:
    """A whole page: title, the notice that it is generated, a lead, the rest; one line feed at the end."""
    body = "\n".join([f"# {title}", "", NOTICE, "", "*本页由程序生成。*", "", lead, "", *lines])
    return re.sub(r"\n{3,}", "\n\n", body).rstrip("\n") + "\n"
