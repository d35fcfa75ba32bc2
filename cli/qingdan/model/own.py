"""What a province brings along besides its list: rules of its own, and profiles that choose and weigh rules."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import AtLeast, AtMost, ItemId, Pattern, Prose, Range, Strict, Text, part
from qingdan.model.item import Implements

#: The id of a rule: three letters of the group, three digits.
RuleId = Annotated[str, Pattern(r"^[A-Z]{3}[0-9]{3}$", 6)]
Weight = Literal["error", "warning", "info"]


class SaidValue(Strict, total=False):
    """The same words in Chinese and, where somebody has put them into it, in English."""

    zh: Required[Annotated[Text, part("中文")]]
    en: Annotated[Text, part("英文", "没有写的，英文的报告里也用中文")]


class StatedValue(Strict, total=False):
    """A row of a table: something stands at a path, or one of some values does."""

    path: Required[Annotated[Text, part("位置", "从要素写起，如 fee.charged、channels[].kind；[] 是列表里的每一条")]]
    among: Annotated[list[Text], AtLeast(1), AtMost(100), part("其中之一", "都不写就是写了什么都算；数字也加引号")]


class OwnRule(Strict, total=False):
    """A rule of the province's own: where one thing is stated, another must be, or must not."""

    id: Required[Annotated[RuleId, part("编号", "三个字母的组是自己的，不与程序的规则相同；用过的不再用")]]
    severity: Required[Annotated[Weight, part("级别")]]
    title: Required[Annotated[SaidValue, part("标题")]]
    message: Required[Annotated[SaidValue, part("怎么说", "看到了什么")]]
    advice: Required[Annotated[SaidValue, part("怎么办")]]
    why: Required[Annotated[SaidValue, part("为什么")]]
    enforces: Annotated[Text, part("依据", "哪份文件")]
    where: Required[Annotated[StatedValue, part("哪里有这个")]]
    must_have: Annotated[list[Text], AtLeast(1), AtMost(100), part("就要有", "这些位置里至少一处有内容")]
    must_not_have: Annotated[StatedValue, part("就不能有", "与 must_have 只写一样")]
    bad: Required[Annotated[Prose, part("反面例子", "一个事项文件的全文，恰好得到这一处发现")]]
    good: Required[Annotated[Prose, part("正面例子", "改好以后的全文，一处发现也没有")]]
    retired: Annotated[Text, part("停用的原因", "写了就不再运行")]
    successor: Annotated[RuleId, part("由哪条代替", "写了就不再运行")]


class OwnRulesFile(Strict, total=False):
    """``rules.yaml`` beside a catalogue."""

    schema: Required[Annotated[Literal["own-rules/1"], part("格式版本")]]
    rules: Required[Annotated[list[OwnRule], AtMost(200), part("规则")]]


class ProfileFile(Strict, total=False):
    """A named choice of rules and what they weigh."""

    schema: Required[Annotated[Literal["profile/1"], part("格式版本")]]
    name: Required[Annotated[Text, part("名称", "写在报告里")]]
    select: Annotated[list[Text], part("只运行的", "规则、要求或分组；与 --select 相同")]
    ignore: Annotated[list[Text], part("不运行的", "与 --ignore 相同")]
    severity: Annotated[dict[str, Weight], part("改变级别", "规则编号: 级别；全国要求的级别由证据决定，不能改")]
    rules: Annotated[list[Text], part("用哪些程序包的规则", "与 --rules 相同；只在命令行写明这个文件的路径时才可以有")]


class MappedColumn(Strict, total=False):
    """A column of a table, and where it goes."""

    heading: Required[Annotated[Text, part("表头", "几行表头用“ / ”连起来，照表里的写")]]
    to: Required[Annotated[Text, part("写到哪里", "要素，或者要素的一部分，如 contact.phone；- 不要；notes 留作说明")]]


class MappingFile(Strict, total=False):
    """``mapping.yaml``: where the columns of a table go that is imported again and again."""

    schema: Required[Annotated[Literal["mapping/1"], part("格式版本")]]
    columns: Required[Annotated[list[MappedColumn], part("各列")]]


class MayBeValue(Strict, total=False):
    """A national item that a name may be: to look at, never to take."""

    item: Required[Annotated[ItemId, part("全国事项编号")]]
    relation: Annotated[
        Literal["exact", "part", "wider"], part("关系", "exact 同一事项；part 只办其中一部分；wider 范围更宽")
    ]
    likeness: Annotated[int, Range(0, 100), part("有多像", "0 到 100")]
    called: Annotated[Text, part("全国事项的名称")]


class AlignedNameValue(Strict, total=False):
    """What a name of the list is among the national items, or that nobody has said it yet."""

    name: Required[Annotated[Text, part("事项名称", "照清单里的写；前面的序号不写也认得")]]
    id: Annotated[ItemId, part("只是这一个事项", "清单里几个事项同名的时候写；不写就是叫这个名称的都算")]
    implements: Annotated[
        list[Implements],
        part("对应的全国事项", "[] 是都不对应；不写是还没有定；事项自己写了 implements 的，照事项写的"),
    ]
    by: Annotated[Literal["likeness"], part("谁定的", "likeness 是程序按名称认的，人看过就删去这一行")]
    may_be: Annotated[list[MayBeValue], AtMost(20), part("可能是", "只供参考，定了可以删去")]
    because: Annotated[Text, part("为什么没有定")]
    note: Annotated[Prose, part("说明")]


class AlignmentFile(Strict, total=False):
    """``alignment.yaml``: which national items the names of a list are, as people have said."""

    schema: Required[Annotated[Literal["alignment/1"], part("格式版本")]]
    names: Required[Annotated[list[AlignedNameValue], part("名称")]]
