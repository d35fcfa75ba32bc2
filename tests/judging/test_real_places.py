"""Real guides of real places, judged by the national edition: what must come out, and what must not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.findings import Section, Severity
from qingdan.values import within
from qingdan.values.context import Context

REPO = Path(__file__).parents[2]
AS_OF = "2026-11-22"


@cache
def section(province: str) -> Section:
    """The section of one province's report."""
    (found,) = qingdan.validate(REPO / "provinces" / province, as_of=AS_OF).sections
    return found


def judgements(province: str, requirement: str, area: str = "") -> list[Mapping[str, Any]]:
    """The judgements of one requirement in one place."""
    rows = [row for row in section(province).judgements if row["requirement"] == requirement]
    return [row for row in rows if area in str(row["path"])]


def test_jishou_promises_five_days_online_and_at_once_at_the_counter() -> None:
    rows = {row["channel"]: row for row in judgements("430000-hunan", "JY-0401-R02", "433101")}
    assert (rows["online"]["allowed"], rows["online"]["effect"]) == ("no", "worse")
    assert (rows["counter"]["allowed"], rows["counter"]["effect"]) == ("yes", "better")


def test_the_finding_on_jishou_says_where_and_why() -> None:
    (finding,) = [f for f in section("430000-hunan").findings if f.id == "JY-0401-R02" and "433101" in f.path]
    assert finding.location is not None
    source = (
        (REPO / "provinces" / "430000-hunan" / "localities" / "433101.yaml").read_text(encoding="utf-8").splitlines()
    )
    assert "5" in source[finding.location.line - 1]
    assert finding.basis[0].number == "人社厅发〔2020〕79号"
    # the page bears no date: nobody can say under which rules it was written, so it is no error
    assert finding.not_met is not None and finding.not_met.judged_by == "undated"
    assert finding.severity == Severity.WARNING


def test_the_form_of_jishou_is_no_extra_proof() -> None:
    (row,) = judgements("430000-hunan", "JY-0401-R03", "433101")
    assert row["allowed"] == "yes"


def test_jishou_accepts_at_two_of_four_places() -> None:
    (row,) = judgements("430000-hunan", "JY-0401-R01", "433101")
    assert row["allowed"] == "no" and set(row["members"]) == {"workplace", "insured-place"}


def test_chenggong_cites_a_rule_that_was_in_force_then() -> None:
    cited = [f for f in section("530000-yunnan").findings if f.id.startswith("BAS") and "530114" in f.path]
    assert [f.severity for f in cited if "164" in str(dict(f.args))] == [Severity.INFO]


def test_who_asks_for_both_papers_where_one_is_enough_is_neither_praised_nor_accused() -> None:
    (kunming,) = judgements("530000-yunnan", "JY-1101-R03", "530100")  # identity card and social security card
    assert (kunming["allowed"], kunming["effect"], kunming["reason"]) == ("unsettled", "unknown", "tolerated")
    (jining,) = judgements("370000-shandong", "JY-1101-R03", "370800")  # one of the two
    assert jining["allowed"] == "yes" and jining["effect"] != "better"


def test_just_the_conditions_of_the_law_are_not_better_than_the_law() -> None:
    (jining,) = judgements("370000-shandong", "JY-1101-R06", "370800")
    assert (jining["allowed"], jining["effect"]) == ("yes", "none")
    (kunming,) = judgements("530000-yunnan", "JY-1101-R06", "530100")  # its words are more than those of the ids
    assert (kunming["allowed"], kunming["effect"], kunming["reason"]) == ("unsettled", "unknown", "words")


def test_what_is_tolerated_is_open_and_what_goes_past_it_is_not_allowed(tmp_path: Path) -> None:
    item = "schema: items/1\nitems:\n  - id: P-1\n    name: 失业保险金申领\n    implements: [{item: JY-1101}]\n    materials:\n"
    either = "      - {name: 证或卡, any_of: [{id: id-document}, {id: social-security-card}]}\n"
    proof = "      - {id: unemployment-registration-proof, name: 失业登记证明}\n"
    extra = "      - {id: household-register, name: 户口簿}\n"
    found = []
    for number, materials in enumerate((either, either + proof, either + proof + extra)):
        file = tmp_path / f"{number}.yaml"
        file.write_text(item + materials, encoding="utf-8")
        (section,) = qingdan.validate(file, as_of=AS_OF).sections
        found += [row["allowed"] for row in section.judgements if row["requirement"] == "JY-1101-R03"]
    assert found == ["yes", "unsettled", "no"]


def record(province: str, id_part: str) -> Mapping[str, Any]:
    """The effective record of an item, by a part of its path."""
    catalogue = qingdan.load(REPO / "provinces" / province)
    (found,) = [subject.record for subject in catalogue.effective() if id_part in subject.path]
    return found


def test_longgang_counts_three_days_of_publicity_in() -> None:
    (limit,) = record("330000-zhejiang", "330383")["promised_limit"]
    assert (limit["amount"], limit["unit"]) == (23, "working_day")
    assert limit["includes"] == [{"what": "publicity", "amount": 3, "unit": "working_day"}]
    assert not [
        row
        for row in section("330000-zhejiang").judgements
        if "330383" in str(row["path"]) and "promised_limit" in str(row["path"])
    ]


def test_a_licence_counts_working_days() -> None:
    school = record("330000-zhejiang", "ZJ-2018-7]")
    assert school["name"] == "技工学校设立审批" and school["type"] == "licence"
    context = Context(qingdan.national().registries, "promised_limit", working_days=True)
    assert within("limits", school["promised_limit"], school["statutory_limit"], context).verdict == "yes"
    assert not [f for f in section("330000-zhejiang").findings if "ZJ-2018-7]" in f.path and f.id.startswith("TIM")]


def test_not_necessary_with_a_condition_is_conditional() -> None:
    materials = {each["name"]: each for each in record("330000-zhejiang", "ZJ-2018-57]")["materials"]}
    assert materials["代办人员有效身份证"]["necessity"] == "conditional"
    assert materials["代办人员有效身份证"]["when"]


def test_the_seven_days_of_zhengzhou_are_unregulated() -> None:
    row = record("410000-henan", "如意湖")
    assert row["promised_limit"][0]["amount"] == 7
    assert not [
        row
        for row in section("410000-henan").judgements
        if "如意湖" in str(row["path"]) and "promised_limit" in str(row["path"])
    ]


@pytest.mark.parametrize("province", sorted(path.name for path in (REPO / "provinces").iterdir()))
def test_counts_of_a_province_add_up(province: str) -> None:
    pairs = section(province).pairs
    assert pairs["regulated"] == pairs["decided"] + pairs["unsettled"] + pairs["not_stated"]


def test_old_texts_are_not_judged_by_later_rules() -> None:
    zhejiang = section("330000-zhejiang")
    assert zhejiang.later, "the archive of 2018 is older than many requirements"
    judged = {row["requirement"] for row in zhejiang.judgements if "ZJ-2018" in str(row["path"])}
    edition = qingdan.national()
    for id in judged:
        since = edition.by_id[id].get("in_force", {}).get("since", "")
        assert since <= "2018", id
