"""The recipe "Add an element" is one declaration: the element is looked for in every output."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.recipes import copies

DECLARED = """    revisit: Annotated[
        list[Limit],
        element("回访时限", "办结后多少日内回访", "limits", "follow_up", "less", "within"),
        Told("times", "qd:limit", order=6, called=Said("办好以后多久回访", "When you are asked how it went")),
    ]
    photo: Annotated[Text, element("照片要求", "照片的底色和尺寸", "prose", "follow_up"), Told("materials")]
    ledger: Annotated[Text, element("台账号", "只供存档", "prose", "follow_up", hidden="only the archive needs it")]
"""
DAY = copies.DAY
STATED = "    revisit: [{{amount: {days}, unit: calendar_day}}]\n    photo: 白底一寸\n    ledger: 甲字七号\n"
ITEM = "  - id: P99-0101\n"
#: Words of a command → what it says of the new element.
OUTPUTS = {
    ("explain", "revisit"): "回访时限",
    ("diff", "../old", "../new", *DAY): "30 个自然日 → 20 个自然日",
    ("diff", "../old", "../new", "-f", "json", *DAY): '"element": "revisit"',
    ("diff", "../old", "../new", "-f", "html", *DAY): "回访时限",
    ("diff", "../old", "../new", "--lang", "en", *DAY): "30 calendar day(s) → 20 calendar day(s)",
    ("changelog", "../old", "../new", *DAY): "回访时限 | 30 个自然日 | 20 个自然日",
    ("changelog", "../old", "../new", "--for", "citizens", *DAY): "20 个自然日",
    ("export", "../new", "-f", "csv", *DAY): "回访时限",
    ("export", "../new", "-f", "jsonl", *DAY): '"revisit": [{"amount": 20,',
    ("export", "../new", "-f", "jsonld", *DAY): '"qd:kind": "revisit", "qd:unit": "calendar_day", "qd:amount": 20',
}
FILES = {
    "../site/guides/990000/P99-0101.html": "办好以后多久回访",
    "../site/api/v1/openapi.json": "revisit",
    "../site/data/items.csv": "回访时限",
    "docs/reference/files.md": "回访时限",
    "docs/reference/elements.md": "| 时限 | 办好以后多久回访 | `qd:limit` |",
    "schemas/1/items.schema.json": '"revisit"',
}


def follow(folder: Path) -> None:
    """What a person does, step by step; no kind of value is wanting."""
    model = folder / "cli" / "qingdan" / "model"
    copies.put(model / "elements.py", "    exit_rule: Annotated[", DECLARED)
    example = "revisit: [{amount: 30, unit: calendar_day}]\nphoto: 白底一寸\nledger: 甲字七号\n"
    copies.put(model / "examples.yaml", "exit_rule:", example)
    copies.put(folder / "docs" / "glossary.md", "| `state` |", "| `revisit` | 回访 | | |\n")
    items = folder / "provinces" / "990000-example" / "items" / "01-information.yaml"
    text = items.read_text("utf-8")
    items.write_text(text.replace(ITEM, ITEM + STATED.format(days=30), 1), "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 要素 revisit 回访时限。The element revisit.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with one more element, and beside it two versions of a list that state it."""
    folder = copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)
    for name, days in (("old", 30), ("new", 20)):
        shutil.copytree(folder / "provinces" / "990000-example", folder.parent / name)
        items = folder.parent / name / "items" / "01-information.yaml"
        text = items.read_text("utf-8")
        items.write_text(text.replace(STATED.format(days=30), STATED.format(days=days), 1), "utf-8")
    copies.qingdan(folder, "publish", "../site", "../new", *DAY)
    return folder


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_every_output_tells_a_new_element(words: tuple[str, ...], changed: Path) -> None:
    assert OUTPUTS[words] in copies.qingdan(changed, *words)


@pytest.mark.parametrize("file", FILES)
def test_every_generated_file_holds_it(file: str, changed: Path) -> None:
    assert FILES[file] in (changed / file).read_text("utf-8")


def test_the_page_has_it_in_the_section_that_it_declares(changed: Path) -> None:
    text = (changed.parent / "site/guides/990000/P99-0101.html").read_text("utf-8")
    sections = {part.split('"')[0]: part for part in re.split('<h2[^>]* id="', text)}
    assert "办好以后多久回访" in sections["times"] and "20 个自然日" in sections["times"]
    assert "照片要求" in sections["materials"] and "白底一寸" in sections["materials"]
    assert "甲字七号" not in text


def test_the_spreadsheet_has_a_column_of_its_title(changed: Path) -> None:
    found = copies.qingdan(changed, "export", "../new", "-f", "csv", *DAY).removeprefix("\ufeff")
    rows = {row["指南编号"]: row for row in csv.DictReader(io.StringIO(found, newline=""))}
    row = rows["990000/P99-0101"]
    assert (row["回访时限"], row["照片要求"]) == ("20 个自然日", "白底一寸")


def test_the_linked_data_have_it_by_the_property_that_it_declares(changed: Path) -> None:
    graph = json.loads(copies.qingdan(changed, "export", "../new", "-f", "jsonld", *DAY))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    guide = nodes["urn:qingdan:guide:990000:P99-0101"]
    assert "revisit" in {nodes[id]["qd:kind"] for id in guide["qd:limit"]}
    stated = {nodes[id]["qd:element"] for id in guide["qd:statement"]}
    assert "photo" in stated and not stated & {"revisit", "ledger"}


def test_the_tests_of_elements_pass(changed: Path) -> None:
    assert copies.tested(changed, "tests/model/test_elements.py", "tests/model/test_examples.py") == ""
    assert copies.example(changed) == ""
    assert copies.linted(changed) == ""


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("element", changed, language) == [set(), set()]
