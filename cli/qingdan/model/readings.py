"""How names of divisions are read aloud: data, since characters of several readings are often read otherwise in a name.

``catalogue/divisions/README.md`` says where each reading comes from. Names without a row are not known here.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping

from qingdan.model.division_names import short_names

#: The syllables of a text, one a character, without tones; ü is v, as it is typed.
Syllables = tuple[str, ...]
_COLUMNS = ["name", "reading", "also", "by"]


class Readings:
    """The table of readings. Made by ``parse``.

    Attributes:
        whole: Full name → its readings, the one to go by first.
        short: Name as people write it, without the ending of its kind → its readings.
    """

    def __init__(self, whole: Mapping[str, tuple[Syllables, ...]]) -> None:
        self.whole = whole
        self.short: Mapping[str, tuple[Syllables, ...]] = {
            short: tuple(dict.fromkeys(_of_short(short, name, each) for each in readings))
            for name, readings in whole.items()
            for short in short_names(name)
        }

    def of(self, name: str) -> tuple[Syllables, ...]:
        """The readings of a full or a short name, the one to go by first; nothing where the name is not known."""
        return self.whole.get(name) or self.short.get(name, ())


def _of_short(short: str, name: str, reading: Syllables) -> Syllables:
    """吉首 begins as 吉首市 does; 湘西州 ends as 湘西土家族苗族自治州 does, too."""
    return reading[: len(short)] if name.startswith(short) else (*reading[: len(short) - 1], reading[-1])


def parse(data: bytes) -> Readings:
    """Read ``readings.csv``.

    Raises:
        ValueError: The bytes are not UTF-8, have other columns, or a reading has not one syllable a character.
    """
    header, *rows = list(csv.reader(data.decode("utf-8").splitlines())) or [[]]
    if header != _COLUMNS or any(len(row) != len(_COLUMNS) for row in rows):
        raise ValueError(f"expected rows of the columns {_COLUMNS}")
    whole = {}
    for name, reading, also, _ in rows:
        found = tuple(tuple(each.split()) for each in (reading, *also.split(";")) if each)
        if not found or any(len(each) != len(name) for each in found):
            raise ValueError(f"expected a syllable for each character of {name}")
        whole[name] = found
    return Readings(whole)
