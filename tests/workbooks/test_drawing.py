"""What a workbook looks like: texts stay texts, ids are locked, nothing is dropped in silence."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest

import qingdan
from qingdan.model.force import ended
from qingdan.sources import read_book
from qingdan.workbooks.sheets import GUIDE, SUMMARY, sheets
from qingdan.workbooks.strict import NotWritten, heard, new_workbook, sure
from tests.conftest import REPO
from tests.workbooks.books import DAY, book
from tests.workbooks.test_edits import HEAD, LIST

pytest.importorskip("xlsxwriter", reason="what writes workbooks is not installed")
pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


@pytest.mark.parametrize(
    "rule",
    [
        {"validate": "list", "source": ["一" * 256]},
        {"validate": "list", "source": "=A1", "input_title": "一" * 33},
        {"validate": "list", "source": "=A1", "error_message": "一" * 256},
        {"validate": "nothing"},
    ],
)
def test_a_rule_that_would_be_dropped_is_an_error(rule: dict[str, Any]) -> None:
    sheet = new_workbook(io.BytesIO()).add_worksheet("甲")
    with pytest.raises(NotWritten), heard():
        sure(sheet.data_validation, 0, 0, 9, 0, rule)


def test_a_text_that_would_be_dropped_is_an_error() -> None:
    sheet = new_workbook(io.BytesIO()).add_worksheet("甲")
    with pytest.raises(NotWritten), heard():
        sure(sheet.write_string, 0, 0, "一" * 32_768)


def test_no_text_of_a_list_is_a_formula_a_link_or_a_number() -> None:
    nasty = ["=1+1", "+1", "-1", "@a", "http://a.cn", "0012", "mailto:a@b"]
    rows = "".join(f'  - {{id: P33-{n}, name: "{text}"}}\n' for n, text in enumerate(nasty))
    texts = {"catalogue.yaml": HEAD, "items/01.yaml": f"schema: items/1\nitems:\n{rows}"}
    written = "".join(text for name, text in parts(book(texts)).items() if "worksheets/" in name)
    assert "<f>" not in written and "<hyperlink" not in written
    [grid] = [each for each in read_book("a.xlsx", book(texts)).grids if each.sheet == "事项"]
    assert [grid.text(row, 4) for row in range(2, 9)] == nasty
    assert all(grid.cells[row, 4].kind == "text" for row in range(2, 9))


def test_the_same_list_gives_the_same_bytes() -> None:
    assert book(LIST) == book(LIST)


def test_every_sheet_is_set_up_for_print_and_locked_without_a_password() -> None:
    made = parts(book(LIST))
    named = re.findall(r'<sheet name="([^"]+)"', made["xl/workbook.xml"])
    assert named == [GUIDE, *sheets(), "字典"]
    assert made["xl/workbook.xml"].count("_xlnm.Print_Titles") == len(sheets())
    for name, text in made.items():
        if name.startswith("xl/worksheets/sheet"):
            assert "<sheetProtection " in text and "password" not in text
            assert 'fitToPage="1"' in text and 'paperSize="9"' in text


def test_a_template_says_at_the_cells_what_the_nation_requires() -> None:
    found = qingdan.template("330000", as_of=DAY, items="JY-0401,jy-0402")
    data = qingdan.render(found, "xlsx")
    assert isinstance(data, bytes)
    said = {
        (grid.sheet, cell.row, cell.column): cell.comment
        for grid in read_book("a.xlsx", data).grids
        for cell in grid.cells.values()
        if cell.comment
    }
    rows = [row for row in qingdan.national().requirements["JY-0401"] if not ended(row, DAY)]
    whole = "\n".join(said.values())
    assert len(rows) > 5 and all(row["id"] in whole and row["explains"] in whole for row in rows)
    assert found.template and list(found.template.items) == ["P33-0401", "P33-0402"]
    with pytest.raises(qingdan.UnknownItems):
        qingdan.template("330000", as_of=DAY, items="JY-9999")


def test_findings_stand_in_the_cells_and_are_all_linked() -> None:
    folder = REPO / "provinces" / "330000-zhejiang"
    found = qingdan.export(folder, as_of=DAY, findings=True)
    data = qingdan.render(found, "xlsx")
    assert isinstance(data, bytes)
    grids = {grid.sheet: grid for grid in read_book("a.xlsx", data).grids}
    [section] = found.sections
    assert grids[SUMMARY].height == len(section.findings) + 1
    links = re.findall(r'<hyperlink [^>]*location="([^"]+)"', "".join(parts(data).values()))
    assert len(links) == len([each for each in section.findings if each.location])
    for row, finding in enumerate(section.findings, 2):
        assert grids[SUMMARY].text(row, 3) == finding.id
    held = "".join(cell.comment for grid in grids.values() for cell in grid.cells.values())
    assert all(finding.id in held for finding in section.findings)


def test_several_lists_are_several_workbooks() -> None:
    with pytest.raises(qingdan.SeveralLists):
        qingdan.render(qingdan.export(REPO / "provinces", as_of=DAY), "xlsx")
