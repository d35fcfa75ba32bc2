"""A value counts as what it says only where the words beside it are read to the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.model.base import Kind
from qingdan.values import unread
from qingdan.values.saying import say
from tests.cases.lists import findings, folder, two, verdict

#: Texts beside 3 working days that say this and no more.
READ = [
    "3个工作日", "３个工作日", "三个工作日", "原则上3个工作日", "自受理之日起3个工作日内办结", "收到申请之日起3个工作日", "承诺办结时限：3个工作日",
    "材料齐全后3个工作日内办结", "以上材料齐全后3个工作日", "受理后3个工作日内完成审核", "自收到材料之日起3个工作日内作出决定", "3个工作日，不延长",
    "3个工作日（不含法定节假日）", "3个工作日，含公示1个工作日", "3个工作日（法定20个工作日）", "法定时限20个工作日，承诺时限3个工作日",
    "法定时限：20个工作日；承诺时限：3个工作日", "自收件之日起3个工作日内办理完毕", "材料齐全且符合法定形式的，3个工作日办结", "从受理之日起算3个工作日",
    "3个工作日（遇法定节假日顺延）", "由20个工作日压缩至3个工作日", "30个工作日内承诺3个工作日（法定30个）", "3个工作日，不予延长",
]  # fmt: skip
#: And texts that say something else beside it: an extension, another step, start or people, other days.
MORE = [
    "3个工作日（特殊情况延长至10个工作日）", "3个工作日，情况复杂的可延长", "不少于3个工作日", "3个工作日以上", "受理后3个工作日内审核，再5个工作日发证",
    "每月集中办理，3个工作日", "3个工作日，每月办理", "下月3个工作日内", "3个工作日，需调查核实的一个月", "3个工作日左右", "约3个工作日", "3个工作日，不含公示7天",
    "资料齐全的3个工作日；资料不全的，10个工作日", "材料齐全的，10个工作日内办结", "原则上3个工作日，特殊情况10个工作日", "由街道3个工作日内初审，县人社局10个工作日内审核",
    "从受理之日起3个工作日内，需实地核查的10个工作日内", "3个工作日（不含法定节假日），需核查的15个工作日", "初审3个工作日，复审3个工作日", "审核3个工作日，办结3个工作日",
    "街道3个工作日，县局2个工作日", "3个工作日，可顺延2个工作日", "3个工作日，经领导批准可以推迟", "审核通过之日起3个工作日内", "公示期满无异议后3个工作日内",
    "办理完成后3个工作日内", "3个工作日内作出是否受理的决定", "3个工作日内完成初审", "3个工作日（网上）", "3个工作日，节假日除外，复核20个工作日",
]  # fmt: skip


@pytest.mark.parametrize("text", [*READ, *MORE])
def test_only_words_that_are_read_leave_a_limit_what_it_is(text: str, tmp_path: Path) -> None:
    limit = {"amount": 3, "unit": "working_day", "text": text, "start": "application-received"}
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == (
        "yes" if text in READ else "unsettled"
    )


@pytest.mark.parametrize(
    "text", ["法定20个工作日，承诺3个工作日", "20个工作日压缩为3个工作日", "20个工作日，本级承诺即时办结"]
)
def test_who_promises_less_in_words_is_not_accused(text: str, tmp_path: Path) -> None:
    limit = {"amount": 20, "unit": "working_day", "text": text, "start": "application-received"}
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == "unsettled"


@pytest.mark.parametrize("text", ["20个工作日", "自受理之日起20个工作日内办结"])
def test_who_promises_more_in_words_that_are_read_is(text: str, tmp_path: Path) -> None:
    limit = {"amount": 20, "unit": "working_day", "text": text, "start": "application-received"}
    assert verdict(folder(tmp_path, {"promised_limit": [limit]}), "JY-0401-R02")[0] == "no"


@pytest.mark.parametrize(
    "text",
    ["当场受理", "随时申请", "即时受理，次日办结", "自动审核", "当场审核，含公示5个工作日", "当日受理，月底统一办理"],
)
def test_what_is_begun_at_once_is_not_done_at_once(text: str) -> None:
    assert unread("limits", {"unit": "immediate", "text": text})


@pytest.mark.parametrize("text", ["当场办结", "即时办结", "即办件", "立等可取", "随到随办", "现场办理：即时"])
def test_what_is_done_at_once_is_read(text: str) -> None:
    assert not unread("limits", {"unit": "immediate", "text": text})


@pytest.mark.parametrize(
    ("start", "text", "more"),
    [
        ("registered", "登记后5个工作日内联系", False), ("registered", "待遇发放后5个工作日内联系", True),
        ("hired", "招用之日起5个工作日内", False), ("hired", "试用期满之日起5个工作日内", True),
        ("transfer-papers-received", "收到调档函且费用结清后5个工作日内转递", True), ("accepted", "登记后5个工作日", True),
    ],
)  # fmt: skip
def test_the_printed_start_is_the_one_that_is_stated(start: str, text: str, more: bool) -> None:
    limit = {"amount": 5, "unit": "working_day", "start": start, "text": text}
    assert bool(unread("limits", limit)) is more


def test_a_text_that_is_not_read_is_told_as_it_stands() -> None:
    text = "3个工作日（特殊情况延长至10个工作日）"
    assert say([{"amount": 3, "unit": "working_day", "text": text}], "en", element="promised_limit") == text
    assert say({"charged": "no", "text": "免费（证书工本费5元）"}, "zh", element="fee") == "免费（证书工本费5元）"


@pytest.mark.parametrize(
    ("charged", "text", "answer"),
    [
        *(("no", text, "yes") for text in (
            "免费", "不收费", "无", "不收费，快递费自理", "免收工本费5元", "免费（原收工本费5元）", "不收取任何费用", "免费，无工本费", "无需缴纳工本费",
            "不另行收取工本费", "工本费由财政承担", "免费办理", "免费发放", "是否收费：否", "收费标准：无", "本事项不收费", "免收费", "不涉及收费", "0元", "零收费", "免收费用", "不收费（快递费除外）",
        )),
        *(("no", text, "unsettled") for text in (
            "免费（证书工本费5元）", "免费，加急收费20元", "首次免费，补办另收工本费", "免费，须交押金", "首次免费，补办，5元", "免费，寄存档案每年收120元",
            "个人免费，单位按规定收费", "免费，收取服务费", "首次免费，遗失补办按物价部门标准收费", "免费（邮寄证件另收取工本费10元）", "减免50%",
            "个人免费", "免收押金",
        )),
        *(("yes", text, "no") for text in ("收费", "按标准收费", "工本费5元", "证件工本费10元", "10元/本", "档案保管费每月20元")),
        *(("yes", text, "unsettled") for text in (
            "暂停收取", "收费（现已停征）", "目前免征", "0元", "仅收取邮寄费", "原收取10元工本费，现不收取", "寄递费自理", "EMS到付",
            "复印费自理", "由财政承担", "待定", "收取押金（可退）", "对中介机构收费",
        )),
    ],
)  # fmt: skip
def test_words_beside_a_fee_are_heard(charged: str, text: str, answer: str, tmp_path: Path) -> None:
    item = {"fee": {"charged": charged, "text": text}, "implements": [{"item": "JY-0403", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "JY-0403-R02")[0] == answer


@pytest.mark.parametrize(
    ("kind", "entry", "more"),
    [
        *(("months", {"amount": 12, "text": text}, False) for text in ("12个月", "最长1年", "补贴期限不超过12个月")),
        *(("months", {"amount": 12, "text": text}, True) for text in (
            "12个月，期满可再延长6个月", "12个月，困难人员3年", "12个月，期满未就业的可续发", "不少于1年", "最长12个月，困难人员不超过24个月",
            "12个月，由单位申请可到24个月", "首次12个月，第二次6个月", "12个月，困难毕业生，24个月",
        )),
        ("months", {"amount": 36, "text": "最长不超过3年，距法定退休年龄不足5年的可延长至退休"}, False),
        ("months", {"amount": 12, "case": "累计缴费满1年不足5年", "text": "累计缴费满1年不足5年的，最长12个月"}, False),
        ("ratios", {"value": "2/3", "base": "实际缴费额", "text": "实际缴费额的三分之二"}, False),
        ("ratios", {"value": "1/2", "text": "按50%给予补贴"}, False), ("ratios", {"value": "1/2", "text": "50%，困难企业100%"}, True),
        ("ratios", {"value": "1/2", "text": "50%，可上浮10%"}, True), ("ratios", {"value": "1/2", "text": "50%，最高可提至100%"}, True),
        ("money", {"yuan": 1000, "text": "每人1000元"}, False), ("money", {"yuan": 1000, "text": "1000元，技师2000元"}, True),
        ("money", {"yuan": 1000, "text": "1000元以上"}, True), ("money", {"yuan": 1000, "text": "1000元，紧缺的加发30%"}, True),
        ("money", {"yuan": 1000, "text": "1000元，紧缺工种最高1500元"}, True),
        ("months", {"amount": 24, "text": "24个月，距法定退休年龄不足2年的可领至退休"}, True),
        ("months", {"amount": 12, "text": "每人最长12个月以内"}, False),
        ("money", {"yuan": 1000, "per": "人", "text": "每人每月1000元"}, True), ("money", {"yuan": 1000, "per": "人", "text": "1000元/人"}, False),
        ("money", {"yuan": 2000, "per": "人", "text": "每户2000元"}, True),
        ("counts", {"amount": 3, "per": "year", "text": "每月3次"}, True), ("counts", {"amount": 3, "per": "year", "text": "一年3次"}, False),
        ("counts", {"amount": 1, "text": "至少跑1次"}, True), ("counts", {"amount": 1, "text": "最多跑一次"}, False), ("counts", {"amount": 0, "text": "全程网办，零跑动"}, False),
        ("counts", {"amount": 1, "text": "1次（资料不全的2次）"}, True), ("counts", {"amount": 1, "text": "1次，领证另跑一趟"}, True),
    ],
)  # fmt: skip
def test_words_beside_a_figure_are_read_or_not(kind: Kind, entry: dict[str, Any], more: bool) -> None:
    assert bool(unread(kind, entry)) is more


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


def test_the_keeper_is_told_which_words_left_a_requirement_open(tmp_path: Path) -> None:
    item = {
        "promised_limit": [{"amount": 3, "unit": "working_day", "text": "3个工作日，可顺延", "start": "application-received"}],
        "fee": {"charged": "no", "text": "免费，工本费5元"}, "visits": [{"amount": 1, "text": "1次，资料不全的2次"}],
        "materials": [{"name": "身份证"}, {"name": "户口簿", "note": "后台核查，不用带"}, {"name": "学历证书（免交）", "by": "agency"}],
        "channels": [{"kind": "online", "name": "网上大厅（暂未开通）"}, {"kind": "counter", "name": "窗口"}],
    }  # fmt: skip
    told = [row["args"]["text"] for row in findings(folder(tmp_path, item), "CNF004")]
    assert sorted(told) == [
        "3个工作日，可顺延",
        "免费，工本费5元",
        "户口簿（后台核查，不用带）",
        "网上大厅（暂未开通）",
    ]  # no requirement asks for visits


@pytest.mark.parametrize(
    "line", [("邮寄费", "到付"), ("工本费", "按邮政标准收取"), ("工本费", "到付"), ("邮寄费", "10元")]
)
def test_a_fee_of_lines_alone_is_read_too(line: tuple[str, str], tmp_path: Path) -> None:
    fee = {"charged": "yes", "lines": [dict(zip(("name", "standard"), line, strict=True))]}
    place = folder(tmp_path, {"fee": fee, "implements": [{"item": "JY-0403", "relation": "exact"}]})
    assert verdict(place, "JY-0403-R02")[0] == "unsettled" and len(findings(place, "CNF004")) == 1
