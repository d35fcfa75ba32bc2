"""Figures are held against the words beside them: in verdicts, in diffs, on pages."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import national
from qingdan.model.figures import figures, number
from qingdan.values import contradicts
from qingdan.values.saying import say
from tests.cases.lists import findings, folder, two, verdict

NAMES = national().registries.name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十五", 15), ("廿", 20), ("廿五", 25), ("卅", 30), ("一百零三", 103), ("一百五", 150), ("两千五百", 2500),
        ("一万二千", 12000), ("壹万贰仟", 12000), ("3万5千", 35000), ("1,500", 1500), ("二〇二五", 2025), ("三十万", 300000),
    ],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3-5个工作日", [(3, 5, "working_day")]), ("三至五个工作日", [(3, 5, "working_day")]), ("三五天", [(3, 5, "day")]),
        ("5（五）个工作日", [(5, 5, "working_day")]), ("15（个）工作日", [(15, 15, "working_day")]), ("提前30日", [(30, 30, "day")]),
        ("一年半", [(1.5, 1.5, "year")]), ("两个半月", [(2.5, 2.5, "month")]), ("半个月", [(0.5, 0.5, "month")]),
        ("最低工资的百分之六十", [(0.6, 0.6, "part")]), ("按六成", [(0.6, 0.6, "part")]), ("每季度至少1次", [(1, 1, "time")]),
        ("第3个工作日", []), ("每月15日前", []), ("次月前5个工作日内", []), ("2025年12月底前", []), ("满16周岁", []), ("一次性补助", []),
        ("1 5个工作日", []), ("十二月", []), ("12个月", [(12, 12, "month")]),
    ],
)  # fmt: skip
def test_printed_figures(text: str, found: list[tuple[float, float, str]]) -> None:
    assert [(each.low, each.high, each.unit) for each in figures(text)] == [
        (Fraction(str(low)), Fraction(str(high)), unit) for low, high, unit in found
    ]


LIMITS = [
    "promised_limit: 3 working_day 五个工作日", "promised_limit: 3 working_day 3-5个工作日",
    "promised_limit: 3 working_day 三至五个工作日", "promised_limit: 15 working_day 廿个工作日",
    "promised_limit: 3 working_day 自受理之日起一个月内", "promised_limit: 2 working_day 72小时内办结",
    "promised_limit: 3 working_day 材料齐全后三十日", "promised_limit: 1 working_day 一周内",
]  # fmt: skip


def _limit(words: str) -> dict[str, Any]:
    element, rest = words.split(": ")
    amount, unit, text = rest.split(" ")
    return {element: [{"amount": int(amount), "unit": unit, "text": text}]}


@pytest.mark.parametrize("words", LIMITS)
def test_a_limit_beside_other_words_is_told_and_judges_nothing(tmp_path: Path, words: str) -> None:
    place = folder(tmp_path, _limit(words))
    assert len(findings(place, "ELM006")) == 1
    assert verdict(place, "JY-0401-R02") == ("unsettled", "unknown", "figures")


@pytest.mark.parametrize("words", LIMITS)
def test_neither_of_the_two_is_printed_as_the_limit(words: str) -> None:
    (value,) = _limit(words).values()
    for printed in (True, False):
        told = say(value, "zh", NAMES, "promised_limit", printed=printed)
        assert value[0]["text"] in told and str(value[0]["amount"]) in told and "不一致" in told


@pytest.mark.parametrize(
    ("kind", "entry", "differs"),
    [
        ("money", {"yuan": 8000, "text": "五千元"}, True), ("money", {"yuan": 8000, "text": "八千元"}, False),
        ("money", {"yuan": 5000, "text": "3000—5000元"}, False), ("money", {"yuan": 20000, "text": "最高贰万元"}, False),
        ("money", {"yuan": 300, "text": "每人每月五百元"}, True),
        ("months", {"amount": 24, "text": "三年"}, True), ("months", {"amount": 6, "text": "半年"}, False),
        ("months", {"amount": 12, "text": "1年"}, False), ("months", {"amount": 36, "text": "最长不超过二十四个月"}, True),
        ("ratios", {"value": "1/2", "text": "60%"}, True), ("ratios", {"value": "2/3", "text": "三分之二"}, False),
        ("ratios", {"value": "50/100", "text": "一半"}, False), ("ratios", {"value": "2/3", "text": "百分之五十"}, True),
        ("counts", {"amount": 2, "text": "最多跑一次"}, True), ("counts", {"amount": 0, "text": "全程网办"}, False),
        ("counts", {"amount": 1, "text": "不用跑现场"}, True), ("counts", {"amount": 3, "text": "两趟"}, True),
        ("limits", {"amount": 2, "unit": "working_day", "text": "两个工作日"}, False),
        ("limits", {"amount": 1, "unit": "year", "text": "12个月"}, False),
        ("limits", {"unit": "immediate", "text": "按时办理"}, True),
        ("limits", {"unit": "immediate", "text": "根据认定情况决定"}, True),
        ("limits", {"unit": "immediate", "text": "即来即办"}, False),
        ("fee", {"charged": "no", "text": "收费5元"}, True), ("fee", {"charged": "no", "text": "每证收取工本费十元"}, True),
        ("fee", {"charged": "no", "text": "免收工本费5元"}, False), ("fee", {"charged": "yes", "text": "不收费"}, True),
    ],
)  # fmt: skip
def test_other_kinds_of_figures(kind: Any, entry: dict[str, Any], differs: bool) -> None:
    assert contradicts(kind, entry) is differs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"amount": 3, "unit": "working_day", "text": "三个工作日"}, {"amount": 3, "unit": "working_day", "text": "五个工作日"}),
        ({"amount": 5, "unit": "working_day", "text": "5个工作日"}, {"amount": 5, "unit": "working_day", "text": "十个工作日内"}),
        ({"amount": 5, "unit": "working_day", "text": "5个工作日"},
         {"amount": 5, "unit": "working_day", "text": "5个工作日，遇高峰顺延"}),
        ({"text": "按时办理"}, {"text": "另行通知"}),
    ],
)  # fmt: skip
def test_words_that_changed_beside_the_same_figures_are_one_difference(tmp_path: Path, old: Any, new: Any) -> None:
    both = two(tmp_path, {"promised_limit": [old]}, {"promised_limit": [new]})
    (row,) = both.json()
    assert (row["element"], row["effect"]) == ("promised_limit", "unknown")
    assert new["text"] in row["after_text"] and row["before_text"] != row["after_text"]
    assert any(new["text"] in text for text in both.citizens())


@pytest.mark.parametrize("text", ["按时办理", "根据认定情况决定", "次月前5个工作日内", "无"])
def test_what_is_no_length_of_time_is_stated_as_text_and_is_no_promise(tmp_path: Path, text: str) -> None:
    place = folder(tmp_path, {"promised_limit": [{"text": text}]})
    assert [row["id"] for row in findings(place, "TIM008", "STR002", "STR003")] == ["TIM008"]
    assert verdict(place, "JY-0401-R02") == ("unsettled", "unknown", "text_only")
    wrong = folder(tmp_path, {"promised_limit": [{"unit": "immediate", "text": text}]}, name="wrong")
    assert len(findings(wrong, "ELM006")) == 1
