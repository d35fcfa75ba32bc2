"""Tables become lists, and every cell is accounted for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.importing import imported
from qingdan.importing.values import read
from qingdan.loading.opening import known_divisions, national
from qingdan.reading import MemoryTree, read_document
from qingdan.sources import Merge
from qingdan.values.pieces import pieces
from tests.importing.grids import book, changed, grid

EDITION = national()
ZHEJIANG = known_divisions().get("330000")
HEAD = ["序号", "事项名称", "服务对象", "申请材料", "承诺办结时限", "收费", "咨询电话", "办理地点", "上级备案号"]
ROW = [
    "1",
    "失业登记",
    "劳动年龄内失业人员",
    "1.身份证；2.登记表",
    "3个工作日",
    "不收费",
    "0571-12333",
    "某路1号",
    "BA-17",
]


def made(*grids: Any) -> Any:
    assert ZHEJIANG is not None
    return imported(book(*grids), ZHEJIANG, EDITION)


def items(found: Any) -> list[dict[str, Any]]:
    value = read_document("items/01.yaml", found.files["items/01.yaml"].encode()).value
    rows: list[dict[str, Any]] = value["items"]
    return rows


def test_a_row_becomes_an_item() -> None:
    found = made(grid([HEAD, ROW]))
    [item] = items(found)
    assert item["name"] == "失业登记" and item["implements"] == [{"item": "JY-0401", "relation": "exact"}]
    assert item["promised_limit"] == [{"amount": 3, "unit": "working_day", "text": "3个工作日"}]
    assert [each["name"] for each in item["materials"]] == ["身份证", "登记表"]
    assert item["fee"] == {"charged": "no"}
    assert item["contact"] == {"phone": "0571-12333", "address": "某路1号"}
    assert item["notes"] == ["上级备案号：BA-17"], "what no element holds is kept"
    assert (found.items, found.linked, found.tables) == (1, 1, 1)


def test_whoever_watches_is_told_of_the_rows_and_of_the_end() -> None:
    told: list[tuple[int, int, str]] = []
    rows = [[str(number), f"事项{number}"] for number in range(1, 251)]
    assert ZHEJIANG is not None
    sheet = grid([["序号", "事项名称"], *rows])
    imported(book(sheet), ZHEJIANG, EDITION, watch=lambda *each: told.append(each))
    assert told == sorted(told, key=lambda each: each[0])
    assert len(told) > 3
    assert all(done < total == 250 for done, total, _ in told[:-1])
    assert told[-1] == (250, 250, "")


def test_the_list_holds_and_is_checked() -> None:
    files = {name: text.encode() for name, text in made(grid([HEAD, ROW])).files.items()}
    section = qingdan.check(MemoryTree(files), as_of="2026-11-22").section
    assert section.items == 1 and not section.unread
    assert not [each.id for each in section.findings if each.id.startswith(("RED", "STR"))]


def test_what_is_not_certain_stays_as_it_is_printed() -> None:
    head = ["事项名称", "承诺办结时限", "法定办结时限", "金额", "到办事现场次数"]
    row = ["失业登记", "按规定办理", "10工作日（法定15工作日）", "1000元，技师2000元", "视情况"]
    found = made(grid([head, row]))
    [item] = items(found)
    assert item["promised_limit"] == [{"text": "按规定办理"}]
    assert item["statutory_limit"] == [{"text": "10工作日（法定15工作日）"}]
    assert "amount" not in item and "visits" not in item
    assert item["notes"] == ["金额：1000元，技师2000元", "到办事现场次数：视情况"]
    told = {cell.address: (cell.fate, cell.because) for cell in found.account.cells.values()}
    assert told["B2"] == ("changed", "unread") and told["D2"] == ("noted", "unread")


def test_a_cell_that_says_label_by_label_is_taken_apart() -> None:
    rows = [
        ["事项名称", "办理时限", "联系方式"],
        ["失业登记", "承诺期限：10工作日 法定期限：15工作日", "电话：12333；地址：某路1号"],
    ]
    [item] = items(made(grid(rows)))
    assert item["promised_limit"] == [{"amount": 10, "unit": "working_day", "text": "10工作日"}]
    assert item["statutory_limit"] == [{"amount": 15, "unit": "working_day", "text": "15工作日"}]
    assert item["contact"] == {"phone": "12333", "address": "某路1号"}


def test_a_cell_in_doubt_is_no_value() -> None:
    struck = changed(grid([HEAD, ROW]), 2, 5, struck=True)
    [item] = items(made(struck))
    assert "promised_limit" not in item and "承诺办结时限：3个工作日" in item["notes"]
    long = changed(grid([HEAD, ROW]), 2, 7, doubts=("long_number",))
    [item] = items(made(long))
    assert "phone" not in item["contact"]


def test_two_columns_for_one_element_are_asked_about() -> None:
    found = made(grid([["事项名称", "办理时限", "承诺时限"], ["失业登记", "3个工作日", "5个工作日"]]))
    [item] = items(found)
    assert "promised_limit" not in item and len(item["notes"]) == 2
    assert {cell.because for cell in found.account.of("noted")} == {"same_target"}
    assert ZHEJIANG is not None
    decided = imported(book(grid([["事项名称", "办理时限", "承诺时限"], ["失业登记", "3个工作日", "5个工作日"]])), ZHEJIANG,
                       EDITION, mapping={"办理时限": "-"})  # fmt: skip
    assert items(decided)[0]["promised_limit"] == [{"amount": 5, "unit": "working_day", "text": "5个工作日"}]


def test_rows_that_go_on_add_to_the_lists_of_their_matter() -> None:
    rows = [["事项名称", "申请材料"], ["失业登记", "身份证"], ["", "登记表"]]
    [item] = items(made(grid(rows, [Merge(2, 1, 3, 1)])))
    assert [each["name"] for each in item["materials"]] == ["身份证", "登记表"]


def test_a_list_of_names_is_one_of_names() -> None:
    sheet = grid([["序号", "事项名称"], ["1", "失业登记"], ["2", "说不清的事"]])
    found = made(sheet)
    assert (found.items, found.linked) == (2, 1)
    assert ZHEJIANG is not None
    assert "completeness: names" in imported(book(sheet), ZHEJIANG, EDITION, whole=True).files["catalogue.yaml"]


def test_nothing_is_said_to_be_missing_unless_a_person_says_that_the_table_is_whole() -> None:
    for rows in ([["序号", "事项名称"], ["1", "失业登记"]], [HEAD, ROW]):
        files = {name: text.encode() for name, text in made(grid(rows)).files.items()}
        section = qingdan.check(MemoryTree(files), as_of="2026-11-22").section
        assert not {"CAT003", "CAT004", "CAT007"} & {finding.id for finding in section.findings}


@given(
    st.lists(
        st.lists(st.sampled_from(["", "失业登记", "3个工作日", "1. 甲\n2. 乙", "=1+1", "【】：；", "无", "{x", "\u202e"]), min_size=4, max_size=4),
        max_size=6,
    )
)  # fmt: skip
def test_every_cell_is_accounted_for_and_the_list_can_be_read(rows: list[list[str]]) -> None:
    sheet = grid([["事项名称", "承诺办结时限", "申请材料", "别的"], *rows])
    found = made(sheet)
    assert set(found.account.cells) == {("Sheet1", row, column) for row, column in sheet.cells}
    if found.files:
        for name, text in found.files.items():
            assert not [
                each for each in read_document(name, text.encode()).findings if each.severity.word == "error"
            ], text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. 身份证 2. 户口簿", ["身份证", "户口簿"]),
        ("1.身份证；2.户口簿", ["身份证", "户口簿"]),
        ("①身份证\n②户口簿", ["身份证", "户口簿"]),
        ("（一）身份证；（二）户口簿。", ["身份证", "户口簿"]),
        ("工本费5.5元", ["工本费5.5元"]),
        ("2025年1月起", ["2025年1月起"]),
    ],
)
def test_a_text_is_taken_apart_by_its_numbers_and_lines(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts


def test_a_row_without_a_name_says_nothing_of_the_matter_above_it() -> None:
    rows = [["事项名称", "服务对象"], ["失业登记", ""], ["", ""], ["", "只有对象"]]
    found = made(grid(rows))
    [item] = items(found)
    assert "audience" not in item
    assert [(cell.address, cell.because) for cell in found.account.of("left_out")] == [("B4", "no_name")]


@pytest.mark.parametrize("sign", ["/", "-", "——"])
def test_a_sign_in_a_cell_does_not_say_that_nothing_is_asked(sign: str) -> None:
    [item] = items(made(grid([["事项名称", "申请材料"], ["失业登记", sign]])))
    assert "materials" not in item and item["notes"] == [f"申请材料：{sign}"]


def test_none_means_none_only_of_what_is_asked() -> None:
    assert read("无", "materials", EDITION.registries).value == []
    assert read("无", "audience", EDITION.registries).value is None
