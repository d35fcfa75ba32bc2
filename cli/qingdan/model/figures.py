"""The figures that a text prints: how much, of what, in Arabic or Chinese numerals. The one reader of printed figures.

A figure is a number with its unit behind it. Dates, ordinals and places in a month are none (第3个工作日, 每月15日前,
次月前5个工作日): they say when, not how long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from qingdan.model import folding


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure.

    Attributes:
        low: The smaller end of a range; the same as ``high`` where there is one number only.
        high: The larger end: of a range of time it is what is promised.
        unit: ``working_day``, ``calendar_day``, ``day`` (日, 天), ``week``, ``month``, ``year``, ``hour``, ``yuan``,
            ``time`` (次) or ``part`` (shares of one).
    """

    low: Fraction
    high: Fraction
    unit: str


_DIGITS = {sign: int(n) for signs in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for n, sign in enumerate(signs)}
_DIGITS |= {"两": 2, "俩": 2}
_TENS = {"廿": 20, "卅": 30}
_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_FACTORS = {**_POWERS, **_MYRIADS, "": 1}
#: What stands alone before a unit is the head of a column and no number: 万元, 千元.
_HEADS = frozenset("百佰千仟万亿")
_ONES = 10
_HAN = "".join((*_DIGITS, *_TENS, *_POWERS, *_MYRIADS))
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?"
_MIXED = rf"(?:(?:{_ARABIC})[十百千万亿])+(?:{_ARABIC})?"
_NUMBER = rf"(?:{_MIXED}|{_ARABIC}|[{_HAN}]{{1,12}}|半)"
#: Printed unit → unit, and how many of it one printed unit is.
_UNITS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("工作日", "工作天"), ("working_day", Fraction(1))),
    **dict.fromkeys(("自然日", "日历日", "日历天"), ("calendar_day", Fraction(1))),
    **dict.fromkeys(("日", "天"), ("day", Fraction(1))),
    **dict.fromkeys(("周", "星期"), ("week", Fraction(1))),
    "月": ("month", Fraction(1)),
    "季度": ("month", Fraction(3)),
    **dict.fromkeys(("年", "周年"), ("year", Fraction(1))),
    **dict.fromkeys(("小时", "钟头"), ("hour", Fraction(1))),
    **dict.fromkeys(("分钟",), ("hour", Fraction(1, 60))),
    **dict.fromkeys(("元", "块钱"), ("yuan", Fraction(1))),
    **dict.fromkeys(("次", "趟", "回"), ("time", Fraction(1))),
    "%": ("part", Fraction(1, 100)),
    "成": ("part", Fraction(1, 10)),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
#: 周岁 is an age, 月份 and 年度 are names of spans, 一次性 and 日常 are words, 15日前 is a day of the calendar.
_WHOLE_UNIT = (
    rf"(?P<each>\(?个\)?)?(?:\((?=个?(?:{_UNIT})\))个?)?(?P<unit>{_UNIT})(?P<half>半)?"
    "(?![岁龄份性级常素额次期度]|之?前)"
)
_FIGURE = re.compile(
    r"(?P<before>第|每|(?<!提)前|[上下次当本][月年]|[月年./\-])?(?<![0-9.])(?<![0-9],)(?<![0-9] )"
    rf"(?P<low>{_NUMBER})(?:\((?P<again>{_NUMBER})\))?"
    rf"(?:个?(?P<own>{_UNIT})?(?:-|~|—|–|至|到)(?P<high>{_NUMBER}))?(?P<mid>个半)?"
    rf"{_WHOLE_UNIT}"
)
_PARTS = re.compile(
    rf"(?P<below>百|{_NUMBER})分之(?P<above>{_NUMBER})|(?<![0-9/])(?P<a>[0-9]+)/(?P<b>[1-9][0-9]*)(?![0-9/])|一半"
)
#: A year of the calendar, not a span of years.
_FIRST_YEAR = 100
#: 十二月 is a month of the calendar and 一季度 the first quarter; 十二个月 and 一个季度 are spans.
_NAMED = {"月": 12, "季度": 4}
#: Spaces that are not between two numbers: 1 5个工作日 is not known to be fifteen.
_SPACES = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
#: Units before whose number a word says which one of many it is: 每月15日, 前5个工作日, 第3个月.
_POSITIONS = ("day", "working_day", "calendar_day", "week", "month", "year")


