"""A province's list as files: the catalogue's head, its items, its localities, its waivers."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import AreaCode, Date, Id, ItemId, Pattern, Strict, Text, part
from qingdan.model.item import Item, Record
from qingdan.model.parts import Place, Source

#: How far a list is: some of its items only; or all of them, by name, with guides, with everything.
Completeness = Literal["partial", "names", "guides", "whole"]


class CatalogueHead(Strict, total=False):
    """``catalogue.yaml``: what this list is, whose, of when, and against which edition it was written."""

    schema: Required[Annotated[Literal["catalogue/1"], part("格式版本")]]
    province: Required[Annotated[Annotated[str, Pattern(r"^[0-9]{6}$", 6)], part("省级行政区划代码", "要加引号")]]
    name: Required[Annotated[Text, part("名称")]]
    edition: Required[Annotated[Text, part("对照的全国基准", "如 2025")]]
    kind: Required[
        Annotated[
            Literal["list", "archive", "collection", "sample"],
            part("性质", "list 省级清单；archive 某日的存档；collection 零散收集的指南；sample 虚构示例"),
        ]
    ]
    completeness: Required[
        Annotated[
            Completeness,
            part(
                "完整程度",
                "whole 收全了；partial 只收了一部分事项；names 事项收全了、只有名称；guides 事项收全了、有了指南",
            ),
        ]
    ]
    as_of: Annotated[Date, part("内容截至", "archive 按这一天有效的规定判断")]
    codes: Annotated[Literal["gbt39046", "c0109"], part("代码集", "导入导出时服务对象等代码所属的代码集")]
    source: Required[Annotated[Source, part("出处")]]
    note: Annotated[list[Text], part("说明")]


class ItemsFile(Strict, total=False):
    """``items/*.yaml``: a list of items."""

    schema: Required[Annotated[Literal["items/1"], part("格式版本")]]
    items: Required[Annotated[list[Item], part("事项")]]


class Row(Record, total=False):
    """One item in one locality: only what differs from the province's item."""

    id: Required[Annotated[ItemId, part("编号", "本地唯一")]]
    item: Annotated[ItemId, part("省级事项编号")]
    status: Required[
        Annotated[
            Literal["claimed", "not_claimed", "delegated", "own"],
            part("状态", "claimed 承接；not_claimed 未承接（写明 because）；delegated 委托；own 本地自有"),
        ]
    ]
    because: Annotated[Text, part("未承接的原因")]


class LocalityFile(Strict, total=False):
    """``localities/<area>.yaml``: one place, one row an item."""

    schema: Required[Annotated[Literal["locality/1"], part("格式版本")]]
    area: Annotated[AreaCode, part("行政区划代码", "记录当日的 GB/T 2260 代码；乡镇 9 位；要加引号")]
    zone: Annotated[Place, part("没有代码的地方", "功能区、街道片区等")]
    name: Required[Annotated[Text, part("名称")]]
    level: Required[Annotated[Literal["province", "prefecture", "county", "township", "village"], part("层级")]]
    kind: Annotated[Literal["list", "archive", "collection", "sample"], part("性质")]
    as_of: Annotated[Date, part("内容截至")]
    items: Required[Annotated[list[Row], part("事项")]]


class Waiver(Strict, total=False):
    """A finding that is accepted for a time, with a reason and a person who answers for it."""

    id: Required[Annotated[Text, part("规则或要求编号")]]
    path: Annotated[Text, part("要素路径", "如 items[ZJ-57].materials[id-document]")]
    fingerprint: Annotated[Annotated[str, Pattern(r"^[0-9a-f]{16}$", 16)], part("指纹")]
    reason: Required[Annotated[Text, part("理由")]]
    basis: Annotated[Text, part("依据")]
    approved_by: Required[Annotated[Text, part("批准人")]]
    approved_on: Required[Annotated[Date, part("批准日期")]]
    until: Required[Annotated[Date, part("有效期至")]]


class WaiversFile(Strict, total=False):
    """``waivers.yaml`` beside a catalogue."""

    schema: Required[Annotated[Literal["waivers/1"], part("格式版本")]]
    waivers: Required[Annotated[list[Waiver], part("豁免")]]


__all__ = ["CatalogueHead", "Completeness", "Id", "ItemsFile", "LocalityFile", "Row", "Waiver", "WaiversFile"]
