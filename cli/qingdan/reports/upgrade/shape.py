"""The shape of ``qingdan upgrade --format json``."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Strict, Text, part
from qingdan.reports.coverage.shape import MakerValue
from qingdan.reports.validate.shape import LocationValue, Number


class MovedValue(Strict, total=False):
    """A requirement as it was and as it is."""

    before: Required[Annotated[str, part("原来的要求", "空表示没有")]]
    after: Required[Annotated[str, part("现在的要求", "空表示没有")]]


class EditValue(Strict, total=False):
    """One value that follows the nation."""

    path: Required[Annotated[Text, part("路径", "按编号，不按序号")]]
    name: Required[Annotated[str, part("事项")]]
    what: Required[Annotated[Literal["element", "link", "edition"], part("改的是什么")]]
    element: Required[Annotated[str, part("要素")]]
    effect: Required[Annotated[Literal["better", "worse", "mixed", "none", "unknown"], part("对群众")]]
    before: Required[Annotated[object, part("改前")]]
    after: Required[Annotated[object, part("改后")]]
    before_text: Required[Annotated[str, part("改前的说法")]]
    after_text: Required[Annotated[str, part("改后的说法")]]
    requirements: Required[Annotated[list[MovedValue], part("变了的要求")]]
    place: Required[Annotated[LocationValue, part("位置")]]


class ConflictValue(Strict, total=False):
    """Something that a person must decide; the list stays as it is."""

    path: Required[Annotated[Text, part("路径", "按编号，不按序号")]]
    name: Annotated[str, part("事项")]
    element: Annotated[Text, part("要素")]
    reason: Required[Annotated[Text, part("原因代码")]]
    reason_text: Required[Annotated[Text, part("原因")]]
    value: Annotated[object, part("清单的写法")]
    base: Annotated[Text, part("原来的要求")]
    new: Annotated[Text, part("现在的要求")]
    candidates: Annotated[list[str], part("可以对应的全国事项")]
    members: Annotated[list[str], part("有关成员")]
    finding: Annotated[Text, part("校验会报出的规则或要求")]
    place: Annotated[LocationValue, part("位置")]


class UpgradeValue(Strict, total=False):
    """``qingdan upgrade --format json``."""

    schema: Required[Annotated[Literal["upgrade/1"], part("格式版本")]]
    tool: Required[Annotated[MakerValue, part("工具")]]
    lang: Required[Annotated[Literal["zh", "en"], part("语言")]]
    name: Required[Annotated[str, part("清单名称")]]
    before: Required[Annotated[Text, part("原来对照的全国基准")]]
    after: Required[Annotated[Text, part("新一版全国基准")]]
    kept: Required[Annotated[Number, part("要求变了、本省的写法保留的处数")]]
    behind: Required[Annotated[dict[str, Number], part("事项落后几版")]]
    written: Required[Annotated[list[str], part("已写的文件")]]
    protected: Annotated[list[str], part("要改而只读的文件", "没有就不出现；有就不会写")]
    half_done: Annotated[
        Literal[True], part("上一次升级是否断在半路", "没有就不出现；不带 --dry-run 再运行会先恢复原样")
    ]
    edits: Required[Annotated[list[EditValue], part("随国家改的")]]
    conflicts: Required[Annotated[list[ConflictValue], part("要由人决定的")]]
    diffs: Required[Annotated[dict[str, str], part("各文件的逐行差异")]]
