"""What people say in alignment.yaml is obeyed wherever the list is read, and is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import qingdan
from qingdan.problems import BrokenAlignment
from tests.app.running import run

DAY = "2026-11-22"
HEAD = """schema: catalogue/1
province: "330000"
name: 清单
edition: "2025"
kind: list
completeness: partial
source: {title: 清单, evidence: inferred, seen: whole}
"""
ITEMS = """schema: items/1
items:
  - {id: A-1, name: 失业登记}
  - {id: A-2, name: 申请职业技能提升补贴}
  - {id: A-3, name: 零工集市}
  - {id: A-4, name: 就业帮帮办, implements: [{item: JY-0606, relation: part}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "list"
    (place / "items").mkdir(parents=True)
    (place / "catalogue.yaml").write_text(HEAD, "utf-8")
    (place / "items" / "01.yaml").write_text(ITEMS, "utf-8")
    return place


def outcomes(folder: Path) -> dict[str, tuple[str, list[str]]]:
    [found] = qingdan.align(folder, as_of=DAY).lists
    return {each.id: (each.decision.outcome, [one.item for one in each.decision.accepted]) for each in found.names}


def test_nothing_is_written_unless_it_is_asked_for(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    done = run("align", folder, "--as-of", DAY)
    assert done.code == 1 and sorted(folder.rglob("*")) == before
    assert "A-2 申请职业技能提升补贴" in done.out and "JY-1103" in done.out
    assert outcomes(folder) == {
        "A-1": ("accepted", ["JY-0401"]),
        "A-2": ("open", []),
        "A-3": ("open", []),
        "A-4": ("accepted", ["JY-0606"]),
    }


def test_what_a_person_says_is_obeyed_and_none_is_an_answer(folder: Path) -> None:
    assert run("align", folder, "--write", "--as-of", DAY).code == 1
    file = folder / "alignment.yaml"
    text = file.read_text("utf-8")
    assert "by: likeness" in text and "may_be" in text
    said = "schema: alignment/1\nnames:\n  # 处里定的\n  - {name: 零工集市, implements: []}\n"
    said += "  - {name: 1、申请职业技能提升补贴, implements: [{item: JY-1201, relation: part}]}\n"
    file.write_text(said, "utf-8")
    assert outcomes(folder)["A-2"] == ("accepted", ["JY-1201"])
    assert outcomes(folder)["A-3"] == ("none", [])
    items = {item.record["id"]: item.record.get("implements") for item in qingdan.load(folder).items}
    assert items["A-2"] == [{"item": "JY-1201", "relation": "part"}] and items["A-3"] == []
    assert items["A-4"] == [{"item": "JY-0606", "relation": "part"}]
    assert run("align", folder, "--write", "--as-of", DAY).code == 0
    kept = file.read_text("utf-8")
    assert kept.startswith(said.rstrip()) and "失业登记" in kept and "# 处里定的" in kept


def test_what_is_written_is_a_file_that_holds(folder: Path) -> None:
    run("align", folder, "--write", "--as-of", DAY)
    report = qingdan.validate(folder, as_of=DAY)
    assert not [each for section in report.sections for each in section.findings if "alignment" in str(each.location)]


def test_a_broken_alignment_is_left_as_it_is(folder: Path) -> None:
    file = folder / "alignment.yaml"
    file.write_text("schema: alignment/1\nnames: [{implements: []}]\n", "utf-8")
    before = file.read_bytes()
    done = run("align", folder, "--write", "--as-of", DAY)
    assert done.code == 3 and file.read_bytes() == before and "alignment.yaml" in done.err
    [found] = qingdan.align(folder, as_of=DAY).lists
    with pytest.raises(BrokenAlignment):
        qingdan.write_alignment(found, file)


def test_a_person_is_asked_at_a_terminal_only(folder: Path) -> None:
    done = run("align", folder, "--ask", "--as-of", DAY)
    assert done.code == 2 and "--ask" in done.err and not (folder / "alignment.yaml").exists()


def test_what_a_person_answers_is_a_number_an_id_none_or_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = folder / "items" / "01.yaml"
    items.write_text(
        items.read_text("utf-8") + "  - {id: A-5, name: 就业小站服务}\n  - {id: A-6, name: 岗位补贴}\n", "utf-8"
    )
    given = iter(["1", "exact", "0", "JY-0101", "part", ""])
    monkeypatch.setattr("rich.prompt.Prompt.ask", lambda *_, **__: next(given))
    [found] = qingdan.align(folder, as_of=DAY).lists
    from qingdan.app.align import _asked_of_a_person

    said = _asked_of_a_person(found, "zh")
    assert said == {
        "申请职业技能提升补贴": [{"item": "JY-1103", "relation": "exact"}],
        "零工集市": [],
        "就业小站服务": [{"item": "JY-0101", "relation": "part"}],
    }


def test_an_answer_that_was_just_given_is_written(folder: Path) -> None:
    [found] = qingdan.align(folder, as_of=DAY).lists
    said = {"申请职业技能提升补贴": [{"item": "JY-1103", "relation": "exact"}], "零工集市": []}
    qingdan.write_alignment(found, folder / "alignment.yaml", said=said)  # type: ignore[arg-type]
    assert outcomes(folder)["A-2"] == ("accepted", ["JY-1103"])
    assert outcomes(folder)["A-3"] == ("none", [])


def test_items_of_one_name_are_told_apart_by_their_ids(folder: Path) -> None:
    (folder / "alignment.yaml").write_text(
        "schema: alignment/1\nnames:\n  - {name: 失业登记, id: A-1, implements: []}\n", "utf-8"
    )
    assert outcomes(folder)["A-1"] == ("none", [])
    text = ITEMS + "  - {id: A-5, name: 失业登记}\n"
    (folder / "items" / "01.yaml").write_text(text, "utf-8")
    assert outcomes(folder)["A-5"] == ("accepted", ["JY-0401"])


def test_a_table_is_aligned_and_imported_as_people_have_said(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    rows = ("失业登记,,免费", "申请职业技能提升补贴,失业保险,免费", "职业技能补贴申请,,免费", "零工集市,,免费")
    table.write_text("\n".join(("事项名称,险种类别,收费", *rows, "")), "utf-8")
    where = ("--province", "330000", "--as-of", DAY)
    data = json.loads(run("align", table, *where, "-f", "json").out)["lists"][0]
    told = {each["name"]: (each["outcome"], each["reason"]["why"]) for each in data["names"]}
    assert told["申请职业技能提升补贴"] == ("accepted", "beside") and told["职业技能补贴申请"] == ("open", "ambiguous")
    assert run("align", table, *where, "--write").code == 2
    file = tmp_path / "alignment.yaml"
    assert run("align", table, *where, "--to", file).code == 1
    run("import", table, *where, "--to", tmp_path / "out")
    written = (tmp_path / "out" / "alignment.yaml").read_text("utf-8")
    assert "职业技能补贴申请" in written and "失业登记" not in written
    file.write_text("schema: alignment/1\nnames:\n  - {name: 零工集市, implements: []}\n", "utf-8")
    run("import", table, *where, "--to", tmp_path / "again", "--alignment", file)
    items = (tmp_path / "again" / "items" / "01.yaml").read_text("utf-8")
    assert "name: 零工集市, implements: []" in items and "JY-1103" in items
    lost = run("import", table, *where, "--alignment", tmp_path / "nothing.yaml")
    assert lost.code == 3


def test_texts_that_no_registry_knows_are_told_with_what_comes_near(folder: Path) -> None:
    text = ITEMS.replace("name: 失业登记}", "name: 失业登记, materials: [{name: 失业登记表格一张纸}, {name: 身份证}]}")
    (folder / "items" / "01.yaml").write_text(text, "utf-8")
    [found] = qingdan.align(folder, as_of=DAY).lists
    assert [each.text for each in found.texts] == ["失业登记表格一张纸"]
    assert found.texts[0].items == ("A-1",) and found.texts[0].candidates
    assert "失业登记表格一张纸" in run("align", folder, "--as-of", DAY).out
