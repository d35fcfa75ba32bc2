"""Which national item a name means: by its names alone; what is like it is named and never taken."""

from __future__ import annotations

import pytest

from qingdan.loading.opening import national
from qingdan.model.naming_items import ItemNames, Meant
from qingdan.model.near_names import folded

NAMES = national().names


@pytest.mark.parametrize(
    ("name", "item"),
    [
        # verbs before or behind, none at all; 补助, 补贴 and 资助; short forms
        ("就业困难人员社会保险补贴", "JY-0602"),
        ("提供公益性岗位补贴", "JY-0603"),
        ("发放一次性求职补助", "JY-0604"),
        ("如何申领失业保险金？", "JY-1101"),
        ("我要办理就业登记", "JY-0402"),
        ("创业担保贷款申请受理", "JY-0502"),
        ("大学生社保补贴申报", "JY-0703"),
        ("流动人员人事档案转递办事指南", "JY-1002"),
        ("职业技能鉴定补贴核准", "JY-1202"),
        # what stands in brackets: for whom it is, or the matter itself
        ("就业困难人员认定(用人单位社保补贴对象)", "JY-0601"),
        ("个人服务（失业保险关系转移接续）", "JY-1102"),
    ],
)
def test_the_item_that_comes_nearest_is_the_first(name: str, item: str) -> None:
    assert NAMES.nearest(name)[0] == item
    assert len(NAMES.nearest(name)) <= 3


@pytest.mark.parametrize("name", ["不动产登记", "结婚证补领", "x", "", "养老保险关系转移"])
def test_what_is_like_nothing_means_nothing(name: str) -> None:
    assert NAMES.means(name) == ()
    assert NAMES.gap(name) is None and NAMES.ambiguous(name) is None


def test_what_is_like_nothing_at_all_has_nothing_near() -> None:
    assert NAMES.nearest("结婚证补领") == NAMES.nearest("") == NAMES.nearest("x") == []


def test_an_ambiguous_name_outweighs_an_alias_and_a_gap_is_known_as_one() -> None:
    item = {"id": "EX-01", "name": "社保补贴", "theme": "a", "evidence": "copy", "aliases": ["补贴"]}
    other = {"id": "EX-02", "name": "就业登记", "theme": "a", "evidence": "copy"}
    ambiguous = {"names": ["补贴"], "items": ["EX-01", "EX-02"], "decides": "看给谁。"}
    gap = {"id": "query", "name": "查询", "because": "没有列为事项。", "names": ["登记查询", "社保补贴"]}
    names = ItemNames([item, other], [ambiguous], [gap])  # type: ignore[list-item]
    assert names.means("补贴") == ()
    assert names.ambiguous("补贴") == ambiguous
    assert names.means("社保补贴") == (Meant("EX-01", "exact"),)
    assert names.gap("登记查询") == gap
    assert names.gap("社保补贴") is None


def test_every_name_of_every_item_means_that_item() -> None:
    for id, item in national().items.items():
        for text in (item["name"], *item.get("aliases", ()), *(row["text"] for row in item.get("printed_as", ()))):
            assert id in {each.item for each in NAMES.means(text)}, text
            assert NAMES.nearest(text, 49)[0] in {each.item for each in NAMES.means(text)}, text


def test_every_ambiguous_name_is_known_and_every_gap_is_none_of_the_items() -> None:
    for row in national().files.records("ambiguous"):
        for text in row["names"]:
            assert NAMES.ambiguous(text) == row and NAMES.means(text) == (), text
            assert len(row["items"]) > 1 or "otherwise" in row, text
    for row in national().files.records("gaps"):
        for text in row["names"]:
            assert NAMES.gap(text) == row, text


def test_all_that_an_ambiguous_name_may_mean_is_near_however_many() -> None:
    row = NAMES.ambiguous("人事档案服务")
    assert row is not None and len(row["items"]) == 8
    assert NAMES.nearest("人事档案服务") == row["items"]


def test_the_gap_that_comes_nearest_is_named_but_for_what_is_an_item() -> None:
    gap = NAMES.nearest_gap("就业创业证信息查询")
    assert gap is not None and gap["id"] == "own-records"
    assert NAMES.nearest_gap("就业困难人员社会保险补贴") is None
    assert NAMES.nearest_gap("岗位补贴") is None


def test_folding_leaves_something_of_every_name() -> None:
    assert folded("申领") == "申领"
    assert folded("补贴申领") == "补贴申领"
    assert folded("就业登记") == "就业登记"
