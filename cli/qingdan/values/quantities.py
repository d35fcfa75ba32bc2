"""Counts, money, ratios, months and fees. Each is exact; what differs in base, period or fund is not compared."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from qingdan.model.base import Kind
from qingdan.model.parts import Fee
from qingdan.model.registry import plain
from qingdan.model.values import Count, Money, Months, Ratio
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.more import vetoed

Entry = TypeVar("Entry", Count, Money, Ratio, Months)

_PER_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}


def _same_text(a: str, b: str) -> bool:
    return plain(a) == plain(b)


def _each(
    kind: Kind, a: list[Entry], b: list[Entry], than: Callable[[Entry, Entry], Answer], none: Callable[[Entry], Answer]
) -> Answer:
    """Whether each entry of a is no more than some entry of b, by its figures and by its words."""
    return all_of(vetoed(kind, any_of((than(x, y) for y in b), none(x)), x, b) for x in a)


def counts_within(a: list[Count], b: list[Count], context: Context) -> Answer:
    """Whether a is no more often than b."""
    return _each("counts", a, b, _count, lambda x: no("more", str(x["amount"])))


def _count(a: Count, b: Count) -> Answer:
    if a.get("per") != b.get("per"):
        rate_a, rate_b = _PER_YEAR.get(a.get("per", "")), _PER_YEAR.get(b.get("per", ""))
        if rate_a is None or rate_b is None:
            return maybe("period")
        return YES if a["amount"] * rate_a <= b["amount"] * rate_b else no("more", str(a["amount"]))
    return YES if a["amount"] <= b["amount"] else no("more", str(a["amount"]))


def money_within(a: list[Money], b: list[Money], context: Context) -> Answer:
    """Whether no amount of a is above b, for the same unit of payment and the same base."""
    return _each("money", a, b, _money, lambda x: no("more", str(x["yuan"])))


def _money(a: Money, b: Money) -> Answer:
    if not _same_text(a.get("per", ""), b.get("per", "")) or not _same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    fen_a, fen_b = (100 * money["yuan"] + money.get("fen", 0) for money in (a, b))
    return YES if fen_a <= fen_b else no("more", str(a["yuan"]))


def ratios_within(a: list[Ratio], b: list[Ratio], context: Context) -> Answer:
    """Whether no ratio of a is above b, for the same base."""
    return _each("ratios", a, b, _ratio, lambda x: no("more", x["value"]))


def _ratio(a: Ratio, b: Ratio) -> Answer:
    if not _same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if Fraction(a["value"]) <= Fraction(b["value"]) else no("more", a["value"])


def months_within(a: list[Months], b: list[Months], context: Context) -> Answer:
    """Whether no term of a is longer than b; terms that end with an event are the same only by the same event."""
    return _each("months", a, b, _months, lambda x: no("longer", str(x.get("amount", ""))))


def _months(a: Months, b: Months) -> Answer:
    if "until" in a or "until" in b:
        return YES if a.get("until") == b.get("until") else maybe("event")
    if "amount" not in a or "amount" not in b:
        return maybe("no_amount")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if a["amount"] <= b["amount"] else no("longer", str(a["amount"]))


def fee_within(a: Fee, b: Fee, context: Context) -> Answer:
    """Whether a charges no more than b. Two that both charge are compared by nobody but a person."""
    if a["charged"] == "no":
        return vetoed("fee", YES, a, [b])
    return no("charged") if b["charged"] == "no" else maybe("charges")
