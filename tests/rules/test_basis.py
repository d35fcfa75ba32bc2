"""Numbers of documents, and documents that were replaced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.rules.basis import number_form

CITES_2017 = "legal_basis: [{number: 财社〔2017〕164号}, {number: 人社部发〔2019〕94号}]"


def test_real_slips_get_the_usual_form(facts: Path) -> None:
    rows = json.loads((facts / "local/messy_values.json").read_text("utf-8"))
    for row in rows:
        if row["field"] == "doc_no":
            assert number_form(row["raw"])[1] == row["want"]


@pytest.mark.parametrize(
    "number",
    [
        "人社部发〔2025〕21号", "主席令第70号", "国务院令第700号", "GB/T 33527-2017", "ZWFW C0109.1-2018", "劳动保障部令第28号",
        "浙人社发〔2018〕第5号", "2019年第3号公告", "人社部发〔2025〕21号附件2",
    ],
)  # fmt: skip
def test_usual_forms_and_other_kinds_of_number_are_left_alone(number: str) -> None:
    assert number_form(number) == ("", "")


def test_the_fix_is_safe_where_only_the_brackets_differ() -> None:
    (finding,) = alone("BAS001", "legal_basis: [{number: '郑政办【2019】13号'}]")
    assert finding.fix is not None
    assert finding.fix.safe
    assert finding.fix.edits[0].text == "'郑政办〔2019〕13号'"


@pytest.mark.parametrize("number", ["渝府发〔201455号", "鄂人社发〔2010〕69"])
def test_what_is_lost_is_suggested_and_never_fixed(number: str) -> None:
    (finding,) = alone("BAS001", f"legal_basis: [{{number: {number}}}]")
    assert finding.fix is None
    assert finding.suggestions


def test_a_printed_text_is_not_fixed() -> None:
    (finding,) = check("BAS001", head("archive") + items(item("legal_basis: [{number: 郑政办【2019】13号}]")))
    assert finding.fix is None


def test_a_document_in_force_on_the_day_of_an_old_text_is_no_fault_of_it() -> None:
    """A guide of 2022 may cite 财社〔2017〕164号, which was replaced in 2023."""
    text = head("collection", more='as_of: "2022-11-18"\n') + items(item(CITES_2017))
    assert check("BAS002", text) == []
    (finding,) = check("BAS003", text)
    assert finding.extra["names"] == ["财社〔2017〕164号"]
    assert finding.extra["successors"] == ["财社〔2023〕181号"]
    assert finding.pointer == "/items/0/legal_basis/0", "it points at the citation"


def test_a_list_in_use_is_judged_by_the_day_asked_for() -> None:
    text = head() + items(item(CITES_2017))
    assert len(check("BAS002", text)) == 1
    assert check("BAS002", text, as_of="2022-11-18") == []
    assert check("BAS003", text) == []


def test_a_day_that_leaves_it_open_is_not_judged() -> None:
    """The document was replaced some day in 2023; of a text of May 2023 nobody can say whether it was still in force."""
    text = head("archive", more='as_of: "2023-05-04"\n') + items(item(CITES_2017))
    assert check("BAS002", text) == []


def test_an_undated_text_is_not_accused() -> None:
    text = head("collection") + items(item(CITES_2017))
    assert check("BAS002", text) == []
    assert len(check("BAS003", text)) == 1


def test_citing_the_successor_beside_it_is_enough() -> None:
    lines = "legal_basis: [{number: 财社〔2017〕164号}, {number: 财社〔2023〕181号}]"
    assert check("BAS002", head() + items(item(lines))) == []


def test_a_superseded_standard_is_seen() -> None:
    (finding,) = alone("BAS002", "standards: [{number: GB/T 30662-2014}]")
    assert finding.extra["successor"]
