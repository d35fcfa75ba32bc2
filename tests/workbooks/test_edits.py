"""What an officer does to a workbook: new rows, sorted rows, columns of her own, comments, what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import qingdan
from qingdan.sources import Book, Grid, GridCell, read_book
from qingdan.starting import province_called
from qingdan.workbooks.drawing import Drawn, drawn
from qingdan.workbooks.reading import list_of
from qingdan.workbooks.remarks import ours
from qingdan.workbooks.sheets import HEADINGS, ITEMS, OWN, PLACES, ROWS, Role, columns_of, sheets
from qingdan.workbooks.taking import NONE
from tests.workbooks.books import back, book, cells, nation, rows, values

pytest.importorskip("xlsxwriter", reason="what writes workbooks is not installed")
pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")
HEAD = """schema: catalogue/1
province: "330000"
name: 某省
edition: "2025"
kind: list
completeness: partial
source: {title: 甲, evidence: official, seen: whole}
"""
LIST = {
    "catalogue.yaml": HEAD,
    "items/01.yaml": """schema: items/1
items:
  - id: P33-0001
    name: 失业登记
    materials:
      - {name: 身份证, copies: 1}
      - {name: 登记表}
    contact: {phone: "057112333"}
  - {id: P33-0002, name: 就业登记, materials: []}
