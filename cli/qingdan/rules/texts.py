"""Rules on wording: a table of patterns, and the few that need more than a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model.folding import folded
from qingdan.rules.paths import Below, stated, strings
from qingdan.rules.record import Hit, RuleContext, at
from qingdan.rules.tables import hit

#: Values that hold a place and say nothing.
PLACEHOLDERS = frozenset(
    [
        "暂无",
        "待定",
        "待补充",
        "待完善",
        "待确定",
        "待更新",
        "未知",
        "不详",
        "略",
        "见附件",
        "详见附件",
        "详见官网",
        "空",
        "null",
        "none",
        "n/a",
        "tbd",
        "-",
        "--",
        "—",
        "/",
        "×",
        "xxx",
    ]
)
_WORDS = "|".join(map(re.escape, sorted(PLACEHOLDERS)))
_FIRST = re.escape("".join({word[0] for word in PLACEHOLDERS}))
_PLACEHOLDER = re.compile(
    rf"[\s\"':,\[{{](?=[{_FIRST}无])(?:{_WORDS}|无)[。.]?[\"']?\s*(?:[,\]}}#\n]|$)",
    re.IGNORECASE,
)
#: 无 is a good answer to some questions (results, special procedures, charges) and none where people must be told.
NEEDED = ("contact", "complaint", "conditions", "provider", "legal_basis", "channels", "name", "accepted_at")
#: Parts that are no text for readers.
_SKIPPED = ("exchange", "source", "notes", "implements", "codes", "known_in_part", "changes")
PHONES = (
    "contact.phone",
    "complaint.phone",
    "channels[].phone",
    "remedy.reconsideration.phone",
    "remedy.litigation.phone",
)
#: Seven or eight digits that stand alone: a number without its area code.
_LOCAL_NUMBER = re.compile(r"(?<![0-9\-转])[2-9][0-9]{6,7}(?![0-9])")
#: An area code holds for all numbers of its list; of the numbers 400 and 800 each is whole in itself.
_AREA_CODE = re.compile(r"(?<![0-9])0[0-9]{2,3}(?=[\-) ]*[2-9])|区号")
_FREE_NUMBER = re.compile(
    r"(?<![0-9])[48]00[\- ]?[0-9]{3}[\- ]?[0-9]{4}(?![0-9])|(?<![0-9])[48]00[\- ]?[0-9]{4}[\- ]?[0-9]{3}(?![0-9])"
)
_DASHES = re.compile("[‐‑‒–—―−－]+")
REASONS = ("conditions[].any_of[].text",)
#: A sex with a range of ages behind it: 男性16-60周岁.
_SEX_AND_AGE = (
    "(?<![子妇])[男女]性?(?:职工|劳动者|年龄|原则上|[:,])?(?:为|在)?"
    r"[0-9]{2}(?:周?岁)?(?:[\-~—–]|至|到)[0-9]{2}周?岁"
)
_PERSONAL = re.compile(
    r"(?:仅限|只限|限|只招|只收|仅收)(?:男|女)(?:性|士)?|(?:限|仅限|除外).{0,3}(?:民族|汉族)|(?:不|无)信教"
    rf"|{_SEX_AND_AGE}(?:.{{0,3}}{_SEX_AND_AGE})?"
)
_DIGITS = re.compile(r"[0-9]+")
#: Short numbers that answer questions and take complaints alike.
SHARED = ("12333", "12345", "12348")
_DAYS = re.compile("工作日|双休日|周|星期|礼拜|每天|每日|全年|节假日|24 ?小时|全天|月|季|年")
_MISMATCHED = re.compile(r"（[^（）()]*\)|\([^（）()]*）")
_BROKEN = re.compile("\ufffd|锟斤拷|烫烫烫|&(?:nbsp|lt|gt|amp|quot);|</?(?:br|p|div|span|td|font)\\b[^>]{0,80}>")
_SCATTERED = re.compile(r"[0-9](?:[\s\u3000]+[0-9]){1,3}[\s\u3000]*(?:个|日|天|元|月|年|份|次|号)")


def prose(subject: Effective, likely: re.Pattern[str]) -> Iterator[tuple[Below, str]]:
    """Every text of the top layer that a reader sees.

    Args:
        subject: The item.
        likely: What the source must hold to be taken apart at all; escapes hide what they stand for, so that a source
            with any is always looked through.
    """
    layer = subject.layers[-1]
    source = layer.document.raw(layer.pointer)
    if "\\" not in source and not likely.search(source):
        return
    for element, value in subject.layers[-1].record.items():
        if element not in (*_SKIPPED, "handling_items"):
            yield from strings(value, (element,))


def _seen(subject: Effective, below: Below, found: str) -> Hit:
    return hit(subject, below, args={"field": str(below[0]), "found": found})


def placeholder(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A text that only holds a place."""
    for below, text in prose(subject, _PLACEHOLDER):
        bare = text.strip().strip("。.").lower()
        needed = below[0] in NEEDED or (below[0] == "materials" and below[-1] == "name")
        if bare in PLACEHOLDERS or (bare == "无" and needed):
            yield _seen(subject, below, text)


