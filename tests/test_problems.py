"""What the SDK raises: each problem has a code, an exit code, values and words; a new one is one class in one place."""

from __future__ import annotations

import errno
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

import qingdan
from qingdan import problems, sharing
from qingdan.app import failures
from qingdan.findings import Finding, Location, Severity
from qingdan.model.divisions import Division
from qingdan.problems import PUBLIC, UNREADABLE, USAGE, Problem
from qingdan.words.grammar import LANGS
from tests.conftest import REPO

#: Type → values to try.
SAMPLES: dict[Any, Sequence[object]] = {
    str: ("", "x"),
    bool: (False, True),
    type(None): (None,),
    Path: (Path("a/b"),),
    OSError: (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), OSError(errno.EACCES, os.strerror(errno.EACCES))),
    Finding: (Finding("RED003", Severity.ERROR, Location("a.yaml", 3), {"limit": 1}, {"bytes": 2}),),
    Division: (Division("430000", "H", "province", "", "gbt2260"), Division("430100", "C", "prefecture", "430000", "")),
}
CLASSES = [getattr(problems, name) for name in PUBLIC if name != "Problem"]


def samples(kind: Any) -> Iterator[object]:
    """Values of a type."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind in SAMPLES:
        yield from SAMPLES[kind]
    elif origin is Literal:
        yield from parts
    elif origin is tuple:
        yield tuple(next(iter(samples(part))) or "y" for part in parts)
    elif origin is Mapping:
        yield from ({lang: each for lang in LANGS} for each in samples(parts[1]))
    elif origin is not None and issubclass(origin, Sequence):
        each = list(samples(parts[0]))
        yield from ((), each[-1:], [each[0]] * 7)
    else:
        for part in parts:
            yield from samples(part)


def made(kind: type[Problem]) -> list[Problem]:
    """A problem of a class for every combination of values of the types that it declares."""
    types = [eval(text, globals()) for text in kind.__annotations__.values()]
    return [kind(*values) for values in product(*(list(samples(each)) for each in types))]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_problem_has_a_code_words_in_both_languages_and_a_next_step(kind: type[Problem]) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", kind.code) and kind.code.replace("_", "") == kind.__name__.lower()
    assert kind.exit_code in (USAGE, UNREADABLE)
    assert kind.__name__ in qingdan.__all__ and getattr(qingdan, kind.__name__) is kind
    for problem in made(kind):
        zh, en = problem.said("zh"), problem.said("en")
        assert re.search("[一-鿿]", zh) and not re.search("[一-鿿]", en)
        assert str(problem) == en and problem.said() == zh
        assert "\n下一步：" in zh and "\nNext: " in en


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_problem_is_made_anew_in_another_process_and_holds_plain_values(kind: type[Problem]) -> None:
    for problem in made(kind):
        again = pickle.loads(pickle.dumps(problem))
        assert type(again) is kind
        assert (again.said("zh"), again.said("en")) == (problem.said("zh"), problem.said("en"))
        assert json.loads(json.dumps(problem.values())) == problem.values() == again.values()
        assert list(problem.values()) == list(kind.__annotations__)


def test_codes_tell_problems_apart() -> None:
    assert len(CLASSES) > 30
    assert len({kind.code for kind in CLASSES}) == len(CLASSES)


def test_values_are_plain() -> None:
    with pytest.raises(qingdan.Problem) as told:
        qingdan.compare("西藏", "national", as_of="2026-11-22")
    assert (told.value.code, told.value.exit_code) == ("unknown_side", 2)
    [division] = told.value.values()["divisions"]  # type: ignore[misc]
    assert (division["code"], division["level"]) == ("540000", "province")
    finding = made(problems.NothingRead)[-1].values()["findings"][0]  # type: ignore[index]
    assert (finding["id"], finding["severity"], finding["location"]["line"]) == ("RED003", "error", 3)


def test_values_have_defaults_and_names() -> None:
    assert problems.UnknownRevision("r", missing="git").values() == {
        "revision": "r",
        "missing": "git",
        "shallow": False,
    }
    with pytest.raises(AttributeError, match="near"):
        problems.UnknownRule("x")


def asked(name: str) -> None:
    raise problems.UnknownRule(name, "")


def test_a_problem_in_another_process_is_the_same_problem_here() -> None:
    def never() -> None:
        raise AssertionError("processes can be started here")

    with pytest.raises(problems.UnknownRule) as told:
        list(sharing.shared(asked, [("A",), ("B",)], 2, never))
    assert told.value.name == "A"


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_the_command_says_it_and_ends_with_its_code(kind: type[Problem], capsys: pytest.CaptureFixture[str]) -> None:
    problem = made(kind)[-1]
    assert failures.told(problem, [], "en") == kind.exit_code
    assert capsys.readouterr().err == f"{problem}\n"


NEW = '''

class TooLate(Problem, exit_code=UNREADABLE):
    """Raised when a day has gone.

    Attributes:
        day: Which one.
    """

    day: str
'''
SAID = {
    "zh": '  too_late:\n    said: "{day} 已经过了。\\n下一步：写以后的一天。"\n',
    "en": '  too_late:\n    said: "{day} has gone.\\nNext: name a later day."\n',
}
RAISED = """
import qingdan
from qingdan.app import main

