"""Terms in months, or until something happens."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import cast

from qingdan.model.figures import Figure, figures
from qingdan.model.registry import plain
from qingdan.model.values import Months
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.limits import DURATIONS
from qingdan.values.printed import among, any_differs, bound, heard, printed, rest, surely
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: The event that ends what the nation grants, and words that change nothing.
_TO_RETIREMENT = re.compile(
    "(?:距(?:离)?[^,;。()]{0,16}(?:的)?)?(?:可以?)?(?:延长|放宽|享受|领)?(?:至|到)(?:法定)?退休(?:年龄)?"
)
#: Of those near retirement the nation speaks beside a term of three years: less than five years before it.
_YEARS = re.compile("距[^,;。]{0,12}?不足?([0-9一二三四五六七八九十]+)年")
_THREE_YEARS = 36
_BOUNDS = Phrases("value.time_bound")
_KNOWN = re.compile(
    "补贴按实际月数|最长|最多|最高|不超过|不得超过|期限|时间|年限|(?:社保|社会保险|岗位)?(?:补贴|补助)|享受|发放|领取|见习|可以?|按月|每人|一般|累计|合计|以内|之内|为|的|内"
)


def within(a: list[Months], b: list[Months], context: Context) -> Answer:
    """Whether no term of a is longer than b; terms that end with an event are the same only by the same event."""
    return all_of(
        heard(any_of((_one(x, y) for y in b), no("longer", str(x.get("amount", "")))), x, b, unread) for x in a
    )


def _one(a: Months, b: Months) -> Answer:
    if "until" in a or "until" in b:
        return YES if a.get("until") == b.get("until") else maybe("event")
    if "amount" not in a or "amount" not in b:
        return maybe("no_amount")
    if a.get("bound") == "min" and b.get("bound") != "min":
        return maybe("bound")
    return YES if a["amount"] <= b["amount"] else no("longer", str(a["amount"]))


def differs(months: Months) -> bool:
    """Whether a number of months is not that of its text."""
    found = [each.high * (12 if each.unit == "year" else 1) for each in printed(months, ("month", "year"))]
    return bool(found) and "amount" in months and not among(Fraction(months["amount"]), found)


def unread(months: Months) -> str:
    """The words beside a number of months that are not read: 12个月，期满可再延长12个月.

    >>> unread({"amount": 36, "text": "最长3年，距退休不足5年的可延长至退休"})
    ''
    """
    if "amount" not in months:
        return ""
    stated = Fraction(months["amount"])

    def fits(figure: Figure) -> bool:
        return figure.unit in ("month", "year") and stated == figure.high * (12 if figure.unit == "year" else 1)

    text = plain(months.get("text", ""))
    if not (others := _YEARS.findall(text)) or (stated == _THREE_YEARS and set(others) <= {"5", "五"}):
        text = _TO_RETIREMENT.sub("", text)
    return rest({**months, "text": text}, fits, _KNOWN, once=False)


def say(entry: Months, speaker: Speaker) -> str:
    """So many months, or until something happens."""
    if "until" in entry:
        until = speaker.names("event", entry["until"]) or str(entry.get("text", entry["until"]))
        return Phrases("value")("until", speaker.lang, until=visible(until))
    if "amount" not in entry:
        return visible(entry.get("text", ""))
    bound = _BOUNDS.get(entry.get("bound", ""), speaker.lang)
    return bound + DURATIONS("month", speaker.lang, amount=entry["amount"])


_TO_AN_END = re.compile("[年月](?:延长)?[至到]")


def read(text: str, context: Context) -> Months | None:
    """For how long, as printed: 最长不超过3年.

    >>> read("最长3年", None)
    {'amount': 36, 'bound': 'max', 'text': '最长3年'}
    """
    found = [each for each in figures(text) if each.unit in ("month", "year") and each.low == each.high]
    if len(set(found)) < len(found) or _TO_AN_END.search(text):
        return None  # 12个月（享受）12个月（领取） may be two terms; 3年至退休 is none of three years
    terms = [each.high * (12 if each.unit == "year" else 1) for each in found]
    entries = [{"amount": int(each), **bound(text), "text": text} for each in terms if each.denominator == 1]
    return surely(text, [cast("Months", each) for each in entries], differs, unread)


KIND = Kind(
    name="months",
    within=within,
    read=read,
    keyed=True,
    differs=any_differs(differs),
    unread=unread,
    words={Months: say},
)
