"""From an offset in a text to a line and a column that people count."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from qingdan.findings import Location

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of one text. Lines and columns count from 1, columns in code points.

    A line ends at a line feed, a carriage return or both together, as in YAML 1.2 and in editors; U+0085 and U+2028 end
    no line.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: array[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of the character at ``offset``."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def location(self, file: str, start: int, end: int) -> Location:
        """The range from ``start`` to ``end`` (exclusive), both offsets in code points."""
        last = len(self.text)
        line, column = self.position(min(start, last))
        end_line, end_column = self.position(min(max(start, end), last))
        return Location(file, line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """The text of one line without its line break; empty where there is no such line."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def _line_starts(self) -> array[int]:
        """Built at the first question: a file without findings never needs it."""
        if self._starts is None:
            self._starts = array("I", [0])
            self._starts.extend(match.end() for match in _BREAK.finditer(self.text))
        return self._starts
