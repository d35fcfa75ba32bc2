"""Which column goes where: by what it is called, and as a person has written into ``mapping.yaml``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path

from qingdan.importing.layout import Column
from qingdan.importing.shapes import meant, shifted
from qingdan.model.declarations import elements
from qingdan.model.fields import lists, model_of, words_of
from qingdan.model.registry import plain
from qingdan.reading import read_document

#: A column that says nothing of a matter, such as its number in the list.
NOTHING = "-"
#: Where texts go that no element holds.
NOTES = "notes"
#: The name of what a matter is a part of, where a table has both; it is the name of matters that have no other.
MAIN_NAME = "main_name"
#: What the place of a limit ends with whose numbers stand in a column of their own: this one holds their units.
UNIT = ".unit"
#: Columns of exchange that hold the number of a file, as the system knows it: it says nothing elsewhere.
_ATTACHED = "_guid"
#: What a part of a matter is called, which has a row of its own.
PART_NAME = "handling_items.name"


@dataclass(frozen=True, slots=True)
class Placed:
    """A column and where it goes.

    Attributes:
        column: The column.
        target: ``name``, an element, a part of one (``contact.phone``), ``notes``, ``-`` for nothing; empty where it is
            not known.
        because: Why it goes nowhere: ``unknown_column``; ``same_target`` where another column goes there, too;
            ``shifted`` where values stand beside their headings.
        looks_like: Where it would go by the look of its values, for a person to decide.
        unit: The column of the units of its numbers; 0 where they stand with the numbers.
    """

    column: Column
    target: str
    because: str = ""
    looks_like: str = ""
    unit: int = 0


@cache
def headings() -> Mapping[str, str]:
    """What a column is called, plainly → where it goes. An element's own title and its columns of exchange count."""
    file = Path(__file__).with_name("headings.yaml")
    rows = read_document(file.name, file.read_bytes()).value
    known = {plain(label): where for where, labels in rows.items() for label in labels}
    for element, words in elements().items():
        known |= {plain(each): element for each in (words.title, element)}
        known |= {plain(each): element for each in words.columns[:1]}  # those beside it are its unit and explanation
        if model_of(element) is None or lists(element):
            continue
        for key, (part, _) in words_of(model_of(element)).items():
            where = f"{element}.{key}"
            known |= {plain(each): where for each in part.columns if not each.endswith(_ATTACHED)}
            if any(each.startswith(f"{element}.") for each in rows):
                known[plain(part.title)] = where
    return {**known, **{plain(label): where for where, labels in rows.items() for label in labels}}


@lru_cache(maxsize=65536)
def target(text: str) -> str:
    """Where a column goes that is called so; empty where it is not known.

    >>> target("承诺办结时限"), target("办理时限（工作日）"), target("随便什么")
    ('promised_limit', 'promised_limit', '')
    """
    for each in (text, text.partition("（")[0], text.partition("(")[0]):
        if found := headings().get(plain(each).rstrip("*:：")):
            return found
    return ""


def placed(
    columns: Sequence[Column], mapping: Mapping[str, str] | None = None, looks: Sequence[str] = ()
) -> list[Placed]:
    """The columns of a table with where they go.

    A column is known by all of its headings in one, else by its innermost heading, else by an outer one. Two that
    go to one place go nowhere until a person decides, but for notes. The look of its values alone sends a column
    nowhere: it is a hint for a person, and keeps back columns that stand beside their headings.

    Args:
        columns: Of one table.
        mapping: Heading → where it goes, as a person has decided; it goes before anything else.
        looks: What the values of each column look like: see ``shapes.shape_of``.
    """
    decided = mapping or {}
    found = [decided.get(column.name) or _target(column) for column in columns]
    if "name" not in found:
        found = ["name" if where == MAIN_NAME else where for where in found]
    out = shifted(looks, found) if looks else range(0)
    twice = Counter(where for where in found if where not in ("", NOTHING, NOTES))
    result = []
    for place, (column, where) in enumerate(zip(columns, found, strict=True)):
        because = "unknown_column" if not where else "same_target" if twice[where] > 1 else ""
        because = "shifted" if place in out and column.name not in decided and where != NOTHING else because
        like = meant(looks[place]) if looks and not where else ""
        unit = next((each.number for each, there in zip(columns, found, strict=True) if there == where + UNIT), 0)
        to = "" if because else where
        result.append(Placed(column, to, because, like if like not in found else "", unit if to else 0))
    return result


def _target(column: Column) -> str:
    texts = ("".join(column.headings), "".join(reversed(column.headings)), *reversed(column.headings))
    return next(filter(None, map(target, texts)), "")


_LABEL = re.compile(r"(?:^|(?<=[\s；;，,。]))([\u4e00-\u9fff]{2,10})[:：]")
_HOURS = "contact.hours"


def labelled(text: str) -> list[tuple[str, str]]:
    """The parts of a cell that says label by label what others say in columns; empty where any of it is no such part.

    >>> labelled("承诺期限：10工作日 法定期限：15工作日")
    [('promised_limit', '10工作日'), ('statutory_limit', '15工作日')]
    >>> labelled("地址：某路1号 办公时间：夏季：8:30-12:00；冬季：9:00-12:00")
    [('contact.address', '某路1号'), ('contact.hours', '夏季：8:30-12:00；冬季：9:00-12:00')]
    >>> labelled("说明：见附件"), labelled("窗口电话：12333")
    ([], [])
    """
    marks = _marks(text)
    if len(marks) < 2:
        return []
    parts = []
    for (mark, where), (after, _) in zip_longest(marks, marks[1:], fillvalue=(None, "")):
        assert mark is not None  # the longer of the two
        parts.append((where, text[mark.end() : after.start() if after else len(text)].strip(" \t\n；;，,")))
    places = [where for where, part in parts if where and part and where not in (NOTHING, NOTES, "id", "name")]
    whole = not text[: marks[0][0].start()].strip()
    return parts if whole and len(set(places)) == len(parts) else []


def speaks_of_others(text: str, where: str) -> bool:
    """Whether a cell has a label by which something else is said than what its column is for."""
    return any(label and label not in (where, NOTHING) for _, label in _marks(text))


def _marks(text: str) -> list[tuple[re.Match[str], str]]:
    """The labels in a text, each with where it goes; seasons and days are parts of the hours before them."""
    found: list[tuple[re.Match[str], str]] = []
    if "：" not in text and ":" not in text:
        return found
    for mark in _LABEL.finditer(text):
        where = target(mark[1])
        if where or not found or found[-1][1] != _HOURS:
            found.append((mark, where))
    return found
