"""When an office is open, as printed: hours of the afternoon on a clock of twelve become those of twenty-four."""

from __future__ import annotations

import re

_TIME = r"(?<![0-9:：])(?:1[0-2]|0?[1-9])[:：][0-5][0-9](?![0-9:：])"
_AFTERNOON = re.compile(rf"(?<=下午)\s*(?P<from>{_TIME})\s*(?P<to>[-—–~～至到]+)\s*(?P<until>{_TIME})")
_HALF_A_DAY, _LATEST = 12 * 60, 19 * 60


def read(text: str) -> str:
    """The hours, with those of the afternoon on a clock of twenty-four, where they are on one of twelve for certain.

    That is where 下午 stands before both ends, the later one is the later one, and the office closes by evening.

    >>> read("上午8:30-11:30,下午2:30-5:30"), read("8:30-12:00;2:30-5:30"), read("下午14:30-5:30")
    ('上午8:30-11:30,下午14:30-17:30', '8:30-12:00;2:30-5:30', '下午14:30-5:30')
    """
    return _AFTERNOON.sub(_as_24, " ".join(text.split()))


def _as_24(match: re.Match[str]) -> str:
    begin, end = _minutes(match["from"]) + _HALF_A_DAY, _minutes(match["until"]) + _HALF_A_DAY
    if not begin < end <= _LATEST:
        return match[0]
    return f"{begin // 60}:{begin % 60:02d}{match['to']}{end // 60}:{end % 60:02d}"


def _minutes(time: str) -> int:
    hour, minute = re.split("[:：]", time)
    return int(hour) % 12 * 60 + int(minute)
