"""Rows that are no matters, and tables that stand beside or below those of matters."""

from __future__ import annotations

import pytest

from qingdan.sources import Merge
from tests.importing.grids import grid
from tests.importing.test_layouts import fates, ids, items, made

HEAD = ["序号", "事项名称", "咨询电话"]
ONE, TWO = ["1", "失业登记", "0571-87651278"], ["2", "就业登记", "0571-87651279"]


@pytest.mark.parametrize(
    "row",
    [
        ["合计", "2项"],
        ["", "小 计", "2"],
        ["第1页 共2页"],
        ["就业公共服务事项清单（续）"],
        ["制表人：甲", "审核人：乙", "联系电话：0571-87650000"],
        ["一", "登记类"],
        ["（二）", "补贴类"],
    ],
)
def test_a_row_of_the_paper_is_no_matter(row: list[str]) -> None:
    found = made(grid([HEAD, ONE, row, TWO]))
    assert [each["name"] for each in items(found)] == ["失业登记", "就业登记"] and not ids(found)
    assert {fates(found)[f"Sheet1!{'ABC'[at]}3"] for at, text in enumerate(row) if text} == {("left_out", "note_row")}


@pytest.mark.parametrize("row", [["3", "合计核定"], ["三", "失业登记", "12333"], ["3", "失业登记说明"]])
def test_a_row_that_looks_a_little_like_that_is_one(row: list[str]) -> None:
    found = made(grid([HEAD, ONE, TWO, row]))
    assert [each["name"] for each in items(found)][2:] == [row[1]]


def test_a_table_of_other_things_below_is_not_read_as_matters() -> None:
    for title in ([], [["受理窗口一览"]]):
        rows = [HEAD, ONE, [], *title, ["窗口名称", "窗口电话", "地址"], ["市中心", "0571-87650000", "某路1号"]]
        found = made(grid(rows))
        [item] = items(found)
        assert item["name"] == "失业登记" and item["contact"] == {"phone": "0571-87651278"}
        assert ids(found) == [("TBL007", "Sheet1!4")]
        assert fates(found)[f"Sheet1!A{len(rows)}"] == ("left_out", "unknown_place")


def test_a_row_after_an_empty_one_is_a_matter() -> None:
    found = made(grid([HEAD, ONE, [], TWO, [], ["", "人才中心服务", ""]]))
    assert [each["name"] for each in items(found)] == ["失业登记", "就业登记", "人才中心服务"] and not ids(found)


@pytest.mark.parametrize("gap", [[], [""]])
def test_two_tables_beside_one_another(gap: list[str]) -> None:
    three, four = ["3", "职业介绍", "0571-87651270"], ["4", "职业指导", "0571-87651271"]
    found = made(grid([[*HEAD, *gap, *HEAD], [*ONE, *gap, *three], [*TWO, *gap, *four], [*gap, "", "", ""]]))
    told = [(each["name"], each["contact"]["phone"][-1]) for each in items(found)]
    assert told == [("失业登记", "8"), ("就业登记", "9"), ("职业介绍", "0"), ("职业指导", "1")] and not ids(found)


def test_two_tables_of_other_headings_behind_an_empty_column() -> None:
    right = [["事项名称", "承诺时限"], ["职业介绍", "即办"], ["", ""]]
    left = [HEAD, ONE, TWO]
    found = made(grid([[*one, "", *other] for one, other in zip(left, right, strict=True)]))
    assert [each["name"] for each in items(found)] == ["失业登记", "就业登记", "职业介绍"] and not ids(found)
    assert "contact" not in items(found)[2] and found.tables == 2


def test_a_table_of_other_things_beside_is_told_and_not_taken() -> None:
    right = [["窗口名称", "办理地点"], ["市中心", "某路1号"], ["东区", "某路2号"]]
    left = [HEAD, ONE, TWO]
    found = made(grid([[*one, "", *other] for one, other in zip(left, right, strict=True)]))
    assert [each["contact"] for each in items(found)] == [{"phone": ONE[2]}, {"phone": TWO[2]}]
    assert ids(found) == [("TBL007", "Sheet1!2")]


def test_an_empty_column_alone_cuts_no_table() -> None:
    found = made(grid([["事项名称", "咨询电话", "", "办理地点"], ["失业登记", "12333", "", "某路1号"]]))
    assert items(found)[0]["contact"] == {"phone": "12333", "address": "某路1号"}


def test_limits_by_kind_below_one_heading() -> None:
    rows = [["事项名称", "办理时限", ""], ["", "法定", "承诺"], ["失业登记", "20个工作日", "3个工作日"]]
    [item] = items(found := made(grid(rows, [Merge(1, 1, 2, 1), Merge(1, 2, 1, 3)])))
    assert (item["statutory_limit"][0]["amount"], item["promised_limit"][0]["amount"]) == (20, 3) and not ids(found)
