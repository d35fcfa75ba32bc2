"""The shape of ``qingdan documents --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue


class SuccessorValue(Strict, total=False):
    """What took the place of a document."""

    id: Required[Annotated[Text, part("文件编号")]]
    title: Required[Annotated[Text, part("标题")]]
    number: Required[Annotated[str, part("文号")]]


class RestingValue(Strict, total=False):
    """A requirement that rests on a document."""

    id: Required[Annotated[Text, part("要求编号")]]
    explains: Required[Annotated[Text, part("一句话")]]
    standing: Required[
        Annotated[
            Literal["in_force", "open", "over"],
            part("还算不算", "in_force 有效；open 依据都不再有效，未定；over 自己写明已到期"),
        ]
    ]


class TouchedItemValue(Strict, total=False):
    """A national item that a document is about."""

    id: Required[Annotated[Text, part("全国事项编号")]]
    name: Required[Annotated[Text, part("名称")]]


class CitingValue(Strict, total=False):
    """An item of a list that cites a document."""

    list: Required[Annotated[Text, part("清单")]]
    path: Required[Annotated[Text, part("路径")]]
    name: Required[Annotated[str, part("名称")]]
    day: Required[Annotated[str, part("文字日期")]]


class DocumentStateValue(Strict, total=False):
    """One document on the day."""

    id: Required[Annotated[Text, part("文件编号")]]
    title: Required[Annotated[Text, part("标题")]]
    number: Required[Annotated[str, part("文号")]]
    issuer: Required[Annotated[str, part("发布机关")]]
    date: Required[Annotated[str, part("发布日期")]]
    state: Required[
        Annotated[
            Literal["in_force", "amended", "replaced", "repealed", "expired", "unknown"], part("状态", "那一天的状态")
        ]
    ]
    since: Required[Annotated[str, part("自哪天起", "到期的是最后一天；没有记录的为空")]]
    evidence: Required[Annotated[Text, part("证据等级")]]
    seen: Required[Annotated[Text, part("看到多少")]]
    successors: Required[Annotated[list[SuccessorValue], part("后继文件", "一份接一份")]]
    requirements: Required[Annotated[list[RestingValue], part("以它为依据的要求")]]
    items: Required[Annotated[list[TouchedItemValue], part("涉及的全国事项")]]
    citing: Required[Annotated[list[CitingValue], part("引用它的清单事项")]]


class DocumentStatesValue(Strict, total=False):
    """The documents of an edition on a day."""

    schema: Required[Annotated[Literal["document-states/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    edition: Required[Annotated[Text, part("全国基准")]]
    as_of: Required[Annotated[Text, part("以哪一天为准")]]
    changed: Required[Annotated[bool, part("是否只列变了的")]]
    since: Required[Annotated[str, part("哪天以后变的", "空表示不限")]]
    lists: Required[Annotated[list[str], part("看过的清单")]]
    documents: Required[Annotated[list[DocumentStateValue], part("文件")]]
