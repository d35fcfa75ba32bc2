"""The true reason why a text is refused, also where YAML 1.2 would allow it, and what else YAML 1.2 says of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.helpers import ids, place, shown, yaml

from qingdan.checking import run
from qingdan.checking.run import validate
from qingdan.loading.workspace import Workspace
from qingdan.printing.messages import message
from qingdan.reading import events
from qingdan.reports.validate.as_text import render
from qingdan.selecting import Options
from qingdan.words.grammar import Lang


def said(text: str) -> str:
    """The one finding of a text, in Chinese."""
    (finding,) = yaml(text).findings
    return message(finding, "zh")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("%a: x\nb: c\n", 1), ("%b", 1), ("# 说明\n%名称: 失业登记\n---\na: b\n", 2), ("%FOO bar\n---\na: b\n", 1),
        ("%YAML1.2\na: b\n", 1), ("\n\n%\na: b\n", 3),
    ],
)  # fmt: skip
def test_a_line_that_begins_with_a_percent_sign_is_never_dropped(text: str, line: int) -> None:
    document = yaml(text)
    assert ids(document) == ["RED020"]
    assert document.findings[0].location is not None
    assert document.findings[0].location.line == line
    assert document.value is None


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: b\n", "%TAG ! tag:x,2000:\n---\na: b\n", "%YAML 1.1\na: b\n"])
def test_the_directives_of_yaml_are_refused_by_name(text: str) -> None:
    document = yaml(text)
    assert ids(document) == ["RED007"]
    assert document.findings[0].args == {"kind": "directive", "text": text.split("\n")[0]}
    assert document.value is None


def test_a_percent_sign_elsewhere_is_told_at_its_line_or_is_text() -> None:
    assert [shown(each) for each in yaml("---\n%a: b\n").findings] == ["RED004 error 2:1-2:2 problem='bad_directive'"]
    assert yaml("a: 50%\nb: '%x'\nc: |\n  %d\n").value == {"a": "50%", "b": "%x", "c": "%d\n"}


@pytest.mark.parametrize(
    ("text", "problem", "where"),
    [
        (": x\n", "empty_key", "1:1-1:2"),
        ("a: 1\n: x\n", "empty_key", "2:1-2:2"),
        ("a: [ : x]\n", "empty_key", "1:6-1:7"),
        ("a: {b: :c}\n", "sign_first_in_flow", "1:8-1:9"),
        ("a: [::c]\n", "sign_first_in_flow", "1:5-1:6"),
        ("a: {b: ?c}\n", "sign_first_in_flow", "1:8-1:9"),
        ("a: [- b]\n", "dash_in_flow", "1:5-1:6"),
        ("a: [-]\n", "lone_dash", "1:5-1:6"),
        ("a: [1, -, 2]\n", "lone_dash", "1:8-1:9"),
        ("a: {b: -}\n", "lone_dash", "1:8-1:9"),
        ("phone: -\n", "lone_dash", "1:8-1:9"),
        ('a: {"b"\n  : c}\n', "colon_on_next_line", "2:3-2:4"),
        ("a: {b: c:}\n", "colon_in_flow", "1:9-1:10"),
        ("a: |\n名称见下\n", "block_not_indented", "2:1-2:2"),
        ("a:\n  b: >-\n  见下\nc: 1\n", "block_not_indented", "3:3-3:4"),
        ("--- >\n见下\n", "block_not_indented", "2:1-2:2"),
        ("...\na: b\n", "early_end", "1:1-1:2"),
        ("a: @b\n", "reserved_character", "1:4-1:5"),
        ("a: [1, 2\nb: 3\n", "unclosed_list", "2:2-2:3"),
    ],
)  # fmt: skip
def test_a_syntax_error_says_what_is_really_wrong(text: str, problem: str, where: str) -> None:
    (finding,) = yaml(text).findings
    assert (finding.id, finding.args["problem"], place(finding.location)) == ("RED004", problem, where)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("a:\n\tb: c\n", "2:1-2:2", "缩进"),
        ("a: |\n  \tx\n", "2:3-2:4", "| 或 > 下面"),
        ("a: >\n\tx\n", "2:1-2:2", "| 或 > 下面"),
        ("-\ta\n", "1:2-1:3", "后面用了制表符"),
        ("- \ta: b\n", "1:3-1:4", "后面用了制表符"),
        ("a:\n  - - 1\n    -\t2\n", "3:6-3:7", "后面用了制表符"),
    ],
)  # fmt: skip
def test_a_tab_is_told_with_the_place_it_takes(text: str, where: str, words: str) -> None:
    (finding,) = yaml(text).findings
    assert (finding.id, place(finding.location)) == ("RED005", where)
    assert words in message(finding, "zh")


def test_a_tab_behind_a_dash_can_be_mended() -> None:
    (finding,) = yaml("-\t\ta\n").findings
    assert finding.fix is not None
    assert [(place(edit.location), edit.text) for edit in finding.fix.edits] == [("1:2-1:4", " ")]


def test_a_tab_inside_of_a_text_is_text() -> None:
    assert yaml("a: |\n  x\ty\n  \tz\nb:\tc\n").value == {"a": "x\ty\n\tz\n", "b": "c"}


@pytest.mark.parametrize("text", ["a: b\n...\nc: d\n", "a: b\n...\n# 以下\nc\n", "- a\r\n...\r\n- b\r\n"])
def test_what_follows_the_end_of_a_document_is_a_second_one(text: str) -> None:
    assert ids(yaml(text)) == ["RED008"]
    assert ids(yaml("a: b\n...\n# 完\n")) == []
    assert ids(yaml("# 空\n...\n")) == ["RED016"]


def test_plain_texts_with_colons_are_read_between_braces() -> None:
    text = "{url: https://a.gov.cn/b?c=1, hours: [8:30-12:00, 周六 9:00], q: 何时?}\n"
    assert yaml(text).value == {"url": "https://a.gov.cn/b?c=1", "hours": ["8:30-12:00", "周六 9:00"], "q": "何时?"}
    assert yaml(text).findings == []


@pytest.mark.parametrize("text", ["a: &基本 b\n", "*基本: c\n", "a: *重要的事\n", "a: &x.y b\n"])
def test_anchors_with_names_that_the_parser_does_not_know_are_still_anchors(text: str) -> None:
    (finding,) = yaml(text).findings
    assert finding.id == "RED007"
    assert str(finding.args["text"])[1:].rstrip(":") in text


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("a: {? b : c}\n", "b", "question_mark"), ("a: {?b: c}\n", "b", "question_mark"),
        ("? a\n: b\n", "a", "question_mark"), ("? |\n  a\n: b\n", "| a", "question_mark"),
        ("2025: x\n", "2025", "number"), ("a: {1.50: x}\n", "1.50", "number"), ("0x1F: x\n", "0x1F", "number"),
        ("true: x\n", "true", "boolean"), ("~: x\n", "~", "null"), ("Null: x\n", "Null", "null"),
        ("? [a, b]\n: c\n", "[a, b]", "list"), ("{a: b}: c\n", "{a: b}", "mapping"),
        ("? - a\n  - b\n: c\n", "- a - b", "list"), ("a: {[甲, 乙]: c}\n", "[甲, 乙]", "list"),
    ],
)  # fmt: skip
def test_a_key_that_is_no_plain_text_is_named_as_it_is_written(text: str, key: str, reason: str) -> None:
    document = yaml(text)
    (finding,) = document.findings
    assert (finding.id, finding.args["key"], finding.extra["reason"]) == ("RED009", key, reason)
    holder = document.value["a"] if text.startswith("a:") else document.value
    assert key in holder, "what no schema can name is kept under its source text, and so is no known field"


def test_a_name_that_begins_with_a_hyphen_is_a_name_where_no_entry_can_begin() -> None:
    assert yaml("a: 1\n-foo: 2\n").value == {"a": 1, "-foo": 2}
    assert yaml("a: 1\n-foo: 2\n").findings == []
    assert yaml('"-foo": 1\n').findings == []
    assert "整个加英文引号" in said("-foo: 1\n")
    assert ids(yaml("a:\n-foo: 2\n")) == ["RED019"]


@pytest.mark.parametrize(
    "text", ["a: |\n  x", "a: >\n  x\n  y", "a: |+\n  x", "a: |-\n  x", "a: |\n  x\n   ", "- |+\n   ", "a: b", "- '甲'"]
)
def test_a_last_line_reads_alike_with_and_without_a_line_feed(text: str) -> None:
    document = yaml(text)
    assert document.value == yaml(f"{text}\n").value
    last = document.locate(("a",) if isinstance(document.value, dict) else (0,))
    assert last.end_line <= text.count("\n") + 1
    assert last.end_column <= len(text.split("\n")[last.end_line - 1]) + 1


def test_numbers_that_older_tools_read_otherwise_are_told() -> None:
    found = yaml("a: [010, 08, 0o17, -007, +0100]\nb: [0, 00, 07, 10, 0x10, 010.5, '010']\n").findings
    assert [(each.args["raw"], each.args["value"], each.extra["older"]) for each in found] == [
        ("010", "10", "8"), ("08", "8", "text"), ("0o17", "15", "text"), ("+0100", "100", "64"),
    ]  # fmt: skip
    assert "老的 YAML 工具读成 8" in message(found[0], "zh")


@pytest.mark.parametrize(("lang", "words"), [("zh", "判断也可能和别处不一样"), ("en", "accept or refuse other texts")])
def test_the_report_says_that_verdicts_may_differ_without_the_c_parser(
    lang: Lang, words: str, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options("2026-11-22")
    paths = [repo / "provinces" / "990000-example"]
    assert words not in render(validate(paths, options, Workspace()), lang)
    for room in (events, run):
        monkeypatch.setattr(room, "c_parser_missing", lambda: True)
    assert words in render(validate(paths, options, Workspace()), lang)


def test_both_parsers_name_the_same_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        "%a: x\nb: c\n",
        "%YAML 1.2\n---\na: b\n",
        "a: [-]\n",
        "2025: x\n",
        "? [a]\n: b\n",
        "a: 010\n",
        "a: |\n  x",
    )
    fast = [(ids(yaml(text)), yaml(text).value) for text in texts]
    monkeypatch.setattr(events, "c_parser_missing", lambda: True)
    assert [(ids(yaml(text)), yaml(text).value) for text in texts] == fast
