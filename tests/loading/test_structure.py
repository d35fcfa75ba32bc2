"""What is said of files that do not hold, and what is kept of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from qingdan.findings import Finding, Severity
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.files import Files
from qingdan.reading import MemoryTree
from qingdan.rules import all_rules

ITEM = "schema: items/1\nitems:\n  - id: A-01\n    name: 失业登记\n"


def read(text: str, name: str = "a.yaml") -> Files:
    return load_catalogue(MemoryTree({name: text.encode()})).files


def only(files: Files, id: str) -> Finding:
    (finding,) = [finding for finding in files.findings if finding.id == id]
    return finding


def said(finding: Finding, lang: str = "zh") -> str:
    rule = all_rules()[finding.id]
    values = {
        key: "、".join(map(str, value)) if isinstance(value, list) else value
        for key, value in rule.told.worded({**finding.args, **finding.extra}, lang).items()
    }
    return str((rule.message.zh if lang == "zh" else rule.message.en).format(**values))


def mended(text: str, finding: Finding) -> str:
    """The text after a fix on one line."""
    assert finding.fix is not None
    lines = text.split("\n")
    for edit in reversed(finding.fix.edits):
        place = edit.location
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + edit.text + line[place.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("受理条件: []", "conditions"), ("承诺办结时限: []", "promised_limit"), ("承诺时限: []", "promised_limit"),
        ("promise_day: 3", "promised_limit"), ("办理地点: x", "contact.address"), ("promise_limit: []", "promised_limit"),
        ("材料: []", "materials"), ("咨询电话: x", "contact.phone"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_looked_up_by_title_and_column(line: str, meant: str) -> None:
    finding = only(read(ITEM + f"    {line}\n"), "STR002")
    assert finding.suggestions == (meant,)
    assert "notes" not in all_rules()["STR002"].advice.zh


def test_a_key_that_is_the_title_of_a_field_can_be_replaced() -> None:
    text = ITEM + "    受理条件: []\n"
    after = mended(text, only(read(text), "STR002"))
    assert "    conditions: []" in after and read(after).findings == []


def test_a_key_that_is_indented_too_far() -> None:
    finding = only(read(ITEM + "    contact:\n      phone: '12333'\n      fee: {charged: 'no'}\n"), "STR002")
    assert "缩进" in said(finding) and finding.suggestions == ()


def test_a_key_is_not_replaced_by_one_that_is_there_already() -> None:
    assert only(read(ITEM + "    conditions: []\n    受理条件: []\n"), "STR002").fix is None


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("case_type: 即办件", "instant"), ("fee: {charged: 否}", "no"), ("fee: {charged: false}", "no"),
        ("fee: {charged: 不收费}", "no"), ("materials: [{name: 甲, necessity: 必要}]", "required"),
        ("materials: [{name: 甲, necessity: 是}]", "required"), ("promised_limit: [{amount: 3, unit: 工作日}]", "working_day"),
        ("promised_limit: [{unit: 即时}]", "immediate"), ("case_type: instnat", "instant"),
    ],
)  # fmt: skip
def test_a_chinese_word_is_taken_for_the_value_that_it_means(line: str, meant: str) -> None:
    text = ITEM + f"    {line}\n"
    finding = only(read(text), "STR006")
    assert finding.suggestions == (meant,)
    if finding.fix:
        assert read(mended(text, finding)).findings == []
    assert f"{meant}（" in said(finding) and "（" not in said(finding, "en")


@pytest.mark.parametrize(
    ("value", "meant", "words"),
    [
        ("2024/1/5", "2024-01-05", "2024-12-09"), ("2024年1月5日", "2024-01-05", ""), ("2024.1.5", "2024-01-05", ""),
        ("20240105", "2024-01-05", ""), ("45296", "2024-01-05", "Excel"), ('"45296"', "2024-01-05", "Excel"),
        ("2024年1月", "2024-01", ""), ("“2024-01-05”", "2024-01-05", "中文引号"), ("二〇二四年", "", ""),
        ("2024/2/30", "", ""), ('"2024-01-05 00:00:00"', "2024-01-05", ""),
    ],
)  # fmt: skip
def test_dates_in_other_writings(value: str, meant: str, words: str) -> None:
    text = ITEM + f"    effective_on: {value}\n"
    finding = only(read(text), "STR007")
    assert finding.suggestions == ((meant,) if meant else ())
    assert words in said(finding)
    if meant:
        assert finding.fix is not None and not finding.fix.safe
        assert read(mended(text, finding)).findings == []


def test_a_year_without_quotes_is_quoted_as_it_was_written() -> None:
    text = ITEM + "    effective_on: 2024\n"
    finding = only(read(text), "STR004")
    assert finding.fix is not None and finding.fix.safe and '"2024"' in mended(text, finding)


@pytest.mark.parametrize(("value", "meant"), [("50%", "50/100"), ("0.5", "50/100"), ("２/３", "2/3"), ("一半", "")])
def test_fractions_in_other_writings(value: str, meant: str) -> None:
    text = ITEM + f"    ratio: [{{value: {value}}}]\n"
    finding = only(read(text), "STR007")
    assert finding.suggestions == ((meant,) if meant else ())
    if meant:
        assert read(mended(text, finding)).findings == []


@pytest.mark.parametrize(
    "line",
    ["aliases: ['']", 'everyday_name: "a\\nb"', f"everyday_name: {'长' * 2001}", "version: -1", "type: 公共服务", "successor: a",
     "visits: [{amount: 9999999999}]", "codes: {basic: 编码}"],
)  # fmt: skip
def test_no_regular_expression_is_ever_shown(line: str) -> None:
    finding = only(read(ITEM + f"    {line}\n"), "STR007")
    for lang in ("zh", "en"):
        text = said(finding, lang)
        assert "^" not in text and "[" not in text and "\\u00" not in text, text


def test_quotes_of_chinese_around_a_code() -> None:
    head = (
        "schema: catalogue/1\nprovince: “330000”\nname: 清单\nedition: '2025'\nkind: list\ncompleteness: whole\n"
        "source: {title: 页, evidence: sample, seen: whole}\n"
    )
    finding = only(read(head, "catalogue.yaml"), "STR007")
    assert "中文引号" in said(finding) and finding.suggestions == ("330000",)
    assert read(mended(head, finding), "catalogue.yaml").findings == []


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("fee: 不收费", 'fee: {charged: "no"}'), ("visits: 1", "visits: [{amount: 1}]"), ("materials: 无", "materials: []"),
        ("levels: [县级]", "levels: [{text: 县级}]"), ("conditions: [年满16周岁]", "conditions: [{any_of: [{text: 年满16周岁}]}]"),
        ("promised_limit: 20个工作日", "promised_limit: [{amount: 20, unit: working_day}]"),
        ("notes: 说明", "notes: [说明]"), ("version: 3个", "version: 3"), ('version: "3"', "version: 3"),
        ("materials: [身份证]", "materials: [{name: 身份证}]"), ("contact: {phone: 0571}", 'contact: {phone: "0571"}'),
        ("aliases: 'a: b'", 'aliases: ["a: b"]'),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_put_into_shape(line: str, after: str) -> None:
    text = ITEM + f"    {line}\n"
    result = mended(text, only(read(text), "STR004"))
    assert result.splitlines()[-1] == f"    {after}"
    assert read(result).findings == []


def test_an_example_is_shown_where_nobody_can_say_what_is_meant() -> None:
    finding = only(read(ITEM + "    promised_limit: 尽快\n"), "STR004")
    assert finding.fix is None and "promised_limit: [{amount: 3, unit: working_day}]" in said(finding)


def test_an_entry_with_a_full_width_colon() -> None:
    text = "schema: items/1\nitems:\n  - id：A-1\n"
    finding = only(read(text), "RED019")
    assert finding.location is not None and finding.location.column == 7
    assert "- id: A-1" in mended(text, finding)


def test_one_fact_is_one_finding() -> None:
    for line in (
        "effective_on: 2024年12月31日",
        "fee: {charged: false}",
        "everyday_name: ''",
        "case_type:",
        "version: x",
    ):
        files = read(ITEM + f"    {line}\n")
        assert len([finding for finding in files.findings if finding.severity == Severity.ERROR]) == 1, line


@pytest.mark.parametrize(
    ("text", "words"),
    [("items: []\n", "缺少 schema 一行"), ("schema: item/1\nitems: []\n", "item/1"), ("- 1\n", "字段: 值")],
)
def test_the_line_schema(text: str, words: str) -> None:
    assert words in said(only(read(text, "items/a.yaml"), "STR001"))


TWO = ITEM + "{}  - id: A-02\n    name: 就业登记\n"


def test_a_field_that_does_not_hold_is_dropped_and_the_rest_is_kept() -> None:
    files = read(TWO.format("    fee: 5\n    contact: {phone: '12333', 传真: x}\n    online: {available: 'yes'}\n"))
    first, second = files.entries["items"]
    assert set(first.record) == {"id", "name", "online"}
    assert files.dropped == [("items", "A-01", "fee"), ("items", "A-01", "contact")] and files.left_out == []
    finding = only(files, "STR010")
    assert finding.severity == Severity.WARNING and finding.args["fields"] == ["fee", "contact"]
    assert second.locate("id").line == 8
    assert "fee" in files.documents["a.yaml"].value["items"][0], "what was read stays as it was"


@pytest.mark.parametrize("line", ["受理条件: x", "implements: x", "known_in_part: materials", "source: {title: 页}"])
def test_an_entry_that_cannot_be_judged_is_left_out_by_name(line: str) -> None:
    files = read(TWO.format(f"    {line}\n    fee: 5\n"))
    assert [entry.record["id"] for entry in files.entries["items"]] == ["A-02"]
    assert files.left_out == [("items", "A-01")] and files.dropped == []
    finding = only(files, "STR009")
    assert finding.location is not None and finding.location.line == 3
    assert "A-01" in said(finding) and finding.severity == Severity.WARNING


def test_an_entry_without_an_id_is_named_by_its_number() -> None:
    assert read("schema: items/1\nitems:\n  - {id: A-01}\n  - {name: x}\n").left_out == [("items", "#2")]


def test_a_field_of_a_handling_item_is_dropped_there() -> None:
    more = "    handling_items:\n      - {id: A-01-1, fee: 5}\n      - {id: A-01-2, fee: {charged: 'no'}}\n"
    files = read(TWO.format(more))
    handling = files.entries["items"][0].record["handling_items"]
    assert handling == [{"id": "A-01-1"}, {"id": "A-01-2", "fee": {"charged": "no"}}]
    assert files.dropped == [("items", "A-01-1", "fee")]


def test_nothing_is_dropped_silently() -> None:
    broken = "schema: waivers/1\nwaivers:\n  - {id: X, reason: 甲, approved_by: 乙, approved_on: 今天, until: '2026'}\n"
    files = read(broken, "waivers.yaml")
    assert files.left_out == [("waivers", "X")] and only(files, "STR009")


def test_a_row_of_a_locality_keeps_what_holds() -> None:
    text = (
        'schema: locality/1\narea: "330100"\nname: 某地\nlevel: prefecture\nitems:\n'
        "  - {id: B-1, status: own, name: 甲, fee: 5}\n  - {id: B-2, status: 承接, name: 乙}\n"
    )
    files = read(text, "localities/330100.yaml")
    assert files.dropped == [("locality", "B-1", "fee")] and files.left_out == [("locality", "B-2")]
    (locality,) = files.files["locality"]
    assert locality.record["items"][1] is None


def test_values_of_json_are_mended_as_json() -> None:
    text = json.dumps(
        {"schema": "items/1", "items": [{"id": "A-01", "name": "甲", "fee": "不收费"}]}, ensure_ascii=False
    )
    finding = only(read(text, "a.json"), "STR004")
    assert finding.fix is None and finding.suggestions


def test_findings_have_positions_and_can_be_worded() -> None:
    values: list[Any] = [None, 3, 1.5, True, "x", "“x”", [], {}, ["a"], {"a": 1}]
    fields = ("fee", "visits", "materials", "effective_on", "contact", "version", "ratio", "type", "case_type", "faq")
    for field in fields:
        for value in values:
            item = {"id": "A-01", "name": "甲", field: value}
            files = read(json.dumps({"schema": "items/1", "items": [item]}, ensure_ascii=False), "a.json")
            for finding in files.findings:
                assert finding.location is not None
                assert said(finding) and said(finding, "en")
