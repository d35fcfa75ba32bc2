"""How wide and how high cells are: a Chinese character is as wide as two others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

#: In characters of the width of a digit.
NARROWEST, WIDEST = 8, 44
#: Points a line, and lines a row at most: what is longer is read in the line above the sheet.
LINE, MOST_LINES = 15, 8


def width(text: str) -> int:
    r"""The width of the widest line of a text, in digits.

    >>> width("承诺办结时限"), width("3个工作日\n5")
    (12, 9)
    """
    return max(sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in line) for line in text.split("\n"))


def column(heading: str, cells: Iterable[str]) -> int:
    """The width of a column: nine of ten cells stand on one line, and a heading on two."""
    held = sorted(width(cell) for cell in cells)
    most = held[(len(held) * 9 - 1) // 10] if held else 0
    return min(WIDEST, max(NARROWEST, -(-width(heading) // 2) + 4, most + 2))


def lines(text: str, across: int) -> int:
    """How many lines a text takes in a column."""
    return sum(max(1, -(-width(line) // max(1, across - 1))) for line in text.split("\n"))


def height(cells: Iterable[tuple[str, int]]) -> int:
    """The height of a row in points: of texts, each with the width of its column."""
    return LINE * min(MOST_LINES, max((lines(text, across) for text, across in cells), default=1)) + 3
