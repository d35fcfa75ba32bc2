"""Words that speak of more than the figure they stand beside: an extension, a further step, a higher share, costs.

What the figure says may be right; as long as the words say more, nobody is praised for it and nobody accused by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

from qingdan.model.base import Kind
from qingdan.model.figures import figures
from qingdan.values.answer import Answer, maybe
from qingdan.values.beside import TIMES, Entry, printed

#: Days in a unit, roughly: enough to see that one span is longer by far.
_DAYS = {
    "immediate": Fraction(0), "hour": Fraction(1, 24), "working_day": Fraction(1), "calendar_day": Fraction(1),
    "day": Fraction(1), "week": Fraction(7), "month": Fraction(30), "year": Fraction(365),
}  # fmt: skip
#: A limit that does not end with its number: 可延长, 3个工作日以上, 每月集中办理.
_OPEN_ENDED = re.compile(
    "(?<!不)(?<!不得)(?<!不再)延(?:长|期)|以上(?!材料|资料|人员|事项|情[况形]|条件|规定|证|部门|流程|步骤)|不少于|至少|不低于"
    "|[次下]个?月|按(?:月|周|季|批)|集中(?:办理|审核|受理|审批|发放)|另行|左右"
)
#: What is longer in the text is another limit: the statutory one, the former one, what is not counted in.
_EARLIER = re.compile("法定|原|由|从|压缩|缩短|提速|不含|不包括|不计|除外|公示|有效")
#: What is said not to be charged, what was, and what the post takes.
_NOT_CHARGED = re.compile(
    "(?:免收|免征|停征|取消|停止|不(?:再|得)?收|不(?:再|得)?另收|原|快递|邮|寄)[^,，;；。()（）]*"
)
_COSTS = re.compile("工本费|加急费?|押金|另(?:行)?收|有偿|自费")
#: Ages and spans that somebody must have behind or before him, and the event that ends what the nation grants.
_CONDITION = re.compile(
    "(?:距|(?<!期)满|不足|超过|缴费|参保|连续|累计|失业|离校|毕业|工作|经营|取证)[^,，;；。()（）可再延]{0,14}?(?:年|个?月)(?:以?[上下内前后])?"
)
_TO_RETIREMENT = re.compile(
    "[^,，;；。()（）]{0,24}(?:延长|放宽|享受)?至[^,，;；。()（）]{0,6}退休[^,，;；。()（）]{0,2}"
)
#: What is the least of it; of times that is what is promised: 每年至少四次.
_LEAST = "不少于|不低于(?!当地|最低|本市|所在地)|至少|(?:元|%)(?:及)?以上$|起$"
_PROLONGED = re.compile(f"{_LEAST}|(?<!不)(?<!不得)(?<!不再)(?<!不可)(?:延长|延期|展期|续期|续领|续发|续享)")
_AGAIN = re.compile("多次|若干次|再(?:跑|来|到)|另(?:跑|来|到)")
#: A cap of a total, or what a share is taken of.
_CAPPED = re.compile("(?:最高|不超过|不得超过|上限|封顶|累计|合计|总额|每年|限额)[^,，;；。()（）]*")
_RAISED = re.compile(f"{_LEAST}|上浮|叠加|[另再](?:加|给|发|奖|补)|(?:可|适当|可适当)(?:提高|增加|上调)")


def limit_says_more(limit: Entry) -> bool:
    """Whether the text of a limit speaks of more time than its number: an extension, a further step, fixed days.

    >>> limit_says_more({"amount": 3, "unit": "working_day", "text": "3个工作日（特殊情况延长至10个工作日）"})
    True
    >>> limit_says_more({"amount": 3, "unit": "working_day", "text": "3个工作日（法定20个工作日）"})
    False
    """
    text, unit = limit.get("text", ""), limit.get("unit", "")
    if not text or not unit:
        return False
    if _OPEN_ENDED.search(text):
        return True
    stated = Fraction(limit.get("amount", 0)) * _DAYS.get(unit, Fraction(0))
    spans = ((each.high * _DAYS[each.unit], each.unit) for each in figures(text) if each.unit in TIMES)
    # across units only what is longer by far: 3个工作日 may well be called 五天
    return not _EARLIER.search(text) and any(days > stated * (1 if each == unit else 2) for days, each in spans)


def fee_says_more(fee: Entry) -> bool:
    """Whether words beside a service that is free speak of something that costs money all the same.

    >>> fee_says_more({"charged": "no", "text": "免费（证书工本费5元）"})
    True
    >>> fee_says_more({"charged": "no", "text": "免收工本费5元"})
    False
    """
    rest = _NOT_CHARGED.sub("", fee.get("text", ""))
    return bool(_COSTS.search(rest)) or any(each.unit == "yuan" and each.high for each in figures(rest))


def months_say_more(months: Entry) -> bool:
    """Whether the words beside a number of months speak of a longer term: 12个月，期满可再延长12个月.

    >>> months_say_more({"amount": 36, "text": "最长3年，距退休不足5年的可延长至退休"})
    False
    """
    if "amount" not in months:
        return False
    text = _CONDITION.sub("", _TO_RETIREMENT.sub("", months.get("text", "")))
    found = (each.high * (12 if each.unit == "year" else 1) for each in printed({"text": text}, ("month", "year")))
    return _beyond(months, text, months["amount"], found, _PROLONGED)


def count_says_more(count: Entry) -> bool:
    """Whether the words beside a number of times speak of more: 1次（资料不全的两次）."""
    found = (each.high for each in printed(count, ("time",)))
    return _beyond(count, count.get("text", ""), count["amount"], found, _AGAIN)


def money_says_more(money: Entry) -> bool:
    """Whether the words beside a sum speak of a larger one: 1000元，技师2000元. What caps a total is none."""
    text, stated = _CAPPED.sub("", money.get("text", "")), Fraction(100 * money["yuan"] + money.get("fen", 0), 100)
    return _beyond(money, text, stated, (each.high for each in printed({"text": text}, ("yuan",))), _RAISED)


def ratio_says_more(ratio: Entry) -> bool:
    """Whether the words beside a share speak of a larger one: 50%，困难企业100%."""
    text = _CAPPED.sub("", ratio.get("text", ""))
    found = (each.high for each in printed({"text": text}, ("part",)))
    return _beyond(ratio, text, Fraction(ratio["value"]), found, _RAISED)


def _beyond(entry: Entry, text: str, stated: Any, found: Iterable[Fraction], words: re.Pattern[str]) -> bool:
    """Whether a text prints more than is stated, or says so; what is former or excepted is none."""
    if entry.get("bound") == "min":  # that says so itself
        return False
    larger = not _EARLIER.search(text) and any(each > stated for each in found)
    return larger or bool(words.search(text))


#: Kind of value → whether the words of an entry speak of more than its figure.
_SAYS_MORE: dict[Kind, Callable[[Any], bool]] = {
    "limits": limit_says_more, "fee": fee_says_more, "months": months_say_more, "counts": count_says_more,
    "money": money_says_more, "ratios": ratio_says_more,
}  # fmt: skip


def says_more(kind: Kind, entry: Entry) -> bool:
    """Whether the words of an entry speak of more than its figures, so that these are not the whole of it."""
    more = _SAYS_MORE.get(kind)
    return more is not None and bool(entry.get("text")) and more(entry)


def vetoed(kind: Kind, answer: Answer, entry: Entry, others: Sequence[Entry], *names: str) -> Answer:
    """Whether an entry is no more than others, once its words and theirs are heard: what speaks of more is open."""
    reason = "costs_said" if kind == "fee" else "more_said"
    if answer.verdict == "yes" and entry not in others and says_more(kind, entry):
        return maybe(reason, *names)
    if answer.verdict == "no" and kind != "fee" and any(says_more(kind, other) for other in others):
        return maybe(reason, *names)
    return answer
