"""Dates as people print them: 2020年03月25日 11:31, 2020/3/25, 二〇二〇年三月."""

from __future__ import annotations

import re

from qingdan.model import dates
from qingdan.model.figures import number
from qingdan.model.folding import folded

_HAN = "一二三四五六七八九十零〇"
_CLOCK = r"(?:\s*T?\s*[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
_PRINTED = re.compile(
    rf"(?P<year>[12][0-9]{{3}}|[{_HAN}]{{4}})\s*年(?:\s*(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,3}})\s*月"
    rf"(?:\s*(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})\s*[日号]{_CLOCK})?)?"
)
_SIGNED = re.compile(rf"(?P<year>[12][0-9]{{3}})([-/.])(?P<month>[0-9]{{1,2}})(?:\2(?P<day>[0-9]{{1,2}}){_CLOCK})?")


def read(text: str) -> str:
    """A date as files state it, to the day, the month or the year; empty where a text is none. The hour is left away.

    >>> read("2020年03月25日 11:31"), read("2020/3/5"), read("二〇二〇年三月"), read("2020-02-30"), read("3月5日")
    ('2020-03-25', '2020-03-05', '2020-03', '', '')
    """
    plain = folded(text).strip()
    match = _PRINTED.fullmatch(plain) or _SIGNED.fullmatch(plain)
    if not match:
        return ""
    parts = [_figure(part) for part in (match["year"], match["month"], match["day"]) if part]
    stated = "-".join(f"{part:02d}" for part in parts)
    return stated if dates.parse(stated) else ""


def _figure(text: str) -> int:
    return int(text) if text.isascii() else int(number(text) or 0)
