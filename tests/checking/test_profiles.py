"""Profiles: what they choose and weigh, what they cannot, and from where they may be taken."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import qingdan
from qingdan.findings import Severity
from qingdan.problems import BrokenProfile, RetiredRule, UnknownProfile, UnknownRule, UnknownRules
from tests.app.running import run, start, write

AS_OF = "2026-11-22"
HEAD = "schema: profile/1\nname: 公布以前\n"
STRICT = HEAD + "ignore: [ELM010]\nseverity: {ELM001: error}\n"
OWN = Path(__file__).parent.parent / "rules" / "own"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    folder = start(tmp_path / "list", "330000")
    text = (folder / "items/01.yaml").read_text("utf-8")
    assert "amount: 3, unit" in text
    write(folder, "items/01.yaml", text.replace("amount: 3, unit", "amount: 5, unit").replace("3个工", "5个工"))
    return folder


def weights(report: qingdan.Report) -> dict[str, Severity]:
    return {finding.id: finding.severity for finding in report.findings}


def checked(folder: Path, profile: str | Path = "", **asked: object) -> qingdan.Report:
    return qingdan.validate(folder, as_of=AS_OF, profile=profile, **asked)  # type: ignore[arg-type]


def test_without_a_profile_nothing_is_said_of_one(province: Path) -> None:
    write(province, "profiles/strict.yaml", STRICT)
    report = checked(province)
    found = weights(report)
    assert found["ELM001"] == Severity.WARNING and "ELM010" in found and found["JY-0401-R02"] == Severity.ERROR
    assert report.profile is None
    for format in ("text", "json", "markdown", "html"):
        shown = qingdan.render(report, format)
        assert isinstance(shown, str) and "检查方案" not in shown and '"profile"' not in shown


@pytest.mark.parametrize("by", ["name", "path"])
def test_a_profile_chooses_and_weighs_and_is_named_in_the_report(by: str, province: Path) -> None:
    file = write(province, "profiles/strict.yaml", STRICT)
    report = checked(province, "strict" if by == "name" else file)
    found = weights(report)
    assert found["ELM001"] == Severity.ERROR and "ELM010" not in found and found["JY-0401-R02"] == Severity.ERROR
    shown = qingdan.render(report)
    assert isinstance(shown, str) and f"检查方案：公布以前（{file.as_posix()}）\n" in shown
    value = json.loads(str(qingdan.render(report, "json")))
    assert value["profile"] == {"name": "公布以前", "file": file.as_posix(), "severity": {"ELM001": "error"}}


def test_what_is_selected_on_the_command_line_goes_before_and_what_is_ignored_is_added(province: Path) -> None:
    write(province, "profiles/one.yaml", HEAD + "select: [ELM]\nignore: [ELM010]\n")
    assert set(weights(checked(province, "one"))) == {"ELM001"}
    assert set(weights(checked(province, "one", select=["JY-0401-R02"]))) == {"JY-0401-R02"}
    assert set(weights(checked(province, "one", ignore=["ELM001"]))) == set()


def test_a_profile_hides_nothing_that_was_not_read(province: Path) -> None:
    write(province, "profiles/quiet.yaml", HEAD + "select: [TXT]\nignore: [STR, RED]\n")
    write(province, "items/02.yaml", "schema: items/1\nitems: [{id: A-1, x: 1}]\n")
    write(province, "items/03.yaml", "a: [")
    assert {id[:3] for id in weights(checked(province, "quiet"))} == {"RED", "STR"}


@pytest.mark.parametrize(
    ("severity", "problem"),
    [
        ("{JY-0401-R02: info}", "requirement"),
        ("{JY-0401-R02: error}", "requirement"),
        ("{STR009: info}", "always"),
        ("{RED003: info}", "always"),
        ("{CNF001: error}", "always"),
        ("{CNF004: error}", "always"),
        ("{ELM001: fatal}", "findings"),
        ("{ELM001: null}", "findings"),
        ("[ELM001]", "findings"),
    ],
)
def test_what_nobody_can_weigh_is_refused(severity: str, problem: str, province: Path) -> None:
    write(province, "profiles/p.yaml", f"{HEAD}severity: {severity}\n")
    with pytest.raises(BrokenProfile) as raised:
        checked(province, "p")
    assert raised.value.problem == problem and raised.value.file.endswith("/profiles/p.yaml")


@pytest.mark.parametrize("line", ["severity: {ELM999: error}", "select: [ELM999]", "ignore: [ELM999]"])
def test_a_rule_that_does_not_exist_is_an_error(line: str, province: Path) -> None:
    write(province, "profiles/p.yaml", f"{HEAD}{line}\n")
    with pytest.raises(UnknownRule):
        checked(province, "p")


def test_it_weighs_the_rules_of_a_list_and_sends_on_from_those_that_are_retired(province: Path) -> None:
    shutil.copyfile(OWN / "retired.yaml", province / "rules.yaml")
    text = (province / "items/01.yaml").read_text("utf-8")
    write(province, "items/01.yaml", text.replace("    # 还", '    contact: {phone: "0571-1"}\n    # 还', 1))
    write(province, "profiles/p.yaml", HEAD + "select: [ZJX]\nseverity: {ZJX002: error}\n")
    assert weights(checked(province, "p")) == {"ZJX002": Severity.ERROR}
    write(province, "profiles/p.yaml", HEAD + "severity: {ZJX001: error}\n")
    with pytest.raises(RetiredRule, match="ZJX002 took its place"):
        checked(province, "p")


def test_what_was_printed_once_stays_a_remark(province: Path) -> None:
    text = (province / "items/01.yaml").read_text("utf-8")
    write(province, "items/01.yaml", text.replace("    # 还", '    contact: {phone: "0571-1"}\n    # 还', 1))
    shutil.copyfile(OWN / "holds.yaml", province / "rules.yaml")
    write(province, "profiles/p.yaml", HEAD + "severity: {ZJX001: error}\n")
    assert weights(checked(province, "p"))["ZJX001"] == Severity.ERROR
    head = (province / "catalogue.yaml").read_text("utf-8")
    write(province, "catalogue.yaml", head.replace("kind: list", 'kind: archive\nas_of: "2026-01-01"'))
    assert weights(checked(province, "p"))["ZJX001"] == Severity.INFO


def test_only_a_profile_named_by_its_path_can_ask_for_code(province: Path) -> None:
    file = write(province, "profiles/code.yaml", HEAD + "rules: [no-such-distribution]\n")
    with pytest.raises(BrokenProfile) as raised:
        checked(province, "code")
    assert raised.value.problem == "rules"
    with pytest.raises(UnknownRules):
        checked(province, file)


@pytest.mark.parametrize("name", ["none", "../profiles/strict", "", "a b", "\x00", "strict.yaml", "profiles/none.yaml"])
def test_a_profile_that_is_not_there(name: str, province: Path) -> None:
    write(province, "profiles/strict.yaml", STRICT)
    if not name:
        assert checked(province, name).profile is None
        return
    with pytest.raises(UnknownProfile):
        checked(province, name)


def test_a_name_that_two_lists_have_is_not_guessed(province: Path) -> None:
    write(province, "profiles/strict.yaml", STRICT)
    other = Path(shutil.copytree(province, province.parent / "other"))
    with pytest.raises(UnknownProfile) as raised:
        qingdan.validate(province, other, as_of=AS_OF, profile="strict")
    assert len(raised.value.found) == 2
    report = qingdan.validate(province, other, as_of=AS_OF, profile=other / "profiles/strict.yaml")
    assert weights(report)["ELM001"] == Severity.ERROR


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "schema: items/1\nitems: []", "a: [", "\x00", HEAD + "code: x\n", "\ud800"]
)
def test_what_is_no_profile_is_said_and_is_a_finding_in_the_list(text: str, province: Path) -> None:
    file = write(province, "profiles/p.yaml", text.encode("utf-8", "surrogatepass"))
    for named in ("p", file):
        with pytest.raises(BrokenProfile) as raised:
            checked(province, named)
        assert raised.value.problem == "findings"
    places = {
        each.location.file for each in checked(province).findings if each.location and each.id[:3] in ("RED", "STR")
    }
    assert places == {file.as_posix()}


def test_the_command_takes_it_too(province: Path) -> None:
    write(province, "profiles/p.yaml", HEAD + "select: [ELM001]\nseverity: {ELM001: error}\n")
    assert run("validate", province, "--as-of", AS_OF, "--select", "ELM001").code == 0
    assert run("validate", province, "--as-of", AS_OF, "--profile", "p").code == 1
    told = run("validate", province, "--as-of", AS_OF, "--profile", "q")
    assert told.code == 2 and told.err.startswith("没有检查方案“q”。\n下一步：")


def test_one_list_can_be_checked_by_a_profile_that_nobody_has_saved(province: Path) -> None:
    unsaved = {"profiles/strict.yaml": STRICT.encode()}
    section = qingdan.check(province, as_of=AS_OF, profile="strict", unsaved=unsaved).section
    found = {finding.id: finding.severity for finding in section.findings}
    write(province, "profiles/strict.yaml", STRICT)
    assert found == weights(checked(province, "strict")) and found["ELM001"] is Severity.ERROR
    with pytest.raises(UnknownProfile):
        qingdan.check(province, as_of=AS_OF, profile="other")


def test_one_list_can_be_checked_by_rules_of_a_distribution(province: Path) -> None:
    with pytest.raises(UnknownRules):
        qingdan.check(province, as_of=AS_OF, rules="no-such-distribution")
