"""Rows of one place that take each other back, names that stand twice, items that name themselves."""

from __future__ import annotations

import pytest
from tests.rules.support import check, head, item, items, locality

from qingdan.findings import Severity

TWO = items(item(), item(id="A-02", name="就业登记"))


def row(id: str, status: str = "claimed", of: str = "A-01", more: str = "") -> str:
    above = f"item: {of}, " if of else ""
    return f"  - {{id: {id}, {above}status: {status}{more}}}\n"


def ids(text: str) -> list[str]:
    return [found.id for id in ("CAT006", "CAT012", "CAT013", "CAT014", "CAT015") for found in check(id, text)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (row("B-1") + row("B-2", "not_claimed", more=", because: 甲"), ["CAT012"]),
        (row("B-1", "not_claimed", more=", because: 甲") + row("B-2", "delegated", more=", provider: {name: 乙}"), ["CAT012"]),
        (row("B-1") + row("B-2"), ["CAT013"]),
        (row("B-1") + row("B-2") + row("B-3"), ["CAT013", "CAT013"]),
        (row("B-1", "not_claimed", more=", because: 甲") + row("B-2", "not_claimed", more=", because: 乙"), ["CAT013"]),
        (row("B-1", "delegated"), ["CAT014"]),
        (row("B-1", "delegated", more=", accepted_at: [{text: 街道}]"), []),
        (row("B-1") + row("B-2", of="A-02"), []),
        (row("B-1", "own", "", ", name: 甲") + row("B-2", "own", "", ", name: 甲"), ["CAT006"]),
        (row("B-1", "own", "", ", name: 失业登记") + row("B-2"), ["CAT006"]),
        (row("B-1", "own", "", ", name: 甲") + row("B-2", "own", "", ", name: 乙"), []),
    ],
)  # fmt: skip
def test_rows_of_one_place(rows: str, expected: list[str]) -> None:
    assert ids(head() + TWO + locality(rows)) == expected


def test_a_row_may_name_an_item_by_the_id_that_it_had() -> None:
    moved = items(item("moved: [A-01]", id="A-09"))
    rows = row("B-1", of="A-09") + row("B-2", "not_claimed", "A-01", ", because: 甲")
    assert ids(head() + moved + locality(rows)) == ["CAT012"]


def test_two_files_of_one_place_are_one_place_and_two_places_are_two() -> None:
    second = locality(row("B-2", "not_claimed", more=", because: 甲"), file="localities/b.yaml")
    assert ids(head() + TWO + locality(row("B-1")) + second) == ["CAT012"]
    other = locality(row("B-2", "not_claimed", more=", because: 甲"), "330200")
    assert ids(head() + TWO + locality(row("B-1")) + other) == []


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (locality(row("C-1"), "330106", "county"), []),
        (locality(row("C-1"), "330106001", "township"), []),
        (locality(row("C-1", "not_claimed", more=", because: 甲"), "330106", "county"), ["CAT014"]),
        (locality(row("C-1"), "330203", "county"), ["CAT014"]),  # another city's
        (locality(row("C-1", of="A-02"), "330106", "county"), ["CAT014"]),
    ],
)
def test_what_is_delegated_is_taken_on_below(below: str, found: list[str]) -> None:
    text = head() + TWO + locality(row("B-1", "delegated")) + below
    assert [each.id for each in check("CAT014", text)] == found
    partial = text.replace("completeness: whole", "completeness: partial")
    assert all(each.severity == Severity.INFO for each in check("CAT014", partial)), "it may only not be collected"


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("state: cancelled", 1), ('state: cancelled\ncancelled_on: "2025-06-30"', 1),
        ('state: cancelled\ncancelled_on: "2027-06-30"', 0), ("state: suspended", 0), ("state: in_use", 0),
    ],
)  # fmt: skip
def test_a_cancelled_item_is_taken_on_by_nobody(state: str, found: int) -> None:
    assert len(check("CAT015", head() + items(item(state)) + locality(row("B-1")))) == found
    declined = locality(row("B-1", "not_claimed", more=", because: 已取消"))
    assert check("CAT015", head() + items(item(state)) + declined) == []


def test_what_was_printed_gets_a_remark() -> None:
    text = head("archive") + TWO + locality(row("B-1") + row("B-2"))
    assert [each.severity for each in check("CAT013", text)] == [Severity.INFO]


def test_names_of_two_items_of_the_province_are_told_there_only() -> None:
    twins = items(item(), item(id="A-02"))
    (finding,) = check("CAT006", head() + twins + locality(row("B-1") + row("B-2", of="A-02")))
    assert finding.path == "items[A-02].name"


@pytest.mark.parametrize(
    ("lines", "path"),
    [("related: [A-02, A-01]", "items[A-01].related[A-01]"), ("moved: [A-01]", "items[A-01].moved[A-01]")],
)
def test_an_item_is_not_its_own_neighbour(lines: str, path: str) -> None:
    (finding,) = check("CAT016", head() + items(item(lines), item(id="A-02", name="就业登记")))
    assert finding.path == path


def test_items_that_share_a_basic_code_get_one_remark() -> None:
    code = 'codes: {basic: "002099806003"}'
    four = [item(code, id=f"A-0{number}", name=f"甲{number}") for number in range(1, 5)]
    (finding,) = check("CAT017", head() + items(*four))
    assert finding.severity == Severity.INFO and finding.extra["count"] == 4
    part = item(code + "\nparent: A-01", id="A-02", name="乙")
    assert check("CAT017", head() + items(four[0], part)) == [], "a part of one main item"
    gone = item(code + "\nstate: cancelled", id="A-02", name="乙")
    assert check("CAT017", head() + items(four[0], gone)) == []
    local = [item("codes: {local_basic: A-1}", id=f"A-0{number}", name=f"甲{number}") for number in (1, 2)]
    assert len(check("CAT017", head() + items(*local))) == 1
