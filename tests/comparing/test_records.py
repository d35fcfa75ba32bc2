"""Two records, element by element: members met by what they say, channels by what is said of them, silence kept apart."""

from __future__ import annotations

from typing import Any

from qingdan.comparing.change import Change
from qingdan.comparing.records import Sides, compare_records
from tests.values.registries import small_registries

REGISTRIES = small_registries()


def changes(element: str, a: Any, b: Any, **sides: Any) -> list[Change]:
    records = [{} if value is None else {element: value} for value in (a, b)]
    found = compare_records(records[0], records[1], Sides(REGISTRIES, **sides))
    return [each for each in found if each.change != "same"]


def said(element: str, a: Any, b: Any, **sides: Any) -> list[tuple[str, str, str]]:
    return [(each.change, each.effect, each.member or ".".join(each.key)) for each in changes(element, a, b, **sides)]


def limit(amount: int, **more: Any) -> dict[str, Any]:
    return {"amount": amount, "unit": "working_day", **more}


def law(article: str, **more: Any) -> dict[str, Any]:
    return {"document": "law", "title": "就业促进法", "article": article, **more}


def test_order_is_no_change() -> None:
    assert not changes("legal_basis", [law("第一条"), law("第二条")], [law("第二条"), law("第一条")])
    assert not changes("materials", [{"name": "身份证"}, {"name": "护照"}], [{"name": "护照"}, {"name": "身份证"}])
    either = [{"id": "jobless"}, {"id": "hukou"}]
    assert not changes("conditions", [{"any_of": either}], [{"any_of": either[::-1]}])
    assert not changes("promised_limit", [limit(3), limit(1, step="审核")], [limit(1, step="审核"), limit(3)])
    assert not changes("aliases", ["甲", "乙"], ["乙", "甲"])
    assert not changes("materials", [{"name": "身份证", "order": 1}], [{"name": "身份证", "order": 2}])


def test_the_order_of_steps_is_one() -> None:
    assert said("steps", [{"name": "申请"}, {"name": "审核"}], [{"name": "审核"}, {"name": "申请"}]) == [
        ("changed", "none", ".")
    ]


def test_width_spaces_quotes_and_listed_aliases_are_no_change() -> None:
    assert not changes("materials", [{"name": "身份证"}], [{"id": "id-document", "name": "《有效 身份证件》"}])
    assert not changes("materials", [{"name": "社保卡（复印件）"}], [{"name": "社保卡 (复印件)"}])
    assert not changes("legal_basis", [{"number": "财社〔2023〕181号"}], [{"document": "new"}])
    assert not changes("conditions", [{"any_of": [{"text": "无业"}]}], [{"any_of": [{"id": "jobless"}]}])
    assert not changes("contact", {"phone": "0900-1"}, {"phone": "０９００－１"})
    two = [{"name": "证", "any_of": [{"text": "护照"}, {"text": "社保卡"}]}]
    assert not changes("materials", two, [{"name": "证", "any_of": [{"id": "card"}, {"id": "passport"}]}])


def test_another_wording_under_the_same_id_is_told_and_not_judged() -> None:
    old, new = {"id": "id-document", "name": "身份证"}, {"id": "id-document", "name": "本人的身份证"}
    assert said("materials", [old], [new]) == [("changed", "unknown", "id-document")]


def test_one_paper_in_the_place_of_a_wider_one_is_worse() -> None:
    """Whoever must now bring a passport cannot bring another document; nothing was made easier."""
    old, new = [{"id": "id-document", "name": "身份证"}], [{"id": "passport", "name": "护照"}]
    assert said("materials", old, new) == [("removed", "none", "id-document"), ("added", "worse", "passport")]
    assert sorted(said("materials", new, old)) == [("added", "none", "id-document"), ("removed", "better", "passport")]


def test_a_wider_audience_is_better_though_the_narrower_one_is_named_no_more() -> None:
    found = sorted(said("audience", [{"id": "graduate"}], [{"id": "person"}]))
    assert found == [("added", "better", "person"), ("removed", "none", "graduate")]


