"""The Word document, opened again by python-docx, and by LibreOffice where it is there."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given

import qingdan
from qingdan.paged import as_docx
from qingdan.paged.sheet import Column, Group, Sheet, Table
from qingdan.reports.export.printed import sheet as printed
from tests.conftest import REPO
from tests.paged.pages import pages, plain
from tests.paged.sheets import DAY, sheet, tables
from tests.reports.attacks import attacked, example

SOFFICE = shutil.which("soffice") or ""
#: Set where the tests with LibreOffice may not be skipped.
REQUIRED = "QINGDAN_LIBREOFFICE_REQUIRED"
SMALL = Table(
    (Column("序号", 1), Column("内容", 3)), (Group("一组", ((("1",), ("失业登记", "第二行")), (("2",), ()))),)
)


def opened(made: Sheet) -> Any:
    return docx.Document(io.BytesIO(as_docx.written(made)))


@given(tables(grouped=True))
def test_every_cell_is_there_line_by_line(table: Table) -> None:
    (found,) = opened(sheet(table)).tables
    rows: list[list[tuple[str, ...]]] = [[(column.title,) for column in table.columns]]
    for group in table.groups:
        rows += [[(group.title,)]] * bool(group.title) + [[cell or ("",) for cell in row] for row in group.rows]
    told = [
        [tuple(p.text for p in docx.table._Cell(tc, found).paragraphs) for tc in row._tr.tc_lst] for row in found.rows
    ]
    assert told == rows


def test_headings_come_again_rows_stay_whole_and_pages_are_counted() -> None:
    tall = Table((Column("序号", 1), Column("内容", 3)), (Group("", ((("1",), ("行",) * 60),)),))
    for table, whole in ((SMALL, True), (tall, False)):
        document = opened(sheet(table))
        rows = document.tables[0].rows
        assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert (rows[-1]._tr.find(f".//{qn('w:cantSplit')}") is not None) is whole
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE and section.page_width > section.page_height
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_fonts_are_named_for_chinese_with_what_may_take_their_place() -> None:
    document = opened(sheet(SMALL))
    named = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Title", "Cell", "Cell Head")
    }
    assert named == {"Title": "方正小标宋简体", "Cell": "仿宋_GB2312", "Cell Head": "SimHei"}
    with zipfile.ZipFile(io.BytesIO(as_docx.written(sheet(SMALL)))) as files:
        table = files.read("word/fontTable.xml").decode("utf-8")
    assert all(name in table for name in named.values()) and "宋体" in table and "仿宋" in table and "黑体" in table


def test_the_same_sheet_is_the_same_bytes_and_says_of_when_it_is() -> None:
    made = as_docx.written(sheet(SMALL))
    assert made == as_docx.written(sheet(SMALL))
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        assert {each.date_time[:3] for each in files.infolist()} == {(2026, 11, 22)}
        assert not [name for name in files.namelist() if "thumbnail" in name]
    core = docx.Document(io.BytesIO(made)).core_properties
    assert (core.title, core.author, core.comments) == ("示例省就业公共服务事项清单", "", "")
    assert str(core.created).startswith(DAY) and core.created == core.modified


def test_a_list_full_of_attacks_is_text() -> None:
    made = printed(attacked(example()), "zh")
    text = "".join(cell.text for row in opened(made).tables[0].rows[:4] for cell in row.cells)
    assert "</script><script>alert(1)</script>" in text and "\\u202e" in text


@pytest.mark.parametrize("name", ["990000-example", "330000-zhejiang"])
def test_libreoffice_shows_every_cell_and_the_headings_on_every_page(name: str, tmp_path: Path) -> None:
    if not SOFFICE:
        told = "LibreOffice is not installed"
        pytest.fail(told) if os.environ.get(REQUIRED) else pytest.skip(told)
    made = printed(qingdan.export(REPO / "provinces" / name, as_of=DAY), "zh")
    (tmp_path / "a.docx").write_bytes(as_docx.written(made))
    command = [SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/p", "--convert-to", "pdf", "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    texts = ["".join(each.text for each in signs) for signs in pages((tmp_path / "a.pdf").read_bytes())]
    table = made.parts[0].table
    assert table is not None and len(texts) > 1
    assert all("序号" in text and f"—{number}/{len(texts)}—" in text for number, text in enumerate(texts[:-1], 1))
    whole = "".join(texts)
    lines = {plain(line) for group in table.groups for row in group.rows for line in row[1] if len(line) < 8}
    assert lines and all(line in whole for line in lines)
