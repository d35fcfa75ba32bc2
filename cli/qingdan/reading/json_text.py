"""JSON and JSON Lines with positions.

libyaml refuses some JSON (escaped surrogate pairs, keys over 1,024 characters), and ``json`` of Python keeps no
positions. Hence a reader of our own, which checks what the YAML composer checks.
"""

from __future__ import annotations

import re

from qingdan.reading.json_reader import JsonReader
from qingdan.reading.limits import MAX_ALIKE
from qingdan.reading.marks import Marks
from qingdan.reading.notes import Notes

_BLANK_LINES = re.compile(r"(?:[ \t]*+(?:\r\n?|\n))*+[ \t]*+")
_LINE = re.compile(r"[^\r\n]*+")


def read_json(text: str, notes: Notes) -> tuple[object, Marks]:
    """Read one JSON text.

    Args:
        text: The text, without byte order mark.
        notes: Takes down what is found.

    Returns:
        The value, None where the text is refused, and the positions of its nodes.
    """
    reader = JsonReader(text, notes)
    value = None
    if _blank(text, 0) == len(text):
        notes.add("RED016", 0, 0)
    elif reader.attempt(0, len(text)):
        value = reader.root[0]
    reader.checks.scan()
    return value, reader.checks.marks


def read_json_lines(text: str, notes: Notes) -> tuple[object, Marks]:
    """Read JSON Lines: a list with one entry for each line that is not blank. One bad line refuses the whole text."""
    reader = JsonReader(text, notes)
    reader.open_lines()
    sound = True
    offset = _blank(text, 0)
    while offset < len(text) and len(notes.findings) < MAX_ALIKE:
        line = _LINE.match(text, offset)
        end = line.end() if line else len(text)
        sound = reader.attempt(offset, end) and sound
        offset = _blank(text, end)
    sound = sound and offset == len(text)
    reader.close_lines()
    if sound and not reader.root[0]:
        notes.add("RED016", 0, 0)
        sound = False
    reader.checks.scan()
    return reader.root[0] if sound else None, reader.checks.marks


def _blank(text: str, offset: int) -> int:
    match = _BLANK_LINES.match(text, offset)
    return match.end() if match else offset
