"""Dates known in part: an answer only where every possible day gives the same one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.dates import in_force, known_before, parse

days = st.dates(date(2019, 1, 1), date(2022, 12, 31))
texts = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))


def possible(text: str) -> list[date]:
    """Every day a date may stand for, found by walking the calendar."""
    start = date(2018, 1, 1)
    return [day for step in range(2200) if (day := start + timedelta(step)).isoformat().startswith(text)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-12-09", "2024-12-09", "2024-12-09"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_date_spans_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    read = parse(text)
    assert read is not None
    assert (read.first.isoformat(), read.last.isoformat(), str(read)) == (first, last, text)
    assert read.full == (first == last)


@pytest.mark.parametrize(
    "text",
    ["", "24", "0000", "2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-12-00", "2024-1", "2024-1-1", "20241209",
     "2024-12-09T00:00", "2024-12-09\n", "２０２４", "2024年", "-2024", "2024-"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2023", "2024-05", True),
        ("2024-05", "2023", False),
        ("2024", "2024-05", None),
        ("2024", "2024", None),
        ("2024-05-01", "2024-05-01", False),
        ("2024-05-01", "2024-05", None),
        ("2024-05-31", "2024-05", False),
        ("2024-05", "2024-05-01", False),
        ("2024-05", "2024-06", True),
        ("", "2024", None),
        ("2024", "soon", None),
    ],
)
def test_before(a: str, b: str, answer: bool | None) -> None:
    assert known_before(a, b) is answer


@pytest.mark.parametrize(
    ("start", "end", "on", "answer"),
    [
        ("", "", "2024-06-01", True),
        ("2024-06-01", "2024-06-01", "2024-06-01", True),
        ("2024-06-02", "", "2024-06-01", False),
        ("", "2024-05-31", "2024-06-01", False),
        ("2024", "", "2024-06-01", None),
        ("2024", "", "2025-01-01", True),
        ("2024", "", "2024-12-31", True),
        ("2020", "2024", "2024-06-01", None),
        ("2020", "2024-06", "2024-06-01", True),
        ("2024", "2024-03", "2024-06-01", False),
        ("unknown", "", "2024-06-01", None),
        ("unknown", "2023", "2024-06-01", False),
        ("2020", "", "someday", None),
    ],
)
def test_in_force(start: str, end: str, on: str, answer: bool | None) -> None:
    assert in_force(start, end, on) is answer


@given(texts, texts)
def test_before_answers_exactly_where_all_days_agree(a: str, b: str) -> None:
    earliest, latest = possible(a)[0] < possible(b)[-1], possible(a)[-1] < possible(b)[0]
    assert known_before(a, b) is (latest if latest == earliest else None)


@given(texts, texts)
def test_before_is_antisymmetric(a: str, b: str) -> None:
    if known_before(a, b):
        assert known_before(b, a) is False


@given(texts, texts, texts)
def test_before_is_transitive(a: str, b: str, c: str) -> None:
    if known_before(a, b) and known_before(b, c):
        assert known_before(a, c) is True


@given(texts | st.just(""), texts | st.just(""), days)
def test_a_known_answer_holds_for_every_possible_start_and_end(start: str, end: str, on: date) -> None:
    starts = [day <= on for day in possible(start)] if start else [True]
    ends = [on <= day for day in possible(end)] if end else [True]
    answers = {begun and not_over for begun in set(starts) for not_over in set(ends)}
    assert in_force(start, end, on.isoformat()) is (answers.pop() if len(answers) == 1 else None)
