"""A limit whose text speaks of more time than its number, or a free service with costs, is not praised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.model.base import Kind
from qingdan.reporting.saying import say
from qingdan.values import says_more
from tests.cases.lists import findings, folder, two, verdict


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("3个工作日", "yes"), ("原则上3个工作日", "yes"), ("3个工作日，不含公示7天", "yes"), ("30个工作日内承诺3个工作日（法定30个）", "yes"),
        ("由20个工作日压缩至3个工作日", "yes"), ("3个工作日，不延长", "yes"), ("以上材料齐全后3个工作日", "yes"), ("３个工作日", "yes"),
        ("3个工作日（特殊情况延长至10个工作日）", "unsettled"), ("3个工作日，情况复杂的可延长", "unsettled"), ("不少于3个工作日", "unsettled"),
        ("3个工作日以上", "unsettled"), ("受理后3个工作日内审核，再5个工作日发证", "unsettled"), ("每月集中办理，3个工作日", "unsettled"),
        ("下月3个工作日内", "unsettled"), ("3个工作日，需调查核实的一个月", "unsettled"), ("3个工作日左右", "unsettled"),
    ],
)  # fmt: skip
def test_more_time_in_the_text_leaves_it_open(text: str, answer: str, tmp_path: Path) -> None:
    limit = {"amount": 3, "unit": "working_day", "text": text, "start": "application-received"}
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == answer


def test_the_text_is_told_where_it_says_more() -> None:
    text = "3个工作日（特殊情况延长至10个工作日）"
    assert say([{"amount": 3, "unit": "working_day", "text": text}], "en", element="promised_limit") == text
    assert say({"charged": "no", "text": "免费（证书工本费5元）"}, "zh", element="fee") == "免费（证书工本费5元）"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("免费", "yes"), ("不收费，快递费自理", "yes"), ("免收工本费5元", "yes"), ("免费（原收工本费5元）", "yes"), ("不收取任何费用", "yes"),
        ("免费（证书工本费5元）", "unsettled"), ("免费，加急收费20元", "unsettled"), ("首次免费，补办另收工本费", "unsettled"), ("免费，须交押金", "unsettled"),
    ],
)  # fmt: skip
def test_costs_beside_a_free_service_leave_it_open(text: str, answer: str, tmp_path: Path) -> None:
    item = {"fee": {"charged": "no", "text": text}, "implements": [{"item": "JY-0403", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "JY-0403-R02")[0] == answer


@pytest.mark.parametrize(
    ("kind", "entry", "more"),
    [
        ("months", {"amount": 12, "text": "12个月"}, False), ("months", {"amount": 12, "text": "最长1年"}, False),
        ("months", {"amount": 12, "text": "累计缴费满1年不足5年的，最长12个月"}, False),
        ("months", {"amount": 36, "text": "最长不超过3年，距法定退休年龄不足5年的可延长至退休"}, False),
        ("months", {"amount": 12, "text": "毕业2年内的高校毕业生，补贴12个月"}, False),
        ("months", {"amount": 24, "text": "2年，期满可再延长1年"}, True), ("months", {"amount": 24, "text": "2年，困难人员3年"}, True),
        ("months", {"amount": 12, "text": "12个月，期满未就业的可续发"}, True), ("months", {"amount": 24, "text": "不少于2年"}, True),
        ("ratios", {"value": "2/3", "text": "实际缴费额的三分之二"}, False), ("ratios", {"value": "1/2", "text": "50%"}, False),
        ("ratios", {"value": "1/2", "text": "50%，困难企业100%"}, True), ("ratios", {"value": "1/2", "text": "50%，可上浮10%"}, True),
        ("ratios", {"value": "1/2", "text": "50%，总额不超过上年缴费的90%"}, False),
        ("money", {"yuan": 1000, "text": "每人1000元"}, False), ("money", {"yuan": 1000, "text": "每人1000元，最高不超过10万元"}, False),
        ("money", {"yuan": 1000, "text": "1000元，技师2000元"}, True), ("money", {"yuan": 1000, "text": "1000元以上"}, True),
        ("money", {"yuan": 1000, "text": "1000元，符合条件的另奖"}, True),
        ("money", {"yuan": 1000, "text": "由500元提高到1000元"}, False),
        ("money", {"yuan": 1000, "bound": "min", "text": "不低于1000元"}, False),
        ("counts", {"amount": 1, "text": "最多跑一次"}, False), ("counts", {"amount": 1, "text": "1次（法定3次）"}, False),
        ("counts", {"amount": 1, "text": "1次（资料不全的2次）"}, True), ("counts", {"amount": 1, "text": "1次，领证另跑一趟"}, True),
    ],
)  # fmt: skip
def test_words_beside_a_figure_may_speak_of_more(kind: Kind, entry: dict[str, Any], more: bool) -> None:
    assert says_more(kind, entry) is more


@pytest.mark.parametrize(
    ("text", "answer"),
    [("最长12个月", "yes"), ("12个月，期满可延长6个月", "unsettled"), ("12个月，重点人群36个月", "unsettled")],
)
def test_more_months_in_the_text_leave_the_cap_open(text: str, answer: str, tmp_path: Path) -> None:
    months = [{"amount": 12, "bound": "max", "text": text}]
    item = {"name": "就业见习补贴", "months": months, "implements": [{"item": "JY-0702", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "TRAINEE-R01")[0] == answer


def test_a_version_that_promises_more_in_words_is_no_better(tmp_path: Path) -> None:
    sides = two(tmp_path, {"visits": [{"amount": 2}]}, {"visits": [{"amount": 1, "text": "1次（资料不全的2次）"}]})
    assert [row["effect"] for row in sides.json() if row["element"] == "visits"] == ["unknown"]


def test_the_keeper_is_told_what_the_words_take_back(tmp_path: Path) -> None:
    item = {
        "visits": [{"amount": 1, "text": "1次（资料不全的2次）"}], "fee": {"charged": "no", "text": "免费，工本费5元"},
        "promised_limit": [{"amount": 3, "unit": "working_day", "text": "3个工作日"}],
        "materials": [{"name": "身份证"}, {"name": "户口簿", "note": "后台核查，不用带"}, {"name": "学历证书（免交）", "by": "agency"}],
        "channels": [{"kind": "online", "name": "网上大厅（暂未开通）"}, {"kind": "counter", "name": "窗口"}],
    }  # fmt: skip
    told = {row["path"].rpartition(".")[2]: row["args"]["text"] for row in findings(folder(tmp_path, item), "ELM007")}
    assert sorted(told.values()) == [
        "1次（资料不全的2次）",
        "免费，工本费5元",
        "户口簿（后台核查，不用带）",
        "网上大厅（暂未开通）",
    ]
