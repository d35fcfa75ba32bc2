"""The shape of ``qingdan impact --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue
from qingdan.reports.validate.shape import EditionValue, FindingValue, JudgementValue, Number, Word


class SeverityTurnValue(Strict, total=False):
    """A finding that matters more or less than before."""

    before: Required[Annotated[Word, part("原来的级别")]]
    finding: Required[Annotated[FindingValue, part("发现")]]


class TurnValue(Strict, total=False):
    """A judgement that is new, gone or changed."""

    change: Required[Annotated[Literal["new", "gone", "changed"], part("变化")]]
    requirement: Required[Annotated[Text, part("要求编号")]]
    path: Required[Annotated[Text, part("要素路径")]]
    channel: Annotated[str, part("渠道")]
    case: Annotated[str, part("情形")]
    before: Annotated[JudgementValue, part("现行基准的判断")]
    after: Annotated[JudgementValue, part("新基准的判断")]


class TransitionValue(Strict, total=False):
    """From which answer to which, how often."""

    before: Required[Annotated[str, part("原来", "空表示没有")]]
    after: Required[Annotated[str, part("现在", "空表示没有")]]
    count: Required[Annotated[Number, part("次数")]]


class TouchedValue(Strict, total=False):
    """What changes for one list."""

    label: Required[Annotated[str, part("路径")]]
    name: Required[Annotated[str, part("名称")]]
    kind: Required[Annotated[str, part("性质")]]
    counted: Required[Annotated[bool, part("是否计入合计", "示例不计入")]]
    counts: Required[Annotated[dict[str, Number], part("计数")]]
    new: Required[Annotated[list[FindingValue], part("新出现的发现")]]
    gone: Required[Annotated[list[FindingValue], part("消失的发现")]]
    severity: Required[Annotated[list[SeverityTurnValue], part("级别改变的发现")]]
    turns: Required[Annotated[list[TurnValue], part("改变的判断")]]
    unread: Required[Annotated[list[str], part("没有读成的文件")]]


class ImpactTotalValue(Strict, total=False):
    """What changes over all lists that are no samples."""

    counts: Required[Annotated[dict[str, Number], part("计数")]]
    verdicts: Required[Annotated[list[TransitionValue], part("是否允许的变化")]]
    effects: Required[Annotated[list[TransitionValue], part("对群众影响的变化")]]


class ImpactValue(Strict, total=False):
    """``qingdan impact --format json``."""

    schema: Required[Annotated[Literal["impact/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    as_of: Required[Annotated[Text, part("以哪一天为准")]]
    before: Required[Annotated[EditionValue, part("现行基准")]]
    after: Required[Annotated[EditionValue, part("新基准")]]
    complete: Required[Annotated[bool, part("是否全部读成")]]
    lists: Required[Annotated[list[TouchedValue], part("各份清单")]]
    total: Required[Annotated[ImpactTotalValue, part("合计")]]
