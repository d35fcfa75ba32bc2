"""Adding an element is one declaration: in a copy of the repository, it is looked for in every output."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPO

DECLARED = """    revisit: Annotated[
        list[Limit],
        element("回访时限", "办结后多少日内回访", "limits", group="follow_up", better="less", relation="within"),
    ]
    exit_rule: Annotated["""
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
    ("export", "new", "-f", "jsonld", *DAY): "回访时限：20 个自然日",
}
FILES = {
    "site/guides/990000/P99-0101.html": "回访时限",
    "site/api/v1/openapi.json": "revisit",
    "site/data/items.csv": "回访时限",
    "docs/reference/files.md": "回访时限",
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
    model = folder / "cli" / "qingdan" / "model" / "item.py"
    text = model.read_text("utf-8")
    assert text.count("    exit_rule: Annotated[") == 1
    model.write_text(text.replace("    exit_rule: Annotated[", DECLARED), "utf-8")
    python(folder, "scripts/generate.py")
    for name, days in (("old", 30), ("new", 20)):
        shutil.copytree(folder / "provinces" / "990000-example", folder / name)
        items = folder / name / "items" / "01-information.yaml"
        stated = f"  - id: P99-0101\n    revisit: [{{amount: {days}, unit: calendar_day}}]\n"
        items.write_text(items.read_text("utf-8").replace("  - id: P99-0101\n", stated, 1), "utf-8")
    python(folder, "-m", "qingdan", "publish", "site", "new", *DAY)
    yield folder


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_every_output_tells_a_new_element(words: tuple[str, ...], changed: Path) -> None:
    assert OUTPUTS[words] in python(changed, "-m", "qingdan", *words)


@pytest.mark.parametrize("file", FILES)
def test_every_generated_file_holds_it(file: str, changed: Path) -> None:
    assert FILES[file] in (changed / file).read_text("utf-8")
