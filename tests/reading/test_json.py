"""The JSON reader, against ``json`` of Python and against the YAML composer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.reading.helpers import cut, ids, json_, place, yaml

from qingdan.reading import Document, read_document
from qingdan.reading.slips import slips_in_key
from qingdan.words.characters import UNWANTED

SOUND = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(
    lambda text: UNWANTED.search(text) is None
)
#: Keys that look like no slip of the keyboard: see ``test_slips``.
KEYS = SOUND.filter(lambda key: key == key.strip("\u3000\u00a0") and not slips_in_key(key, key, 0))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | SOUND,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


def scalars(value: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each scalar of a value with its pointer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from scalars(inner, (*pointer, index))
    else:
        yield pointer, value


def assert_places(document: Document) -> None:
    """Each scalar, and each key, cut out of the text by its location alone, must read as itself."""
    suffix = document.name
    for pointer, value in scalars(document.value):
        text = cut(document, document.locate(pointer))
        assert text == document.raw(pointer)
        assert read_document(suffix, text.encode()).value == value or (value is None and text == "")
        if pointer and isinstance(pointer[-1], str):
            key = cut(document, document.locate(pointer, key=True))
            assert read_document(suffix, f"{{{key}: 1}}".encode()).value == {pointer[-1]: 1}


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_what_json_wrote_is_read_back_with_its_places(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    document = json_(text)
    assert set(ids(document)) <= {"RED030"}  # a radical is told, and read as it is written
    assert document.value == value
    assert_places(document)


@given(VALUES.filter(lambda value: isinstance(value, list | dict)), st.booleans())
def test_what_a_yaml_library_wrote_is_read_back_with_its_places(value: Any, flow: bool) -> None:
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = flow
    writer.allow_unicode = True
    writer.width = 40
    stream = StringIO()
    writer.dump(value, stream)
    document = yaml(stream.getvalue())
    if flow and ("?" in stream.getvalue() or "RED004" in ids(document)):
        # In flow style libyaml refuses some plain texts with `:` and `?`, or sees a key: never in silence.
        assert document.findings or document.value == value
        return
    # A library writes an empty key, and a long one, as `? key`.
    # And the code of a compatibility form is told, wherever it stands.
    assert set(ids(document)) <= {"RED009", "RED030"}
    assert document.value == value
    for pointer, scalar in scalars(value):
        raw = document.raw(pointer)
        assert cut(document, document.locate(pointer)) == raw
        indented = raw.replace("\n", "\n  ")
        assert yaml(f"- {indented}\n").value == [scalar]


@given(VALUES)
def test_json_read_as_yaml_gives_the_same(value: Any) -> None:
    document = yaml(json.dumps([value], indent=1, ensure_ascii=False).replace("\x7f", ""))
    if "RED004" not in ids(document):
        assert document.value == json_(json.dumps([value], ensure_ascii=False).replace("\x7f", "")).value


@given(st.text(alphabet='{}[],:"\\ntrue10.eE+-ul \n', max_size=30))
def test_it_accepts_what_json_accepts_and_nothing_else(text: str) -> None:
    def refuse(word: str) -> None:
        raise ValueError(word)

    try:
        json.loads(text, parse_constant=refuse)
        accepted = True
    except ValueError:
        accepted = False
    document = json_(text)
    refused = {"RED004", "RED016"} & set(ids(document))
    assert accepted is not bool(refused)


def test_escaped_pairs_and_long_keys_are_read() -> None:
    key = "键" * 2000
    document = json_(f'{{"{key}": "\\ud83d\\ude00"}}')
    assert document.value == {key: "😀"}
    assert document.findings == []
    assert place(document.locate((key,))) == "1:2006-1:2020"


def test_fifty_thousand_levels_are_refused_where_they_pass_the_limit() -> None:
    for unit, column in (("[", 65), ('{"a":', 64 * 5 + 1)):
        document = json_(unit * 50_000)
        assert document.value is None
        assert ids(document) == ["RED012"]
        assert place(document.findings[0].location) == f"1:{column}-1:{column + 1}"
    assert ids(json_("[" * 64 + "]" * 64)) == []


def test_long_numbers_and_long_texts_stay_readable() -> None:
    document = json_(f'["{"长" * 30_000}", {"1" * 10_000}, {2**100}]')
    assert ids(document) == ["RED014", "RED013"]
    assert document.value == ["长" * 30_000, "1" * 10_000, 2**100]


@pytest.mark.parametrize(
    ("text", "problem", "where"),
    [
        ("[1,]", "trailing_comma", "1:3-1:4"),
        ('{"a" 1}', "missing_colon", "1:6-1:7"),
        ("{'a': 1}", "expected_key", "1:2-1:3"),
        ("[1 2]", "unclosed_list", "1:4-1:5"),
        ("[", "unclosed_list", "1:2-1:2"),
        ('{"a": 1', "unclosed_mapping", "1:8-1:8"),
        ('["a\nb"]', "unclosed_quote", "1:2-1:3"),
        ('["\\q"]', "bad_escape", "1:3-1:4"),
        ("[01]", "expected_value", "1:2-1:3"),
        ("[NaN]", "expected_value", "1:2-1:3"),
        ("[1] 2", "text_after_end", "1:5-1:6"),
        ("// 注释\n{}", "expected_value", "1:1-1:2"),
    ],
)
def test_errors_name_their_kind_and_their_place(text: str, problem: str, where: str) -> None:
    document = json_(text)
    assert document.value is None
    assert [(finding.id, finding.args) for finding in document.findings] == [("RED004", {"problem": problem})]
    assert place(document.findings[0].location) == where


def test_raw_control_characters_and_keys_with_line_breaks_are_reported() -> None:
    document = json_('{"a": "x\ty\x01", "b\\n": 1, "c": "\\u202e"}')
    assert document.value == {"a": "x\ty\x01", "b\n": 1, "c": "\u202e"}
    assert ids(document) == ["RED015", "RED015", "RED017", "RED015"]


def test_json_lines_are_a_list_with_positions() -> None:
    document = read_document("x.jsonl", '{"名称": "甲"}\r\n\n{"名称": "乙"}\n[1]\n'.encode())
    assert document.value == [{"名称": "甲"}, {"名称": "乙"}, [1]]
    assert place(document.locate((1, "名称"))) == "3:8-3:11"
    assert document.has((2, 0))
    assert not document.has((3,))


def test_one_bad_line_refuses_the_file_and_all_bad_lines_are_named() -> None:
    document = read_document("x.jsonl", b'{"a": 1}\n{"a": [}\n{"a": 2}\n{"a": 1} 2\n')
    assert document.value is None
    assert [finding.location.line for finding in document.findings if finding.location] == [2, 4]
    assert ids(document) == ["RED004", "RED004"]
