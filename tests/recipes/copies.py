"""A copy of the repository in which a recipe of CONTRIBUTING.md is followed, and what the page says of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from scripts.generate import OWNED

from tests.conftest import REPO

DAY = ("--as-of", "2026-11-22")
#: Recipe → its heading in Chinese and in English.
HEADINGS = {
    "rule": ("加一条规则", "Add a rule"),
    "requirement": ("加一项全国要求", "Add a requirement"),
    "element": ("加一个要素", "Add an element"),
    "kind of value": ("加一种值", "Add a kind of value"),
    "format": ("加一种输出格式", "Add a format"),
    "national item": ("加一个全国事项", "Add a national item"),
    "province": ("加一个省", "Add a province"),
    "language": ("加一种语言", "Add a language"),
}
_LEFT_OUT = (".git", ".venv", "site", "dist", ".*_cache", ".hypothesis", "node_modules", "findings", "*.pyc.*")
_PATH = re.compile(r"`([A-Za-z0-9_.*-]+(?:/[A-Za-z0-9_.*-]*)+|[A-Z]+\.md)`")


def copied(folder: Path) -> Path:
    """A copy in a new folder, without what is built; what Python has compiled is as good there as here."""
    return Path(shutil.copytree(REPO, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT), symlinks=True))


def repository(folder: Path) -> Path:
    """A copy that is a git repository of its own, with everything on ``main``."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    copied(folder)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


def followed(folder: Path, follow: Callable[[Path], None]) -> Path:
    """The copy after the steps of a recipe and ``make generate``."""
    follow(folder)
    done = run(folder, "scripts/generate.py")
    assert done.returncode == 0, done.stderr
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python at work in a copy, with the code of the copy."""
    env = {**os.environ, "PYTHONPATH": str(folder / "cli"), "PYTHONUTF8": "1", "QINGDAN_LANG": "zh"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )


def python(folder: Path, *words: str) -> str:
    """What it prints; findings are no failure."""
    done = run(folder, *words)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def qingdan(folder: Path, *words: str) -> str:
    """What a command of the copy prints."""
    return python(folder, "-m", "qingdan", *words)


def complaints(folder: Path, *words: str) -> str:
    """What a linter or the tests say in a copy; nothing where all is well."""
    done = run(folder, "-m", *words)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def tested(folder: Path, *words: str) -> str:
    """What tests of the copy say; nothing where they pass."""
    return complaints(folder, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *words)


def example(folder: Path) -> str:
    """What is found in the example province of a copy; nothing where it is as clean as it has to be."""
    done = run(folder, "-m", "qingdan", "validate", "provinces/990000-example", *DAY, "--fail-on", "info")
    return done.stdout + done.stderr if done.returncode else ""


def linted(folder: Path) -> str:
    """What the linters say of what was written in a copy."""
    files = sorted(name for name in touched(folder) if name.endswith(".py"))
    return "".join(complaints(folder, "ruff", *words, *files) for words in (("check",), ("format", "--check")) if files)


def put(file: Path, before: str, text: str) -> None:
    """Write something into a file, before words that stand there once."""
    whole = file.read_text("utf-8")
    assert whole.count(before) == 1, (file, before, whole.count(before))
    file.write_text(whole.replace(before, text + before), "utf-8")


def put_last(file: Path, text: str) -> None:
    """Write something at the end of a file."""
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def touched(folder: Path) -> set[str]:
    """The files of a copy that are not as they are here, but for those that are generated."""
    here, there = _files(REPO), _files(folder)
    changed = {name for name in here & there if (REPO / name).read_bytes() != (folder / name).read_bytes()}
    return {name for name in changed | (here ^ there) if not name.startswith(OWNED)}


def _files(root: Path) -> set[str]:
    ignored = shutil.ignore_patterns(*_LEFT_OUT, "__pycache__")
    found = set[str]()
    for at, folders, files in os.walk(root):
        folders[:] = set(folders) - ignored(at, folders)
        found |= {(Path(at) / name).relative_to(root).as_posix() for name in set(files) - ignored(at, files)}
    return found


def steps(name: str, language: int) -> list[str]:
    """The numbered steps of a recipe, in Chinese (0) or in English (1)."""
    text = (REPO / "CONTRIBUTING.md").read_text("utf-8")
    [part] = re.findall(rf"^## {HEADINGS[name][language]}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^[0-9]+\. (.*?)(?=^[0-9]+\. |^\S|\Z)", part, re.MULTILINE | re.DOTALL)


def named(name: str, language: int) -> set[str]:
    """The paths in backticks of the steps of a recipe, but for what is generated: what its reader touches by hand.

    Args:
        name: The recipe.
        language: 0 for Chinese, 1 for English.
    """
    return {path for step in steps(name, language) for path in _PATH.findall(step) if not path.startswith(OWNED)}


def unnamed_and_untouched(name: str, folder: Path, language: int) -> list[set[str]]:
    """The files that were touched and stand in no step, and the paths of the steps under which none was touched.

    A file stands under the path that names it most closely, a folder being one that ends with a slash.
    """
    paths, files = named(name, language), touched(folder)
    closest = {file: max((path for path in paths if _stands(file, path)), key=len, default="") for file in files}
    return [{file for file, path in closest.items() if not path}, paths - set(closest.values())]


def _stands(file: str, path: str) -> bool:
    return file.startswith(path) if path.endswith("/") else fnmatch(file, path)
