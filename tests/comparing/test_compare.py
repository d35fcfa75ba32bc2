"""Key by key, and three answers: what one comparison says."""

from __future__ import annotations

from typing import Any

from qingdan.comparing.change import Change, total_effect
from qingdan.comparing.compare import compare
from qingdan.values.context import Context
from tests.values.registries import small_registries

REGISTRIES = small_registries()
THREE = [{"amount": 3, "unit": "working_day"}]


def changes(a: Any, b: Any, element: str, relation: Any = None, key: tuple[str, str] = ("", "")) -> list[Change]:
    return list(compare(a, b, Context(REGISTRIES, element), relation, key))


def test_each_channel_is_judged_by_itself_and_their_sum_may_be_mixed() -> None:
    local = [
        {"channel": "online", "amount": 5, "unit": "working_day"},
        {"channel": "counter", "unit": "immediate"},
    ]
    online, counter = changes(THREE, local, "promised_limit", "within")
    assert (online.key[0], online.allowed, online.effect) == ("online", "no", "worse")
    assert (counter.key[0], counter.allowed, counter.effect) == ("counter", "yes", "better")
    assert total_effect([online, counter]) == "mixed"


def test_silence_is_not_refusal() -> None:
    (change,) = changes(THREE, None, "promised_limit", "within")
    assert (change.change, change.allowed, change.reason) == ("not_stated", "unsettled", "not_stated")


def test_where_nothing_is_asked_nothing_is_judged() -> None:
    (change,) = changes(THREE, [{"amount": 7, "unit": "working_day"}], "promised_limit")
    assert (change.allowed, change.effect, change.change) == ("unregulated", "worse", "changed")


def test_a_case_is_known_by_its_aliases() -> None:
    required = [{"yuan": 1000, "bound": "max"}]
    local = [{"yuan": 1000, "case": "初级（五级）"}, {"yuan": 2000, "case": "高级"}]
    (change,) = changes(required, local, "amount", "within", ("", "skill-5"))
    assert (change.allowed, change.key) == ("yes", ("", "skill-5"))


def test_another_case_says_nothing_of_this_one() -> None:
    (change,) = changes([{"yuan": 1000}], [{"yuan": 9, "case": "高级"}], "amount", "within", ("", "skill-5"))
    assert (change.change, change.allowed, change.reason) == ("not_stated", "unsettled", "other_case")


def test_what_is_said_of_all_cases_accuses_nobody_of_one() -> None:
    (over,) = changes(
        [{"amount": 12, "bound": "max"}], [{"amount": 24, "bound": "max"}], "months", "within", ("", "skill-5")
    )
    (under,) = changes([{"amount": 24, "bound": "max"}], [{"amount": 12}], "months", "within", ("", "skill-5"))
    assert (over.allowed, over.reason, under.allowed) == ("unsettled", "case", "yes")


def test_staying_under_a_ceiling_of_benefits_is_no_loss() -> None:
    (change,) = changes([{"amount": 36, "bound": "max"}], [{"amount": 24}], "months", "within")
    assert (change.allowed, change.effect) == ("yes", "none")


def test_less_than_what_is_owed_is_worse() -> None:
    (change,) = changes([{"id": "a"}, {"id": "b"}], [{"id": "a"}], "places", "covers")
    assert (change.allowed, change.effect, change.members) == ("no", "worse", ("b",))


def test_forbidden_things() -> None:
    forbidden = [{"name": "毕业证书"}]
    (bad,) = changes(forbidden, [{"name": "毕业证书"}], "materials", "excludes")
    (good,) = changes(forbidden, [{"name": "身份证"}], "materials", "excludes")
    assert (bad.allowed, bad.effect, good.allowed, good.effect) == ("no", "worse", "yes", "none")


def test_equal_is_both_ways() -> None:
    (longer,) = changes([{"amount": 30, "unit": "day"}], [{"amount": 60, "unit": "day"}], "applicant_deadline", "equal")
    assert (longer.allowed, longer.effect) == ("no", "better")  # more time for the applicant, but not what the law says
