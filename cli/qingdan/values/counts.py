"""How often: of visits, of services in a year. Periods that cannot be made one of the other are not compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from qingdan.model.figures import Figure, figures
from qingdan.model.registry import plain
from qingdan.model.values import Count
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.linking import Linked, Linker, Node, text
from qingdan.values.printed import any_differs, heard, printed, rest, surely
from qingdan.words.said import Phrases

_PER_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}
_NO_VISIT = re.compile("零跑动?|(?:不用|无需|不必|免|零|0次?)(?:到?现场|跑|上门|到窗口)|不见面|全程网办")
#: Words that change nothing.
_KNOWN = re.compile(
    "同一职业同一等级(?:只能?享受一次|不(?:得)?重复(?:享受|补贴|申领)?)|每(?:个)?(?:人|年|月|季度?|周|户)|同一人|最多|至多|不超过|只能?|仅|"
    "跑|去|到|来|安置|现场|窗口|享受|办理|办事|联系|更新|公布|公开|申领|补贴|次数?|原则上|为|的|人|可"
)
_SAID = {"天": "day", "日": "day", "周": "week", "月": "month", "季": "quarter", "半年": "half_year", "年": "year"}
_EACH = re.compile("[每一](?:个)?(天|日|周|月|季|半年|年)")
_PERIODS = re.compile(
    "(?:[1一]年|年度|每年|每月|每季度|每周|当年|全年)内?(?=[0-9一二两三四五六七八九十]{1,3}次|最多|不超过)"
)
_EVERY = Phrases("value.every")


def within(a: list[Count], b: list[Count], context: Context) -> Answer:
    """Whether a is no more often than b."""
    return all_of(heard(any_of((_one(x, y) for y in b), no("more", str(x["amount"]))), x, b, unread) for x in a)


def _one(a: Count, b: Count) -> Answer:
    if a.get("per") != b.get("per"):
        rate_a, rate_b = _PER_YEAR.get(a.get("per", "")), _PER_YEAR.get(b.get("per", ""))
        if rate_a is None or rate_b is None:
            return maybe("period")
        return YES if a["amount"] * rate_a <= b["amount"] * rate_b else no("more", str(a["amount"]))
    return YES if a["amount"] <= b["amount"] else no("more", str(a["amount"]))


def differs(count: Count) -> bool:
    """Whether a number of times is not that of its text: 最多跑一次, 零跑动."""
    found = {end for each in printed(count, ("time",)) for end in (each.low, each.high)}
    if _NO_VISIT.search(count.get("text", "")):
        found.add(Fraction(0))
    return bool(found) and Fraction(count["amount"]) not in found


def unread(count: Count) -> str:
    """The words beside a number of times that are not read: 1次（资料不全的两次）."""
    amount = Fraction(count["amount"])
    none = (_NO_VISIT,) if not amount else ()

    def fits(figure: Figure) -> bool:
        return figure.unit == "time" and amount == figure.high == figure.low

    said = {_SAID[each] for each in _EACH.findall(plain(count.get("text", "")))}
    if said - {count.get("per", "")}:
        return plain(count["text"])  # 每月3次 beside three a year
    text = _PERIODS.sub("", plain(count.get("text", "")))
    return rest({**count, "text": text}, fits, *none, _KNOWN)


def say(entry: Count, speaker: Speaker) -> str:
    """How often."""
    period = _EVERY.get(entry.get("per", ""), speaker.lang)
    told = Phrases("value")("times", speaker.lang, period=period, amount=entry["amount"])
    return told.strip() + speaker.more(entry)


_AT = re.compile(r"\((?:窗口|现场)\)|^(?:窗口|现场):?[0-9一二两三]")


def read(text: str, context: Context) -> Count | None:
    """How often, as printed: 最多跑一次, 每月联系1次.

    >>> read("零跑动", None)
    {'amount': 0, 'text': '零跑动'}
    """
    said = {_SAID[each] for each in _EACH.findall(plain(text))}
    if _AT.search(plain(text)) or (not said and _PERIODS.search(plain(text))):
        return None  # once at the counter is not once in all, twice in all of a year not twice for ever
    per = {"per": said.pop()} if len(said) == 1 else {}
    amounts = [each.high for each in figures(text) if each.unit == "time" and each.high.denominator == 1]
    amounts += [Fraction(0)] if _NO_VISIT.search(plain(text)) else []
    return surely(
        text, [cast("Count", {"amount": int(each), **per, "text": text}) for each in amounts], differs, unread
    )


def linked(counts: list[Count], linker: Linker) -> Iterator[str]:
    """How often a person must come."""
    for count in counts:
        more: Node = {"qd:amount": count["amount"], "prefLabel": text(linker.say([count]))}
        if "case" in count:
            more["qd:case"] = count["case"]
        if "channel" in count:
            more["qd:channel"] = linker.concept("channel", count["channel"])
        yield linker.put("visits", str(sorted(count.items())), "qd:Visits", more)


KIND = Kind(
    name="counts",
    within=within,
    read=read,
    keyed=True,
    differs=any_differs(differs),
    unread=unread,
    words={Count: say},
    linked={Count: Linked(linked)},
)
