"""``make impact``: what a changed requirement means for the lists here, from the two work trees themselves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
HUNAN = "provinces/430000-hunan"
RULE = """    Rule(
        id="{id}", severity=Severity.WARNING, scope="item", since="0.1", reads=("name",),
        title=Said("叫法", "A name"), message=Said("有名称", "It has a name"), advice=Said("看", "Look"),
        why=Said("试", "To try"), check={check},
    ),
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    if shutil.which("git") is None or not (REPO / ".git").exists():
        pytest.skip("the repository is no git repository here")
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(REPO), str(tmp_path / "clone")], check=True)
    shutil.copy(REPO / "scripts" / "impact.py", tmp_path / "clone" / "scripts" / "impact.py")
    return tmp_path / "clone"


def impact(clone: Path) -> str:
    """What the script of a clone says of one province."""
    words = [sys.executable, str(clone / "scripts" / "impact.py"), "--as-of", "2026-11-22", HUNAN]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_loosened_limit_takes_a_finding_away_and_turns_a_judgement(clone: Path) -> None:
    file = clone / "catalogue" / "2025" / "items" / "04-registration.yaml"
    text = file.read_text("utf-8")
    limit = "limits: [{amount: 3, unit: working_day, start: application-received}]"
    assert text.count(limit) == 1
    file.write_text(text.replace(limit, limit.replace("3", "5")), "utf-8")
    told = impact(clone)
    assert f"{HUNAN} 已消失 JY-0401-R02" in told
    assert "新增 0" in told
    assert "# Rules that are new" not in told
    assert "判断改变  JY-0401-R02" in told
    assert "不符合全国要求 → 符合" in told
    trees = subprocess.run(["git", "worktree", "list"], cwd=clone, capture_output=True, encoding="utf-8", check=True)
    assert len(trees.stdout.splitlines()) == 1


def test_what_a_new_rule_finds_is_new_and_counted_by_rule_and_place(clone: Path) -> None:
    """The earlier code could not have found it; a rule that finds nothing says so."""
    file = clone / "cli" / "qingdan" / "rules" / "channels.py"
    before, end, after = file.read_text("utf-8").rpartition("\n)")
    checks = {"CHN901": 'demands(Stated("name"), "nothing_such")', "CHN902": 'demands(Stated("nothing_such"), "name")'}
    rows = "".join(RULE.format(id=id, check=check) for id, check in checks.items())
    file.write_text(f"{before}\n{rows}{end.lstrip()}{after}", "utf-8")
    told = impact(clone)
    files = sorted((clone / HUNAN / "localities").glob("*.yaml"))
    here = {path.stem: path.read_text("utf-8").count("\n    name:") for path in files}
    assert all(here.values())
    counted = [f"  {HUNAN} {place}  {count}" for place, count in here.items()]
    shown = told.split("# Rules that are new: what they find, by rule and place\n")[1].split("\n\n")[0]
    assert shown.splitlines() == [f"CHN901  {sum(here.values())}", *counted, "CHN902  0"]
    assert all(f"{path.relative_to(clone)}:" in told for path in files)
    assert told.count(" CHN901 有名称") == sum(here.values())
    assert f"新增 {sum(here.values())}，" in told and "没有比较 0" in told
