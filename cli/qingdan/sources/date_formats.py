"""How a workbook shows days and times, which it keeps as numbers: days since a first day, and parts of a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from qingdan.sources.format_codes import Section, Token
from qingdan.sources.grid import CellKind, Doubt

_DAY = 86400
#: The day after 9999-12-31: no workbook shows it or what follows.
_END = 2958466
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "一二三四五六日"
#: Letter → of how many its longest form that is understood is made.
_LONGEST = {"y": 4, "e": 4, "m": 3, "d": 2, "h": 2, "s": 2, "a": 4}


class Moment(NamedTuple):
    """What a cell shows, what it stands for, and what is doubtful about it.

    Attributes:
        text: What is shown.
        raw: ISO 8601: ``2025-06-01``, ``2025-06-01T08:30:00``, ``08:30:00``; a duration ``36:00:00``.
        kind: ``date``, ``time`` or ``duration``.
        doubts: ``day_end``.
    """

    text: str
    raw: str
    kind: CellKind
    doubts: tuple[Doubt, ...] = ()


def is_date(section: Section) -> bool:
    """Whether a section of a format shows numbers as days or times."""
    return section.has("date", "elapsed")


def moment(section: Section, value: Decimal, since_1904: bool) -> Moment | None:
    """A number as day or time.

    Args:
        section: Of the number format.
        value: What the cell holds.
        since_1904: The workbook counts days from 1904 and not from 1900.

    Returns:
        None where the number is no day.
    """
    tokens = _with_minutes(section.tokens)
    places = _places(tokens)
    if not 0 <= value < _END or places is None:
        return None
    seconds = (value * _DAY).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = int(seconds)
    doubts: tuple[Doubt, ...] = ("day_end",) if seconds == _DAY else ()
    clock = datetime.min + timedelta(seconds=whole % _DAY)
    if section.has("elapsed"):
        raw = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
        return Moment(_said(tokens, clock, seconds), raw, "duration", doubts)
    if not any(token.kind == "date" and token.text[0] in "ymdea" for token in tokens):
        raw = "24:00:00" if doubts else clock.strftime("%H:%M:%S")
        return Moment(_said(tokens, clock, seconds % _DAY), raw, "time", doubts)
    day = _day(whole // _DAY, since_1904)
    if day is None:
        return None
    day += timedelta(seconds=whole % _DAY)
    timed = bool(whole % _DAY) or any(token.kind == "date" and token.text[0] == "h" for token in tokens)
    raw = day.isoformat() if timed else day.date().isoformat()
    # what is not understood is shown as the day that it is
    return Moment(raw.replace("T", " ") if _odd(section) else _said(tokens, day, seconds), raw, "date")


def _odd(section: Section) -> bool:
    """Whether there is something that is not understood: names of months and weekdays depend on the computer."""
    return section.odd or any(
        (kind == "odd" and text != "/") or (kind == "date" and len(text) > _LONGEST[text[0]])
        for kind, text in section.tokens
    )


def _day(number: int, since_1904: bool) -> datetime | None:
    """The day of a number. 60 is the 29th of February 1900, which never was; 0 is none."""
    if since_1904:
        first = datetime(1904, 1, 1)
    elif number in (0, 60):
        return None
    else:
        first = datetime(1899, 12, 31) if number < 60 else datetime(1899, 12, 30)
    try:
        return first + timedelta(days=number)
    except OverflowError:
        return None


def _with_minutes(tokens: tuple[Token, ...]) -> list[Token]:
    """The tokens; m behind hours and before seconds is minutes, written ``n``."""
    known = [at for at, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    made = list(tokens)
    for place, at in enumerate(known):
        if tokens[at].kind != "date" or tokens[at].text not in ("m", "mm"):
            continue
        before = tokens[known[place - 1]].text[0] if place else ""
        after = tokens[known[place + 1]].text[0] if place + 1 < len(known) else ""
        if before == "h" or after == "s":
            made[at] = Token("date", "n" * len(tokens[at].text))
    return made


def _places(tokens: list[Token]) -> int | None:
    """Digits behind the seconds; None where there are digits elsewhere, too."""
    digits = sum(token.kind == "digit" for token in tokens)
    if not digits:
        return 0
    points = [at for at, token in enumerate(tokens) if token.kind == "point"]
    seconds = [at for at, token in enumerate(tokens) if token.kind in ("date", "elapsed") and token.text[0] == "s"]
    return digits if digits <= 3 and seconds and points == [seconds[-1] + 1] else None


def _said(tokens: list[Token], moment: datetime, seconds: Decimal) -> str:
    halves = any(token.kind == "half" for token in tokens)
    places = sum(token.kind == "digit" for token in tokens)
    fraction = f"{seconds % 1:.{places}f}"[2:] if places else ""
    said = ""
    for kind, text in tokens:
        if kind == "half":
            early, late = ("上午", "下午") if text.startswith("上") else ("AM", "PM")
            said += late if moment.hour >= 12 else early
        elif kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
            said += str(int(seconds) // unit).zfill(len(text))
        elif kind == "date":
            said += _part(text, moment, halves)
        elif kind == "point" and fraction:
            said += f".{fraction}"
        elif kind in ("literal", "point", "comma", "percent") or text == "/":
            said += text
    return said


def _part(text: str, moment: datetime, halves: bool) -> str:
    """One part of a day or a time."""
    letter, length = text[0], len(text)
    if letter in "ye":
        return f"{moment.year:04d}" if length > 2 or letter == "e" else f"{moment.year % 100:02d}"
    if letter == "m" and length == 3:
        return _MONTHS[moment.month - 1]
    if letter == "a":
        return f"{'星期' if length == 4 else ''}{_WEEKDAYS[moment.weekday()]}"
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[letter]
    return f"{number:02d}" if length > 1 else str(number)
