"""Limits of time are compared by what they span, never as bare numbers."""

from __future__ import annotations

import pytest
from tests.rules.support import alone

from qingdan.rules import all_rules

PROMISE, STATUTE = "promised_limit: [{}]", "statutory_limit: [{}]"


def both(promise: str, statute: str, more: str = "") -> str:
    return f"promised_limit: [{promise}]\nstatutory_limit: [{statute}]\n{more}"


@pytest.mark.parametrize(
    ("promise", "statute", "found"),
    [
        ("{amount: 16, unit: working_day}", "{amount: 15, unit: working_day}", True),
        ("{amount: 15, unit: working_day}", "{amount: 15, unit: working_day}", False),
        ("{unit: immediate}", "{amount: 15, unit: working_day}", False),
        ("{amount: 30, unit: working_day}", "{amount: 20, unit: calendar_day}", True),
        ("{amount: 10, unit: working_day}", "{amount: 20, unit: calendar_day}", False),
        ("{amount: 20, unit: day}", "{amount: 15, unit: working_day}", False),
        ("{amount: 20, unit: working_day, step: 审核}", "{amount: 15, unit: working_day}", False),
    ],
)
def test_a_promise_longer_than_the_statute(promise: str, statute: str, found: bool) -> None:
    assert bool(alone("TIM001", both(promise, statute))) is found


def test_sixty_working_days_hold_within_ninety_days_of_a_licence() -> None:
    """For a licence the law counts bare days as working days."""
    text = both("{amount: 60, unit: working_day}", "{amount: 90, unit: day}", "type: licence")
    assert alone("TIM001", text) == []
    assert alone("TIM002", text) == []


def test_each_channel_is_compared_with_its_own_statute() -> None:
    promise = "{amount: 3, unit: working_day, channel: website}, {amount: 20, unit: working_day, channel: counter}"
    (finding,) = alone("TIM001", both(promise, "{amount: 15, unit: working_day}"))
    assert finding.args["promised"] == ["20 working_day"]
    assert finding.pointer == "/items/0/promised_limit/1"


@pytest.mark.parametrize(
    ("type", "promise", "found"),
    [
        ("instant", "{amount: 5, unit: working_day}", True),
        ("instant", "{amount: 0, unit: working_day}", False),
        ("instant", "{amount: 2, unit: hour}", False),
        ("instant", "{unit: immediate, channel: counter}, {amount: 5, unit: working_day, channel: website}", False),
        ("promised", "{unit: immediate}", True),
        ("promised", "{amount: 1, unit: day}", False),
        ("promised", "{unit: day}", False),
    ],
)
def test_case_type_and_promise(type: str, promise: str, found: bool) -> None:
    assert bool(alone("TIM003", f"case_type: {type}\npromised_limit: [{promise}]")) is found


@pytest.mark.parametrize(("unit", "word"), [("working_day", "工作日"), ("month", "月"), ("day", "日")])
def test_a_unit_without_a_number_is_said_as_people_say_it(unit: str, word: str) -> None:
    (finding,) = alone("TIM005", f"promised_limit: [{{unit: {unit}}}]")
    rule = all_rules()["TIM005"]
    said = rule.message.zh.format(**rule.told.worded(dict(finding.args), "zh"))
    assert said == f"时限的单位写了“{word}”，没有写数字"


STEPS = (
    "steps: [{name: 受理, limit: {amount: 2, unit: working_day}}, {name: 审核, limit: {amount: 5, unit: working_day}}]"
)


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        ("{amount: 5, unit: working_day}", True),
        ("{amount: 7, unit: working_day}", False),
        ("{amount: 5, unit: calendar_day}", False),
        ("{amount: 5, unit: working_day, excludes: [{what: publicity}]}", False),
        ("{amount: 5, unit: working_day, channel: counter}", False),
    ],
)
def test_steps_are_added_up_only_where_nothing_speaks_against_it(promise: str, found: bool) -> None:
    assert bool(alone("TIM004", f"{STEPS}\npromised_limit: [{promise}]")) is found


def test_steps_of_one_name_may_run_side_by_side() -> None:
    steps = STEPS.replace("受理", "审核")
    assert alone("TIM004", f"{steps}\npromised_limit: [{{amount: 5, unit: working_day}}]") == []
