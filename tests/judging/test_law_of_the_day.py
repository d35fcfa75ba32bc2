"""What the nation requires stands as long as a document carries it: judged before that day, open from it on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.findings import Severity
from qingdan.judging.conformance import Judgement, conformance
from qingdan.judging.verdicts import bases_of, findings_of
from qingdan.loading.edition import Edition
from qingdan.loading.opening import load, national
from qingdan.model.force import ended
from qingdan.model.registry import documents as index
from qingdan.reports.rules.as_text import requirements
from tests.app.running import run, write

REPLACED, SUCCESSOR = "财社〔2023〕181号", "财社〔2026〕1号"


def with_documents(edition: Edition, **changed: dict[str, Any]) -> Edition:
    """The edition with other states of documents; ``_`` in a name stands for ``-``."""
    rows = edition.registries.documents.by_id
    named = {id.replace("_", "-"): more for id, more in changed.items()}
    made = index([{**row, **named.get(id, {})} for id, row in rows.items()])  # type: ignore[typeddict-item]
    return replace(edition, registries=replace(edition.registries, documents=made))


def with_basis(edition: Edition, id: str, *more: dict[str, str]) -> Edition:
    """The edition with further bases of a requirement."""
    row: Any = {**edition.by_id[id], "basis": [*edition.by_id[id]["basis"], *more]}
    on_item = {
        item: tuple(row if each["id"] == id else each for each in rows) for item, rows in edition.requirements.items()
    }
    return replace(edition, requirements=on_item, by_id={**edition.by_id, id: row})


def judged(
    folder: Path, item: str, lines: str, id: str, day: str, edition: Edition | None = None, own_day: str = ""
) -> Judgement:
    head = (
        'schema: catalogue/1\nprovince: "330000"\nname: 某清单\nedition: "2025"\ncompleteness: partial\n'
        f"kind: {'collection' if own_day else 'list'}\n"
        f"source: {{title: 某文, evidence: official, seen: whole}}\n" + (f'as_of: "{own_day}"\n' if own_day else "")
    )
    (folder / "items").mkdir()
    (folder / "catalogue.yaml").write_text(head, "utf-8")
    text = f"schema: items/1\nitems:\n  - {{id: A-1, name: 某事, implements: [{{item: {item}, relation: exact}}], {lines}}}\n"
    write(folder, "items/a.yaml", text)
    found = conformance(load(folder), edition or national(), day).judgements
    (judgement,) = [each for each in found if each.requirement["id"] == id]
    return judgement


def answers(judgement: Judgement) -> set[tuple[str, str]]:
    return {(change.allowed, change.reason) for change in judgement.changes}


@pytest.mark.parametrize(
    ("item", "lines", "id"),
    [
        ("JY-0702", "months: [{amount: 13, bound: max}]", "TRAINEE-R01"),
        ("JY-0401", "promised_limit: [{amount: 9, unit: working_day, start: application-received}]", "JY-0401-R02"),
        ("JY-1003", 'fee: {charged: "yes"}', "FILES-R01"),
    ],
)
def test_any_requirement_is_open_from_the_day_on_which_its_last_basis_is_gone(
    tmp_path: Path, item: str, lines: str, id: str
) -> None:
    edition = national()
    gone = {
        row["document"].replace("-", "_"): {"status": "repealed", "status_on": "2026-06-01"}
        for row in edition.by_id[id]["basis"]
    }
    changed = with_documents(edition, **gone)
    for number, (day, wanted) in enumerate((("2026-05-31", "no"), ("2026-06-01", "unsettled"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        judgement = judged(folder, item, lines, id, day, changed)
        assert {allowed for allowed, _ in answers(judgement)} == {wanted}
        assert bool(list(findings_of([judgement], changed))) == (wanted == "no")
    assert {reason for _, reason in answers(judgement)} == {"basis_replaced"}
    assert {change.effect for change in judgement.changes} == {"unknown"}


@pytest.mark.parametrize(
    ("day", "allowed", "reason"),
    [
        ("2026-01-08", "no", "longer"),
        ("2026-01-09", "unsettled", "basis_replaced"),
        ("2026-11-22", "unsettled", "basis_replaced"),
    ],
)
def test_what_rests_on_the_measures_of_2023_is_open_since_they_were_replaced(
    tmp_path: Path, day: str, allowed: str, reason: str
) -> None:
    lines = "months: [{amount: 24, bound: max, case: 小微企业}]"
    judgement = judged(tmp_path, "JY-0703", lines, "JY-0703-R03", day)
    assert answers(judgement) == {(allowed, reason)}


@pytest.mark.parametrize("own_day", ["2024-05-01", "2025-12-30", "2025"])
def test_a_text_with_a_day_of_its_own_is_judged_as_before(tmp_path: Path, own_day: str) -> None:
    lines = "months: [{amount: 36, bound: max}, {until: retirement, bound: max}]"
    judgement = judged(tmp_path, "JY-0608", lines, "POST-R01", "2026-11-22", own_day=own_day)
    assert {allowed for allowed, _ in answers(judgement)} == {"yes"}


@pytest.mark.parametrize("own_day", ["2026", "2026-01"])
def test_a_day_that_is_too_vague_leaves_it_open_and_says_so(tmp_path: Path, own_day: str) -> None:
    judgement = judged(
        tmp_path, "JY-0608", "months: [{amount: 36, bound: max}]", "POST-R01", "2026-11-22", own_day=own_day
    )
    assert answers(judgement) <= {("unsettled", "basis_unclear"), ("unsettled", "not_stated")}
    assert ("unsettled", "basis_unclear") in answers(judgement)


def test_what_the_text_does_not_state_is_still_not_stated(tmp_path: Path) -> None:
    judgement = judged(tmp_path, "JY-0608", "audience: [{id: employer}]", "POST-R01", "2026-11-22")
    assert {reason for _, reason in answers(judgement)} == {"not_stated"}


def test_a_second_basis_in_force_carries_it_on_and_decides_how_much_it_weighs(tmp_path: Path) -> None:
    basis = {"document": "mof-mohrss-2026-1", "evidence": "recalled", "seen": "part"}
    edition = with_basis(national(), "JY-0703-R03", basis)
    lines = "months: [{amount: 24, bound: max, case: 小微企业}]"
    judgement = judged(tmp_path, "JY-0703", lines, "JY-0703-R03", "2026-11-22", edition)
    (finding,) = findings_of([judgement], edition)
    assert finding.severity == Severity.INFO  # the better known basis is gone
    assert [(row.number, row.status, row.successor) for row in finding.basis] == [
        (SUCCESSOR, "", ""),
        (REPLACED, "replaced", SUCCESSOR),
    ]


def test_one_of_two_bases_is_enough(tmp_path: Path) -> None:
    edition = with_documents(national(), mohrss_2014_90={"status": "repealed", "status_on": "2020-01-01"})
    judgement = judged(tmp_path, "JY-1003", 'fee: {charged: "yes"}', "FILES-R01", "2026-11-22", edition)
    assert {allowed for allowed, _ in answers(judgement)} == {"no"}


@pytest.mark.parametrize(
    ("more", "allowed"),
    [
        ({"status": "expired", "status_on": "2026-06-30"}, {"2026-06-30": "no", "2026-07-01": "unsettled"}),
        ({"in_force": {"until": "2026-06-30"}}, {"2026-06-30": "no", "2026-07-01": "unsettled"}),
        ({"status": "replaced"}, {"2026-06-30": "unsettled"}),  # since when is not known
        ({"status": "amended", "status_on": "2020-01-01"}, {"2026-06-30": "no"}),
        ({"status": "unknown"}, {"2026-06-30": "no"}),
    ],
)
def test_every_way_in_which_a_document_ends(tmp_path: Path, more: dict[str, Any], allowed: dict[str, str]) -> None:
    edition = national()
    rows = {row["document"].replace("-", "_"): more for row in edition.by_id["JY-0401-R02"]["basis"]}
    changed = with_documents(edition, **rows)
    lines = "promised_limit: [{amount: 9, unit: working_day, start: application-received}]"
    for day, wanted in allowed.items():
        folder = tmp_path / day
        folder.mkdir()
        judgement = judged(folder, "JY-0401", lines, "JY-0401-R02", day, changed)
        assert {each for each, _ in answers(judgement)} == {wanted}, day


def test_the_line_of_successors_is_told_to_its_end() -> None:
    edition = with_basis(
        national(), "POST-R01", {"document": "mof-mohrss-2017-164", "evidence": "secondary", "seen": "part"}
    )
    oldest = bases_of(edition.by_id["POST-R01"], edition, "2026-11-22")[-1]
    assert (oldest.status_on, oldest.successor) == ("2023-12-20", f"{REPLACED} → {SUCCESSOR}")
    assert bases_of(edition.by_id["POST-R01"], edition, "2017-12-31")[-1].status == ""


def test_what_is_no_longer_judged_has_not_gone_since_a_baseline(tmp_path: Path) -> None:
    text = (
        "schema: items/1\nitems:\n  - {id: A-1, name: 某事, implements: [{item: JY-0703, relation: exact}], "
        "months: [{amount: 24, bound: max, case: 小微企业}]}\n"
    )
    file, before = write(tmp_path, "one.yaml", text), tmp_path / "before.json"
    ran = run("validate", file, "--as-of", "2026-01-08", "--format", "json", "--fail-on", "never")
    before.write_text(ran.out, "utf-8")
    report = qingdan.validate(file, as_of="2026-11-22", baseline=before)
    (section,) = report.sections
    assert section.since is not None
    assert [each.id for each in section.since.gone] == []
    assert ("not_run_now", "JY-0703-R03") in section.since.not_compared
    assert "JY-0703-R03" in run("validate", file, "--as-of", "2026-11-22", "--fail-on", "never").out


def test_two_editions_tell_which_requirements_lost_their_ground(tmp_path: Path, repo: Path) -> None:
    for name, day in (("before", "2099-01-01"), ("after", "2026-06-01")):
        shutil.copytree(repo / "catalogue/2025", tmp_path / name)
        documents = tmp_path / name / "documents.yaml"
        old = '    number: 人社厅发〔2020〕79号\n    issuer: 人力资源社会保障部办公厅\n    date: "2020"\n    status: in_force\n'
        assert old in documents.read_text("utf-8")
        new = old.replace("in_force", f'repealed\n    status_on: "{day}"')
        documents.write_text(documents.read_text("utf-8").replace(old, new), "utf-8")
    diff = qingdan.compare(tmp_path / "before", tmp_path / "after", as_of="2026-11-22")
    told = {each.requirement: (each.change, each.effect, each.reason) for each in diff.differences}
    assert told["JY-0401-R02"] == ("changed", "unknown", "basis_replaced")
    assert "JY-0402-R01" not in told


def test_what_has_ended_says_so_whether_it_is_judged_or_only_shown() -> None:
    edition = national()
    over = {id: row["relation"] for id, row in edition.by_id.items() if ended(row, "2026-11-30")}
    assert {"free"} < set(over.values())
    told = {line.split()[0]: line.split()[1] for line in requirements(edition, "zh", "2026-11-30").splitlines()}
    assert {id for id, weight in told.items() if weight == "已到期"} == set(over)
