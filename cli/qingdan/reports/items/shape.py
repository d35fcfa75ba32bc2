"""The shape of ``qingdan items --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Evidence, Relation, Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue


class ListedEditionValue(Strict, total=False):
    """Whose items these are."""

    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[str, part("名称")]]
    kind: Required[Annotated[Literal["national", "own", "sample"], part("性质")]]


class ListedThemeValue(Strict, total=False):
    """The theme of an item."""

    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[str, part("名称")]]


class ListedNameValue(Strict, total=False):
    """A name under which lists print an item."""

    text: Required[Annotated[Text, part("名称")]]
    relation: Required[Annotated[Literal["exact", "part", "wider"], part("叫这个名称的与全国事项的关系")]]


class ListedRequirementValue(Strict, total=False):
    """Something that the nation requires of an item."""

    id: Required[Annotated[Text, part("要求编号")]]
    element: Required[Annotated[Text, part("要素")]]
    relation: Required[Annotated[Relation, part("关系")]]
    explains: Required[Annotated[Text, part("一句话")]]
    severity: Required[
        Annotated[Literal["error", "warning", "info", "none"], part("至多报什么", "none 只展示，不判断")]
    ]


class ListedItemValue(Strict, total=False):
    """A national item."""

    id: Required[Annotated[Text, part("全国事项编号")]]
    name: Required[Annotated[str, part("名称")]]
    theme: Required[Annotated[ListedThemeValue, part("主题")]]
    state: Required[Annotated[Literal["in_use", "suspended", "cancelled"], part("状态")]]
    evidence: Required[Annotated[Evidence, part("名称的证据等级")]]
    aliases: Required[Annotated[list[Text], part("别名")]]
    printed_as: Required[Annotated[list[ListedNameValue], part("清单上的写法")]]
    requirements: Required[Annotated[list[ListedRequirementValue], part("全国要求")]]


class MayBeValue(Strict, total=False):
    """What a name with several meanings may mean."""

    items: Required[Annotated[list[Text], part("可能是这些全国事项")]]
    otherwise: Annotated[Text, part("也可能不是")]
    decides: Required[Annotated[str, part("看什么能分清")]]


class NoItemValue(Strict, total=False):
    """A service that no national item covers."""

    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[Text, part("是什么")]]
    because: Required[Annotated[str, part("为什么没有全国事项")]]
    near: Annotated[list[Text], part("容易混淆的全国事项")]


class NationalListValue(Strict, total=False):
    """``qingdan items --format json``."""

    schema: Required[Annotated[Literal["national-list/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    edition: Required[Annotated[ListedEditionValue, part("全国基准")]]
    search: Required[Annotated[str, part("查的词", "没有查的是空的")]]
    near: Required[Annotated[bool, part("只是相近", "没有名称含有这个词，下面是最相近的；相似不等于相同")]]
    items: Required[Annotated[list[ListedItemValue], part("事项")]]
    ambiguous: Annotated[MayBeValue, part("这个词有几种意思")]
    gap: Annotated[NoItemValue, part("这个词没有全国事项")]
