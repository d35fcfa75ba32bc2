"""Rules that an installed distribution brings: run where it is asked for, and nowhere else; whatever is wrong is said."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.app.running import run, write
from tests.rules.test_own import AS_OF, HEAD, ITEMS

import qingdan
from qingdan.findings import Finding
from qingdan.problems import BrokenRules, UnknownRule, UnknownRules

MODULE = """
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at
from qingdan.rules.tables import Stated, demands

def check(subject, context):
    {body}

RULES = (
    Rule(
        id="{id}", severity=Severity.WARNING, scope="item", since="1.0", title=Said("有电话，没有写地址"),
        message=Said("写了 {{phone}}，没有写地址", "{{phone}} and no address"), advice=Said("补上 {{phone}} 的地址"),
        why=Said("有人要当面问"), check=check,
    ),
){more}
"""
BODY = """contact = subject.record.get("contact", {})
    if "address" not in contact and "phone" in contact:
        yield at(subject, "contact", args={"phone": contact["phone"]})"""


@pytest.fixture
def province(tmp_path: Path) -> Path:
    folder = tmp_path / "list"
    write(folder, "catalogue.yaml", HEAD.format(kind="list"))
    write(folder, "items/a.yaml", ITEMS)
    return folder


class Installer:
    """Puts small distributions on the path of this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.modules: list[str] = []

    def __call__(
        self, name: str, body: str = BODY, id: str = "ABX001", more: str = "", source: str = "", group: str = "rules"
    ) -> str:
        """Install one; its module is called as it is, and marks that it was imported."""
        module = name.replace("-", "_")
        self.modules.append(module)
        text = source or MODULE.format(body=body, id=id, more=more)
        write(self.folder, f"{module}.py", f"import sys\nsys.{module} = True\n{text}")
        info = f"{module}-1.2.dist-info"
        write(self.folder, f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        write(self.folder, f"{info}/entry_points.txt", f"[qingdan.{group}]\nrules = {module}:RULES\n")
        return name


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return Installer(folder)


def found(folder: Path, *rules: str, **asked: object) -> list[Finding]:
    report = qingdan.validate(folder, as_of=AS_OF, rules=rules, **asked)  # type: ignore[arg-type]
    return [each for each in report.findings if each.id.startswith("ABX")]


def test_they_are_run_where_their_distribution_is_named_and_nowhere_else(province: Path, install: Installer) -> None:
    name = install("qd-named")
    assert found(province) == [] and not hasattr(sys, "qd_named")
    [finding] = found(province, name)
    assert finding.path == "items[SL-01].contact" and hasattr(sys, "qd_named")
    assert qingdan.describe(finding) == "写了 12333，没有写地址 补上 12333 的地址"
    assert qingdan.describe(finding, "en") == "12333 and no address 补上 12333 的地址"
    with pytest.raises(UnknownRule):
        qingdan.validate(province, as_of=AS_OF, select=["ABX"])
    assert len(found(province, name, select=["ABX"])) == 1 and found(province, name, ignore=["ABX001"]) == []
    assert len(found(province, name, name, "Qd_Named")) == 1


def test_nothing_in_the_folder_of_a_list_can_bring_code(province: Path, install: Installer) -> None:
    inside = Installer(province)
    inside("qd-inside")
    with pytest.raises(UnknownRules):
        found(province, "qd-inside")
    assert found(province) == [] and not hasattr(sys, "qd_inside")


def test_a_profile_named_by_its_path_asks_for_them(province: Path, install: Installer) -> None:
    name = install("qd-profiled")
    file = write(
        province, "profiles/p.yaml", f"schema: profile/1\nname: 方案\nrules: [{name}]\nseverity: {{ABX001: error}}\n"
    )
    assert [each.severity.word for each in found(province, profile=file)] == ["error"]


def test_the_report_names_distribution_and_version_where_their_rules_ran(province: Path, install: Installer) -> None:
    name = install("qd-told")
    for asked, ran in (((), False), ((name,), True)):
        report = qingdan.validate(province, as_of=AS_OF, rules=asked)
        text, value = str(qingdan.render(report)), json.loads(str(qingdan.render(report, "json")))
        assert ("用了程序包的规则：qd-told 1.2\n" in text) is ran and ("qd-told" in text) is ran
        assert value.get("distributions") == ([{"name": name, "version": "1.2"}] if ran else None)
        assert ("ABX001" in value["rules_run"]) is ran
    report = qingdan.validate(province, as_of=AS_OF, rules=[name], ignore=["ABX"])
    assert report.distributions == () and "ABX001" in {each.id for each in report.rules_not_run}


def test_they_are_listed_explained_and_waived_as_others_are(province: Path, install: Installer) -> None:
    name = install("qd-shown")
    assert "ABX001  警告  有电话，没有写地址\n" in run("rules", "--rules", name).out
    assert "来自：qd-shown 1.2\n" in run("explain", "ABX001", "--rules", name).out
    assert run("explain", "ABX001").code == 2
    row = "{id: ABX001, path: 'items[SL-01].contact', reason: 甲, approved_by: 乙, approved_on: '2026-01-01', until: '2027-06-30'}"
    write(province, "waivers.yaml", f"schema: waivers/1\nwaivers: [{row}]\n")
    report = qingdan.validate(province, as_of=AS_OF, rules=[name])
    assert [finding.id for finding, _ in report.sections[0].waived] == ["ABX001"]
    assert not any(each.id.startswith("WVR") for each in report.findings)


def test_many_processes_run_them(province: Path, install: Installer) -> None:
    name = install("qd-many")
    for number in range(9):
        write(province.parent, f"lists/{number}/catalogue.yaml", HEAD.format(kind="list"))
        write(province.parent, f"lists/{number}/items/a.yaml", ITEMS)
    report = qingdan.validate(province.parent / "lists", as_of=AS_OF, rules=[name], workers=2)
    assert [sum(each.id == "ABX001" for each in section.findings) for section in report.sections] == [1] * 9


def test_an_id_of_a_list_cannot_be_that_of_a_distribution(province: Path, install: Installer) -> None:
    name = install("qd-clash")
    rules = (Path(__file__).parent / "own" / "holds.yaml").read_text("utf-8").replace("ZJX001", "ABX002")
    write(province, "rules.yaml", rules)
    report = qingdan.validate(province, as_of=AS_OF, rules=[name])
    assert [each.id for each in report.findings if each.id[:3] in ("OWN", "ABX")] == ["ABX001", "OWN001"]


def broken(folder: Path, *names: str) -> BrokenRules:
    with pytest.raises(BrokenRules) as raised:
        found(folder, *names)
    for lang in ("zh", "en"):
        assert f"{raised.value.distribution} 1.2" in raised.value.said(lang)  # type: ignore[arg-type]
    return raised.value


@pytest.mark.parametrize(
    ("name", "source", "problem"),
    [
        ("qd-raises", "raise ValueError('\\x1b[31m坏')", "loading"),
        ("qd-exits", "raise SystemExit(0)", "loading"),
        ("qd-syntax", "def", "loading"),
        ("qd-without", "x = 1", "loading"),
        ("qd-list", "RULES = []", "records"),
        ("qd-text", "RULES = ('ABX001',)", "records"),
        ("qd-none", "RULES = None", "records"),
    ],
)
def test_what_cannot_be_loaded_is_a_problem(
    name: str, source: str, problem: str, province: Path, install: Installer
) -> None:
    install(name, source=source)
    assert broken(province, name).problem == problem
    ended = run("validate", province, "--as-of", AS_OF, "--rules", name)
    assert ended.code == 3 and f"{name} 1.2" in ended.err and "\x1b" not in ended.err


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("qd-scope", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], scope='waiver'),)"),
        ("qd-id", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], id='abx1'),)"),
        ("qd-said", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], why='why'),)"),
        ("qd-said-2", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], why=Said(3, 4)),)"),
        ("qd-weight", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], severity=9),)"),
        ("qd-check", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], check=None),)"),
        ("qd-retired", "\nimport dataclasses\nRULES = (dataclasses.replace(RULES[0], status='retired'),)"),
    ],
)
def test_a_record_that_is_not_filled_in_is_a_problem(name: str, more: str, province: Path, install: Installer) -> None:
    install(name, more=more)
    assert broken(province, name).problem == "records"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("qd-zero", "yield 1 / 0"),
        ("qd-none-given", "return None"),
        ("qd-garbage", "yield 'x'"),
        ("qd-no-place", "yield Hit(None)"),
        ("qd-no-arguments", "yield at(subject, 'contact')"),
        ("qd-not-json", "yield at(subject, 'contact', args={'phone': object()})"),
        ("qd-not-mapping", "yield at(subject, 'contact', args=3)"),
        ("qd-severity", "yield at(subject, 'contact', args={'phone': 1}, severity='error')"),
        ("qd-deep", "yield from check(subject, context)"),
        ("qd-exit-late", "raise SystemExit(0); yield"),
    ],
)
def test_a_rule_that_fails_or_gives_no_hits_is_a_problem(
    name: str, body: str, province: Path, install: Installer
) -> None:
    install(name, body=body)
    problem = broken(province, name)
    assert problem.problem == "running" and "ABX001" in problem.detail


def test_ids_of_others_are_refused(province: Path, install: Installer) -> None:
    install("qd-taken", id="TXT901")
    assert broken(province, "qd-taken").problem == "taken"
    install("qd-first")
    install("qd-second")
    assert (broken(province, "qd-first", "qd-second").distribution, broken(province, "qd-second", "qd-first").distribution) \
        == ("qd-second", "qd-first")  # fmt: skip


def test_a_distribution_without_rules_is_unknown(province: Path, install: Installer) -> None:
    install("qd-other-group", group="other")
    install("qd-known")
    for name in ("qd-other-group", "no-such", "pytest", "", "..", "a/b", "\x00"):
        with pytest.raises(UnknownRules) as raised:
            found(province, name)
        assert "qd-known" in raised.value.known


def test_the_example_of_the_page_is_such_a_distribution(province: Path, install: Installer, repo: Path) -> None:
    page = (repo / "docs/howto/own-rules.md").read_text("utf-8")
    name = install("qd-page", source=page.partition("```python\n")[2].partition("```")[0])
    write(province, "items/a.yaml", ITEMS.replace('phone: "12333"', "window: 1号", 2))
    assert [finding.path for finding in found(province, name)] == ["items[SL-02].contact"]
