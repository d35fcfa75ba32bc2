"""A new list claims nothing that nobody looked at, and says first what is to be done first."""

from __future__ import annotations

from pathlib import Path

import pytest

import qingdan
from qingdan.loading.opening import national
from tests.app.running import run

AS_OF = "2026-11-22"


def started(folder: Path, *options: str) -> list[str]:
    """The lines of a run that worked."""
    ran = run("init", folder, *options, "--lang", "zh")
    assert ran.code == 0, ran.err
    return ran.out.splitlines() or ran.err.splitlines()


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("辽宁", (), "210000"), ("辽宁省", (), "210000"), ("530000-yunnan", (), "530000"), ("广西", (), "450000"),
        ("x", ("--province", "新疆生产建设兵团"), "660000"), ("x", ("--province", "430000"), "430000"), ("my-list", (), "990000"),
    ],
)  # fmt: skip
def test_whose_list_it_is(tmp_path: Path, name: str, options: tuple[str, ...], code: str) -> None:
    started(tmp_path / name, *options)
    assert qingdan.load(tmp_path / name).province == code


@pytest.mark.parametrize("name", ["长沙", "西湖区", "430100-changsha"])
def test_a_place_is_no_province_and_never_becomes_the_fictional_one(tmp_path: Path, name: str) -> None:
    ran = run("init", tmp_path / name, "--lang", "zh")
    assert ran.code == 2 and "--province" in ran.err and not (tmp_path / name).exists()


def test_nothing_is_claimed_of_a_real_province(tmp_path: Path) -> None:
    started(tmp_path / "辽宁")
    catalogue = qingdan.load(tmp_path / "辽宁")
    assert len(catalogue.items) == len(national().items)
    assert {key for item in catalogue.items for key in item.record} == {"id", "name", "implements"}
    assert catalogue.head["source"]["seen"] == "none" and catalogue.head["source"]["evidence"] == "inferred"
    report = qingdan.validate(tmp_path / "辽宁", as_of=AS_OF)
    assert [finding.id for finding in report.findings] == ["ELM012"]
    column = qingdan.coverage(tmp_path / "辽宁", as_of=AS_OF).columns[0]
    assert {(cell.standing.status, cell.standing.because) for cell in column.cells.values()} == {
        ("unknown", "not_seen")
    }
    assert all(entry.specimen for entry in qingdan.export(tmp_path / "辽宁", as_of=AS_OF).entries)


def test_an_item_that_was_looked_at_counts(tmp_path: Path) -> None:
    started(tmp_path / "l", "--province", "210000", "--items", "JY-0401,JY-0402")
    file = tmp_path / "l" / "items" / "04-registration.yaml"
    seen = "name: 失业登记\n    source: {title: 通知, evidence: official, seen: whole}\n"
    file.write_text(file.read_text("utf-8").replace("name: 失业登记\n", seen), "utf-8")
    cells = qingdan.coverage(tmp_path / "l", as_of=AS_OF).columns[0].cells
    assert (cells["JY-0401"].standing.status, cells["JY-0402"].standing.status) == ("covered", "unknown")
    found = {finding.id: finding for finding in qingdan.validate(tmp_path / "l", as_of=AS_OF).findings}
    assert found["ELM001"].path == "items[P21-0401].id" and found["ELM012"].extra["count"] == 1


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("none", []), ("JY-0401", ["P43-0401"]), ("jy-0402， JY-0401", ["P43-0401", "P43-0402"]),
        ("all", [f"P43-{id.partition('-')[2]}" for id in national().items]),
    ],
)  # fmt: skip
def test_which_items_it_begins_with(tmp_path: Path, wanted: str, ids: list[str]) -> None:
    started(tmp_path / "l", "--province", "430000", "--items", wanted)
    catalogue = qingdan.load(tmp_path / "l")
    assert sorted(item.record["id"] for item in catalogue.items) == sorted(ids)
    assert not catalogue.files.unread and not catalogue.files.findings


@pytest.mark.parametrize("wanted", ["JY-9999", "JY-0401,全部", ","])
def test_items_that_are_not_there(tmp_path: Path, wanted: str) -> None:
    for lang in ("zh", "en"):
        ran = run("init", tmp_path / "l", "--items", wanted, "--lang", lang)
        assert ran.code == 2 and "--items" in ran.err and not (tmp_path / "l").exists()


def test_what_to_do_first_stands_first_and_schemas_are_counted(tmp_path: Path) -> None:
    lines = started(tmp_path / "辽宁")
    assert "先做" in lines[0] and lines[1].startswith("1.") and "source" in lines[1]
    assert not any(line.endswith(".schema.json") for line in lines)
    assert lines[-1].startswith("下一步：qingdan validate")
    made = run("init", tmp_path / "en", "--province", "210000", "--lang", "en")
    assert "First" in (made.out or made.err).splitlines()[0]


def test_the_fictional_province_keeps_its_worked_example(tmp_path: Path) -> None:
    started(tmp_path / "my-list")
    (item,) = qingdan.load(tmp_path / "my-list").items
    assert "promised_limit" in item.record and qingdan.load(tmp_path / "my-list").head["kind"] == "sample"


def test_a_file_above_a_new_list_is_not_called_a_full_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ran = run("init", tmp_path / "file" / "list", "--lang", "zh")
    assert ran.code == 3 and "不是文件夹" in ran.err and "已经有东西" not in ran.err
