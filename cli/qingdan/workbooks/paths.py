"""Where a value stands in a file of a list, in words: ``items["P33-0001"].materials[2].note``.

An entry that has an id is named by it, any other by its number in the list, from 1: rows may be sorted, and ids stay.
"""

from __future__ import annotations

import json
import re

#: The keys, ids and numbers from the file on; a number counts from 1.
Path = tuple[str | int, ...]
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_STEP = re.compile(r'\.?(?P<key>[A-Za-z_][A-Za-z0-9_]*)|\[(?P<number>[0-9]{1,9})\]|\[(?P<text>"(?:[^"\\]|\\.)*")\]')


def said(path: Path) -> str:
    """A path in words.

    >>> said(("items", "P33-0001", "materials", 2, "note"))
    'items["P33-0001"].materials[2].note'
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _KEY.fullmatch(step) and text != "":
            text += f".{step}"
        elif _KEY.fullmatch(step):
            text = step
        else:
            text += f"[{json.dumps(step)}]"
    return text


def read(text: str) -> Path | None:
    """The path that such a text names; ``None`` where it names none.

    >>> read('items["P33-0001"].materials[2].note')
    ('items', 'P33-0001', 'materials', 2, 'note')
    """
    found: list[str | int] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            return None
        try:
            found.append(match["key"] or (int(match["number"]) if match["number"] else json.loads(match["text"])))
        except ValueError:
            return None
        at = match.end()
    return tuple(found)
