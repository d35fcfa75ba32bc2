"""The shape of the house: which room may import which, how large a module gets, what no file may hold."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
SOURCE = REPO / "cli"
PACKAGE = SOURCE / "qingdan"
#: Lowest floor first: a room imports itself and what stands before it.
ROOMS = (
    "words",
    "findings",
    "model",
    "values",
    "problems",
    "reading",
    "sources",
    "loading",
    "comparing",
    "rules",
    "judging",
    "writing",
    "aligning",
    "importing",
    "selecting",
    "sharing",
    "checking",
    "printing",
    "workbooks",
    "paged",
    "reports",
    "upgrading",
    "skeletons",
    "starting",
    "sdk",
    "publishing",
    "app",
)
LONGEST_MODULE = 500
#: Taking 80 ms and more each: they belong inside the command that needs them.
HEAVY = {"pydantic", "jsonschema", "jsonschema_rs", "mkdocs", "openpyxl", "pypinyin", "rich", "typer"}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(module: Path) -> str:
    """The room a file stands in; `python -m qingdan` is one more door to the command."""
    name = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "app" if name == "__main__" else name


def rooms_imported(source: str, module: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Line and room of every import from the package; `module` is the dotted name of the importing package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            targets = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = module[: len(module) - node.level + 1] if node.level else ()
            base = (*start, *(node.module or "").split(".")) if node.module else start
            targets = [(*base, alias.name) for alias in node.names]
        else:
            continue
        for target in targets:
            if target[0] == "qingdan" and target != ("qingdan", "__version__"):
                yield node.lineno, target[1] if len(target) > 1 else "the SDK"


def wrong_imports(source: str, room: str, module: tuple[str, ...]) -> list[str]:
    """Imports that go upward or out of the house's plan. The SDK itself stands above all rooms but the command."""
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    if room == "app":
        return []
    return [
        f"line {line}: {room} imports {name}" for line, name in rooms_imported(source, module) if name not in allowed
    ]


def tracked() -> list[Path]:
    """Every file of the repository that is or would be committed."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPO,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("not a git checkout: nothing tells which files belong to it")
    paths = [REPO / os.fsdecode(name) for name in listing.stdout.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def test_every_module_stands_in_a_room() -> None:
    found = {room_of(module) for module in modules()}
    assert found, "the package has no modules"
    assert found <= set(ROOMS)


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/design.md"])
def test_every_room_is_described(page: str) -> None:
    text = (REPO / page).read_text("utf-8")
    parts = (
        text.split("\n## How to work")[:1] if page == "docs/design.md" else re.split("(?=^# )", text, flags=re.M)[-2:]
    )
    for part in parts:
        rows = {
            name for line in part.splitlines() if line.startswith("| `") for name in re.findall(r"`([a-z_]+)/?`", line)
        }
        assert set(ROOMS) <= rows, set(ROOMS) - rows


def test_no_public_name_is_that_of_a_room() -> None:
    """A room that is imported stands in the package under its name, and would take the place of a function."""
    import qingdan

    assert not set(qingdan.__all__) & set(ROOMS)


def test_no_room_imports_a_room_above_it() -> None:
    wrong = []
    for module in modules():
        dotted = module.relative_to(SOURCE).parent.parts
        for line in wrong_imports(module.read_text("utf-8"), room_of(module), dotted):
            wrong.append(f"{module.relative_to(REPO)}: {line}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("source", "room", "module"),
    [
        ("import qingdan.rules", "model", ("qingdan", "model")),
        ("from qingdan.app import main", "checking", ("qingdan", "checking")),
        ("from qingdan import loading", "reading", ("qingdan", "reading")),
        ("from qingdan import validate", "rules", ("qingdan", "rules")),
        ("from ..comparing import compare", "loading", ("qingdan", "loading")),
        ("from .. import rules", "comparing", ("qingdan", "comparing")),
        ("def f():\n    import qingdan.app", "publishing", ("qingdan", "publishing")),
    ],
)
def test_an_import_of_an_upper_room_is_seen(source: str, room: str, module: tuple[str, ...]) -> None:
    assert len(wrong_imports(source, room, module)) == 1


@pytest.mark.parametrize(
    ("source", "room", "module"),
    [
        ("from qingdan.findings import Finding", "app", ("qingdan", "app")),
        ("from . import parts", "model", ("qingdan", "model")),
        ("from .parts import Part", "model", ("qingdan", "model")),
        ("from ..findings import Finding", "model", ("qingdan", "model")),
        ("from qingdan import __version__", "findings", ("qingdan",)),
        ("import json, qingdanish", "findings", ("qingdan",)),
    ],
)
def test_an_import_of_a_lower_room_is_allowed(source: str, room: str, module: tuple[str, ...]) -> None:
    assert wrong_imports(source, room, module) == []


def test_no_module_is_longer_than_can_be_read() -> None:
    paths = [path for folder in (SOURCE, REPO / "scripts", REPO / "tests") for path in folder.rglob("*.py")]
    lines = {str(path.relative_to(REPO)): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {name: count for name, count in lines.items() if count > LONGEST_MODULE} == {}


#: An absolute path of somebody's machine; the same word inside an address or a longer path is none.
MACHINE_PATH = re.compile(r"(?<![\w./#~-])/(?:work|root|tmp)/")
WORKPLACE = re.compile(r"\.\./shared\b|(?<![\w./#~-])/work/")
REGISTRY = re.compile(r"pypi\.(?:org|python\.org|tuna)|pythonhosted\.org|registry\.npmjs|deb\.debian\.org")


def test_no_file_names_a_place_of_one_machine() -> None:
    wrong = []
    for path in tracked():
        if path == Path(__file__):
            continue
        in_tests = path.is_relative_to(REPO / "tests")
        text = path.read_bytes().decode("utf-8", "replace")
        for pattern in (WORKPLACE, REGISTRY) if in_tests else (MACHINE_PATH, WORKPLACE, REGISTRY):
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                wrong.append(f"{path.relative_to(REPO)}:{line}: {match[0]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see /tmp/x", True),
        ("'/root/.cache'", True),
        ("/work/main", True),
        ("https://www.example.gov.cn/work/index.html", False),
        ("a/tmp/b", False),
        ("network/ and framework/", False),
    ],
)
def test_a_machine_path_is_told_from_an_address(text: str, found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is found


def imported_by(code: str) -> set[str]:
    """Top-level names of all modules that a fresh interpreter has loaded after running the code."""
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    report = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{m.partition('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", report], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_sdk_imports_nothing_heavy() -> None:
    loaded = imported_by("import qingdan")
    assert "qingdan" in loaded
    assert loaded & HEAVY == set()


def test_the_edition_of_the_package_is_loaded_without_a_parser() -> None:
    loaded = imported_by("import qingdan\nassert qingdan.national().items")
    assert loaded & {"yaml", "ruamel", "jsonschema_rs", "jsonschema"} == set()


#: Leaves quietly where the command ends with success; any other end fails the interpreter.
ASK_FOR_THE_VERSION = """
from qingdan.app import main
try:
    main(["--version"])
except SystemExit as end:
    assert not end.code
"""


def test_asking_for_the_version_imports_nothing_heavy() -> None:
    assert imported_by(ASK_FOR_THE_VERSION) & HEAVY == set()
