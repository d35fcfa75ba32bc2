"""Documents: encodings, sizes, and questions about places."""

from __future__ import annotations

import pytest
from tests.reading.helpers import ids, place, yaml

from qingdan.findings import Severity
from qingdan.reading import read_document
from qingdan.reading.scalars import NotRepresentableError, resolve


@pytest.mark.parametrize(
    ("data", "guess", "where"),
    [
        ("名称: 失业登记\n".encode("gb18030"), "gb18030", "1:1-1:2"),
        ("id: a\nname: 姓名\n".encode("gb18030"), "gb18030", "2:7-2:8"),
        ("名称: 失业登记\n".encode("utf-16"), "utf-16", "1:1-1:2"),
        ("name: unemployment\n".encode("utf-16-le"), "utf-16", "1:1-1:2"),
        ("甲: 乙\n丙: 丁".encode() + b"\xff", "", "2:5-2:6"),
        (b"\xef\xbb\xbfa\xff", "", "1:2-1:3"),
    ],
)
def test_another_encoding_is_refused_at_its_first_byte(data: bytes, guess: str, where: str) -> None:
    document = read_document("file.yaml", data)
    assert document.value is None
    assert [(finding.id, finding.args) for finding in document.findings] == [("RED001", {"guess": guess})]
    assert place(document.findings[0].location) == where


def test_a_byte_order_mark_is_found_and_no_part_of_the_text() -> None:
    document = read_document("file.yaml", "\ufeff名称: 甲".encode())
    assert document.value == {"名称": "甲"}
    assert document.text == "名称: 甲"
    assert [(finding.id, finding.severity) for finding in document.findings] == [("RED002", Severity.ERROR)]


def test_a_file_past_the_limit_is_not_read() -> None:
    limit = 8 * 1024 * 1024
    assert ids(read_document("file.yaml", b"#" * (limit + 1))) == ["RED003"]
    assert ids(read_document("file.yaml", b"#" * limit)) == ["RED016"]


def test_raw_text_of_scalars_is_kept() -> None:
    document = yaml("code: 001100\nratio: 3.0\nname: '甲'\nnone:\n")
    assert document.value == {"code": 1100, "ratio": 3, "name": "甲", "none": None}
    assert [document.raw((key,)) for key in ("code", "ratio", "name", "none", "other")] == [
        "001100",
        "3.0",
        "'甲'",
        "",
        "",
    ]
    assert document.has(("none",))
    assert not document.has(("other",))


def test_a_pointer_that_leads_nowhere_gives_its_nearest_ancestor() -> None:
    document = yaml("items:\n  - id: a\n")
    assert place(document.locate(("items", 0, "name"))) == "2:5-2:10"
    assert place(document.locate(("items", 0, "id", "x"))) == "2:9-2:10"
    assert place(document.locate(("items", 7), key=True)) == "1:1-1:6"
    assert place(document.locate(("items", "0"))) == "2:3-2:10"
    assert place(read_document("file.yaml", b"").locate(("items",))) == "1:1-1:1"


def test_lines_beyond_the_text_are_empty() -> None:
    document = yaml("a: 1\r\nb: 2")
    assert [document.line(number) for number in (0, 1, 2, 3)] == ["", "a: 1", "b: 2", ""]


@pytest.mark.parametrize("name", ["a.json", "a.JSON"])
def test_the_suffix_decides(name: str) -> None:
    assert ids(read_document(name, b"a: 1")) == ["RED004"]
    assert read_document("a.yml", b"a: 1").value == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("", None),
        ("~", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("True", True),
        ("tRUE", "tRUE"),
        ("yes", "yes"),
        ("off", "off"),
        ("0", 0),
        ("-07", -7),
        ("+3", 3),
        ("0o17", 15),
        ("0x1f", 31),
        ("-0x1f", "-0x1f"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1.", 1),
        (".5", 0.5),
        (".", "."),
        ("-", "-"),
        ("1e3", 1000),
        ("1.5e-1", 0.15),
        ("2025-03-01", "2025-03-01"),
        ("190:20:30", "190:20:30"),
        ("0.0e-999", 0),
        ("１２", "１２"),
        ("9" * 400, int("9" * 400)),
    ],
)
def test_plain_scalars_follow_the_core_schema(raw: str, value: object) -> None:
    assert resolve(raw) == value
    assert type(resolve(raw)) is type(value)


@pytest.mark.parametrize("raw", [".inf", "-.Inf", ".NAN", "1e999", "-1e999", "1e-999", "9" * 401, "0x" + "f" * 9999])
def test_numbers_that_cannot_be_kept_are_named(raw: str) -> None:
    with pytest.raises(NotRepresentableError):
        resolve(raw)


def test_an_escaped_private_character_is_no_stand_in() -> None:
    document = read_document("file.yaml", 'a: 1 #\u2028\nb: "\\U0010D800"\n'.encode())
    assert document.value["b"] == "\U0010d800"
    document.value["b"].encode()
