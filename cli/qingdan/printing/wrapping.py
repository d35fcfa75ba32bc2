"""Text in lines that fit a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.printing.frame import WIDEST, width

#: A line may end after one of these.
MARKS = "、，；。,;"


def wrapped(text: str, lead: str, marks: str = MARKS + "： ") -> list[str]:
    """A text in lines that fit a terminal, broken after a mark where there is one.

    Args:
        text: What is written.
        lead: What stands before the first line; the others are as far in.
        marks: The signs after which a line may end.
    """
    room, lines, used = WIDEST - width(lead), [""], 0
    for piece, wide in _pieces(text, marks):
        blank = wide - width(piece.rstrip())
        if lines[-1] and used + wide - blank > room:
            lines.append("")
            used = 0
        lines[-1] += piece
        used += wide
    indent = " " * width(lead)
    return [(lead if at == 0 else indent) + line.rstrip() for at, line in enumerate(lines)]


def _pieces(text: str, marks: str) -> Iterator[tuple[str, int]]:
    """Pieces that stay together, each with the columns that it takes."""
    start = wide = 0
    for at, char in enumerate(text):
        wide += width(char)
        if char in marks or wide >= WIDEST // 2:
            yield text[start : at + 1], wide
            start, wide = at + 1, 0
    if start < len(text):
        yield text[start:], wide
