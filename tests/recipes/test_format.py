"""The recipe "Add a format": the documents as CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipes import copies

MODULE = '''"""The documents of an edition as a table."""

from __future__ import annotations

from qingdan.printing.spreadsheet import BOM, row
from qingdan.reports.documents.facts import DocumentStates
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

_HEADS = Phrases("documents_table")


def render(found: DocumentStates, lang: Lang) -> str:
    """A row a document: its id and its title."""
    heads = [_HEADS(key, lang) for key in _HEADS]
    rows = [(each.document["id"], each.document["title"]) for each in found.rows]
    return BOM + "".join(map(row, [heads, *rows]))
'''
ROW = '        "csv": Format("csv", "documents.as_csv.render"),\n'
OTHER = '        "json": Format("json", "documents.as_json.value", ()),\n'
WORDS = {"zh": ("编号", "标题"), "en": ("id", "title")}


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    reports = folder / "cli" / "qingdan" / "reports"
    (reports / "documents" / "as_csv.py").write_text(MODULE, "utf-8")
    copies.put(reports / "formats.py", OTHER, ROW)
    for lang, (id, title) in WORDS.items():
        words = folder / "cli" / "qingdan" / "words" / f"{lang}.yaml"
        copies.put(words, "\ndocuments:\n", f"\ndocuments_table:\n  id: {id}\n  title: {title}")
    page = folder / "docs" / "howto" / "outputs.md"
    text = page.read_text("utf-8")
    assert text.count("| `documents` | `text`、") == 1
    page.write_text(text.replace("| `documents` | `text`、", "| `documents` | `text`、`csv`、"), "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- `qingdan documents -f csv`。Documents as CSV.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)


def test_the_command_and_the_sdk_write_it(changed: Path) -> None:
    told = copies.qingdan(changed, "documents", "-f", "csv", *copies.DAY)
    assert told.startswith("\ufeff编号,标题\n") and "employment-promotion-law,中华人民共和国就业促进法\n" in told
    copies.qingdan(changed, "documents", "-o", str(changed.parent / "own.csv"), "--lang", "en", *copies.DAY)
    assert (changed.parent / "own.csv").read_text("utf-8").startswith("\ufeffid,title\n")
    program = "import qingdan\nprint(qingdan.render(qingdan.documents(as_of='2026-11-22'), 'csv'))"
    assert copies.python(changed, "-c", program).startswith("\ufeff编号,标题\n")
    assert "csv" in (changed / "docs/reference/cli.md").read_text("utf-8").partition("## qingdan documents\n")[2]


def test_the_tests_of_outputs_pass(changed: Path) -> None:
    chosen = ("tests/app/test_outputs.py", "tests/docs/test_formats.py", "-k", "documents-csv or formats")
    assert copies.tested(changed, *chosen) == ""
    assert copies.linted(changed) == ""


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("format", changed, language) == [set(), set()]
