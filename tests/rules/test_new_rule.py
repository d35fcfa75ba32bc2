"""A rule that was begun is valid Python, stands in its group, and fails the record's tests until it is filled in."""

from __future__ import annotations

import importlib.util
import shutil
import types
from pathlib import Path

import pytest

from qingdan.rules import TOPICS
from qingdan.rules.record import Rule


@pytest.fixture
def script(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("new_rule", repo / "scripts/new_rule.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    copy = tmp_path / "rules"
    shutil.copytree(repo / "cli/qingdan/rules", copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "RULES", copy)
    return module


def rules_in(path: Path) -> tuple[Rule, ...]:
    names: dict[str, object] = {"__name__": "begun"}
    exec(compile(path.read_text("utf-8"), str(path), "exec"), names)
    found = names["RULES"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_a_rule_can_be_begun_in_every_topic(script: types.ModuleType, topic: str) -> None:
    assert script.main(["XYZ001", topic, "某种情形"]) == 0
    rule = rules_in(script.RULES / f"{topic}.py")[-1]
    assert (rule.id, rule.title.zh) == ("XYZ001", "某种情形")
    assert rule.check is not None and not rule.message.zh


def test_the_topic_follows_from_the_group(script: types.ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["TIM042"]) == 0
    assert "limits.py" in capsys.readouterr().out
    assert rules_in(script.RULES / "limits.py")[-1].id == "TIM042"


@pytest.mark.parametrize("arguments", [["TIM001"], ["tim042"], ["XYZ001"], ["TIM042", "nowhere"]])
def test_what_cannot_be_begun_is_refused(script: types.ModuleType, arguments: list[str]) -> None:
    before = {path.name: path.read_bytes() for path in script.RULES.glob("*.py")}
    assert script.main(arguments) == 2
    assert {path.name: path.read_bytes() for path in script.RULES.glob("*.py")} == before
