"""The pages keep their word: what they show was run, what there is is documented, what is generated is current."""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from scripts import generate
from scripts.reference import commands, reports
from tests.docs.blocks import Change, Command, NewFile, matches, steps

import qingdan
import qingdan as sdk
from qingdan.model.declarations import elements
from qingdan.reading import read_document

REPO = Path(__file__).resolve().parents[2]
HAND_WRITTEN = sorted(path for path in (REPO / "docs").rglob("*.md") if "reference" not in path.parts)
#: Pages with commands that a reader types.
PAGES = [REPO / "README.md", REPO / "README.zh.md", *HAND_WRITTEN]
RUNNABLE = [page for page in PAGES if any(isinstance(step, Command) for step in steps(page.read_text("utf-8")))]
AS_OF = "2026-11-22"


def named(path: Path) -> str:
    return path.relative_to(REPO).as_posix()


def environment() -> dict[str, str]:
    """The language and the package of a reader who has just installed it."""
    dropped = ("QINGDAN_", "LC_", "LANG")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    folder = str(Path(sys.executable).parent)
    path = os.pathsep.join([folder, kept.get("PATH", "")])
    return {**kept, "PATH": path, "QINGDAN_LANG": "zh", "PYTHONPATH": str(REPO / "cli"), "PYTHONUTF8": "1"}


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of a page as its reader would."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def sandbox(tmp_path: Path) -> Path:
    """A folder with the two fictions in their places, the example and the edition to try, and nothing else."""
    for name in ("provinces/990000-example", "docs/tutorial/edition-2099"):
        shutil.copytree(REPO / name, tmp_path / name)
    for name in ("table.csv", "names.csv"):
        shutil.copy(REPO / "docs/tutorial" / name, tmp_path / "docs/tutorial" / name)
    return tmp_path


def test_the_pages_that_teach_have_commands() -> None:
    taught = {
        f"docs/howto/{name}.md" for name in ("pull-requests", "offline", "exit-codes", "waivers", "unmatched", "diff")
    }
    assert {"README.md", "README.zh.md", "docs/tutorial.md", *taught} <= set(map(named, RUNNABLE))


@pytest.mark.parametrize("page", RUNNABLE, ids=named)
def test_what_a_page_shows_is_what_a_reader_gets(page: Path, sandbox: Path) -> None:
    for step in steps(page.read_text("utf-8")):
        if isinstance(step, Change):
            file = sandbox / step.file
            text = file.read_text("utf-8")
            assert text.count(step.before) == 1, step
            file.write_text(text.replace(step.before, step.after), encoding="utf-8", newline="\n")
            continue
        if isinstance(step, NewFile):
            file = sandbox / step.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.text, encoding="utf-8", newline="\n")
            continue
        done = run(step.line, sandbox)
        assert done.returncode == step.exit, f"$ {step.line}\n{done.stdout}"
        assert matches(step.shown, done.stdout), f"$ {step.line}\n--- shown\n{step.shown}\n--- real\n{done.stdout}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_only_blocks_that_are_known_for_what_they_are(page: Path) -> None:
    """A command in a block without a language would be shown and never run."""
    opened = re.findall(r"^```(\w*)$", page.read_text("utf-8"), re.MULTILINE)[::2]
    assert set(opened) <= {"console", "diff", "sh", "yaml", "python", "js", "ts"}


@pytest.mark.parametrize(
    ("shown", "real", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n...\nc", "a\nb\nb\nc\n", True),
        ("...\nc", "c\n", True),
        ("x ... z", "x y z\n", True),
        ("", "\n", True),
        ("a", "a\nb\n", False),
        ("", "a\n", False),
        ("a\n...", "b\n", False),
        ("x.z", "xyz\n", False),
    ],
)
def test_a_shown_output_is_told_from_another(shown: str, real: str, same: bool) -> None:
    assert matches(shown, real) is same


