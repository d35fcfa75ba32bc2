"""The YAML composer: values, positions, and that nothing brings it down."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.helpers import cut, ids, json_, place, yaml

from qingdan.reading import c_parser_missing, events
from qingdan.reading.compose import compose
from qingdan.reading.lines import Lines
from qingdan.reading.notes import Notes

GUIDE = """\
# 一条事项
名称: 失业登记😀
渠道:
- {类型: 窗口, 次数: 1}
- 类型: "网上\\t办理"
  说明: |
    第一行
    第二行

  地点:

条件: 年满十六周岁
  且不足六十周岁
"""


def test_the_fast_parser_is_installed() -> None:
    assert not c_parser_missing()


def test_values_and_positions() -> None:
    document = yaml(GUIDE)
    assert document.findings == []
    assert document.value == {
        "名称": "失业登记😀",
        "渠道": [
            {"类型": "窗口", "次数": 1},
            {"类型": "网上\t办理", "说明": "第一行\n第二行\n", "地点": None},
        ],
        "条件": "年满十六周岁 且不足六十周岁",
    }
    assert place(document.locate(("名称",))) == "2:5-2:10"
    assert place(document.locate(("渠道", 0))) == "4:3-4:18"
    assert place(document.locate(("渠道", 0, "次数"), key=True)) == "4:12-4:14"
    assert place(document.locate(("渠道", 1, "地点"))) == "10:6-10:6"
    assert place(document.locate(("渠道",))) == "4:1-10:6"
    assert place(document.locate(("条件",))) == "12:5-13:10"
    assert cut(document, document.locate(("渠道", 1, "说明"))).startswith("|\n    第一行\n    第二行\n")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_columns_count_code_points_whatever_the_line_ends_and_the_byte_order_mark(ending: str, mark: str) -> None:
    document = yaml(mark + ending.join(["键😀: 值", "乙: [一, 二😀, 三]", "丙: x"]))
    assert place(document.locate(("键😀",))) == "1:5-1:6"
    assert place(document.locate(("乙", 2))) == "2:12-2:13"
    assert place(document.locate(("丙",), key=True)) == "3:1-3:2"
    assert document.line(2) == "乙: [一, 二😀, 三]"


def test_a_line_separator_in_quotes_is_text_and_no_line() -> None:
    document = yaml('甲: "一\x85二\u2028三"\n乙: 四\n')
    assert document.value == {"甲": "一\x85二\u2028三", "乙": "四"}
    assert document.findings == []
    assert place(document.locate(("乙",))) == "2:4-2:5"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\u200e", "\u202e", "\u2069", "\ufeff"])
def test_an_unwanted_character_is_reported_and_the_rest_is_read(character: str) -> None:
    document = yaml(f"甲: 一{character}二\n乙: 三\n丙: {'长' * 40}\n")
    assert document.value == {"甲": f"一{character}二", "乙": "三", "丙": "长" * 40}
    assert [(finding.id, finding.args) for finding in document.findings] == [
        ("RED015", {"codepoint": f"U+{ord(character):04X}"})
    ]
    assert place(document.findings[0].location) == "1:5-1:6"


def test_text_that_uses_the_stand_ins_itself_is_never_misread() -> None:
    text = "甲: \U00100007\n"
    assert yaml(text).value == {"甲": "\U00100007"}
    assert set(ids(yaml("甲: \U00100007\x07\n"))) == {"RED004", "RED015"}


def test_nesting_has_a_limit() -> None:
    assert ids(yaml("[" * 64 + "]" * 64)) == []
    too_deep = yaml("[" * 65 + "]" * 65)
    assert ids(too_deep) == ["RED012"]
    assert too_deep.value is None
    assert place(too_deep.findings[0].location) == "1:65-1:66"


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[a: ", "&a ", "- *a\n", "!x ", "'a", "\t", "%TAG !a! b\n"])
def test_fifty_thousand_of_anything_end_quickly(unit: str) -> None:
    begin = time.perf_counter()
    document = yaml(unit * 50_000)
    assert time.perf_counter() - begin < 5
    assert document.value is None
    assert document.findings


@pytest.mark.parametrize("text", ["{?a: 1}", "[?a]", "{ ? a: 1}", "- ? a\n", "? a\n: 1\n"])
def test_a_question_mark_that_makes_a_key_is_reported(text: str) -> None:
    assert "RED009" in ids(yaml(text))


def test_other_question_marks_are_text() -> None:
    text = "问: 何时? 何地 ? 何人\nurl: https://example.com/?a=1\n?x: 1\nq: '? a'\n甲: '?'\n乙: 1\n"
    document = yaml(text)
    assert document.findings == []
    assert list(document.value) == ["问", "url", "?x", "q", "甲", "乙"]


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    document = yaml(bomb)
    assert document.value is None
    assert ids(document) == ["RED007"] * 20


@pytest.mark.parametrize("parser", ["fast", "slow"])
def test_an_anchor_or_a_tag_alone_refuses_the_document(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "slow":
        monkeypatch.setattr(events, "c_parser_missing", lambda: True)
    for text in ("a: &x 1", "a: !!python/object/apply:os.system [x]", "a: ! b", "!<tag:x> {}", "a: !none!such b"):
        document = yaml(text)
        assert document.value is None, text
        assert ids(document) == ["RED007"], text


def test_a_file_without_content_is_an_error() -> None:
    for text in ("", "\n\n", "# 注释\n", "---\n", "---\n...\n"):
        assert ids(yaml(text)) == ["RED016"], text
    assert ids(yaml("---\n---\na: 1\n")) == ["RED016", "RED008"]


def test_findings_have_a_limit_but_duplicates_stay_quick() -> None:
    keys = [f"k{n}: 1\n" for n in range(20_000)]
    document = yaml("".join(keys + keys[::-1]))
    assert ids(document) == ["RED006"] * 1000
    assert [other.location.line for other in document.findings[0].related] == [20_000]


def test_positions_after_dropped_values_stay_right() -> None:
    document = yaml("a: {b: [1, 2]}\na: {b: [3, {c: 4}]}\n? [x]\n: {a: 9}\nd: [5, 6]\n")
    assert document.value == {"a": {"b": [1, 2]}, "[x]": {"a": 9}, "d": [5, 6]}
    assert document.raw(("[x]", "a")) == "9"
    assert document.raw(("a", "b", 1)) == "2"
    assert document.raw(("d", 1)) == "6"


@given(
    st.text(
        alphabet=st.sampled_from(list("ab键😀 \n\t-?:,[]{}#&*!|>'\"%@`.0x1~<\\\r\x07\x85\u2028\u202e\ufeff")),
        max_size=60,
    )
)
def test_no_text_brings_a_reader_down(text: str) -> None:
    for document in (yaml(text), json_(text)):
        assert document.value is not None or document.findings or text.strip() in ("~", "null", "Null", "NULL", "---")
        for finding in document.findings:
            assert finding.location is not None
            assert 1 <= finding.location.line <= finding.location.end_line


def test_both_parsers_give_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    # The one difference: where the slow parser places a value that is not there.
    guide = GUIDE.replace("  地点:\n\n", "")
    fast = yaml(guide)
    monkeypatch.setattr(events, "c_parser_missing", lambda: True)
    slow = yaml(guide)
    assert slow.value == fast.value
    for name in ("starts", "ends", "afters", "key_starts", "key_ends", "key_numbers"):
        assert getattr(slow.marks, name) == getattr(fast.marks, name)
    for text in ("a: b: c", 'a: "b', "a:\n\tb: 1", "a: [1, 2\nb: 3\n", "a: 1\na: 2"):
        slow_ids = ids(yaml(text))
        monkeypatch.undo()
        assert slow_ids == ids(yaml(text)), text
        monkeypatch.setattr(events, "c_parser_missing", lambda: True)


def test_positions_cost_little_memory() -> None:
    draw = random.Random(1)
    text = "".join(f"- {{编号: {n}, 名称: {draw.choice('甲乙丙')}}}\n" for n in range(3000))
    compose("- 1\n", Notes("file.yaml", Lines("- 1\n")))  # the parser is imported at the first text
    tracemalloc.start()
    value, marks = compose(text, Notes("file.yaml", Lines(text)))
    assert len(value) == 3000
    del value
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(marks) == 9001
    assert kept / len(marks) < 40
