"""What other programs read of our exports: every value is there, by the calls that the page gives."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import polars
import pyarrow.parquet
import pytest

import qingdan
from qingdan.reports.export import as_json as entry_json
from qingdan.reports.export import as_parquet as entry_parquet
from qingdan.reports.export.facts import Export
from qingdan.reports.export.schema import columns, line_schema, table_schema
from tests.app.running import run, write
from tests.reports.attacks import AS_OF, attacked, example

REPO = Path(__file__).resolve().parents[2]
#: How the page names the tables that it reads, and whether texts stay texts there.
READ = {
    "polars_lines": True, "arrow_lines": False, "duckdb_lines": True,
    "whole": True, "polars_typed": True, "arrow_typed": True,
}  # fmt: skip


def blocks() -> list[str]:
    page = (REPO / "docs" / "howto" / "export.md").read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1:3]


def values(found: Any) -> int:
    """How many values there are: an empty list says that there is none, and is one."""
    if isinstance(found, dict):
        return sum(map(values, found.values()))
    if isinstance(found, list):
        return sum(map(values, found)) or int(not found)
    return int(found is not None)


def stated(found: Any) -> Any:
    """Without what is not stated."""
    if isinstance(found, dict):
        rest = {key: stated(each) for key, each in found.items()}
        return {key: each for key, each in rest.items() if each is not None} or None
    return [stated(each) for each in found] if isinstance(found, list) else found


def rows(table: Any) -> list[dict[str, Any]]:
    """The rows of a table of any of the three."""
    if isinstance(table, polars.DataFrame):
        return table.to_dicts()
    if isinstance(table, duckdb.DuckDBPyRelation):
        names = table.columns
        return [dict(zip(names, row, strict=True)) for row in table.fetchall()]
    return list(table.to_pylist())


def read_as_the_page_says(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    names: dict[str, Any] = {}
    for block in blocks():
        exec(compile(block, "export.md", "exec"), names)
    for name in READ:
        yield name, rows(names[name])


@pytest.fixture(scope="module")
def real() -> Export:
    return qingdan.export(REPO / "provinces", as_of=AS_OF)


def exported(folder: Path, *lists: Path) -> list[dict[str, Any]]:
    for name in ("清单.jsonl", "清单.parquet"):
        ran = run("export", *lists, "-f", name.rpartition(".")[2], "-o", folder / name, "--as-of", AS_OF)
        assert ran.code == 0, ran.err
    return [json.loads(line) for line in (folder / "清单.jsonl").read_text("utf-8").splitlines()]


def test_every_value_is_there_however_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = exported(tmp_path, REPO / "provinces")
    monkeypatch.chdir(tmp_path)
    for name, found in read_as_the_page_says(tmp_path):
        assert values(found) == values(lines) > 20_000, name
        assert not READ[name] or [stated(each) for each in found] == lines, name


#: The last of many items has what none before it has.
LATE = {
    "a key of an item": "  - {id: Z, name: 末, centre: {in_centre: 'yes', hall: 大厅, daily_quota: 20}}\n",
    "an empty list that was never a list of anything": "  - {id: Z, name: 末, materials: []}\n",
    "a key deep in a list": (
        "  - {id: Z, name: 末, materials: [{id: id-document, name: 身份证, necessity: required, "
        "basis: [{title: 规程, article: 第五条}]}]}\n"
    ),
    "a month where all others have days": (
        "  - {id: Z, name: 末, source: {title: 指南, evidence: copy, seen: whole, date: '2026-01'}}\n"
    ),
    "a number that looks like a code": "  - {id: Z, name: '001100'}\n",
}


@pytest.mark.parametrize("what", LATE)
def test_what_comes_late_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    source = "{title: 指南, evidence: copy, seen: whole, date: '2026-01-02'}"
    many = "".join(
        f"  - {{id: A-{number}, name: 项{number}, materials: [{{id: id-document, name: 证}}], source: {source}}}\n"
        if "empty" not in what else f"  - {{id: A-{number}, name: 项{number}, source: {source}}}\n"
        for number in range(150)
    )  # fmt: skip
    file = write(tmp_path, "one.yaml", f"schema: items/1\nitems:\n{many}{LATE[what]}")
    lines = exported(tmp_path, file)
    assert len(lines) == 151
    monkeypatch.chdir(tmp_path)
    for name, found in read_as_the_page_says(tmp_path):
        assert values(found) == values(lines), name
        assert not READ[name] or [stated(each) for each in found] == lines, name


def test_the_schema_beside_the_lines_is_that_of_every_line_and_needs_nothing_else(real: Export) -> None:
    schema = line_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    for line in entry_json.lines(real):
        assert list(check.iter_errors(json.loads(line))) == []
    line = json.loads(next(iter(entry_json.lines(real))))
    assert list(check.iter_errors({**line, "sample": "no"})) and list(check.iter_errors({**line, "other": 1}))
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert used == set(schema["$defs"]), "every definition is there, and no other"
    assert set(schema["x-duckdb"]) == set(schema["properties"])


def test_columns_are_the_same_whatever_is_exported(tmp_path: Path, real: Export) -> None:
    found = []
    for number, export in enumerate((real, replace(real, entries=real.entries[:1]), replace(real, entries=()))):
        path = tmp_path / f"{number}.parquet"
        path.write_bytes(b"".join(entry_parquet.chunks(export)))
        assert pyarrow.parquet.read_metadata(path).num_rows == len(export.entries)
        found.append(pyarrow.parquet.read_schema(path))
    assert found[0].names == list(columns()) and found[0].equals(found[1]) and found[0].equals(found[2])


def test_parquet_says_what_the_lines_say_of_hostile_texts_too(tmp_path: Path) -> None:
    export = attacked(example())
    (tmp_path / "x.parquet").write_bytes(b"".join(entry_parquet.chunks(export)))
    lines = [json.loads(line) for line in entry_json.lines(export)]
    assert [stated(each) for each in rows(polars.read_parquet(tmp_path / "x.parquet"))] == lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_beside_a_spreadsheet_names_its_columns(tmp_path: Path, lang: str) -> None:
    table = tmp_path / "清单.csv"
    words = ("export", REPO / "provinces/990000-example", "-f", "csv", "-o", table, "--as-of", AS_OF, "--lang", lang)
    assert run(*words).code == 0
    described = json.loads((tmp_path / "清单.csv-metadata.json").read_text("utf-8"))
    assert described == table_schema("清单.csv", "en" if lang == "en" else "zh") and described["url"] == table.name
    with table.open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file))
    listed = described["tableSchema"]["columns"]
    assert [each["titles"] for each in listed] == head
    assert len({each["name"] for each in listed}) == len(head)
    # read as the file says, a code is a text
    kinds = {each["titles"]: "VARCHAR" for each in listed}
    read = duckdb.read_csv(str(table), dtype=kinds, header=True)
    assert {str(kind) for kind in read.types} == {"VARCHAR"}


def test_a_read_only_file_beside_is_told(tmp_path: Path) -> None:
    kept = write(tmp_path, "a.jsonl.schema.json", "mine")
    kept.chmod(0o444)
    ran = run("export", REPO / "provinces/990000-example", "-o", tmp_path / "a.jsonl", "--as-of", AS_OF)
    assert ran.code == 3 and kept.name in ran.err and kept.read_text() == "mine"


def test_without_duckdb_it_is_said_how_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for lang in ("zh", "en"):
        ran = run("export", REPO / "provinces/990000-example", "-f", "parquet", "-o", tmp_path / "x", "--lang", lang)
        assert ran.code == 2 and "qingdan[parquet]" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_parquet_goes_through_a_pipe() -> None:
    words = [sys.executable, "-m", "qingdan", "export", str(REPO / "provinces/990000-example"), "-f", "parquet"]
    assert subprocess.run(words, capture_output=True, check=True).stdout[:4] == b"PAR1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_nothing_is_put_beside_a_pipe_and_what_is_behind_a_link_stands_by_itself(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    export = [sys.executable, "-m", "qingdan", "export", str(REPO / "provinces/990000-example"), "-o"]
    with subprocess.Popen([*export, str(pipe)]) as process:
        assert pipe.read_text("utf-8").startswith("{")
    assert process.returncode == 0 and [path.name for path in tmp_path.iterdir()] == ["pipe"]
    (tmp_path / "real").mkdir()
    write(tmp_path / "real", "x.jsonl", "")
    (tmp_path / "latest.jsonl").symlink_to(tmp_path / "real" / "x.jsonl")
    subprocess.run([*export, str(tmp_path / "latest.jsonl")], check=True)
    assert sorted(path.name for path in (tmp_path / "real").iterdir()) == ["x.jsonl", "x.jsonl.schema.json"]
