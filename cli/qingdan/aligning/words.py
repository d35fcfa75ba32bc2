"""Words that tell a matter from another one, and those of other fields; they stand in ``words.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from qingdan.reading import read_document

#: A known name that ends another one has so many characters at least.
HEAD = 4
#: A telephone number or a year.
_NUMBER = re.compile("[0-9]{4,}")


@dataclass(frozen=True)
class Field:
    """A field of service that is none of employment.

    Attributes:
        id: Its name, as reasons give it.
        words: Names of its matters have one of them.
        unless: A name that has one of these, too, may still be a matter of employment.
    """

    id: str
    words: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """What ``words.yaml`` holds.

    Attributes:
        turning: Two names of which one has such a word and the other has not are of two matters.
        same: Word → the one for which it stands.
        neutral: Words that hold such a word and are none.
        opposed: Two names that have one each of such words are of two matters.
        parts_of: Names of papers ...
        parts: ... of which these words make a part and no other matter.
        granting: Words of granting ...
        granted: ... that make another matter of what has none of these.
        within: Names with some words are of one field of several, where one of some others says so.
        whom: What may stand before a known name, and the whole be a part of what it is.
        bound: A name that lacks such a word of a known name is wider than it.
        fields: Other fields.
        departments: Parts of the names of offices of other fields.
        own_offices: Parts of the names of offices of this one, which others may act with.
        employment: A name with one of them may be of employment, however little it is like any that is known.
        headings: Names of columns that say of what kind a matter is.
        objects: Names of columns that say for whom it is, by what, or of what fund.
    """

    turning: re.Pattern[str]
    same: dict[str, str]
    neutral: frozenset[str]
    opposed: tuple[tuple[str, ...], ...]
    parts_of: tuple[str, ...]
    parts: frozenset[str]
    granting: tuple[str, ...]
    granted: tuple[str, ...]
    within: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    whom: re.Pattern[str]
    bound: re.Pattern[str]
    fields: tuple[Field, ...]
    departments: re.Pattern[str]
    own_offices: re.Pattern[str]
    employment: re.Pattern[str]
    headings: re.Pattern[str]
    objects: re.Pattern[str]


@cache
def words() -> Words:
    """The words, read once."""
    file = Path(__file__).with_name("words.yaml")
    data: dict[str, Any] = read_document(file.name, file.read_bytes()).value
    turning, bound = ([word for row in data[key] for word in row] for key in ("turning", "bound"))
    same = {word: one for one, others in data["same"].items() for word in others}
    return Words(
        _any([*turning, *same, *data["neutral"]]),
        same,
        frozenset(data["neutral"]),
        tuple(tuple(row) for row in data["opposed"]),
        tuple(data["parts"]["of"]),
        frozenset(data["parts"]["words"]),
        tuple(data["granting"]["words"]),
        tuple(data["granting"]["of"]),
        tuple((tuple(row["words"]), _any(row["context"])) for row in data["within"]),
        _any(data["whom"]),
        _any(bound),
        tuple(Field(row["field"], tuple(row["words"]), tuple(row.get("unless", ()))) for row in data["fields"]),
        _any(data["departments"]),
        _any(data["own_offices"]),
        _any(data["employment"]),
        _any(data["headings"]),
        _any(data["objects"]),
    )


def _any(texts: list[str]) -> re.Pattern[str]:
    """Any of some words, longer ones first."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=lambda text: (-len(text), text)))))


@lru_cache(maxsize=8192)
def turning(name: str) -> frozenset[str]:
    """The words of a name that make it another matter than one without them.

    >>> sorted(turning("创业培训补贴")), sorted(turning("就业创业证"))
    (['创业', '培训', '补贴'], [])
    """
    found = words().turning.findall(name)
    return frozenset(words().same.get(word, word) for word in found) - words().neutral


@lru_cache(maxsize=8192)
def bound(name: str) -> frozenset[str]:
    """The words of a name that say for whom it is."""
    return frozenset(words().bound.findall(name))


class _Said(NamedTuple):
    """What a name has of the words by which names are parted: see ``Words``."""

    turning: frozenset[str]
    bound: frozenset[str]
    numbers: frozenset[str]
    opposed: tuple[frozenset[str], ...]
    of_parts: bool


@lru_cache(maxsize=8192)
def _said(name: str) -> _Said:
    opposed = tuple(frozenset(word for word in group if word in name) for group in words().opposed)
    of_parts = any(one in name for one in words().parts_of)
    return _Said(turning(name), bound(name), frozenset(_NUMBER.findall(name)), opposed, of_parts)


def parting(asked: str, known: str, beside: str = "") -> list[str]:
    """The words by which a name is another matter than a known one, the longest first.

    Args:
        asked: The name.
        known: The known one.
        beside: Heading and object of the name: what they say for whom it is, the name need not.

    >>> parting("失业登记查询", "失业登记"), parting("高校毕业生创业补贴", "创业补贴")
    (['查询'], [])
    >>> parting("创业补贴", "高校毕业生创业补贴"), parting("创业补贴", "高校毕业生创业补贴", "高校毕业生")
    (['毕业生'], [])
    >>> parting("就业创业证补发", "就业创业证")
    []
    """
    said, there = _said(asked), _said(known)
    more, less = said.turning - there.turning, there.turning - said.turning
    if there.of_parts:
        more -= words().parts
    apart = more | ((less | there.bound - said.bound) - bound(beside)) | (said.numbers ^ there.numbers)
    for one, other in zip(said.opposed, there.opposed, strict=True):
        if one and other and not one & other:
            apart |= one
    return sorted(apart, key=lambda word: (-len(word), word)) if apart else []


def granting(name: str, known: str) -> str:
    """The word of granting by which a name, not folded, is a permit and not the service that a known one is."""
    granted = _granting(name)
    if not granted or any(word in known for word in words().granted):
        return ""
    return next((word for word in granted if word not in known), "")


@lru_cache(maxsize=8192)
def _granting(name: str) -> tuple[str, ...]:
    return tuple(word for word in words().granting if word in name)


def out_of_context(known: str, beside: str) -> str:
    """The word by which a known name is of several fields, where nothing of what is asked and beside says of which."""
    return next((word for word, context in _within(known) if not context.search(beside)), "")


@lru_cache(maxsize=8192)
def _within(known: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of several fields that a name has, each with what says of which one it is."""
    found = ((next((word for word in several if word in known), ""), context) for several, context in words().within)
    return tuple((word, context) for word, context in found if word)


def heads(asked: str, known: str) -> bool:
    """Whether a name is a known one with a place or with people before it.

    >>> heads("某市大学生创业补贴", "创业补贴"), heads("文化创业补贴", "创业补贴")
    (True, False)
    """
    return len(known) >= HEAD and asked.endswith(known) and bool(words().whom.search(asked.removesuffix(known)))


def other_fields(name: str) -> list[tuple[str, str, bool]]:
    """The other fields of which a name has a word: the field, the word, and whether it may be of employment yet."""
    return [
        (field.id, word, any(other in name for other in field.unless))
        for field in words().fields
        for word in field.words
        if word in name
    ]


def of_employment(name: str) -> str:
    """The word by which a name may be of employment; empty where it has none."""
    match = words().employment.search(name)
    return match[0] if match else ""


def other_office(department: str) -> str:
    """The part of an office's name by which it is of another field; empty where it is not."""
    match = None if words().own_offices.search(department) else words().departments.search(department)
    return match[0] if match else ""
