"""The shape of ``qingdan coverage --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.validate.shape import Number

Status = Literal["covered", "partly", "missing", "not_applicable", "unknown"]
Word = Literal["unknown", "not_met", "part_met", "met"]


class MakerValue(Strict, total=False):
    """Which tool counted."""

    name: Required[Annotated[Literal["qingdan"], part("名称")]]
    version: Required[Annotated[Text, part("版本")]]


class NationalNameValue(Strict, total=False):
    """A row of the matrix."""

    id: Required[Annotated[Text, part("全国事项编号")]]
    name: Required[Annotated[str, part("名称")]]
    statuses: Required[Annotated[dict[str, Number], part("各种状态的清单数", "不含示例")]]


class ListRowValue(Strict, total=False):
    """A row of an official list."""

    id: Required[Annotated[Text, part("原编号")]]
    name: Required[Annotated[str, part("原名称")]]


class OfficialListValue(Strict, total=False):
    """An official list."""

    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[str, part("名称")]]
    document: Required[Annotated[str, part("文件编号")]]
    rows: Required[Annotated[list[ListRowValue], part("条目")]]


class PairsValue(Strict, total=False):
    """Counts of pairs of item and element."""

    stated: Required[Annotated[Number, part("写明")]]
    regulated: Required[Annotated[Number, part("有全国要求")]]
    decided: Required[Annotated[Number, part("已判断")]]
    unsettled: Required[Annotated[Number, part("未定")]]
    not_stated: Required[Annotated[Number, part("没有写")]]


class CountsValue(Strict, total=False):
    """The counts of a validation."""

    pairs: Required[Annotated[PairsValue, part("（事项，要素）计数")]]
    verdicts: Required[Annotated[dict[str, Number], part("判断计数")]]
    effects: Required[Annotated[dict[str, Number], part("影响计数")]]


class IndicatorValue(Strict, total=False):
    """A share as its two counts; of 0 it is not known."""

    name: Required[
        Annotated[Literal["covered", "known", "stated", "decided", "allowed", "better", "worse"], part("指标")]
    ]
    count: Required[Annotated[Number, part("分子")]]
    of: Required[Annotated[Number, part("分母", "为 0 时比例不明")]]


class SummaryValue(Strict, total=False):
    """What is added up."""

    word: Required[
        Annotated[Word, part("是否都符合", "met 都判断了，都符合；part_met 只判断了一部分；没有判断过的是 unknown")]
    ]
    statuses: Required[Annotated[dict[str, Number], part("各种状态的事项数")]]
    counts: Required[Annotated[CountsValue, part("计数")]]
    lists: Required[
        Annotated[dict[str, dict[str, Number]], part("各份目录的条目数", "exact、wider、part 都是覆盖，按对应关系分")]
    ]
    indicators: Required[Annotated[list[IndicatorValue], part("指标")]]


class CellValue(Strict, total=False):
    """A national item in a list or place."""

    status: Required[Annotated[Status, part("状态")]]
    because: Annotated[Text, part("原因代码")]
    text: Annotated[str, part("原文写的原因")]
    by: Annotated[list[str], part("由哪些本地事项", "路径")]
    counts: Required[Annotated[CountsValue, part("计数")]]


class CoveredRowValue(Strict, total=False):
    """A row of an official list in a list or place."""

    status: Required[Annotated[Status, part("状态")]]
    because: Annotated[Text, part("原因代码")]
    text: Annotated[str, part("原文写的原因")]
    by: Annotated[Literal["exact", "part", "wider"], part("按哪种对应关系覆盖")]


class ColumnValue(Strict, total=False):
    """A list, or a place of a list."""

    label: Required[Annotated[str, part("路径")]]
    name: Required[Annotated[str, part("名称")]]
    kind: Required[Annotated[Literal["list", "archive", "collection", "sample"], part("性质")]]
    area: Required[Annotated[str, part("行政区划代码")]]
    edition: Required[Annotated[str, part("判断所用的基准")]]
    not_counted: Annotated[Literal["sample", "sample_edition", "no_head"], part("不计入汇总的原因")]
    items: Required[Annotated[Number, part("事项数")]]
    unread: Required[Annotated[list[str], part("没有读成的文件")]]
    summary: Required[Annotated[SummaryValue, part("小计")]]
    cells: Required[Annotated[dict[str, CellValue], part("各事项")]]
    rows: Required[Annotated[dict[str, dict[str, CoveredRowValue]], part("各份目录的条目")]]


class CoverageValue(Strict, total=False):
    """``qingdan coverage --format json``."""

    schema: Required[Annotated[Literal["coverage/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    as_of: Required[Annotated[Text, part("以哪一天为准")]]
    scope: Required[Annotated[Literal["nation", "places"], part("范围", "nation 各省；places 一份清单的各地")]]
    complete: Required[Annotated[bool, part("是否全部读成")]]
    items: Required[Annotated[list[NationalNameValue], part("全国事项")]]
    lists: Required[Annotated[list[OfficialListValue], part("目录")]]
    columns: Required[Annotated[list[ColumnValue], part("各份清单或各地")]]
    counted: Required[Annotated[Number, part("计入汇总的清单数")]]
    words: Required[Annotated[dict[str, Number], part("计入汇总的清单按是否符合分")]]
    total: Required[Annotated[SummaryValue, part("合计", "由计数相加，不含示例")]]
