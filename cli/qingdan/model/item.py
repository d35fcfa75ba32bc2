"""An item (事项): its elements, and what a record says of itself beside them."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Date, ItemId, Language, Strict, Text, Whole, part
from qingdan.model.elements import Elements
from qingdan.model.parts import Source, StatedChange


class Implements(Strict, total=False):
    """A link from a local item to a national one; many to many."""

    item: Required[Annotated[ItemId, part("全国事项编号")]]
    relation: Annotated[
        Literal["exact", "part", "wider"], part("关系", "exact 同一事项；part 只办其中一部分；wider 范围更宽")
    ]
    note: Annotated[Text, part("说明")]


class Record(Elements, total=False):
    """What an item, a handling item and a row of a locality have in common besides their elements."""

    implements: Annotated[list[Implements], part("对应的全国事项")]
    source: Annotated[Source, part("出处")]
    known_in_part: Annotated[
        list[Text],
        part(
            "只知道一部分的要素", "列出要素名，如 materials：名单不全，能证明有，不能证明没有；写 all 表示整份指南不全"
        ),
    ]
    applies: Annotated[
        Literal["on_application", "without_application"],
        part("启动方式", "on_application 依申请；without_application 免申即享"),
    ]
    languages: Annotated[
        list[Language], part("用到的文字", "中文以外的文字是什么语言，写 BCP 47 标签，如 ug、kk、mn、bo、ii、ko")
    ]
    notes: Annotated[list[Text], part("录入说明", "原文中的缺陷、录入时的判断")]
    changes: Annotated[list[StatedChange], part("变更说明", "每次调整的理由、依据、实施日期，供公示附件用；以前的留着")]


class HandlingItem(Record, total=False):
    """业务办理项: the smallest unit, such as issue, change or cancel. It holds only what differs from its item."""

    id: Required[Annotated[ItemId, part("业务办理项编号")]]


class Item(Record, total=False):
    """An item of a province's list."""

    id: Required[Annotated[ItemId, part("事项编号", "省内唯一、永不再用")]]
    origin: Annotated[Literal["national", "province", "prefecture", "county"], part("来源", "特色事项写由哪一级增设")]
    state: Annotated[
        Literal["in_use", "suspended", "cancelled"],
        part("事项状态", "in_use 在用；suspended 暂停；cancelled 已取消", columns=("task_state",)),
    ]
    version: Annotated[Whole, part("事项版本", columns=("task_version",))]
    effective_on: Annotated[Date, part("生效日期", columns=("plan_effective_date",))]
    cancelled_on: Annotated[Date, part("取消日期", columns=("plan_cancel_date",))]
    successor: Annotated[ItemId, part("后继事项")]
    parent: Annotated[ItemId, part("主项编号")]
    moved: Annotated[list[ItemId], part("曾用编号", "本事项过去的编号")]
    related: Annotated[list[ItemId], part("关联事项", "先办、后办的事项")]
    handling_items: Annotated[list[HandlingItem], part("业务办理项")]
