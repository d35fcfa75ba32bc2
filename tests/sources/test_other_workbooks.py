"""Workbooks of the old form and open documents: what they tell is read, what they do not tell is said."""

from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.libreoffice import converted
from tests.sources.making import old_formats, old_number, old_text, old_workbook, open_document, record, written

from qingdan.sources import Grid, GridCell, Merge, read_workbook

pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


def opened(rows: str, styles: str = "", attributes: str = "") -> Grid:
    body = f'<table:table table:name="事项" {attributes}>{rows}</table:table>'
    return read_workbook("a.ods", open_document(body, styles)).grids[0]


def cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_an_open_document_shows_what_it_says_it_shows() -> None:
    read = opened(
        row(
            cell("001100", 'office:value-type="float" office:value="1100"'),
            cell("5个工作日", 'office:value-type="float" office:value="5"'),
            cell("2025年6月1日", 'office:value-type="date" office:date-value="2025-06-01"'),
            cell("8:30", 'office:value-type="time" office:time-value="PT08H30M00S"'),
            cell("24:00", 'office:value-type="time" office:time-value="PT24H00M00S"'),
            cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'),
            cell("#DIV/0!", 'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"'),
            '<table:table-cell table:formula="of:=1+1"/>',
            cell("x", 'office:value-type="string" table:formula="of:=\'file:///a.ods\'#$表.A1"'),
            cell("1.10E+17", 'office:value-type="float" office:value="110101199001011000"'),
        )
    )
    assert [read.cells[1, column] for column in range(1, 11)] == [
        GridCell(1, 1, "001100", 1100, "number"),
        GridCell(1, 2, "5个工作日", 5, "number"),
        GridCell(1, 3, "2025年6月1日", "2025-06-01", "date"),
        GridCell(1, 4, "8:30", "08:30:00", "time"),
        GridCell(1, 5, "24:00", "24:00:00", "duration", doubts=("day_end",)),
        GridCell(1, 6, "TRUE", True, "boolean"),
        GridCell(1, 7, "#DIV/0!", "#DIV/0!", "error", doubts=("error",)),
        GridCell(1, 8, "", None, "no_value", doubts=("no_value",)),
        GridCell(1, 9, "x", "x", doubts=("external",)),
        GridCell(1, 10, "1.10E+17", 110101199001011000, "number", doubts=("long_number", "exponent")),
    ]
    assert read.unseen == {"struck", "formats"}


def test_places_repeats_merges_and_what_is_hidden_in_an_open_document() -> None:
    read = opened(
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        + row("<table:table-cell/>", attributes='table:number-rows-repeated="4"')
        + row('<table:table-cell table:number-columns-repeated="2"/>', cell("一", 'table:number-columns-repeated="2"'))
        + row(cell("二"), attributes='table:visibility="filter" table:number-rows-repeated="2"')
        + row(
            cell("合并", 'table:number-columns-spanned="2"'),
            "<table:covered-table-cell><text:p>旧</text:p></table:covered-table-cell>",
        )
        + row("<table:table-cell/>", attributes='table:number-rows-repeated="1048568"')
    )
    assert {where: (each.text, each.hidden) for where, each in read.cells.items()} == {
        (5, 3): ("一", True), (5, 4): ("一", False), (6, 1): ("二", True), (7, 1): ("二", True), (8, 1): ("合并", False), (8, 2): ("旧", False),
    }  # fmt: skip
    assert read.merges == (Merge(8, 1, 8, 2),) and read.cells[8, 2].covered_by == (8, 1)


def test_paragraphs_spaces_and_comments_of_an_open_document() -> None:
    note = "<office:annotation><text:p>甲：</text:p><text:p>说明</text:p></office:annotation>"
    text = '<text:p>一<text:s text:c="2"/>二<text:line-break/><text:span>三</text:span>尾</text:p><text:p>四</text:p>'
    read = opened(
        row(
            f'<table:table-cell office:value-type="string">{note}{text}</table:table-cell>',
            f"<table:table-cell>{note}</table:table-cell>",
        )
    )
    assert read.cells[1, 1] == GridCell(1, 1, "一  二\n三尾\n四", "一  二\n三尾\n四", comment="甲：\n说明")
    assert read.cells[1, 2] == GridCell(1, 2, "", comment="甲：\n说明")


