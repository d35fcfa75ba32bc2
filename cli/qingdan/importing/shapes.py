"""What the values of a column look like, beside what its heading says: columns that are out of place are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from qingdan.reading import read_document

#: So many values are looked at in a column, and so many it must have.
_LOOKED_AT, _FEWEST = 200, 3
#: The share of values that must look alike.
_MOST = 0.8


@dataclass(frozen=True)
class Shapes:
    """The shapes that are known.

    Attributes:
        patterns: Shape → what the whole text of a value matches, without blanks.
        of: Where a column goes → the shapes that its values have.
        texts: Where values of no such shape are expected.
        foreign: The shapes of which not even one value there can be.
    """

    patterns: Mapping[str, re.Pattern[str]]
    of: Mapping[str, Sequence[str]]
    texts: frozenset[str]
    foreign: Sequence[str]


@cache
def shapes() -> Shapes:
    """The shapes of ``shapes.yaml``."""
    file = Path(__file__).with_name("shapes.yaml")
    value = read_document(file.name, file.read_bytes()).value
    patterns = {shape: re.compile(pattern) for shape, pattern in value["shapes"].items()}
    return Shapes(patterns, value["of"], frozenset(value["texts"]), value["foreign"])


def shape_of(texts: Iterable[str]) -> str:
    """The shape of a column; empty where too few of its values look alike.

    >>> shape_of(["3个工作日", "即办", "20个工作日", ""])
    'limit'
    >>> shape_of(["失业登记", "就业登记", "3个工作日"])
    ''
    """
    held = list(islice((each for text in texts if (each := "".join(text.split()))), _LOOKED_AT))
    if len(held) < _FEWEST:
        return ""
    seen = Counter(shape for text in held for shape, pattern in shapes().patterns.items() if pattern.fullmatch(text))
    return next((shape for shape in shapes().patterns if seen[shape] >= _MOST * len(held)), "")


def fits(shape: str, target: str) -> bool | None:
    """Whether values of a shape are to be expected where a column goes; ``None`` where nothing is known of it."""
    if expected := shapes().of.get(target):
        return shape in expected if shape else None
    return not shape if target in shapes().texts else None


def misplaced(text: str, target: str) -> bool:
    """Whether what one cell shows cannot be that for which its column is: 3个工作日 is no address, 12333 no limit.

    >>> misplaced("3个工作日", "contact.address"), misplaced("12333", "promised_limit")
    (True, True)
    >>> misplaced("某路3号", "contact.address"), misplaced("3", "promised_limit"), misplaced("3", "fee")
    (False, False, False)
    """
    bare, known = "".join(text.split()), shapes()
    looks = {shape for shape in (*known.foreign, *known.of.get(target, ())) if known.patterns[shape].fullmatch(bare)}
    return bool(looks) and (target in known.texts or (target in known.of and looks.isdisjoint(known.of[target])))


def shifted(found: Sequence[str], targets: Sequence[str]) -> range:
    """The columns whose values stand one column beside their headings; none where none do.

    A column is out of place where its values do not look like what its heading says, and like what the one beside it
    says. It takes two such columns, so that one wrong heading is no shift. All columns from the last one that is
    surely in its place are out of place with them: those of plain texts cannot be told apart.

    Args:
        found: The shape of the values of each column.
        targets: Where the heading of each column goes.

    >>> shifted(["number", "", "", "limit", "phone"], ["-", "name", "promised_limit", "contact.phone", "notes"])
    range(2, 5)
    """
    for step in (1, -1):
        moved = [
            place
            for place, shape in enumerate(found)
            if shape
            and 0 <= place - step < len(targets)
            and fits(shape, targets[place - step])
            and not fits(found[place - step], targets[place - step])
            and not fits(shape, targets[place])
        ]
        if len(moved) >= 2:
            sure = (
                place
                for place in range(moved[0])
                if targets[place] == "name" or (found[place] and fits(found[place], targets[place]))
            )
            return range(max(sure, default=-1) + 1, len(targets))
    return range(0)


def meant(shape: str) -> str:
    """Where a column of such values would go; empty where that is not certain.

    >>> meant("web"), meant("limit")
    ('contact.online', '')
    """
    places = [where for where, expected in shapes().of.items() if shape and shape in expected and where != "-"]
    return places[0] if len(places) == 1 else ""
