"""Two lists as whole: what was split, joined, cancelled, not read, left out, not claimed; and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.reports.diff.pairing import likely, paired
from tests.reports.upgrades import AS_OF, EDITION, REPO, province

HEAD: dict[str, Any] = {
    "schema": "catalogue/1", "province": "990000", "name": "示例省（虚构）", "edition": "2025", "kind": "sample",
    "completeness": "whole", "source": {"title": "示例", "evidence": "sample", "seen": "whole"},
}  # fmt: skip
FREE = {"charged": "no"}


def written(folder: Path, *items: dict[str, Any], **head: Any) -> Path:
    """A list of some items."""
    (folder / "items").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(json.dumps({**HEAD, **head}), "utf-8")
    (folder / "items" / "01.yaml").write_text(json.dumps({"schema": "items/1", "items": items}), "utf-8")
    return folder


def item(id: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": name, "fee": FREE, **more}


def compared(a: Path, b: Path) -> Diff:
    return qingdan.compare(a, b, as_of=AS_OF)


def told(found: Diff) -> list[tuple[str, str, str]]:
    return sorted((each.path, each.change, each.reason) for each in found.differences)


def test_one_change_of_an_item_is_told_once_however_many_places_take_it_over(tmp_path: Path) -> None:
    folder = province(tmp_path)
    file = folder / "items" / "04-registration.yaml"
    file.write_text(file.read_text("utf-8").replace('fee: {charged: "no"}', 'fee: {charged: "yes"}', 1), "utf-8")
    (only,) = compared(REPO / "provinces" / "990000-example", folder).differences
    assert (only.path, only.effect) == ("items[P99-0401].fee", "worse")


def test_an_item_that_was_split(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "贷款"))
    b = written(tmp_path / "b", item("Z", "小微贷款", moved=["X"]), item("Y", "个人贷款", moved=["X"]))
    assert told(compared(a, b)) == [
        ("items[Y]", "renamed", ""), ("items[Y].id", "renamed", ""), ("items[Z]", "added", "split_from"),
    ]  # fmt: skip
    assert not compared(a, b).suggestions
    assert told(compared(b, a)) == [
        ("items[X]", "renamed", ""), ("items[X].id", "renamed", ""), ("items[Z]", "removed", "merged_into"),
    ]  # fmt: skip


def test_an_item_that_stays_while_another_splits_off(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "贷款"))
    b = written(tmp_path / "b", item("X", "贷款"), item("Y", "个人贷款", moved=["X"]))
    assert told(compared(a, b)) == [("items[Y]", "added", "split_from")]


def test_items_that_were_joined(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲"), item("Y", "乙"))
    b = written(tmp_path / "b", item("Z", "甲", moved=["Y", "X"]))
    assert told(compared(a, b)) == [("items[Y]", "removed", "merged_into"), ("items[Z].id", "renamed", "")]
    gone = next(each for each in compared(a, b).differences if each.change == "removed")
    assert (gone.before, gone.after) == ("乙", "甲")


@pytest.mark.parametrize("circle", [["X", "Y"], ["Y", "X"], ["X"]])
def test_moved_in_a_circle_is_no_harm(tmp_path: Path, circle: list[str]) -> None:
    a = written(tmp_path / "a", item("X", "甲"), item("Y", "乙"))
    b = written(tmp_path / "b", item("X", "甲", moved=circle), item("Y", "乙", moved=["X"]))
    assert not compared(a, b).differences
    c = written(tmp_path / "c", item("P", "甲", moved=["X", "Q"]), item("Q", "乙", moved=["P", "Y"]))
    assert told(compared(a, c)) == [("items[P].id", "renamed", ""), ("items[Q].id", "renamed", "")]


def test_an_undeclared_renaming_is_suggested_never_applied(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "就业困难人员认定"))
    b = written(tmp_path / "b", item("Y", "就业困难人员的认定"))
    found = compared(a, b)
    assert told(found) == [("items[X]", "removed", ""), ("items[Y]", "added", "")]
    assert [(each.before, each.after) for each in found.suggestions] == [("X", "Y")]


def test_what_was_cancelled_names_its_successor_and_can_come_back(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲"), item("Y", "乙"))
    b = written(tmp_path / "b", item("X", "甲", state="cancelled", successor="Y"), item("Y", "乙"))
    (gone,) = compared(a, b).differences
    assert (gone.change, gone.before, gone.after) == ("cancelled", "in_use", "Y")
    (back,) = compared(b, a).differences
    assert back.change == "resumed"


def test_an_item_linked_to_another_national_item_is_told(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲", implements=[{"item": "JY-0401"}]))
    b = written(tmp_path / "b", item("X", "甲", implements=[{"item": "JY-0402", "relation": "part"}]))
    (link,) = compared(a, b).differences
    assert (link.path, link.before, link.after) == ("items[X].implements", ["JY-0401"], ["JY-0402 part"])


def test_a_list_that_follows_another_edition_says_so(tmp_path: Path) -> None:
    a, b = written(tmp_path / "a"), written(tmp_path / "b", edition="2099", completeness="partial")
    assert {(each.path, each.what) for each in compared(a, b).differences} == {
        ("edition", "list"), ("completeness", "list"),
    }  # fmt: skip


def test_what_was_not_read_is_never_called_removed(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲"), item("Y", "乙"))
    b = written(tmp_path / "b", item("X", "甲"))
    (b / "items" / "02.yaml").write_text("schema: items/1\nitems: [{id: Y\n", "utf-8")
    assert told(compared(a, b)) == [("items[Y]", "unknown", "unread")]
    assert told(compared(b, a)) == [("items[Y]", "unknown", "unread")]
    assert compared(a, b).unread == [f"{b.as_posix()}/items/02.yaml"]


def test_an_entry_that_was_left_out_is_unknown_and_named(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲"), item("Y", "乙"), item("Z", "丙"))
    b = written(tmp_path / "b", item("X", "甲"), item("Y", "乙", fee={"charged": "perhaps"}), {"id": "Z", "name": 3})
    found = compared(a, b)
    assert told(found) == [("items[Y].fee", "unknown", "left_out"), ("items[Z]", "unknown", "left_out")]
    assert found.left_out == ["items[Z]", "items[Y].fee"]
    assert not found.complete
    assert {each.effect for each in found.differences} == {"unknown"}


def test_rows_that_are_not_claimed_say_why(tmp_path: Path) -> None:
    folder = province(tmp_path)
    file = folder / "localities" / "990102.yaml"
    text = file.read_text("utf-8")
    line = "  - {id: FL-0402, item: P99-0402, status: claimed}\n"
    assert line in text
    file.write_text(text.replace(line, line.replace("claimed", "not_claimed, because: 由市里办")), "utf-8")
    (only,) = compared(REPO / "provinces" / "990000-example", folder).differences
    assert (only.path, only.change, only.reason) == ("localities[990102].items[FL-0402]", "removed", "not_claimed")
    assert only.after == "由市里办"


def test_a_row_under_another_id_is_the_row_for_the_same_item(tmp_path: Path) -> None:
    folder = province(tmp_path)
    file = folder / "localities" / "990102.yaml"
    file.write_text(file.read_text("utf-8").replace("id: FL-0402", "id: FL-9402"), "utf-8")
    (only,) = compared(REPO / "provinces" / "990000-example", folder).differences
    assert (only.change, only.before, only.after) == ("renamed", "FL-0402", "FL-9402")


def test_what_another_province_does_not_have_was_not_removed(tmp_path: Path) -> None:
    link = {"implements": [{"item": "JY-0401"}]}
    a = written(tmp_path / "a", item("X", "失业登记", **link), item("Y", "特色"))
    b = written(tmp_path / "b", item("P", "失业登记", **link), province="990100", completeness="partial")
    assert told(compared(a, b)) == [("items[Y]", "not_stated", "partial_list")]
    c = written(tmp_path / "c", item("P", "办理", **link), item("Q", "变更", **link), province="990100")
    assert told(compared(a, c)) == [
        ("items[P]", "unknown", "several_items"), ("items[Q]", "unknown", "several_items"),
        ("items[X]", "unknown", "several_items"), ("items[Y]", "not_stated", "no_link"),
    ]  # fmt: skip


def test_two_items_that_meet_in_two_national_items_are_compared_once(tmp_path: Path) -> None:
    links = {"implements": [{"item": "JY-0401"}, {"item": "JY-0402"}]}
    a = written(tmp_path / "a", item("X", "登记", **links))
    b = written(tmp_path / "b", {**item("P", "登记", **links), "fee": {"charged": "yes"}}, province="990100")
    (only,) = compared(a, b).differences
    assert (only.path, only.effect) == ("items[P].fee", "worse")


def test_a_fingerprint_does_not_hang_on_order_files_or_width(tmp_path: Path) -> None:
    a = written(tmp_path / "a", item("X", "甲", contact={"phone": "1", "hours": "早 上"}))
    b = written(tmp_path / "b", item("X", "甲", contact={"phone": "2", "address": "街"}))
    (one,) = compared(a, b).differences
    c = written(tmp_path / "c", item("W", "乙"), item("X", "甲", contact={"address": "街", "phone": "２"}))
    (c / "items" / "01.yaml").rename(c / "items" / "77.yaml")
    two = next(each for each in compared(a, c).differences if each.element == "contact")
    assert one.fingerprint == two.fingerprint
    assert one.after_place != two.after_place


def test_true_duplicates_have_fingerprints_of_their_own() -> None:
    found = Diff("a", "b", "lists")
    for _ in range(3):
        found.add(Difference("items[X]", "甲", "item", "added", "unknown", "unregulated", after="甲"))
    found.settle()
    assert len({each.fingerprint for each in found.differences}) == 3


def test_requirements_of_an_item_that_was_given_another_id_are_met_again() -> None:
    found = qingdan.compare("national", EDITION, as_of=AS_OF)
    paths = {each.path: each for each in found.differences}
    assert paths["items[JY-0495].id"].before == "JY-0402"
    assert paths["items[JY-0593].id"].before == "JY-0502"
    assert paths["items[JY-0594]"].reason == "split_from"
    assert not any(each.change == "removed" and each.what == "requirement" for each in found.differences)


def test_looking_for_likely_names_does_not_grow_with_a_square() -> None:
    """Twenty thousand names on either side, most of them of the same words."""
    gone = {f"A{n}": f"公共就业服务事项第{n}号申请" for n in range(20_000)}
    come = {f"B{n}": f"公共就业服务事项第{n}号办理" for n in range(20_000)}
    gone["A-one"], come["B-one"] = "楼宇招聘角服务", "楼宇的招聘角服务"
    found = {each.before: each.after for each in likely(gone, come)}
    assert found["A-one"] == "B-one"


def test_pairing_a_long_chain_of_moves_ends() -> None:
    olds = {str(n): n for n in range(5000)}
    news = {str(n): n for n in range(2500, 7500)}
    links = [(str(n), str(n + 1)) for n in range(7500)]
    found = paired(olds, news, links)
    assert len(found.pairs) + len(found.gone) == 5000
    assert len(found.pairs) + len(found.come) == 5000
