"""Rules on the code beside a text: id and printed name, number and printed number must say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from qingdan.loading.catalogue import Effective
from qingdan.model.registry import Vocabulary
from qingdan.rules.limits import LIMITS, UNITS
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.references import DOCUMENTS, LISTS, vocabulary_of
from qingdan.rules.tables import hit, reads
from qingdan.rules.words import ELEMENTS

#: Members: where they stand, the key of the id, the key of the printed text, the registry (as in ``references.IDS``).
MEMBERS = (
    ("levels[]", "id", "text", "=levels"),
    ("accepted_at[]", "id", "text", "=accepted_at"),
    ("decided_at[]", "id", "text", "=decided_at"),
    ("audience[]", "id", "text", "=audience"),
    ("places[]", "id", "text", "=places"),
    ("service_standard[]", "id", "text", "=service_standard"),
    ("channels[]", "kind", "name", "=channels"),
    ("conditions[].any_of[]", "id", "text", "criteria"),
    ("materials[]", "id", "name", "evidence"),
    ("materials[].any_of[]", "id", "text", "evidence"),
)
CITATIONS = tuple(path.rsplit(".", 1)[0] for path in DOCUMENTS)
#: Where numbers stand beside the words they were taken from.
DURATIONS = (*LIMITS, "contact_interval[]", "published_within[]", "result.delivery_limit")
COUNTS = ("visits[]", "frequency[]")

#: A number as figures, thousands and decimals inside, with what stands before it and the unit behind it.
_NUMBER = re.compile(
    r"(?P<before>[第月年每.\-~至到]?)(?<![0-9])"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<part>\.[0-9]+)?(?![0-9,.])"
    r"(?P<unit>个?工作日|个?自然日|个?日历[日天]|日|天|个月|年|个?小时|万元|元|次)?"
)
#: Spaces that are not between two numbers.
_SPACES = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_FIGURES = re.compile(r"[0-9]+")
_WRITTEN = re.compile("[一二两三四五六七八九十百半]+(?:个|日|天|工作日|月|年|小时|元|次|分之)")
_AT_ONCE = re.compile("即时|即办|当场|当日|现场|立等|随到随办")
#: The printed unit → the units that it may stand for: 日 is often a calendar day, and for a licence a working day.
_SPANS = {
    "工作日": ("working_day",), "自然日": ("calendar_day",), "日历日": ("calendar_day",), "日历天": ("calendar_day",),
    "日": ("day", "calendar_day"), "天": ("day", "calendar_day"), "月": ("month",), "年": ("year",), "小时": ("hour",),
}  # fmt: skip
#: The same span in another unit: printed unit, stated unit → how many of the latter are one of the former.
_SAME = {("年", "month"): Fraction(12), ("小时", "day"): Fraction(1, 24), ("小时", "calendar_day"): Fraction(1, 24)}

_MONTHS = {"月": 1, "年": 12}


def other_name(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The printed text is the registered name of another id.

    It does not apply where one of the two is wider than the other, or stands for it among others: such a text says the
    same less exactly. Where ``local/…`` is a person's word that it is none of the registered ones, it is a remark.
    """
    for path, key, words, name in MEMBERS:
        for below, member in stated(subject, path):
            vocabulary = vocabulary_of(name, context.edition.registries)
            id, text = member.get(key, ""), member.get(words, "")
            other = vocabulary.resolve(None, text) if vocabulary and id and text else ""
            if vocabulary and other and other != id and not _related(vocabulary, id, other):
                yield _named(subject, (*below, words), vocabulary.name, id, text, other, vocabulary.names[other])
    yield from _other_document(subject, context)


