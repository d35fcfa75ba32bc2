"""``make impact``: what a changed requirement means for the lists here, from the two work trees themselves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
HUNAN = "provinces/430000-hunan"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    if shutil.which("git") is None or not (REPO / ".git").exists():
        pytest.skip("the repository is no git repository here")
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(REPO), str(tmp_path / "clone")], check=True)
    shutil.copy(REPO / "scripts" / "impact.py", tmp_path / "clone" / "scripts" / "impact.py")
    return tmp_path / "clone"


def test_a_loosened_limit_takes_a_finding_away_and_turns_a_judgement(clone: Path) -> None:
    file = clone / "catalogue" / "2025" / "items" / "04-registration.yaml"
    text = file.read_text("utf-8")
    limit = "limits: [{amount: 3, unit: working_day, start: application-received}]"
    assert text.count(limit) == 1
    file.write_text(text.replace(limit, limit.replace("3", "5")), "utf-8")
    words = [sys.executable, str(clone / "scripts" / "impact.py"), "--as-of", "2026-11-22", HUNAN]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert f"{HUNAN} 已消失 JY-0401-R02" in done.stdout
    assert "新增 0" in done.stdout
    assert "判断改变  JY-0401-R02" in done.stdout
    assert "不符合全国要求 → 符合" in done.stdout
    trees = subprocess.run(["git", "worktree", "list"], cwd=clone, capture_output=True, encoding="utf-8", check=True)
    assert len(trees.stdout.splitlines()) == 1
