"""Edits by range: what is meant is written, and nothing else changes."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.problems import NotAsMeant
from qingdan.reading import read_document
from qingdan.reading.marks import Pointer
from qingdan.writing.edits import rewritten

TEXT = """\
# 文件头的注释
items:
    # 四格缩进
    - id: A   # 行尾注释
      name: 'it''s'
      long: >-
        折叠的
        文字

      list:
      - a  # 一
      # 两条之间
      - { k: v, w: 1 }   # 二
      flow: [a, b]
      split: [a, # 第一
        b, # 第二
        c]
      blocks:
        - id: x
          name: 甲
        - id: y
          name: 乙
    - {id: B, name: "q", more: "r"}
# 文件尾的注释
"""
A: Pointer = ("items", 0)


def changed(changes: dict[Pointer, Any], text: str = TEXT, name: str = "list.yaml") -> str:
    return rewritten(read_document(name, text.encode()), changes)


def lines_changed(new: str, text: str = TEXT) -> tuple[set[str], set[str]]:
    """The lines that only the old text has, and those that only the new one has."""
    before, after = text.splitlines(), new.splitlines()
    return set(before) - set(after), set(after) - set(before)


@pytest.mark.parametrize(
    ("pointer", "value", "gone", "come"),
    [
        ((*A, "name"), "it's new", {"      name: 'it''s'"}, {"      name: 'it''s new'"}),
        ((*A, "long"), "另一句", {"        折叠的", "        文字"}, {"        另一句"}),
        ((*A, "flow"), ["a", "b", "2025"], {"      flow: [a, b]"}, {'      flow: [a, b, "2025"]'}),
        ((*A, "flow"), ["b"], {"      flow: [a, b]"}, {"      flow: [b]"}),
        ((*A, "flow"), [], {"      flow: [a, b]"}, {"      flow: []"}),
        ((*A, "list"), ["a", {"k": "v", "w": 2}], {"      - { k: v, w: 1 }   # 二"}, {"      - { k: v, w: 2 }   # 二"}),
        ((*A, "list"), ["a"], {"      - { k: v, w: 1 }   # 二"}, set()),
        ((*A, "list"), ["a", {"k": "v", "w": 1}, {"k": "z"}], set(), {"      - { k: z }"}),
        ((*A, "list"), ["0 新", "a", {"k": "v", "w": 1}], set(), {"      - 0 新"}),
        ((*A, "list"), [], {"      list:", "      - a  # 一", "      - { k: v, w: 1 }   # 二"}, {"      list: []"}),
        ((*A, "split"), ["a", "b"], {"        b, # 第二", "        c]"}, {"        b # 第二", "        ]"}),
        ((*A, "blocks"), [{"id": "x", "name": "甲"}], {"        - id: y", "          name: 乙"}, set()),
        ((*A, "blocks", 0), {"id": "x"}, {"          name: 甲"}, set()),
        ((*A, "blocks", 1), {"id": "y", "name": "乙", "of": ["p"]}, set(), {"          of: [p]"}),
        (
            ("items", 1),
            {"id": "B", "name": "q", "more": "s", "x": True},
            {'    - {id: B, name: "q", more: "r"}'},
            {'    - {id: B, name: "q", more: "s", x: true}'},
        ),
    ],
)  # fmt: skip
def test_only_the_lines_that_are_meant_change(pointer: Pointer, value: Any, gone: set[str], come: set[str]) -> None:
    assert lines_changed(changed({pointer: value})) == (gone, come)


def test_a_new_entry_of_a_list_is_laid_out_as_its_neighbour() -> None:
    value = [{"id": "x", "name": "甲"}, {"id": "y", "name": "乙"}, {"id": "z", "name": "a: b"}]
    assert '        - id: z\n          name: "a: b"\n' in changed({(*A, "blocks"): value})


def test_line_breaks_of_windows_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    value = ["a", {"k": "v", "w": 1}, "c"]
    assert changed({(*A, "list"): value}, text) == changed({(*A, "list"): value}).replace("\n", "\r\n")


def test_a_file_without_a_last_line_break_gets_no_second_one() -> None:
    assert changed({("a",): ["x", "y"]}, "a:\n  - x") == "a:\n  - x\n  - y"


def test_json_stays_json() -> None:
    text = '{\n  "items": [{"id": "A", "n": [1, 2]}]\n}\n'
    new = changed({(*A, "n"): [2, 3], (*A, "id"): "乙"}, text, "list.json")
    assert new == '{\n  "items": [{"id": "乙", "n": [2, 3]}]\n}\n'


def test_what_would_not_read_back_is_refused() -> None:
    with pytest.raises(NotAsMeant):
        changed({("a",): {"b": "x"}}, "a:\n- - 1\n  - 2\n")


SCALARS = st.one_of(
    st.booleans(), st.integers(0, 99), st.sampled_from(["", "是", "yes", "null", "1", "a: b", "- x", "#", "'", '"', "a,b"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn", "Cf")), max_size=6),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("klmn"), inner, min_size=1, max_size=3),
    max_leaves=8,
)
PLACES = st.sampled_from([(*A, "name"), (*A, "list"), (*A, "flow"), (*A, "split"), (*A, "blocks"), (*A, "long")])


@given(PLACES, VALUES)
def test_whatever_is_written_reads_back_and_the_comments_around_stay(pointer: Pointer, value: Any) -> None:
    meant = copy.deepcopy(read_document("list.yaml", TEXT.encode()).value)
    meant["items"][0][pointer[-1]] = value
    try:
        new = changed({pointer: value})
    except NotAsMeant:
        return
    assert read_document("list.yaml", new.encode()).value == meant
    for comment in ("# 文件头的注释", "    # 四格缩进", "   # 行尾注释", "# 文件尾的注释"):
        assert comment in new


@given(st.data())
def test_writing_what_is_there_changes_no_byte(data: st.DataObject) -> None:
    pointer = data.draw(PLACES)
    value = read_document("list.yaml", TEXT.encode()).value["items"][0][pointer[-1]]
    assert changed({pointer: copy.deepcopy(value)}) == TEXT


def test_most_lists_can_be_written() -> None:
    """The way out by refusal is for odd layouts, not for usual ones."""
    for pointer in [(*A, "list"), (*A, "flow"), (*A, "blocks"), (*A, "split")]:
        for value in ([], ["x"], ["x", {"k": 1}], [{"k": "a: b"}, "a", {"id": "y", "name": "乙"}]):
            changed({pointer: value})
