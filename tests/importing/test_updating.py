"""A table brought into a list that is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

import qingdan
from qingdan.importing.updating import Updated, merged

DAY = "2026-11-22"
ITEMS = """schema: items/1
items:
  # 核对过
  - id: ZJ-0001
    name: 失业登记  # 不要改名
    materials:
      - {name: 登记表, copies: 2}
    promised_limit: [{amount: 5, unit: working_day}]
  - id: ZJ-0002
    name: 档案查询
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "list"
    (root / "items").mkdir(parents=True)
    (root / "items" / "01.yaml").write_text(ITEMS, "utf-8", newline="\n")
    head = 'schema: catalogue/1\nprovince: "330000"\nname: 清单\nedition: "2025"\nkind: list\ncompleteness: partial\n'
    (root / "catalogue.yaml").write_text(f"{head}source: {{title: 测试, evidence: sample, seen: whole}}\n", "utf-8")
    return root


def update(folder: Path, rows: str) -> Updated:
    table = folder.parent / "t.csv"
    table.write_text(rows, "utf-8")
    return qingdan.update_list(qingdan.import_table(table, province="330000", as_of=DAY), folder)


def test_what_the_table_says_is_changed_and_all_else_stays(folder: Path) -> None:
    done = update(folder, "事项名称,申请材料,承诺时限\n失业登记,登记表,3个工作日\n就业登记,,即办\n")
    assert (done.changed, done.added, done.same, done.untouched) == (["ZJ-0001"], ["P33-0002"], 0, ["档案查询"])
    assert (folder / "items" / "01.yaml").read_text("utf-8") == ITEMS, "nothing is written before somebody says so"
    done.write()
    text = (folder / "items" / "01.yaml").read_text("utf-8")
    assert "# 核对过" in text and "# 不要改名" in text and "{name: 登记表, copies: 2}" in text
    assert "amount: 3" in text and "就业登记" in text and "amount: 5" not in text
    report = qingdan.validate(folder, as_of=DAY)
    assert not [each for each in report.findings if each.id.startswith(("RED", "STR"))]


def test_the_same_table_again_changes_nothing(folder: Path) -> None:
    rows = "事项名称,申请材料\n失业登记,登记表\n"
    update(folder, rows).write()
    assert update(folder, rows).files == {}
    more = "事项名称,上级备案号\n失业登记,BA-1\n"
    update(folder, more).write()
    again = update(folder, more)
    assert (again.same, again.diffs) == (1, {}), "a note is not written twice"


def test_a_matter_is_known_by_the_id_that_the_table_gives(folder: Path) -> None:
    done = update(folder, "编号,事项名称,收费\nZJ-0002,档案查询服务,不收费\n")
    assert done.changed == ["ZJ-0002"] and "档案查询服务" in done.diffs[f"{folder.as_posix()}/items/01.yaml"]


def test_a_list_with_faults_and_what_is_none_are_refused(folder: Path) -> None:
    (folder / "items" / "01.yaml").write_text("items: [", "utf-8")
    with pytest.raises(qingdan.BrokenList):
        update(folder, "事项名称,收费\n失业登记,不收费\n")
    with pytest.raises(qingdan.NotAList):
        update(folder / "items", "事项名称,收费\n失业登记,不收费\n")


def test_an_entry_that_says_less_is_the_one_that_is_there() -> None:
    old = {"id": "A-1", "materials": [{"id": "photo", "copies": 2}], "contact": {"phone": "1", "hours": "早"}}
    new = {"id": "P-1", "materials": [{"id": "photo"}, {"name": "新"}], "contact": {"phone": "2"}}
    assert merged(old, new) == {
        "id": "A-1",
        "materials": [{"id": "photo", "copies": 2}, {"name": "新"}],
        "contact": {"phone": "2", "hours": "早"},
    }


def test_the_workbook_of_a_list_is_brought_into_it_whole(folder: Path) -> None:
    book = folder.parent / "清单.xlsx"
    text = qingdan.render(qingdan.export(folder, as_of=DAY), "xlsx")
    assert isinstance(text, bytes)
    book.write_bytes(text)
    found = qingdan.import_table(book, province="330000", as_of=DAY)
    assert qingdan.update_list(found, folder).files == {}, "nothing was changed in it"
    found.files["items/01.yaml"] = found.files["items/01.yaml"].replace("amount: 5", "amount: 7")
    found.files["localities/330100.yaml"] = (
        'schema: locality/1\narea: "330100"\nname: 杭州市\nlevel: prefecture\nitems: []\n'
    )
    done = qingdan.update_list(found, folder)
    assert done.changed == ["ZJ-0001"] and not done.added
    done.write()
    text = (folder / "items" / "01.yaml").read_text("utf-8")
    assert "amount: 7" in text and "# 核对过" in text and "# 不要改名" in text
    assert (folder / "localities" / "330100.yaml").is_file()
