"""Provinces, prefectures and counties by code (GB/T 2260), and what became of the codes abolished since 2016.

The table is read from bytes; rows become objects only when asked for. ``catalogue/divisions/README.md`` says where the
data comes from and what it does not know. Nothing is guessed: no answer means that the data holds none.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from qingdan.model.division_names import short_names

#: Types of change after which the new code is in force and before which it was not. The others (撤销, 撤区设区) merge
#: an old division into a new one that may have been there before.
_CREATING = frozenset({"新设", "撤县设区", "撤县设市", "撤市设区", "撤地设市", "同名改码", "更名", "区划调整"})
_LEVELS = ("province", "prefecture", "county")
_COLUMNS = ["code6", "level", "name", "parent", "origin"]
_CHANGE_COLUMNS = ["year", "type", "old_code", "old_name", "new_code", "new_name", "doc_no", "evidence"]


@dataclass(frozen=True, slots=True)
class Division:
    """One province, prefecture or county."""

    code: str
    name: str
    #: ``province``, ``prefecture`` or ``county``.
    level: str
    #: Code of the division above; empty for a province. Counties of a municipality stand below the province.
    parent: str
    #: ``gbt2260``; ``extension`` (used in practice, not in the standard); ``fiction`` (for examples only).
    origin: str
    #: Year in which the code was abolished; 0 while it is in force.
    until: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded change of a code or a name."""

    #: 0 where the year is not known.
    year: int
    #: The word of the record, such as 撤县设市.
    type: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    #: Number of the approval; empty where not recorded.
    doc_no: str
    #: ``secondary``, ``inferred`` or ``recalled``.
    evidence: str

    @property
    def moves(self) -> bool:
        """Whether a code went out of force by this change."""
        return bool(self.old_code) and self.old_code != self.new_code

    @property
    def keeps(self) -> bool:
        """Whether the new code stands for the old place under another code or name; else the old one was merged."""
        return self.moves and self.type in _CREATING


@dataclass(frozen=True, slots=True)
class Successor:
    """A division in force today and the changes that lead to it, oldest first."""

    division: Division
    changes: tuple[Change, ...]