def number(text: str) -> Fraction | None:
    """A number in Arabic or Chinese numerals, mixed as in 3万5千; ``None`` where the text is none.

    >>> number("1,500"), number("廿"), number("一万二千"), number("2.5万"), number("半")
    (Fraction(1500, 1), Fraction(20, 1), Fraction(12000, 1), Fraction(25000, 1), Fraction(1, 2))
    """
    if text == "半":
        return Fraction(1, 2)
    if text[:1].isascii():
        pieces = [
            (Fraction(each.replace(",", "")), _FACTORS[power])
            for each, power in re.findall(rf"({_ARABIC})([十百千万亿]?)", text)
        ]
        for (_, above), (n, factor) in pairwise(pieces):
            # 1万2 is twelve thousand or ten thousand and two, 1万2万 no number at all
            if n * factor >= above or (factor == 1 and n < _ONES < above):
                return None
        return sum((n * factor for n, factor in pieces), Fraction(0))
    return _han(text)


def _han(text: str) -> Fraction | None:
    """Chinese numerals: 二十五, 廿五, 一百零三, 一万二千, and digit by digit 二〇二五."""
    if not text or any(char not in _HAN for char in text):
        return None
    if len(text) > 1 and all(char in _DIGITS for char in text):  # 二〇二五
        return Fraction("".join(str(_DIGITS[char]) for char in text))
    total, section, digit, last = 0, 0, None, 1
    for char in text:
        if char in _DIGITS:
            if digit:  # 三五百 is from three to five hundred
                return None
            digit = _DIGITS[char]
        elif char in _TENS:
            section, digit, last = section + _TENS[char], None, 10
        elif char in _POWERS:
            section, digit, last = section + (1 if digit is None else digit) * _POWERS[char], None, _POWERS[char]
        else:
            total, section, digit = (total + section + (digit or 0) or 1) * _MYRIADS[char], 0, None
            last = _MYRIADS[char]
    if digit:  # 一百五 is one hundred and fifty, 一万二 twelve thousand, 十五 fifteen
        section += digit * (last // 10 if last > 10 and "零" not in text and "〇" not in text else 1)
    return Fraction(total + section)


@lru_cache(maxsize=8192)  # the same few texts stand in every list
def figures(text: str) -> tuple[Figure, ...]:
    """All figures of a text, in order.

    >>> [(int(each.high), each.unit) for each in figures("自受理之日起三至五个 工作日内，公示7日")]
    [(5, 'working_day'), (7, 'day')]
    >>> figures("每月15日前"), figures("2025年起"), figures("第3个工作日")
    ((), (), ())
    """
    return tuple(figure for figure, _, _ in located(text)[1])


@lru_cache(maxsize=8192)
def located(text: str) -> tuple[str, tuple[tuple[Figure, int, int], ...]]:
    """The text as it is read, folded and without spaces, and its figures in order, each with its beginning and end."""
    folded = _SPACES.sub("", folding.folded(folding.signs_apart(text)))
    return folded, (*_with_units(folded), *_parts(folded))


def _with_units(text: str) -> Iterator[tuple[Figure, int, int]]:
    for match in _FIGURE.finditer(text):
        unit, factor = _UNITS[match["unit"]]
        low, high = _ends(match["low"], match["high"])
        if low is None or high is None or (unit in _POSITIONS and match["before"]):
            continue
        if match["low"] in _HEADS or (match["again"] and number(match["again"]) != low):
            continue
        if low > high and (match["own"] or match["unit"]) == match["unit"]:  # 10-5个工作日 is a slip or no range
            continue
        if unit == "year" and (high >= _FIRST_YEAR or match["mid"]):  # 一个半年 is half a year, or one and a half
            continue
        if not (match["each"] or match["mid"]) and high <= _NAMED.get(match["unit"], -1):
            continue
        more = Fraction(1, 2) if match["half"] or match["mid"] else Fraction(0)
        yield Figure((low + more) * factor, (high + more) * factor, unit), match.start("low"), match.end()


def _ends(low: str, high: str | None) -> tuple[Fraction | None, Fraction | None]:
    """Both ends of a range; 三五天 is one, too."""
    if high is None and len(low) == 2 and all(char in _DIGITS and _DIGITS[char] for char in low):
        low, high = low[0], low[1]
    return number(low), number(high or low)


def _parts(text: str) -> Iterator[tuple[Figure, int, int]]:
    """Shares: 三分之二, 百分之六十, 2/3, 一半."""
    for match in _PARTS.finditer(text):
        if match["below"]:
            below = Fraction(100) if match["below"] == "百" else number(match["below"])
            above = number(match["above"])
        else:
            above, below = Fraction(match["a"] or 1), Fraction(match["b"] or 2)
        if above is not None and below:
            yield Figure(above / below, above / below, "part"), match.start(), match.end()
