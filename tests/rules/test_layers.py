"""One fact gives one finding, however many places take the item over."""

from __future__ import annotations

import pytest
from tests.rules.support import check, head, item, items, locality

from qingdan.findings import Severity

ROW = "  - {{id: B-{}, item: A-01, status: claimed{}}}\n"


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        ("FEE003", 'fee: {charged: "no", lines: [{name: 工本费, standard: 5元}]}'),
        ("MAT001", "materials: [{name: 其他材料}]"),
        ("REF003", "audience: [{id: nobody}]"),
        ("BAS002", "legal_basis: [{number: 财社〔2017〕164号}]"),
        ("TXT001", "contact: {phone: 暂无}"),
        ("TIM005", "promised_limit: [{unit: day}]"),
    ],
)
def test_what_a_place_takes_over_is_said_once(id: str, lines: str) -> None:
    rows = ROW.format(1, "") + ROW.format(2, ", contact: {address: 某路1号}")
    found = check(id, head() + items(item(lines)) + locality(rows))
    assert [finding.path.split(".")[0] for finding in found] == ["items[A-01]"]


def test_what_a_place_states_itself_is_said_there() -> None:
    row = ROW.format(1, ", materials: [{name: 其他材料}]")
    found = check("MAT001", head() + items(item("materials: [{name: 身份证}]")) + locality(row))
    assert [finding.path for finding in found] == ["localities[330100].items[B-1].materials[catch-all]"]
    assert found[0].location is not None
    assert found[0].location.file == "localities/330100.yaml"


@pytest.mark.parametrize(
    ("id", "more"),
    [
        ("TXT001", ", because: 暂无"),
        ("REF005", ", changes: [{element: material, reason: 精简}]"),
    ],
)
def test_what_a_place_says_of_its_own_row_only_is_looked_at(id: str, more: str) -> None:
    """Such keys are not handed up to the item as it holds there, and are read where they stand."""
    found = check(id, head() + items(item("materials: []")) + locality(ROW.format(1, more)))
    assert [finding.path.startswith("localities[330100].items[B-1].") for finding in found] == [True]


def test_a_place_that_adds_the_other_half_of_a_contradiction_is_told() -> None:
    lines = 'online: {available: "no"}'
    row = ROW.format(1, ", channels: [{kind: website}]")
    assert len(check("CHN005", head() + items(item(lines)) + locality(row))) == 1


def test_another_element_of_the_row_does_not_repeat_the_finding_of_the_item() -> None:
    """A rule that reads several elements looks only at those that the row states."""
    row = ROW.format(1, ", materials: [{id: id-document, name: 身份证}]")
    assert len(check("REF003", head() + items(item("audience: [{id: nobody}]")) + locality(row))) == 1


@pytest.mark.parametrize(("kind", "severity"), [("list", Severity.WARNING), ("archive", Severity.INFO)])
def test_a_flaw_of_a_printed_text_is_a_remark(kind: str, severity: Severity) -> None:
    found = check("TXT001", head(kind) + items(item("contact: {phone: 暂无}")))
    assert [finding.severity for finding in found] == [severity]


def test_a_dead_citation_of_a_printed_text_stays_a_warning() -> None:
    text = head("archive", more='as_of: "2024-06-01"\n') + items(item("legal_basis: [{number: 财社〔2017〕164号}]"))
    assert [finding.severity for finding in check("BAS002", text)] == [Severity.WARNING]
