"""A value in a cell comes out as it was put in; what a person reads there are words, not codes."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.model.catalogue import CatalogueHead
from qingdan.model.item import Item
from qingdan.model.parts import Material, Step
from qingdan.workbooks import texts
from qingdan.workbooks.cells import fields
from tests.workbooks.books import cells

PAPER, STEP, ITEM = fields(Material, "evidence"), fields(Step), fields(Item)


@pytest.mark.parametrize(
    ("model", "key", "value", "text"),
    [
        (PAPER, "necessity", "required", "必要"),
        (PAPER, "by", "agency", "经办机构自行获取，不算向群众要"),
        (PAPER, "id", "id-document", "有效身份证件"),
        (PAPER, "copies", 2, 2),
        (PAPER, "case", "用人单位", "用人单位"),
        (
            PAPER,
            "any_of",
            [{"id": "id-document", "text": "身份证"}, {"text": "社保卡"}],
            "身份证【证明编号：有效身份证件】\n社保卡",
        ),
        (STEP, "limit", {"amount": 3, "unit": "working_day", "text": "3个工作日"}, "3个工作日"),
        (ITEM, "implements", [{"item": "JY-0401", "relation": "part"}], "JY-0401【关系：只办其中一部分】"),
        (ITEM, "state", "in_use", "在用"),
        (ITEM, "known_in_part", ["materials", "all"], "申请材料\n全部"),
        (ITEM, "aliases", [], "无"),
        (ITEM, "name", " 失业登记", '" 失业登记"'),
        (fields(CatalogueHead), "province", "330000", "330000"),
    ],
)
def test_what_a_cell_says(model: Any, key: str, value: object, text: object) -> None:
    told = cells().told(value, model[key])
    assert told == text
    assert texts.same(cells().read(str(told), model[key]), value)


@pytest.mark.parametrize("value", [5, True, None, 1.5, "", {"x": 1}, [["a"]], "a" * 40_000])
def test_what_no_cell_holds_is_not_put_into_one(value: object) -> None:
    told = cells().told(value, ITEM["name"])
    assert told is None or texts.same(cells().read(str(told), ITEM["name"]), value)
