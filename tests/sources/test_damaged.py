"""What is no workbook, or a broken one, or one made to do harm, is refused for a reason; nothing else ever happens."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zipfile
from typing import Any

import pytest
from tests.conftest import REPO
from tests.sources.making import (
    by_hand,
    changed,
    compound,
    old_number,
    old_text,
    old_workbook,
    open_document,
    record,
    written,
)  # fmt: skip

from qingdan.problems import NotATable
from qingdan.sources import read_book, read_workbook

pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return held.getvalue()


def sample() -> bytes:
    def fill(book: Any, sheet: Any) -> None:
        struck = book.add_format({"font_strikeout": True, "num_format": "000000"})
        for row in range(40):
            sheet.write(row, 0, f"事项{row}")
            sheet.write(row, 1, row, struck)
            sheet.write_formula(row, 2, "=A1", None, "x")
        sheet.merge_range(50, 0, 51, 3, "合并")
        sheet.write_rich_string(52, 0, "一", struck, "二")
        sheet.write_comment(0, 0, "说明")

    return written(fill)


OPEN = open_document(
    '<table:table table:name="表"><table:table-row><table:table-cell office:value-type="float" office:value="1">'
    "<text:p>001</text:p></table:table-cell></table:table-row></table:table>"
)
OLD = old_workbook(old_text(0, 0, "失业登记"), old_number(2, 1, 1100.0))
REFUSED = {
    "清单.doc": (compound({"WordDocument": b"x"}, {"Workbook": b"x"}), "word"),
    "清单.wps": (compound({"WordDocument": b"x"}), "wps"),
    "清单.xls": (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "password"),
    "清单.ppt": (compound({"PowerPoint Document": b"x"}), "unknown"),
    "清单.ofd": (zipped({"OFD.xml": b"<x/>"}), "ofd"),
    "清单.xlsx": (b"%PDF-1.7\n", "pdf"),
    "清单.jpg": (b"\xff\xd8\xff\xe0 x", "picture"),
    "清单.png": (b"\x89PNG\r\n\x1a\n", "picture"),
    "清单.zip": (zipped({"a.txt": b"x"}), "unknown"),
    "清单.rtf": (b"{\\rtf1 x}", "unknown"),
    "清单.bin": (b"\x01\x00\x02", "unknown"),
    "清单.txt.xlsx": (b"", "empty"),
    "清单.cut": (sample()[:100], "damaged"),
    "清单.old": (OLD[:300], "damaged"),
    "锁.xls": (old_workbook(old_number(0, 0, 1), settings=record(0x002F, bytes(6))), "password"),
    "宽.xls": (old_workbook(old_number(0, 256, 1)), "damaged"),
    "高.xls": (old_workbook(record(0x0200, struct.pack("<IIHHH", 0, 65537, 0, 9, 0))), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_workbook_is_known_by_its_content(name: str) -> None:
    data, why = REFUSED[name]
    for reader in (read_workbook, read_book):
        with pytest.raises(NotATable) as caught:
            reader(name, data)
        assert (caught.value.file, caught.value.why) == (name, why)


@pytest.mark.parametrize(
    ("name", "data", "form"), [("a.doc", sample(), "xlsx"), ("a.csv", OPEN, "ods"), ("清单.et", OLD, "xls")]
)
def test_a_workbook_is_known_by_its_content(name: str, data: bytes, form: str) -> None:
    assert read_workbook(name, data).form == read_book(name, data).form == form


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": b"0" * 11_000_000},
        {f"{number}.xml": b"0" * 9_000_000 for number in range(24)},
    ],
    ids=["one part", "together"],
)
def test_what_would_unpack_to_far_too_much_is_not_unpacked(parts: dict[str, bytes]) -> None:
    with pytest.raises(NotATable) as caught:
        read_workbook("a.xlsx", zipped({"xl/workbook.xml": b"<x/>", **parts}))
    assert caught.value.why == "bomb"


def test_more_cells_than_are_read_are_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with pytest.raises(NotATable) as caught:
        read_workbook("a.ods", open_document(f'<table:table table:name="表">{row}</table:table>'))
    assert caught.value.why == "large"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c r="A1"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1"><v>1</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-9</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        "<row>" * 300,
        "&x;",
    ],
)  # fmt: skip
def test_a_sheet_that_is_not_as_it_should_be_is_damaged(rows: str) -> None:
    with pytest.raises(NotATable) as caught:
        read_workbook("a.xlsx", by_hand(rows))
    assert caught.value.why == "damaged" and caught.value.detail


def test_a_document_type_is_refused() -> None:
    text = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbb">]>'
    rows = '<row r="1"><c r="A1" t="str"><v>&a;&b;</v></c><c r="B1"><v>1</v></c></row>'
    data = changed(by_hand(rows), {"xl/worksheets/sheet1.xml": lambda sheet: text + sheet})
    with pytest.raises(NotATable) as caught:
        read_workbook("a.xlsx", data)
    assert caught.value.why == "damaged" and "DOCTYPE" in caught.value.detail


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_workbook_that_lacks_a_part_is_damaged(part: str) -> None:
    with pytest.raises(NotATable) as caught:
        read_workbook("a.xlsx", changed(sample(), {part: None}))
    assert caught.value.why in ("damaged", "unknown")


def test_a_sheet_that_is_nowhere_is_damaged() -> None:
    data = changed(sample(), {"xl/workbook.xml": lambda text: text.replace("r:id=", "id=")})
    assert outcome("a.xlsx", data) == "damaged"


def outcome(name: str, data: bytes) -> str:
    try:
        read_workbook(name, data)
    except NotATable as problem:
        assert problem.said("zh") and problem.said("en")
        return problem.why
    return "read"


@pytest.mark.parametrize(("name", "data"), [("a.xlsx", sample()), ("a.ods", OPEN), ("a.xls", OLD)])
def test_a_file_that_was_cut_off_is_read_or_refused(name: str, data: bytes) -> None:
    outcomes = {outcome(name, data[:end]) for end in range(0, len(data), max(1, len(data) // 200))}
    assert outcomes >= {"damaged"} and outcomes <= {"damaged", "unknown", "empty", "read"}


@pytest.mark.parametrize(("name", "data"), [("a.xlsx", sample()), ("a.ods", OPEN)])
def test_a_file_with_changed_bits_is_read_or_refused(name: str, data: bytes) -> None:
    chance = random.Random(12)
    for _ in range(300):
        made = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
        outcome(name, bytes(made))


@pytest.mark.parametrize("data", [sample(), OPEN])
def test_parts_with_changed_bits_are_read_or_refused(data: bytes) -> None:
    chance = random.Random(6)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    outcomes = set()
    for _ in range(300):
        name = chance.choice([name for name in parts if name != "mimetype"])
        made = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            made[chance.randrange(len(made))] = chance.randrange(32, 127)
        outcomes.add(outcome("a.xlsx", zipped({**parts, name: bytes(made)})))
    assert {"damaged", "read"} <= outcomes <= {"damaged", "read", "empty", "unknown", "large"}


WITHOUT = """
import sys
sys.modules.update(dict.fromkeys({missing!r}))
from qingdan.problems import TablesMissing
from qingdan.sources import read_book
try:
    read_book("a", sys.stdin.buffer.read())
except TablesMissing as problem:
    print(problem.said("en"))
"""


@pytest.mark.parametrize(
    ("data", "missing"),
    [(sample(), ["lxml", "lxml.etree"]), (OPEN, ["lxml", "lxml.etree"]), (OLD, ["python_calamine"])],
)
def test_without_the_packages_it_is_said_how_to_get_them(data: bytes, missing: list[str]) -> None:
    code = WITHOUT.format(missing=missing)
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True, cwd=REPO)
    assert 'pip install "qingdan[tables]"' in done.stdout.decode()
