"""Terms in months, or until something happens."""

from __future__ import annotations

import re
from fractions import Fraction

from qingdan.model.values import Months
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind
from qingdan.values.printed import LEAST, among, any_differs, beyond, printed, vetoed

#: Ages and spans that somebody must have behind or before him, and the event that ends what the nation grants.
_CONDITION = re.compile(
    "(?:距|(?<!期)满|不足|超过|缴费|参保|连续|累计|失业|离校|毕业|工作|经营|取证)[^,，;；。()（）可再延]{0,14}?(?:年|个?月)(?:以?[上下内前后])?"
)
_TO_RETIREMENT = re.compile(
    "[^,，;；。()（）]{0,24}(?:延长|放宽|享受)?至[^,，;；。()（）]{0,6}退休[^,，;；。()（）]{0,2}"
)
_PROLONGED = re.compile(f"{LEAST}|(?<!不)(?<!不得)(?<!不再)(?<!不可)(?:延长|延期|展期|续期|续领|续发|续享)")


def within(a: list[Months], b: list[Months], context: Context) -> Answer:
    """Whether no term of a is longer than b; terms that end with an event are the same only by the same event."""
    return all_of(
        vetoed(any_of((_one(x, y) for y in b), no("longer", str(x.get("amount", "")))), x, b, says_more) for x in a
    )


def _one(a: Months, b: Months) -> Answer:
    if "until" in a or "until" in b:
        return YES if a.get("until") == b.get("until") else maybe("event")
    if "amount" not in a or "amount" not in b:
        return maybe("no_amount")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if a["amount"] <= b["amount"] else no("longer", str(a["amount"]))


def differs(months: Entry) -> bool:
    """Whether a number of months is not that of its text."""
    found = [each.high * (12 if each.unit == "year" else 1) for each in printed(months, ("month", "year"))]
    return bool(found) and "amount" in months and not among(Fraction(months["amount"]), found)


def says_more(months: Entry) -> bool:
    """Whether the words beside a number of months speak of a longer term: 12个月，期满可再延长12个月.

    >>> says_more({"amount": 36, "text": "最长3年，距退休不足5年的可延长至退休"})
    False
    """
    if "amount" not in months:
        return False
    text = _CONDITION.sub("", _TO_RETIREMENT.sub("", months.get("text", "")))
    found = (each.high * (12 if each.unit == "year" else 1) for each in printed({"text": text}, ("month", "year")))
    return beyond(months, text, months["amount"], found, _PROLONGED)


KIND = Kind(name="months", within=within, keyed=True, differs=any_differs(differs), says_more=says_more)
