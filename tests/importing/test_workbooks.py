"""A workbook as offices send it: from the file to the list, and to findings at its cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.reading import read_document

xlsxwriter = pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")
HEADS = ["序号", "服务事项名称", "服务对象", "申请材料", "承诺办结时限", "收费", "联系电话"]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two sheets: one on how to fill it in, and the list, with what people do to lists."""
    path = tmp_path / "清单.xlsx"
    book = xlsxwriter.Workbook(str(path))
    struck, days = book.add_format({"font_strikeout": True}), book.add_format({"num_format": '0"个工作日"'})
    code, bold = book.add_format({"num_format": "000000"}), book.add_format({"bold": True})
    book.add_worksheet("填写说明").write("A1", "请按样例填写")
    sheet = book.add_worksheet("事项")
    sheet.merge_range("A1:G1", "某省就业公共服务事项清单", bold)
    sheet.write_row("A2", HEADS)
    sheet.write_row("A3", [1, "失业登记", "失业人员", "①身份证\n②登记表"])
    sheet.write("E3", 3, days)
    sheet.write("F3", "不收费")
    sheet.write("G3", 12333, code)
    sheet.write_row("A4", [2, "就业登记"])
    sheet.merge_range("C3:C4", "失业人员")
    sheet.write("E4", "5个工作日", struck)
    sheet.write_comment("E4", "改成3个工作日？")
    sheet.write_formula("F4", "=1/0", None, "#DIV/0!")
    book.close()
    return path


def made(path: Path) -> tuple[list[dict[str, Any]], qingdan.Imported]:
    found = qingdan.import_table(path, province="330000", as_of="2026-11-22")
    rows: list[dict[str, Any]] = read_document("items/01.yaml", found.files["items/01.yaml"].encode()).value["items"]
    return rows, found


def test_what_a_cell_shows_is_what_counts(workbook: Path) -> None:
    [first, _], _ = made(workbook)
    assert first["promised_limit"] == [{"amount": 3, "unit": "working_day", "text": "3个工作日"}]
    assert first["contact"] == {"phone": "012333"}
    assert [each["name"] for each in first["materials"]] == ["身份证", "登记表"]


def test_what_is_struck_through_or_failed_is_no_value_and_a_merged_cell_speaks_of_all_its_matters(
    workbook: Path,
) -> None:
    [first, second], found = made(workbook)
    assert first["audience"] == second["audience"] == [{"text": "失业人员"}]
    assert "promised_limit" not in second and "fee" not in second
    assert second["notes"] == ["承诺办结时限（批注）：改成3个工作日？", "承诺办结时限：5个工作日", "收费：#DIV/0!"]
    told = {(cell.sheet, cell.address): cell.because for cell in found.account.cells.values() if cell.because}
    assert told[("事项", "E4")] == "struck" and told[("事项", "F4")] == "error"
    assert told[("填写说明", "A1")] == "unknown_place"


def test_findings_are_at_the_cells(workbook: Path) -> None:
    report = qingdan.validate(workbook, as_of="2026-11-22", province="330000")
    [section] = report.sections
    places = {finding.id: finding.location for finding in section.findings}
    place = places["ELM001"]
    assert place is not None and (place.file, place.line, place.column) == (workbook.as_posix(), 4, 2)


def test_ids_of_several_sheets_are_apart(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name in ("甲", "乙"):
        sheet = book.add_worksheet(name)
        sheet.write_row("A1", ["序号", "事项名称", "收费"])
        sheet.write_row("A2", [1, f"失业登记{name}", "免费"])
        sheet.write_row("A3", [2, "", "免费"])
        sheet.write_row("A4", [3, f"就业登记{name}", "免费"])
    book.close()
    rows, found = made(path)
    assert len({row["id"] for row in rows}) == len(rows) == 4 and found.tables == 2
