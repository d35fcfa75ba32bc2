"""What stands in a cell and is not what its column is for: it is told, and becomes no value."""

from __future__ import annotations

import pytest

from tests.importing.grids import grid
from tests.importing.test_layouts import fates, ids, items, made


@pytest.mark.parametrize(
    ("text", "why", "rule"),
    [
        ("3个工作日", "no_name", "TBL005"),
        ("12333", "no_name", "TBL005"),
        ("/", "no_name", "TBL005"),
        ("测试", "of_system", "TBL004"),
        ("例：失业登记", "example", "TBL005"),
        ("失" * 201, "too_long", "TBL003"),
    ],
)
def test_a_row_whose_name_is_none_is_left_out_and_said_to_be(text: str, why: str, rule: str) -> None:
    found = made(grid([["事项名称", "办理地点"], [text, "某路1号"], ["就业登记", "某路2号"]]))
    assert [each["name"] for each in items(found)] == ["就业登记"]
    assert fates(found)["Sheet1!A2"] == ("left_out", why) and fates(found)["Sheet1!B2"] == ("left_out", "no_name")
    assert (rule, "Sheet1!2") in ids(found)


@pytest.mark.parametrize("text", ["技能等级测试", "16周岁以下登记", "12333热线服务", "例外情形审批", "省级补贴"])
def test_a_name_that_looks_a_little_like_that_is_one(text: str) -> None:
    found = made(grid([["事项名称", "办理地点"], [text, "某路1号"]]))
    assert [each["name"] for each in items(found)] == [text] and not ids(found)


@pytest.mark.parametrize("text", ["1.失业登记", "（三）失业登记", "四、失业登记", "①失业登记"])
def test_a_number_before_a_name_is_no_part_of_it(text: str) -> None:
    found = made(grid([["事项名称", "办理地点"], [text, "某路1号"]]))
    assert items(found)[0]["name"] == "失业登记" and fates(found)["Sheet1!A2"] == ("changed", "numbered")


@pytest.mark.parametrize("text", ["1.失业登记\n2.就业登记", "失业登记\n就业登记"])
def test_several_names_in_a_cell_are_told(text: str) -> None:
    found = made(grid([["事项名称", "办理地点"], [text, "某路1号"]]))
    assert ids(found) == [("TBL015", "Sheet1!2")]
    wrapped = made(grid([["事项名称", "办理地点"], ["失业\n登记", "某路1号"]]))
    assert items(wrapped)[0]["name"] == "失业登记" and not ids(wrapped)


def test_a_part_that_is_called_nothing_is_the_whole() -> None:
    found = made(
        grid([["主项名称", "子项名称", "办理地点"], ["档案服务", "无", "某路1号"], ["补贴", "岗位补贴", "某路2号"]])
    )
    assert [each["name"] for each in items(found)] == ["档案服务", "岗位补贴"]
    assert fates(found)["Sheet1!B2"] == ("left_out", "nothing")


@pytest.mark.parametrize("text", ["某路1号", "3个工作日", "见各窗口", "无", "0571-123", "@SUM(1)", "某路12345号"])
def test_a_text_without_a_number_is_no_telephone(text: str) -> None:
    [item] = items(found := made(grid([["事项名称", "咨询电话"], ["失业登记", text]])))
    assert "contact" not in item and item["notes"] == [f"咨询电话：{text}"]
    assert ids(found) == [("TBL003", "Sheet1!2")]


@pytest.mark.parametrize("text", ["12333", "市直：0724-2375089、沙洋：8568064", "(0571) 8705 6706转2", "400-888-1234"])
def test_a_text_with_a_number_is_one(text: str) -> None:
    [item] = items(found := made(grid([["事项名称", "咨询电话"], ["失业登记", text]])))
    assert item["contact"] == {"phone": text} and not ids(found)


@pytest.mark.parametrize("text", ["12333", "3个工作日", "2026-03-05", "https://a.gov.cn"])
def test_what_is_plainly_something_else_is_no_address(text: str) -> None:
    [item] = items(found := made(grid([["事项名称", "办理地点"], ["失业登记", text]])))
    assert "contact" not in item and ids(found) == [("TBL003", "Sheet1!2")]


@pytest.mark.parametrize("text", ["1970-01-01", "0000-00-00", "9999-12-31 00:00:00"])
def test_a_day_that_programs_write_is_no_day(text: str) -> None:
    found = made(grid([["事项名称", "备注"], ["失业登记", text]]))
    assert ids(found) == [("TBL004", "Sheet1!2")]


def test_a_lost_zero_is_told() -> None:
    rows = [
        ["事项编号", "事项名称", "咨询电话"],
        ["0011001", "失业登记", "057187651278"],
        ["11002", "就业登记", "57187651279"],
    ]
    one, other = items(found := made(grid(rows)))
    assert (one["id"], one["contact"]) == ("0011001", {"phone": "057187651278"})
    assert other["id"] == "P33-0002" and "contact" not in other
    assert ids(found) == [("TBL001", "Sheet1!3"), ("TBL001", "Sheet1!3")]


def test_codes_that_never_had_one_are_left_alone() -> None:
    rows = [
        ["事项编号", "事项名称", "咨询电话"],
        ["011001", "失业登记", "13812345678"],
        ["211002", "就业登记", "4008881234"],
    ]
    one, other = items(found := made(grid(rows)))
    assert (one["id"], other["id"]) == ("011001", "211002") and other["contact"] and not ids(found)


def test_a_column_without_a_heading_is_called_by_its_letter() -> None:
    found = made(grid([["事项名称", "咨询电话", ""], ["失业登记", "12333", "某路"]]))
    assert [each.args["heading"] for each in found.findings] == ["C"]


def test_a_limit_takes_its_unit_from_the_heading_alone() -> None:
    rows = [["事项名称", "承诺时限（工作日）", "法定时限"], ["失业登记", "3", "20"], ["就业登记", "12333", "3月5日"]]
    one, other = items(found := made(grid(rows)))
    assert (one["promised_limit"][0]["amount"], one["promised_limit"][0]["unit"]) == (3, "working_day")
    assert one["statutory_limit"] == [{"text": "20"}] and "promised_limit" not in other
    assert fates(found)["Sheet1!B2"] == ("changed", "with_unit")
    assert ids(found) == [("TBL003", "Sheet1!2"), ("TBL003", "Sheet1!3"), ("TBL003", "Sheet1!3")]


def test_a_name_with_hidden_characters_is_told_to_be_changed() -> None:
    found = made(grid([["事项名称", "办理地点"], ["失业\u202e登记", "某路1号"]]))
    assert items(found)[0]["name"] == "失业登记" and fates(found)["Sheet1!A2"] == ("changed", "hidden")
