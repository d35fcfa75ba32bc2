"""The values of a guide that can be compared: members of lists, limits of time, money, counts, citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Required

from qingdan.model.base import AtLeast, Date, Id, Pattern, Range, Strict, Text, Whole, part

Unit = Literal["working_day", "calendar_day", "day", "month", "year", "hour", "immediate"]
Period = Literal["once", "day", "week", "month", "quarter", "half_year", "year"]
#: An exact fraction such as ``2/3`` or ``30/100``; never a decimal number.
Fraction = Annotated[str, Pattern(r"^[0-9]{1,9}/[1-9][0-9]{0,8}$", 19)]
Amount = Annotated[int, Range(0, 10_000_000_000)]


#: A person's word that the words beside an id mean the id.
MatchedBy = Annotated[
    Text,
    part(
        "核对人",
        "谁看过原文，确认这些字就是编号所指；不写时，与登记表不同的说法不用来判断",
        hidden="who checked the match is for the office",
    ),
]


class Member(Strict, total=False):
    """A member of a list: what was printed and, where a person has matched it, the id of a registry.

    ``local/…`` as an id is a person's word that it is none of the national ones.
    """

    id: Annotated[
        Id, part("登记编号", "证明材料、条件或概念登记表中的编号；local/ 开头表示经人工确认不属于全国登记的任何一项")
    ]
    text: Annotated[Text, part("原文", "页面上印的文字；未经改写")]
    matched_by: MatchedBy


class Criterion(Strict, total=False):
    """One thing that must be true of the applicant, with its parameter where it has one."""

    id: Annotated[Id, part("条件编号", "criteria.yaml 中的编号")]
    text: Annotated[Text, part("原文或概括")]
    value: Annotated[Whole, part("参数", "如缴费月数、年龄；单位由登记表规定")]
    matched_by: MatchedBy


class Condition(Strict, total=False):
    """One line of an all-of list: met by meeting any one of its criteria."""

    any_of: Required[Annotated[list[Criterion], AtLeast(1), part("满足其一即可")]]
    case: Annotated[Text, part("适用情形", "只在这一情形下要求；不写为一律要求")]


class Inclusion(Strict, total=False):
    """A stretch of time that a limit counts in, or leaves out."""

    what: Required[
        Annotated[
            Literal["publicity", "expert_review", "site_visit", "delivery", "correction", "other"],
            part(
                "内容",
                "publicity 公示；expert_review 评审；site_visit 核查；delivery 送达；correction 补正；other 其他",
            ),
        ]
    ]
    amount: Annotated[Whole, part("数量")]
    unit: Annotated[Unit, part("单位")]


class Limit(Strict, total=False):
    """How long something may take. ``immediate`` has no amount; ``day`` is "日" or "天" as printed.

    What is no length of time (按时办理, 次月前5个工作日内) is stated as text alone, without a unit.
    """

    amount: Annotated[Whole, part("数量")]
    unit: Annotated[
        Unit,
        part(
            "单位", "working_day 工作日；calendar_day 自然日；day 原文只写“日/天”；immediate 即时；说不出多久的只写原文"
        ),
    ]
    channel: Annotated[Id, part("渠道", "只适用于这一渠道时写概念编号；不写为各渠道", registry="channel")]
    case: Annotated[Text, part("情形")]
    step: Annotated[Text, part("环节", "只是其中一个环节的时限时写环节名；这种时限不与总时限比较")]
    start: Annotated[Id, part("起算点", "如 accepted；不写时按收到申请之日比较", registry="event")]
    includes: Annotated[list[Inclusion], part("其中含", "如公示天数")]
    excludes: Annotated[list[Inclusion], part("不含")]
    text: Annotated[Text, part("原文")]


class Count(Strict, total=False):
    """How often, or how many times, in one period."""

    amount: Required[Annotated[Whole, part("次数")]]
    per: Annotated[Period, part("周期")]
    channel: Annotated[Id, part("渠道", registry="channel")]
    case: Annotated[Text, part("情形或服务内容")]
    text: Annotated[Text, part("原文")]
    reason: Annotated[Text, part("原因", "必须到现场的原因", columns=("limit_scene_explain",))]


class Money(Strict, total=False):
    """An amount of money in yuan and fen, so that it is exact."""

    yuan: Required[Annotated[Amount, part("元")]]
    fen: Annotated[Annotated[int, Range(0, 99)], part("分")]
    bound: Annotated[Literal["exact", "max", "min"], part("界", "exact 定额；max 最高；min 最低")]
    per: Annotated[Text, part("计发单位", "如 人、人月、户")]
    case: Annotated[Text, part("情形")]
    base: Annotated[Text, part("基数")]
    text: Annotated[Text, part("原文")]


class Ratio(Strict, total=False):
    """A share of a named base, as an exact fraction."""

    value: Required[Annotated[Fraction, part("比例", "分数，如 2/3、30/100")]]
    base: Annotated[Text, part("基数")]
    bound: Annotated[Literal["exact", "max", "min"], part("界", "exact 定额；max 最高；min 最低")]
    case: Annotated[Text, part("情形")]
    text: Annotated[Text, part("原文")]


class Months(Strict, total=False):
    """For how many months something is paid or lasts."""

    amount: Annotated[Whole, part("月数")]
    until: Annotated[Id, part("至某事件", "如 retirement", registry="event")]
    bound: Annotated[Literal["exact", "max", "min"], part("界", "exact 定额；max 最高；min 最低")]
    case: Annotated[Text, part("情形")]
    text: Annotated[Text, part("原文")]


class Citation(Strict, total=False):
    """A document that is cited, by its id in documents.yaml where it is known, and as printed."""

    document: Annotated[Id, part("文件编号", "documents.yaml 中的编号")]
    title: Annotated[Text, part("标题", columns=("by_law",))]
    number: Annotated[Text, part("文号", "如 人社厅发〔2020〕79号；照原文")]
    article: Annotated[Text, part("条款")]
    date: Annotated[Date, part("日期")]


def strings(value: object) -> Iterator[str]:
    """Every string inside a value, at any depth; keys are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from strings(each)
