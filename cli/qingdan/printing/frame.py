"""A piece of source with a caret under it, right under Chinese characters too; and the line as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from unicodedata import east_asian_width

from qingdan.findings import Fix, Location
from qingdan.words.showing import visible

#: Longer lines are cut around the place that matters.
WIDEST = 100


def width(text: str) -> int:
    """Columns that a text takes in a terminal; wide characters take two.

    >>> width("清单 a")
    6
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    """The columns of one character: a text repeats a few thousand of them."""
    return 2 if east_asian_width(char) in "WF" else 1


def frame(place: Location, lines: Mapping[int, str]) -> list[str]:
    """The first source line of a place with carets under the range; nothing if the line is not at hand."""
    line = lines.get(place.line)
    if line is None:
        return []
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(end, start + 1)
    shift = max(0, min(start - 20, len(line) - WIDEST)) if len(line) > WIDEST else 0
    before, marked = visible(line[shift:start]).replace("\t", " "), visible(line[start:end])
    shown = visible(line[shift : shift + WIDEST]).replace("\t", " ")
    carets = "^" * max(1, min(width(marked), width(shown) - width(before)))
    number = str(place.line)
    gutter = " " * len(number)
    return [
        f"{number} | {'…' if shift else ''}{shown}{'…' if len(line) > shift + WIDEST else ''}",
        f"{gutter} | {' ' * (width(before) + (1 if shift else 0))}{carets}",
    ]


def mended(fix: Fix, lines: Mapping[int, str]) -> str:
    """The source line of a fix with its edits made; ``""`` where they touch several lines or the line is not at hand.

    A whole new line is shown alone.
    """
    places = [edit.location for edit in fix.edits]
    number = places[0].line
    if any((place.line, place.end_line) != (number, number) for place in places):
        return ""
    line = lines.get(number)
    if line is None:
        return ""
    indented = len(line) - len(line.lstrip())
    for edit in sorted(fix.edits, key=lambda edit: edit.location.column, reverse=True):
        line = line[: edit.location.column - 1] + edit.text + line[edit.location.end_column - 1 :]
    first = line.split("\n")[0].rstrip()
    if places[0].column > indented or not indented:
        first = first.lstrip()  # the indentation is shown only where it is what changes
    return visible(first[:WIDEST]) + ("…" if len(first) > WIDEST else "")
