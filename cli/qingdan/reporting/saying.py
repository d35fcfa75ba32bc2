"""A value of an element as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qingdan.model.declarations import declaration
from qingdan.reporting.escape import visible
from qingdan.reporting.words import Lang, bracketed, joined

_UNITS: dict[str, tuple[str, str]] = {
    "working_day": ("个工作日", " working day(s)"),
    "calendar_day": ("个自然日", " calendar day(s)"),
    "day": ("日", " day(s)"),
    "month": ("个月", " month(s)"),
    "year": ("年", " year(s)"),
    "hour": ("小时", " hour(s)"),
    "immediate": ("即时", "immediate"),
}
_PERIODS: dict[str, tuple[str, str]] = {
    "once": ("一次性", "once"),
    "day": ("每日", "a day"),
    "week": ("每周", "a week"),
    "month": ("每月", "a month"),
    "quarter": ("每季度", "a quarter"),
    "half_year": ("每半年", "a half-year"),
    "year": ("每年", "a year"),
}
_BOUNDS: dict[str, tuple[str, str]] = {"max": ("最高 ", "at most "), "min": ("最低 ", "at least ")}
_TIME_BOUNDS: dict[str, tuple[str, str]] = {"max": ("最长 ", "at most "), "min": ("最短 ", "at least ")}
_PER = ("/", " per ")
_INCLUSIONS: dict[str, tuple[str, str]] = {
    "publicity": ("公示", "publication"),
    "expert_review": ("专家评审", "expert review"),
    "site_visit": ("实地核查", "site visit"),
    "delivery": ("送达", "delivery"),
    "correction": ("补正", "correction"),
    "other": ("其他", "other"),
}
#: What stands in the wording of a criterion for its number.
_SOME = "若干"


def say(
    value: Any, lang: Lang, names: Mapping[str, str] | None = None, element: str = "", *, printed: bool = False
) -> str:
    """A value as a person would say it, on one line.

    Args:
        value: The value of an element, or one entry of it.
        lang: ``zh`` or ``en``.
        names: Ids of registries → names.
        element: The element, where it is known: three of months is three months, three of visits is three times.
        printed: In the words of the text that was entered, where it is kept: they may say more than what is compared.

    >>> say([{"amount": 3, "unit": "working_day"}], "zh")
    '3 个工作日'
    >>> say([{"amount": 12, "bound": "max"}], "zh", element="months")
    '最长 12 个月'
    >>> say([{"amount": 3, "unit": "working_day", "text": "材料齐全后3个工作日"}], "zh", printed=True)
    '材料齐全后3个工作日'
    """
    names = names or {}
    if value is None:
        return "没有写" if lang == "zh" else "not stated"
    entries = value if isinstance(value, list) else [value]
    if element and declaration(element).kind == "months":
        entries = [{**entry, "unit": "month"} if "amount" in entry else entry for entry in entries]
    return joined([_one(entry, lang, names, printed) for entry in entries], lang) or ("无" if lang == "zh" else "none")


def called(member: object, names: Mapping[str, str], lang: Lang) -> str:
    """A member of a list by name: its id in a registry, its text, or several of which one is enough, ``a|b``."""
    return visible(("或" if lang == "zh" else " or ").join(names.get(part, part) for part in str(member).split("|")))


def _one(entry: Any, lang: Lang, names: Mapping[str, str], printed: bool) -> str:
    if not isinstance(entry, dict):
        return visible(str(entry))
    pick = 0 if lang == "zh" else 1
    if printed and entry.get("text"):
        return visible(str(entry["text"]))
    if "charged" in entry:
        return (("收费", "charged") if entry["charged"] == "yes" else ("不收费", "free"))[pick]
    if "any_of" in entry and "name" not in entry:
        return _alternatives([_one(each, lang, names, printed) for each in entry["any_of"]], pick)
    bound = (_TIME_BOUNDS if "unit" in entry else _BOUNDS).get(entry.get("bound", ""), ("", ""))[pick]
    if "unit" in entry:
        return bound + _duration(entry, pick) + (_around(entry, lang, names) if printed else "")
    if "yuan" in entry:
        per = f"{_PER[pick]}{visible(entry['per'])}" if "per" in entry else ""
        return bound + _money(entry["yuan"], entry.get("fen", 0), lang) + per
    if "value" in entry and "/" in str(entry["value"]):
        return _share(entry, bound, pick)
    if "until" in entry:
        until = names.get(str(entry["until"]), str(entry.get("text", entry["until"])))
        return ("到", "until ")[pick] + visible(until)
    if "amount" in entry:
        period = _PERIODS.get(entry.get("per", ""), ("", ""))[pick]
        return f"{period} {entry['amount']} 次".strip() if lang == "zh" else f"{entry['amount']} times {period}".strip()
    shown = names.get(str(entry.get("id", "")), "") or entry.get("name") or entry.get("text") or entry.get("id")
    shown = shown or names.get(str(entry.get("kind", "")), "") or entry.get("number") or entry.get("title") or ""
    if "value" not in entry:
        return visible(str(shown))
    number = str(entry["value"])
    return visible(str(shown).replace(_SOME, number) if _SOME in str(shown) else f"{shown}（{number}）")


def _alternatives(told: list[str], pick: int) -> str:
    """What is met by any one of several: two are joined by a word, more are told to be a list."""
    if len(told) < 3:
        return ("或", " or ")[pick].join(told)
    return ("符合其中一项：", "any one of: ")[pick] + ("；", "; ")[pick].join(told)


def _around(limit: Mapping[str, Any], lang: Lang, names: Mapping[str, str]) -> str:
    """From when a limit runs, what it counts in and what it leaves out, in brackets."""
    pick = 0 if lang == "zh" else 1
    start = names.get(str(limit.get("start", "")), "")
    told = [f"从{start}起" if pick == 0 else f"from {start}"] if start else []
    for key, words in (("includes", ("含", "with ")), ("excludes", ("不含", "without "))):
        told += [words[pick] + _inclusion(each, pick) for each in limit.get(key, ())]
    return bracketed(joined(told, lang), lang) if told else ""


def _inclusion(each: Mapping[str, Any], pick: int) -> str:
    length = f" {_duration(each, pick)}" if "unit" in each else ""
    return _INCLUSIONS[each["what"]][pick] + length


def _money(yuan: int, fen: int, lang: Lang) -> str:
    """A sum; large round ones in ten thousands, as documents print them in Chinese."""
    if lang == "zh" and yuan >= 10_000 and not yuan % 1000 and not fen:
        return f"{yuan / 10_000:g} 万元"
    money = f"{yuan}.{fen:02d}" if fen else f"{yuan}"
    return f"{money} 元" if lang == "zh" else f"{money} yuan"


def _share(entry: Mapping[str, Any], bound: str, pick: int) -> str:
    """A ratio: in percent where it is one of a hundred, with what it is a part of."""
    limit = {"max": ("不超过", "at most "), "min": ("不低于", "at least ")}.get(entry.get("bound", ""), ("", ""))
    number = re.sub(r"^([0-9]+)/100$", r"\1%", str(entry["value"]))
    base = visible(str(entry.get("base", "")))
    if not base:
        return bound + visible(number)
    return f"{limit[0]}{base}的{number}" if pick == 0 else f"{limit[1]}{number} of {base}"


def _duration(entry: Mapping[str, Any], pick: int) -> str:
    unit = _UNITS[entry["unit"]][pick]
    if entry["unit"] == "immediate":
        return unit
    amount = entry.get("amount", "?")
    return f"{amount} {unit}" if pick == 0 and len(unit) > 1 else f"{amount}{unit}"
