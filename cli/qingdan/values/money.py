"""Sums of money: exact, for the same unit of payment and of the same base."""

from __future__ import annotations

from fractions import Fraction

from qingdan.model.registry import plain
from qingdan.model.values import Money
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind
from qingdan.values.printed import CAPPED, RAISED, among, any_differs, beyond, printed, vetoed


def within(a: list[Money], b: list[Money], context: Context) -> Answer:
    """Whether no amount of a is above b, for the same unit of payment and the same base."""
    return all_of(vetoed(any_of((_one(x, y) for y in b), no("more", str(x["yuan"]))), x, b, says_more) for x in a)


def _one(a: Money, b: Money) -> Answer:
    if not same_text(a.get("per", ""), b.get("per", "")) or not same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    fen_a, fen_b = (100 * money["yuan"] + money.get("fen", 0) for money in (a, b))
    return YES if fen_a <= fen_b else no("more", str(a["yuan"]))


def same_text(a: str, b: str) -> bool:
    """Whether two texts read the same."""
    return plain(a) == plain(b)


def differs(money: Entry, text: str | None = None) -> bool:
    """Whether a sum is not that of its text, or of the text given: 五千元, 1.5万元, 3000—5000元."""
    found = printed(money if text is None else {"text": text}, ("yuan",))
    stated = Fraction(100 * int(money["yuan"]) + int(money.get("fen", 0)), 100)
    if stated in {each.low for each in found}:
        return False
    return bool(found) and not among(stated, [each.high for each in found])


def says_more(money: Entry) -> bool:
    """Whether the words beside a sum speak of a larger one: 1000元，技师2000元. What caps a total is none."""
    text, stated = CAPPED.sub("", money.get("text", "")), Fraction(100 * money["yuan"] + money.get("fen", 0), 100)
    return beyond(money, text, stated, (each.high for each in printed({"text": text}, ("yuan",))), RAISED)


KIND = Kind(name="money", within=within, keyed=True, differs=any_differs(differs), says_more=says_more)
