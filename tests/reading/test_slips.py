"""Full-width signs and spaces that nobody sees: named at their place, with what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.helpers import cut, ids, json_, mended, yaml

from qingdan.words.characters import UNWANTED, WIDE_SPACES

HEAD = "schema: items/1\nitems:\n"
MENDED = {"schema": "items/1", "items": [{"id": "A-1", "name": "x"}]}


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        (HEAD + "  - id: A-1\n    name：x\n", 4, "："), (HEAD + "  - id：A-1\n    name: x\n", 3, "："),
        ("schema：items/1\nitems:\n  - id: A-1\n    name: x\n", 1, "："),
        ("schema: items/1\nitems：\n  - id: A-1\n    name: x\n", 2, "："),
        (HEAD + "  - ｛id: A-1, name: x｝\n", 3, "｛"), (HEAD + "  - {id: A-1, name: x｝\n", 3, "｝"),
        (HEAD + "  - {id: A-1，name: x}\n", 3, "，"), (HEAD + "  - {id：A-1，name：x}\n", 3, "："),
        (HEAD + "  - id: A-1\n　　name: x\n", 4, "\u3000"), (HEAD + "  - id: A-1\n  　name: x\n", 4, "\u3000"),
        (HEAD + "  - id: A-1\n\u00a0\u00a0\u00a0\u00a0name: x\n", 4, "\u00a0"),
        (HEAD + "  -{id: A-1, name: x}\n", 3, "-"), (HEAD + "  -id: A-1\n   name: x\n", 3, "-"),
        (HEAD + "  －　id: A-1\n    name: x\n", 3, "－"), (HEAD + "  - id: A-1\n    name:　x\n", 4, "\u3000"),
        (HEAD + "  - id: A-1\n    name:x\n", 4, ":"), (HEAD + "  - id: A-1\n    name: \"x”\n", 4, "”"),
        (HEAD + "  - id: A-1\n    “name”: x\n", 4, "“"),
    ],
)  # fmt: skip
def test_a_slip_is_named_where_it_was_typed(text: str, line: int, found: str) -> None:
    document = yaml(text)
    assert ids(document) == ["RED019"] and document.value is None
    (finding,) = document.findings
    assert finding.args["found"] == found
    assert finding.location is not None and finding.location.line == line
    assert cut(document, finding.location) == found
    assert mended(document, finding).value == MENDED or found in "－-"


def test_quotes_of_chinese_around_a_text_that_holds_a_colon() -> None:
    document = yaml(HEAD + "  - id: A-1\n    name: “注意: 周五”\n")
    (finding,) = document.findings
    assert (finding.id, finding.args["found"]) == ("RED019", "“")
    assert mended(document, finding).value["items"][0]["name"] == "注意: 周五"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "  - id: A-1\n    note: 时间：周一至周五，电话：12333\n   name: x\n",
        HEAD + "  - id: A-1\n    note: |\n      App：下载，网址：见首页\n   name: x\n",
        HEAD + "  # 名称：见下\n  - id: A-1\n   name: x\n", HEAD + "  - {id: A-1, hours: [8:30-12:00}\n",
    ],
)  # fmt: skip
def test_chinese_signs_inside_a_text_are_not_blamed(text: str) -> None:
    assert ids(yaml(text)) == ["RED004"]


@pytest.mark.parametrize("value", ["“330000”", "时间：周一", "｛甲｝", "（一）、（二）", "a　b", "- 项"])
def test_chinese_signs_in_a_file_that_can_be_read_are_text(value: str) -> None:
    assert ids(yaml(f'name: "{value}"\n')) == []


def test_json_names_the_full_width_colon() -> None:
    document = json_('{"name"：1}')
    assert [(finding.id, finding.args["found"]) for finding in document.findings] == [("RED019", "：")]


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u180e"])
def test_a_sign_without_width_is_found_and_can_be_taken_out(sign: str) -> None:
    document = yaml(f"name: 失业{sign}登记\n")
    (finding,) = document.findings
    assert finding.id == "RED015" and finding.args["codepoint"] == f"U+{ord(sign):04X}"
    assert finding.fix is not None and finding.fix.safe
    assert mended(document, finding).value == {"name": "失业登记"}


def test_a_mark_of_direction_is_not_taken_out_unasked() -> None:
    (finding,) = yaml("name: 失业\u202e登记\n").findings
    assert finding.fix is not None and not finding.fix.safe


@pytest.mark.parametrize("key", ["na\u200bme", "\u00adname", '"name\u2060"', '"na\\u200bme"'])
def test_a_key_with_a_sign_without_width_is_the_key_that_is_seen(key: str) -> None:
    document = yaml(f"{key}: x\n")
    assert document.value == {"name": "x"} and ids(document) == ["RED015"]


@pytest.mark.parametrize("key", ["name\u3000", "name\u00a0", '"\u3000name"'])
def test_a_wide_space_around_a_key_is_named_and_taken_out(key: str) -> None:
    document = yaml(f"{key}: x\n")
    assert document.value == {"name": "x"} and ids(document) == ["RED019"]
    assert mended(document, document.findings[0]).findings == []


def test_wide_spaces_inside_a_value_are_ordinary() -> None:
    assert ids(yaml("name: 甲\u3000乙\u00a0丙\n")) == []


def test_the_same_key_with_and_without_an_invisible_sign_stands_twice() -> None:
    document = yaml("name: a\nna\u200bme: b\n")
    twice = next(finding for finding in document.findings if finding.id == "RED006")
    assert twice.related


@pytest.mark.parametrize(("encoding", "line", "shown"), [("gb18030", 4, "失业登记"), ("utf-16", 1, "schema")])
def test_the_lines_of_another_encoding_can_be_shown(encoding: str, line: int, shown: str) -> None:
    from qingdan.reading import read_document

    document = read_document("a.yaml", (HEAD + "  - id: A-1\n    name: 失业登记\n").encode(encoding))
    (finding,) = document.findings
    assert finding.location is not None and finding.location.line == line
    assert shown in document.line(line)


WORDS = st.text(st.sampled_from('：，｛｝－-{}[],: \u3000\u00a0\u200b"“”nameid失业\n#|'), max_size=60)


@given(WORDS)
def test_no_text_makes_the_search_fail(text: str) -> None:
    document = yaml(text)
    for finding in document.findings:
        assert finding.location is not None
        if finding.id == "RED019":
            assert cut(document, finding.location)
            assert finding.args["found"] != finding.args["write"]


@given(st.text(max_size=20))
def test_keys_keep_nothing_that_cannot_be_seen(text: str) -> None:
    import json

    document = json_(json.dumps({text: 1}, ensure_ascii=False))
    if isinstance(document.value, dict) and "RED017" not in ids(document) and "RED015" not in ids(document):
        (key,) = document.value
        assert UNWANTED.search(key) is None
        assert key == key.strip("".join(WIDE_SPACES)) or not key.strip("".join(WIDE_SPACES))


@pytest.mark.parametrize(
    "text",
    [
        "{" + ", ".join(f"“a{i}”: 1" for i in range(100_000)) + "}", "{" + ", ".join(f"　a{i}: 1" for i in range(60_000)) + "}",
        "{" + ",".join(f"id：{i}" for i in range(100_000)) + "}", "　" * 300_000 + "a: 1\n", "a" + "　" * 60_000 + ": 1\n",
        "".join(f"{'　' * 30}a{i}: 1\n" for i in range(20_000)), "a: {" + "，b：" * 300_000,
    ],
    ids=["quotes", "wide keys", "colons", "indentation", "wide key", "lines", "unclosed"],
)  # fmt: skip
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    import time

    begun = time.process_time()
    document = yaml(text)
    assert time.process_time() - begun < 5
    assert len(document.findings) <= 60 and sum(len(each.fix.edits) for each in document.findings if each.fix) < 30_000
