"""Figures beside the words they were taken from: do the two say the same?

Where they do not, nobody knows which of them holds: neither is used for a verdict, nor told as the one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from qingdan.model.base import Kind
from qingdan.model.figures import Figure, figures

Entry = Mapping[str, Any]

_AT_ONCE = re.compile(
    "即时|即办|即到|即来|即审|即刻|当场|当日|当天|现场|现办|立等|立即|立刻|马上|随到|随时|实时|秒|自动|免申"
)
#: What is no moment and no length of time: 按时办理, 根据认定情况决定, 无.
VAGUE = re.compile(
    "(?:按|及|适|定|限)(?:时|期)|尽快|视.{0,12}(?:而定|情况)|(?:根据|依据|按照?|依照?).{0,24}(?:决定|确定|办理|执行)"
    "|另行|待定|不(?:定|确定)|次月|^(?:无|/|-+|—+|暂无|不限|长期)$"
)
#: Printed unit → the units that it may stand for: 日 is often a calendar day, and for a licence a working day.
_SPANS = {
    "working_day": ("working_day",), "calendar_day": ("calendar_day", "day"), "day": ("day", "calendar_day"),
    "week": ("week",), "month": ("month",), "year": ("month",), "hour": ("hour",),
}  # fmt: skip
#: The same span in another unit: printed unit, stated unit → how many of the latter are one of the former.
_SAME = {
    ("year", "month"): Fraction(12), ("month", "year"): Fraction(1, 12), ("year", "year"): Fraction(1),
    ("hour", "day"): Fraction(1, 24), ("hour", "calendar_day"): Fraction(1, 24),
    ("day", "hour"): Fraction(24), ("calendar_day", "hour"): Fraction(24),
    ("week", "day"): Fraction(7), ("week", "calendar_day"): Fraction(7), ("week", "working_day"): Fraction(5),
}  # fmt: skip
TIMES = ("working_day", "calendar_day", "day", "week", "month", "year", "hour")
_NO_VISIT = re.compile("(?:不用|无需|不必|免|零|0次?)(?:到?现场|跑|上门|到窗口)|不见面|全程网办|零跑")
_FREE = re.compile(
    "免费|免收|不(?:收|得收|再收)|无(?:需|须)?(?:收|缴|交)?费|不用(?:交|付|缴)|取消收|停止收|^(?:无|否|不收费|免)$"
)
_CHARGES = re.compile("收费|缴费|交费|付费|收取")


def limit_differs(limit: Entry, licence: bool = False) -> bool:
    """Whether a limit's number and unit are not those of its text. A text alone has nothing to differ from.

    Args:
        limit: The entry, with ``text`` as printed.
        licence: For an administrative licence 日 means a working day.

    >>> limit_differs({"amount": 3, "unit": "working_day", "text": "三至五个工作日"})
    True
    >>> limit_differs({"amount": 12, "unit": "month", "text": "一年"})
    False
    """
    text, unit = limit.get("text", ""), limit.get("unit", "")
    if not text or not unit:
        return False
    found = [each for each in figures(text) if each.unit in TIMES]
    if unit == "immediate" or limit.get("amount") == 0:
        if _AT_ONCE.search(text):
            return False
        return any(each.high for each in found) or bool(not found and VAGUE.search(text))
    if "amount" not in limit or not found:
        return False
    worded = "working_day" if licence or "工作日" in text else ""
    amounts = [amount for each in found for amount in _in_unit(each, unit, worded)]
    return not _among(Fraction(limit["amount"]), amounts)


def _in_unit(figure: Figure, unit: str, worded: str) -> list[Fraction]:
    """What a printed span is in the stated unit; empty where it is none of those. Of a range the longer end holds."""
    if (figure.unit, unit) in _SAME:
        return [figure.high * _SAME[figure.unit, unit]]
    spans = (*_SPANS[figure.unit], worded) if figure.unit == "day" else _SPANS[figure.unit]
    return [figure.high] if unit in spans else []


def _among(amount: Fraction, found: list[Fraction]) -> bool:
    """Whether a number is one of those printed, or may be made of several: a sum of steps, a whole less a part."""
    if amount in found:
        return True
    if len(found) < 2:
        return False
    apart = {abs(a - b) for a, b in combinations(found, 2)}
    return min(found) <= amount <= sum(found) or amount in apart


def months_differ(months: Entry) -> bool:
    """Whether a number of months is not that of its text."""
    found = [each.high * (12 if each.unit == "year" else 1) for each in printed(months, ("month", "year"))]
    return bool(found) and "amount" in months and not _among(Fraction(months["amount"]), found)


def count_differs(count: Entry) -> bool:
    """Whether a number of times is not that of its text: 最多跑一次, 零跑动."""
    found = {end for each in printed(count, ("time",)) for end in (each.low, each.high)}
    if _NO_VISIT.search(count.get("text", "")):
        found.add(Fraction(0))
    return bool(found) and Fraction(count["amount"]) not in found


def money_differs(money: Entry, text: str | None = None) -> bool:
    """Whether a sum is not that of its text, or of the text given: 五千元, 1.5万元, 3000—5000元."""
    found = printed(money if text is None else {"text": text}, ("yuan",))
    stated = Fraction(100 * int(money["yuan"]) + int(money.get("fen", 0)), 100)
    if stated in {each.low for each in found}:
        return False
    return bool(found) and not _among(stated, [each.high for each in found])


def ratio_differs(ratio: Entry) -> bool:
    """Whether a share is not that of its text: 60%, 三分之二, 六成."""
    found = {end for each in printed(ratio, ("part",)) for end in (each.low, each.high)}
    return bool(found) and Fraction(ratio["value"]) not in found


def fee_differs(fee: Entry) -> bool:
    """Whether it says that there is no charge beside words that charge, or the other way round."""
    text = fee.get("text", "")
    if not text:
        return False
    free, sums = bool(_FREE.search(text)), [each for each in figures(text) if each.unit == "yuan" and each.high]
    if fee["charged"] == "no":
        return not free and bool(sums or _CHARGES.search(text))
    return free and not sums


def printed(entry: Entry, units: Iterable[str]) -> list[Figure]:
    """The figures of an entry's text that are in one of some units."""
    return [each for each in figures(entry.get("text", "")) if each.unit in units]


#: Kind of value → whether an entry of it contradicts its own words.
DIFFERS: dict[Kind, Callable[[Any], bool]] = {
    "limits": limit_differs, "months": months_differ, "counts": count_differs, "money": money_differs,
    "ratios": ratio_differs, "fee": fee_differs,
}  # fmt: skip


def contradicts(kind: Kind, value: Any, licence: bool = False) -> bool:
    """Whether a value, or an entry of it, says other figures than the words beside it.

    Args:
        kind: Its kind; kinds without figures contradict nothing.
        value: As it stands in a file, or one entry of it.
        licence: For an administrative licence 日 means a working day.
    """
    differs = DIFFERS.get(kind)
    if differs is None or value is None:
        return False
    entries = value if isinstance(value, list) else [value]
    if kind == "limits":  # those of single steps are no part of the whole
        return any(limit_differs(entry, licence) for entry in entries if "step" not in entry or len(entries) == 1)
    return any(map(differs, entries))
