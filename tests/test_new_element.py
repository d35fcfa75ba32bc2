"""Adding an element is one declaration: in a copy of the repository, it is looked for in every output."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPO

DECLARED = """    revisit: Annotated[
        list[Limit],
        element("回访时限", "办结后多少日内回访", "limits", "follow_up", "less", "within"),
        Told("times", "qd:limit", order=6, called=("办好以后多久回访", "When you are asked how it went")),
    ]
    photo: Annotated[Text, element("照片要求", "照片的底色和尺寸", "prose", "materials"), Told("materials")]
    ledger: Annotated[Text, element("台账号", "只供存档", "prose", "exchange", hidden="only the archive needs it")]
    exit_rule: Annotated["""
STATED = """    revisit: [{amount: %d, unit: calendar_day}]
    photo: 白底一寸
    ledger: 甲字七号
"""
DAY = ("--as-of", "2026-11-22")
#: Words of a command → what it says of the new element.
OUTPUTS = {
    ("explain", "revisit"): "回访时限",
    ("diff", "old", "new", *DAY): "30 个自然日 → 20 个自然日",
    ("diff", "old", "new", "-f", "json", *DAY): '"element": "revisit"',
    ("diff", "old", "new", "-f", "html", *DAY): "回访时限",
    ("diff", "old", "new", "--lang", "en", *DAY): "30 calendar day(s) → 20 calendar day(s)",
    ("changelog", "old", "new", *DAY): "回访时限 | 30 个自然日 | 20 个自然日",
    ("changelog", "old", "new", "--for", "citizens", *DAY): "20 个自然日",
    ("export", "new", "-f", "csv", *DAY): "回访时限",
    ("export", "new", "-f", "jsonl", *DAY): '"revisit": [{"amount": 20,',
    ("export", "new", "-f", "jsonld", *DAY): '"qd:kind": "revisit", "qd:unit": "calendar_day", "qd:amount": 20',
}
FILES = {
    "site/guides/990000/P99-0101.html": "办好以后多久回访",
    "site/api/v1/openapi.json": "revisit",
    "site/data/items.csv": "回访时限",
    "docs/reference/files.md": "回访时限",
    "docs/reference/elements.md": "| 时限 | 办好以后多久回访 | `qd:limit` |",
    "schemas/1/items.schema.json": '"revisit"',
}


def python(folder: Path, *words: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(folder / "cli"), "PYTHONUTF8": "1", "QINGDAN_LANG": "zh"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the repository with one more element, generated anew, and two versions of a list that state it."""
    folder = tmp_path_factory.mktemp("copy") / "r"
    left_out = shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", ".*_cache", ".hypothesis", "node_modules")
    shutil.copytree(REPO, folder, ignore=left_out)
    model = folder / "cli" / "qingdan" / "model" / "elements.py"
    text = model.read_text("utf-8")
    assert text.count("    exit_rule: Annotated[") == 1
    model.write_text(text.replace("    exit_rule: Annotated[", DECLARED), "utf-8")
    python(folder, "scripts/generate.py")
    for name, days in (("old", 30), ("new", 20)):
        shutil.copytree(folder / "provinces" / "990000-example", folder / name)
        items = folder / name / "items" / "01-information.yaml"
        stated = f"  - id: P99-0101\n{STATED % days}"
        items.write_text(items.read_text("utf-8").replace("  - id: P99-0101\n", stated, 1), "utf-8")
    python(folder, "-m", "qingdan", "publish", "site", "new", *DAY)
    yield folder


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_every_output_tells_a_new_element(words: tuple[str, ...], changed: Path) -> None:
    assert OUTPUTS[words] in python(changed, "-m", "qingdan", *words)


@pytest.mark.parametrize("file", FILES)
def test_every_generated_file_holds_it(file: str, changed: Path) -> None:
    assert FILES[file] in (changed / file).read_text("utf-8")


def test_the_page_has_it_in_the_section_that_it_declares(changed: Path) -> None:
    text = (changed / "site/guides/990000/P99-0101.html").read_text("utf-8")
    sections = {part.split('"')[0]: part for part in re.split('<h2[^>]* id="', text)}
    assert "办好以后多久回访" in sections["times"] and "20 个自然日" in sections["times"]
    assert "照片要求" in sections["materials"] and "白底一寸" in sections["materials"]
    assert "甲字七号" not in text


def test_the_spreadsheet_has_a_column_of_its_title(changed: Path) -> None:
    found = python(changed, "-m", "qingdan", "export", "new", "-f", "csv", *DAY).removeprefix("\ufeff")
    rows = {row["指南编号"]: row for row in csv.DictReader(io.StringIO(found, newline=""))}
    row = rows["990000/P99-0101"]
    assert (row["回访时限"], row["照片要求"]) == ("20 个自然日", "白底一寸")


def test_the_linked_data_have_it_by_the_property_that_it_declares(changed: Path) -> None:
    graph = json.loads(python(changed, "-m", "qingdan", "export", "new", "-f", "jsonld", *DAY))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    guide = nodes["urn:qingdan:guide:990000:P99-0101"]
    assert "revisit" in {nodes[id]["qd:kind"] for id in guide["qd:limit"]}
    stated = {nodes[id]["qd:element"] for id in guide["qd:statement"]}
    assert "photo" in stated and not stated & {"revisit", "ledger"}
