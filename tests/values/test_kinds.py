"""What ``within`` answers, kind by kind: cases in which a wrong answer would send a person to the wrong window."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.model.base import Kind
from qingdan.values import disjoint, within
from qingdan.values.context import Context
from tests.values.registries import small_registries

REGISTRIES = small_registries()


def answer(kind: Kind, a: Any, b: Any, element: str = "materials", **known: bool) -> tuple[str, str]:
    found = within(kind, a, b, Context(REGISTRIES, element, **known))
    return found.verdict, found.reason


def paper(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, **more}


def options(*names: str, **more: Any) -> dict[str, Any]:
    return {"name": "或".join(names), "any_of": [{"text": name} for name in names], **more}


@pytest.mark.parametrize(
    ("local", "national", "verdict", "reason"),
    [
        ([paper("身份证")], [paper("有效身份证件")], "yes", ""),  # an alias is the same paper
        ([paper("《身份证》 ")], [paper("有效身份证件")], "yes", ""),  # so is another way of printing it
        ([options("身份证", "社保卡")], [paper("有效身份证件")], "yes", ""),  # a further way to prove it is no burden
        ([paper("社保卡")], [paper("有效身份证件")], "no", "asks_more"),
        ([paper("护照")], [paper("有效身份证件")], "no", "asks_more"),  # one of several papers only
        ([paper("有效身份证件")], [options("护照", "身份证")], "yes", ""),
        ([paper("身份证"), paper("毕业证书")], [paper("身份证")], "no", "asks_more"),
        ([paper("身份证"), paper("毕业证书", necessity="optional")], [paper("身份证")], "maybe", "optional"),  # 非必要 often means in some cases
        ([paper("身份证"), paper("毕业证书", by="agency")], [paper("身份证")], "yes", ""),  # fetched is not asked
        ([paper("身份证"), paper("登记表")], [paper("身份证")], "yes", ""),  # a form is no proof
        ([paper("身份证"), paper("毕业证书", necessity="conditional")], [paper("身份证")], "no", "asks_more"),
        ([paper("毕业证书")], [paper("毕业证书", necessity="conditional")], "maybe", "case"),
        # of some people a kind of the paper that is theirs; of everybody it would be more
        ([paper("身份证"), paper("护照", necessity="conditional")], [paper("身份证")], "maybe", "case"),
        ([paper("护照")], [paper("身份证")], "no", "asks_more"),
        ([paper("社区盖章的证明")], [paper("身份证")], "maybe", "unmatched"),  # likeness or ignorance never accuses
        ([paper("社区盖章的证明")], [paper("社区盖章的证明")], "yes", ""),
        ([paper("社区证明", id="local/shequ")], [paper("身份证")], "no", "asks_more"),  # a person's word: none of the nation's
        ([], [paper("身份证")], "yes", ""),
    ],
)  # fmt: skip
def test_asks(local: Any, national: Any, verdict: str, reason: str) -> None:
    assert answer("asks", local, national) == (verdict, reason)


def test_a_list_known_in_part_proves_presence_never_absence() -> None:
    assert answer("asks", [paper("身份证")], [paper("身份证")], a_whole=False) == ("maybe", "known_in_part")
    assert answer("asks", [paper("毕业证书")], [paper("身份证")], a_whole=False) == ("no", "asks_more")
    places = [{"id": "a"}], [{"id": "a"}, {"id": "b"}]
    assert answer("concepts", places[1], places[0], "places", b_whole=False) == ("maybe", "known_in_part")
    assert answer("concepts", places[1], places[0], "places") == ("no", "missing")


@pytest.mark.parametrize(
    ("local", "verdict"),
    [
        ([paper("毕业证书")], "no"),
        ([options("毕业证书", "身份证")], "yes"),  # whoever brings the ID need not bring the diploma
        ([paper("身份证")], "yes"),
        ([paper("社区盖章的证明")], "maybe"),
        ([paper("毕业证书", by="agency")], "yes"),
        ([paper("登记表")], "yes"),
    ],
)
def test_forbidden_papers(local: Any, verdict: str) -> None:
    assert disjoint("asks", local, [paper("毕业证书")], Context(REGISTRIES, "materials")).verdict == verdict


def one(id: str, **more: Any) -> dict[str, Any]:
    return {"any_of": [{"id": id, **more}]}


@pytest.mark.parametrize(
    ("local", "national", "verdict", "reason"),
    [
        ([one("insured-months", value=12)], [one("insured-months", value=12)], "yes", ""),
        ([one("insured-months", value=36)], [one("insured-months", value=12)], "no", "stricter"),
        ([one("insured-months", value=6)], [one("insured-months", value=12)], "yes", ""),
        ([one("insured-months")], [one("insured-months", value=12)], "maybe", "parameter"),
        ([one("jobless")], [one("registered")], "yes", ""),  # registered implies jobless
        ([one("registered")], [one("jobless")], "no", "asks_more"),
        ([one("jobless"), one("hukou")], [one("jobless")], "no", "asks_more"),
        ([{"any_of": [{"id": "jobless"}, {"id": "hukou"}]}], [one("jobless")], "yes", ""),
        ([one("jobless")], [{"any_of": [{"id": "jobless"}, {"id": "hukou"}]}], "no", "asks_more"),
        ([{"any_of": [{"text": "其他情形"}]}], [one("jobless")], "maybe", "unmatched"),
    ],
)
def test_criteria(local: Any, national: Any, verdict: str, reason: str) -> None:
    assert answer("criteria", local, national, "conditions") == (verdict, reason)


def test_concepts_stand_for_sets() -> None:
    legal, both = [{"text": "法人"}], [{"id": "company"}, {"id": "charity"}]
    assert answer("concepts", legal, both, "audience") == ("yes", "")
    assert answer("concepts", both, legal, "audience") == ("yes", "")
    # who serves persons serves graduates; who serves graduates does not serve persons
    assert answer("concepts", [{"id": "graduate"}], [{"id": "person"}], "audience")[0] == "yes"
    assert answer("concepts", [{"id": "person"}], [{"id": "graduate"}], "audience")[0] == "no"
    # an app is online; whether who says "online" has an app cannot be said
    assert answer("concepts", [{"id": "online"}], [{"kind": "app", "name": "浙里办"}], "channels")[0] == "yes"
    assert answer("concepts", [{"id": "app"}], [{"id": "online"}], "channels") == ("maybe", "narrower")
    assert answer("concepts", [{"id": "app"}], [{"id": "counter"}], "channels") == ("no", "missing")
    assert answer("concepts", [{"id": "online"}], [{"name": "某平台"}], "channels") == ("maybe", "unmatched")


def days(amount: int, unit: str = "working_day", **more: Any) -> list[dict[str, Any]]:
    return [{"amount": amount, "unit": unit, **more}]


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        (days(5), days(3), "no", "longer"),
        (days(3), days(3), "yes", ""),
        ([{"unit": "immediate"}], days(3), "yes", ""),
        (days(1), [{"unit": "immediate"}], "no", "longer"),
        (days(3, "calendar_day"), days(3), "yes", ""),  # three calendar days never outlast three working days
        (days(5, "calendar_day"), days(3), "maybe", "calendar"),
        (days(3), days(5, "calendar_day"), "maybe", "calendar"),
        (days(6), days(5, "calendar_day"), "no", "longer"),
        (days(10, "day"), days(15, "day"), "yes", ""),  # both as printed: the same reading on both sides
        (days(3, "day"), days(3), "yes", ""),  # holds in either reading
        (days(5, "day"), days(3), "maybe", "day_unit"),  # never silently calendar, never silently working
        (days(60), days(90, "day"), "maybe", "day_unit"),
        (days(1, "month"), days(31, "calendar_day"), "yes", ""),
        (days(30, "calendar_day"), days(1, "month"), "maybe", "calendar"),
        (days(3, start="registered"), days(3), "maybe", "start_unsaid"),
        (days(3, start="registered"), days(3, start="hired"), "maybe", "start"),
        # accepted is never before applied for: longer from there is longer, not longer from there may be
        (days(30, start="accepted"), days(3), "no", "longer"),
        (days(3, start="accepted"), days(3), "maybe", "start"),
        (days(3), days(3, start="accepted"), "yes", ""),
        (days(30), days(3, start="accepted"), "maybe", "start"),
        (days(20, includes=[{"what": "publicity", "amount": 3}]), days(20), "maybe", "inclusions"),
        (days(23, excludes=[{"what": "publicity", "amount": 3}]), days(20), "no", "longer"),
        (days(7, step="审核"), days(3), "maybe", "steps_only"),
        (days(48, "hour"), days(3), "maybe", "unit"),
    ],
)
def test_limits(a: Any, b: Any, verdict: str, reason: str) -> None:
    assert answer("limits", a, b, "promised_limit") == (verdict, reason)


def test_in_a_licence_a_day_is_a_working_day() -> None:
    assert answer("limits", days(60), days(90, "day"), "promised_limit", working_days=True) == ("yes", "")


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"),
    [
        ("counts", [{"amount": 0}], [{"amount": 1}], "yes"),
        ("counts", [{"amount": 2}], [{"amount": 1}], "no"),
        ("counts", [{"amount": 12, "per": "year"}], [{"amount": 1, "per": "month"}], "yes"),
        ("counts", [{"amount": 1, "per": "once"}], [{"amount": 1, "per": "month"}], "maybe"),
        ("money", [{"yuan": 1000}], [{"yuan": 1500}], "yes"),
        ("money", [{"yuan": 1500, "fen": 1}], [{"yuan": 1500}], "no"),
        ("money", [{"yuan": 1000, "per": "人月"}], [{"yuan": 1500, "per": "人"}], "maybe"),
        ("ratios", [{"value": "2/3"}], [{"value": "66/99"}], "yes"),
        ("ratios", [{"value": "67/100"}], [{"value": "2/3"}], "no"),
        ("months", [{"amount": 36}], [{"amount": 36}], "yes"),
        ("months", [{"until": "retirement"}], [{"amount": 36}], "maybe"),
        ("fee", {"charged": "no"}, {"charged": "no"}, "yes"),
        ("fee", {"charged": "yes"}, {"charged": "no"}, "no"),
        ("documents", [{"number": "财社〔2017〕164号"}], [{"number": "财社〔2023〕181号"}], "yes"),
        ("documents", [{"title": "就业促进法"}], [{"number": "财社〔2023〕181号"}], "no"),
        ("documents", [{"title": "办法"}], [{"number": "财社〔2023〕181号"}], "maybe"),  # a title of two documents
        ("name", "《就业创业证》申领", "就业创业证 申领", "yes"),
        ("prose", "甲", "乙", "maybe"),
    ],
)  # fmt: skip
def test_the_other_kinds(kind: Kind, a: Any, b: Any, verdict: str) -> None:
    assert answer(kind, a, b)[0] == verdict