def commands_of(markdown: str) -> list[str]:
    """What a reader types, edits and programs on a page, without the language and without remarks."""
    found = []
    for language, body in re.findall(r"^```(\w+)\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL):
        typed = [line for line in body.splitlines() if language != "console" or line.startswith("$ ")]
        found += [re.sub(r"--lang \w+", "--lang", line).partition("  #")[0].rstrip() for line in typed]
    return found


def test_the_two_readmes_name_the_same_commands() -> None:
    english, chinese = (commands_of((REPO / name).read_text("utf-8")) for name in ("README.md", "README.zh.md"))
    assert {"make", "make test", "$ qingdan validate my-list --as-of 2026-11-22 --lang"} <= set(english)
    assert english == chinese
    named_in_text = [
        re.findall(r"`(make [a-z-]+)`", (REPO / name).read_text("utf-8")) for name in ("README.md", "README.zh.md")
    ]
    assert named_in_text[0] == named_in_text[1]


def test_the_python_of_the_readme_runs(sandbox: Path) -> None:
    [block] = re.findall(r"^```python\n(.*?)^```", (REPO / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    done = run("qingdan init my-list", sandbox)
    assert done.returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=sandbox, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_shown_on_a_page_is_well_formed(page: Path) -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        shown = read_document("block.yaml", block.encode()).value
        if "schema" in shown:
            name = shown["schema"].partition("/")[0]
            Draft202012Validator(json.loads((REPO / f"schemas/1/{name}.schema.json").read_text("utf-8"))).validate(
                shown
            )


def test_every_command_is_documented() -> None:
    page = (REPO / "docs/reference/cli.md").read_text("utf-8")
    assert commands.commands()
    for name, command in commands.commands().items():
        assert f"## qingdan {name}\n" in page
        for parameter in command.params:
            assert all(option in page for option in parameter.opts if option.startswith("-"))


def test_every_command_is_a_public_function_or_belongs_to_one() -> None:
    """Names of commands and of functions are twins where there is one function behind a command."""
    assert "validate" in commands.commands()
    assert {"validate", "compare", "national", "load"} <= set(qingdan.__all__)


def test_every_public_name_is_documented() -> None:
    page = (REPO / "docs/reference/sdk.md").read_text("utf-8")
    for name in set(sdk.__all__) - {"__version__"}:
        value = getattr(sdk, name)
        assert f"### {name}\n".replace("_", r"\_") in page
        assert inspect.getdoc(value), name


def test_every_element_is_in_the_reference() -> None:
    page = (REPO / "docs/reference/elements.md").read_text("utf-8")
    assert [name for name in elements() if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("folder", generate.OWNED)
def test_generated_files_are_current(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QINGDAN_LANG", "en")  # the pages do not depend on the language of whoever makes them
    as_of = reports.committed_date(REPO) or AS_OF
    made = generate.everything(as_of, [folder])
    assert made
    assert generate.differences(made, generate.on_disk([folder])) == [], "run make generate"


def test_a_difference_a_loss_and_a_leftover_are_seen() -> None:
    made = {"schemas/1/items.schema.json": "{}\n", "schemas/1/new.schema.json": "{}\n"}
    there = {"schemas/1/items.schema.json", "schemas/1/old.schema.json"}
    assert generate.differences(made, there) == [
        "missing: schemas/1/new.schema.json",
        "left over: schemas/1/old.schema.json",
        "differs: schemas/1/items.schema.json",
    ]


def test_every_real_province_has_its_reports() -> None:
    kinds = {
        folder: YAML(typ="safe").load(REPO / folder / "catalogue.yaml")["kind"] for folder in reports.provinces(REPO)
    }
    real = {Path(folder).name for folder, kind in kinds.items() if kind != "sample"}
    assert real and "990000-example" not in real
    for ending in (".json", ".txt"):
        assert {path.stem for path in (REPO / "reports").glob(f"*{ending}")} == real


def test_the_example_province_has_no_findings() -> None:
    report = sdk.validate(REPO / "provinces" / "990000-example", as_of=AS_OF)
    assert [(finding.id, finding.path) for finding in report.findings] == []
    [section] = report.sections
    assert section.kind == "sample"
    assert section.verdicts.get("no", 0) == 0


def test_the_example_province_has_an_item_for_every_national_one() -> None:
    catalogue = sdk.load(REPO / "provinces" / "990000-example")
    exact = {
        link["item"]
        for item in catalogue.items
        for link in item.record.get("implements", [])
        if link["relation"] == "exact"
    }
    assert exact == set(sdk.national().items)
    own = [item.record["id"] for item in catalogue.items if not item.record.get("implements")]
    assert own and all(item.record.get("origin") for item in catalogue.items if item.record["id"] in own)


WORKFLOW = REPO / "docs/examples/validate.yml"


def steps_of_workflow() -> dict[str, dict[str, str]]:
    [job] = YAML(typ="safe").load(WORKFLOW)["jobs"].values()
    return {step["name"]: step for step in job["steps"] if "run" in step}


@pytest.fixture
def repository(sandbox: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sandbox as a repository with a branch to merge into, on a runner of its own."""
    who = "-c user.name=t -c user.email=t@example.org"
    done = run(f"git init -q -b main && git add -A && git {who} commit -q -m x && git switch -q -c change", sandbox)
    assert done.returncode == 0, done.stdout
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path_factory.mktemp("runner")))
    monkeypatch.setenv("BASE", "main")
    return sandbox


def slower(folder: Path) -> None:
    """What the nation does not allow."""
    file = folder / "provinces/990000-example/items/04-registration.yaml"
    text = file.read_text("utf-8")
    said = "channel: online, amount: {0}, unit: working_day, start: application-received, text: {0}个工作日"
    slow = text.replace(said.format(1), said.format(9), 1)
    assert slow != text
    file.write_text(slow, encoding="utf-8")


def test_the_sample_workflow_is_the_one_on_the_page() -> None:
    assert WORKFLOW.read_text("utf-8").rstrip() in (REPO / "docs/howto/pull-requests.md").read_text("utf-8")
    first, *checks = steps_of_workflow().values()
    assert first["run"] == "python -m pip install qingdan"  # the package under test stands in for the published one
    assert {step["if"] for step in checks} == {"github.event_name == 'pull_request'", "github.event_name == 'push'"}
    assert [step["env"] for step in checks if "env" in step] == [{"BASE": "origin/${{ github.base_ref }}"}]


@pytest.mark.parametrize("name", ["检查合并请求", "检查主分支"])
def test_the_sample_workflow_passes_and_fails_on_a_new_error(name: str, repository: Path) -> None:
    line = f"set -e\n{steps_of_workflow()[name]['run']}"
    done = run(line, repository)
    assert done.returncode == 0, done.stdout
    assert "::error" not in done.stdout
    run('git worktree remove --force "$RUNNER_TEMP/base"', repository)
    slower(repository)
    done = run(line, repository)
    assert done.returncode == 1, done.stdout
    assert re.search(r"^::error file=provinces/990000-example/items/04-registration.yaml,line=\d+", done.stdout, re.M)


def test_in_the_sample_workflow_an_old_error_does_not_fail_a_change_and_no_change_approves_itself(
    repository: Path,
) -> None:
    line = f"set -e\n{steps_of_workflow()['检查合并请求']['run']}"
    slower(repository)
    errors = [each for each in sdk.validate(repository / "provinces", as_of=AS_OF).findings if each.severity == 3]
    [finding] = errors
    waiver = (
        f"schema: waivers/1\nwaivers:\n  - {{id: {finding.id}, path: '{finding.path}', reason: 甲, approved_by: 乙, "
        "approved_on: 2026-01-01, until: 2099-01-01}\n"
    )
    (repository / "provinces/990000-example/waivers.yaml").write_text(waiver, "utf-8")
    done = run(line, repository)
    assert done.returncode == 1 and "title=WVR012" in done.stdout, done.stdout
    merge = "git -c user.name=t -c user.email=t@example.org commit -q -a -m x && git branch -q -f main"
    assert run(f'git worktree remove --force "$RUNNER_TEMP/base" && {merge}', repository).returncode == 0
    done = run(line, repository)
    assert done.returncode == 0 and "::error" not in done.stdout, done.stdout
