"""What an attacker tried: each was a crash, a hang, a leak or a silent pass once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import qingdan
from qingdan.problems import UnknownRule
from tests.app.running import run, start, write

HEAD = "schema: items/1\nitems:\n"


def own_edition(repo: Path, folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the national edition with one thing changed."""
    shutil.copytree(repo / "catalogue" / "2025", folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


BROKEN_EDITIONS = {
    "no basis": (
        "basis:\n          - {document: mohrss-office-2020-79, article: 第一部分, evidence: copy, seen: part}",
        "basis: []",
    ),
    "unknown element": ("element: promised_limit", "element: promised"),
    "no value": ("limits: [{amount: 3, unit: working_day, start: application-received}]", "{}"),
    "value of another kind": ("element: promised_limit", "element: materials"),
    "unknown relation": ("relation: covers", "relation: 不少于"),
}


@pytest.mark.parametrize("what", BROKEN_EDITIONS)
def test_a_broken_edition_judges_nobody(what: str, repo: Path, tmp_path: Path) -> None:
    old, new = BROKEN_EDITIONS[what]
    if what == "no value":
        old, new = (
            "value:\n          limits: [{amount: 3, unit: working_day, start: application-received}]",
            "value: {}",
        )
    own = own_edition(repo, tmp_path / "own", "items/04-registration.yaml", old, new)
    ran = run("validate", repo / "provinces" / "430000-hunan", "--edition", own)
    assert ran.code == 3 and "下一步" in ran.err and "Traceback" not in ran.err
    assert run("validate", own).code in (1, 3)
    assert run("explain", "JY-0401-R02", "--edition", own).code == 3


def test_a_list_cannot_name_an_edition_by_a_path(repo: Path, tmp_path: Path) -> None:
    own = own_edition(repo, tmp_path / "own", "items/04-registration.yaml", "amount: 3", "amount: 99")
    folder = start(tmp_path / "list", "430000")
    for name in ("../own", str(own), "x" * 300, "../../etc"):
        head = (folder / "catalogue.yaml").read_text(encoding="utf-8")
        write(folder, "catalogue.yaml", head.replace('edition: "2025"', f'edition: "{name}"'))
        ran = json.loads(run("validate", folder, "--format", "json").out)
        assert "REF002" in [f["id"] for f in ran["sections"][0]["findings"]]
        write(folder, "catalogue.yaml", head)


def test_what_is_selected_must_exist_and_what_was_not_read_is_always_said(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    for words in (["--select", "NOPE"], ["--select", "JY-9999"], ["--ignore", "失业登记"], ["--select", "JY-0401-R0"]):
        assert run("validate", folder, *words).code == 2
    with pytest.raises(UnknownRule):
        qingdan.validate(folder, as_of="2026-11-22", select=["nope"])
    with pytest.raises(ValueError, match="2024/1/5"):
        qingdan.validate(folder, as_of="2024/1/5")
    write(folder, "items/02.yaml", "schema: items/1\nitems: [{id: A-1, name: x, bad_key: 1}]\n")
    for words in (["--select", "TIM"], ["--ignore", "STR"]):
        assert "STR002" in run("validate", folder, *words, "--format", "concise").out


@pytest.mark.parametrize("words", [["--waivers-from", ""], ["--waivers-from="], ["--ignore="], ["--as-of", ""], [""]])
def test_a_variable_that_was_never_set_switches_nothing_off(tmp_path: Path, words: list[str]) -> None:
    ran = run("validate", start(tmp_path / "list"), *words)
    assert (ran.code, ran.out) == (2, "")
    assert "的值是空的" in ran.err and "下一步" in ran.err


def test_nobody_can_waive_what_was_not_read_or_an_empty_list(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    (folder / "items" / "01.yaml").unlink()
    report = json.loads(run("validate", folder, "--format", "json").out)
    (finding,) = [f for f in report["sections"][0]["findings"] if f["id"] == "CAT002"]
    write(
        folder, "waivers.yaml",
        f"schema: waivers/1\nwaivers:\n  - {{id: CAT002, fingerprint: \"{finding['fingerprint']}\", reason: x, approved_by: y, approved_on: 2026-01-01, until: 2099-01-01}}\n",
    )  # fmt: skip
    assert run("validate", folder).code == 1


def test_schema_files_are_not_written_through_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    folder.mkdir()
    victim = write(tmp_path, "victim", "precious")
    for name in ("items.schema.part", "items.schema.json"):
        os.symlink(victim, folder / name)
    assert run("schema", folder).code == 0
    assert victim.read_text(encoding="utf-8") == "precious"
    assert json.loads((folder / "items.schema.json").read_text(encoding="utf-8"))


def test_the_report_does_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    options = ", ".join(f"{{text: {sign}}}" for sign in "甲乙丙丁戊己")
    path = write(
        tmp_path,
        "a.yaml",
        HEAD
        + f"  - {{id: A, name: x, implements: [{{item: JY-0401}}], materials: [{{name: q, any_of: [{options}]}}]}}\n",
    )
    outputs = set()
    for seed in ("0", "1", "2", "3"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        words = [sys.executable, "-m", "qingdan", "validate", str(path), "--format", "json", "--as-of", "2026-11-22"]
        outputs.add(subprocess.run(words, env=env, capture_output=True, check=False).stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("small", "large", "build"),
    [
        (250, 1000, lambda n: "    implements: [{item: JY-0401}]\n    materials: [" + ", ".join(f"{{id: local/x{i}, name: n{i}}}" for i in range(n)) + "]\n"),
        (40, 160, lambda n: "    implements: [" + ", ".join(["{item: JY-0401}"] * n) + "]\n    materials: [" + ", ".join(f"{{id: local/x{i}, name: n{i}}}" for i in range(50)) + "]\n"),
    ],
    ids=["many papers", "one link many times"],
)  # fmt: skip
def test_work_grows_with_the_input_not_with_its_square(small: int, large: int, build: object, tmp_path: Path) -> None:
    sizes = []
    for count in (small, large):
        path = write(tmp_path, f"{count}.yaml", HEAD + "  - id: A\n    name: x\n" + build(count))  # type: ignore[operator]
        sizes.append(len(run("validate", path, "--as-of", "2026-11-22", "--format", "json").out))
    # four times the input gives at most about four times the output: each finding shows its own entry only
    assert sizes[1] < 6 * sizes[0]


def test_closed_streams_are_no_fault(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    for closing in (">&-", "2>&-", "| head -1"):
        ran = subprocess.run(
            ["bash", "-c", f'set -o pipefail; "{sys.executable}" -m qingdan validate "{folder}" {closing}'],
            capture_output=True, check=False,
        )  # fmt: skip
        assert ran.returncode in (0, 1), (closing, ran.stderr)


def test_names_from_files_and_paths_cannot_steer_a_terminal(repo: Path, tmp_path: Path) -> None:
    odd = "a\x1b]0;PWNED\x07"
    for ran in (
        run("validate", tmp_path / odd),
        run("validate", tmp_path, "--edition", odd),
        run("explain", odd),
        run("init", tmp_path / odd),
    ):
        assert "\x1b" not in ran.out + ran.err and "\x07" not in ran.out + ran.err
