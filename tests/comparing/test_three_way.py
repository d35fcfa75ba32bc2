"""The three-way comparison: laws, and what becomes of a value in each case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.comparing.three_way import Ways, means_the_same, three_way
from qingdan.model.edition import Requirement

REGISTRIES = qingdan.national().registries


def limit(amount: int, **more: Any) -> dict[str, Any]:
    return {"amount": amount, "unit": "working_day", **more}


def row(
    value: Any, element: str = "promised_limit", relation: str = "within", id: str = "EX-R01", **more: Any
) -> Requirement:
    key = {"promised_limit": "limits", "materials": "asks", "places": "concepts", "fee": "fee"}[element]
    return {
        "id": id,
        "element": element,
        "relation": relation,
        "value": {key: value},
        "basis": [],
        "explains": "例",
        **more,
    }  # type: ignore[typeddict-item]


def merged(base: list[Requirement], new: list[Requirement], mine: Any, **more: Any) -> tuple[Any, list[str]]:
    element = (base or new)[0]["element"]
    value, merges = three_way(base, new, mine, Ways(element, REGISTRIES, REGISTRIES, **more))
    return value, [each.outcome for each in merges]


ID, CARD, BOOK = ({"id": id, "name": name} for id, name in
                  [("id-document", "有效身份证件"), ("social-security-card", "社会保障卡"), ("household-register", "户口簿")])  # fmt: skip
FORM = {"id": "unemployment-registration-form", "name": "登记表", "necessity": "required"}


@pytest.mark.parametrize(
    ("base", "new", "mine", "value", "outcomes"),
    [
        # taken over: follows, and its wording is no longer true
        ([limit(5)], [limit(3)], [limit(5, text="五个工作日")], [limit(3)], ["follow"]),
        # set better: stays where it is allowed
        ([limit(5)], [limit(3)], [limit(2)], [limit(2)], ["keep"]),
        # set better, but not enough any more
        ([limit(5)], [limit(3)], [limit(4)], [limit(4)], ["conflict"]),
        # loosened: who set something else keeps it
        ([limit(5)], [limit(9)], [limit(2)], [limit(2)], ["keep"]),
        # no longer required: stays
        ([limit(5)], None, [limit(5)], [limit(5)], ["keep"]),
        # newly required
        (None, [limit(5)], [limit(4)], [limit(4)], ["keep"]),
        (None, [limit(5)], [limit(6)], [limit(6)], ["conflict"]),
        # not changed: nothing to say, even where the province is not within it
        ([limit(5)], [limit(5)], [limit(9)], [limit(9)], []),
        # a channel that took over follows, the other one stays
        ([limit(5)], [limit(3)], [limit(5, channel="counter"), limit(1, channel="online")],
         [limit(3, channel="counter"), limit(1, channel="online")], ["follow"]),
        # another unit
        ([limit(5)], [{"unit": "immediate"}], [limit(5)], [{"unit": "immediate"}], ["follow"]),
        # a limit of one step says nothing of the whole
        ([limit(5)], [limit(3)], [limit(5), limit(5, step="审核")], [limit(3), limit(5, step="审核")], ["follow"]),
    ],
)  # fmt: skip
def test_limits(base: Any, new: Any, mine: Any, value: Any, outcomes: list[str]) -> None:
    rows = [[row(each)] if each is not None else [] for each in (base, new)]
    assert merged(*rows, mine) == (value, outcomes)


@pytest.mark.parametrize(
    ("base", "new", "mine", "value", "outcomes"),
    [
        ([ID], [ID, CARD], [ID], [ID, CARD], ["follow"]),
        ([ID, CARD], [CARD], [CARD, FORM, ID], [CARD, FORM], ["follow"]),
        ([ID, CARD], [ID], [CARD], [CARD], ["conflict"]),
        ([ID, CARD], [ID], [], [], ["keep"]),
    ],
)  # fmt: skip
def test_papers(base: Any, new: Any, mine: Any, value: Any, outcomes: list[str]) -> None:
    assert merged([row(base, "materials")], [row(new, "materials")], mine) == (value, outcomes)


def test_what_is_newly_forbidden_is_a_conflict() -> None:
    base, new = ([row(value, "materials", "excludes")] for value in ([CARD], [CARD, BOOK]))
    assert merged(base, new, [ID, BOOK]) == ([ID, BOOK], ["conflict"])
    assert merged(base, new, [ID]) == ([ID], ["keep"])


def test_following_one_requirement_must_not_break_another() -> None:
    """The floor moves past the ceiling of another requirement: nothing follows, a person must decide."""
    ceiling = row([limit(5)], id="EX-R02")
    base, new = [row([limit(5)]), ceiling], [row([limit(9)]), ceiling]
    assert merged(base, new, [limit(5)]) == ([limit(5)], ["conflict"])


def test_offers_of_several_items_are_judged_together() -> None:
    here, work = {"id": "hukou-place"}, {"id": "workplace"}
    base, new = [row([here], "places", "covers")], [row([here, work], "places", "covers")]
    other = {"id": "anywhere"}
    assert merged(base, new, [other])[1] == ["keep"]
    three = [{"id": "insured-place"}]
    assert merged(base, new, three)[1] == ["conflict"]
    assert merged(base, new, three, others=(here, work))[1] == ["keep"]


def test_a_part_or_a_wider_item_takes_nothing_over() -> None:
    assert merged([row([limit(5)])], [row([limit(3)])], [limit(5)], exact=False) == ([limit(5)], ["conflict"])


def test_a_requirement_that_was_given_another_id_is_still_the_same_one() -> None:
    base, new = [row([limit(5)], id="OLD-R01")], [row([limit(5)], id="NEW-R01")]
    assert merged(base, new, [limit(5)]) == ([limit(5)], [])
    assert merged(base, [row([limit(4)], id="NEW-R01")], [limit(5)]) == ([limit(4)], ["follow"])


LIMITS = st.lists(st.builds(limit, st.integers(1, 30)), min_size=1, max_size=1)


@given(LIMITS, LIMITS)
def test_an_edition_that_changes_nothing_changes_nothing(required: Any, mine: Any) -> None:
    assert merged([row(required)], [row(required)], mine) == (mine, [])


@given(LIMITS, LIMITS)
def test_who_took_over_the_old_one_takes_over_the_new_one(old: Any, new: Any) -> None:
    value, _ = merged([row(old)], [row(new)], old)
    assert means_the_same(value, new, "promised_limit", REGISTRIES)


@given(LIMITS, LIMITS, LIMITS)
def test_a_conflict_keeps_the_value_and_the_rest_is_allowed(old: Any, new: Any, mine: Any) -> None:
    value, outcomes = merged([row(old)], [row(new)], mine)
    if "conflict" in outcomes:
        assert value == mine
    elif outcomes:
        assert value[0]["amount"] <= new[0]["amount"]
