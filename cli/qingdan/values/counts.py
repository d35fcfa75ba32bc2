"""How often: of visits, of services in a year. Periods that cannot be made one of the other are not compared."""

from __future__ import annotations

import re
from fractions import Fraction

from qingdan.model.values import Count
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind
from qingdan.values.printed import any_differs, beyond, printed, vetoed

_PER_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}
_NO_VISIT = re.compile("(?:不用|无需|不必|免|零|0次?)(?:到?现场|跑|上门|到窗口)|不见面|全程网办|零跑")
_AGAIN = re.compile("多次|若干次|再(?:跑|来|到)|另(?:跑|来|到)")


def within(a: list[Count], b: list[Count], context: Context) -> Answer:
    """Whether a is no more often than b."""
    return all_of(vetoed(any_of((_one(x, y) for y in b), no("more", str(x["amount"]))), x, b, says_more) for x in a)


def _one(a: Count, b: Count) -> Answer:
    if a.get("per") != b.get("per"):
        rate_a, rate_b = _PER_YEAR.get(a.get("per", "")), _PER_YEAR.get(b.get("per", ""))
        if rate_a is None or rate_b is None:
            return maybe("period")
        return YES if a["amount"] * rate_a <= b["amount"] * rate_b else no("more", str(a["amount"]))
    return YES if a["amount"] <= b["amount"] else no("more", str(a["amount"]))


def differs(count: Entry) -> bool:
    """Whether a number of times is not that of its text: 最多跑一次, 零跑动."""
    found = {end for each in printed(count, ("time",)) for end in (each.low, each.high)}
    if _NO_VISIT.search(count.get("text", "")):
        found.add(Fraction(0))
    return bool(found) and Fraction(count["amount"]) not in found


def says_more(count: Entry) -> bool:
    """Whether the words beside a number of times speak of more: 1次（资料不全的两次）."""
    found = (each.high for each in printed(count, ("time",)))
    return beyond(count, count.get("text", ""), count["amount"], found, _AGAIN)


KIND = Kind(name="counts", within=within, keyed=True, differs=any_differs(differs), says_more=says_more)
