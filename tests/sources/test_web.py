"""Tables of web pages: each cell where a browser shows it, with what it shows."""

from __future__ import annotations

import random
from time import process_time

import pytest

from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import Book, Grid, GridCell, Merge
from qingdan.sources.web import read_web

pytest.importorskip("lxml")


def book(page: str | bytes) -> Book:
    read = read_web("清单.html", page.encode() if isinstance(page, str) else page)
    assert (read.file, read.form) == ("清单.html", "html")
    return read


def grid(rows: str) -> Grid:
    return book(f"<table>{rows}</table>").grids[0]


def texts(read: Grid) -> list[list[str]]:
    assert all((cell.row, cell.column) == place for place, cell in read.cells.items())
    return [[read.text(row, column) for column in range(1, read.width + 1)] for row in range(1, read.height + 1)]


def cell(inside: str, tag: str = "td") -> GridCell:
    return grid(f"<tr><{tag}>{inside}").cells[1, 1]


def refused(page: bytes) -> str:
    with pytest.raises(NotATable) as problem:
        read_web("清单.html", page)
    return problem.value.why


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("<tr><th>名称<th>时限<tr><td>甲<td>5", [["名称", "时限"], ["甲", "5"]]),
        ("<tr><td rowspan=2>甲<td>1<tr><td>2", [["甲", "1"], ["", "2"]]),
        ("<tr><td colspan=2>甲<td>乙<tr><td>1<td>2<td>3", [["甲", "", "乙"], ["1", "2", "3"]]),
        ("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", [["甲", "1"], ["", "2"], ["", "3"]]),
        ("<tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tbody><tr><td>3", [["甲", "1"], ["", "2"], ["3", ""]]),
        ("<tbody><tr><td rowspan=99>甲<td>1<tbody><tr><td>3<td>4", [["甲", "1"], ["3", "4"]]),
        ("<tr><td>1<td rowspan=2>甲<td>2<tr><td>3<td>4", [["1", "甲", "2"], ["3", "", "4"]]),
        ("<tr><td>1<td>2<td rowspan=2>甲<tr><td colspan=3>乙<td>丙", [["1", "2", "甲", ""], ["乙", "", "", "丙"]]),
        ("<tfoot><tr><td>末<thead><tr><td>首<tbody><tr><td>中", [["首"], ["中"], ["末"]]),
        ("<thead><tr><td>1<thead><tr><td>2<tr><td>3<tbody><tr><td>4", [["1"], ["2"], ["3"], ["4"]]),
        ("<tbody><tr><td>中<tfoot><tr><td>末</tfoot><thead><tr><td>首</thead>", [["首"], ["中"], ["末"]]),
        ("<form><thead><tr><td>首</thead><tbody><tr><td>中</tbody></form>", [["首"], ["中"]]),
        ("<tr><td>1<tbody><tr><td>2</tbody><tr><td rowspan=9>3<td>4<tr><td>5", [["1", ""], ["2", ""], ["3", "4"], ["", "5"]]),
        ("<td>甲<td>乙<tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        ("<thead><td>甲<td>乙<tbody><tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        ("<form><tr><td>甲</td><td>乙</td></tr></form>", [["甲", "乙"]]),
        ("<caption>清单一览</caption><tr><td>甲<td>乙", [["清单一览", ""], ["甲", "乙"]]),
        ("<tr><td rowspan='2x' colspan='-1'>甲<td>1<tr><td>2", [["甲", "1"], ["", "2"]]),
        ("<tr><td colspan=0>甲<td colspan='  2'>乙<td>丙", [["甲", "乙", "", "丙"]]),
        ("<tr><td><tr><td>甲<tr></tr><tr><td>乙", [["", ], ["甲"], [""], ["乙"]]),
    ],
)  # fmt: skip
def test_cells_stand_where_a_browser_shows_them(rows: str, wanted: list[list[str]]) -> None:
    assert texts(grid(rows)) == wanted


