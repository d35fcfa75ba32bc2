"""The page of the SDK says what there is; the programs on the how-to run and tell the truth."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.reference import sdk as page
from scripts.reference.docstrings import comments, docstring
from scripts.reference.members import members
from tests.docs.test_docs import REPO, environment

import qingdan as sdk
from qingdan import findings

PROGRAMS = re.findall(
    r"^```python\n(.*?)^```", (REPO / "docs/howto/sdk.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)
EXAMPLE = REPO / "docs/examples/not_allowed.py"
ITEMS = "items/04-registration.yaml"


def classes() -> list[type]:
    """Every class that has a heading on the page."""
    public = [value for name in sdk.__all__ if inspect.isclass(value := getattr(sdk, name))]
    return [*page.RESULT, *page.LOADED, *page.others(public), *(each for each in public if issubclass(each, Exception))]


def run(*words: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment(), capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def provinces(tmp_path: Path) -> Path:
    """The example province, slower than the nation allows in one place."""
    source = REPO / "provinces/990000-example"
    for file in (path for path in source.rglob("*") if path.is_file()):
        target = tmp_path / "provinces/990000-example" / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    items = tmp_path / "provinces/990000-example" / ITEMS
    limit = "{{channel: online, amount: {0}, unit: working_day, start: application-received, text: {0}个工作日}}"
    fast, slow = limit.format(1), limit.format(9)
    text = items.read_text("utf-8")
    assert fast in text
    items.write_text(text.replace(fast, slow, 1), encoding="utf-8", newline="\n")
    return tmp_path


@pytest.mark.parametrize("value", classes(), ids=lambda value: value.__name__)
def test_every_member_of_a_class_is_said(value: type) -> None:
    assert inspect.getdoc(value)
    assert [each.name for each in members(value) if not each.said] == [], "describe it where the class is declared"


def test_the_page_lists_the_fields_with_their_types() -> None:
    text = page.pages()["sdk.md"]
    for row in (
        "| `location` | Location \\| None | 位置 |",
        "| `basis` | `tuple[LegalBasis, ...]` | 依据 |",
        "| `near` | `str` |",
        "| `edits` | `tuple[Edit, ...]` | 改动 |",
        "| `allowed` | 必有 | 是否允许 |",
    ):
        assert row in text
    headings = re.findall(r"^### (.*)$", text, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert {value.__name__ for value in classes()} <= set(headings)


def test_a_docstring_is_read_in_parts() -> None:
    parts = docstring(sdk.validate)
    assert parts.paragraphs == ["Check provinces, single files or editions."]
    assert parts.named["Raises"]["ValueError"] == "``as_of`` is no day."
    assert parts.returns.startswith("The report")
    assert comments(findings.Finding)["pointer"].startswith("JSON Pointer inside the file")


def test_an_example_of_a_docstring_is_true() -> None:
    assert docstring(sdk.national).example == ['>>> national().items["JY-0401"]["name"]', "'失业登记'"]
    assert sdk.national().items["JY-0401"]["name"] == "失业登记"


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.splitlines()[2])
def test_a_program_of_the_how_to_runs(program: str, provinces: Path) -> None:
    (provinces / "program.py").write_text(program, encoding="utf-8")
    assert run("program.py", "provinces", folder=provinces)


def test_the_long_program_is_the_example() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert text in PROGRAMS
    assert len(text.splitlines()) <= 25


def test_the_example_lists_what_is_not_allowed(provinces: Path) -> None:
    shown = run(str(EXAMPLE), "provinces", folder=provinces).splitlines()
    assert [line for line in shown if not line.startswith(" ")], shown
    assert shown[0].endswith("  失业登记")
    assert shown[1] == "  JY-0401-R02  失业登记最长三个工作日办结，窗口和网上都一样。"
    file, _, line = shown[2].strip().rpartition(":")
    assert file == f"provinces/990000-example/{ITEMS}"
    assert "promised_limit:" in (provinces / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_the_example_lists_as_many_as_the_reports_of_all_provinces_say() -> None:
    shown = run(str(EXAMPLE), "provinces", folder=REPO).splitlines()
    report = sdk.validate(REPO / "provinces", as_of="2026-11-22")
    refused = sum(row["allowed"] == "no" for section in report.sections for row in section.judgements)
    assert refused and len(shown) == 3 * refused
