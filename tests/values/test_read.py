"""A printed text is read as a value only where it surely says that value: another number is worse than none."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.loading.opening import national
from qingdan.values import kind_of
from qingdan.values.context import Context

REGISTRIES = national().registries


def read(element: str, text: str) -> Any:
    return kind_of(element).read(text, Context(REGISTRIES, element))


@pytest.mark.parametrize(
    ("element", "texts"),
    [
        (
            "promised_limit",
            ">5个工作日 ＞5个工作日 <5个工作日 ①5个工作日 5²个工作日 3个工作日¹ 5（三）个工作日 5-3个工作日 10-5个工作日 三五百日 百日 一季度 含公示5个工作日 "
            "包括公示5个工作日 登记3个工作日 申请材料3个工作日 受理5个工作日内",
        ),
        (
            "statutory_limit",
            "承诺5个工作日 当场办结（法定5个工作日） 3个工作日（原15个工作日） 由15个工作日压缩至3个工作日 无法定时限，承诺3个工作日",
        ),
        (
            "fee",
            "社会保险费 返还社会保险费 由财政经费 退费 禁止收费 严禁收费 未收费 没有收费 从未收费 零费 0费 无欠费 已取消工本费 报销培训费 1000元补贴费 补缴社保费 "
            "个人缴费 拟收费",
        ),
        (
            "amount",
            "<1000元 三五百元 一二百元 1万2元 1万2万元 1.000元 1.1000元 ①1000元 1000¹元 1000（贰仟）元 万元 千元 （万元）",
        ),
        ("ratio", "2024/1 1/1 10/12 12/31 >60% <60%"),
        ("months", "<12个月 >12个月 12个月（享受）12个月（领取） 3年至退休 3年延长至退休 一个半年 1季度 一季度"),
        ("visits", "2次（窗口） 窗口1次"),
        ("frequency", "1年2次 当年1次 全年2次"),
        (
            "legal_basis",
            "《　》 除人社部发〔2024〕1号 依据人社部发〔2024〕1号 按人社部发〔2024〕1号 代替国发〔2018〕39号 《甲》第三条除外 《甲》第三条不适用 《甲》第一条已废止 《甲》第十条以外",
        ),
        ("conditions", "无 / — 暂无 无条件 不需要 见附件"),
        ("materials", "无 / — 暂无 不需要 无需提供材料 无需身份证 免提交身份证 取消身份证 见附件 详见办事指南"),
        ("audience", "无 / — 暂无"),
        ("channels", "无 /"),
    ],
)
def test_what_is_not_certain_is_not_read(element: str, texts: str) -> None:
    read_all_the_same = {text: value for text in texts.split(" ") if (value := read(element, text)) is not None}
    assert read_all_the_same == {}


@pytest.mark.parametrize(
    ("element", "text", "stated"),
    [
        ("promised_limit", "当场办结（法定5个工作日）", {"unit": "immediate"}),
        ("promised_limit", "3个工作日（原15个工作日）", {"amount": 3, "unit": "working_day"}),
        ("promised_limit", "5（五）个工作日", {"amount": 5, "unit": "working_day"}),
        ("promised_limit", "受理之日起5个工作日", {"amount": 5, "unit": "working_day"}),
        ("promised_limit", "20个工作日（含公示5个工作日）", {"amount": 20, "unit": "working_day"}),
        ("statutory_limit", "原则上不超过60日", {"amount": 60, "unit": "day"}),
        ("fee", "工本费5元", {"charged": "yes"}),
        ("fee", "档案保管费", {"charged": "yes"}),
        ("fee", "0元", {"charged": "no"}),
        ("amount", "1000.00元", {"yuan": 1000}),
        ("amount", "3万5千元", {"yuan": 35000}),
        ("amount", "1万500元", {"yuan": 10500}),
        ("amount", "限额1000元", {"yuan": 1000, "bound": "max"}),
        ("amount", "1000元内", {"yuan": 1000, "bound": "max"}),
        ("amount", "每年每人300元", {"yuan": 300, "per": "人年"}),
        ("ratio", "0%", {"value": "0/100"}),
        ("ratio", "2/3", {"value": "2/3"}),
        ("ratio", "万分之五", {"value": "1/2000"}),
        ("months", "5年内", {"amount": 60, "bound": "max"}),
        ("months", "3年（36个月）", {"amount": 36}),
        ("months", "最长3年，距退休不足5年的可延长至退休", {"amount": 36, "bound": "max"}),
        ("months", "一个季度", {"amount": 3}),
        ("visits", "0次", {"amount": 0}),
        ("frequency", "一年内2次", {"amount": 2, "per": "year"}),
    ],
)
def test_what_is_certain_is_read(element: str, text: str, stated: object) -> None:
    assert read(element, text) == {**stated, "text": text}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("《甲》第一条至第三条", {"title": "甲", "article": "第一条至第三条"}),
        ("《甲》第五十二条：县级以上人民政府……", {"title": "甲", "article": "第五十二条：县级以上人民政府……"}),
        ("京人社发〔2024〕1号第三条", {"number": "京人社发〔2024〕1号", "article": "第三条"}),
    ],
)
def test_a_citation_is_read_with_its_article(text: str, stated: object) -> None:
    assert read("legal_basis", text) == stated


@pytest.mark.parametrize("text", ["参保缴费满一年", "见习单位", "无犯罪记录", "不限"])
def test_a_condition_is_not_taken_for_nothing(text: str) -> None:
    assert read("conditions", text) == {"any_of": [{"text": text}]}
