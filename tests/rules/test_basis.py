"""Numbers of documents, and documents that were replaced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.findings import Severity
from qingdan.rules.numbers import Form, number_form

CITES_2017 = "legal_basis: [{number: 财社〔2017〕164号}, {number: 人社部发〔2019〕94号}]"


def test_real_slips_get_the_usual_form(facts: Path) -> None:
    rows = json.loads((facts / "local/messy_values.json").read_text("utf-8"))
    for row in rows:
        if row["field"] == "doc_no":
            assert number_form(row["raw"]).usual == row["want"]


@pytest.mark.parametrize(
    "number",
    [
        "人社部发〔2025〕21号", "主席令第70号", "国务院令第700号", "GB/T 33527-2017", "ZWFW C0109.1-2018", "劳动保障部令第28号",
        "2019年第3号公告", "人社部发〔2025〕21号附件2", "财政部公告2020年第23号", "税务总局公告2019年第22号", "组通字〔1991〕13号",
        "人事部、国家工商行政管理总局令第1号", "中华人民共和国主席令第七十一号", "DB14/T 2251-2020", "LD/T 01-2022",
    ],
)  # fmt: skip
def test_usual_forms_and_other_kinds_of_number_are_left_alone(number: str) -> None:
    assert number_form(number) == Form()


@pytest.mark.parametrize(
    ("number", "problem", "usual", "certain"),
    [
        ("人社部发2010-29号", "no_brackets", "人社部发〔2010〕29号", True),
        ("国办发2017年42号", "no_brackets", "国办发〔2017〕42号", True),
        ("泉人社2015323号", "no_brackets", "泉人社〔2015〕323号", False),
        ("〔2020〕79号", "no_issuer", "", False),
        ("[2020] 79号", "no_issuer", "", False),
        ("浙政办发〔2019〕第10号", "ordinal", "浙政办发〔2019〕10号", True),
        ("浙人社发〔2018〕第5号", "ordinal", "浙人社发〔2018〕5号", True),
        ("人社部发〔2010〕029号", "padded", "人社部发〔2010〕29号", True),
        ("人社部发〔2010年〕29号", "year_word", "人社部发〔2010〕29号", True),
        ("人社部发〔201 497号", "lost_bracket", "人社部发〔2014〕97号", False),
    ],
)
def test_an_unusual_form_and_the_usual_one(number: str, problem: str, usual: str, certain: bool) -> None:
    assert number_form(number) == Form(problem, usual, certain)
    (finding,) = alone("BAS001", f"legal_basis: [{{number: '{number}'}}]")
    assert (finding.fix is not None and finding.fix.safe) is certain
    assert finding.suggestions == ((usual,) if usual else ())


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("人社部发〔2027〕5号", 1), ("人社部发[2062]5号", 1), ("2031年第3号公告", 1), ("人社部发2030-29号", 1), ("国办发〔2107〕42号", 1),
        ("人社部发〔2026〕5号", 0), ("国务院令第2030号", 0), ("GB/T 33527-2027", 1), ("DB14/T 2251-2020", 0), ("ZWFW C0109.1-2018", 0), ("示财社〔2099〕2号", 1), ("人社部发〔2025〕21号", 0),
    ],
)  # fmt: skip
def test_a_year_that_lies_ahead(number: str, found: int) -> None:
    assert len(alone("BAS006", f"legal_basis: [{{number: '{number}'}}]")) == found
    assert (
        len(
            check(
                "BAS006",
                head("archive", more='as_of: "2018-05-01"\n') + items(item(f"legal_basis: [{{number: '{number}'}}]")),
            )
        )
        == found
    )


def test_a_list_of_a_later_day_may_cite_its_own_year() -> None:
    text = head(more='as_of: "2027-03-01"\n') + items(item("legal_basis: [{number: 人社部发〔2027〕5号}]"))
    assert check("BAS006", text) == []


@pytest.mark.parametrize(
    ("citation", "severity"),
    [
        ("title: 就业服务与就业管理规定, number: 人力资源和社会保障部令第23号", Severity.INFO),
        ("title: 《就业服务与就业管理规定》, number: 国务院令第258号", Severity.WARNING),
        ("title: 失业保险条例, number: 主席令第70号", Severity.WARNING),
        ("document: state-council-order-258, title: 就业促进法, number: 国务院令第258号", Severity.WARNING),
    ],
)
def test_title_and_number_of_two_documents(citation: str, severity: Severity) -> None:
    (finding,) = alone("BAS005", f"legal_basis: [{{{citation}}}]")
    assert finding.severity == severity


@pytest.mark.parametrize(
    "citation",
    [
        "title: 就业服务与就业管理规定, number: 劳动和社会保障部令第28号",
        "title: 人力资源社会保障部关于修改《就业服务与就业管理规定》的决定, number: 人社部令第23号",
        "title: 就业服务与就业管理规定, number: 某部令第99号", "title: 某市办法, number: 国务院令第258号", "number: 国务院令第258号",
        "document: employment-promotion-law, title: 就业促进法, number: 国务院令第258号",  # REF010 says it
    ],
)  # fmt: skip
def test_title_and_number_of_one_document_or_of_unknown_ones(citation: str) -> None:
    assert alone("BAS005", f"legal_basis: [{{{citation}}}]") == []


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
    assert finding.extra["successors"] == ["财社〔2023〕181号 → 财社〔2026〕1号"]
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
    lines = "legal_basis: [{number: 财社〔2023〕181号}, {number: 财社〔2026〕1号}]"
    assert check("BAS002", head() + items(item(lines))) == []


def test_a_superseded_standard_is_seen() -> None:
    (finding,) = alone("BAS002", "standards: [{number: GB/T 30662-2014}]")
    assert finding.extra["successor"]


def test_what_a_place_issued_under_a_replaced_document_goes_on() -> None:
    lines = (
        "legal_basis: [{number: 财社〔2023〕181号}, {title: 某省就业补助资金管理实施办法, number: 某财社〔2024〕56号}]"
    )
    text = head() + items(item(lines))
    assert check("BAS002", text) == []
    (finding,) = check("BAS010", text)
    assert finding.extra["others"] == ["某财社〔2024〕56号"]
    assert finding.extra["successor"] == "财社〔2026〕1号"
    assert check("BAS010", text, as_of="2026-01-08") == []


def test_a_document_whose_last_day_is_over_has_expired() -> None:
    text = head() + items(item("legal_basis: [{number: 财金〔2023〕75号}]"))
    assert check("BAS002", text) == []
    (finding,) = check("BAS002", text, as_of="2028-10-01")
    assert (finding.extra["status"], finding.extra["status_on"]) == ("expired", "2028-09-30")
