"""A value of an element as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from qingdan.model.base import Kind, Words
from qingdan.model.declarations import elements
from qingdan.model.parts import Channel, Fee, Material, Online, Option
from qingdan.model.registry import Names
from qingdan.model.values import Citation, Condition, Count, Criterion, Inclusion, Limit, Member, Money, Months, Ratio
from qingdan.reporting.escape import visible
from qingdan.reporting.fields import model_of, words_of
from qingdan.reporting.words import Lang, bracketed, joined, label
from qingdan.values import contradicts, unread

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
_YES_NO = {"yes": ("是", "yes"), "no": ("否", "no")}
#: Nobody knows which of the two holds: both are told.
_DISPUTED = ("“{text}”（填的数是 {told}，两处不一致）", "'{text}' (the figures say {told}: they disagree)")


def say(
    value: Any, lang: Lang, names: Mapping[str, str] | None = None, element: str = "", *, printed: bool = False
) -> str:
    """A value as a person would say it, on one line: by all that it holds.

    Args:
        value: The value of an element, or one entry of it; ``None`` where it is not stated.
        lang: ``zh`` or ``en``.
        names: Ids of registries → names; ``Registries.labels`` knows which registry an element means.
        element: The element, where it is known: three of months is three months, three of visits is three times.
        printed: In the words of the text that was entered, where it is kept: they may say more than what is compared.

    Raises:
        Unsayable: There are no words for a value of this shape.

    >>> say([{"amount": 3, "unit": "working_day"}], "zh")
    '3 个工作日'
    >>> say([{"amount": 12, "bound": "max"}], "zh", element="months")
    '最长 12 个月'
    >>> say([{"amount": 3, "unit": "working_day", "text": "材料齐全后3个工作日"}], "zh", printed=True)
    '材料齐全后3个工作日'
    >>> say({"phone": "12333", "address": "某路1号"}, "zh", element="contact")
    '咨询电话：12333；办理地点：某路1号'
    """
    if value is None:
        return "没有写" if lang == "zh" else "not stated"
    model = model_of(element) if element in elements() else None
    return Sayer(lang, own_names(names or {}, element), printed).value(value, model) or (
        "无" if lang == "zh" else "none"
    )


def own_names(names: Mapping[str, str], element: str) -> Mapping[str, str]:
    """The names of ids as an element means them."""
    return names.of(element) if isinstance(names, Names) and element else names


class Unsayable(TypeError):
    """Raised when there are no words for the shape of a value: a kind of value was added without its words."""


def called(member: object, names: Mapping[str, str], lang: Lang, element: str = "") -> str:
    """A member of a list by name: its id in a registry, its text, or several of which one is enough, ``a|b``."""
    own = own_names(names, element)
    return visible(("或" if lang == "zh" else " or ").join(own.get(part, part) for part in str(member).split("|")))


class Sayer:
    """Says values in one language; where words and figures disagree it says both."""

    def __init__(self, lang: Lang, names: Mapping[str, str], printed: bool = False) -> None:
        self._lang, self._names, self._printed = lang, names, printed
        self._pick = 0 if lang == "zh" else 1

    def value(self, value: Any, model: Any) -> str:
        """A value, or a list of them; empty where it holds nothing.

        Args:
            value: As it stands in a file.
            model: The typed dictionary of it, or of its entries; ``None`` for plain text or where it is not known.
        """
        if isinstance(value, list):
            return joined([self.value(each, model) for each in value], self._lang)
        if not isinstance(value, Mapping):
            return visible(" ".join(str(self._names.get(value, value) if isinstance(value, str) else value).split()))
        kind, told = self._known(value, model)
        if kind and contradicts(kind, value, licence=True):
            return _DISPUTED[self._pick].format(text=visible(str(value["text"])), told=told)
        if kind and value.get("text") and (self._printed or unread(kind, value)):
            told = visible(str(value["text"])) + self._more(value)
        return told if kind else self.fields(value, model)

    def framed(self, value: Any, model: Any) -> str:
        """The same, each entry behind the channel, the case or the step that it is for."""
        if isinstance(value, list):
            return joined([self.framed(each, model) for each in value], self._lang)
        told = self.value(value, model)
        if not isinstance(value, Mapping) or model not in _FRAMED:
            return told
        frame = [str(value[key]) for key in ("channel", "case", "step") if key in value]
        frame = [visible(self._names.get(each, each)) for each in frame]
        return joined(frame, self._lang) + label("", self._lang) + told if frame else told

    def _more(self, entry: Mapping[str, Any]) -> str:
        """Of what a sum or a share is counted, and why a person must come, where the text does not say so."""
        more = [
            str(entry[key]) for key in ("base", "reason") if key in entry and entry[key] not in entry.get("text", "")
        ]
        return bracketed(visible(joined(more, self._lang)), self._lang) if more else ""

    def fields(self, value: Mapping[str, Any], model: Any) -> str:
        """What has parts of its own, part by part, each with its title."""
        return ("；" if self._pick == 0 else "; ").join(self.field(key, each, model) for key, each in value.items())

    def field(self, key: str, value: Any, model: Any) -> str:
        """One part: its title and what it says."""
        words, below = (words_of(model).get(key) if model else None) or (None, None)
        title = words.title if words and self._pick == 0 else key.replace("_", " ")
        return visible(title) + label("", self._lang) + self.coded(value, words, below)

    def coded(self, value: Any, words: Words | None, below: Any) -> str:
        """A code in the words of its own description (``required 必要；optional 非必要``), else as it is said."""
        if value is None:
            return "没有写" if self._pick == 0 else "not stated"
        if isinstance(value, str):
            if value in _YES_NO:
                return _YES_NO[value][self._pick]
            rows = (row.partition(" ") for row in words.description.split("；")) if words and self._pick == 0 else ()
            told = {code: meaning for code, space, meaning in rows if space and code.isascii()}
            if value in told:
                return told[value]
        return self.framed(value, below) or ("无" if self._pick == 0 else "none")

    def _known(self, entry: Mapping[str, Any], model: Any) -> tuple[Kind | None, str]:
        """The kind of an entry that has words of its own, and the words; ``None`` for what is told part by part."""
        kind, told = _OF_MODELS.get(model or _guessed(entry), (None, Sayer.nothing))
        return kind, told(self, entry)

    def nothing(self, entry: Mapping[str, Any]) -> str:
        """What is told part by part has no words as a whole."""
        return ""

    def limit(self, entry: Mapping[str, Any]) -> str:
        """How long; with what it counts from where it is told as printed."""
        bound = _TIME_BOUNDS.get(entry.get("bound", ""), ("", ""))[self._pick]
        if "unit" not in entry:
            return visible(str(entry.get("text", "")))
        return bound + _duration(entry, self._pick) + (_around(entry, self._lang, self._names) if self._printed else "")

    def months(self, entry: Mapping[str, Any]) -> str:
        """So many months, or until something happens."""
        if "until" in entry:
            until = self._names.get(str(entry["until"]), str(entry.get("text", entry["until"])))
            return ("到", "until ")[self._pick] + visible(until)
        return self.limit({**entry, "unit": "month"}) if "amount" in entry else visible(str(entry.get("text", "")))

    def money(self, entry: Mapping[str, Any]) -> str:
        """A sum, at most or at least, for each what."""
        per = f"{_PER[self._pick]}{visible(entry['per'])}" if "per" in entry else ""
        bound = _BOUNDS.get(entry.get("bound", ""), ("", ""))[self._pick]
        return bound + _money(entry["yuan"], entry.get("fen", 0), self._lang) + per + self._more(entry)

    def ratio(self, entry: Mapping[str, Any]) -> str:
        """A share of what."""
        return _share(entry, _BOUNDS.get(entry.get("bound", ""), ("", ""))[self._pick], self._pick)

    def count(self, entry: Mapping[str, Any]) -> str:
        """How often."""
        period = _PERIODS.get(entry.get("per", ""), ("", ""))[self._pick]
        told = f"{period} {entry['amount']} 次" if self._pick == 0 else f"{entry['amount']} times {period}"
        return told.strip() + self._more(entry)

    def fee(self, entry: Mapping[str, Any]) -> str:
        """Whether there is a charge; what, how much and on what basis stands on lines of its own."""
        told = (("收费", "charged") if entry["charged"] == "yes" else ("不收费", "free"))[self._pick]
        lines = [f"{line['name']} {line['standard']}" for line in entry.get("lines", [])]
        return told + (bracketed(visible(joined(lines, self._lang)), self._lang) if lines else "")

    def online(self, entry: Mapping[str, Any]) -> str:
        """Whether it can be done online, and how far."""
        told = {"yes": ("可以", "yes"), "no": ("不可以", "no")}.get(entry.get("available", ""), ("", ""))[self._pick]
        how = dict.fromkeys(
            filter(None, (self._names.get(entry.get("depth", ""), entry.get("depth")), entry.get("text")))
        )
        more = visible(joined(list(how), self._lang))
        return told + bracketed(more, self._lang) if told and more else told or more

    def condition(self, entry: Mapping[str, Any]) -> str:
        """What is met by any one of several."""
        return _alternatives([self.value(each, None) for each in entry["any_of"]], self._pick)

    def citation(self, entry: Mapping[str, Any]) -> str:
        """A document as it is cited."""
        title = f"《{entry['title'].strip('《》')}》" if entry.get("title") else ""
        parts = [title, entry.get("number", ""), entry.get("article", ""), entry.get("date", "")]
        return visible(" ".join(part for part in parts if part) or str(entry.get("document", "")))

    def member(self, entry: Mapping[str, Any]) -> str:
        """A paper, a person, a place, a way: by the name of its registry, else as printed."""
        if self._printed and (entry.get("text") or entry.get("name")):
            return visible(str(entry.get("text") or entry.get("name")))
        shown = self._names.get(str(entry.get("id", "")), "") or entry.get("name") or entry.get("text")
        shown = shown or entry.get("id") or self._names.get(str(entry.get("kind", "")), "") or entry.get("kind", "")
        if "value" not in entry:
            return visible(str(shown))
        number = str(entry["value"])
        return visible(str(shown).replace(_SOME, number) if _SOME in str(shown) else f"{shown}（{number}）")


#: Model → its kind, and how one of it is said. What is not here has parts of its own, each told with its title.
_OF_MODELS: dict[Any, tuple[Kind | None, Callable[[Sayer, Mapping[str, Any]], str]]] = {
    Fee: ("fee", Sayer.fee), Online: ("prose", Sayer.online), Condition: ("criteria", Sayer.condition),
    Limit: ("limits", Sayer.limit), Inclusion: ("limits", Sayer.limit), Months: ("months", Sayer.months),
    Money: ("money", Sayer.money), Count: ("counts", Sayer.count), Ratio: ("ratios", Sayer.ratio),
    Citation: ("documents", Sayer.citation), Material: ("asks", Sayer.member), Member: ("concepts", Sayer.member),
    Criterion: ("criteria", Sayer.member), Option: ("asks", Sayer.member), Channel: ("concepts", Sayer.member),
}  # fmt: skip
#: Models whose entries may be for one channel, case or step only.
_FRAMED = (Limit, Count, Money, Ratio, Months, Condition)
#: Keys by which an entry is known where nobody says what it is an entry of, the surest first.
_SIGNS: tuple[tuple[str, Any], ...] = (
    ("charged", Fee), ("unit", Limit), ("yuan", Money), ("until", Months), ("amount", Count), ("name", Material),
    ("any_of", Condition), ("id", Criterion), ("document", Citation), ("number", Citation), ("title", Citation),
    ("kind", Channel), ("text", Criterion),
)  # fmt: skip


def has_words(model: Any) -> bool:
    """Whether a value of a model is said as a whole, and not part by part."""
    return model in _OF_MODELS


def _guessed(entry: Mapping[str, Any]) -> Any:
    if "/" in str(entry.get("value", "")):
        return Ratio
    found = next((model for key, model in _SIGNS if key in entry), None)
    if found is None:
        raise Unsayable(f"no words for {sorted(entry)}")
    return found


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
