"""Working days against calendar days on the real calendar: how often one limit is no longer than another.

Which days are working days follows the holiday arrangements that the State Council announces year by year, as the
package ``chinesecalendar`` keeps them. A limit counts from the day after its start, which may be any day. In calendar
days, months or years it ends on its last day even if that is a day of rest, or, as many offices count, on the next
working day: both readings are tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple


class Share(NamedTuple):
    """On what part of the start days a is no longer than b.

    Attributes:
        low: Part between 0 and 1 under the reading that is worse for a.
        high: Under the one that is better.
    """

    low: float
    high: float

    def __str__(self) -> str:
        """Whole percent; never 0 or 100 % of what is neither none nor all."""
        low, high = _percent(self.low), _percent(self.high)
        return f"{low}%" if low == high else f"{low}%–{high}%"


def _percent(part: float) -> int:
    return round(part * 100) if part in (0, 1) else min(max(round(part * 100), 1), 99)


@dataclass(frozen=True)
class Known:
    """The days whose kind is known, numbered from 0.

    Attributes:
        first: The day that has number 0.
        length: How many days there are.
        working: Numbers of the working days, in order.
    """

    first: date
    length: int
    working: list[int]

    def worked(self, start: int, amount: int) -> int | None:
        """Number of the last of so many working days after a start."""
        if not amount:
            return start
        at = self.passed[start] + amount - 1
        return self.working[at] if at < len(self.working) else None

    @cached_property
    def passed(self) -> list[int]:
        """Day → how many working days there are up to and with it."""
        on = set(self.working)
        return list(accumulate(day in on for day in range(self.length)))

    @cached_property
    def firsts(self) -> list[int]:
        """Month, counted from the first one → its first day; the month after the last one closes the list."""
        every = [day for day in range(self.length) if (self.first + timedelta(days=day)).day == 1]
        return [*every, self.length]

    @cached_property
    def months(self) -> list[tuple[int, int]]:
        """Day → its month, counted from the first one, and the days of the month before it."""
        return [
            (month, day - first)
            for month, (first, after) in enumerate(pairwise(self.firsts))
            for day in range(first, after)
        ]

    @cached_property
    def opened(self) -> list[int]:
        """Day → itself, or the next working day where it is a day of rest; the days after the last one are left out."""
        return [self.working[passed - (day == self.working[passed - 1])] if passed else self.working[0]
                for day, passed in enumerate(self.passed) if day <= self.working[-1]]  # fmt: skip


@cache
def known() -> Known:
    """All days of the years whose holidays have been announced."""
    from chinese_calendar import holidays, workdays

    first = date(min(holidays).year, 1, 1)
    length = (date(max(holidays).year, 12, 31) - first).days + 1
    off, on = ({(day - first).days for day in days} for days in (holidays, workdays))
    monday = -first.weekday()
    working = [day for day in range(length) if day in on or ((day - monday) % 7 < 5 and day not in off)]
    return Known(first, length, working)


@lru_cache(maxsize=256)
def share(a: int, a_unit: str, b: int, b_unit: str) -> Share | None:
    """On what part of the known start days a limit is no longer than another.

    Args:
        a: Amount of the one limit.
        a_unit: ``working_day``, ``calendar_day``, ``month`` or ``year``.
        b: Amount of the other.
        b_unit: Its unit.

    Returns:
        ``None`` where a limit is so long that no start day has both ends in the known years.
    """
    days = known()
    end_a, end_b = _END[a_unit], _END[b_unit]
    opened = days.opened
    ends = [
        (last_a, last_b)
        for start in range(days.length)
        if (last_a := end_a(days, start, a)) is not None and (last_b := end_b(days, start, b)) is not None
        if last_a < len(opened) and last_b < len(opened)
    ]
    plain = sum(last_a <= last_b for last_a, last_b in ends)
    moved = sum(opened[last_a] <= opened[last_b] for last_a, last_b in ends)
    starts = len(ends)
    return Share(min(plain, moved) / starts, max(plain, moved) / starts) if starts else None


def _days(days: Known, start: int, amount: int) -> int | None:
    return start + amount if start + amount < days.length else None


def _months(days: Known, start: int, amount: int) -> int | None:
    """The same day of a later month, or its last day where the month has no such day."""
    month, day = days.months[start]
    if month + amount >= len(days.firsts) - 1:
        return None
    first, after = days.firsts[month + amount], days.firsts[month + amount + 1]
    return min(first + day, after - 1)


#: unit → (known days, start, amount) → number of the last day, None past the known years
_END: dict[str, Callable[[Known, int, int], int | None]] = {
    "working_day": Known.worked,
    "calendar_day": _days,
    "month": _months,
    "year": lambda days, start, amount: _months(days, start, amount * 12),
}
