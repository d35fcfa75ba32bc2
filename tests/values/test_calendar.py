"""Working against calendar days on the real calendar, held against a walk day by day with chinesecalendar's own answers."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import pairwise

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.values import calendar, within
from qingdan.values.context import Context
from tests.values.registries import small_registries

CONTEXT = Context(small_registries(), "promised_limit")
DAY = datetime.timedelta(days=1)
is_workday = cache(chinese_calendar.is_workday)
UNITS = ["working_day", "calendar_day", "month", "year"]
Limit = tuple[int, str]
LIMITS = st.tuples(st.integers(1, 400), st.sampled_from(["working_day", "calendar_day"])) | st.tuples(
    st.integers(1, 13), st.just("month")
)


def answer(a: Limit, b: Limit) -> tuple[str, str, str]:
    found = within("limits", [{"amount": a[0], "unit": a[1]}], [{"amount": b[0], "unit": b[1]}], CONTEXT)
    return found.verdict, found.reason, found.share


def worked(start: datetime.date, amount: int) -> datetime.date:
    day = start
    while amount:
        day += DAY
        amount -= is_workday(day)
    return day


def test_the_days_are_those_of_the_holiday_arrangements() -> None:
    days = calendar.known()
    working = {days.first + DAY * number for number in days.working}
    every = [days.first + DAY * number for number in range(days.length)]
    assert (every[0], every[-1].month, every[-1].day) == (datetime.date(2004, 1, 1), 12, 31)
    assert [day for day in every if is_workday(day)] == sorted(working)


def test_a_limit_counts_from_the_day_after_its_start() -> None:
    days = calendar.known()
    eve = (datetime.date(2025, 9, 30) - days.first).days  # the last working day before eight days of holidays
    assert days.first + DAY * days.ends(1, "working_day")[eve] == datetime.date(2025, 10, 9)
    assert days.ends(0, "working_day")[eve] == eve
    assert days.first + DAY * days.ends(5, "month")[eve] == datetime.date(2026, 2, 28)
    assert days.first + DAY * days.ends(1, "year")[eve] == datetime.date(2026, 9, 30)


@pytest.mark.parametrize("amounts", [(3, 5), (5, 5), (15, 20), (20, 30)])
def test_the_share_is_what_a_walk_day_by_day_finds(amounts: tuple[int, int]) -> None:
    working, whole = amounts
    days = calendar.known()
    last = days.first + DAY * (days.length - 1)
    starts = [days.first + DAY * number for number in range(days.length - 60)]
    assert worked(starts[-1], 30) < last
    plain = sum(worked(start, working) <= start + DAY * whole for start in starts)
    moved = sum(worked(start, working) <= worked(start + DAY * (whole - 1), 1) for start in starts)
    found = calendar.share(working, "working_day", whole, "calendar_day")
    assert found is not None
    assert found == pytest.approx((plain / len(starts), moved / len(starts)), abs=0.002)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "share"),
    [
        ((3, "working_day"), (15, "calendar_day"), "yes", ""),  # no run of holidays was ever so long
        ((3, "working_day"), (12, "calendar_day"), "maybe", "99%"),  # never rounded up to all
        ((20, "working_day"), (30, "calendar_day"), "maybe", "78%–83%"),  # as the last day of rest counts or not
        ((10, "working_day"), (7, "calendar_day"), "no", ""),
        ((12, "working_day"), (12, "calendar_day"), "no", ""),  # a weekend always lies between
        ((1, "working_day"), (1, "calendar_day"), "maybe", "68%–100%"),
        ((30, "calendar_day"), (1, "month"), "maybe", "92%–93%"),
        ((31, "calendar_day"), (1, "month"), "maybe", "57%–69%"),
        ((5, "calendar_day"), (3, "working_day"), "maybe", "45%"),
        ((20, "working_day"), (2, "month"), "yes", ""),
        ((9_000, "working_day"), (12_000, "calendar_day"), "maybe", ""),  # longer than all known years
    ],
)
def test_it_decides_only_what_holds_for_every_start_day(a: Limit, b: Limit, verdict: str, share: str) -> None:
    found = answer(a, b)
    assert (found[0], found[2]) == (verdict, share)
    assert found[1] == {"yes": "", "no": "longer", "maybe": "calendar"}[verdict]


@given(LIMITS, LIMITS, LIMITS)
def test_yes_is_transitive_and_no_excludes_the_other_way_round(a: Limit, b: Limit, c: Limit) -> None:
    if answer(a, b)[0] == answer(b, c)[0] == "yes":
        assert answer(a, c)[0] == "yes"
    if answer(a, b)[0] == "no":
        assert answer(b, a)[0] != "no"


def test_a_longer_limit_is_never_more_often_within() -> None:
    shares = [calendar.share(amount, "working_day", 30, "calendar_day") for amount in range(1, 30)]
    assert all(y is not None and x is not None and y.low <= x.low and y.high <= x.high for x, y in pairwise(shares))


@given(st.integers(0, 366), st.integers(1, 60))
def test_the_end_of_working_days_is_the_day_that_a_walk_comes_to(before: int, amount: int) -> None:
    days = calendar.known()
    last = days.first + (days.length - 1) * DAY
    day, left = last - before * DAY, amount
    while left and day < last:
        day += DAY
        left -= is_workday(day)
    assert days.end(last - before * DAY, amount) == (None if left else day)


def test_outside_the_known_years_nobody_can_count() -> None:
    days = calendar.known()
    last = days.first + (days.length - 1) * DAY
    assert days.end(last, 1) is None and days.end(last + DAY, 1) is None and days.end(days.first - DAY, 1) is None
