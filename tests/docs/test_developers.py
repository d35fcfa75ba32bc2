"""The page for other languages: its programs run, its types compile, and its claims hold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests import node
from tests.docs.blocks import Command, steps
from tests.docs.test_docs import REPO, environment
from tests.docs.test_docs import run as typed

PAGE = (REPO / "docs/howto/developers.md").read_text("utf-8")
SCHEMAS = sorted((REPO / "schemas/1").glob("*.schema.json"))


def programs(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the page were typed."""
    made = tmp_path_factory.mktemp("developers")
    (made / "provinces").symlink_to(REPO / "provinces")
    for step in steps(PAGE):
        if isinstance(step, Command):
            done = typed(step.line, made)
            assert done.returncode == step.exit, done.stdout
    return made


def test_the_python_of_the_page_prints_what_it_says(folder: Path) -> None:
    [program] = programs("python")
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "True", done.stderr


def test_the_javascript_of_the_page_prints_what_it_says(folder: Path) -> None:
    node.needs("ajv")
    [program] = programs("js")
    done = node.run("node", "-e", program, folder=folder)
    assert done.stdout.strip() == "0", done.stderr


def words_of(schema: object) -> set[str]:
    """The keywords of our own in a schema."""
    if isinstance(schema, dict):
        return {key for key in schema if key.startswith("x-")}.union(*map(words_of, schema.values()))
    return set().union(*map(words_of, schema)) if isinstance(schema, list) else set()


def test_the_keywords_of_our_own_are_those_of_the_page() -> None:
    found = set().union(*(words_of(json.loads(path.read_text("utf-8"))) for path in SCHEMAS))
    [vocabulary] = re.findall(r"ajv\.addVocabulary\((\[.*?\])\)", PAGE)
    assert found == set(json.loads(vocabulary)) == set(re.findall(r"^\| `(x-[a-z]+)` \|", PAGE, re.MULTILINE))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_ajv_takes_every_schema_with_the_keywords_and_refuses_a_mistyped_one(path: Path, tmp_path: Path) -> None:
    node.needs("ajv")
    [vocabulary] = re.findall(r"^ajv\.addVocabulary.*$", PAGE, re.MULTILINE)
    program = (
        'const Ajv2020 = require("ajv/dist/2020"); const ajv = new Ajv2020();'
        f"{vocabulary} ajv.compile(JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8')));"
    )
    done = node.run("node", "-e", program, path, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    mistyped = tmp_path / "mistyped.json"
    mistyped.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "x-colums": []}), "utf-8")
    assert "x-colums" in node.run("node", "-e", program, mistyped, folder=tmp_path).stderr


def test_the_types_of_the_page_compile_and_know_what_is_missing(folder: Path) -> None:
    node.needs("openapi-typescript", "typescript")
    done = node.run("openapi-typescript", "site/api/v1/openapi.json", "-o", "qingdan.d.ts", folder=folder)
    assert done.returncode == 0, done.stderr
    [program] = programs("ts")
    (folder / "use.ts").write_text(program, "utf-8")
    done = node.run("tsc", "--noEmit", "--strict", "use.ts", folder=folder)
    assert done.returncode == 0, done.stdout
    (folder / "wrong.ts").write_text(program.replace("materials?.length", "materials.length"), "utf-8")
    assert "possibly 'undefined'" in node.run("tsc", "--noEmit", "--strict", "wrong.ts", folder=folder).stdout
    assert "NoName" not in (folder / "qingdan.d.ts").read_text("utf-8")


def test_wherever_conformance_to_cpsv_ap_is_claimed_the_edition_is_named() -> None:
    """``3.2`` alone is no edition: 3.2.0 is what the shapes are of, and 3.1.1 is not conformed to."""
    hand = [path for path in (REPO / "docs").rglob("*.md") if "reference" not in path.parts]
    files = [*hand, *(REPO / "cli").rglob("*.py"), *(REPO / "cli").rglob("*.ttl"), REPO / "NOTICE"]
    for path in files:
        for edition in re.findall(r"CPSV-AP[）)*]* \*{0,2}(3[.0-9]*[0-9])", path.read_text("utf-8")):
            assert edition == "3.2.0", path
