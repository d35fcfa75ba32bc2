"""What a candidate edition changes: what is new, what has gone, which judgements turn, and nothing else."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

import qingdan
from qingdan.reports.impact.facts import Impact, Touched
from tests.reports.test_coverage import edited

REPO = Path(__file__).parents[2]
AS_OF = "2026-11-22"
REGISTRATION = "items/04-registration.yaml"
LIMIT = "limits: [{{amount: {}, unit: working_day, start: application-received}}]"


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    """A copy of the edition in use."""
    folder = tmp_path / "edition"
    shutil.copytree(REPO / "catalogue" / "2025", folder)
    return folder


def impact(candidate: Path, *provinces: str) -> Impact:
    paths = [REPO / "provinces" / province for province in provinces] or [REPO / "provinces"]
    return qingdan.impact(*paths, edition=candidate, as_of=AS_OF)


def of(found: Impact, province: str) -> Touched:
    (touched,) = [each for each in found.lists if each.label.endswith(f"/{province}")]
    return touched


@cache
def findings() -> int:
    report = qingdan.validate(REPO / "provinces", as_of=AS_OF)
    return sum(len(section.findings) for section in report.sections if section.kind != "sample")


def judged(requirement: str) -> set[str]:
    """The lists of which something is judged by a requirement."""
    sections = qingdan.validate(REPO / "provinces", as_of=AS_OF).sections
    return {each.label for each in sections if any(row["requirement"] == requirement for row in each.judgements)}


def test_the_same_edition_changes_nothing(candidate: Path) -> None:
    found = impact(candidate)
    assert found.before == found.after
    assert not any(each.touched for each in found.lists)
    assert found.total()["kept"] == findings() and found.total()["new"] == found.total()["gone"] == 0


def test_five_days_instead_of_three_and_the_finding_on_jishou_goes(candidate: Path) -> None:
    edited(candidate / REGISTRATION, LIMIT.format(3), LIMIT.format(5))
    found = impact(candidate)
    hunan = of(found, "430000-hunan")
    (gone,) = hunan.gone
    assert gone.id == "JY-0401-R02" and "433101" in gone.path and not hunan.new
    (turn,) = hunan.turns
    assert (turn.change, turn.allowed, turn.effect) == ("changed", ("no", "yes"), ("worse", "none"))
    assert turn.key == ("online", "")
    counting = [each for each in found.lists if each.counted]
    assert {finding.id for each in counting for finding in each.gone} == {"JY-0401-R02"}
    assert found.total()["gone"] == sum(len(each.gone) for each in counting) and found.total()["new"] == 0
    turns = [turn for each in counting for turn in each.turns]
    assert found.verdicts()["no", "yes"] == sum(turn.allowed == ("no", "yes") for turn in turns) > 0
    assert found.effects()["worse", "none"] == sum(turn.effect == ("worse", "none") for turn in turns) > 0
    wuhu = of(found, "340000-anhui")
    assert not wuhu.gone and [turn.effect for turn in wuhu.turns] == [("none", "better")]
    touched = {each.label for each in found.lists if each.touched}
    assert {hunan.label, wuhu.label} <= touched <= judged("JY-0401-R02")


def test_a_stricter_limit_makes_findings_and_the_way_back_takes_them_away(candidate: Path) -> None:
    edited(candidate / REGISTRATION, LIMIT.format(3), LIMIT.format(1))
    there = impact(candidate)
    back = qingdan.impact(REPO / "provinces", edition="2025", against=candidate, as_of=AS_OF)
    assert there.total()["new"] == back.total()["gone"] > 0
    assert there.total()["gone"] == back.total()["new"] == 0
    for one, other in zip(there.lists, back.lists, strict=True):
        assert [f.fingerprint for f in one.new] == [f.fingerprint for f in other.gone]
        assert [(t.path, t.allowed) for t in one.turns] == [(t.path, t.allowed[::-1]) for t in other.turns]


def test_a_requirement_that_is_dropped_is_judged_no_more(candidate: Path) -> None:
    path = candidate / REGISTRATION
    text = path.read_text("utf-8")
    start = text.index("      - id: JY-0401-R02\n")
    path.write_text(text[:start] + text[text.index("      - id: JY-0401-R03\n") :], encoding="utf-8")
    hunan = of(impact(candidate, "430000-hunan"), "430000-hunan")
    assert [finding.id for finding in hunan.gone] == ["JY-0401-R02"]
    assert {(turn.change, turn.requirement, turn.allowed[1]) for turn in hunan.turns} == {("gone", "JY-0401-R02", "")}
    assert len(hunan.turns) == 2  # online and at the counter


def test_weaker_evidence_makes_a_finding_matter_less(candidate: Path) -> None:
    text = (candidate / REGISTRATION).read_text("utf-8")
    start = text.index("      - id: JY-0401-R02\n")
    end = text.index("      - id: JY-0401-R03\n")
    part = text[start:end].replace("evidence: copy", "evidence: recalled")
    (candidate / REGISTRATION).write_text(text[:start] + part + text[end:], encoding="utf-8")
    hunan = of(impact(candidate, "430000-hunan"), "430000-hunan")
    assert [(old.severity.word, new.severity.word) for old, new in hunan.severity] == [("warning", "info")]
    assert not (hunan.new or hunan.gone or hunan.turns)


def test_a_sample_is_shown_and_not_counted(candidate: Path) -> None:
    edited(candidate / REGISTRATION, LIMIT.format(3), LIMIT.format(0))
    found = impact(candidate, "990000-example")
    assert found.lists[0].new and not found.lists[0].counted
    assert not found.total() and not found.verdicts()


def test_a_broken_candidate_judges_nobody(candidate: Path) -> None:
    edited(candidate / REGISTRATION, "relation: within", "relation: sideways")
    with pytest.raises(qingdan.BrokenEdition):
        impact(candidate, "430000-hunan")
    with pytest.raises(qingdan.UnknownEdition):
        qingdan.impact(REPO / "provinces", edition="2099", as_of=AS_OF)
