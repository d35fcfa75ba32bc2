"""Working days against calendar days on the real calendar: how often one limit is no longer than another.

Which days are working days follows the holiday arrangements that the State Council announces year by year, as the
package ``chinesecalendar`` keeps them. A limit counts from the day after its start, which may be any day. In calendar
days, months or years it ends on its last day even if that is a day of rest, or, as many offices count, on the next
working day: both readings are tried.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from operator import le
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

    def ends(self, amount: int, unit: str) -> Sequence[int]:
        """Start day → number of the last day of a limit, for the start days whose limit ends in the known years.

        Args:
            amount: How many units, 0 or more.
            unit: ``working_day``, ``calendar_day``, ``month`` or ``year``.
        """
        if not amount or unit == "calendar_day":
            return range(amount, self.length)
        if unit == "working_day":
            return self._working_ends(amount)
        return self._month_ends(amount if unit == "month" else amount * 12)

    def end(self, start: date, amount: int) -> date | None:
        """The last of so many working days, the first of which is the next one behind the start.

        Returns:
            ``None`` where the start or the end lies in a year whose holidays are not known.
        """
        day = (start - self.first).days
        if not 0 <= day < self.length:
            return None
        number = self.passed[day] + amount - 1
        return self.first + timedelta(days=self.working[number]) if number < len(self.working) else None

    def _working_ends(self, amount: int) -> list[int]:
        """A start day sees as its next working days those that come behind the ones that have passed."""
        working, last = self.working, len(self.working) - amount
        return [working[passed + amount - 1] for passed in self.passed if passed <= last]

    def _month_ends(self, amount: int) -> list[int]:
        """The same day of a later month, or its last day where the month has no such day."""
        months = list(pairwise(self.firsts))
        return [
            min(later + day - first, behind - 1)
            for (first, after), (later, behind) in zip(months, months[amount:], strict=False)
            for day in range(first, after)
        ]

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
    def opened(self) -> list[int]:
        """Day → itself, or the next working day where it is a day of rest; the days after the last one are left out."""
        known, working = self.passed[: self.working[-1] + 1], self.working
        return [working[n - (day == working[n - 1])] if n else working[0] for day, n in enumerate(known)]


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
    ends_a, ends_b, opened = days.ends(a, a_unit), days.ends(b, b_unit), days.opened
    # ends only rise with the start: what ends behind the last working day stands at the end of the list
    starts = min(bisect_left(ends, len(opened)) for ends in (ends_a, ends_b))
    if not starts:
        return None
    ends_a, ends_b = ends_a[:starts], ends_b[:starts]
    next_open = opened.__getitem__
    plain = sum(map(le, ends_a, ends_b))
    moved = sum(map(le, map(next_open, ends_a), map(next_open, ends_b)))
    return Share(min(plain, moved) / starts, max(plain, moved) / starts)
