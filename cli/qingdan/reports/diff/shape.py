"""The shape of ``qingdan diff --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue
from qingdan.reports.diff.facts import Word
from qingdan.reports.validate.shape import BasisValue, LocationValue, Number


class NoteValue(Strict, total=False):
    """What a reader must know of the comparison as a whole."""

    code: Required[Annotated[Literal["judged_by", "other_editions", "printed", "sample", "nothing_met"], part("代码")]]
    values: Required[Annotated[list[str], part("内容")]]


class SuggestionValue(Strict, total=False):
    """A likely rename that nobody declared."""

    before: Required[Annotated[str, part("原编号")]]
    after: Required[Annotated[str, part("新编号")]]
    name: Required[Annotated[str, part("新名称")]]


class DifferenceValue(Strict, total=False):
    """One difference."""

    path: Required[Annotated[Text, part("要素路径", "按编号，不按序号")]]
    name: Required[Annotated[str, part("事项名称")]]
    item: Annotated[str, part("事项路径")]
    place: Annotated[str, part("哪个地方", "省级的不写")]
    national: Annotated[str, part("对照的全国事项")]
    what: Required[Annotated[Literal["item", "element", "requirement", "list"], part("哪一类")]]
    element: Annotated[str, part("要素")]
    channel: Annotated[str, part("渠道")]
    case: Annotated[str, part("情形")]
    change: Required[Annotated[Word, part("变化", "same 也会出现：没有变，但不符合要求")]]
    effect: Required[Annotated[Literal["better", "worse", "mixed", "none", "unknown"], part("对群众")]]
    allowed: Required[Annotated[Literal["yes", "no", "unsettled", "unregulated"], part("是否允许")]]
    relation: Annotated[Literal["within", "covers", "equal", "excludes", "free"], part("要求的关系")]
    reason: Annotated[str, part("原因代码")]
    members: Annotated[list[str], part("有关成员")]
    share: Annotated[str, part("有多大比例的起算日不超过")]
    requirement: Annotated[str, part("要求编号")]
    basis: Annotated[list[BasisValue], part("依据")]
    before: Annotated[object, part("前一方的值")]
    after: Annotated[object, part("后一方的值")]
    before_text: Required[Annotated[str, part("前一方的值，照人的说法")]]
    after_text: Required[Annotated[str, part("后一方的值，照人的说法")]]
    before_place: Annotated[LocationValue, part("前一方的位置")]
    after_place: Annotated[LocationValue, part("后一方的位置")]
    fingerprint: Required[Annotated[Text, part("指纹", "不随行号、文件名、语言变化")]]


class DiffCountsValue(Strict, total=False):
    """How often each answer was given."""

    change: Required[Annotated[dict[str, Number], part("变化")]]
    effect: Required[Annotated[dict[str, Number], part("对群众")]]
    allowed: Required[Annotated[dict[str, Number], part("是否允许")]]


class EditionsValue(Strict, total=False):
    """The editions of the two sides."""

    before: Required[Annotated[str, part("前一方")]]
    after: Required[Annotated[str, part("后一方")]]


class DiffValue(Strict, total=False):
    """``qingdan diff --format json``."""

    schema: Required[Annotated[Literal["diff/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    as_of: Required[Annotated[str, part("以哪一天为准")]]
    before: Required[Annotated[str, part("前一方的名称")]]
    after: Required[Annotated[str, part("后一方的名称")]]
    kind: Required[
        Annotated[
            Literal["nation_province", "province_places", "lists", "editions"],
            part("比的是什么", "全国与省、省与各地、两份清单、两版全国基准"),
        ]
    ]
    editions: Required[Annotated[EditionsValue, part("两方的全国基准")]]
    notes: Required[Annotated[list[NoteValue], part("须知")]]
    complete: Required[Annotated[bool, part("是否全部比较")]]
    unread: Required[Annotated[list[str], part("没有读成的文件")]]
    left_out: Required[Annotated[list[str], part("因格式没有读入的内容")]]
    same: Required[Annotated[Number, part("相同的处数")]]
    counts: Required[Annotated[DiffCountsValue, part("不同的计数")]]
    suggestions: Required[Annotated[list[SuggestionValue], part("可能的更名")]]
    differences: Required[Annotated[list[DifferenceValue], part("不同", "最要紧的在前")]]
