"""Shares, as exact fractions of the same base."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import cast

from qingdan.model.figures import figures
from qingdan.model.registry import plain
from qingdan.model.values import Ratio
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.money import BOUNDS, same_text
from qingdan.values.printed import any_differs, bound, heard, printed, rest, surely
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: Words that change nothing.
_KNOWN = re.compile(
    "最高|不超过|不高于|补贴|补助|返还|贴息|按月|按|给予|标准|比例|发放|支付|享受|以内|之内|内|为|的|实际"
)

_SHARES = Phrases("value.share")


def within(a: list[Ratio], b: list[Ratio], context: Context) -> Answer:
    """Whether no ratio of a is above b, for the same base."""
    return all_of(heard(any_of((_one(x, y) for y in b), no("more", x["value"])), x, b, unread) for x in a)


def _one(a: Ratio, b: Ratio) -> Answer:
    if not same_text(a.get("base", ""), b.get("base", "")):
        return maybe("base")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if Fraction(a["value"]) <= Fraction(b["value"]) else no("more", a["value"])


def differs(ratio: Ratio) -> bool:
    """Whether a share is not that of its text: 60%, 三分之二, 六成."""
    found = {end for each in printed(ratio, ("part",)) for end in (each.low, each.high)}
    return bool(found) and Fraction(ratio["value"]) not in found


def unread(ratio: Ratio) -> str:
    """The words beside a share that are not read: 50%，困难企业100%."""
    stated = Fraction(ratio["value"])
    return rest(ratio, lambda figure: figure.unit == "part" and stated == figure.high == figure.low, _KNOWN)


def say(entry: Ratio, speaker: Speaker) -> str:
    """A share of what."""
    return _share(entry, speaker.lang)


def _share(entry: Ratio, lang: Lang) -> str:
    """A ratio: in percent where it is one of a hundred, with what it is a part of."""
    bound = entry.get("bound", "")
    number = re.sub(r"^([0-9]+)/100$", r"\1%", str(entry["value"]))
    base = visible(str(entry.get("base", "")))
    if not base:
        return BOUNDS.get(bound, lang) + visible(number)
    return _SHARES(bound if bound in _SHARES else "plain", lang, base=base, number=number)


#: What may be a day, a page or a serial number as well: 12/31, 1/1, 2024/1.
_DAY = re.compile(r".*(?:[0-9]{2,}/|/[0-9]{2,}|([0-9])/\1).*")


def read(text: str, context: Context) -> Ratio | None:
    """A share, as printed: 60%, 三分之二.

    >>> read("最高60%", None)
    {'value': '60/100', 'bound': 'max', 'text': '最高60%'}
    """
    entries = []
    for each in figures(text):
        if each.unit == "part" and not _DAY.fullmatch(plain(text)):
            share, percent = each.high, 100 * each.high
            whole = percent.denominator == 1 and ("%" in plain(text) or "百分之" in text)
            value = f"{percent}/100" if whole else f"{share.numerator}/{share.denominator}"
            entries.append(cast("Ratio", {"value": value, **bound(text), "text": text}))
    return surely(text, entries, differs, unread)


KIND = Kind(
    name="ratios", within=within, read=read, keyed=True, differs=any_differs(differs), unread=unread, words={Ratio: say}
)
