"""Dates that may be known to the year or the month only, written ``2024``, ``2024-12`` or ``2024-12-09``.

A partial date is some day of its year or month, nobody knows which. Questions are answered True or False only where
every such day gives the same answer, else None. A text that is no date decides nothing either; that it should be one
is for the structural check to say.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the days it may stand for; ``first`` and ``last`` are the same day for a full date."""

    text: str
    first: date
    last: date

    @property
    def full(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> PartialDate | None:
    """Read a date; None where the text is not of the three forms or the calendar has no such day."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return PartialDate(text, first, first)
    last_month = 12 if month is None else month
    return PartialDate(text, first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1]))


def vagueness(text: str) -> Literal["", "year", "month"]:
    """How far a date is written only: to the year, to the month; empty for a day, and for what is no date."""
    found = parse(text)
    if found is None or found.full:
        return ""
    return "month" if "-" in text else "year"


def known_before(a: str, b: str) -> bool | None:
    """Whether the first date lies before the second: ``2023`` before ``2024-05``, None for ``2024`` and ``2024-05``.

    The same partial date twice is undecided as well: two days of one month may stand in any order.
    """
    left, right = parse(a), parse(b)
    if left is None or right is None:
        return None
    if left.last < right.first:
        return True
    return False if left.first >= right.last else None


def in_force(start: str, end: str, on: str) -> bool | None:
    """Whether something is in force on a day; the first and the last day count.

    An empty start means that none is known, an empty end that none is set: neither limits. None where a partial date,
    or a text that is no date, leaves it open.
    """
    too_early = known_before(on, start) if start else False
    too_late = known_before(end, on) if end else False
    if too_early or too_late:
        return False
    return None if too_early is None or too_late is None else True
