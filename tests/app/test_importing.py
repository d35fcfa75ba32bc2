"""``qingdan import``: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import qingdan
from tests.app.running import run

AS_OF = ("--as-of", "2026-11-22")
TABLE = """某省就业公共服务事项清单,,,
序号,事项名称,承诺办结时限,备案号
1,失业登记,3个工作日,BA-1
2,就业困难人员认定,按规定,
注：以公布的为准,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "清单.csv"
    path.write_text(TABLE, "utf-8-sig")
    return path


def test_it_writes_a_list_that_is_checked(table: Path, tmp_path: Path) -> None:
    done = run("import", str(table), "--province", "浙江省", "--to", str(tmp_path / "out"), *AS_OF)
    assert done.code == 1, "something was not placed"
    assert "2 个事项，其中 2 个按名称对上全国事项" in done.out
    assert done.out.index("表“清单”C4  按规定") < done.out.index("没有写入的：1 格")
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.yaml")) == [
        "01.yaml",
        "catalogue.yaml",
        "mapping.yaml",
    ]
    checked = run("validate", str(tmp_path / "out"), "--fail-on", "never", *AS_OF)
    assert checked.code == 0 and "2 项事项" in checked.out


def test_without_a_folder_nothing_is_written(table: Path, tmp_path: Path) -> None:
    done = run("import", str(table), "--province", "330000", "--lang", "en", *AS_OF)
    assert "nothing was written" in done.out + done.err and sorted(tmp_path.iterdir()) == [table]
    assert "Left out: 1 cell(s)" in done.out


def test_the_account_has_every_cell(table: Path) -> None:
    told = json.loads(run("import", str(table), "--province", "330000", "-f", "json", *AS_OF).out)
    assert told["schema"] == "import-account/1" and told["counts"]["left_out"] == 1
    assert (
        len(told["cells"])
        == sum(told["counts"].values())
        == sum(bool(each) for line in TABLE.splitlines() for each in line.split(","))
    )


def test_a_mapping_is_obeyed_and_one_that_is_broken_is_refused(table: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text("schema: mapping/1\ncolumns:\n  - {heading: 备案号, to: '-'}\n", "utf-8")
    found = qingdan.import_table(table, province="330000", as_of="2026-11-22", mapping=mapping)
    assert not list(found.account.of("noted")) and "BA-1" not in found.files["items/01.yaml"]
    mapping.write_text("columns: 3\n", "utf-8")
    refused = run("import", str(table), "--province", "330000", "--mapping", str(mapping), *AS_OF)
    assert refused.code == 3 and "不能用" in refused.err and "下一步" in refused.err


def test_what_cannot_be_imported_is_refused_and_nothing_is_written(tmp_path: Path, table: Path) -> None:
    to = ("--to", str(tmp_path / "out"), "--province", "330000", *AS_OF)
    missing = run("import", str(tmp_path / "none.xlsx"), *to)
    assert missing.code == 3 and "没有这个文件" in missing.err
    strange = tmp_path / "s.csv"
    strange.write_text("甲,乙\n1,2\n", "utf-8")
    refused = run("import", str(strange), *to)
    assert refused.code == 3 and "1: 甲 | 乙" in refused.err and "--header" in refused.err
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("x", "utf-8")
    there = run("import", str(table), *to)
    assert there.code == 3 and "--update" in there.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
    assert run("import", str(table), "--province", "999999", *AS_OF).code == 2


def test_a_table_is_validated_as_it_is_and_findings_are_at_its_cells(table: Path) -> None:
    done = run("validate", str(table), "--province", "330000", "--fail-on", "never", *AS_OF)
    assert done.code == 0 and "--> " in done.out
    assert f"{table.as_posix()} 表“清单”C4" in done.out, "the limit that states no time"
    told = json.loads(
        run("validate", str(table), "--province", "330000", "--fail-on", "never", "-f", "json", *AS_OF).out
    )
    [section] = told["sections"]
    [limit] = [each for each in section["findings"] if each["id"] == "TIM008"]
    assert (limit["location"]["sheet"], limit["location"]["line"], limit["location"]["column"]) == ("清单", 4, 3)
    concise = run(
        "validate", str(table), "--province", "330000", "--fail-on", "never", "-f", "concise", "--lang", "en", *AS_OF
    )
    assert f"{table.as_posix()} 清单!C4: warning TIM008" in concise.out
    html = run("validate", str(table), "--province", "330000", "--fail-on", "never", "-f", "html", *AS_OF)
    assert "表“清单”C4" in html.out


def test_a_table_without_a_province_is_no_list(table: Path) -> None:
    done = run("validate", str(table), *AS_OF)
    assert done.code == 3


def test_a_table_is_a_side_of_a_comparison(table: Path) -> None:
    done = run("diff", "national", str(table), "--province", "浙江", "-f", "json", *AS_OF)
    assert done.code == 0 and json.loads(done.out)["complete"]
    workspace = qingdan.Workspace()
    with_it = qingdan.compare("national", table, as_of="2026-11-22", province="330000", workspace=workspace)
    assert with_it.counts("allowed")
    assert run("diff", "national", str(table), *AS_OF).code == 3, "whose list it is nobody said"
    with pytest.raises(qingdan.NothingRead):
        qingdan.compare("national", table, as_of="2026-11-22", workspace=workspace)


def test_a_table_is_published(table: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = run("publish", str(site), str(table), "--province", "浙江", *AS_OF)
    assert done.code == 0, done.err
    assert "失业登记" in "".join(page.read_text("utf-8") for page in site.rglob("index.html"))


def test_what_was_found_in_the_table_itself_is_among_the_findings(table: Path) -> None:
    told = json.loads(run("validate", str(table), "--province", "330000", "-f", "json", *AS_OF).out)
    [column] = [each for each in told["sections"][0]["findings"] if each["id"] == "TBL010"]
    assert column["location"]["line"] == 2 and column["location"]["column"] == 4
    ignored = run("validate", str(table), "--province", "330000", "--ignore", "TBL", "-f", "json", *AS_OF)
    assert "TBL010" not in ignored.out.partition('"sections"')[2]


def test_the_severity_from_which_on_it_fails_can_be_chosen(table: Path) -> None:
    assert run("import", str(table), "--province", "330000", "--fail-on", "error", *AS_OF).code == 0
