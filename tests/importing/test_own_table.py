"""Our own table of a list comes back as the list: for every province, for every text, and from a spreadsheet's hands."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.importing.own_table import columns, from_text, kept_text, of_kept
from qingdan.printing.spreadsheet import BOM
from qingdan.reports.export import as_table
from tests.app.running import run, write
from tests.conftest import REPO

DAY = "2026-11-22"
HOSTILE = ("=1+1", "'=1+1", "'", "+86", "@a", "-", "\ufeff", "甲\n乙", "[1", '"', "{", "【急】", "::error::x", "##vso[a]b",
           "\u202ea", "001100", "1", "＝甲", "无", "a\tb", " 甲", "true")  # fmt: skip


def table_of(folder: Path) -> str:
    return "".join(as_table.lines(qingdan.export(folder, as_of=DAY)))


def back(table: Path, to: Path) -> None:
    qingdan.write_imported(qingdan.import_table(table, province="990000", as_of=DAY), to)


@pytest.mark.parametrize("province", sorted(path.name for path in (REPO / "provinces").iterdir()))
def test_every_province_comes_back_as_it_was(province: str, tmp_path: Path) -> None:
    folder, file = REPO / "provinces" / province, tmp_path / "清单.csv"
    assert run("export", folder, "-f", "table", "-o", file, "--as-of", DAY).code == 0
    back(file, tmp_path / "back")
    assert file.read_bytes().decode("utf-8") == table_of(tmp_path / "back") == table_of(folder)
    was, came = (qingdan.export(each, as_of=DAY) for each in (folder, tmp_path / "back"))
    assert [(each.id, each.record) for each in was.entries] == [(each.id, each.record) for each in came.entries]
    assert was.entries[0].catalogue.head == came.entries[0].catalogue.head
    account = qingdan.import_table(file, province="990000", as_of=DAY).account
    assert set(account.counts) == {"taken", "layout"}


def a_list(folder: Path, name: str, notes: str) -> Path:
    write(folder, "catalogue.yaml", (REPO / "provinces/990000-example/catalogue.yaml").read_text("utf-8"))
    item = json.dumps({"id": "A-1", "name": name, "notes": [notes], "benefit_text": name}, ensure_ascii=True)
    return write(folder, "items/01.yaml", f"schema: items/1\nitems:\n  - {item}\n").parent.parent


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_and_are_no_formula(text: str, tmp_path: Path) -> None:
    folder, file = a_list(tmp_path / "list", f"{text}甲", text + "乙"), tmp_path / "t.csv"
    was = qingdan.export(folder, as_of=DAY)
    if not was.entries:
        pytest.skip("no list can hold this text")
    assert run("export", folder, "-f", "table", "-o", file, "--as-of", DAY).code in (0, 3)  # 3: something is found
    cells = [cell for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" \u3000\n").startswith(tuple("=+-@\t\r＝＋－＠"))]
    back(file, tmp_path / "back")
    assert [each.record for each in qingdan.export(tmp_path / "back", as_of=DAY).entries] == [
        each.record for each in was.entries
    ]


@given(st.text())
def test_an_apostrophe_keeps_a_cell_and_is_taken_off_again(text: str) -> None:
    kept = kept_text(text)
    assert of_kept(kept) == text and not kept.lstrip(" \u3000\n").startswith(tuple("=+-@\t\r＝＋－＠"))


@given(st.text(), st.sampled_from(list(columns())))
def test_no_text_of_a_cell_crashes(text: str, key: str) -> None:
    from_text(text, key, qingdan.national().registries)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_a_table_that_a_spreadsheet_saved_again_is_the_same_list(encoding: str, tmp_path: Path) -> None:
    folder, file = REPO / "provinces/310000-shanghai", tmp_path / "清单.csv"
    text = table_of(folder).removeprefix(BOM)
    file.write_bytes(text.encode(encoding))
    back(file, tmp_path / "back")
    was, came = (qingdan.export(each, as_of=DAY) for each in (folder, tmp_path / "back"))
    assert [each.record for each in was.entries] == [each.record for each in came.entries]


def test_what_was_written_by_hand_and_cannot_be_read_is_kept_as_a_note_and_told(tmp_path: Path) -> None:
    head = [columns()[key] for key in ("file", "id", "name", "version", "promised_limit")] + ["自己加的"]
    rows = [head, ["../../x.yaml", "A-1", "失业登记", "两", "3个工作日", "甲"]]
    file = tmp_path / "a.csv"
    file.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    found = qingdan.import_table(file, province="330000", as_of=DAY)
    assert found.account.counts == {"layout": 6, "taken": 4, "noted": 2}
    assert list(found.files) == ["catalogue.yaml", "items/01.yaml"]  # no file outside of the list
    back(file, tmp_path / "back")
    (entry,) = qingdan.export(tmp_path / "back", as_of=DAY).entries
    assert entry.record["notes"] == ["事项版本：两", "自己加的：甲"]
    assert entry.record["promised_limit"] == [{"amount": 3, "unit": "working_day", "text": "3个工作日"}]


@pytest.mark.parametrize("beside", ["{", "[]", '{"qingdan": 3}', '{"qingdan": {"head": []}}', "\x00", "{}"])
def test_a_description_that_is_not_ours_says_nothing_of_the_list(beside: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(table_of(REPO / "provinces/310000-shanghai"), "utf-8", newline="")
    write(tmp_path, "a.csv.datapackage.json", beside)
    found = qingdan.import_table(file, province="310000", as_of=DAY)
    assert "completeness: partial" in found.files["catalogue.yaml"]


def test_several_lists_are_not_one_table(tmp_path: Path) -> None:
    ran = run("export", REPO / "provinces", "-f", "table", "-o", tmp_path / "a.csv", "--as-of", DAY)
    assert ran.code == 2 and "几份" in ran.err and list(tmp_path.iterdir()) == []


def test_the_description_says_that_every_column_is_text(tmp_path: Path) -> None:
    file = tmp_path / "清单.csv"
    assert run("export", REPO / "provinces/310000-shanghai", "-f", "table", "-o", file, "--as-of", DAY).code == 0
    made = json.loads((tmp_path / "清单.csv.datapackage.json").read_text("utf-8"))
    (resource,) = made["resources"]
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head = next(csv.reader(opened))
    fields = resource["schema"]["fields"]
    assert made["profile"] == "tabular-data-package" and resource["path"] == file.name
    assert [each["name"] for each in fields] == head and {each["type"] for each in fields} == {"string"}
    assert set(resource["schema"]["primaryKey"]) <= set(head) and len(set(head)) == len(head)
