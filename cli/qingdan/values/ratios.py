"""Shares, as exact fractions of the same base."""

from __future__ import annotations

from fractions import Fraction

from qingdan.model.values import Ratio
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind
from qingdan.values.money import same_text
from qingdan.values.printed import CAPPED, RAISED, any_differs, beyond, printed, vetoed


def within(a: list[Ratio], b: list[Ratio], context: Context) -> Answer:
    """Whether no ratio of a is above b, for the same base."""
    return all_of(vetoed(any_of((_one(x, y) for y in b), no("more", x["value"])), x, b, says_more) for x in a)


def _one(a: Ratio, b: Ratio) -> Answer:
    if not same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if Fraction(a["value"]) <= Fraction(b["value"]) else no("more", a["value"])


def differs(ratio: Entry) -> bool:
    """Whether a share is not that of its text: 60%, 三分之二, 六成."""
    found = {end for each in printed(ratio, ("part",)) for end in (each.low, each.high)}
    return bool(found) and Fraction(ratio["value"]) not in found


def says_more(ratio: Entry) -> bool:
    """Whether the words beside a share speak of a larger one: 50%，困难企业100%."""
    text = CAPPED.sub("", ratio.get("text", ""))
    found = (each.high for each in printed({"text": text}, ("part",)))
    return beyond(ratio, text, Fraction(ratio["value"]), found, RAISED)


KIND = Kind(name="ratios", within=within, keyed=True, differs=any_differs(differs), says_more=says_more)
