"""A rule that was begun is code as the linters want it, stands in its group, and fails the tests until it is filled in."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

from qingdan.rules import TOPICS
from qingdan.rules.record import Rule


def copied(repo: Path, folder: Path) -> Path:
    """The code and what the linters are told of it."""
    shutil.copytree(repo / "cli", folder / "cli", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repo / "pyproject.toml", folder)
    if (repo / ".mypy_cache").is_dir():  # the types of what has not changed are known
        shutil.copytree(repo / ".mypy_cache", folder / ".mypy_cache")
    return folder


def script_on(repo: Path, copy: Path) -> types.ModuleType:
    """The script, at work on a copy."""
    spec = importlib.util.spec_from_file_location("new_rule", repo / "scripts/new_rule.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    vars(module)["RULES"] = copy / "cli/qingdan/rules"
    return module


@pytest.fixture
def script(repo: Path, tmp_path: Path) -> types.ModuleType:
    return script_on(repo, copied(repo, tmp_path))


@pytest.fixture(scope="module")
def begun(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code with a rule begun in every topic."""
    copy = copied(repo, tmp_path_factory.mktemp("begun"))
    script = script_on(repo, copy)
    for number, topic in enumerate(TOPICS, 1):
        assert script.main([f"XYZ{number:03}", topic, "某种情形"]) == 0
    return copy


def linted(folder: Path, *words: str) -> str:
    """What a linter says of the code of a copy; nothing where it has no objection."""
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr if done.returncode else ""


def rules_in(path: Path) -> tuple[Rule, ...]:
    names: dict[str, object] = {"__name__": "begun"}
    exec(compile(path.read_text("utf-8"), str(path), "exec"), names)
    found = names["RULES"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_a_rule_can_be_begun_in_every_topic(begun: Path, topic: str) -> None:
    rule = rules_in(begun / f"cli/qingdan/rules/{topic}.py")[-1]
    assert (rule.id, rule.title.zh) == (f"XYZ{TOPICS.index(topic) + 1:03}", "某种情形")
    assert rule.check is not None and not rule.message.zh


@pytest.mark.parametrize(
    "words",
    [("ruff", "check", "cli"), ("ruff", "format", "--check", "cli"), ("mypy", "--strict", "cli/qingdan/rules")],
    ids=" ".join,
)
def test_what_was_begun_needs_no_tidying(begun: Path, words: tuple[str, ...]) -> None:
    assert linted(begun, *words) == ""


def test_what_was_begun_and_not_filled_in_fails_the_tests_of_its_record(begun: Path, repo: Path) -> None:
    """Each by its own: the words, and the example that finds nothing."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/rules/test_records.py",
        "-k",
        "XYZ",
    ]
    environment = {**os.environ, "PYTHONPATH": str(begun / "cli")}
    shutil.copytree(repo / "tests/rules", begun / "tests/rules", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("catalogue", "schemas"):
        shutil.copytree(repo / name, begun / name)
    done = subprocess.run(command, cwd=begun, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    for number in range(1, len(TOPICS) + 1):
        for test in ("the_record_is_filled_in", "the_bad_example_gives_one_finding_and_the_good_one_none"):
            assert f"test_{test}[XYZ{number:03}]" in done.stdout


def test_the_topic_follows_from_the_group(script: types.ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["TIM999"]) == 0
    assert "limits.py" in capsys.readouterr().out
    assert rules_in(script.RULES / "limits.py")[-1].id == "TIM999"


@pytest.mark.parametrize("arguments", [["TIM001"], ["tim042"], ["XYZ001"], ["TIM999", "nowhere"]])
def test_what_cannot_be_begun_is_refused(script: types.ModuleType, arguments: list[str]) -> None:
    before = {path.name: path.read_bytes() for path in script.RULES.glob("*.py")}
    assert script.main(arguments) == 2
    assert {path.name: path.read_bytes() for path in script.RULES.glob("*.py")} == before