def test_merged_ranges_are_apart() -> None:
    read = grid("<caption>题</caption><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td colspan=3>丙")
    assert read.merges == (Merge(1, 1, 1, 3), Merge(2, 1, 3, 1), Merge(2, 2, 2, 3), Merge(4, 1, 4, 3))
    assert grid("<tr><td>1<td>2<td rowspan=2>3<tr><td colspan=3>4").merges == (Merge(1, 3, 2, 3), Merge(2, 1, 2, 2))


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
        ("<p>甲</p>\n  <p>乙</p>", "甲\n乙"),
        ("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n丙"),
        ("甲<div>乙<div>丙</div></div>丁", "甲\n乙\n丙\n丁"),
        ("<p>甲<br></p><p>乙", "甲\n乙"),
        ("甲<br><br>乙", "甲\n\n乙"),
        ("  甲 \n\t 乙 <b> 丙</b>", "甲 乙 丙"),
        ("甲<span>乙</span>丙", "甲乙丙"),
        ("甲&nbsp;&nbsp;乙&nbsp;", "甲  乙"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("<pre>甲\n 乙</pre>", "甲\n 乙"),
        ("甲<script>x()</script><style>p{}</style><!-- 乙 -->丙", "甲丙"),
        ("<ruby>业<rp>(</rp><rt>yè</rt><rp>)</rp></ruby>务", "业务"),
        ("&lt;5&gt; &amp; &#x4e1a;", "<5> & 业"),
        ("<input type=checkbox checked>是<input type=checkbox>否", "☑是☐否"),
        ("<input type=radio>是<input type=radio checked>否", "○是●否"),
        ("<input value=甲><input type=hidden value=乙>", "甲"),
        ("<select><option>甲<option selected>乙</select>", "乙"),
        ("<a href='x'>甲</a><font>乙", "甲乙"),
        ("甲\0乙", "甲\ufffd乙"),
        ("甲<o:p>乙</o:p>", "甲乙"),
    ],
)  # fmt: skip
def test_the_text_of_a_cell(inside: str, wanted: str) -> None:
    assert (cell(inside).text, cell(inside).raw) == (wanted, wanted)


@pytest.mark.parametrize("inside", ["", " \n ", "&nbsp;", "<br>", "<p>&nbsp;</p><p></p>", "<!-- 甲 -->"])
def test_a_cell_without_text_holds_nothing(inside: str) -> None:
    assert set(grid(f"<tr><td>{inside}<td>乙").cells) == {(1, 2)}


@pytest.mark.parametrize(
    ("inside", "struck", "parts"),
    [
        ("<del>甲</del>", True, ()),
        ("<s>甲</s> <strike>乙</strike>", True, ()),
        ("<p><span style='TEXT-DECORATION: line-through'>甲</span></p>", True, ()),
        ("甲<del>乙<b>丙</b></del>丁<s>戊</s>", False, ("乙丙", "戊")),
        ("甲<span style='color:red;text-decoration:underline line-through'>乙</span>", False, ("乙",)),
        ("甲<span style='text-decoration:underline'>乙</span>", False, ()),
        ("甲<s> </s>", False, ()),
    ],
)  # fmt: skip
def test_what_is_struck_through(inside: str, struck: bool, parts: tuple[str, ...]) -> None:
    assert (cell(inside).struck, cell(inside).struck_parts) == (struck, parts)


def test_a_cell_or_row_is_struck_as_a_whole() -> None:
    read = grid("<tr style='text-decoration:line-through'><td>甲<tr><td style='text-decoration:line-through'>乙<td>丙")
    assert [each.struck for each in read.cells.values()] == [True, True, False]


def test_hidden_cells_keep_their_place_and_say_so() -> None:
    read = grid(
        "<tr><td style='display : none'>1<td>甲<tr hidden><td>2<td>乙<tbody style='visibility:collapse'><tr><td>3"
    )
    assert texts(read) == [["1", "甲"], ["2", "乙"], ["3", ""]]
    assert [each.hidden for each in read.cells.values()] == [True, False, True, True, True]
    assert [each.hidden for each in book("<div hidden><table><tr><td>1</table></div><table><tr><td>2").grids] == [
        True,
        False,
    ]


def test_hidden_text_is_not_shown_and_told() -> None:
    read = book("<table><tr><td>甲<div style='display:none'>乙<p>丙</div>丁<td><span hidden>戊")
    first, second = read.grids[0].cells.values()
    assert (first.text, first.raw, first.hidden) == ("甲丁", "甲\n乙\n丙丁", False)
    assert (second.text, second.raw, second.struck) == ("", "戊", False)
    assert read.notes == ("hidden_text",)
    assert book("<table><tr><td>甲").notes == ()


def test_each_table_is_a_grid_named_by_its_number() -> None:
    inner = "<table><tr><td>内<table><tr><td>最内</table></table>"
    read = book(f"<table><tr><td>外{inner}后<td>乙{inner}</table><p><table><tr><td>二</table>")
    assert [each.sheet for each in read.grids] == ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2"]
    assert texts(read.grids[0]) == [["外\n后", "乙"]]
    assert [texts(each)[0][0] for each in read.grids[1:]] == ["内", "最内", "内", "最内", "二"]


