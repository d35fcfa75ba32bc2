"""Waivers over real provinces: what holds, what does not and says so, and what is never claimed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.findings import Finding, Report
from qingdan.reports.validate import as_json as json_report
from qingdan.reports.validate import as_text as text
from qingdan.reports.validate import lines
from tests.app.repositories import REPO

AS_OF = "2026-11-22"
HENAN = "410000-henan"
_ROW = """  - id: {id}
    {where}
    reason: 旧指南正在修订
    basis: 豫人社函〔2026〕7号
    approved_by: 示例处
    approved_on: "{approved}"
    until: "{until}"
"""


@pytest.fixture
def henan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REPO / "provinces" / HENAN, tmp_path / HENAN))


def rows(*waivers: str) -> str:
    return "schema: waivers/1\nwaivers:\n" + "".join(waivers)


def row(
    finding: Finding, by: str = "path", approved: str = "2026-01-01", until: str = "2027-06-30", id: str = ""
) -> str:
    where = f"path: {json.dumps(finding.path, ensure_ascii=False)}"
    where = where if by == "path" else f'fingerprint: "{finding.fingerprint}"'
    return _ROW.format(id=id or finding.id, where=where, approved=approved, until=until)


def checked(folder: Path, waivers: str = "", **more: object) -> Report:
    if waivers:
        (folder / "waivers.yaml").write_text(waivers, "utf-8")
    return qingdan.validate(folder, as_of=AS_OF, **more)  # type: ignore[arg-type]


def said(report: Report) -> list[str]:
    return [finding.id for finding in report.findings if finding.id.startswith("WVR")]


def an_error(report: Report) -> Finding:
    return next(finding for finding in report.findings if finding.id == "JY-0401-R04")


@pytest.mark.parametrize("by", ["path", "fingerprint"])
def test_one_finding_is_waived_and_every_format_says_why_by_whom_and_until_when(henan: Path, by: str) -> None:
    plain = checked(henan)
    finding = an_error(plain)
    report = checked(henan, rows(row(finding, by)))
    [section] = report.sections
    assert [each.fingerprint for each, _ in section.waived] == [finding.fingerprint]
    assert {each.fingerprint for each in plain.findings} - {each.fingerprint for each in report.findings} == {
        finding.fingerprint
    }
    assert said(report) == []
    for shown in (text.render(report, "zh"), lines.concise(report, "zh"), lines.github(report, "zh")):
        [line] = [line for line in shown.splitlines() if "已豁免" in line]
        for word in ("旧指南正在修订", "豫人社函〔2026〕7号", "示例处", "2027-06-30"):
            assert word in line
    [waived] = json_report.value(report, "en")["sections"][0]["waived"]
    assert waived["waiver"]["approved_by"] == "示例处" and waived["finding"]["fingerprint"] == finding.fingerprint


def test_a_waiver_of_another_rule_does_not_hold_by_the_fingerprint(henan: Path) -> None:
    finding = an_error(checked(henan))
    report = checked(henan, rows(row(finding, "fingerprint", id="JY-0401-R03")))
    assert not report.sections[0].waived and said(report) == ["WVR005"]


@pytest.mark.parametrize(
    ("approved", "until", "ids"),
    [
        ("2026-01-01", "2026-06-30", ["WVR001"]),
        ("2026-01-01", "2026-11-21", ["WVR001"]),
        ("2026-12-01", "2027-06-30", ["WVR006"]),
        ("2026-06-01", "2026-01-30", ["WVR007"]),
        ("2026-01-01", "2026", ["WVR008"]),
        ("2026-11", "2027-06-30", ["WVR008"]),
    ],
)
def test_what_does_not_hold_says_so_once_and_its_finding_stands(
    henan: Path, approved: str, until: str, ids: list[str]
) -> None:
    plain = checked(henan)
    report = checked(henan, rows(row(an_error(plain), approved=approved, until=until)))
    assert said(report) == ids and not report.sections[0].waived
    assert {each.fingerprint for each in plain.findings} < {each.fingerprint for each in report.findings}
    [finding] = [each for each in report.findings if each.id in ids]
    assert finding.location and finding.location.file.endswith("waivers.yaml")


def test_a_waiver_within_its_last_thirty_days_holds_and_warns(henan: Path) -> None:
    report = checked(henan, rows(row(an_error(checked(henan)), until="2026-12-22")))
    assert said(report) == ["WVR002"] and len(report.sections[0].waived) == 1


def test_a_waiver_that_matches_nothing_is_told_at_its_own_line_with_what_was_meant(henan: Path) -> None:
    finding = next(each for each in checked(henan).findings if each.id == "TXT011" and len(each.path) < 80)
    wrong = row(finding).replace(']"', 'x]"')
    [told] = [each for each in checked(henan, rows(wrong)).findings if each.id == "WVR005"]
    assert told.location and told.location.line == 4
    assert told.suggestions == (finding.path,)


@pytest.mark.parametrize(
    "options",
    [{"select": ["TXT"]}, {"select": ["WVR"]}, {"ignore": ["JY-0401-R04"]}, {"edition": "docs/tutorial/edition-2099"}],
)
def test_what_was_not_looked_for_is_never_called_unmatched(
    henan: Path, options: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = row(an_error(checked(henan))).replace("diploma", "diplom")
    monkeypatch.chdir(REPO)
    assert "WVR005" not in said(checked(henan, rows(wrong), **options))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("410311-longmen-shiku.yaml", "schema: locality/1", "schema: locality/1\n\tx"),  # the file cannot be read
        ("410311-longmen-shiku.yaml", "status: own", "status: perhaps"),  # the row is left out
        ("410311-longmen-shiku.yaml", "    materials:", "    fee: 5\n    materials:"),  # an element is left out
    ],
)
def test_what_could_not_be_read_is_never_called_unmatched(henan: Path, name: str, old: str, new: str) -> None:
    waiver = rows(row(an_error(checked(henan))))
    file = henan / "localities" / name
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    report = checked(henan, waiver)
    assert any(each.id.startswith(("RED", "STR")) for each in report.findings)
    assert "WVR005" not in said(report)


def test_two_waivers_of_one_finding_are_told_at_the_second(henan: Path) -> None:
    finding = an_error(checked(henan))
    report = checked(henan, rows(row(finding), row(finding, "fingerprint", until="2028-01-01")))
    [told] = [each for each in report.findings if each.id == "WVR010"]
    assert told.location and told.location.line == 10 and told.related[0].location.line == 3
    assert len(report.sections[0].waived) == 1
    renewed = checked(henan, rows(row(finding, until="2026-06-30"), row(finding)))
    assert said(renewed) == ["WVR001"], "a renewal beside what has ended is no second waiver"


@pytest.mark.parametrize("id", ["STR004", "RED010", "CAT002", "WVR002"])
def test_what_cannot_be_waived_is_told(henan: Path, id: str) -> None:
    assert said(checked(henan, rows(row(an_error(checked(henan)), id=id)))) == ["WVR009"]


@pytest.mark.parametrize(
    ("basis", "found"),
    [("领导同意", 1), ("no-such-law", 1), ("employment-promotion-law", 0), ("豫人社函〔2026〕7号", 0), ("《某省实施办法》", 0),
     ("2026年第3次厅长办公会议纪要", 0), ("豫人社规【2020】5", 0)],
)  # fmt: skip
def test_a_basis_names_a_document(henan: Path, basis: str, found: int) -> None:
    waiver = rows(row(an_error(checked(henan)))).replace("豫人社函〔2026〕7号", basis)
    assert said(checked(henan, waiver)) == ["WVR011"] * found
