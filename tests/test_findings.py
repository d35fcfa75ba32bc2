"""The scripts of surprises have one form; whether they still hold is found by running them by hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
SCRIPTS = sorted((REPO / "findings").glob("*.sh"))
HEADS = ("What happens", "One would guess", "Why it surprises", "Who meets it", "Instead", "Run with")


def test_nothing_else_is_there() -> None:
    assert {path.name for path in (REPO / "findings").iterdir()} == {"README.md", *(path.name for path in SCRIPTS)}
    assert SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_what_it_is_about_and_leaves_nothing(script: Path) -> None:
    text = script.read_text("utf-8")
    lines = text.splitlines()
    heads = [line.removeprefix("# ").partition(": ")[0] for line in lines[1:] if re.match(r"# [A-Z][a-z ]+: ", line)]
    assert lines[0] == "#!/usr/bin/env bash" and tuple(heads[: len(HEADS)]) == HEADS
    for must in ("set -euo pipefail", "work=$(mktemp -d)", "trap 'rm -rf \"$work\"' EXIT", 'cd "$work"'):
        assert must in lines
    assert "qingdan" not in text.lower()
    assert os.name == "nt" or os.access(script, os.X_OK)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_packages_are_pinned_and_come_by_name(script: Path) -> None:
    text = script.read_text("utf-8")
    commands = [line for line in text.splitlines() if " install -" in line and not line.startswith("#")]
    installed = [word for line in commands for word in re.findall(r'"([^"]+)"', line) if not word.endswith("/python")]
    assert all("==" in word or "@" in word or word == "$of" for word in installed), installed
    assert not re.search(r"--(extra-)?index-url|--registry|--find-links|git\+", text)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_bash_can_read_it(script: Path) -> None:
    subprocess.run(["bash", "-n", str(script)], check=True)