def _other_document(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The same for documents; those that replaced one another are one."""
    documents = context.edition.registries.documents
    for below, citation in stated(subject, *CITATIONS):
        id = citation.get("document", "")
        other = documents.resolve(None, citation.get("number"), citation.get("title")) if id in documents.by_id else ""
        if other and other not in documents.family(id):
            words = "number" if documents.resolve(None, citation.get("number"), None) == other else "title"
            said = documents.by_id[other]["title"]
            yield _named(subject, (*below, words), "documents", id, citation[words], other, said)


def _named(
    subject: Effective, below: tuple[str | int, ...], list: str, id: str, text: str, other: str, said: str
) -> Hit:
    local = id.startswith("local/")
    return hit(
        subject, below, args={"list": list, "id": id, "text": text, "other": other}, extra={"name": said},
        suggestions=(other,), severity=Severity.INFO if local else None,
    )  # fmt: skip


def _related(vocabulary: Vocabulary, id: str, other: str) -> bool:
    """Whether one is wider than the other or shares an atom with it; an unknown id is said elsewhere."""
    if id not in vocabulary.names:
        return not id.startswith("local/")
    wider = {id, *vocabulary.broader.get(id, ())}, {other, *vocabulary.broader.get(other, ())}
    atoms = vocabulary.stands_for(id) & vocabulary.stands_for(other)
    return other in wider[0] or id in wider[1] or bool(atoms)


@lru_cache(maxsize=4096)  # the same few texts stand in every list
def printed(text: str) -> tuple[Fraction, str] | None:
    """The one number that a text prints, with its unit; nothing where it prints several, none, or a date.

    >>> printed("自受理之日起３个 工作日内")
    (Fraction(3, 1), '工作日')
    >>> printed("3至5个工作日"), printed("每月15日前"), printed("2025年起")
    (None, None, None)
    """
    folded = _SPACES.sub("", unicodedata.normalize("NFKC", text))
    match = _NUMBER.search(folded)
    if match is None or not match["unit"] or match["before"] or _WRITTEN.search(folded):
        return None
    rest = folded[: match.start("number")] + folded[match.end("unit") :]
    if _FIGURES.search(rest):
        return None
    number = Fraction(match["number"].replace(",", "") + (match["part"] or ""))
    unit = match["unit"].removeprefix("个")
    return None if unit == "年" and number >= 100 else (number, unit)


def other_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The text prints one number, and the figures beside it are others. What cannot be read for sure is passed over."""
    licence = subject.record.get("type") == "licence"
    for below, limit in stated(subject, *DURATIONS):
        if _limit_differs(limit, licence):
            yield _said(subject, below, "text", limit["text"], f"{limit.get('amount', '')} {limit['unit']}".strip())
    for below, months in stated(subject, "months[]"):
        found = printed(months.get("text", ""))
        factor = _MONTHS.get(found[1]) if found else None
        if found and factor and found[0] * factor != months.get("amount", found[0] * factor):
            yield _said(subject, below, "text", months["text"], f"{months['amount']} month")
    for below, count in stated(subject, *COUNTS):
        found = printed(count.get("text", ""))
        if found and found[1] == "次" and found[0] != count["amount"]:
            yield _said(subject, below, "text", count["text"], f"{count['amount']} time")
    for below, money in stated(subject, "amount[]"):
        if _money_differs(money.get("text", ""), money):
            yield _said(subject, below, "text", money["text"], _sum(money))
    for below, line in stated(subject, "fee.lines[]"):
        if "money" in line and _money_differs(line["standard"], line["money"]):
            yield _said(subject, below, "standard", line["standard"], _sum(line["money"]))


def _limit_differs(limit: dict[str, Any], licence: bool) -> bool:
    text, unit, amount = limit.get("text", ""), limit["unit"], limit.get("amount")
    found = printed(text)
    if found is None or found[1] not in _SPANS or found[0] % 1:
        return False
    number, said = found
    if unit == "immediate" or amount == 0:
        return number > 0 and not _AT_ONCE.search(text)
    if amount is None:
        return False
    if (said, unit) in _SAME:
        return bool(number * _SAME[said, unit] != amount)
    units = (*_SPANS[said], "working_day") if licence or "工作日" in text else _SPANS[said]
    return number != amount or unit not in units


def _money_differs(text: str, money: dict[str, Any]) -> bool:
    found = printed(text)
    if found is None or found[1] not in ("元", "万元"):
        return False
    yuan = found[0] * (10_000 if found[1] == "万元" else 1)
    return yuan != Fraction(100 * int(money["yuan"]) + int(money.get("fen", 0)), 100)


def _sum(money: dict[str, Any]) -> str:
    fen = f".{money['fen']:02}" if money.get("fen") else ""
    return f"{money['yuan']}{fen} yuan"


def _said(subject: Effective, below: tuple[str | int, ...], key: str, text: str, stated: str) -> Hit:
    return hit(subject, (*below, key), args={"field": str(below[0]), "text": text[:60], "stated": stated})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_WORDS = {**UNITS, "time": Said("次", "times"), "yuan": Said("元", "yuan")}

RULES = (
    Rule(
        id="REF010", severity=Severity.WARNING, scope="item", since="0.1", softens=False,
        reads=reads(*(row[0] for row in MEMBERS), *CITATIONS),
        title=Said("编号与原文说的不是一回事", "Id and text name different things"),
        message=Said("原文“{text}”在{list}中是 {other}（{name}），编号写的是 {id}",
                     "In the {list} '{text}' is {other} ({name}); the id here is {id}"),
        advice=Said("对照原文，编号写错的改成 {other}；原文录错的改原文；拿不准的删去编号，只留原文",
                    "By the original, write {other} or mend the text; if in doubt remove the id and keep the text"),
        why=Said("检查和比较只看编号；编号写错，不该要的材料会被当成另一种放过去",
                 "Only the id is compared; with a wrong one a paper that must not be asked for passes as another"),
        words={"list": LISTS},
        bad=_ITEM + "    materials: [{id: id-document, name: 户口簿}]\n",
        good=_ITEM + "    materials: [{id: household-register, name: 户口簿}]\n", check=other_name,
    ),
    Rule(
        id="ELM006", severity=Severity.WARNING, scope="item", since="0.1", softens=False,
        reads=reads(*DURATIONS, "months", *COUNTS, "amount", "fee"),
        title=Said("填的数与原文的数不同", "The figures differ from the printed ones"),
        message=Said("{field}的原文是“{text}”，填的是 {stated}",
                     "The text of {field} is '{text}'; the figures say {stated}"),
        advice=Said("对照原文，改正数字或单位；原文录错的改原文", "Mend number or unit, or the text, by the original"),
        why=Said("比较时看填的数，办事人看原文，两处要一致",
                 "Comparisons read the figures and people read the text; they must agree"),
        words={"field": ELEMENTS, "stated": _WORDS},
        bad=_ITEM + "    promised_limit: [{amount: 3, unit: working_day, text: 30个工作日}]\n",
        good=_ITEM + "    promised_limit: [{amount: 30, unit: working_day, text: 30个工作日}]\n", check=other_number,
    ),
)  # fmt: skip
