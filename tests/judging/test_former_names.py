"""What was said of an item or a place under its earlier name still fits it: baselines and waivers follow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.findings import Report
from qingdan.reports.validate import as_text as text
from tests.reports.upgrades import AS_OF

TEN = {"promised_limit": [{"amount": 10, "unit": "working_day"}]}
LINK = {"implements": [{"item": "JY-0401"}]}
Item = dict[str, Any]


def item(id: str, **more: Any) -> Item:
    return {"id": id, "name": "失业登记", **LINK, **TEN, **more}


def written(
    folder: Path, items: list[Item], places: list[Item] | None = None, waivers: list[Item] | None = None
) -> Path:
    """A list; what it held before is written over."""
    for name in ("items", "localities"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    head = {
        "schema": "catalogue/1", "province": "430000", "name": "清单", "edition": "2025", "kind": "list",
        "completeness": "partial", "source": {"title": "测试", "evidence": "official", "seen": "whole"},
    }  # fmt: skip
    (folder / "catalogue.yaml").write_text(json.dumps(head), "utf-8")
    (folder / "items" / "01.yaml").write_text(json.dumps({"schema": "items/1", "items": items}), "utf-8")
    for file in (folder / "localities").glob("*"):
        file.unlink()
    for each in places or []:
        name = f"{each.get('area', '0')}.yaml"
        (folder / "localities" / name).write_text(json.dumps(each), "utf-8")
    (folder / "waivers.yaml").write_text(json.dumps({"schema": "waivers/1", "waivers": waivers or []}), "utf-8")
    return folder


def place(area: str, name: str, *rows: Item) -> Item:
    return {"schema": "locality/1", "area": area, "name": name, "level": "county", "items": list(rows)}


def waiver(id: str, **where: str) -> Item:
    days = {"approved_on": "2026-01-05", "until": "2027-06-30"}
    return {"id": id, **where, "reason": "等待系统改造", "approved_by": "示例省就业局", **days}


def checked(folder: Path) -> Report:
    return qingdan.validate(folder, as_of=AS_OF)


def since(folder: Path, before: Report) -> Report:
    baseline = folder.parent / "base.json"
    baseline.write_text(qingdan.render(before, "json"), "utf-8")
    return qingdan.validate(folder, as_of=AS_OF, baseline=baseline)


def counted(report: Report) -> tuple[int, int, int]:
    """New, improved, gone."""
    (part,) = [section.since for section in report.sections if section.since]
    return len(report.findings), part.improved, len(part.gone)


ROW = {"id": "R-1", "item": "ZJ-1", "status": "claimed", **TEN}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([item("ZJ-1")], [item("ZJ-9", moved=["ZJ-1"])]),
        ([item("ZJ-1", handling_items=[{"id": "A-1"}])], [item("ZJ-9", moved=["ZJ-1"], handling_items=[{"id": "A-1"}])]),
        ([item("ZJ-1"), item("ZJ-2", name="甲")], [item("ZJ-9", moved=["ZJ-2", "ZJ-1"])]),  # two that were joined
        ([item("ZJ-1")], [item("ZJ-8", moved=["ZJ-1"]), item("ZJ-9", moved=["ZJ-1"])]),  # one that was split
    ],
)  # fmt: skip
def test_an_item_that_says_which_id_it_had_brings_nothing_new(tmp_path: Path, old: list[Item], new: list[Item]) -> None:
    before = checked(written(tmp_path / "l", old))
    after = since(written(tmp_path / "l", new), before)
    assert [f.id for f in after.findings if f.id != "CAT006"] == [] and counted(after)[2] == 0


def test_rows_of_places_follow_the_item_of_the_province(tmp_path: Path) -> None:
    rows = [ROW, {"id": "R-2", "item": "ZJ-1", "status": "not_claimed"}]  # CAT008 names the item
    before = checked(written(tmp_path / "l", [item("ZJ-1")], [place("430105", "开福区", *rows)]))
    rows = [{**row, "item": "ZJ-9"} for row in rows]
    after = since(written(tmp_path / "l", [item("ZJ-9", moved=["ZJ-1"])], [place("430105", "开福区", *rows)]), before)
    assert len(before.findings) > 2 and counted(after) == (0, 0, 0)


def test_the_id_of_something_else_that_is_still_there_is_not_taken(tmp_path: Path) -> None:
    before = checked(written(tmp_path / "l", [item("ZJ-1")]))
    after = since(written(tmp_path / "l", [item("ZJ-1"), item("ZJ-9", moved=["ZJ-1"])]), before)
    assert "items[ZJ-9].promised_limit" in {f.path for f in after.findings}


@pytest.mark.parametrize("by", ["path", "fingerprint", "both"])
def test_a_waiver_follows_an_item_that_moved(tmp_path: Path, by: str) -> None:
    found = next(f for f in checked(written(tmp_path / "l", [item("ZJ-1")])).findings if f.id == "JY-0401-R02")
    where = {"path": found.path, "fingerprint": found.fingerprint}
    waivers = [waiver(found.id, **{key: value for key, value in where.items() if by in (key, "both")})]
    report = checked(written(tmp_path / "l", [item("ZJ-9", moved=["ZJ-1"])], waivers=waivers))
    assert [each.path for each, _ in report.sections[0].waived] == ["items[ZJ-9].promised_limit"]
    assert not [f for f in report.findings if f.id.startswith("WVR") or f.id == found.id]
    undeclared = checked(written(tmp_path / "l", [item("ZJ-9")], waivers=waivers))
    assert {f.id for f in undeclared.findings} >= {"WVR005", found.id}, "nobody said that it is the same"


def test_baselines_and_waivers_follow_a_place_with_another_code(tmp_path: Path) -> None:
    old = written(tmp_path / "l", [item("ZJ-1")], [place("431121", "祁阳县", ROW)])
    before = checked(old)
    found = next(f for f in before.findings if f.path == "localities[431121].items[R-1].promised_limit")
    waivers = [waiver(found.id, path=found.path)]
    new = written(tmp_path / "l", [item("ZJ-1")], [place("431181", "祁阳市", ROW)])
    report = since(new, before)
    assert counted(report)[0] == 0 and {each.id for each in report.sections[0].since.gone} == {"PLC002"}  # type: ignore[union-attr]
    held = checked(written(tmp_path / "l", [item("ZJ-1")], [place("431181", "祁阳市", ROW)], waivers))
    assert len(held.sections[0].waived) == 1 and "WVR005" not in {f.id for f in held.findings}


def test_of_a_merger_the_baseline_follows_and_the_waiver_names_the_successor(tmp_path: Path) -> None:
    before = checked(written(tmp_path / "l", [item("ZJ-1")], [place("350402", "梅列区", ROW)]))
    waivers = [waiver("JY-0401-R02", path="localities[350402].items[R-1].promised_limit")]
    report = since(written(tmp_path / "l", [item("ZJ-1")], [place("350404", "三元区", ROW)], waivers), before)
    (told,) = report.findings
    assert told.id == "WVR005" and told.suggestions == ("localities[350404].items[R-1].promised_limit",)


def test_what_is_new_in_the_successor_is_new(tmp_path: Path) -> None:
    clean = {"id": "R-1", "item": "ZJ-1", "status": "not_claimed"}
    before = checked(
        written(tmp_path / "l", [item("ZJ-1")], [place("330103", "下城区", ROW), place("330105", "拱墅区", clean)])
    )
    report = since(written(tmp_path / "l", [item("ZJ-1")], [place("330105", "拱墅区", ROW)]), before)
    assert "localities[330105].items[R-1].promised_limit" in {f.path for f in report.findings}


@pytest.mark.parametrize(
    ("old", "new", "improved"),
    [
        ({"promised_limit": [{"amount": 10, "unit": "working_day"}]}, {"promised_limit": [{"amount": 5, "unit": "working_day"}]}, True),
        ({"promised_limit": [{"amount": 5, "unit": "working_day"}]}, {"promised_limit": [{"amount": 10, "unit": "working_day"}]}, False),
        ({"promised_limit": [{"amount": 2, "unit": "month"}]}, {"promised_limit": [{"amount": 10, "unit": "working_day"}]}, True),
        ({"promised_limit": [{"amount": 10, "unit": "working_day"}]}, {"promised_limit": [{"amount": 10, "unit": "working_day", "text": "十日"}]}, None),
        ({"promised_limit": [{"amount": 40, "unit": "working_day"}], "statutory_limit": [{"amount": 20, "unit": "working_day"}]},
         {"promised_limit": [{"amount": 30, "unit": "working_day"}], "statutory_limit": [{"amount": 20, "unit": "working_day"}]}, True),
        ({"visits": [{"amount": 3}], "online": {"available": "yes"}}, {"visits": [{"amount": 2}], "online": {"available": "yes"}}, True),
        ({"visits": [{"amount": 2}], "online": {"available": "yes"}}, {"visits": [{"amount": 3}], "online": {"available": "yes"}}, False),
        ({"places": [{"id": "hukou-place"}]}, {"places": [{"id": "hukou-place"}, {"id": "workplace"}]}, True),
        ({"places": [{"id": "hukou-place"}, {"id": "workplace"}]}, {"places": [{"id": "hukou-place"}]}, False),
    ],
)  # fmt: skip
def test_better_is_not_new(tmp_path: Path, old: Item, new: Item, improved: bool | None) -> None:
    before = checked(written(tmp_path / "l", [{**item("ZJ-1"), **old}]))
    report = since(written(tmp_path / "l", [{**item("ZJ-1"), **new}]), before)
    found = counted(report)
    if improved:
        assert found[0] == 0 and found[1] >= 1 and found[2] == 0
        assert "比基线时好了" in text.render(report, "zh") and "better" in text.render(report, "en")
        assert json.loads(qingdan.render(report, "json"))["sections"][0]["since"]["improved"] == found[1]
    else:
        assert found[1] == 0 and (improved is None or found[0] >= 1)


def test_a_baseline_of_an_older_version_that_knew_more_of_a_finding_is_the_same_one(tmp_path: Path) -> None:
    folder = written(tmp_path / "l", [item("ZJ-1")])
    value = json.loads(qingdan.render(checked(folder), "json"))
    for row in value["sections"][0]["findings"]:
        if row["id"] == "ELM001":  # once the elements were part of what identifies it
            row["args"], row["fingerprint"] = {"elements": ["fee"]}, "0" * 16
    (tmp_path / "b.json").write_text(json.dumps(value), "utf-8")
    report = qingdan.validate(folder, as_of=AS_OF, baseline=tmp_path / "b.json")
    assert counted(report) == (0, 0, 0)


def test_what_a_baseline_claims_of_a_value_is_not_believed_blindly(tmp_path: Path) -> None:
    folder = written(tmp_path / "l", [item("ZJ-1")])
    value = json.loads(qingdan.render(checked(folder), "json"))
    for row in value["sections"][0]["findings"]:
        row["fingerprint"] = "0" * 16
        row.setdefault("extra", {})["stated"] = [{"amount": [[]], "unit": {"a": 1}}]
    (tmp_path / "b.json").write_text(json.dumps(value), "utf-8")
    report = qingdan.validate(folder, as_of=AS_OF, baseline=tmp_path / "b.json")
    assert counted(report)[1] == 0
