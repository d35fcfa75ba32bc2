"""What the allowed values of fields are called in Chinese, so that who writes the word can be told the value."""

from __future__ import annotations

import re
from pathlib import Path

from qingdan.loading.schemas import Node
from qingdan.model.registry import plain

_LINES = Path(__file__).with_name("meanings.yaml").read_text("utf-8").splitlines()
#: Value → Chinese words for it; the first is shown beside it, all are understood.
SAID = {value: tuple(said.split("、")) for value, _, said in (line.partition(": ") for line in _LINES[1:])}
#: No word for a value is longer.
_LONGEST = 80
_DESCRIBED = re.compile(r"(?:^|；)\s*([a-z][a-z0-9_]*) ([^；（]+)")


def described(words: Node) -> dict[str, str]:
    """The Chinese words that a schema gives in the description of a field: ``working_day 工作日；…``."""
    allowed = words.get("enum", ())
    return {value: said for value, said in _DESCRIBED.findall(words.get("description", "")) if value in allowed}


def value_meant(words: Node, found: object) -> str:
    """The allowed value that a Chinese word, a truth value or another writing stands for; ``""`` where none does.

    Args:
        words: The schema of the field.
        found: What was written.
    """
    if len(str(found)) > _LONGEST:
        return ""
    written = plain(str(found)).casefold()
    here = described(words)
    for value in words.get("enum", ()):
        names = (value, here.get(value, ""), *SAID.get(value, ()))
        if written in {plain(name).casefold() for name in names if name}:
            return str(value)
    return ""


def unit_meant(word: str) -> str:
    """The unit of a limit that a Chinese word stands for, ``""`` where none does."""
    units = ("working_day", "calendar_day", "day", "month", "year", "hour", "immediate")
    return next((unit for unit in units if word in SAID[unit]), "")
