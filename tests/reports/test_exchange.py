"""The tables of the national exchange: what is known stands in them, what is not stays empty and is said."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.model.item import Item
from qingdan.model.parts import FeeLine, Material
from qingdan.reports.export.exchange import layouts
from qingdan.reports.export.facts import Export
from qingdan.words.said import Phrases
from tests.reports.attacks import AS_OF, STEERING, attacked, example

REPO = Path(__file__).resolve().parents[2]
CASES = Path(__file__).with_name("cases") / "exchange"
SHARED = REPO.parent / "shared" / "facts" / "national" / "elements.yaml"


def files(export: Export, lang: Any = "zh") -> dict[str, str]:
    made = qingdan.render(export, "exchange", lang)
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_list_becomes_these_tables(case: str) -> None:
    """A folder each: a list, and the files of the archive that have a row."""
    found = files(qingdan.export(CASES / case / "list", as_of=AS_OF))
    wanted = {path.name: path.read_bytes().decode() for path in (CASES / case).glob("*.csv")}
    assert wanted
    assert {name: found[name] for name in wanted} == wanted
    empty = {name for name in found if name.endswith(".csv")} - set(wanted)
    assert {name: rows(found[name]) for name in empty} == {name: [] for name in empty}


def test_every_province_is_written_whole() -> None:
    export = qingdan.export(REPO / "provinces", as_of=AS_OF)
    found = files(export)
    ids = [entry.id for entry in export.entries]
    for name in ("directory", "basic", "extend"):
        assert [row["guide_id"] for row in rows(found[f"{name}.csv"])] == ids
    asked = [
        each for entry in export.entries for each in entry.record.get("materials", []) if each.get("by") != "agency"
    ]
    assert [row["material_name"] for row in rows(found["material.csv"])] == [
        " ".join(m["name"].splitlines()) for m in asked
    ]
    for table in layouts():
        for row in rows(found["columns.csv"]):
            if row["表"] == table.name:
                counts = [int(row[key]) for key in ("填了的行", "清单没有写的行", "写了而没有填的行")]
                assert sum(counts) == len(rows(found[f"{table.name}.csv"]))
                cells = [line[row["列"]] for line in rows(found[f"{table.name}.csv"])]
                assert counts[0] == sum(map(bool, cells))
    assert all(name in found["readme.txt"] for name in (f"{table.name}.csv" for table in layouts()))
    assert "虚构示例 102 份" in found["readme.txt"]


def test_the_same_lists_make_the_same_bytes() -> None:
    export = qingdan.export(REPO / "provinces" / "990000-example", as_of=AS_OF)
    assert qingdan.render(export, "exchange") == qingdan.render(export, "exchange")


def test_codes_are_those_of_the_registries() -> None:
    """A code that no registry of the national standard has stands nowhere."""
    export = qingdan.export(REPO / "provinces", as_of=AS_OF)
    found = files(export)
    for table in layouts():
        for column in table.columns:
            if column.how == "code":
                known = {
                    code
                    for each in export.edition.registries.vocabulary(column.of).codes.values()
                    for code in each.values()
                }
                assert known, column.of
                cells = {code for row in rows(found[f"{table.name}.csv"]) for code in row[column.name].split(";")}
                assert cells - {""} <= known


def test_why_a_column_stays_empty_is_said_in_both_languages() -> None:
    for lang in ("zh", "en"):
        said = files(qingdan.export(REPO / "provinces" / "990000-example", as_of=AS_OF), lang)
        whys = [column.why for table in layouts() for column in table.columns if column.why]
        assert whys
        for why in whys:
            assert Phrases("export.exchange.why")(why, lang) in said["columns.csv"]


def test_no_cell_is_a_formula_and_nothing_steers() -> None:
    found = files(attacked(example()))
    for name, text in found.items():
        assert not set(STEERING) & set(text.removeprefix("\ufeff")), name
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_every_column_that_the_model_knows_has_its_place() -> None:
    """What the model says it is called in tables for exchange stands in one of the tables, and the other way round."""
    known = {column for words in elements().values() for column in words.columns}
    models = {model_of(element) for element in elements()} - {None} | {FeeLine, Material, Item}
    known |= {column for model in models for words, _ in words_of(model).values() for column in words.columns}
    columns = {column.name for table in layouts() for column in table.columns}
    assert {each for each in known if each.isascii()} == columns - {"question", "answer"}


@pytest.mark.skipif(not SHARED.is_file(), reason="the collected facts are not beside the repository")
def test_tables_and_columns_are_those_that_were_collected() -> None:
    from qingdan.reading import read_document

    facts = read_document(SHARED.name, SHARED.read_bytes()).value
    for table in layouts():
        wanted = {
            row["key"]: (
                row["zh"].replace("(", "（").replace(")", "）"),
                row.get("required") is True,
                row.get("max", 0),
            )
            for row in facts[table.name]
        }
        assert {c.name: (c.title, c.required, c.max) for c in table.columns} == wanted
