"""Rules that a list brings along: a file of them, and exactly what is found with it."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from tests.app.running import run, write

import qingdan
from qingdan.findings import Severity
from qingdan.problems import NothingCalled, RetiredRule, UnknownRule
from qingdan.rules import all_rules

AS_OF = "2026-11-22"
CASES = sorted((Path(__file__).parent / "own").glob("*.yaml"))
HOLDS = Path(__file__).parent / "own" / "holds.yaml"
ITEMS = """schema: items/1
items:
  - {id: SL-01, name: 失业登记, contact: {phone: "12333"}, promised_limit: [{amount: 2, unit: hour}]}
  - {id: SL-02, name: 就业登记, contact: {phone: "12333", address: 暂无}, handling_items: [{id: SL-02-1, name: 网上登记}]}
"""
HEAD = """schema: catalogue/1
province: "330000"
name: 清单
edition: "2025"
kind: {kind}
completeness: partial
source: {{title: 测试, evidence: sample, seen: whole}}
"""


@pytest.fixture
def province(tmp_path: Path) -> Path:
    folder = tmp_path / "list"
    write(folder, "catalogue.yaml", HEAD.format(kind="list"))
    write(folder, "items/a.yaml", ITEMS)
    return folder


def with_rules(folder: Path, rules: Path = HOLDS) -> Path:
    shutil.copyfile(rules, folder / "rules.yaml")
    return folder


def of_own_rules(folder: Path, lang: str = "zh", **asked: object) -> list[str]:
    """What is found in ``rules.yaml`` and by its rules, a line each."""
    report = qingdan.validate(folder, as_of=AS_OF, **asked)  # type: ignore[arg-type]
    shown = qingdan.render(report, "concise", lang)  # type: ignore[arg-type]
    assert isinstance(shown, str)
    lines = shown.replace(f"{folder.as_posix()}/", "").splitlines()
    return [line for line in lines if line.startswith("rules.yaml") or " ZJX" in line]


@pytest.mark.parametrize("rules", CASES, ids=lambda path: path.stem)
def test_a_file_of_rules_and_exactly_what_is_found(rules: Path, province: Path) -> None:
    assert of_own_rules(with_rules(province, rules)) == rules.with_suffix(".txt").read_text("utf-8").splitlines()


def test_every_rule_on_own_rules_is_shown_by_a_file() -> None:
    shown = "".join(path.with_suffix(".txt").read_text("utf-8") for path in CASES)
    assert [id for id in all_rules() if id.startswith("OWN") and f" {id} " not in shown] == []


def test_words_that_nobody_put_into_english_are_said_in_chinese(province: Path) -> None:
    with_rules(province)
    assert of_own_rules(province, "en")[0].endswith("warning ZJX001 A phone and no address {address}")
    report = qingdan.validate(province, as_of=AS_OF)
    finding = next(each for each in report.findings if each.id == "ZJX001")
    assert qingdan.describe(finding, "en") == "A phone and no address {address} 在 contact 写 {address: 地址}"
    assert "ZJX001" in report.rules_run


def test_they_are_selected_and_ignored_as_others_are(province: Path) -> None:
    with_rules(province)
    assert len(of_own_rules(province)) == 1
    assert len(of_own_rules(province, select=["zjx"])) == len(of_own_rules(province, select=["ZJX001,TXT"])) == 1
    assert of_own_rules(province, ignore=["ZJX001"]) == []
    with pytest.raises(UnknownRule):
        qingdan.validate(province, as_of=AS_OF, select=["ZJX002"])
    (province / "rules.yaml").unlink()
    with pytest.raises(UnknownRule):
        qingdan.validate(province, as_of=AS_OF, select=["ZJX"])


def test_they_are_waived_as_others_are(province: Path) -> None:
    with_rules(province)
    row = "schema: waivers/1\nwaivers:\n  - {{id: {}, path: '{}', reason: 甲, approved_by: 乙, "
    row += 'approved_on: "2026-01-01", until: "2027-06-30"}}\n'
    write(province, "waivers.yaml", row.format("ZJX001", "items[SL-01].contact[phone]"))
    [section] = qingdan.validate(province, as_of=AS_OF).sections
    assert [finding.id for finding, _ in section.waived] == ["ZJX001"]
    assert not any(finding.id.startswith(("ZJX", "WVR")) for finding in section.findings)
    with_rules(province, HOLDS.with_name("retired.yaml"))
    report = qingdan.validate(province, as_of=AS_OF)
    [finding] = [each for each in report.findings if each.id.startswith("WVR")]
    assert (finding.id, finding.suggestions) == ("WVR013", ("ZJX002",))
    assert "由后面这条代替：ZJX002" in qingdan.describe(finding)


def test_one_that_is_retired_is_not_run_and_names_its_successor(province: Path) -> None:
    with_rules(province, HOLDS.with_name("retired.yaml"))
    with pytest.raises(RetiredRule) as raised:
        qingdan.validate(province, as_of=AS_OF, select=["ZJX001"])
    assert raised.value.successor == "ZJX002" and "ZJX002" in raised.value.said("zh")
    assert of_own_rules(province, ignore=["ZJX001"]) == of_own_rules(province)
    assert "已停用：由 ZJX002 代替\n" in run("explain", "ZJX001", "--list", province).out
    assert "ZJX001  警告  有电话，没有写地址（已停用）\n" in run("rules", province).out
    with_rules(province, HOLDS.with_name("retired-alone.yaml"))
    with pytest.raises(RetiredRule, match="leave it out"):
        qingdan.validate(province, as_of=AS_OF, select=["ZJX001"])
    assert "已停用：地址另有一条国家要求\n" in run("explain", "ZJX001", "--list", province).out


def test_they_are_listed_and_explained_where_the_list_is_named(province: Path) -> None:
    with_rules(province)
    known = qingdan.all_rules(province)
    assert {*known} - {*qingdan.all_rules()} == {"ZJX001"} and "ZJX001" not in all_rules()
    shown = run("explain", "ZJX001", "--list", province).out
    assert f"来自：{province.as_posix()}/rules.yaml\n" in shown and "怎么办：在 contact 写 {address: 地址}\n" in shown
    with pytest.raises(NothingCalled):
        qingdan.explain("ZJX001", as_of=AS_OF)


def test_they_soften_on_what_was_printed_once(province: Path) -> None:
    write(with_rules(province), "catalogue.yaml", HEAD.format(kind="archive") + 'as_of: "2020-01-01"\n')
    report = qingdan.validate(province, as_of=AS_OF, select=["ZJX"])
    assert [finding.severity for finding in report.findings if finding.id == "ZJX001"] == [Severity.INFO]


def test_many_lists_in_many_processes_have_each_their_own(province: Path, tmp_path: Path) -> None:
    folders = [Path(shutil.copytree(province, tmp_path / "many" / f"{number}")) for number in range(9)]
    for number, folder in enumerate(folders):
        write(folder, "rules.yaml", HOLDS.read_text("utf-8").replace("ZJX001", f"ZJX10{number}"))
    report = qingdan.validate(*folders, as_of=AS_OF, workers=2)
    own = [{each.id for each in section.findings if each.id.startswith("ZJX")} for section in report.sections]
    assert own == [{f"ZJX10{number}"} for number in range(9)]
    assert [id for id in report.rules_run if id.startswith("ZJX")] == [f"ZJX10{number}" for number in range(9)]


def test_a_baseline_tells_a_finding_of_theirs_that_was_there_from_a_new_one(province: Path, tmp_path: Path) -> None:
    with_rules(province)
    earlier = qingdan.render(qingdan.validate(province, as_of=AS_OF), "json")
    assert isinstance(earlier, str)
    baseline = write(tmp_path, "earlier.json", earlier)
    assert of_own_rules(province, baseline=baseline) == []
    text = (province / "items/a.yaml").read_text("utf-8").replace(", address: 暂无", "")
    write(province, "items/a.yaml", text)
    assert len(of_own_rules(province, baseline=baseline)) == 1


def test_ten_thousand_rows_are_refused_at_once(province: Path) -> None:
    head, _, row = HOLDS.read_text("utf-8").partition("rules:\n")
    rows = (row.replace("ZJX001", f"Z{chr(65 + n // 1000)}X{n % 1000:03}") for n in range(10_000))
    write(province, "rules.yaml", f"{head}rules:\n{''.join(rows)}")
    begin = time.perf_counter()
    lines = of_own_rules(province)
    assert time.perf_counter() - begin < 60
    assert len(lines) == 1 and "STR007" in lines[0] and lines[0].endswith("条数太多，最多：200")


def test_as_many_rules_as_may_be_are_run(province: Path) -> None:
    head, _, row = HOLDS.read_text("utf-8").partition("rules:\n")
    rows = "".join(row.replace("ZJX001", f"ZJX{n:03}") for n in range(200))
    write(province, "rules.yaml", f"{head}rules:\n{rows}")
    begin = time.perf_counter()
    assert len(of_own_rules(province)) == 200
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "3", "schema: own-rules/1", "schema: own-rules/2\nrules: []", "schema: own-rules/1\nrules: {}",
        "schema: own-rules/1\nrules: [null, 3, [], {}]", "schema: own-rules/1\nrules: [{id: ZJX001}]", "a: [", "\x00",
        "schema: own-rules/1\nrules: &a [*a]", "schema: items/1\nitems: []",
    ],
)  # fmt: skip
def test_what_is_no_file_of_rules_is_a_finding_in_it(text: str, province: Path) -> None:
    write(province, "rules.yaml", text)
    lines = of_own_rules(province)
    assert lines and all(line.split(" ")[2].startswith(("RED", "STR")) for line in lines), lines
    with pytest.raises(UnknownRule):
        qingdan.validate(province, as_of=AS_OF, select=["ZJX"])
    assert {*qingdan.all_rules(province)} == {*qingdan.all_rules()}


def test_a_file_without_rows_is_nothing(province: Path) -> None:
    write(province, "rules.yaml", "schema: own-rules/1\nrules: []\n")
    assert of_own_rules(province) == []
