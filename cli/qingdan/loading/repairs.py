"""What was probably meant by a value of the wrong form: dates, fractions, ids, quotes, texts where a list is wanted."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from typing import get_args

from qingdan.loading.meanings import unit_meant
from qingdan.model.base import AreaCode, Date, Id, ItemId
from qingdan.model.fields import of_model
from qingdan.model.folding import folded
from qingdan.model.parts import Channel, Fee, Material, Step
from qingdan.model.values import Citation, Condition, Count, Fraction, Limit, Member
from qingdan.reading.scalars import is_text

_QUOTES = "“”„‘’＂「」『』"
_DAY = re.compile(r"([12][0-9]{3})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月?)(?:[ T]0{1,2}:00(?::00)?)?")
_COMPACT = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
#: The day before day 1 of a spreadsheet, which takes 1900 for a leap year; and the days between 1980 and 2100.
_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(29221, 73051)
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=][^:#,\[\]{}\n\"']*")
_LIMIT = re.compile(r"([0-9]{1,4})\s*(个工作日|工作日|个自然日|自然日|个月|月|日|天|年|小时|个小时)(?:内|以内|内办结)?")
_NUMBER = re.compile(r"[^0-9.\-]{0,6}([0-9]{1,9})[^0-9.\-]{0,6}")
#: What separates the thousands of a number.
_THOUSANDS = re.compile(r"(?<=[0-9])[,_'](?=[0-9]{3}(?![0-9]))")
#: List → the key under which its entries hold a text.
_TEXT_OF = {
    **dict.fromkeys(of_model(Member), "text"),
    **dict.fromkeys(of_model(Material, Step, Channel), "name"),
    **dict.fromkeys(of_model(Citation), "title"),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """What to write instead, and a word for why the value has the form it has."""

    hint: str
    text: str


def expression(form: object) -> str:
    """The pattern of an annotated string, such as ``Date``."""
    return str(get_args(form)[1].expression)


DATE, FRACTION, ID, ITEM_ID, AREA = map(expression, (Date, Fraction, Id, ItemId, AreaCode))


def of_form(pattern: str, found: str) -> Repair:
    """What was probably meant by a text that lacks the form of its field; empty where nobody can say."""
    bare = folded(found.strip().strip(_QUOTES)).strip()
    if bare != found and re.fullmatch(pattern, bare):
        return Repair("quotes" if found.strip()[:1] in _QUOTES else "", bare)
    if pattern == DATE:
        return of_date(bare)
    if pattern == FRACTION:
        return Repair("", fraction(bare))
    if pattern in (ID, ITEM_ID):
        joined = re.sub(r"[\s_.]+", "-", bare)
        joined = joined.lower() if pattern == ID else joined.upper()
        return Repair("", joined if re.fullmatch(pattern, joined) else "")
    return Repair("line" if re.search(r"[\n\r\t]", found) else "", "")


def of_date(text: str) -> Repair:
    """A date in another writing, or the number of a day as spreadsheets keep it."""
    if text.isdecimal() and len(text) == 5 and int(text) in _SERIALS:
        return Repair("excel", str(_EPOCH + datetime.timedelta(days=int(text))))
    match = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return Repair("", "")
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return Repair("", "")
    return Repair("", f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else ""))


def fraction(text: str) -> str:
    """A percentage, or a decimal of at most two places, as an exact fraction."""
    if match := re.fullmatch(r"([0-9]{1,4})%", text):
        return f"{match[1]}/100"
    if match := re.fullmatch(r"([0-9]{1,3})\.([0-9]{1,2})", text):
        return f"{int(match[1]) * 100 + int(match[2].ljust(2, '0'))}/100"
    if match := re.fullmatch(r"([0-9]{1,9})\s*[/:]\s*([1-9][0-9]{0,8})", text):
        return f"{match[1]}/{match[2]}"
    return ""


def number(text: str) -> str:
    """The one whole number in a text such as ``3个``."""
    match = _NUMBER.fullmatch(_THOUSANDS.sub("", folded(text)))
    return str(int(match[1])) if match else ""


def written(text: str) -> str:
    """A text as a YAML scalar that also fits between braces: plain where it can be, in double quotes where not."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and is_text(text) and text not in ("yes", "no", "on", "off")
    return text if plain else json.dumps(text, ensure_ascii=False)


def shaped(field: str, found: object) -> str:
    """A single value put into the shape that a field of an item has; ``""`` where it is not clear how.

    Args:
        field: Name of the field, such as ``promised_limit``.
        found: A text or a number that stands where a list or a mapping is wanted.
    """
    text = str(found).strip()
    if field in of_model(Fee):
        free = any(word in text for word in ("不收", "免费", "否", "无"))
        return f'{{charged: "{"no" if free else "yes"}"}}' if free or text in ("收费", "是") else ""
    if field in of_model(Material) and text in ("无", "没有", "不需要", "无需材料", "无需提供材料"):
        return "[]"
    if field in of_model(Count):
        amount = number(text)
        return f"[{{amount: {amount}}}]" if amount else ""
    if field in of_model(Limit):
        return _limit(folded(text))
    if field in ("notes", "aliases", "known_in_part") and isinstance(found, str):
        return f"[{written(text)}]"
    entry_text = entry(field, found)
    return f"[{entry_text}]" if entry_text else ""


def entry(field: str, found: object) -> str:
    """A text that stands for one entry of a list, put into the shape of such an entry."""
    if not isinstance(found, str) or not found.strip() or found.strip() in ("无", "没有"):
        return ""
    if field in of_model(Condition):
        return f"{{any_of: [{{text: {written(found)}}}]}}"
    return f"{{{_TEXT_OF[field]}: {written(found)}}}" if field in _TEXT_OF else ""


def _limit(text: str) -> str:
    match = _LIMIT.fullmatch(text)
    if match:
        return f"[{{amount: {int(match[1])}, unit: {unit_meant(match[2])}}}]"
    return f"[{{unit: {unit_meant(text)}}}]" if unit_meant(text) == "immediate" else ""