def test_what_a_style_sheet_may_hide_is_said_to_be_unseen() -> None:
    table = "<table><tr><td class=a>甲</table>"
    assert book(table).grids[0].unseen == {"comments", "formats"}
    assert book(f"<style>.a{{text-decoration:line-through}}</style>{table}").grids[0].unseen >= {"struck"}
    assert book(f"<style>.a{{display:none}}</style>{table}").grids[0].unseen >= {"hidden"}
    assert book(f"<link rel=stylesheet href=a.css>{table}").grids[0].unseen >= {"hidden", "struck"}


TABLE = "<table><tr><td>事项名称<td>失业登记</table>"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "gb18030"),
        ("<meta charset=gb2312>", "gb18030"), ("<meta charset='GBK'>", "gb18030"), ("<meta charset=utf-8>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ("<?xml version='1.0' encoding='gb2312'?><!DOCTYPE html>", "gb18030"),
        ("<?xml version='1.0' encoding='utf-8'?>", "utf-8"),
        ("<meta charset=utf-8>", "gb18030"), ("<meta charset=gb2312>", "utf-8"), ("<meta charset=nonsense>", "gb18030"),
        ("<meta charset=base64>", "gb18030"), ("<meta charset=utf-16>", "utf-8"), ("<meta charset=iso-8859-1>", "gb18030"),
    ],
)  # fmt: skip
def test_encodings(head: str, encoding: str) -> None:
    page = f"<html><head>{head}<title>办事指南就业创业服务</title></head><body>{TABLE}"
    assert texts(book(page.encode(encoding)).grids[0]) == [["事项名称", "失业登记"]]


def test_traditional_characters_by_their_declared_encoding() -> None:
    page = "<meta charset=big5><table><tr><td>就業服務</table>".encode("big5")
    assert texts(book(page).grids[0]) == [["就業服務"]]


@pytest.mark.parametrize("page", [b"", b"  ", b"<h1>&nbsp;</h1><ul><li></ul>", b"<table></table>", b"<table><tr><td>&nbsp;"])  # fmt: skip
def test_a_page_that_holds_nothing_is_empty(page: bytes) -> None:
    assert refused(page) == "empty"


def test_text_outside_of_tables_is_a_grid_of_lines() -> None:
    page = "<h1>指南</h1><p>一、<b>服务对象</b><p><del>个人</del><ul><li>甲<li>乙</ul><table><tr><td>内</table>后"
    read = book(page).grids
    assert [each.sheet for each in read] == ["1", "正文"] and read[1].prose
    assert [cell.text for cell in read[1].cells.values()] == ["指南", "一、服务对象", "个人", "甲", "乙", "后"]
    assert [cell.struck_parts for cell in read[1].cells.values()][2] == ("个人",)


def test_a_page_that_the_parser_gives_up_is_damaged() -> None:
    assert refused(b"<div>" * 600 + TABLE.encode()) == "damaged"
    assert refused(b"</p>" * 5000 + b"<div>" * 600 + TABLE.encode()) == "damaged"
    assert refused(b"<table><tr><td>" + b"x" * 11_000_000) == "damaged"
    assert refused(TABLE.encode()[:-9]) == "damaged"


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td colspan=1000>1" + "<td colspan=1000>1" * 40,
        "<tr>" + "<td rowspan=9999>1" * 3000 + "<tr><td>1" * 4000,
        ("<tr>" + "<td colspan=1000 rowspan=65534>1" * 15) * 200,
    ],
)
def test_spans_that_take_up_time_are_refused(rows: str) -> None:
    begin = process_time()
    assert refused(f"<table>{rows}".encode()) == "large"
    assert process_time() - begin < 10


def test_much_hidden_text_is_read_in_time() -> None:
    begin = process_time()
    assert cell("<i hidden>甲</i> " * 50_000 + "乙").text == "乙"
    assert cell(" <br> " * 50_000 + "乙").text == "乙"
    assert process_time() - begin < 10


def test_entities_of_a_page_are_not_followed() -> None:
    page = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y '&x;&x;'>]><table><tr><td>a&x;&y;b"
    assert cell("&x;").text == "&x;"
    assert book(page).grids[0].cells[1, 1].text == "a&x;&y;b"


def test_pages_that_were_cut_or_changed_are_tables_or_none() -> None:
    rows = "".join(f"<tr><td rowspan=2>事项{n}<td colspan=2><del>甲</del><p>乙<tr><td>丙<td><br>" for n in range(20))
    chance = random.Random(12)
    for encoding in ("utf-8", "gb18030", "utf-16"):
        whole = f"<meta charset=gb2312><table><thead><tr><th>名称</thead>{rows}</table>".encode(encoding)
        for _ in range(150):
            data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
            for _ in range(chance.randrange(4)):
                if data:
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            try:
                assert book(bytes(data)).grids
            except NotATable as problem:
                assert problem.why in ("damaged", "empty", "large")