""",
}


def edited(change: Callable[[dict[str, list[dict[int, Any]]]], None]) -> qingdan.Imported:
    """The list, once somebody has changed rows of its workbook."""
    held = rows(LIST)
    change(held.rows)
    return back(drawn(Drawn(held, "某省", "2026-11-22"), cells()))


def touched(sheet: str, change: Callable[[dict[tuple[int, int], GridCell]], None]) -> qingdan.Imported:
    """The list, once somebody has changed cells of a sheet."""
    read = read_book("a.xlsx", book(LIST))
    grids: list[Grid] = []
    for grid in read.grids:
        held = dict(grid.cells)
        if grid.sheet == sheet:
            change(held)
        grids.append(replace(grid, cells=held))
    return list_of(Book(read.file, read.form, tuple(grids)), province_called("330000"), nation())


def items(found: qingdan.Imported) -> list[dict[str, Any]]:
    matters: list[dict[str, Any]] = values(found.files)["items/01.yaml"]["items"]
    return matters


def at(sheet: str, role: Role) -> int:
    return sheets()[sheet].number(role)


PAPERS = OWN["materials"]
NAME, PAPER = columns_of(ITEMS)["name",], columns_of(PAPERS)["name",]
LIMIT, COPIES = columns_of(ITEMS)["promised_limit",], columns_of(PAPERS)["copies",]


def test_a_new_row_is_a_new_matter_and_its_papers_go_by_its_name() -> None:
    def add(held: dict[str, list[dict[int, Any]]]) -> None:
        held[ITEMS].append({NAME: "创业补贴申领", LIMIT: "5个工作日"})
        held[PAPERS].append({at(PAPERS, "shown"): "创业补贴申领", PAPER: "营业执照"})

    found = edited(add)
    *_, new = items(found)
    assert new == {
        "id": "P33-0003",
        "name": "创业补贴申领",
        "materials": [{"name": "营业执照"}],
        "promised_limit": [{"amount": 5, "unit": "working_day", "text": "5个工作日"}],
    }
    assert found.items == 3 and found.places["P33-0003", "promised_limit"][0] == ITEMS


def test_rows_may_be_sorted_and_stand_as_they_were_numbered() -> None:
    def turn(held: dict[str, list[dict[int, Any]]]) -> None:
        for each in (ITEMS, PAPERS):
            held[each].reverse()

    assert values(edited(turn).files) == values(LIST)


def test_that_nothing_is_asked_for_is_a_row_and_an_empty_row_says_nothing() -> None:
    def empty(held: dict[str, list[dict[int, Any]]]) -> None:
        held[PAPERS][:] = [{at(PAPERS, "id"): "P33-0001", at(PAPERS, "order"): 1}]

    def none(held: dict[str, list[dict[int, Any]]]) -> None:
        held[PAPERS][:] = [{at(PAPERS, "id"): "P33-0001", at(PAPERS, "order"): NONE}]

    assert "materials" not in items(edited(empty))[0]
    assert items(edited(none))[0]["materials"] == []


def test_what_is_not_read_stays_as_a_note_and_is_told() -> None:
    def wrong(held: dict[str, list[dict[int, Any]]]) -> None:
        held[PAPERS][0][COPIES] = "一式几份"

    found = edited(wrong)
    assert items(found)[0]["materials"][0] == {"name": "身份证"}
    assert items(found)[0]["notes"] == ["份数：一式几份"]
    [told] = found.account.of("noted")
    assert (told.sheet, told.row, told.because) == (PAPERS, 2, "unread")


def test_a_column_and_a_comment_of_ones_own_become_notes_and_what_the_program_said_does_not() -> None:
    width = len(sheets()[ITEMS].columns) + 1

    def add(held: dict[tuple[int, int], GridCell]) -> None:
        held[1, width] = GridCell(1, width, "处室意见")
        held[2, width] = GridCell(2, width, "同意")
        held[2, NAME + 1] = held[2, NAME + 1]._replace(comment=ours(["不超过 3 个工作日"]) + "\n请处长定")
        held[3, NAME + 1] = held[3, NAME + 1]._replace(comment=ours(["不超过 3 个工作日"]))

    found = touched(ITEMS, add)
    assert items(found)[0]["notes"] == ["事项名称（批注）：请处长定", "处室意见：同意"]
    assert "notes" not in items(found)[1]


def test_what_is_struck_through_is_no_value() -> None:
    def strike(held: dict[tuple[int, int], GridCell]) -> None:
        held[2, NAME + 1] = held[2, NAME + 1]._replace(struck=True)

    found = touched(ITEMS, strike)
    assert "name" not in items(found)[0] and items(found)[0]["notes"] == ["事项名称：失业登记"]


def test_rows_of_a_matter_that_is_not_there_and_rows_that_stand_twice_are_left_out_and_told() -> None:
    def add(held: dict[str, list[dict[int, Any]]]) -> None:
        held[PAPERS].append({at(PAPERS, "id"): "P33-0099", PAPER: "户口簿"})
        held[ITEMS].append({at(ITEMS, "id"): "P33-0001", NAME: "失业登记"})

    found = edited(add)
    assert values(found.files) == values(LIST)
    assert {(each.sheet, each.because) for each in found.account.of("left_out")} == {
        (PAPERS, "no_matter"),
        (ITEMS, "there_already"),
    }


def test_a_new_place_has_a_file_of_its_own() -> None:
    area, own = columns_of(PLACES)["area",], columns_of(ROWS)

    def add(held: dict[str, list[dict[int, Any]]]) -> None:
        held[PLACES].append({at(PLACES, "place"): "杭州市", area: "330100", columns_of(PLACES)["level",]: "市级"})
        held[ROWS].append({at(ROWS, "place"): "杭州市", own["item",]: "P33-0001", own["status",]: "承接"})

    file = values(edited(add).files)["localities/330100.yaml"]
    assert file == {
        "schema": "locality/1",
        "area": "330100",
        "name": "杭州市",
        "level": "prefecture",
        "items": [{"id": "P33-0001", "item": "P33-0001", "status": "claimed"}],
    }


def test_sheets_may_be_moved_and_a_title_put_above() -> None:
    read = read_book("a.xlsx", book(LIST))
    grids = []
    for grid in reversed(read.grids):
        moved = {(row + 1, column): cell._replace(row=row + 1) for (row, column), cell in grid.cells.items()}
        grids.append(replace(grid, cells={(1, 1): GridCell(1, 1, "某省人社厅"), **moved}))
    found = list_of(Book("a.xlsx", "xlsx", tuple(grids)), province_called("330000"), nation())
    assert values(found.files) == values(LIST)


def test_a_workbook_is_known_by_the_sdk(tmp_path: Any) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(LIST))
    found = qingdan.import_table(path, province="330000", as_of="2026-11-22")
    assert values(found.files) == values(LIST)
    [section] = qingdan.validate(path, as_of="2026-11-22", province="330000").sections
    assert section.items == 2 and section.findings
    assert HEADINGS["id"] == "事项编号"