class Divisions:
    """The table of divisions. Made by ``parse``; the same bytes always give the same answers."""

    def __init__(self, rows: Iterable[list[str]], changes: Iterable[Change]) -> None:
        self._rows = {row[0]: row for row in rows}
        self._changes = tuple(changes)

    def __iter__(self) -> Iterator[Division]:
        """Every division in force, by code."""
        return (self._in_force(row) for row in self._rows.values())

    def get(self, code: str) -> Division | None:
        """The division with this six-digit code, in force or abolished (``until``); None where none is recorded."""
        row = self._rows.get(code)
        return self._in_force(row) if row is not None else self._abolished.get(code)

    def province_of(self, code: str) -> Division | None:
        """The province a division or a nine-digit township code belongs to; a province belongs to itself."""
        lineage = self.lineage(code)
        top = self.get(lineage[-1]) if lineage else None
        return top if top is not None and top.level == "province" else None

    def is_within(self, code: str, ancestor: str) -> bool:
        """Whether one recorded division or township is the other or lies inside it. Unknown codes lie nowhere."""
        return ancestor in self.lineage(code)

    def lineage(self, code: str) -> tuple[str, ...]:
        """The code itself and those above it, up to the province; empty where the code is not recorded.

        A township code is the code of its division and three digits; the three digits are not checked.
        """
        if len(code) == 9 and code.isascii() and code.isdigit():
            above = self.lineage(code[:6])
            return (code, *above) if above else ()
        division = self.get(code)
        if division is None:
            return ()
        return (code, *self.lineage(division.parent)) if division.parent else (code,)

    def names_here(self, code: str) -> frozenset[str]:
        """What a place and those above it are called, in full and in short; empty for codes that are not recorded.

        A short name that other divisions bear too is none: 朝阳 in a list of 北京市朝阳区.
        """
        lineage = self.lineage(code)
        above = [division.name for part in lineage if (division := self.get(part))]
        short = {name for full in above for name in short_names(full)}
        own = {name for name in short if all(each.code in lineage for each in self.find(name))}
        return frozenset((*above, *own))

    def full_name(self, code: str) -> str:
        """Names from the province down, such as 湖南省湘西土家族苗族自治州吉首市; empty for other codes."""
        if self.get(code) is None:
            return ""
        above = [self.get(part) for part in self.lineage(code)]
        return "".join(division.name for division in reversed(above) if division is not None)

    def find(self, name: str) -> list[Division]:
        """The divisions with this name, in full or without its ending; those in force first, then from the top down.

        A former name finds the division as well: by a code that was abolished, or by today's code where it stayed.
        """
        found = {self.get(code) for code in self._codes_by_name.get(name, ())}
        divisions = (division for division in found if division is not None)
        return sorted(divisions, key=lambda each: (each.until > 0, _LEVELS.index(each.level), each.code))

    def changes_of(self, code: str) -> tuple[Change, ...]:
        """The recorded changes from or to a code, oldest first; those of unknown year come last."""
        return tuple(self._changes_by_code.get(code, ()))

    def successors(self, code: str) -> tuple[Successor, ...]:
        """What is in force today in place of an abolished code, by code.

        Empty for a code in force and for one whose successor is not recorded. A division that was split has several
        successors, of which the record may name only one.
        """
        later = {} if code in self._rows else self.later(code)
        return tuple(
            Successor(self._in_force(self._rows[each]), path)
            for each, path in sorted(later.items())
            if each in self._rows
        )

    def later(self, code: str) -> dict[str, tuple[Change, ...]]:
        """Every code that a place had after this one, in force today or not, with the changes that lead to it."""
        return self._walked(code, "old_code", "new_code")

    def earlier(self, code: str) -> dict[str, tuple[Change, ...]]:
        """Every code of a place that became this one or was merged into it, with the changes, the latest first."""
        return self._walked(code, "new_code", "old_code")

    def _walked(
        self, code: str, start: Literal["old_code", "new_code"], end: Literal["old_code", "new_code"]
    ) -> dict[str, tuple[Change, ...]]:
        found: dict[str, tuple[Change, ...]] = {code: ()}
        left = [code]
        while left:
            current = left.pop()
            for change in self._changes_by_code.get(current, ()):
                reached = getattr(change, end)
                if change.moves and getattr(change, start) == current and reached and reached not in found:
                    found[reached] = (*found[current], change)
                    left.append(reached)
        del found[code]
        return found

    def existed(self, code: str, year: int) -> bool | None:
        """Whether a GB/T 2260 code was in force at the end of a year.

        None where the record does not tell: before the year that precedes the first change, after that of the last
        one, for codes it does not hold, for extensions and fiction, and where a change has no year.
        """
        division = self.get(code)
        if division is None or division.origin != "gbt2260" or year not in self.covered:
            return None
        turns = sorted(turn for change in self.changes_of(code) for turn in _turns(change, code))
        if turns and turns[0][0] == 0:
            return None
        past = [state for turn_year, state in turns if turn_year <= year]
        if past:
            return past[-1]
        return not turns[0][1] if turns else True

    @cached_property
    def covered(self) -> range:
        """The years whose end the changes tell about: the one before the first change to that of the last."""
        years = [change.year for change in self._changes if change.year]
        return range(min(years) - 1, max(years) + 1) if years else range(0)

    @cached_property
    def _changes_by_code(self) -> dict[str, list[Change]]:
        by_code: dict[str, list[Change]] = defaultdict(list)
        for change in sorted(self._changes, key=lambda each: each.year or 9999):
            for code in {change.old_code, change.new_code} - {""}:
                by_code[code].append(change)
        return by_code

    @cached_property
    def _abolished(self) -> dict[str, Division]:
        """The last state of each code that is no longer in force."""
        last = {
            change.old_code: change
            for changes in self._changes_by_code.values()
            for change in changes
            if change.moves and change.old_code not in self._rows
        }
        known = self._rows.keys() | last.keys()
        return {code: _gone(change, known) for code, change in last.items()}

    @cached_property
    def _codes_by_name(self) -> dict[str, set[str]]:
        named = [(row[2], row[0]) for row in self._rows.values()]
        former = [(change.old_name, change.old_code) for change in self._changes if change.old_code]
        by_name: dict[str, set[str]] = defaultdict(set)
        for full, code in named + former:
            for name in (full, *short_names(full)):
                by_name[name].add(code)
        return by_name

    @staticmethod
    def _in_force(row: list[str]) -> Division:
        code, level, name, parent, origin = row
        return Division(code, name, level, parent, origin)


def _turns(change: Change, code: str) -> Iterator[tuple[int, bool]]:
    """The year of a change and whether the code is in force after it; nothing where the change does not tell."""
    if change.old_code == code and change.moves:
        yield change.year, False
    elif change.new_code == code and change.old_code != code and change.type in _CREATING:
        yield change.year, True


def _gone(change: Change, known: Iterable[str]) -> Division:
    """The division a change put out of force. Its parent follows from the digits, as in all of GB/T 2260."""
    code = change.old_code
    above = [parent for parent in (f"{code[:4]}00", f"{code[:2]}0000") if parent in known and parent != code]
    level = "prefecture" if code.endswith("00") else "county"
    return Division(code, change.old_name, level, above[0] if above else "", "gbt2260", change.year)


def parse(divisions: bytes, changes: bytes) -> Divisions:
    """Read ``divisions.csv`` and ``changes.csv``.

    Raises:
        ValueError: The bytes are not UTF-8 or do not have the columns of these two files.
    """
    events = _rows(changes, _CHANGE_COLUMNS)
    return Divisions(_rows(divisions, _COLUMNS), (Change(int(year or 0), *rest) for year, *rest in events))


def _rows(data: bytes, columns: list[str]) -> list[list[str]]:
    header, *rows = list(csv.reader(data.decode("utf-8").splitlines())) or [[]]
    if header != columns or any(len(row) != len(columns) for row in rows):
        raise ValueError(f"expected rows of the columns {columns}")
    return rows
