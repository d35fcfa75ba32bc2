"""Tables that stand beside one another in one sheet: which columns belong to which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from qingdan.importing.row_kinds import heads_another

if TYPE_CHECKING:
    from qingdan.importing.layout import Column


def apart(columns: Sequence[Column], target: Callable[[str], str]) -> list[tuple[Column, ...]]:
    """The columns of each table of matters, from left to right; all of them in one where there is but one.

    Headings that come again in the same order begin another table, and so do columns behind an empty one that have a
    heading of names of their own. What stands there and names no matter belongs to none of the tables.

    Args:
        columns: Those below one row of headings.
        target: What a column of a list is called → where it goes.
    """
    if again := _repeated(columns, target):
        return again
    blocks = [tuple(block) for block in _behind_gaps(columns)]
    named = [block for block in blocks if _names(block, target)]
    if len(named) > 1:
        return named
    foreign = [block for block in blocks if block not in named and any(heads_another(each.name) for each in block)]
    return [tuple(each for block in blocks if block not in foreign for each in block)] if named else [tuple(columns)]


def _names(block: Sequence[Column], target: Callable[[str], str]) -> bool:
    return any(target(text) == "name" for each in block for text in each.headings)


def _repeated(columns: Sequence[Column], target: Callable[[str], str]) -> list[tuple[Column, ...]]:
    """The columns in equal parts that are called the same, one of them as names are; nothing where they are not."""
    names = [each.name for each in columns]
    for wide in range(1, len(names) // 2 + 1):
        parts = [tuple(columns[at : at + wide]) for at in range(0, len(names), wide)]
        same = len(names) % wide == 0 and all(
            names[:wide] == names[at : at + wide] for at in range(0, len(names), wide)
        )
        if same and all(names) and _names(parts[0], target):
            return parts
    return []


def _behind_gaps(columns: Sequence[Column]) -> Iterator[list[Column]]:
    """The columns up to each one that is empty from its heading down."""
    block = [*columns[:1]]
    for left, right in pairwise(columns):
        if right.number > left.number + 1:
            yield block
            block = []
        block.append(right)
    yield block
