"""Keys that are no plain text, and words and numbers that other tools read otherwise: one fact is one finding."""

from __future__ import annotations

import pytest

from qingdan.findings import Finding
from qingdan.loading import schemas
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.files import Files
from qingdan.printing.messages import message
from qingdan.reading import MemoryTree

ITEM = "schema: items/1\nitems:\n  - id: A-01\n    name: 失业登记\n"


def read(text: str) -> Files:
    """What is kept of one file of items."""
    return load_catalogue(MemoryTree({"items/a.yaml": text.encode()})).files


def found(files: Files) -> list[str]:
    """The ids of what was found in the file."""
    return [each.id for each in files.findings if each.location and each.location.file == "items/a.yaml"]


def only(files: Files, id: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = [each for each in files.findings if each.id == id]
    return finding


@pytest.mark.parametrize(
    "lines",
    [
        "    ? [a, b]\n    : c\n",
        "    2025: c\n",
        "    {a: b}: c\n",
        "    true: c\n",
        "    ? - a\n    : c\n",
        "    ~: c\n",
    ],
)
def test_an_entry_with_a_key_that_is_no_plain_text_is_left_out_for_that_alone(lines: str) -> None:
    files = read(ITEM + lines)
    assert found(files) == ["RED009", "STR009"]
    assert files.left_out == [("items", "A-01")]


@pytest.mark.parametrize("line", ["2025: c\n", "? [a, b]\n: c\n", "null: c\n", "? {甲: 乙}\n: c\n"])
def test_a_file_with_such_a_key_at_its_top_is_not_read_for_that_alone(line: str) -> None:
    files = read(line + ITEM)
    assert found(files) == ["RED009"]
    assert files.unread == ["items/a.yaml"]


def test_a_field_that_is_written_with_a_question_mark_is_that_field() -> None:
    files = read(ITEM + "    exchange: {? town_name : 示例镇}\n")
    assert found(files) == ["RED009"]
    assert files.records("items")[0]["exchange"] == {"town_name": "示例镇"}


@pytest.mark.parametrize("word", ["No", "NO", "N", "off", "Off", "FALSE", "否"])
def test_a_word_for_no_is_answered_with_the_value_that_is_meant(word: str) -> None:
    finding = only(read(f"{ITEM}    fee: {{charged: {word}}}\n"), "STR006")
    assert finding.suggestions == ("no",)
    assert finding.fix is not None
    assert finding.fix.edits[0].text == '"no"'
    assert message(finding, "en").endswith(" no")
    assert ("did you mean" in message(finding, "en")) and ("是不是想写" in message(finding, "zh"))


def test_a_value_of_which_nobody_can_say_what_is_meant_gets_no_guess() -> None:
    finding = only(read(f"{ITEM}    fee: {{charged: 看情况}}\n"), "STR006")
    assert finding.suggestions == ()
    assert "是不是" not in message(finding, "zh")


def test_a_number_with_a_leading_zero_says_what_others_read() -> None:
    files = read(f"{ITEM}    promised_limit: [{{amount: 010, unit: working_day}}]\n")
    assert files.records("items")[0]["promised_limit"] == [{"amount": 10, "unit": "working_day"}]
    finding = only(files, "RED021")
    assert message(finding, "zh") == "010 在这里读成 10，老的 YAML 工具读成 8"
    assert message(finding, "en") == "010 is 10 here, and 8 for older YAML tools"


def test_a_code_with_a_leading_zero_is_told_once() -> None:
    assert found(read(f"{ITEM}    codes: {{basic: 001100}}\n")) == ["STR004", "STR010"]
    assert found(read(f'{ITEM}    codes: {{basic: "001100"}}\n')) == []


@pytest.mark.parametrize(("written", "meant"), [("1_000", "1000"), ('"1,000"', "1000"), ("3次", "3"), ("1_2", "")])
def test_a_number_that_is_written_as_a_text(written: str, meant: str) -> None:
    finding = only(read(f"{ITEM}    visits: [{{amount: {written}}}]\n"), "STR004")
    assert finding.suggestions == ((meant,) if meant else ())


@pytest.mark.parametrize(("value", "shape"), [("[{charged: a}]", "一个列表"), ("{}", "一组字段")])
def test_a_wrong_shape_is_named(value: str, shape: str) -> None:
    field = "fee" if value[0] == "[" else "steps"
    assert shape.removeprefix("一个") in message(only(read(f"{ITEM}    {field}: {value}\n"), "STR004"), "zh")


@pytest.mark.parametrize("which", ["fast", "fallback"])
@pytest.mark.parametrize("line", ['everyday_name: "失业了\\n"', 'effective_on: "2024-12-09\\n"', 'moved: ["A-02\\n"]'])
def test_a_line_feed_at_the_end_of_a_text_is_one_fault(line: str, which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if which == "fallback":
        monkeypatch.setattr(schemas, "validator", lambda name: schemas.fallback(schemas.schema(name)))
    files = read(f"{ITEM}    {line}\n")
    told = [each for each in files.findings if each.id.startswith("STR00")]
    assert [(each.id, each.args["keyword"]) for each in told if each.id == "STR007"] == [("STR007", "pattern")]
