"""Telephone numbers: the area code, and how many figures there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from qingdan import model
from qingdan.loading.catalogue import Effective
from qingdan.model.folding import folded
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, RuleContext, at
from qingdan.rules.tables import hit

PHONES = (
    "contact.phone",
    "complaint.phone",
    "channels[].phone",
    "remedy.reconsideration.phone",
    "remedy.litigation.phone",
)
#: Short numbers that answer questions and take complaints alike.
SHARED = ("12333", "12345", "12348")

_DASHES = re.compile("[‐‑‒–—―−－]+")
#: What is dialled from abroad; behind it area codes lack their 0.
_ABROAD = re.compile(r"(?:\+ ?86|(?<![0-9])0086|(?<![0-9])86(?=[- ]))[- ]*(?:\(0\) ?)?(?P<own>(?=0|1[3-9]|[48]00))?")
#: Seven or eight digits that stand alone: a number without its area code.
_LOCAL_NUMBER = re.compile(r"(?<![0-9\-转])[2-9][0-9]{6,7}(?![0-9])")
#: An area code holds for all numbers of its list; of the numbers 400 and 800 each is whole in itself.
_AREA_CODE = re.compile(r"(?<![0-9])0[0-9]{2,3}(?=[\-) ]*[2-9])|区号")
_FREE_NUMBER = re.compile(
    r"(?<![0-9])[48]00[\- ]?[0-9]{3}[\- ]?[0-9]{4}(?![0-9])|(?<![0-9])[48]00[\- ]?[0-9]{4}[\- ]?[0-9]{3}(?![0-9])"
)
#: Figures behind an area code, groups of them included; a star stands for one that is kept back.
_WITH_AREA = re.compile(
    r"(?<![0-9*])\(?(?P<area>0(?:10|2[0-9]|[0-9]{3}))\)?[\- ]{0,3}(?P<number>[0-9*]+(?:[\- ][0-9*]+)*)"
)
_FREE = re.compile(r"(?<![0-9*])[48]00[\- ]?[0-9]+(?:[\- ][0-9]+)*")
_GROUPED_MOBILE = re.compile(r"(?<![0-9*])1[3-9][0-9][\- ][0-9]{4}[\- ]?[0-9]{4}(?![0-9*])")
_MOBILE = re.compile(r"(?<![0-9*\-])1[3-9][0-9]{7,}(?![0-9*])")
_BARE = re.compile(r"(?<![0-9*\-转])[2-9][0-9]{8,}(?![0-9*])")
#: Numbers that are none of a telephone.
_OTHER_NUMBERS = re.compile("QQ|qq|微信|邮编|群|邮箱|@")
_DIGITS = re.compile(r"[0-9]+")


@cache
def areas() -> dict[str, tuple[int, ...]]:
    """Area code → how many figures its numbers may have."""
    found: dict[str, tuple[int, ...]] = {}
    lengths: tuple[int, ...] = ()
    for line in Path(model.__file__).with_name("area_codes.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lengths = tuple(map(int, line.strip("[]").split()))
        elif not line.startswith("#"):
            found.update(dict.fromkeys(line.split(), lengths))
    return found


def _plain(phone: str) -> str:
    """A number as it is dialled within the country, in plain figures and dashes."""
    return _ABROAD.sub(lambda match: "" if match["own"] is not None else "0", _DASHES.sub("-", folded(phone)))


def no_area_code(phone: str) -> str:
    """The number in a text that lacks its area code; empty where none does.

    >>> no_area_code("88396764"), no_area_code("0571-88396764、88396765"), no_area_code("+86 571 88396764")
    ('88396764', '', '')
    >>> no_area_code("0571－87651278、87651271"), no_area_code("400-123-4567、87651271")
    ('', '87651271')
    """
    number = _plain(phone)
    match = None if _AREA_CODE.search(number) else _LOCAL_NUMBER.search(_FREE_NUMBER.sub("", number))
    return match[0] if match else ""


def miscounted(phone: str) -> tuple[str, str]:
    """The first number of a text that cannot be dialled, and why; both empty where all can, or nobody can say.

    Returns:
        The number, and ``short``, ``long`` or ``area`` (there is no such area code).

    >>> miscounted("0571-876543210"), miscounted("010-8888"), miscounted("0571-87654321转801、12333")
    (('0571-876543210', 'long'), ('010-8888', 'short'), ('', ''))
    """
    number = _GROUPED_MOBILE.sub(";", _FREE_NUMBER.sub(";", _plain(phone)))
    for match in _FREE.finditer(number):
        if problem := _compared(len("".join(_DIGITS.findall(match[0]))), (10,)):
            return match[0], problem
    for match in _WITH_AREA.finditer(number):
        if problem := _local_problem(match["area"], re.split("[- ]", match["number"])):
            return match[0], problem
    rest = _WITH_AREA.sub(";", number)
    for match in _MOBILE.finditer(rest):
        if len(match[0]) != 11:
            return match[0], _compared(len(match[0]), (11,))
    alone = None if _OTHER_NUMBERS.search(rest) else _BARE.search(rest)
    return (alone[0], "long") if alone else ("", "")


def _local_problem(area: str, groups: list[str]) -> str:
    """What is wrong behind an area code. Groups are put together up to a whole number; what follows is an extension."""
    number = ""
    while groups and len(number) < 7:
        number += groups.pop(0)
    if "*" in number or (number[0] == "1" and len(number) < 7) or (number.startswith(("95", "96")) and len(number) < 7):
        return ""
    return _compared(len(number), areas()[area]) if area in areas() else "area"


def _compared(figures: int, right: tuple[int, ...]) -> str:
    if figures in right:
        return ""
    return "short" if figures < min(right) else "long"


def local_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A number that can be called from nearby only."""
    for below, phone in stated(subject, *PHONES):
        if found := no_area_code(phone):
            yield hit(subject, below, args={"field": str(below[0]), "found": found})


def miscounted_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A number with too few or too many figures, or with an area code that does not exist."""
    for below, phone in stated(subject, *PHONES):
        found, problem = miscounted(phone)
        if found:
            yield hit(subject, below, args={"field": str(below[0]), "found": found, "problem": problem})


def same_phone(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """People would complain to those of whom they complain. Shared short numbers do both."""
    ask = subject.record.get("contact", {}).get("phone", "")
    complain = subject.record.get("complaint", {}).get("phone", "")
    digits = "".join(_DIGITS.findall(complain))
    if len(digits) >= 7 and "".join(_DIGITS.findall(ask)) == digits and not digits.endswith(SHARED):
        yield at(subject, "complaint", "phone", name="phone", args={"phone": complain})