def broken_text(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """What is left of a page or of another encoding."""
    for below, text in prose(subject, _BROKEN):
        if match := _BROKEN.search(text):
            yield _seen(subject, below, match[0])


def mismatched_brackets(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A bracket that opens wide and closes narrow, or the other way round."""
    for below, text in prose(subject, _MISMATCHED):
        if match := _MISMATCHED.search(text):
            yield _seen(subject, below, match[0][:40])


def scattered_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Spaces inside a number: 1 5个工作日 is read as one and five, or as fifteen. Phone numbers may have them."""
    for below, text in prose(subject, _SCATTERED):
        match = _SCATTERED.search(text) if not {"phone", "hours"} & set(below) else None
        if match:
            yield _seen(subject, below, match[0])


def no_area_code(phone: str) -> str:
    """The number in a text that lacks its area code; empty where none does.

    >>> no_area_code("88396764"), no_area_code("0571-88396764、88396765"), no_area_code("12333")
    ('88396764', '', '')
    >>> no_area_code("0571－87651278、87651271"), no_area_code("400-123-4567、87651271")
    ('', '87651271')
    """
    number = _DASHES.sub("-", folded(phone))
    match = None if _AREA_CODE.search(number) else _LOCAL_NUMBER.search(_FREE_NUMBER.sub("", number))
    return match[0] if match else ""


def local_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A number that can be called from nearby only."""
    for below, phone in stated(subject, *PHONES):
        if found := no_area_code(phone):
            yield _seen(subject, below, found)


def sex_or_belief(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A condition that asks for a sex, an ethnicity or a belief.

    Lower bounds of age (女性年满40周岁) are national rules on people hard to employ and are passed over.
    """
    for below, text in stated(subject, *REASONS):
        if match := _PERSONAL.search(folded(text)):
            yield _seen(subject, below, match[0][:60])


def same_phone(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """People would complain to those of whom they complain. Shared short numbers do both."""
    ask = subject.record.get("contact", {}).get("phone", "")
    complain = subject.record.get("complaint", {}).get("phone", "")
    digits = "".join(_DIGITS.findall(complain))
    if len(digits) >= 7 and "".join(_DIGITS.findall(ask)) == digits and not digits.endswith(SHARED):
        yield at(subject, "complaint", "phone", name="phone", args={"phone": complain})


def hours_without_days(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A time of day without the days on which it holds."""
    hours = subject.record.get("contact", {}).get("hours", "")
    if hours and re.search("[0-9]", hours) and not _DAYS.search(hours):
        yield at(subject, "contact", "hours", name="hours", args={"hours": hours[:60]})


def address_without_door(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An address that ends at a street: no number, building, hall or window."""
    contact = subject.record.get("contact", {})
    address = contact.get("address", "")
    if address and "window" not in contact and re.search("(?:路|街|道|巷|大道)$", address.rstrip("。 ")):
        yield at(subject, "contact", "address", name="address", args={"address": address})
