"""Workbook → list → workbook loses nothing: every province here, and whatever else a file may hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from qingdan.model.declarations import elements
from qingdan.workbooks.sheets import REST, sheets
from qingdan.writing.yaml_text import text_of
from tests.workbooks.books import PROVINCES, back, book, files_of, rows, values

pytest.importorskip("xlsxwriter", reason="what writes workbooks is not installed")
pytest.importorskip("python_calamine", reason="the readers of workbooks are not installed")


@pytest.mark.parametrize("folder", PROVINCES, ids=lambda path: path.name)
def test_every_list_here_comes_back_with_its_comments(folder: Path) -> None:
    texts = files_of(folder)
    data = book(texts)
    found = back(data)
    assert values(found.files) == values(texts)
    # every comment is there, in order, and the second workbook is the first one, byte by byte
    assert comments(found.files) == comments(texts)
    assert book(found.files) == data
    # no cell was left out or became a note; none of these lists needs what only a program reads
    assert {fate for fate, n in found.account.counts.items() if n} <= {"taken", "layout"}
    held = [told for name, each in rows(texts).rows.items() for row in each for told in row.values()]
    assert not [told for told in held if str(told).startswith(("{", "[", '"'))]
    assert rows(texts).rows[REST] == []


def comments(texts: dict[str, str]) -> dict[str, list[str]]:
    """The comments of files, line by line; no text of these lists has a number sign behind a blank."""
    found: dict[str, list[str]] = {}
    for name, text in texts.items():
        parts = (line.partition("#") for line in text.splitlines())
        said = [after.strip() for before, sign, after in parts if sign and (not before or before[-1] in " \t")]
        if said:
            found[name] = said
    return found


#: Texts that programs which keep workbooks are known to change.
NASTY = some.sampled_from(
    ["", " ", "无", "是", "3", "003", "3.0", "1e5", "true", "null", "=1+1", "+1", "-1", "@a", "\t", "a\nb", " a", "a ", "　a",
     "_x000D_", "_x0041_", "\x7f", "\u2028", "\u200b", "'a", '"a"', "{}", "[1]", "【a：b】", "a【b：c】", "a；b", "a：b", "#a", "a #b",
     "=HYPERLINK(\"http://a\")", "网上", "qingdan-workbook/1", "事项编号", "〔2020〕", "a｛b：c｝", "\ufeff", "𠮷", "null【a】"]
)  # fmt: skip
TEXTS = NASTY | some.text(alphabet=some.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
KEYS = some.sampled_from(["name", "id", "items", "text", "x", "a.b", "空 格", "any_of", "1", "notes"]) | TEXTS.filter(
    bool
)
SCALARS = TEXTS | some.integers(-5, 10**12) | some.booleans() | some.none() | some.floats(allow_nan=False, width=16)
VALUES = some.recursive(
    SCALARS, lambda below: some.lists(below, max_size=3) | some.dictionaries(KEYS, below, max_size=3), max_leaves=8
)
#: What stands in no list, and what might, mixed.
IDS = some.sampled_from(["P33-0001", "P33-0002", "P33-3", "ZJ", "a b", "7"]) | VALUES
OWN = ["materials", "steps", "channels", "conditions", "legal_basis", "faq"]
ENTRY = some.dictionaries(
    some.sampled_from(["name", "id", "any_of", "case", "copies", "kind", "title", "x"]), VALUES, max_size=4
)
LISTS = some.dictionaries(some.sampled_from(OWN), some.lists(ENTRY, max_size=3) | VALUES, max_size=2)
FIELDS = some.dictionaries(
    some.sampled_from([*elements(), "implements", "source", "state", "known_in_part", "x"]), VALUES, max_size=4
)


@some.composite
def matters(draw: some.DrawFn) -> Any:
    matter = {**draw(FIELDS), **draw(LISTS)}
    if draw(some.booleans()):
        matter["id"] = draw(IDS)
    if draw(some.integers(0, 3)) == 0:
        matter["handling_items"] = draw(
            some.lists(some.builds(lambda id, f: {"id": id, **f}, IDS, FIELDS) | VALUES, max_size=2)
        )
    return matter


HEADS = some.dictionaries(
    some.sampled_from(["schema", "name", "province", "area", "zone", "kind", "source", "note", "x"]), VALUES, max_size=4
)
FILE = some.builds(
    lambda head, rows: {**head, "items": rows}, HEADS, some.lists(matters() | VALUES, max_size=3) | VALUES
)
FILES = some.dictionaries(
    some.sampled_from(["catalogue.yaml", "items/01.yaml", "items/02.json", "localities/330100.yaml", "localities/b.yaml",
                       "waivers.yaml", "rules.yaml", "profiles/a.yaml", "mapping.yaml", "alone.yaml"]),
    FILE | HEADS | VALUES,
    min_size=1, max_size=4,
)  # fmt: skip


def without_odd_keys(value: Any) -> Any:
    """YAML here has no keys of other kinds than texts that stand on a line."""
    if isinstance(value, dict):
        return {key: without_odd_keys(each) for key, each in value.items() if len(key) < 100}
    return [without_odd_keys(each) for each in value] if isinstance(value, list) else value


@given(FILES)
@settings(max_examples=60)
def test_whatever_a_list_holds_comes_back(files: dict[str, Any]) -> None:
    texts = {}
    for name, value in files.items():
        value = without_odd_keys(value)
        texts[name] = json.dumps(value) if name.endswith(".json") else text_of(value)
    from qingdan.reading import read_document

    read = {name: read_document(name, text.encode("utf-8", "surrogatepass")) for name, text in texts.items()}
    texts = {name: each.text for name, each in read.items() if each.value is not None and not each.findings}
    held = {name: read[name].value for name in texts}
    found = back(book(texts))
    assert {name: same(each) for name, each in values(found.files).items()} == {
        name: same(each) for name, each in held.items()
    }
    assert {fate for fate, n in found.account.counts.items() if n} <= {"taken", "layout"}


def same(value: Any) -> str:
    """Data as a text that is the same for the same data: a yes is no 1."""
    return json.dumps(value, sort_keys=True)


def test_no_two_columns_of_a_sheet_are_called_the_same() -> None:
    for problems in (False, True):
        for sheet in sheets(problems).values():
            titles = [column.title for column in sheet.columns]
            assert len(titles) == len(set(titles)), sheet.name
