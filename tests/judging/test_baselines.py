"""Real provinces against their own earlier reports: what survives, what is new, what has gone, what is not said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.findings import Earlier, Report, Severity
from qingdan.loading import structure
from qingdan.reports.validate import as_text as text
from qingdan.reports.validate import lines
from tests.app.repositories import REPO
from tests.judging.test_waivers import row, rows

AS_OF = "2026-11-22"
HENAN = "410000-henan"
LONGMEN = "localities/410311-longmen-shiku.yaml"
DIPLOMA = "      - {id: diploma, name: 学校毕(结)业证明, necessity: conditional, when: 按类别}\n"


@pytest.fixture
def provinces(tmp_path: Path) -> Path:
    for name in (HENAN, "330000-zhejiang", "430000-hunan"):
        shutil.copytree(REPO / "provinces" / name, tmp_path / "provinces" / name)
    return tmp_path / "provinces"


def saved(folder: Path, name: str = "base.json", lang: Any = "zh", **more: Any) -> Path:
    """A report of now, as the command writes it."""
    path = folder.parent / name
    path.write_text(qingdan.render(qingdan.validate(folder, as_of=AS_OF, **more), "json", lang), "utf-8")
    return path


def since(folder: Path, baseline: Path, **more: Any) -> Report:
    report = qingdan.validate(folder, as_of=AS_OF, baseline=baseline, **more)
    for lang in ("zh", "en"):
        value = json.loads(qingdan.render(report, "json", lang))  # type: ignore[arg-type]
        assert list(structure.faults("report", value)) == []
        for shown in (text.render(report, lang), lines.concise(report, lang), lines.github(report, lang)):  # type: ignore[arg-type]
            assert baseline.name in shown
    return report


def edit(folder: Path, change: Callable[[str], str], name: str = LONGMEN) -> None:
    file = folder / HENAN / name
    before = file.read_text("utf-8")
    after = change(before)
    assert after != before
    file.write_text(after, "utf-8")


def counted(report: Report) -> tuple[int, int, int, int]:
    """New, known, gone, not compared."""
    parts = [section.since for section in report.sections if section.since]
    assert len(parts) == len(report.sections)
    return (
        len(report.findings), sum(each.known for each in parts), sum(len(each.gone) for each in parts),
        sum(sum(each.not_compared.values()) for each in parts),
    )  # fmt: skip


def gone(report: Report) -> list[Earlier]:
    return [each for section in report.sections if section.since for each in section.since.gone]


def moved_lines(folder: Path) -> None:
    for file in folder.glob("*/*/*.yaml"):
        head, _, rest = file.read_text("utf-8").partition("\n")
        file.write_text(f"{head}\n# 说明\n\n{rest}", "utf-8")


def renamed_files(folder: Path) -> None:
    for file in sorted(folder.glob("*/*/*.yaml")):
        file.rename(file.with_name(f"z-{file.name}"))


def renamed_folder(folder: Path) -> None:
    (folder / HENAN).rename(folder / "41-he")


def renamed_title(folder: Path) -> None:
    edit(folder, lambda text: text.replace("name: 河南省", "name: 河南"), "catalogue.yaml")


def nothing(folder: Path) -> None:
    pass


@pytest.mark.parametrize("change", [nothing, moved_lines, renamed_files, renamed_folder, renamed_title])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_no_change_of_the_list_is_none_of_its_findings(
    provinces: Path, change: Callable[[Path], None], lang: str
) -> None:
    baseline = saved(provinces, lang=lang)
    before = qingdan.validate(provinces, as_of=AS_OF)
    change(provinces)
    report = since(provinces, baseline)
    assert counted(report) == (0, len(before.findings), 0, 0)
    assert before.findings
    assert report.baseline and report.baseline.compared == 3 and not report.baseline.not_checked


def test_another_checkout_is_the_same_list(provinces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = saved(provinces)
    shutil.copytree(provinces, tmp_path / "elsewhere" / "lists")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert counted(since(Path("lists"), baseline))[::2] == (0, 0)
    monkeypatch.chdir(tmp_path / "elsewhere" / "lists" / HENAN)
    report = since(Path(), baseline)
    assert counted(report)[::2] == (0, 0)
    assert report.baseline and len(report.baseline.not_checked) == 2


def test_what_is_new_stands_and_what_has_gone_is_listed(provinces: Path) -> None:
    baseline = saved(provinces)
    known = len(qingdan.validate(provinces, as_of=AS_OF).findings)
    extra = DIPLOMA.replace("id: diploma, name: 学校毕(结)业证明", "id: skill-certificate, name: 技能等级证书")
    edit(provinces, lambda text: text.replace(DIPLOMA, extra))
    report = since(provinces, baseline)
    [new] = report.findings
    assert new.path.endswith(".materials[skill-certificate]") and new.severity == Severity.ERROR
    [lost] = gone(report)
    assert lost.path.endswith(".materials[diploma]") and lost.id == new.id
    assert counted(report) == (1, known - 1, 1, 0)
    assert "已消失 JY-0401-R04" in text.render(report, "zh") and "毕业证书" in text.render(report, "zh")
    english = text.render(report, "en")
    assert "gone JY-0401-R04" in english and lost.path in english


def test_true_duplicates_are_counted(provinces: Path) -> None:
    twice = DIPLOMA.replace("id: diploma, name: 学校毕(结)业证明", "name: 其他材料")
    edit(provinces, lambda text: text.replace(DIPLOMA, DIPLOMA + twice * 2))
    baseline = saved(provinces)
    assert sum(f.id == "MAT001" for f in qingdan.validate(provinces, as_of=AS_OF).findings) == 2
    edit(provinces, lambda text: text.replace(twice * 2, twice))
    assert [each.id for each in gone(since(provinces, baseline)) if each.id == "MAT001"] == ["MAT001"]
    edit(provinces, lambda text: text.replace(twice, twice * 3))
    assert [each.id for each in since(provinces, baseline).findings if each.id == "MAT001"] == ["MAT001"]


def test_a_finding_that_matters_more_than_before_is_new(provinces: Path) -> None:
    baseline = saved(provinces)
    value = json.loads(baseline.read_text("utf-8"))
    found = [f for section in value["sections"] for f in section["findings"] if f["severity"] == "error"]
    found[0]["severity"] = "info"
    baseline.write_text(json.dumps(value), "utf-8")
    report = since(provinces, baseline)
    assert [each.fingerprint for each in report.findings] == [found[0]["fingerprint"]]
    assert counted(report)[2:] == (0, 0)


def test_what_was_waived_and_stands_again_is_new_and_what_is_waived_now_has_not_gone(provinces: Path) -> None:
    plain = saved(provinces)
    finding = next(f for f in qingdan.validate(provinces, as_of=AS_OF).findings if f.id == "JY-0401-R04")
    waivers = provinces / HENAN / "waivers.yaml"
    waivers.write_text(rows(row(finding, until="2027-06-30")), "utf-8")
    waived = saved(provinces, "waived.json")
    assert counted(since(provinces, plain))[::2] == (0, 0)
    waivers.unlink()
    report = since(provinces, waived)
    assert [each.fingerprint for each in report.findings] == [finding.fingerprint] and counted(report)[2] == 0
    edit(provinces, lambda text: text.replace(DIPLOMA, ""))
    [lost] = gone(since(provinces, waived))
    assert lost.waived


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        ({"select": ["TXT"]}, {}, "not_run_then"),
        ({"select": ["JY-0401-R03"]}, {}, "not_run_then"),
        ({"ignore": ["JY-0401", "DAT002"]}, {}, "not_run_then"),
        ({}, {"select": ["TXT"]}, "not_run_now"),
        ({}, {"select": ["jy-0401-r03"]}, "not_run_now"),
        ({}, {"ignore": ["JY-0401", "DAT002"]}, "not_run_now"),
    ],
)
def test_what_was_not_run_is_neither_new_nor_gone(
    provinces: Path, then: dict[str, Any], now: dict[str, Any], why: str
) -> None:
    report = since(provinces, saved(provinces, **then), **now)
    new, known, lost, open_ = counted(report)
    assert (new, lost) == (0, 0) and known > 0 and open_ > 0
    reasons = {reason for section in report.sections if section.since for reason, _ in section.since.not_compared}
    assert reasons == {why}


def test_lists_that_the_baseline_does_not_hold_are_not_called_new(provinces: Path) -> None:
    baseline = saved(provinces / HENAN)
    baseline = baseline.rename(provinces.parent / "one.json")
    report = since(provinces, baseline)
    assert report.findings == [] and report.baseline and report.baseline.compared == 1
    reasons = {reason for section in report.sections if section.since for reason, _ in section.since.not_compared}
    assert reasons == {"not_in_baseline"}


def test_what_could_not_be_read_now_has_not_gone(provinces: Path) -> None:
    baseline = saved(provinces)
    edit(provinces, lambda text: text + "\t:")
    report = since(provinces, baseline)
    assert counted(report)[2] == 0
    assert {finding.id[:3] for finding in report.findings} == {"RED"}


def test_what_could_not_be_read_then_is_not_new(provinces: Path) -> None:
    edit(provinces, lambda text: text + "\t:")
    baseline = saved(provinces)
    edit(provinces, lambda text: text.removesuffix("\t:"))
    report = since(provinces, baseline)
    assert report.findings == []
    edit(provinces, lambda text: text.replace("status: own", "status: perhaps"))
    broken = saved(provinces, "broken.json")
    edit(provinces, lambda text: text.replace("status: perhaps", "status: own"))
    assert since(provinces, broken).findings == []


def test_a_single_file_that_was_renamed_is_known_by_its_findings(provinces: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    shutil.copy(provinces / HENAN / LONGMEN, file)
    baseline = saved(file)
    other = file.rename(tmp_path / "b.yaml")
    new, known, lost, open_ = counted(since(other, baseline))
    assert (new, lost, open_) == (0, 0, 0) and known > 5


def test_many_processes_find_the_same(provinces: Path) -> None:
    for number in range(8):
        shutil.copytree(provinces / HENAN, provinces / f"41-{number}")
        edit_name = provinces / f"41-{number}" / "catalogue.yaml"
        edit_name.write_text(edit_name.read_text("utf-8").replace("name: 河南省", f"name: 第{number}省"), "utf-8")
    baseline = saved(provinces)
    edit(provinces, lambda text: text.replace(DIPLOMA, ""))
    one, many = (
        qingdan.render(qingdan.validate(provinces, as_of=AS_OF, baseline=baseline, workers=count), "json")
        for count in (1, 4)
    )
    assert one == many and '"gone": [\n' in one
