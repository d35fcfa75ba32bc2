"""What a person and a machine see. The texts are files beside this one: a change of words is a change to review."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.findings import Finding, Location, Report, Severity, numbered
from qingdan.loading import structure
from qingdan.printing.escape import command_data, command_property
from qingdan.printing.frame import frame, width
from qingdan.reports.validate import as_json as json_report
from qingdan.reports.validate import as_text as text
from qingdan.reports.validate import lines
from qingdan.words.grammar import Lang
from qingdan.words.showing import visible

CASES = Path(__file__).parent / "cases"


def report(case: str) -> Report:
    """The report of a case folder, its requirements only, so that a new rule does not change every snapshot."""
    before = Path.cwd()
    os.chdir(CASES / case)
    try:
        return qingdan.validate("list", as_of="2026-11-22", select=["JY-0401"])
    finally:
        os.chdir(before)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_is_the_one_that_was_reviewed(lang: Lang) -> None:
    shown = text.render(report("jishou"), lang)
    snapshot = CASES / "jishou" / f"{lang}.txt"
    if os.environ.get("QINGDAN_ACCEPT"):  # to review a change of words: run once with it, then read the difference
        snapshot.write_text(shown, encoding="utf-8")
    assert shown == snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_json_report_has_its_schema(lang: Lang, repo: Path) -> None:
    for path in (CASES / "jishou" / "list", repo / "provinces", repo / "catalogue" / "2025"):
        value = json.loads(qingdan.render(qingdan.validate(path, as_of="2026-11-22"), "json", lang))
        assert list(structure.faults("report", value)) == []


def test_language_changes_words_only() -> None:
    zh, en = (json_report.value(report("jishou"), lang)["sections"][0]["findings"] for lang in ("zh", "en"))
    assert [f["message"] for f in zh] != [f["message"] for f in en]
    for finding in (*zh, *en):
        del finding["message"], finding["advice"]
    assert zh == en


def test_concise_and_github_have_a_line_a_finding() -> None:
    found = report("jishou")
    concise, commands = lines.concise(found, "zh").splitlines(), lines.github(found, "zh").splitlines()
    assert len(concise) == len(commands) - 1 == len(found.findings) > 0
    assert concise[0].startswith("list/localities/433101.yaml:10:5: ")
    assert commands[0].startswith("::warning file=list/localities/433101.yaml,line=10,col=5,")


def test_the_caret_is_right_under_chinese() -> None:
    source = "    name: 登记  # 说明"
    place = Location("f", 7, 11, 7, 13)
    shown, carets = frame(place, {7: source})
    assert width(shown[: shown.index("登")]) == width(carets[: carets.index("^")])
    assert carets.count("^") == 4  # two wide characters


@given(st.text(max_size=150), st.data())
def test_a_caret_never_crashes_and_never_leaves_the_line(line: str, data: st.DataObject) -> None:
    line = line.replace("\n", " ").replace("\r", " ")
    start = data.draw(st.integers(1, len(line) + 1))
    end = data.draw(st.integers(start, len(line) + 1))
    shown = frame(Location("f", 1, start, 1, end), {1: line})
    assert len(shown) == 2 and "^" in shown[1]
    assert not any(ord(char) < 32 for row in shown for char in row)


@given(st.text())
def test_nothing_that_steers_a_terminal_gets_through(raw: str) -> None:
    shown = visible(raw)
    assert not any(ord(char) < 32 and char != "\t" for char in shown)
    assert not any(0x7F <= ord(char) <= 0x9F or 0x202A <= ord(char) <= 0x202E for char in shown)
    assert "\n" not in command_data(raw) and ":" not in command_property(raw) and "," not in command_property(raw)


def test_true_duplicates_are_told_apart_and_words_are_no_part_of_the_fingerprint() -> None:
    finding = Finding("TIM001", Severity.ERROR, Location("a", 1), {"x": 1}, {"days_left": 3}, path="items[A]")
    moved = Finding("TIM001", Severity.ERROR, Location("b", 9), {"x": 1}, {"days_left": 2}, path="items[A]")
    other = Finding("TIM001", Severity.ERROR, Location("a", 1), {"x": 2}, path="items[A]")
    assert finding.fingerprint == moved.fingerprint != other.fingerprint
    assert len({each.fingerprint for each in numbered([finding, moved, other])}) == 3
