"""The ways in which people lay out matters: forms, guides of running text, tables after one another, cut in two."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.importing import imported
from qingdan.loading.opening import known_divisions, national
from qingdan.reading import read_document
from qingdan.sources import Grid, GridCell, Merge
from tests.importing.grids import book, grid

EDITION = national()
ZHEJIANG = known_divisions().get("330000")


def made(*grids: Grid, **options: Any) -> Any:
    assert ZHEJIANG is not None
    return imported(book(*grids), ZHEJIANG, EDITION, **options)


def items(found: Any) -> list[dict[str, Any]]:
    if not found.files:
        return []
    value = read_document("items/01.yaml", found.files["items/01.yaml"].encode()).value
    rows: list[dict[str, Any]] = value["items"]
    return rows


def prose(*lines: str) -> Grid:
    cells = {(row, 1): GridCell(row, 1, line, line) for row, line in enumerate(lines, 1) if line}
    return Grid("指南.docx", "正文", cells, prose=True)


def fates(found: Any) -> dict[str, tuple[str, str]]:
    return {f"{cell.sheet}!{cell.address}": (cell.fate, cell.because) for cell in found.account.cells.values()}


def ids(found: Any) -> list[tuple[str, str]]:
    return [(each.id, f"{each.location.sheet}!{each.location.line}") for each in found.findings]


LIMIT = [{"amount": 3, "unit": "working_day", "text": "3个工作日"}]


def test_a_form_of_one_matter() -> None:
    sheet = grid(
        [
            ["失业登记办事指南", ""],
            ["事项名称", "失业登记"],
            ["承诺办结时限", "3个工作日"],
            ["办理地点", "某路1号"],
            ["上级备案号", "BA-17"],
            ["申请材料", "身份证"],
            ["", "登记表"],
        ],
        [Merge(1, 1, 1, 2), Merge(6, 1, 7, 1)],
    )
    found = made(sheet)
    [item] = items(found)
    assert (item["name"], item["promised_limit"], item["contact"]) == ("失业登记", LIMIT, {"address": "某路1号"})
    assert [each["name"] for each in item["materials"]] == ["身份证", "登记表"]
    assert item["notes"] == ["上级备案号：BA-17"]
    assert set(found.account.cells) == {("Sheet1", row, column) for row, column in sheet.cells}
    assert fates(found)["Sheet1!B4"] == ("taken", "") and fates(found)["Sheet1!A4"] == ("layout", "")
    assert ids(found) == [("TBL010", "Sheet1!5")]


def test_a_form_with_two_labels_in_a_row() -> None:
    rows = [
        ["事项名称", "失业登记", "承诺办结时限", "3个工作日"],
        ["服务对象", "失业人员", "收费", "不收费"],
        ["办理地点", "某路1号", "", ""],
    ]
    [item] = items(made(grid(rows, [Merge(3, 2, 3, 4)])))
    assert item["promised_limit"] == LIMIT and item["fee"] == {"charged": "no"}
    assert item["audience"] == [{"text": "失业人员"}] and item["contact"] == {"address": "某路1号"}


def test_forms_below_one_another_are_matters_of_their_own() -> None:
    one = [["事项名称", "失业登记"], ["服务对象", "失业人员"], ["收费", "不收费"]]
    other = [["事项名称", "就业登记"], ["服务对象", "招用人员的单位"], ["收费", "不收费"]]
    found = items(made(grid([*one, ["", ""], *other])))
    assert [(each["name"], each["audience"][0]["text"]) for each in found] == [
        ("失业登记", "失业人员"),
        ("就业登记", "招用人员的单位"),
    ]


def test_a_matter_a_column() -> None:
    rows = [["事项名称", "失业登记", "就业登记"], ["承诺时限", "3个工作日", "即办"], ["收费", "不收费", ""]]
    one, other = items(made(grid(rows, [Merge(3, 2, 3, 3)])))
    assert one["promised_limit"] == LIMIT and other["name"] == "就业登记"
    assert one["fee"] == other["fee"] == {"charged": "no"}, "a cell merged over both speaks of both"


HEAD = ["序号", "事项名称", "承诺时限"]


def test_tables_below_one_another_have_columns_of_their_own() -> None:
    rows = [
        HEAD,
        ["1", "失业登记", "3个工作日"],
        ["", "", ""],
        ["二、用人单位", "", ""],
        ["事项名称", "咨询电话", "序号"],
        ["就业登记", "0571-12345678", "1"],
    ]
    found = made(grid(rows, [Merge(4, 1, 4, 3)]))
    one, other = items(found)
    assert one["promised_limit"] == LIMIT and other["contact"] == {"phone": "0571-12345678"}
    assert found.tables == 2 and fates(found)["Sheet1!A4"] == ("layout", "")


def test_a_table_cut_over_sheets_goes_on_where_its_numbers_do() -> None:
    first = grid([HEAD, ["1", "失业登记", "3个工作日"]], sheet="1")
    goes_on = grid([["2", "就业登记", "即办"], ["3", "档案查询", ""]], sheet="2")
    found = made(first, goes_on)
    assert [each["name"] for each in items(found)] == ["失业登记", "就业登记", "档案查询"]
    assert fates(found)["2!B1"] == ("taken", "")
    other = made(first, grid([["7", "就业登记", "即办"]], sheet="2"))
    assert [each["name"] for each in items(other)] == ["失业登记"], "other numbers: another table"
    assert ids(other) == [("TBL007", "2!1")]


def test_a_guide_of_running_text() -> None:
    found = made(
        prose(
            "失业登记办事指南",
            "",
            "一、服务对象",
            "劳动年龄内的失业人员",
            "二、申请材料",
            "1.身份证",
            "2.登记表",
            "三、承诺时限：3个工作日",
            "四、温馨提示",
            "请带好证件。",
            "咨询电话：0571-12345678",
        )
    )
    [item] = items(found)
    assert item["name"] == "失业登记" and item["promised_limit"] == LIMIT
    assert [each["name"] for each in item["materials"]] == ["身份证", "登记表"]
    assert item["contact"] == {"phone": "0571-12345678"} and item["notes"] == ["温馨提示：请带好证件。"]
    assert fates(found)["正文!A6"] == ("changed", "taken_apart") and fates(found)["正文!A3"] == ("layout", "")


def test_one_page_with_several_subsidies() -> None:
    found = made(
        prose(
            "就业补贴政策清单",
            "一、社会保险补贴",
            "（一）补贴对象：就业困难人员",
            "（二）咨询电话：0571-12345678",
            "二、岗位补贴",
            "（一）补贴对象：用人单位",
            "（二）申请材料：申请表",
        )
    )
    one, other = items(found)
    assert (one["name"], other["name"]) == ("社会保险补贴", "岗位补贴")
    assert one["contact"] == {"phone": "0571-12345678"} and other["materials"][0]["name"] == "申请表"


def test_text_without_a_name_or_labels_is_no_guide() -> None:
    for lines in (
        ("一、服务对象", "个人", "二、申请材料", "身份证"),
        ("失业登记", "个人"),
        ("服务对象：个人", "收费：无"),
    ):
        assert items(made(prose(*lines))) == []


def test_columns_beside_their_headings_are_told_and_not_taken() -> None:
    rows = [
        ["事项名称", "服务对象", "承诺时限", "咨询电话", "备注"],
        *([name, "", "个人", "3个工作日", "0571-12345678"] for name in ("失业登记", "就业登记", "档案查询")),
    ]
    found = made(grid(rows))
    assert [set(each) - {"implements"} for each in items(found)] == [{"id", "name", "notes"}] * 3
    assert ids(found) == [("TBL012", "Sheet1!1")]
    assert found.findings[0].args["headings"] == ["服务对象", "承诺时限", "咨询电话", "备注"]
    mapping = {"承诺时限": "audience", "咨询电话": "promised_limit", "备注": "contact.phone", "服务对象": "-"}
    assert items(made(grid(rows), mapping=mapping))[0]["promised_limit"] == LIMIT


def test_an_unknown_column_that_looks_like_something_is_asked_about() -> None:
    rows = [
        ["事项名称", "服务对象", "进入"],
        *([name, "", "https://example.org/a"] for name in ("失业登记", "就业登记", "档案查询")),
    ]
    [finding] = made(grid(rows)).findings
    assert (finding.id, finding.suggestions) == ("TBL010", ("contact.online",))


def test_cases_of_one_matter_are_its_parts() -> None:
    rows = [
        ["事项名称", "办理情形", "承诺时限", "收费"],
        ["失业登记", "本地户籍", "3个工作日", "不收费"],
        ["", "外地户籍", "5个工作日", ""],
    ]
    [item] = items(made(grid(rows, [Merge(2, 1, 3, 1), Merge(2, 4, 3, 4)])))
    assert item["fee"] == {"charged": "no"} and "promised_limit" not in item
    assert [(each["name"], each["promised_limit"][0]["amount"]) for each in item["handling_items"]] == [
        ("本地户籍", 3),
        ("外地户籍", 5),
    ]


def test_the_part_is_the_matter_where_a_table_names_the_whole_as_well() -> None:
    rows = [["主项名称", "子项名称"], ["失业登记", "失业登记变更"], ["就业登记", ""]]
    one, other = items(made(grid(rows)))
    assert (one["name"], one["notes"], other["name"]) == ("失业登记变更", ["主项名称：失业登记"], "就业登记")


@pytest.mark.parametrize("again", [["失业登记", "某路1号"], ["失业登记", ""]])
def test_rows_that_say_nothing_new_are_left_out_and_told(again: list[str]) -> None:
    found = made(grid([["事项名称", "办理地点"], ["失业登记", "某路1号"], again]))
    assert len(items(found)) == 1
    assert ids(found) == [("TBL008" if again[1] else "TBL009", "Sheet1!3")]
    assert fates(found)["Sheet1!A3"][0] == "left_out"


def test_rows_of_one_name_that_differ_are_both_kept() -> None:
    rows = [["事项名称", "办理地点"], ["失业登记", "某路1号"], ["失业登记", "某路2号"]]
    assert len(items(made(grid(rows)))) == 2


@pytest.mark.parametrize("text", ["null", "NaN", "undefined"])
def test_what_systems_write_for_nothing_is_no_value(text: str) -> None:
    found = made(grid([["事项名称", "办理地点"], ["失业登记", text]]))
    assert "contact" not in items(found)[0] and ids(found) == [("TBL004", "Sheet1!2")]


def test_a_guide_says_its_name_below_a_label_and_its_papers_in_a_table() -> None:
    text = prose("办事指南", "一、事项名称", "失业登记", "二、服务对象", "失业人员", "三、申请材料", "四、办理时限",
                 "法定时限：20个工作日；承诺时限：3个工作日。")  # fmt: skip
    rows = [["序号", "材料名称", "份数", "材料形式", "备注"], ["1", "身份证", "1", "原件", ""], ["2", "登记表", "若干", "", "自备"],
            ["3", "", "2", "", ""]]  # fmt: skip
    found = made(grid(rows, sheet="1"), text)
    [item] = items(found)
    assert item["name"] == "失业登记" and item["promised_limit"] == LIMIT and item["statutory_limit"][0]["amount"] == 20
    first, second = item["materials"]
    assert (first["id"], first["copies"], first["form"]) == ("id-document", 1, "原件")
    assert second["name"] == "登记表" and second["note"] == "自备" and "copies" not in second
    assert item["notes"] == ["登记表：若干"]
    assert set(found.account.cells) == {
        (each.sheet, *place) for each in (grid(rows, sheet="1"), text) for place in each.cells
    }
    assert ids(found) == [("TBL003", "1!3"), ("TBL005", "1!4")]


def test_a_table_of_papers_belongs_to_nobody_where_a_page_has_several_matters() -> None:
    papers = grid([["材料名称", "份数"], ["身份证", "1"]], sheet="2")
    found = made(grid([["事项名称", "收费"], ["失业登记", ""], ["就业登记", ""]], sheet="1"), papers)
    assert not any("materials" in each for each in items(found)) and ids(found) == [("TBL007", "2!1")]


def test_names_alone_are_a_list() -> None:
    assert [each["name"] for each in items(made(grid([["事项名称"], ["失业登记"], ["就业登记"]])))] == [
        "失业登记",
        "就业登记",
    ]
    assert items(made(grid([["事项名称", "失业登记"], ["服务对象", "个人"]]))) == [], "a form that is too short to tell"
    assert items(made(grid([["名称"], ["失业登记"]]))) == []


def test_a_mapping_to_a_part_of_a_list_and_a_second_telephone_are_notes() -> None:
    rows = [
        ["事项名称", "咨询电话", "联系方式", "要什么"],
        ["失业登记", "0571-12345678", "电话：0571-87654321 地址：某路1号", "身份证"],
    ]
    found = made(grid(rows), mapping={"要什么": "materials.name", "联系方式": "contact.address"})
    [item] = items(found)
    assert item["contact"] == {"phone": "0571-12345678", "address": "某路1号"} and "materials" not in item
    assert len(item["notes"]) == 2


def test_a_code_that_an_element_may_not_hold_is_a_note() -> None:
    [item] = items(made(grid([["事项名称", "办件类型"], ["失业登记", "其他"]])))
    assert "case_type" not in item and item["notes"] == ["办件类型：其他"]
    assert items(made(grid([["事项名称", "办件类型"], ["失业登记", "即办件"]])))[0]["case_type"] == "instant"


def test_a_form_with_a_table_of_papers_inside() -> None:
    rows = [
        ["失业登记办事指南", "", "", ""],
        ["事项名称", "失业登记", "事项类型", "公共服务"],
        ["承诺办结时限", "3个工作日", "咨询电话", "0571-12345678"],
        ["申请材料", "材料名称", "份数", "形式"],
        ["", "身份证", "1", "复印件"],
        ["", "登记表", "2", "原件"],
        ["办理地点", "某路1号", "", ""],
    ]
    found = made(grid(rows, [Merge(1, 1, 1, 4), Merge(4, 1, 6, 1), Merge(7, 2, 7, 4)]))
    [item] = items(found)
    assert (item["name"], item["promised_limit"]) == ("失业登记", LIMIT)
    assert item["contact"] == {"phone": "0571-12345678", "address": "某路1号"}
    assert [each["name"] for each in item["materials"]] == ["身份证", "登记表"]
    assert "申请材料 / 份数：1 2" in item["notes"] and "申请材料 / 形式：复印件 原件" in item["notes"]
    assert [rule for rule, _ in ids(found)].count("TBL010") == 2


def test_a_form_whose_second_labels_are_few() -> None:
    rows = [
        ["事项名称", "失业登记", "", ""],
        ["承诺办结时限", "3个工作日", "咨询电话", "12333"],
        ["办理地点", "某路1号", "", ""],
    ]
    [item] = items(found := made(grid(rows, [Merge(1, 2, 1, 4), Merge(3, 2, 3, 4)])))
    assert item["promised_limit"] == LIMIT and item["contact"]["phone"] == "12333" and not ids(found)


GUIDE = ("失业登记办事指南", "一、服务对象", "失业人员", "二、承诺时限", "3个工作日", "三、办理地点", "某路1号")


def test_a_name_below_its_label_is_said_once() -> None:
    [item] = items(made(prose("关于印发失业登记办事指南的通知", GUIDE[0], "零、事项名称", "失业登记", *GUIDE[1:])))
    assert item["name"] == "失业登记" and item["promised_limit"] == LIMIT


@pytest.mark.parametrize("below", ["版权所有：某市", "2026年3月5日", "上一篇：就业登记", "主办单位：某市人社局"])
def test_what_stands_below_a_page_is_told_and_not_taken(below: str) -> None:
    [item] = items(found := made(prose(*GUIDE, "咨询电话：12333", below, "联系电话：0571-87650000")))
    assert item["contact"] == {"address": "某路1号", "phone": "12333"}
    assert ids(found) == [("TBL007", "正文!9")]


def test_a_telephone_behind_several_matters_is_that_of_none() -> None:
    lines = ["补贴清单"]
    for number, name in zip("一二", ("社会保险补贴", "岗位补贴"), strict=True):
        lines += [f"{number}、{name}", "（一）补贴对象", "就业困难人员", "（二）承诺时限", "3个工作日"]
    one, other = items(found := made(prose(*lines, "咨询电话：12333")))
    assert "contact" not in one and "contact" not in other and ids(found) == [("TBL007", "正文!12")]


def test_a_text_beside_a_table_of_matters_is_told() -> None:
    found = made(grid([["事项名称", "咨询电话"], ["就业登记", "12333"]]), prose(*GUIDE))
    assert [each["name"] for each in items(found)] == ["就业登记"] and ids(found) == [("TBL007", "正文!1")]
    found = made(grid([["窗口", "咨询电话", "办理地点"], ["市中心", "12333", "某路1号"]]), prose(*GUIDE))
    assert [each["name"] for each in items(found)] == ["失业登记"] and ids(found)


@pytest.mark.parametrize("length", [1, 2500, 30_000])
def test_a_long_text_is_kept_whole_and_the_list_holds(length: int) -> None:
    import qingdan
    from qingdan.reading import MemoryTree

    heads = ["事项名称", "服务对象", "受理条件", "申请材料", "办理流程", "设定依据", "承诺时限", "咨询电话", "办理地点", "办公时间",
             "实施部门", "办理结果", "收费", "标准", "备注", "不认得的", "到现场次数", "办理渠道", "行使层级", "别名"]  # fmt: skip
    text = "很长的话 " * (length // 5 + 1)
    found = made(grid([heads, ["失业登记", *[text] * (len(heads) - 1)]]))
    files = {name: each.encode() for name, each in found.files.items()}
    section = qingdan.check(MemoryTree(files), as_of="2026-11-22").section
    assert not [each for each in section.findings if each.id.startswith(("RED", "STR"))]
    [item] = items(found)
    assert "".join(each.partition("：")[2] for each in item["notes"] if each.startswith("不认得的")) == text.strip()
