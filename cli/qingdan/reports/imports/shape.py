"""The shape of ``qingdan import --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.importing.account import Fate
from qingdan.model.base import Strict, Text, Whole, part
from qingdan.reports.coverage.shape import MakerValue
from qingdan.reports.validate.shape import FindingValue


class FatesValue(Strict, total=False):
    """How many cells each fate had."""

    taken: Required[Annotated[Whole, part("原样写入")]]
    changed: Required[Annotated[Whole, part("整理后写入")]]
    noted: Required[Annotated[Whole, part("写进说明")]]
    left_out: Required[Annotated[Whole, part("没有写入")]]
    layout: Required[Annotated[Whole, part("标题和表头")]]


class ColumnTargetValue(Strict, total=False):
    """A column, and where it went."""

    heading: Required[Annotated[str, part("表头")]]
    to: Required[Annotated[str, part("写到哪里", "空的是不认得、或者两列写到一处")]]


class AccountedValue(Strict, total=False):
    """One cell that holds something."""

    sheet: Required[Annotated[str, part("表")]]
    address: Required[Annotated[Text, part("地址", "如 F12")]]
    row: Required[Annotated[Whole, part("行")]]
    column: Required[Annotated[Whole, part("列")]]
    text: Required[Annotated[str, part("显示的内容")]]
    fate: Required[Annotated[Fate, part("去向")]]
    target: Required[Annotated[str, part("写到哪里", "如 items[P33-0001].promised_limit；空的是没有写")]]
    because: Required[Annotated[str, part("为什么", "没有原样写入的原因")]]


class ImportAccountValue(Strict, total=False):
    """What became of every cell of a table."""

    schema: Required[Annotated[Literal["import-account/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("哪个程序写的")]]
    file: Required[Annotated[Text, part("文件")]]
    notes: Required[
        Annotated[
            list[Literal["macros", "external_links", "hidden_text", "list_numbers", "hidden_sheet", "other_province"]],
            part("没有运行、没有去读、看不见的"),
        ]
    ]
    tables: Required[Annotated[Whole, part("找到几个表")]]
    items: Required[Annotated[Whole, part("几个事项")]]
    linked: Required[Annotated[Whole, part("按名称对上全国事项的")]]
    counts: Required[Annotated[FatesValue, part("各种去向的格数")]]
    columns: Required[Annotated[list[ColumnTargetValue], part("各列写到哪里")]]
    findings: Required[Annotated[list[FindingValue], part("要看的", "和检查报告里的发现是一种写法")]]
    cells: Required[Annotated[list[AccountedValue], part("逐格")]]