def late(**named):
    raise qingdan.TooLate("2020-01-01")

qingdan.items = late
main(["items", "--lang", "zh"])
"""
TYPED = """
from qingdan import TooLate

reveal_type(TooLate)
reveal_type(TooLate("x").day)
TooLate(1)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one more problem: a class, and its words."""
    folder = tmp_path_factory.mktemp("copy")
    for part in ("cli", "scripts", "catalogue", "schemas"):
        shutil.copytree(REPO / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    with (folder / "cli/qingdan/problems/of_lists.py").open("a", encoding="utf-8") as file:
        file.write(NEW)
    for lang, text in SAID.items():
        table = folder / f"cli/qingdan/words/{lang}.yaml"
        table.write_text(table.read_text("utf-8").replace("\nproblems:\n", f"\nproblems:\n{text}", 1), "utf-8")
    words = "from scripts.generate import words, REPO; [(REPO / n).write_text(t, 'utf-8') for n, t in words().items()]"
    assert python(folder, "-c", words).returncode == 0
    (folder / "use.py").write_text(TYPED, "utf-8")
    return folder


def python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (folder, folder / "cli"))), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_new_problem_is_public(copy: Path) -> None:
    done = python(copy, "-c", "import qingdan; print('TooLate' in qingdan.__all__, qingdan.TooLate.code)")
    assert done.stdout == "True too_late\n", done.stderr


def test_a_new_problem_is_in_the_reference(copy: Path) -> None:
    done = python(copy, "-c", "from scripts.reference import sdk; print(sdk.pages()['sdk.md'])")
    assert "### TooLate\n\n可以写 `qingdan.TooLate`。`code` 是 `too_late`，命令的退出码是 3。\n" in done.stdout, (
        done.stderr
    )
    assert "| `day` | `str` | Which one. |" in done.stdout


def test_a_new_problem_is_said_by_the_command(copy: Path) -> None:
    done = python(copy, "-c", RAISED)
    assert (done.returncode, done.stderr) == (3, "2020-01-01 已经过了。\n下一步：写以后的一天。\n")


def test_a_new_problem_keeps_its_type(copy: Path) -> None:
    """For whoever checks types, too: nobody had to list the name."""
    room = sorted(path.relative_to(copy).as_posix() for path in (copy / "cli/qingdan/problems").glob("*.py"))
    options = ("--strict", "--follow-imports=skip", "--config-file=", "--cache-dir=cache")
    done = python(copy, "-m", "mypy", *options, "cli/qingdan/__init__.py", *room, "use.py")
    assert "def (day: str) -> qingdan.problems.of_lists.TooLate" in done.stdout, done.stdout + done.stderr
    assert 'has incompatible type "int"; expected "str"' in done.stdout
