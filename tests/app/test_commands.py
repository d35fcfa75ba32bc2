"""The commands as a user meets them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import qingdan
from qingdan.rules import all_rules
from tests.app.running import run, snapshot, start, write


def test_version_and_help() -> None:
    assert run("--version").out == f"qingdan {qingdan.__version__}\n"
    shown = run("--help")
    assert shown.code == 0
    for command in ("validate", "explain", "rules", "schema", "init"):
        assert command in shown.out
        assert run(command, "--help").code == 0


def test_what_does_not_fit_is_a_usage_error() -> None:
    for words in (
        ["validate"],
        ["validate", ".", "--format", "xml"],
        ["nonsense"],
        ["validate", ".", "--as-of", "2026-02-30"],
    ):
        ran = run(*words)
        assert ran.code == 2 and ran.err, words


def test_a_new_list_has_no_errors_and_comes_with_its_schemas(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    ran = run("validate", folder, "--as-of", "2026-11-22")
    assert ran.code == 0, ran.out
    first = (folder / "items" / "01.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (folder / "items" / first.partition("$schema=")[2]).resolve().is_file()


@pytest.mark.parametrize("province", ["330000", "650000", "990000"])
def test_a_list_can_be_started_for_any_province(province: str, tmp_path: Path) -> None:
    assert run("init", tmp_path / "list", "--province", province).code == 0
    assert run("validate", tmp_path / "list", "--as-of", "2026-11-22").code == 0


def test_a_list_is_never_started_over_something(tmp_path: Path) -> None:
    write(tmp_path, "list/keep.txt", "mine")
    before = snapshot(tmp_path)
    assert run("init", tmp_path / "list").code == 2
    assert run("init", tmp_path / "other", "--province", "433101").code == 2
    assert snapshot(tmp_path) == before


def test_explain_knows_rules_requirements_items_and_elements() -> None:
    for id, said in (
        ("JY-0401-R02", "三个工作日"),
        ("JY-0401", "失业登记"),
        ("promised_limit", "承诺办结时限"),
        ("REF001", "全国事项"),
    ):
        assert said in run("explain", id).out
        assert run("explain", id, "--lang", "en").code == 0
    unknown = run("explain", "promise_limit")
    assert unknown.code == 2 and "promised_limit" in unknown.err


def test_rules_lists_every_rule_and_requirement() -> None:
    shown = run("rules").out
    assert all(id in shown for id in all_rules())
    assert all(id in run("rules", "--requirements").out for id in qingdan.national().by_id)


def test_schema_writes_the_schemas(tmp_path: Path) -> None:
    ran = run("schema", tmp_path / "schemas")
    assert ran.code == 0
    assert json.loads((tmp_path / "schemas" / "items.schema.json").read_text(encoding="utf-8"))["title"]


def test_fail_on_select_and_ignore(tmp_path: Path, repo: Path) -> None:
    hunan = repo / "provinces" / "430000-hunan"
    base = ("validate", hunan, "--as-of", "2026-11-22")
    assert run(*base, "--fail-on", "never").code == 0
    assert run(*base, "--fail-on", "warning").code == 1
    only = json.loads(run(*base, "--format", "json", "--select", "JY-0401-R02").out)
    assert {f["id"] for f in only["sections"][0]["findings"]} == {"JY-0401-R02"}
    assert only["rules_not_run"] and all(id.startswith(("RED", "STR")) for id in only["rules_run"])
    without = json.loads(run(*base, "--format", "json", "--ignore", "JY-0401").out)
    assert not any(f["id"].startswith("JY-0401") for f in without["sections"][0]["findings"])


def test_the_day_decides(repo: Path, tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "430000")
    items = (
        (folder / "items" / "01.yaml")
        .read_text(encoding="utf-8")
        .replace("amount: 3", "amount: 5")
        .replace("3个工作日", "5个工作日")
    )
    write(folder, "items/01.yaml", items)
    assert "JY-0401-R02" in run("validate", folder, "--as-of", "2026-11-22", "--format", "concise").out
    assert "JY-0401-R02" not in run("validate", folder, "--as-of", "2019-06-01", "--format", "concise").out


def test_an_edition_of_ones_own_takes_the_place_of_the_national_one(repo: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(repo / "catalogue" / "2025", own)
    path = own / "items" / "04-registration.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("amount: 3, unit: working_day", "amount: 9, unit: working_day"),
        encoding="utf-8",
    )
    words = ("validate", repo / "provinces" / "430000-hunan", "--as-of", "2026-11-22", "--format", "concise")
    assert "JY-0401-R02" in run(*words).out
    assert "JY-0401-R02" not in run(*words, "--edition", own).out


def test_a_single_file_can_be_checked(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "sent.yaml",
        'schema: items/1\nitems:\n  - {id: A-1, name: 失业登记, implements: [{item: JY-0401}], fee: {charged: "yes"}}\n',
    )
    ran = run("validate", path, "--as-of", "2026-11-22", "--format", "json")
    assert ran.code == 1
    assert "ALL-R01" in [f["id"] for f in json.loads(ran.out)["sections"][0]["findings"]]


def test_crlf_and_json_are_read_alike(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    items = folder / "items" / "01.yaml"
    text = items.read_text(encoding="utf-8")
    items.write_bytes(
        text.replace("amount: 3", "amount: 5").replace("3个工作日", "5个工作日").replace("\n", "\r\n").encode()
    )
    ran = json.loads(run("validate", folder, "--as-of", "2026-11-22", "--format", "json").out)
    (finding,) = [f for f in ran["sections"][0]["findings"] if f["id"] == "JY-0401-R02"]
    line = text.splitlines()[finding["location"]["line"] - 1]
    assert line[finding["location"]["column"] - 1 :].startswith("{amount")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437", "utf-8"])
def test_any_console_can_show_the_report(encoding: str, repo: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "qingdan", "validate", "provinces/430000-hunan", "--as-of", "2026-11-22"],
        cwd=repo, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding, "QINGDAN_LANG": "zh"}, check=False,
    )  # fmt: skip
    assert ran.returncode in (0, 1) and b"Traceback" not in ran.stderr
    assert b"JY-0401-R02" in ran.stdout
    if encoding == "gbk":
        assert "承诺办结时限" in ran.stdout.decode("gbk")


@pytest.mark.parametrize("name", ["items/新增事项.xlsx", "localities/330100.docx", "items/02.yml", "items/02.yaml.txt"])
def test_a_file_that_was_not_read_is_no_pass(tmp_path: Path, name: str) -> None:
    folder = start(tmp_path / "list")
    write(folder, name, b"PK\x03\x04")
    ran = run("validate", folder, "--as-of", "2026-11-22", "--fail-on", "never")
    assert ran.code == 3 and Path(name).name in ran.out
    for command in ("coverage", "export"):
        more = ("-o", tmp_path / "out.jsonl") if command == "export" else ()
        assert run(command, folder, "--as-of", "2026-11-22", *more).code == 3


def test_the_language_follows_option_then_environment() -> None:
    assert "错误" in run("rules", env={"QINGDAN_LANG": "zh"}).out
    assert "error" in run("rules", env={"QINGDAN_LANG": "en"}).out
    assert "错误" in run("rules", "--lang", "zh", env={"QINGDAN_LANG": "en"}).out


def test_waived_findings_are_shown_and_do_not_fail(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "430000")
    items = (
        (folder / "items" / "01.yaml")
        .read_text(encoding="utf-8")
        .replace("amount: 3", "amount: 5")
        .replace("3个工作日", "5个工作日")
    )
    write(folder, "items/01.yaml", items)
    report = json.loads(run("validate", folder, "--as-of", "2026-11-22", "--format", "json").out)
    (finding,) = [f for f in report["sections"][0]["findings"] if f["id"] == "JY-0401-R02"]
    waiver = (
        'schema: waivers/1\nwaivers:\n  - id: JY-0401-R02\n    path: "{}"\n    reason: 系统改造\n'
        "    approved_by: 张三\n    approved_on: 2026-01-01\n    until: 2027-06-30\n".format(finding["path"])
    )
    write(folder, "waivers.yaml", waiver)
    ran = run("validate", folder, "--as-of", "2026-11-22")
    assert ran.code == 0 and "已豁免" in ran.out and "系统改造" in ran.out
    assert run("validate", folder, "--as-of", "2027-07-01").code == 1
