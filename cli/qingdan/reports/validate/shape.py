"""The shape of the JSON report, so that those who read it by machine can rely on it."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Range, Strict, Text, part

Number = Annotated[int, Range(0, 2_000_000_000)]
Word = Literal["error", "warning", "info"]


class LocationValue(Strict, total=False):
    """A range in a file."""

    file: Required[Annotated[str, part("文件")]]
    line: Required[Annotated[Number, part("行", "从 1 起")]]
    column: Required[Annotated[Number, part("列", "从 1 起，按字符")]]
    end_line: Required[Annotated[Number, part("末行")]]
    end_column: Required[Annotated[Number, part("末列", "不含")]]
    sheet: Annotated[str, part("表", "表格里的一格：行和列是人看到的；不是表格的没有")]


class RelatedValue(Strict, total=False):
    """Another place of a finding."""

    role: Required[Annotated[Text, part("作用")]]
    location: Required[Annotated[LocationValue, part("位置")]]


class BasisValue(Strict, total=False):
    """A legal basis."""

    document: Required[Annotated[str, part("文件编号")]]
    title: Required[Annotated[str, part("标题")]]
    number: Required[Annotated[str, part("文号")]]
    article: Required[Annotated[str, part("条款")]]
    evidence: Required[Annotated[str, part("证据等级")]]
    seen: Required[Annotated[str, part("看到多少")]]
    status: Annotated[str, part("状态", "判断的那天已经或者可能已经不再有效的：replaced、repealed、expired；否则为空")]
    status_on: Annotated[str, part("自哪天起")]
    successor: Annotated[str, part("后继文件", "文号或标题")]


class EditValue(Strict, total=False):
    """One text edit of a fix."""

    location: Required[Annotated[LocationValue, part("位置")]]
    text: Required[Annotated[str, part("换成")]]


class FixValue(Strict, total=False):
    """How a finding can be mended."""

    safe: Required[Annotated[bool, part("是否不改变含义")]]
    edits: Required[Annotated[list[EditValue], part("改动")]]


class FindingValue(Strict, total=False):
    """A finding."""

    id: Required[Annotated[Text, part("规则或要求编号")]]
    severity: Required[Annotated[Word, part("级别")]]
    message: Required[Annotated[str, part("说明")]]
    advice: Annotated[str, part("下一步")]
    location: Annotated[LocationValue, part("位置")]
    pointer: Annotated[str, part("JSON Pointer")]
    path: Annotated[str, part("要素路径", "按编号，不按序号")]
    fingerprint: Required[Annotated[Text, part("指纹", "不随行号、文件名、语言变化")]]
    args: Annotated[dict[str, object], part("参数", "进入指纹")]
    extra: Annotated[dict[str, object], part("附加信息", "不进入指纹")]
    reason: Annotated[str, part("原因代码")]
    suggestions: Annotated[list[str], part("建议")]
    related: Annotated[list[RelatedValue], part("相关位置")]
    basis: Annotated[list[BasisValue], part("依据")]
    fix: Annotated[FixValue, part("修正")]


class WaivedValue(Strict, total=False):
    """A finding that is waived, with its waiver."""

    finding: Required[Annotated[FindingValue, part("发现")]]
    waiver: Required[Annotated[dict[str, str], part("豁免")]]


class NotRunValue(Strict, total=False):
    """A rule or requirement that did not run or did not apply."""

    id: Required[Annotated[Text, part("编号")]]
    reason: Required[Annotated[Text, part("原因代码")]]
    subject: Required[Annotated[str, part("对象")]]


class JudgementValue(Strict, total=False):
    """One comparison of an element with a requirement, and its three answers."""

    requirement: Required[Annotated[Text, part("要求编号")]]
    path: Required[Annotated[Text, part("要素路径")]]
    channel: Annotated[str, part("渠道")]
    case: Annotated[str, part("情形")]
    allowed: Required[Annotated[Literal["yes", "no", "unsettled", "unregulated"], part("是否允许")]]
    change: Required[Annotated[Literal["same", "added", "removed", "changed", "not_stated", "unknown"], part("变化")]]
    effect: Required[Annotated[Literal["better", "worse", "mixed", "none", "unknown"], part("对群众")]]
    reason: Annotated[str, part("原因代码")]
    members: Annotated[list[str], part("有关成员")]
    judged_on: Required[Annotated[str, part("判断所依据的日期")]]
    share: Annotated[str, part("不超过的起算日所占的比例", "工作日与自然日相比，按已公布放假安排的各年计")]


class EditionValue(Strict, total=False):
    """Which edition judged."""

    id: Required[Annotated[str, part("编号")]]
    hash: Required[Annotated[str, part("内容指纹")]]


class EarlierValue(Strict, total=False):
    """A finding of an earlier report."""

    id: Required[Annotated[Text, part("规则或要求编号")]]
    severity: Required[Annotated[Word, part("级别")]]
    message: Required[Annotated[str, part("说明", "早先那份报告的语言")]]
    path: Annotated[str, part("要素路径")]
    fingerprint: Required[Annotated[Text, part("指纹")]]
    waived: Annotated[bool, part("当时已豁免")]


class NotComparedValue(Strict, total=False):
    """Findings that could not be compared."""

    id: Required[Annotated[Text, part("规则或要求编号")]]
    reason: Required[
        Annotated[
            Literal["not_in_baseline", "not_run_then", "not_run_now", "unread_then", "unread_now"], part("原因代码")
        ]
    ]
    count: Required[Annotated[Number, part("处数")]]


class SinceValue(Strict, total=False):
    """How the findings of a list compare with those of an earlier report; its findings are the new ones."""

    known: Required[Annotated[Number, part("原有", "早先就有、现在还在的处数")]]
    improved: Annotated[Number, part("有改善", "原有的里面，比早先好的处数；没有就不写")]
    gone: Required[Annotated[list[EarlierValue], part("已消失")]]
    not_compared: Required[Annotated[list[NotComparedValue], part("没有比较")]]


class NotCheckedValue(Strict, total=False):
    """A list of the earlier report that was not checked now."""

    label: Required[Annotated[str, part("路径")]]
    name: Required[Annotated[str, part("名称")]]
    findings: Required[Annotated[Number, part("当时的处数")]]


class BaselineValue(Strict, total=False):
    """The earlier report."""

    name: Required[Annotated[str, part("文件")]]
    as_of: Required[Annotated[Text, part("以哪一天为准")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    edition: Required[Annotated[EditionValue, part("全国基准")]]
    compared: Required[Annotated[Number, part("比较了几份清单")]]
    not_checked: Required[Annotated[list[NotCheckedValue], part("这次没有检查的清单")]]


class SectionValue(Strict, total=False):
    """One catalogue or edition."""

    label: Required[Annotated[str, part("路径")]]
    name: Required[Annotated[str, part("名称")]]
    kind: Required[Annotated[str, part("性质")]]
    items: Required[Annotated[Number, part("事项数")]]
    pairs: Required[Annotated[dict[str, int], part("（事项，要素）计数")]]
    verdicts: Required[Annotated[dict[str, int], part("判断计数")]]
    effects: Required[Annotated[dict[str, int], part("影响计数")]]
    later: Required[Annotated[dict[str, int], part("晚于文字的要求")]]
    inputs: Required[Annotated[dict[str, str], part("文件与 SHA-256")]]
    unread: Required[Annotated[list[str], part("没有读成的文件")]]
    waivers_commit: Annotated[Text, part("豁免所在的提交", "用 --waivers-from 时")]
    not_applicable: Required[Annotated[list[NotRunValue], part("不适用的规则")]]
    findings: Required[Annotated[list[FindingValue], part("发现")]]
    waived: Required[Annotated[list[WaivedValue], part("已豁免")]]
    judgements: Required[Annotated[list[JudgementValue], part("逐项判断")]]
    since: Annotated[SinceValue, part("与基线相比", "用 --baseline 时；findings 里只有新增的")]


class ToolValue(Strict, total=False):
    """Which tool made the report."""

    name: Required[Annotated[Literal["qingdan"], part("名称")]]
    version: Required[Annotated[Text, part("版本")]]
    fast_parser: Required[Annotated[bool, part("是否用上 C 解析器")]]


class ProfileValue(Strict, total=False):
    """The profile that was asked for."""

    name: Required[Annotated[Text, part("名称")]]
    file: Required[Annotated[Text, part("文件")]]
    severity: Required[Annotated[dict[str, Word], part("改变的级别", "规则编号: 级别")]]


class DistributionValue(Strict, total=False):
    """An installed distribution whose rules were run."""

    name: Required[Annotated[Text, part("名称")]]
    version: Required[Annotated[Text, part("版本")]]


class ReportValue(Strict, total=False):
    """``qingdan validate --format json``."""

    schema: Required[Annotated[Literal["report/1"], part("格式版本")]]
    tool: Required[Annotated[ToolValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    as_of: Required[Annotated[Text, part("以哪一天为准")]]
    edition: Required[Annotated[EditionValue, part("全国基准")]]
    complete: Required[Annotated[bool, part("是否全部读成")]]
    select: Annotated[list[str], part("只运行的", "--select")]
    ignore: Annotated[list[str], part("不运行的", "--ignore")]
    baseline: Annotated[BaselineValue, part("基线", "--baseline")]
    waivers_from: Annotated[Text, part("豁免以哪个修订为准", "--waivers-from")]
    profile: Annotated[ProfileValue, part("检查方案", "--profile")]
    distributions: Annotated[list[DistributionValue], part("用了哪些程序包的规则", "--rules")]
    rules_run: Required[Annotated[list[str], part("运行的规则")]]
    rules_not_run: Required[Annotated[list[NotRunValue], part("没有运行的规则")]]
    sections: Required[Annotated[list[SectionValue], part("各份清单")]]
