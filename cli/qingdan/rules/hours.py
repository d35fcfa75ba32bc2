"""Opening hours: times that exist and stand in order, and the days on which they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qingdan.loading.catalogue import Effective
from qingdan.model.folding import folded
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, RuleContext, at
from qingdan.rules.tables import hit

HOURS = ("contact.hours", "channels[].hours")

_FROM_TO = r"\s*(?:-+|~+|至|到)\s*"
#: 9:00, 9点, 9点半, 9时30分; and figures that lost their colon.
_TIME = (
    r"(?P<{0}h>[0-9]{{1,2}})(?:\s*:\s*(?P<{0}m>[0-9]{{1,2}})|\s*[点时](?:(?P<{0}n>[0-9]{{1,2}})分?|(?P<{0}half>半))?)"
)
_RANGE = re.compile(
    rf"(?P<before>次日|第二[天日]|翌日|早上|上午|中午|下午|晚上?|凌晨)?(?<![0-9:.]){_TIME.format('a')}{_FROM_TO}"
    rf"(?P<night>次日|第二[天日]|翌日|次晨|凌晨)?(?P<behind>早上|上午|中午|下午|晚上?)?\s*{_TIME.format('b')}(?![0-9:])"
)
_SINGLE = re.compile(rf"(?<![0-9:.]){_TIME.format('a')}(?![0-9:])")
_LOST_COLON = re.compile(
    rf"(?<![0-9:.\-年月日号])(?P<lost>[0-2]?[0-9][0-5][0-9])(?={_FROM_TO}(?:[0-9]{{1,2}}:[0-9]{{2}}|[0-2]?[0-9][0-5][0-9](?![0-9年])))"
    rf"|(?<=[0-9]:[0-9][0-9][-~至到])(?P<late>[0-2]?[0-9][0-5][0-9])(?![0-9:])"
)
_OPEN_END = re.compile(r"[0-9]{1,2}:[0-9]{2}\s*(?:-+|~+|至|到)\s*(?=[,，;；。、)]|$)")
#: Where the night is part of the hours: machines, halls with self-service, people on call.
_NIGHT = re.compile("自助|值班|夜|通宵|24 ?小时|全天|次日|翌日")
_DAYS = re.compile(
    "工作日|双休日|周|星期|礼拜|每天|每日|天天|全年|全天|无休|节假日|24 ?小时|每月|每季|每年|月[初末底]|[上中下]旬"
    "|农历|阴历|初[一二三四五六七八九十]|逢|[赶集圩墟街]日|集市|赶[集场街圩]|当天|当日|随时|预约"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|(?<![至到\\-~0-9])[0-9]{1,2}月[0-9]{1,2}[日号](?!\\s*(?:[至到\\-~]|起|以?[前后]))"
)


class Wrong(NamedTuple):
    """What is wrong with a time or a range: ``time``, ``order``, ``same``, ``colon`` or ``open``."""

    problem: str
    found: str
    meant: str = ""


def wrong(hours: str) -> Wrong | None:
    """The first time of a text that does not exist, or range that ends before or when it begins.

    >>> wrong("17:00-9:00"), wrong("工作日 9:00-12:00，下午2:30-5:30")
    (Wrong(problem='order', found='17:00-9:00', meant=''), None)
    >>> wrong("900-12:00")
    Wrong(problem='colon', found='900', meant='9:00')
    """
    text = re.sub("[‐‑‒–—―−]+", "-", folded(hours)).replace("～", "~")
    if lost := _LOST_COLON.search(text):
        figures = lost["lost"] or lost["late"]
        return Wrong("colon", figures, f"{int(figures[:-2])}:{figures[-2:]}")
    for match in _SINGLE.finditer(text):
        hour, minute = _parts(match, "a")
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            return Wrong("time", match[0])
    for match in _RANGE.finditer(text):
        if problem := _range_problem(match, text):
            return Wrong(problem, match[0].strip())
    end = _OPEN_END.search(text)
    return Wrong("open", end[0].strip()) if end else None


def _parts(match: re.Match[str], time: str) -> tuple[int, int]:
    half = 30 if match[f"{time}half"] else 0
    return int(match[f"{time}h"]), int(match[f"{time}m"] or match[f"{time}n"] or half)


def _range_problem(match: re.Match[str], text: str) -> str:
    """A range runs forward; by the twelve hours of a clock an afternoon may have smaller figures."""
    (hour, minute), (later, behind) = _parts(match, "a"), _parts(match, "b")
    start, end = hour * 60 + minute, later * 60 + behind
    if start == end:
        return "same"
    if start < end or match["night"] or _NIGHT.search(text):
        return ""
    twelve = later < 12 and end + 720 > start and (match["before"] or match["behind"] or hour in (11, 12))
    return "" if twelve else "order"


def days_said(hours: str) -> bool:
    """Whether hours say on which days they hold; a season is none: 夏季 has working days and others.

    >>> days_said("夏季：8:30-12:00；冬季：9:00-12:00"), days_said("每个赶集日 9:00-12:00"), days_said("农历初一、十五")
    (False, True, True)
    """
    return _DAYS.search(folded(hours)) is not None


def hours_without_days(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A time of day without the days on which it holds."""
    hours = subject.record.get("contact", {}).get("hours", "")
    if hours and re.search("[0-9]", hours) and not days_said(hours):
        yield at(subject, "contact", "hours", name="hours", args={"hours": hours[:60]})


def wrong_hours(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A time that does not exist, or a range that does not run forward."""
    for below, hours in stated(subject, *HOURS):
        if found := wrong(hours):
            args = {"field": str(below[0]), "found": found.found, "problem": found.problem}
            yield hit(subject, below, args=args, suggestions=(found.meant,) if found.meant else ())
