"""Places whose code was changed: a county that became a city has not gone, and no other place has come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.reports.changelog import as_markdown as changelog_markdown
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.diff.facts import Diff
from qingdan.words.grammar import Lang
from tests.reports.upgrades import AS_OF

ITEMS = [
    {"id": "HN-1", "name": "失业登记", "implements": [{"item": "JY-0401"}]},
    {"id": "HN-2", "name": "就业登记", "implements": [{"item": "JY-0402"}]},
]
ROWS = ({"id": "A", "item": "HN-1", "status": "claimed"}, {"id": "B", "item": "HN-2", "status": "claimed"})
Row = dict[str, Any]


def place(code: str, name: str, *rows: Row, within: str = "") -> dict[str, Any]:
    where: dict[str, Any] = {"zone": {"within": code, "name": name}} if within else {"area": code}
    level = "township" if len(code) == 9 else "county"
    return {"schema": "locality/1", **where, "name": name, "level": level, "items": list(rows or ROWS)}


def written(folder: Path, *places: dict[str, Any]) -> Path:
    """A list of two items with some places."""
    for name in ("items", "localities"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    head = {
        "schema": "catalogue/1", "province": places[0].get("area", "330000")[:2] + "0000", "name": "清单",
        "edition": "2025", "kind": "list", "completeness": "partial",
        "source": {"title": "测试", "evidence": "official", "seen": "whole"},
    }  # fmt: skip
    (folder / "catalogue.yaml").write_text(json.dumps(head), "utf-8")
    (folder / "items" / "01.yaml").write_text(json.dumps({"schema": "items/1", "items": ITEMS}), "utf-8")
    for index, each in enumerate(places):
        (folder / "localities" / f"{index}.yaml").write_text(json.dumps(each), "utf-8")
    return folder


def compared(tmp_path: Path, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Diff:
    return qingdan.compare(written(tmp_path / "a", *old), written(tmp_path / "b", *new), as_of=AS_OF)


def told(found: Diff) -> list[tuple[str, str, Any, Any, str]]:
    return [(each.path, each.change, each.before, each.after, each.reason) for each in found.differences]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("431121", "祁阳县"), ("431181", "祁阳市")),
        (("350427", "沙县"), ("350405", "沙县区")),
        (("220381", "公主岭市"), ("220184", "公主岭市")),  # into another prefecture
        (("654223", "沙湾县"), ("654203", "沙湾市")),
        (("320802", "清河区"), ("320812", "清江浦区")),
    ],
)
def test_a_place_with_another_code_is_the_same_place(
    tmp_path: Path, old: tuple[str, str], new: tuple[str, str]
) -> None:
    found = compared(tmp_path, [place(*old)], [place(*new)])
    line = (f"localities[{new[0]}]", "renamed", f"{old[1]} {old[0]}", f"{new[1]} {new[0]}", "place_recoded")
    assert told(found) == [line]
    back = qingdan.compare(tmp_path / "b", tmp_path / "a", as_of=AS_OF)
    assert [(each.before, each.after) for each in back.differences] == [(line[3], line[2])]


def test_townships_and_zones_move_with_their_county(tmp_path: Path) -> None:
    old = [place("431121001", "甲镇"), place("431121", "经开区", within="x")]
    new = [place("431181101", "甲镇"), place("431181", "经开区", within="x")]
    found = compared(tmp_path, old, new)
    assert {each[1] for each in told(found)} == {"renamed"} and len(found.differences) == 2
    other = compared(tmp_path / "2", [place("431121001", "甲镇")], [place("431181001", "乙镇")])
    assert {each.change for each in other.differences} == {"added", "removed"}, "digits are given out anew: no guess"


def test_a_merger_names_the_successor_and_nothing_has_gone(tmp_path: Path) -> None:
    old = [place("330103", "下城区"), place("330105", "拱墅区")]
    found = compared(tmp_path, old, [place("330105", "拱墅区")])
    assert told(found) == [("localities[330103]", "changed", "下城区 330103", "拱墅区 330105", "place_merged")]
    back = qingdan.compare(tmp_path / "b", tmp_path / "a", as_of=AS_OF)
    assert [(each.change, each.reason) for each in back.differences] == [("changed", "place_split")]


def test_what_the_successor_does_not_write_is_not_called_gone(tmp_path: Path) -> None:
    old = [place("330103", "下城区"), place("330105", "拱墅区", ROWS[0])]
    found = compared(tmp_path, old, [place("330105", "拱墅区", ROWS[0])])
    assert ("localities[330103].items[B]", "not_stated", "就业登记", None, "place_merged") in told(found)
    assert {each.change for each in found.differences} == {"changed", "not_stated"}
    log = qingdan.changelog(tmp_path / "a", tmp_path / "b", as_of=AS_OF)
    annex = changelog_markdown.annex(changelog_sheet.sheet(log, "zh"), "zh")
    page = changelog_markdown.page(changelog_citizens.page(log, "zh"))
    assert "下城区”现在是“拱墅区" in page and not any(word in annex + page for word in ("不再办", "取消的事项"))


def test_of_two_districts_that_became_one_the_one_of_that_name_goes_on(tmp_path: Path) -> None:
    old = [place("350402", "梅列区"), place("350403", "三元区")]
    found = compared(tmp_path, old, [place("350404", "三元区")])
    assert sorted(told(found)) == [
        ("localities[350402]", "changed", "梅列区 350402", "三元区 350404", "place_merged"),
        ("localities[350404]", "renamed", "三元区 350403", "三元区 350404", "place_recoded"),
    ]


def test_a_merger_of_equals_and_a_chain(tmp_path: Path) -> None:
    old = [place("500105", "江北区"), place("500112", "渝北区")]
    found = compared(tmp_path, old, [place("500157", "两江新区")])
    assert {(each.change, each.reason) for each in found.differences} == {("changed", "place_merged")}
    assert len(found.differences) == 2


def test_a_new_name_under_the_same_code_is_told_and_a_place_that_has_really_gone_too(tmp_path: Path) -> None:
    found = compared(tmp_path, [place("130502", "桥东区")], [place("130502", "襄都区")])
    assert told(found) == [("localities[130502]", "renamed", "桥东区 130502", "襄都区 130502", "")]
    gone = compared(tmp_path / "2", [place("330106", "西湖区"), place("330105", "拱墅区")], [place("330105", "拱墅区")])
    assert {each.change for each in gone.differences} == {"removed"} and len(gone.differences) == 2


def test_what_differs_in_the_place_is_still_told_and_what_it_declines_is_declined(tmp_path: Path) -> None:
    declined = {"id": "B", "item": "HN-2", "status": "not_claimed", "because": "由市里办"}
    faster = {**ROWS[0], "fee": {"charged": "no"}}
    found = compared(tmp_path, [place("431121", "祁阳县")], [place("431181", "祁阳市", faster, declined)])
    rows = {each.path: (each.change, each.reason) for each in found.differences}
    assert rows["localities[431181].items[A].fee"][0] == "added"
    assert rows["localities[431121].items[B]"] == ("removed", "not_claimed")
    assert len(rows) == 3


def test_the_annex_and_the_page_for_citizens(tmp_path: Path) -> None:
    old, new = written(tmp_path / "a", place("431121", "祁阳县")), written(tmp_path / "b", place("431181", "祁阳市"))
    log = qingdan.changelog(old, new, as_of=AS_OF)
    assert not log.entries and [head.after for head in log.heads] == ["祁阳市 431181"]
    langs: tuple[Lang, ...] = ("zh", "en")
    for lang in langs:
        annex = changelog_markdown.annex(changelog_sheet.sheet(log, lang), lang)
        page = changelog_markdown.page(changelog_citizens.page(log, lang))
        assert "祁阳市 431181" in annex and "祁阳市" in page and "431181" not in page
        assert not any(word in annex + page for word in ("不再", "取消的事项", "no longer"))


def test_two_files_that_stand_alone_are_one_place(tmp_path: Path) -> None:
    for folder, each in (("a", place("431121", "祁阳县")), ("b", place("431181", "祁阳市"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yaml").write_text(json.dumps(each), "utf-8")
    log = qingdan.changelog(tmp_path / "a" / "x.yaml", tmp_path / "b" / "x.yaml", as_of=AS_OF)
    assert not log.entries
