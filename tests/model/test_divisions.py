"""Divisions: the packaged table and small ones made for one question each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.division_names import short_names
from qingdan.model.divisions import Divisions, parse

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "catalogue" / "divisions"
FACTS = Path(os.environ.get("QINGDAN_FACTS") or ROOT.parent / "shared" / "facts")
CHANGES_HEADER = "year,type,old_code,old_name,new_code,new_name,doc_no,evidence\n"
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the folder of researched facts is not there")


@cache
def packaged() -> Divisions:
    return parse((DATA / "divisions.csv").read_bytes(), (DATA / "changes.csv").read_bytes())


@cache
def all_codes() -> list[str]:
    lines = (DATA / "changes.csv").read_text(encoding="utf-8").splitlines()[1:]
    changed = {code for line in lines for code in line.split(",")[2:6:2] if code}
    return sorted(changed | {division.code for division in packaged()})


def small(changes: str = "") -> Divisions:
    """One province, one prefecture, counties 110101 to 110103, and the given changes."""
    rows = "code6,level,name,parent,origin\n110000,province,甲省,,gbt2260\n110100,prefecture,乙市,110000,gbt2260\n"
    rows += "".join(
        f"11010{n},county,{name},110100,gbt2260\n" for n, name in [(1, "丙丁区"), (2, "戊己县"), (3, "庚辛市")]
    )
    return parse(rows.encode(), (CHANGES_HEADER + changes).encode())


codes = st.deferred(lambda: st.sampled_from(all_codes()))


def test_county_with_its_prefecture_and_province() -> None:
    jishou = packaged().get("433101")
    assert jishou is not None
    assert (jishou.name, jishou.level, jishou.parent, jishou.origin, jishou.until) == (
        "吉首市", "county", "433100", "gbt2260", 0,
    )  # fmt: skip
    assert packaged().full_name("433101") == "湖南省湘西土家族苗族自治州吉首市"


def test_municipality_has_no_prefecture_between() -> None:
    assert packaged().lineage("110102") == ("110102", "110000")
    assert packaged().full_name("110102") == "北京市西城区"
    assert packaged().is_within("110102", "110000")
    assert not packaged().is_within("110102", "110100")


def test_county_directly_below_a_province() -> None:
    assert packaged().full_name("659001") == "新疆维吾尔自治区石河子市"
    assert packaged().lineage("419001") == ("419001", "410000")


def test_townships_lie_in_their_county_or_in_a_prefecture_without_counties() -> None:
    assert packaged().is_within("433101001", "433100")
    assert packaged().is_within("433101001", "433101001")
    assert packaged().is_within("441900003", "440000")
    assert not packaged().is_within("433101", "433101001")
    assert packaged().full_name("433101001") == ""
    assert packaged().lineage("111111001") == ()


@pytest.mark.parametrize("code", ["", "433199", "4331", "43310a", "４３３１０１", "433101000000", "吉首市"])
def test_unknown_codes_have_no_answer(code: str) -> None:
    table = packaged()
    assert table.get(code) is None
    assert table.province_of(code) is None
    assert table.full_name(code) == ""
    assert table.successors(code) == ()
    assert table.existed(code, 2020) is None
    assert not table.is_within(code, code)


def test_extensions_and_fiction_are_marked() -> None:
    table = packaged()
    origins = {division.code: division.origin for division in table if division.origin != "gbt2260"}
    assert origins.pop("660000") == origins.pop("133100") == "extension"
    assert table.full_name("133100") == "河北省雄安新区"
    assert set(origins.values()) == {"fiction"}
    assert all(code.startswith("99") for code in origins)
    assert all(division.origin == "fiction" for division in table if division.code.startswith("99"))
    assert table.full_name("990102") == "示例省示例市范例县"
    assert table.existed("990102", 2020) is None


def test_renumbering_and_upgrade_are_followed_to_the_end() -> None:
    # 错那县: with its prefecture renumbered in 2016, made a city in 2023.
    (successor,) = packaged().successors("542232")
    assert (successor.division.code, successor.division.name) == ("540581", "错那市")
    assert [(change.year, change.type) for change in successor.changes] == [(2016, "同名改码"), (2023, "撤县设市")]


def test_abolished_code_keeps_its_last_name_and_place() -> None:
    ningxiang = packaged().get("430124")
    assert ningxiang is not None
    assert (ningxiang.name, ningxiang.until, ningxiang.parent) == ("宁乡县", 2017, "430100")
    assert packaged().full_name("371202") == "山东省莱芜市莱城区"
    assert packaged().is_within("371202", "370000")


def test_successor_that_is_not_recorded_stays_unknown() -> None:
    # The source led 大同's 矿区 to the district of the same name in another city; nothing is better than that.
    assert packaged().get("140203") is not None
    assert packaged().successors("140203") == ()


def test_merger_and_split_and_circle() -> None:
    table = small(
        "2017,撤县设区,110121,壬县,110131,壬区,,secondary\n"
        "2018,撤销,110131,壬区,110101,丙丁区,国函〔2018〕1号,secondary\n"
        "2018,撤销,110131,壬区,110102,戊己县,,secondary\n"
        "2019,同名改码,110141,癸县,110151,癸县,,secondary\n"
        "2020,同名改码,110151,癸县,110141,癸县,,secondary\n"
    )
    found = table.successors("110121")
    assert [each.division.code for each in found] == ["110101", "110102"]
    assert [change.year for change in found[0].changes] == [2017, 2018]
    assert found[0].changes[-1].doc_no == "国函〔2018〕1号"
    assert table.successors("110101") == ()
    assert table.successors("110141") == ()


def test_a_new_name_under_the_same_code_is_no_step_on_the_way() -> None:
    table = small("2016,更名,110121,壬县,110121,癸县,,secondary\n2018,撤县设区,110121,癸县,110101,丙丁区,,secondary\n")
    (successor,) = table.successors("110121")
    assert [change.year for change in successor.changes] == [2018]
    assert [division.name for division in table.find("壬县")] == ["癸县"]


def test_changes_come_oldest_first_and_those_without_a_year_last() -> None:
    rows = [",新设,,,110101,丙丁区,,inferred", "2019,撤销,110121,壬县,110101,丙丁区,,secondary"]
    rows += ["2017,撤销,110122,癸县,110101,丙丁区,,secondary"]
    assert [change.year for change in small("\n".join(rows)).changes_of("110101")] == [2017, 2019, 0]


def test_existed_year_by_year() -> None:
    table = small(
        "2017,撤县设市,110121,庚辛县,110103,庚辛市,,secondary\n"
        "2018,撤销,110122,壬县,110101,丙丁区,,secondary\n"
        "2019,更名,110102,甲乙县,110102,戊己县,,secondary\n"
    )
    assert [table.existed("110121", year) for year in (2015, 2016, 2017, 2019, 2020)] == [
        None,
        True,
        False,
        False,
        None,
    ]
    assert [table.existed("110103", year) for year in (2016, 2017, 2019)] == [False, True, True]
    # Taking in another county, or a new name, does not make a code new.
    assert table.existed("110101", 2016) is True
    assert table.existed("110102", 2016) is True
    assert table.existed("110109", 2017) is None


def test_existed_is_silent_where_the_year_of_the_change_is_unknown() -> None:
    table = small("2017,更名,110102,甲县,110102,戊己县,,secondary\n,新设,,,110103,庚辛市,,inferred\n")
    assert table.existed("110103", 2017) is None
    assert table.changes_of("110103")[0].year == 0
    assert small().existed("110103", 2017) is None


def test_names_in_full_and_without_their_ending() -> None:
    def found(name: str) -> list[str]:
        return [division.code for division in packaged().find(name)]

    assert found("吉首市") == found("吉首") == ["433101"]
    assert found("湘西州") == found("湘西") == ["433100"]
    assert found("新疆") == ["650000"]
    assert found("朝阳") == ["211300", "110105", "211321", "220104"]
    assert found("宁乡") == ["430182", "430124"]
    assert found("桥东区") == ["130502", "130702"]
    assert found("赣") == found("没有这个县") == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("神农架林区", ("神农架",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("双江拉祜族佤族布朗族傣族自治县", ("双江", "双江县")),
        ("博尔塔拉蒙古自治州", ("博尔塔拉", "博尔塔拉州")),
        ("龙胜各族自治县", ("龙胜", "龙胜县")),
        ("东乡族自治县", ("东乡", "东乡县")),
        ("城区", ()),
        ("新疆生产建设兵团", ()),
    ],
)
def test_short_names(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_every_division_hangs_below_a_province() -> None:
    table = packaged()
    levels = ["province", "prefecture", "county"]
    for division in table:
        province = table.province_of(division.code)
        assert province is not None and province.code[:2] == division.code[:2]
        if division.parent:
            parent = table.get(division.parent)
            assert parent is not None and not parent.until
            assert levels.index(parent.level) < levels.index(division.level)
            assert parent.origin == division.origin or (parent.origin, division.origin) == ("gbt2260", "extension")


def test_every_change_agrees_with_the_table() -> None:
    table = packaged()
    in_force = {division.code: division.name for division in table}
    for code in all_codes():
        for change in table.changes_of(code):
            assert change.evidence in {"secondary", "inferred", "recalled"}
            assert not (change.moves and change.old_code in in_force), change
            assert table.get(change.new_code) is not None or not change.new_code, change
    last_names = {change.new_code: change.new_name for code in all_codes() for change in table.changes_of(code)}
    assert {code: name for code, name in last_names.items() if in_force.get(code, name) != name} == {}


def test_abolished_codes_lead_to_the_same_province() -> None:
    table = packaged()
    abolished = [code for code in all_codes() if (found := table.get(code)) is not None and found.until]
    assert len(abolished) == 181
    without = [code for code in abolished if not table.successors(code)]
    assert without == ["140202", "140203", "140402", "140411"]
    for code in abolished:
        for successor in table.successors(code):
            assert successor.division.until == 0
            assert table.province_of(successor.division.code) == table.province_of(code)


@given(codes, codes, codes)
def test_within_is_reflexive_and_transitive(a: str, b: str, c: str) -> None:
    table = packaged()
    assert table.is_within(a, a)
    for first, second, third in [
        (a, b, c),
        (a + "001", a, c),
        *((a, up, top) for up in table.lineage(a) for top in (b, c)),
    ]:
        if table.is_within(first, second) and table.is_within(second, third):
            assert table.is_within(first, third)
    for up in table.lineage(a):
        assert all(table.is_within(a, top) for top in table.lineage(up))


@given(codes, codes)
def test_two_divisions_within_each_other_are_one(a: str, b: str) -> None:
    if packaged().is_within(a, b) and packaged().is_within(b, a):
        assert a == b


@given(codes, st.integers(2015, 2025))
def test_existed_agrees_with_the_table_and_with_its_end(code: str, year: int) -> None:
    division = packaged().get(code)
    assert division is not None
    if division.until:
        assert packaged().existed(code, max(year, division.until)) is False
    elif division.origin == "gbt2260" and not any(change.year == 0 for change in packaged().changes_of(code)):
        assert packaged().existed(code, 2026) is True


@pytest.mark.parametrize(
    ("divisions", "changes"),
    [
        (b"", b""),
        (b"code6,level,name\n", CHANGES_HEADER.encode()),
        (b"code6,level,name,parent,origin\n110000,province\n", CHANGES_HEADER.encode()),
        (b"\xff", b""),
    ],
)  # fmt: skip
def test_other_bytes_are_refused(divisions: bytes, changes: bytes) -> None:
    with pytest.raises(ValueError):
        parse(divisions, changes)


@needs_facts
@pytest.mark.parametrize("name", ["county_guides", "guides"])
def test_places_of_real_guides_are_in_force(name: str) -> None:
    lines = (FACTS / "local" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    stated = {code for line in lines if (code := json.loads(line)["code6"])}
    assert stated
    assert [code for code in sorted(stated) if (found := packaged().get(code)) is None or found.until] == []


@needs_facts
def test_the_files_are_what_the_script_makes_of_the_facts(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "import_divisions.py"
    command = [sys.executable, str(script), str(FACTS / "divisions"), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    for name in ("divisions.csv", "changes.csv"):
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes()
