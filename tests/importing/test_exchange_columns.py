"""Sheets whose headings are the names of the tables for exchange: what is certain is taken, a code of no set is not."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.importing import imported
from qingdan.importing.columns import placed, target
from qingdan.importing.layout import Column
from qingdan.loading.opening import known_divisions, national
from qingdan.reports.export.exchange import layouts
from tests.importing.grids import book, grid

EDITION = national()
ZHEJIANG = known_divisions().get("330000")


def made(*rows: list[str]) -> tuple[list[dict[str, Any]], Any]:
    assert ZHEJIANG is not None
    found = imported(book(grid(list(rows))), ZHEJIANG, EDITION)
    return [dict(each) for each in found.records], found


def test_the_columns_of_the_exchange_are_known_by_both_their_names() -> None:
    """Those of a matter; papers, charges and questions have tables of their own. Numbers of attachments are nothing."""
    for table in layouts()[:3]:
        for column in table.columns:
            if not column.name.endswith("_guid"):
                assert target(column.name), column.name
                assert target(column.title), column.title


@pytest.mark.parametrize(
    ("heading", "where"),
    [
        ("task_name", "name"),
        ("task_type", "type"),
        ("by_law", "legal_basis"),
        ("accept_condition", "conditions"),
        ("promise_day", "promised_limit"),
        ("promise_type", "promised_limit.unit"),
        ("anticipate_day", "statutory_limit"),
        ("limit_scene_num", "visits"),
        ("dept_name", "provider.name"),
        ("transact_addr", "contact.address"),
        ("is_fee", "fee.charged"),
        ("server_type", "audience"),
        ("project_type", "case_type"),
        ("result_guid", ""),
    ],
)
def test_a_column_goes_where_it_says(heading: str, where: str) -> None:
    assert target(heading) == where


def test_a_number_and_its_unit_beside_it_are_one_limit() -> None:
    head = ["task_name", "promise_type", "promise_day", "anticipate_day", "anticipate_type"]
    [item], found = made(head, ["失业登记", "工作日", "10", "30", "自然日（天）"])
    assert item["promised_limit"] == [{"amount": 10, "unit": "working_day", "text": "10工作日"}]
    assert item["statutory_limit"] == [{"amount": 30, "unit": "calendar_day", "text": "30自然日"}]
    assert "notes" not in item
    told = {cell.address: (cell.fate, cell.because) for cell in found.account.cells.values() if cell.row == 2}
    assert {address: each for address, each in told.items() if address != "A2"} == dict.fromkeys(
        ("B2", "C2", "D2", "E2"), ("changed", "with_unit")
    )


def test_a_unit_that_is_a_code_says_nothing() -> None:
    head = ["事项名称", "承诺办结时限", "承诺办结时限单位"]
    [item], found = made(head, ["失业登记", "10", "1"])
    assert "promised_limit" not in item
    assert item["notes"] == ["承诺办结时限：10", "承诺办结时限单位：1"]
    assert not [cell for cell in found.account.cells.values() if cell.fate == "left_out"]
    assert [each.id for each in found.findings] == ["TBL003", "TBL003"]


@pytest.mark.parametrize(
    ("limit", "unit", "wanted", "notes"),
    [
        ("3", "月", [{"amount": 3, "unit": "month", "text": "3个月"}], None),
        ("即办", "", [{"unit": "immediate", "text": "即办"}], None),
        (
            "10个工作日",
            "工作日",
            [{"amount": 10, "unit": "working_day", "text": "10个工作日"}],
            ["promise_type：工作日"],
        ),
        ("", "工作日", None, ["promise_type：工作日"]),
        ("10", "", None, ["promise_day：10"]),
        ("5~8", "工作日", [{"text": "5~8"}], ["promise_type：工作日"]),
    ],
)
def test_what_goes_together_is_certain(limit: str, unit: str, wanted: Any, notes: Any) -> None:
    [item], _ = made(["task_name", "promise_day", "promise_type", "is_fee"], ["失业登记", limit, unit, "否"])
    assert item.get("promised_limit") == wanted and item.get("notes") == notes


def test_the_unit_may_stand_in_the_heading() -> None:
    [first, second], _ = made(
        ["事项名称", "承诺办结时限（工作日）", "法定时限(天)"], ["失业登记", "3", "15"], ["就业登记", "即办", "—"]
    )
    assert first["promised_limit"] == [{"amount": 3, "unit": "working_day", "text": "3工作日"}]
    assert first["statutory_limit"] == [{"amount": 15, "unit": "day", "text": "15天"}]
    assert second["promised_limit"] == [{"unit": "immediate", "text": "即办"}]


def test_codes_of_no_set_are_no_members() -> None:
    head = ["task_name", "server_type", "use_level", "handle_type", "task_type"]
    [item], _ = made(head, ["失业登记", "1,2", "3", "1;2", "20"])
    assert not {"audience", "levels", "channels", "type"} & set(item)
    assert item["notes"] == ["server_type：1,2", "use_level：3", "handle_type：1;2", "task_type：20"]


def test_a_unit_without_its_number_is_no_crash() -> None:
    [item], _ = made(["事项名称", "承诺办结时限单位", "收费"], ["失业登记", "工作日", "不收费"])
    assert item["notes"] == ["承诺办结时限单位：工作日"]


def test_the_unit_of_a_column_is_that_of_its_element() -> None:
    texts = ("task_name", "anticipate_type", "promise_day")
    there = placed([Column(number, (text,)) for number, text in enumerate(texts, 1)])
    assert [each.unit for each in there] == [0, 0, 0]
