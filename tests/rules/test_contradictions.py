"""The code that stands for a text must not say something else than the text."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.findings import Severity


@pytest.mark.parametrize(
    ("lines", "id", "other"),
    [
        ("materials: [{id: id-document, name: 离职证明}]", "id-document", "labour-termination-proof"),
        ("materials: [{id: id-document, name: ⼾⼝簿}]", "id-document", "household-register"),
        ("materials: [{name: 甲或乙, any_of: [{id: id-document, text: 户口簿}]}]", "id-document", "household-register"),
        ("places: [{id: hukou-place, text: 常住地}]", "hukou-place", "usual-residence"),
        ("channels: [{kind: terminal, name: 窗口}]", "terminal", "counter"),
        ("conditions: [{any_of: [{id: able-to-work, text: 无业}]}]", "able-to-work", "without-work"),
        ("legal_basis: [{document: employment-promotion-law, title: 失业保险条例}]", "employment-promotion-law",
         "state-council-order-258"),
    ],
)  # fmt: skip
def test_the_text_is_the_name_of_another_id(lines: str, id: str, other: str) -> None:
    (finding,) = alone("REF010", lines)
    assert finding.severity == Severity.WARNING
    assert (finding.args["id"], finding.args["other"]) == (id, other)
    assert finding.suggestions == (other,)


@pytest.mark.parametrize(
    "lines",
    [
        "materials: [{id: id-document, name: 居民身份证}]",
        "materials: [{id: id-document, name: 某种没有登记的证件}]",
        "materials: [{id: id-document, name: 护照}, {id: passport, name: 身份证}]",
        "channels: [{kind: website, name: 网上办理}, {kind: mobile, name: APP}, {kind: app, name: 手机}]",
        "places: [{id: work-or-startup-place, text: 就业地}, {id: workplace, text: 就业创业地}]",
        "places: [{id: workplace, text: 用工地}, {id: hukou-place}]",
        "conditions: [{any_of: [{id: registered-unemployed, text: 无业}]}]",
        "legal_basis: [{document: employment-promotion-law, title: 中华人民共和国就业促进法}]",
        "materials: [{id: id-documnet, name: 户口簿}]",
    ],
)
def test_a_wider_or_narrower_text_and_an_unknown_one_are_no_contradiction(lines: str) -> None:
    assert alone("REF010", lines) == []


def test_a_predecessor_is_the_same_document() -> None:
    assert alone("REF010", "legal_basis: [{document: mof-mohrss-2023-181, number: 财社〔2017〕164号}]") == []


def test_a_persons_word_that_it_is_local_is_only_remarked_on() -> None:
    (finding,) = alone("REF010", "materials: [{id: local/x, name: 离职证明}]")
    assert finding.severity == Severity.INFO


def limit(text: str, amount: str = "amount: 3, ", unit: str = "working_day") -> str:
    return f"promised_limit: [{{{amount}unit: {unit}, text: {text}}}]"


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("30个工作日", 3, "working_day"), ("自受理之日起５个工作日内", 3, "working_day"), ("3日", 3, "working_day"),
        ("3个工作日", 3, "calendar_day"), ("3个月", 3, "day"), ("3个工作日内办结", 3, "month"), ("1年", 1, "month"),
        ("3天", 30, "day"), ("3小时", 3, "working_day"), ("五个工作日", 3, "working_day"), ("3-5个工作日", 3, "working_day"),
        ("三至五个工作日", 3, "working_day"), ("廿个工作日", 15, "working_day"), ("1.5个工作日", 3, "working_day"),
        ("自受理之日起二十五个工作日内", 20, "working_day"), ("三五天", 3, "day"), ("半年", 12, "month"), ("两周", 7, "calendar_day"),
    ],
)  # fmt: skip
def test_a_limit_that_prints_another_number_or_unit(text: str, amount: int, unit: str) -> None:
    (finding,) = alone("ELM006", limit(text, f"amount: {amount}, ", unit))
    assert finding.args == {"field": "promised_limit", "text": text, "stated": f"{amount} {unit}"}
    assert finding.severity == Severity.WARNING


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("3个工作日", 3, "working_day"), ("３个 工作日内", 3, "working_day"), ("3天", 3, "day"), ("3日", 3, "calendar_day"),
        ("3日内（工作日）", 3, "working_day"), ("1年", 12, "month"), ("24小时", 1, "day"), ("5至10个工作日", 10, "working_day"),
        ("受理1个工作日、审核5个工作日", 3, "working_day"), ("三十个工作日", 30, "working_day"), ("每月15日前", 3, "working_day"),
        ("3月15日前", 3, "working_day"), ("5个工作日，另公示三个工作日", 8, "working_day"), ("尽快", 3, "working_day"),
        ("第5个工作日", 3, "working_day"), ("一周", 7, "calendar_day"), ("当日办结（原5个工作日）", 0, "day"),
        ("2025年", 3, "month"), ("审查 0 工作日", 0, "working_day"), ("5个工作日（不含公示）", 5, "working_day"), ("3个自然日", 3, "calendar_day"),
    ],
)  # fmt: skip
def test_a_limit_whose_text_agrees_or_does_not_tell(text: str, amount: int, unit: str) -> None:
    assert alone("ELM006", limit(text, f"amount: {amount}, ", unit)) == []


def test_for_a_licence_the_law_counts_bare_days_as_working_days() -> None:
    lines = limit("20日", "amount: 20, ")
    assert len(alone("ELM006", lines)) == 1
    assert alone("ELM006", f"type: licence\n{lines}") == []


def test_at_once_beside_a_number_of_days() -> None:
    assert len(alone("ELM006", limit("5个工作日", "", "immediate"))) == 1
    assert alone("ELM006", limit("当场办结，特殊情形5个工作日", "", "immediate")) == []
    assert alone("ELM006", limit("5个工作日", "")) == [], "that the number is missing is another rule's word"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("months: [{amount: 12, text: 最长不超过3年}]", 1),
        ("months: [{amount: 36, text: 最长不超过3年}]", 0),
        ("months: [{amount: 6, text: 12个月}]", 1),
        ("months: [{until: retirement, text: 3年}]", 0),
        ("months: [{amount: 6, text: 2025年起}]", 0),
        ("visits: [{amount: 0, text: 最多跑1次}]", 1),
        ("visits: [{amount: 1, text: 最多跑1次}]", 0),
        ("visits: [{amount: 1, text: 最多跑一次}]", 0),
        ("frequency: [{amount: 2, per: year, text: 每年不少于3次}]", 1),
        ("frequency: [{amount: 1, per: quarter, text: 每3个月一次}]", 0),
        ("visits: [{amount: 2, text: 最多跑一次}]", 1),
        ("visits: [{amount: 1, text: 全程网办，零跑动}]", 1),
        ("visits: [{amount: 0, text: 不用跑现场}]", 0),
        ("months: [{amount: 24, text: 三年}]", 1),
        ("months: [{amount: 6, text: 半年}]", 0),
        ("months: [{amount: 18, text: 一年半}]", 0),
        ("amount: [{yuan: 8000, text: 五千元}]", 1),
        ("amount: [{yuan: 8000, text: 八千元}]", 0),
        ("amount: [{yuan: 15000, text: 每户1.5万元}]", 0),
        ("ratio: [{value: 1/2, text: '60%'}]", 1),
        ("ratio: [{value: 2/3, text: 三分之二}]", 0),
        ("ratio: [{value: 60/100, text: 按六成发}]", 0),
        ("fee: {charged: 'no', text: 收费5元}", 1),
        ("fee: {charged: 'no', text: 按规定收费}", 1),
        ("fee: {charged: 'yes', text: 免费}", 1),
        ("fee: {charged: 'no', text: 不收费}", 0),
        ("fee: {charged: 'no', text: 免收工本费5元}", 0),
        ("promised_limit: [{unit: immediate, text: 按时办理}]", 1),
        ("promised_limit: [{unit: immediate, text: 根据认定情况决定}]", 1),
        ("promised_limit: [{unit: immediate, text: 次月前5个工作日内}]", 1),
        ("promised_limit: [{unit: immediate, text: 无}]", 1),
        ("promised_limit: [{unit: immediate, text: 现场即时办结}]", 0),
        ("amount: [{yuan: 500, text: 每人5000元}]", 1),
        ("amount: [{yuan: 5000, text: '每人5,000元'}]", 0),
        ("amount: [{yuan: 200000, text: 最高20万元}]", 0),
        ("amount: [{yuan: 66, fen: 70, text: 66.7元}]", 0),
        ("amount: [{yuan: 66, text: 66.7元}]", 1),
        ("amount: [{yuan: 500, text: 500至1000元}]", 0),
        ("amount: [{yuan: 500, text: 当地标准的50%}]", 0),
        ("fee: {charged: 'yes', lines: [{name: 工本费, standard: 5元/本, money: {yuan: 50}}]}", 1),
        ("fee: {charged: 'yes', lines: [{name: 工本费, standard: 5元/本, money: {yuan: 5}}]}", 0),
        ("steps: [{name: 受理, limit: {amount: 1, unit: working_day, text: 2个工作日}}]", 1),
        ("result: {name: 甲, delivery_limit: {amount: 1, unit: day, text: 2天}}", 1),
    ],
)
def test_other_values_and_what_is_printed_of_them(lines: str, found: int) -> None:
    assert len(alone("ELM006", lines)) == found


def test_a_wrong_code_is_no_flaw_of_the_printed_text() -> None:
    text = head("archive") + items(item(limit("30个工作日")))
    assert [finding.severity for finding in check("ELM006", text)] == [Severity.WARNING]
