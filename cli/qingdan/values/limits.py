"""Limits of time: a is within b if a takes no longer than b whatever day it starts on.

Working days, calendar days, months and years are compared by the bounds of what they can span, and where these leave it
open by the known calendar. A bare ``day`` is read both ways and decides only where both readings agree, unless a law
says that it means a working day.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from qingdan.model.declarations import declaration
from qingdan.model.figures import figures
from qingdan.model.registry import plain
from qingdan.model.values import Inclusion, Limit, Unit
from qingdan.values import calendar, printed_limits
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.linking import Linked, Linker, Node, text
from qingdan.values.printed import heard, surely
from qingdan.values.printed_limits import USUAL_START
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: The units in which a limit is stated.
_UNITS: tuple[Unit, ...] = get_args(Unit)
#: Shortest and longest run of calendar days in one unit, whatever the calendar says.
_SPAN = {"working_day": (1, sys.maxsize), "calendar_day": (1, 1), "month": (28, 31), "year": (365, 366)}
_says = Phrases("value")
DURATIONS = Phrases("value.duration")
_INCLUSIONS = Phrases("value.inclusion")


def _units(limit: Limit, context: Context) -> tuple[str, ...]:
    if limit["unit"] == "day":
        return ("working_day",) if context.working_days else ("working_day", "calendar_day")
    return (limit["unit"],)


def _no_longer(a: Limit, b: Limit, a_unit: str, b_unit: str) -> Answer:
    """Whether a ≤ b when both units are settled."""
    if a_unit == "immediate":
        return YES
    if b_unit == "immediate":
        return no("longer") if a.get("amount", 1) > 0 else maybe("instant")
    if "amount" not in a or "amount" not in b:
        return maybe("no_amount")
    if a_unit == b_unit:
        return _order_of(a["amount"], b["amount"])
    if "hour" in (a_unit, b_unit):
        return _hours(a, b, a_unit, b_unit)
    return _spans(a["amount"], a_unit, b["amount"], b_unit)


#: Hours of a day, and those of a day of work: an office that promises 24 hours may mean three days of work.
_HOURS = {"calendar_day": 24, "working_day": 8}


def _hours(a: Limit, b: Limit, a_unit: str, b_unit: str) -> Answer:
    """Hours against days: decided where hours of the clock and hours of work give the same answer."""
    answers = []
    for unit, hours in _HOURS.items():
        # hours of a begun day count as that day where they must not be too many, and not where they must be
        amounts = ((a["amount"], a_unit), (b["amount"], b_unit))
        (x, x_unit), (y, y_unit) = ((-(-n // hours), unit) if of == "hour" else (n, of) for n, of in amounts)
        answers.append(_spans(x, x_unit, y, y_unit) if x_unit != y_unit else _order_of(x, y))
    return answers[0] if answers[0].verdict == answers[1].verdict else maybe("unit")


def _order_of(a: int, b: int) -> Answer:
    return YES if a <= b else no("longer")


def _spans(a: int, a_unit: str, b: int, b_unit: str) -> Answer:
    """Compare across working and calendar counting by what must hold on every start day.

    n working days take at least n calendar days; how many more depends on weekends and holidays.
    """
    shortest_a, longest_a = (a * days for days in _SPAN[a_unit])
    shortest_b, longest_b = (b * days for days in _SPAN[b_unit])
    if longest_a <= shortest_b:
        return YES
    if shortest_a > longest_b:
        return no("longer")
    share = calendar.share(a, a_unit, b, b_unit)
    if share is None:
        return maybe("calendar")
    if share.low == 1:
        return YES
    return no("longer") if share.high == 0 else Answer("maybe", "calendar", share=str(share))


def _inclusions(limit: Limit, key: str) -> set[tuple[str, int, str]]:
    rows: Iterable[Inclusion] = limit.get("includes", []) if key == "includes" else limit.get("excludes", [])
    return {(row["what"], row.get("amount", 0), row.get("unit", "")) for row in rows}


#: Events that come no earlier than that one.
_LATER = frozenset(("accepted", "materials-complete"))


def _same_frame(a: Limit, b: Limit) -> Answer:
    """The same start event and the same inclusions."""
    starts = a.get("start", USUAL_START), b.get("start", USUAL_START)
    if starts[0] != starts[1]:
        unsaid = ("start" not in a or "start" not in b) and not set(starts) <= {USUAL_START, *_LATER}
        return maybe("start_unsaid" if unsaid else "start")
    for key in ("includes", "excludes"):
        if _inclusions(a, key) != _inclusions(b, key):
            return maybe("inclusions")
    return YES


def _counted(a: Limit, b: Limit) -> bool:
    """Whether either limit counts something in or leaves it out."""
    return any(limit.get(key) for limit in (a, b) for key in ("includes", "excludes"))


def no_longer(a: Limit, b: Limit, context: Context) -> Answer:
    """Whether one limit is no longer than another, whatever the start day and whichever reading of a bare day."""
    if "unit" not in a or "unit" not in b:
        return YES if a == b else maybe("text_only")
    if a["unit"] == b["unit"] == "day" and not context.working_days:
        answer = _no_longer(a, b, "day", "day")  # both as printed: whichever it means, it means the same
    else:
        readings = [_no_longer(a, b, x, y) for x in _units(a, context) for y in _units(b, context)]
        verdicts = {reading.verdict for reading in readings}
        answer = readings[0] if len(verdicts) == 1 else maybe("day_unit")
    frame = _same_frame(a, b)
    if frame.verdict == "yes" or answer.verdict == "maybe":
        return answer
    # a limit that begins later and is longer all the same ends later for certain, and the other way round
    later_a, later_b = a.get("start", "") in _LATER, b.get("start", "") in _LATER
    usual_a, usual_b = (limit.get("start", USUAL_START) == USUAL_START for limit in (a, b))
    if answer.verdict == "no" and later_a and usual_b and not _counted(a, b):
        return answer
    if answer.verdict == "yes" and usual_a and later_b and not _counted(a, b):
        return answer
    # what is left out only makes the total longer, what is counted in only makes the rest shorter
    if frame.reason == "inclusions" and answer.verdict == "no" and not a.get("includes") and not b.get("excludes"):
        return answer
    return frame


def within(a: list[Limit], b: list[Limit], context: Context) -> Answer:
    """Whether the longest of a is no longer than some limit of b. Limits of single steps are left aside."""
    whole_a = [limit for limit in a if "step" not in limit]
    whole_b = [limit for limit in b if "step" not in limit]
    if not whole_a or not whole_b:
        return maybe("steps_only")
    return all_of(_within_any(each, whole_b, context) for each in whole_a)


def _within_any(limit: Limit, others: list[Limit], context: Context) -> Answer:
    """Whether a limit is no longer than one of others; a text that is not read to its end leaves it open."""
    if limit in others:
        return YES
    answer = any_of((no_longer(limit, other, context) for other in others), no("longer", _name(limit)))
    return heard(answer, limit, others, printed_limits.unread, _name(limit))


def _name(limit: Limit) -> str:
    return f"{limit.get('amount', '')}{limit.get('unit', '')}" or plain(limit.get("text", ""))


def say(entry: Limit, speaker: Speaker) -> str:
    """How long; with what it counts from where it is told as printed."""
    if "unit" not in entry:
        return visible(entry.get("text", ""))
    return _duration(entry, speaker.lang) + (_around(entry, speaker) if speaker.printed else "")


def _around(limit: Limit, speaker: Speaker) -> str:
    """From when a limit runs, what it counts in and what it leaves out, in brackets."""
    lang = speaker.lang
    start = speaker.names("event", limit.get("start", ""))
    told = [_says("from_start", lang, start=start)] if start else []
    for key, listed in (("includes", limit.get("includes", [])), ("excludes", limit.get("excludes", []))):
        told += [_says(key, lang, what=_inclusion(each, lang)) for each in listed]
    return bracketed(joined(told, lang), lang) if told else ""


def _inclusion(each: Inclusion, lang: Lang) -> str:
    length = f" {_duration(each, lang)}" if "unit" in each else ""
    return _INCLUSIONS(each["what"], lang) + length


def _duration(entry: Limit | Inclusion, lang: Lang) -> str:
    return DURATIONS(entry["unit"], lang, amount=entry.get("amount", "?"))


#: What is done in so many days, where nobody says that this is all: 受理5个工作日, 申请材料3个工作日.
_STEP = re.compile(
    "(?:受理|登记|申请|材料|资料|收件|审核|认定)\\s*[0-9０-９一二两三四五六七八九十](?!.*(?:办结|办理|办完))"
)
#: Words of what an office promises beside what it was, or what the law says.
_PROMISED = re.compile("承诺|法定|原(?!则)|压缩|缩短|提速|减少|优化")


#: By which way it takes so long, printed before a colon: 网上审核办结:5个工作日.
_BY = re.compile("(?P<way>网上|线上|在线|现场|线下|窗口)(?:申请|受理|审核|审批|办理|办结|服务|渠道|方式)*[:：](?=.)")
#: What a limit leaves out, printed beside it; holidays are left out of working days anyway.
_WITHOUT = re.compile("不(?:含|包括|包含|计)(?!(?:法定)?节假日)(?P<told>[^,，;；。()（）]+)")
_LEFT_OUT = re.compile("(?P<what>公示|专家评审|现场核查|实地核查|送达|补正)(?:期间?|时间|环节)?(?P<length>.{0,12})")
_PARTS: dict[str, Literal["publicity", "expert_review", "site_visit", "delivery", "correction"]] = {
    "公示": "publicity",
    "专家评审": "expert_review",
    "现场核查": "site_visit",
    "实地核查": "site_visit",
    "送达": "delivery",
    "补正": "correction",
}


def read(text: str, context: Context) -> Limit | None:
    """How long, as printed: 承诺3个工作日, 即办.

    >>> read("自受理之日起3个工作日内办结", None)
    {'amount': 3, 'unit': 'working_day', 'text': '自受理之日起3个工作日内办结'}
    >>> read("3个工作日，特殊情况延长至10个工作日", None) is None
    True
    """
    found = figures(text)
    if (len(found) > 1 and "法定" in text) or _STEP.search(text):
        return None  # whether the law's or the promised one is asked for, the whole or a step, stands elsewhere
    if _PROMISED.search(text) and declaration(context.element).better != "less":
        return None  # of what is promised nobody sees what the law says, or by when people must come
    more = _beside(text, context)
    if more is None:
        return None
    entries: list[Limit] = [{"unit": "immediate", **more, "text": text}]
    for each in found:
        if each.high.denominator == 1:
            named = (unit for unit in _UNITS if unit == each.unit)
            entries += [{"amount": int(each.high), "unit": unit, **more, "text": text} for unit in named]
    return surely(text, entries, printed_limits.differs, printed_limits.unread)


def _beside(text: str, context: Context) -> Limit | None:
    """By which way it takes so long and what it leaves out; ``None`` where either is said and not known."""
    more: Limit = {}
    if by := _BY.match(text):
        if not (channel := context.registries.vocabulary("channel").named(by["way"])):
            return None
        more["channel"] = channel
    for without in _WITHOUT.finditer(text):
        left_out = [_left_out(each) for each in re.split("[、和及]", without["told"])]
        if None in left_out:
            return None
        more["excludes"] = [*more.get("excludes", []), *filter(None, left_out)]
    return more


def _left_out(told: str) -> Inclusion | None:
    """A part of the time that does not count; ``None`` where it is not certain which part, or how long it is."""
    match = _LEFT_OUT.fullmatch(told)
    if not match:
        return None
    what = _PARTS[match["what"]]
    if not match["length"]:
        return {"what": what}
    lengths = figures(match["length"])
    unit = next((unit for unit in _UNITS if lengths and unit == lengths[0].unit), None)
    if len(lengths) != 1 or unit is None or lengths[0].low != lengths[0].high or lengths[0].high.denominator != 1:
        return None
    return {"what": what, "amount": int(lengths[0].high), "unit": unit}


_SEVERAL = re.compile(r"[;；。\n]+")


def several(text: str, context: Context) -> list[Limit] | None:
    """The limits of a text that says for each way how long it takes: 网上审核办结:5个工作日；现场办理:即时."""
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    found = [read(part, context) for part in parts] if len(parts) > 1 and all(map(_BY.match, parts)) else []
    stated = [each for each in found if each is not None]
    ways = {each.get("channel") for each in stated}
    return stated if stated and len(ways) == len(parts) else None


def linked(limits: list[Limit], linker: Linker) -> Iterator[str]:
    """Every limit of time with its unit as printed."""
    for limit in limits:
        more: Node = {"qd:kind": linker.element}
        for key in ("unit", "amount", "case", "step"):
            if key in limit:
                more[f"qd:{key}"] = limit[key]
        for key, vocabulary in (("channel", "channel"), ("start", "event")):
            if key in limit:
                more[f"qd:{key}"] = linker.concept(vocabulary, limit[key])  # type: ignore[literal-required]
        more["prefLabel"] = text(linker.say([limit]))
        yield linker.put("limit", f"{linker.element} {sorted(limit.items())}", "qd:Limit", more)


KIND = Kind(
    name="limits",
    within=within,
    read=read,
    several=several,
    keyed=True,
    differs=printed_limits.differ,
    unread=printed_limits.unread,
    words={Limit: say, Inclusion: say},
    linked={Limit: Linked(linked)},
)
