"""Titles, headings, rows and notes of tables as people lay them out."""

from __future__ import annotations

from qingdan.importing import tables
from qingdan.importing.columns import target
from qingdan.sources import Merge
from tests.importing.grids import grid

HEAD = ["序号", "事项名称", "服务对象", "承诺办结时限"]
ROW = ["1", "失业登记", "劳动年龄内失业人员", "3个工作日"]


def test_a_plain_table() -> None:
    [table] = tables(grid([HEAD, ROW, ["2", "就业登记", "", "即办"]]), target)
    assert table.head == (1, 1) and table.rows == ((2,), (3,)) and not table.titles
    assert [column.name for column in table.columns] == HEAD


def test_a_title_over_the_table_and_notes_below_it() -> None:
    rows = [["某省就业公共服务事项清单", "", "", ""], ["单位：某厅", "", "", ""], HEAD, ROW, ["注：以当地公布的为准"]]
    [table] = tables(grid(rows, [Merge(1, 1, 1, 4)]), target)
    assert (table.titles, table.head, table.rows, table.notes) == ((1, 2), (3, 3), ((4,),), (5,))


def test_headings_of_two_rows_merged_both_ways() -> None:
    rows = [
        ["序号", "事项名称", "办理时限", ""],
        ["", "", "法定时限", "承诺时限"],
        ["1", "失业登记", "20个工作日", "3个工作日"],
    ]
    [table] = tables(grid(rows, [Merge(1, 1, 2, 1), Merge(1, 2, 2, 2), Merge(1, 3, 1, 4)]), target)
    assert table.head == (1, 2)
    assert [column.name for column in table.columns] == [
        "序号",
        "事项名称",
        "办理时限 / 法定时限",
        "办理时限 / 承诺时限",
    ]


def test_headings_again_on_the_next_page_are_no_matter() -> None:
    [table] = tables(grid([HEAD, ROW, HEAD, ["2", "就业登记", "", "即办"]]), target)
    assert table.again == (3,) and table.rows == ((2,), (4,))


def test_rows_under_a_merged_name_go_on_with_the_matter() -> None:
    rows = [HEAD, ROW, ["", "", "灵活就业人员", ""], ["2", "就业登记", "单位", "即办"]]
    [table] = tables(grid(rows, [Merge(2, 2, 3, 2)]), target)
    assert table.rows == ((2, 3), (4,))


def test_a_category_merged_over_many_matters_does_not_join_them() -> None:
    rows = [["类别", "事项名称", "服务对象"], ["登记", "失业登记", "个人"], ["", "就业登记", "单位"]]
    [table] = tables(grid(rows, [Merge(2, 1, 3, 1)]), target)
    assert table.rows == ((2,), (3,))


def test_a_sheet_without_headings_has_no_table() -> None:
    assert tables(grid([["随便", "什么"], ["都", "没有"]]), target) == []
    [table] = tables(grid([["甲", "乙"], ["失业登记", "x"]]), target, header=1)
    assert table.head == (1, 1) and table.rows == ((2,),)