def test_several_articles_of_one_law_are_several_members() -> None:
    old = [law("第一条"), law("第二条")]
    assert said("legal_basis", old, [law("第三条"), law("第二条")]) == [
        ("removed", "none", "law|第一条"),
        ("added", "none", "law|第三条"),
    ]
    assert said("legal_basis", [law("第一条")], [law("第一条"), law("第二条")]) == [("added", "none", "law|第二条")]


def test_equal_members_written_twice_are_told_apart_by_number() -> None:
    twice = [{"name": "某证明", "form": "原件"}, {"name": "某证明", "form": "复印件"}]
    names = [name for _, _, name in said("materials", [], twice)]
    assert names == ["某证明", "某证明#2"]
    assert names == [name for _, _, name in said("materials", [], twice[::-1])]


def test_a_list_known_in_part_proves_presence_never_absence() -> None:
    card = [{"id": "card", "name": "社保卡"}]
    partly = {"b_whole": lambda element: False}
    (gone,) = changes("materials", card, [], **partly)
    assert (gone.change, gone.effect, gone.reason) == ("not_stated", "unknown", "known_in_part")
    (come,) = changes("materials", [], card, a_whole=lambda element: False)
    assert (come.change, come.effect, come.reason) == ("added", "unknown", "known_in_part")
    # what is new against a list known in whole is new, whatever else the other list may hold
    assert said("materials", [], card, **partly) == [("added", "worse", "card")]


def test_what_is_written_out_by_channel_is_compared_with_what_held_for_all() -> None:
    by_channel = [limit(5, channel="counter"), limit(3, channel="online")]
    assert said("promised_limit", [limit(5)], by_channel) == [("changed", "better", "online.")]
    assert said("promised_limit", by_channel, [limit(5)]) == [("changed", "worse", "online.")]


def test_a_channel_that_is_named_no_more_is_not_stated() -> None:
    two = [limit(5, channel="counter"), limit(3, channel="online")]
    (change,) = changes("promised_limit", two, two[:1])
    assert (change.change, change.reason, change.key) == ("not_stated", "other_case", ("online", ""))
    (change,) = changes("promised_limit", two[:1], two)
    assert (change.change, change.effect, change.reason) == ("added", "unknown", "other_case")


def test_another_limit_of_a_step_is_a_change_though_the_whole_takes_as_long() -> None:
    old, new = ([limit(9), limit(amount, step="审核")] for amount in (3, 5))
    assert said("promised_limit", old, new) == [("changed", "none", ".")]


def test_inside_a_province_codes_and_steps_are_judged() -> None:
    inside = {"relation": lambda element: "equal"}
    (change,) = changes("type", "licence", "confirmation", **inside)
    assert (change.change, change.allowed, change.reason) == ("changed", "no", "differs")
    (change,) = changes("steps", [{"name": "申请"}], [{"name": "审核"}], **inside)
    assert (change.allowed, change.reason) == ("unsettled", "prose")


def test_an_element_of_which_one_side_is_silent_is_not_taken_away() -> None:
    assert said("fee", {"charged": "no"}, None) == [("not_stated", "unknown", ".")]
    assert said("fee", None, {"charged": "yes"}) == [("added", "unknown", ".")]


def test_lists_too_long_to_be_measured_are_told_and_not_judged() -> None:
    old, new = ([{"name": f"{side}{number}"} for number in range(3000)] for side in "甲乙")
    found = changes("materials", old, new)
    assert {(each.change, each.effect, each.reason) for each in found} == {
        ("removed", "unknown", "long_list"), ("added", "unknown", "long_list"),
    }  # fmt: skip
    assert len(found) == 6000
    limits = [[limit(number + more, case="甲") for number in range(1, 3000)] for more in (0, 1)]
    (change,) = changes("promised_limit", *limits)
    assert (change.change, change.reason) == ("unknown", "long_list")
