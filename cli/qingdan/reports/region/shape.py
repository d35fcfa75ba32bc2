"""The shape of ``qingdan diff --format json`` for three provinces and more."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue
from qingdan.reports.diff.shape import NoteValue
from qingdan.reports.validate.shape import LocationValue, Number


class VoiceValue(Strict, total=False):
    """What one province says of an element."""

    province: Required[Annotated[Number, part("第几个省", "从 0 起")]]
    value: Annotated[object, part("值")]
    text: Required[Annotated[str, part("值，照人的说法")]]
    place: Annotated[LocationValue, part("位置")]


class PointValue(Strict, total=False):
    """One element of one national item."""

    item: Required[Annotated[Text, part("全国事项编号")]]
    name: Required[Annotated[str, part("全国事项名称")]]
    element: Required[Annotated[Text, part("要素")]]
    standing: Required[
        Annotated[
            Literal["differs", "unsettled", "not_stated", "agreed"],
            part("情况", "differs 要商定；unsettled 比不了；not_stated 有人没有写；agreed 已一致"),
        ]
    ]
    voices: Required[Annotated[list[VoiceValue], part("各省的写法")]]


class RegionValue(Strict, total=False):
    """``qingdan diff --format json`` for three provinces and more."""

    schema: Required[Annotated[Literal["region/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    as_of: Required[Annotated[str, part("以哪一天为准")]]
    provinces: Required[Annotated[list[str], part("各省清单的名称")]]
    edition: Required[Annotated[str, part("全国基准")]]
    notes: Required[Annotated[list[NoteValue], part("须知")]]
    complete: Required[Annotated[bool, part("是否全部读成")]]
    unread: Required[Annotated[list[str], part("没有读成的文件")]]
    left_out: Required[Annotated[list[str], part("因格式没有读入的内容")]]
    counts: Required[Annotated[dict[str, Number], part("各种情况的要素数")]]
    absent: Required[Annotated[dict[str, list[Number]], part("全国事项 → 没有的省")]]
    several: Required[Annotated[dict[str, list[Number]], part("全国事项 → 有几个事项对应的省")]]
    points: Required[Annotated[list[PointValue], part("各要素", "要商定的在前")]]
