"""A cell of a workbook is what a person sees: its text, where it stands, and what is doubtful about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.making import MAIN, by_hand, changed, grid, written

from qingdan.problems import NotATable
from qingdan.sources import GridCell, Merge, address, read_workbook

calamine = pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


def test_addresses_are_those_that_people_see() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(4, 2, "事项名称")
        sheet.write(11, 27, "失业登记")

    read = grid(written(fill))
    assert {address(*where): cell.text for where, cell in read.cells.items()} == {"C5": "事项名称", "AB12": "失业登记"}
    assert read.sheet == "事项" and read.file == "清单.xlsx" and (read.height, read.width) == (12, 28)
    assert read.unseen == frozenset()


def test_each_kind_of_value() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "文字")
        sheet.write(0, 1, 1100, book.add_format({"num_format": "000000"}))
        sheet.write(0, 2, True)
        sheet.write_datetime(0, 3, datetime(2025, 6, 1), book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
        sheet.write(0, 4, 0.5, book.add_format({"num_format": "h:mm"}))
        sheet.write(0, 5, 1.5, book.add_format({"num_format": "[h]:mm"}))
        sheet.write(0, 6, 45000, book.add_format({"num_format": 31}))
        sheet.write_formula(0, 7, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 8, "=1+1", None, 2)
        sheet.write_formula(0, 9, '="a"', None, "a")

    cells = grid(written(fill)).cells
    assert [cells[1, column] for column in range(1, 11)] == [
        GridCell(1, 1, "文字", "文字"),
        GridCell(1, 2, "001100", 1100, "number", "000000"),
        GridCell(1, 3, "TRUE", True, "boolean"),
        GridCell(1, 4, "2025年6月1日", "2025-06-01", "date", 'yyyy"年"m"月"d"日"'),
        GridCell(1, 5, "12:00", "12:00:00", "time", "h:mm"),
        GridCell(1, 6, "36:00", "36:00:00", "duration", "[h]:mm"),
        GridCell(1, 7, "2023年3月15日", "2023-03-15", "date", 'yyyy"年"m"月"d"日"'),
        GridCell(1, 8, "#DIV/0!", "#DIV/0!", "error", doubts=("error",)),
        GridCell(1, 9, "2", 2, "number"),
        GridCell(1, 10, "a", "a"),
    ]


def test_a_workbook_that_counts_from_1904() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_datetime(0, 0, datetime(2025, 6, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    assert grid(written(fill, date_1904=True)).text(1, 1) == "2025-06-01"


def test_a_formula_that_was_never_computed_has_no_value() -> None:
    cells = grid(
        by_hand(
            '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>2</f><v/></c><c r="C1" t="str"><f>""</f><v></v></c></row>'
        )
    ).cells
    wanted = GridCell(1, 1, "", None, "no_value", doubts=("no_value",))
    assert cells == {(1, 1): wanted, (1, 2): GridCell(1, 2, "", None, "no_value", doubts=("no_value",))}


def test_a_formula_that_points_into_another_file_is_doubted_and_not_followed() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c><c r="B1" t="str"><f>\'[2]表 一\'!A1</f><v>x</v></c>'
        '<c r="C1"><f t="shared" si="0" ref="C1:C2">[1]a!A1</f><v>1</v></c><c r="D1"><f>表[列]+1</f><v>5</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    cells = grid(by_hand(rows)).cells
    assert {address(*where) for where, cell in cells.items() if cell.doubts == ("external",)} == {
        "A1",
        "B1",
        "C1",
        "C2",
    }


def test_links_and_macros_are_told() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    macro = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    plain = written(lambda book, sheet: sheet.write(0, 0, "x"))
    assert read_workbook("a.xlsx", plain).notes == ()
    more = f'<Relationship Id="x9" Type="{kind}" Target="externalLinks/1.xml"/><Relationship Id="x8" Type="{macro}" Target="vbaProject.bin"/>'
    data = changed(plain, {"xl/_rels/workbook.xml.rels": lambda text: text.replace("</Rel", f"{more}</Rel")})
    assert read_workbook("a.xlsm", data).notes == ("macros", "external_links")
    assert read_workbook("a.xlsm", data).form == "xlsx"


def test_strike_through_of_cells_and_of_parts() -> None:
    def fill(book: Any, sheet: Any) -> None:
        struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
        sheet.write(0, 0, "取消", struck)
        sheet.write(0, 1, 5, struck)
        sheet.write_rich_string(0, 2, "身份证", struck, "户口簿", "、", struck, "毕业证")
        sheet.write_rich_string(0, 3, struck, "全部", struck, "取消")
        sheet.write_rich_string(0, 4, bold, "一", "二")
        sheet.write_rich_string(0, 5, "随格", bold, "不划", struck)

    cells = grid(written(fill)).cells
    told = {column: (cell.text, cell.struck, cell.struck_parts) for (_, column), cell in cells.items()}
    assert told == {
        1: ("取消", True, ()),
        2: ("5", True, ()),
        3: ("身份证户口簿、毕业证", False, ("户口簿", "毕业证")),
        4: ("全部取消", True, ()),
        5: ("一二", False, ()),
        6: ("随格不划", False, ("随格",)),
    }


def test_inline_texts_and_pronunciation() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>直接</t></is></c>'
        '<c r="B1" t="inlineStr"><is><r><rPr><strike/></rPr><t>旧</t></r><r><rPr><strike val="0"/></rPr><t>新</t></r></is></c>'
        '<c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row>'
    )
    strings = '<si><t>重庆</t><rPh sb="0" eb="1"><t>chongqing</t></rPh></si><si><t>一_x000D_\n二_x0041_</t></si>'
    cells = grid(by_hand(rows, strings=strings)).cells
    assert [cells[1, column].text for column in (1, 2, 3, 4)] == ["直接", "旧新", "重庆", "一\n二A"]
    assert cells[1, 2].struck_parts == ("旧",)


def test_hidden_rows_columns_and_sheets() -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row in range(3):
            for column in range(4):
                sheet.write(row, column, "x")
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        book.add_worksheet("旧").hide()
        book.add_worksheet("更旧").very_hidden()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=事项!$A$1:$A$2"})
        book.add_chartsheet("图").set_chart(chart)

    grids = read_workbook("a.xlsx", written(fill)).grids
    assert [(each.sheet, each.hidden) for each in grids] == [("事项", False), ("旧", True), ("更旧", True)]
    hidden = {where for where, cell in grids[0].cells.items() if cell.hidden}
    assert hidden == {(2, column) for column in range(1, 5)} | {(row, 3) for row in range(1, 4)}


def test_comments_also_at_empty_cells() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "x")
        sheet.write_comment(0, 0, "第一行\n第二行")
        sheet.write_comment(4, 4, "空格上的")

    cells = grid(written(fill)).cells
    assert cells[1, 1].comment == "第一行\n第二行" and cells[1, 1].text == "x"
    assert cells[5, 5] == GridCell(5, 5, "", comment="空格上的")


def test_a_conversation_stands_in_place_of_the_note_for_older_programs() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "x")
        sheet.write_comment(0, 0, "[Threaded comment] 您的 Excel 版本不支持")

    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    talk = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="A1" id="1"><text>是不是取消了？</text></threadedComment>'
        '<threadedComment ref="A1" id="2" parentId="1"><text>是。</text></threadedComment></ThreadedComments>'
    )
    link = f'<Relationship Id="t1" Type="{kind}" Target="../threadedComments/threadedComment1.xml"/></Rel'
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    parts: Any = {rels: lambda text: text.replace("</Rel", link), "xl/threadedComments/threadedComment1.xml": talk}
    assert grid(changed(written(fill), parts)).cells[1, 1].comment == "是不是取消了？\n是。"


def test_cells_in_a_merged_range() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 1, 1, "标题")
        sheet.write(1, 1, "看不见")
        sheet.merge_range(3, 0, 3, 2, "第二")

    read = grid(written(fill))
    assert read.merges == (Merge(1, 1, 2, 2), Merge(4, 1, 4, 3))
    assert read.cells[2, 2].covered_by == (1, 1) and read.cells[2, 2].text == "看不见" and read.text(2, 2) == ""
    assert read.cells[1, 1].covered_by is None and set(read.cells) == {(1, 1), (2, 2), (4, 1)}


def test_a_merged_range_over_the_whole_sheet_costs_nothing() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>'
    after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert grid(by_hand(rows, after=after)).cells[9, 2].covered_by == (1, 1)


def test_cells_without_an_address_stand_one_after_the_other() -> None:
    read = grid(by_hand('<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'))
    assert {where: cell.text for where, cell in read.cells.items()} == {
        (1, 1): "1",
        (1, 4): "2",
        (1, 5): "3",
        (2, 1): "4",
    }


def test_strict_workbooks_have_other_names_of_the_same_things() -> None:
    def strict(text: str) -> str:
        return text.replace(MAIN, 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"').replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    data = written(lambda book, sheet: sheet.write(0, 0, "文字"))
    names = (
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    )
    assert grid(changed(data, dict.fromkeys(names, strict))).text(1, 1) == "文字"


def test_rows_that_hold_nothing_are_not_kept() -> None:
    style = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 200_000))
    read = grid(
        by_hand(f'<row r="1"><c r="A1"><v>1</v></c></row>{style}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    )
    assert len(read.cells) == 2 and (read.height, read.width) == (1_048_576, 16_384)


def test_a_workbook_that_holds_nothing_is_no_table() -> None:
    with pytest.raises(NotATable) as caught:
        read_workbook("空.xlsx", written(lambda book, sheet: None))
    assert caught.value.why == "empty"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@given(
    st.lists(
        st.lists(TEXTS | st.integers(-(10**9), 10**9) | st.booleans(), min_size=1, max_size=4), min_size=1, max_size=4
    )
)
def test_what_calamine_reads_is_what_is_read(rows: list[list[str | int | bool]]) -> None:
    import io

    def fill(book: Any, sheet: Any) -> None:
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                else:
                    sheet.write(row, column, value)

    data = written(fill)
    theirs = (
        calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    cells = grid(data).cells
    for row, values in enumerate(theirs, 1):
        for column, value in enumerate(values, 1):
            cell = cells.get((row, column))
            assert (cell.raw if cell else "") == value


def test_sheets_share_nothing_but_the_workbook() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "一")
        book.add_worksheet("材料").write(2, 3, "二")

    grids = read_workbook("a.xlsx", written(fill)).grids
    assert [(each.sheet, dict(each.cells)) for each in grids] == [
        ("事项", {(1, 1): GridCell(1, 1, "一", "一")}),
        ("材料", {(3, 4): GridCell(3, 4, "二", "二")}),
    ]