def test_a_hidden_sheet_of_an_open_document() -> None:
    style = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    assert opened(row(cell("x")), style, 'table:style-name="ta1"').hidden
    assert not opened(row(cell("x")), style, 'table:style-name="ta2"').hidden


def test_the_old_form() -> None:
    merged = record(0x00E5, struct.pack("<HHHHH", 1, 0, 0, 0, 1))
    truth = record(0x0205, struct.pack("<HHHBB", 4, 0, 0, 1, 0))
    data = old_workbook(
        old_text(0, 0, "失业登记"), old_text(0, 1, "盖住的"), old_number(2, 1, 1100.0), truth, merged, state=1
    )
    read = read_workbook("a.xls", data).grids[0]
    assert dict(read.cells) == {
        (1, 1): GridCell(1, 1, "失业登记", "失业登记"),
        (1, 2): GridCell(1, 2, "盖住的", "盖住的", covered_by=(1, 1)),
        (3, 2): GridCell(3, 2, "1100", 1100, "number"),
        (5, 1): GridCell(5, 1, "TRUE", True, "boolean"),
    }
    assert read.sheet == "事项" and read.hidden and read.merges == (Merge(1, 1, 1, 2),)
    assert read.unseen == {"struck", "comments"}


def test_number_formats_of_the_old_form() -> None:
    formats = old_formats("General", "000000", 'yyyy"年"m"月"d"日"', '0"个工作日"')
    short = [
        record(0x027E, struct.pack("<HHHi", 1, at, style, bits))
        for at, style, bits in ((0, 3, 5 << 2 | 2), (1, 0, 725 << 2 | 3))
    ]
    many = record(0x00BD, struct.pack("<HHHiHiH", 2, 1, 1, 7 << 2 | 2, 0, 8 << 2 | 2, 2))
    numbers = [
        old_number(0, at, value, style)
        for at, (value, style) in enumerate([(1100, 1), (45000, 2), (20250601, 2), (0.125, 0)])
    ]
    read = read_workbook("a.xls", old_workbook(*numbers, *short, many, settings=formats)).grids[0]
    told = {where: (each.text, each.kind, each.doubts) for where, each in read.cells.items()}
    assert told == {
        (1, 1): ("001100", "number", ()), (1, 2): ("2023年3月15日", "date", ()), (1, 3): ("20250601", "number", ("no_date",)),
        (1, 4): ("0.125", "number", ()), (2, 1): ("5个工作日", "number", ()), (2, 2): ("7.25", "number", ()),
        (3, 2): ("000007", "number", ()), (3, 3): ("8", "number", ()),
    }  # fmt: skip
    assert read.cells[1, 1].format == "000000"
    since = old_workbook(old_number(0, 0, 43538, 2), settings=formats + record(0x0022, b"\x01\x00"))
    assert read_workbook("a.xls", since).grids[0].text(1, 1) == "2023年3月15日"


def test_errors_and_what_is_hidden_in_the_old_form() -> None:
    fault = record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 42, 1))
    formula = record(0x0006, struct.pack("<HHHBxBxxxHHIH", 0, 1, 0, 2, 7, 0xFFFF, 0, 0, 0))
    rows = record(0x0208, struct.pack("<HHHHHHHH", 2, 0, 2, 255, 0, 0, 0x20, 0))
    columns = record(0x007D, struct.pack("<HHHHHH", 2, 3, 0, 0, 1, 0))
    cells = [old_number(row, column, 1) for row, column in ((2, 0), (3, 0), (3, 3))]
    read = read_workbook("a.xls", old_workbook(columns, rows, fault, formula, *cells)).grids[0]
    assert [read.cells[1, column].text for column in (1, 2)] == ["#N/A", "#DIV/0!"]
    assert {each.doubts for each in read.cells.values() if each.kind == "error"} == {("error",)}
    assert {where for where, each in read.cells.items() if each.hidden} == {(3, 1), (4, 4)}


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_what_libreoffice_writes_is_read(form: str, tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "事项名称")
        sheet.write(1, 0, 1100, book.add_format({"num_format": "000000"}))
        sheet.write_datetime(1, 1, datetime(2025, 6, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    (tmp_path / "a.xlsx").write_bytes(written(fill))
    read = read_workbook(f"a.{form}", converted(tmp_path / "a.xlsx", form).read_bytes())
    assert read.form == form and read.grids[0].text(1, 1) == "事项名称" and read.grids[0].text(2, 2) == "2025-06-01"
    assert read.grids[0].text(2, 1) == "001100"
