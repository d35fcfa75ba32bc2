"""Limits whose number stands in one column and whose unit in the one beside it, as tables for exchange have them."""

from __future__ import annotations

import re

#: A number by itself.
_NUMBER = re.compile("0|[1-9][0-9]{0,3}")
#: A unit in words, so that it can stand behind a number: 月 behind a number is a month of the year.
_WORDS = {**{each: each for each in ("工作日", "自然日", "日", "天", "小时", "年")}, "月": "个月"}
#: What may stand around the word: 个工作日, 自然日（天）.
_AROUND = re.compile(r"个|[（(][日天][)）]|\s")
#: What a heading says in brackets at its end.
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位)?[:：]?\s*([^（）()]+?)\s*[）)]\s*$")
#: Codes, one or several: of which set they are nobody can tell.
_CODES = re.compile(r"[0-9]{1,2}(?:\s*[,，;；、^|]\s*[0-9]{1,2})*")
#: The elements of which systems write codes where people write words.
_CODED = frozenset(("audience", "levels", "channels"))


def with_unit(number: str, unit: str) -> str:
    """A number with its unit in words; empty where either is none, such as a unit that is a code.

    >>> with_unit("10", "工作日"), with_unit("3", "月"), with_unit("10", "1"), with_unit("10工作日", "工作日")
    ('10工作日', '3个月', '', '')
    """
    word = _WORDS.get(_AROUND.sub("", unit), "")
    return number.strip() + word if word and _NUMBER.fullmatch(number.strip()) else ""


def in_heading(heading: str) -> str:
    """The unit that a heading says in brackets; empty where it says none.

    >>> in_heading("承诺办结时限（工作日）"), in_heading("到现场次数"), in_heading("承诺时限（天）")
    ('工作日', '', '天')
    """
    match = _IN_BRACKETS.search(heading)
    return match[1] if match and _AROUND.sub("", match[1]) in _WORDS else ""


def bare_codes(text: str, target: str) -> bool:
    """Whether a text holds nothing but codes where people write words.

    >>> bare_codes("1,2", "audience"), bare_codes("自然人", "audience"), bare_codes("12345", "contact.phone")
    (True, False, False)
    """
    return target in _CODED and bool(_CODES.fullmatch(text.strip()))
