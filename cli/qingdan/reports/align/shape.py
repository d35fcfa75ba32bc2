"""The shape of ``qingdan align --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.aligning.decision import Outcome, Relation, Why
from qingdan.model.base import Range, Strict, Text, Whole, part
from qingdan.reports.coverage.shape import MakerValue

#: From 0 to 1.
Score = Annotated[float, Range(0, 1)]


class ReasonValue(Strict, total=False):
    """Why a name was taken, or not."""

    why: Required[
        Annotated[
            Why,
            part(
                "为什么",
                "said 人写的；known_name 已知的名称；several_items 几个事项同名；ambiguous 一名多义；beside 旁边的字；"
                "like 相近；known_gap、like_gap 没有全国事项的服务；other_field 别的业务；other_office 别的部门；"
                "nothing_near 没有相近的；"
                "parted 有一个字是另一件事；close_second 另一个也差不多；too_little 不够像",
            ),
        ]
    ]
    word: Required[Annotated[str, part("哪个字", "也可以是已知的名称，或者看什么能分清")]]


class CandidateValue(Strict, total=False):
    """A national item that a name is, or may be."""

    item: Required[Annotated[Text, part("全国事项编号")]]
    relation: Required[Annotated[Relation, part("关系")]]
    score: Required[Annotated[Score, part("有多像", "0 到 1；1 是已知的名称")]]
    name: Required[Annotated[str, part("最相近的已知名称")]]
    reasons: Required[Annotated[list[ReasonValue], part("理由")]]


class LinkValue(Strict, total=False):
    """A national item that a name is."""

    item: Required[Annotated[Text, part("全国事项编号")]]
    relation: Required[Annotated[Relation, part("关系")]]


class NameValue(Strict, total=False):
    """An item of a list."""

    id: Required[Annotated[Text, part("清单里的编号")]]
    name: Required[Annotated[str, part("名称")]]
    outcome: Required[Annotated[Outcome, part("结果", "accepted 认定；none 没有全国事项；open 还没有定")]]
    reason: Required[Annotated[ReasonValue, part("理由")]]
    implements: Required[Annotated[list[LinkValue], part("对应的全国事项")]]
    candidates: Required[Annotated[list[CandidateValue], part("可能是")]]


class EntryValue(Strict, total=False):
    """An entry of a registry that a text may be."""

    id: Required[Annotated[Text, part("登记表里的编号")]]
    name: Required[Annotated[str, part("名称")]]
    score: Required[Annotated[Score, part("有多像")]]


class TextValue(Strict, total=False):
    """A text that no registry knows."""

    element: Required[Annotated[Literal["materials", "conditions", "audience", "places"], part("要素")]]
    text: Required[Annotated[str, part("原文")]]
    items: Required[Annotated[list[Text], part("哪些事项")]]
    candidates: Required[Annotated[list[EntryValue], part("可能是", "只供参考，从不据此认定")]]


class OutcomesValue(Strict, total=False):
    """How many names had each outcome."""

    accepted: Required[Annotated[Whole, part("认定")]]
    none: Required[Annotated[Whole, part("没有全国事项")]]
    open: Required[Annotated[Whole, part("还没有定")]]


class AlignedListValue(Strict, total=False):
    """A list, or a table."""

    label: Required[Annotated[Text, part("清单")]]
    edition: Required[Annotated[Text, part("对照哪一版基准")]]
    counts: Required[Annotated[OutcomesValue, part("各有几个")]]
    names: Required[Annotated[list[NameValue], part("名称")]]
    texts: Required[Annotated[list[TextValue], part("登记表里没有的")]]


class AlignmentReportValue(Strict, total=False):
    """Which national items the names of lists are."""

    schema: Required[Annotated[Literal["alignment-report/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("哪个程序写的")]]
    lists: Required[Annotated[list[AlignedListValue], part("清单")]]
