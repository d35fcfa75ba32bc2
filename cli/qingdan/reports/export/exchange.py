"""Guides as rows of the tables by which provinces exchange items with the national platform.

What a column takes stands in ``exchange.yaml``. What has no code, or could be said only in part, leaves its cell empty
and is counted: half of an answer would be taken for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qingdan.model.parts import Material
from qingdan.reading import read_document
from qingdan.reports.export.exchange_cells import Writer
from qingdan.reports.export.facts import Export, GuideEntry

#: The set of codes of lists that do not say of which set theirs are: that of the tables.
SET = "c0109"
#: The columns before those of each table, by which its rows are joined: they are not of the exchange.
GUIDE, CASE = "guide_id", "case"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an exchange table.

    Attributes:
        name: As the table calls it.
        title: What it holds, in Chinese.
        source: Where it is taken from: ``provider.name``; empty for what is counted.
        how: How it is written: a method of ``Writer``.
        of: The list of concepts that its codes stand in.
        kinds: The kinds of channel that count for it; empty: all of them.
        why: Why it is always left empty; empty where it is filled.
        required: Whether the table asks for it in every row.
        max: How many characters it has room for; 0 where that is not known.
    """

    name: str
    title: str
    source: str
    how: str
    of: str
    kinds: tuple[str, ...]
    why: str
    required: bool
    max: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An exchange table: its name, its title, the element whose entries are its rows, or none, and its columns."""

    name: str
    title: str
    each: str
    columns: tuple[Column, ...]


@dataclass(slots=True)
class Tally:
    """What became of a column.

    Attributes:
        filled: Rows in which it has a value.
        left: Rows in which the list states something that is not written, as there is no code for it or no room.
        long: Rows in which the value is longer than the table has room for.
    """

    filled: int = 0
    left: int = 0
    long: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows: each cell a text, those of ``heads`` before those of the columns."""

    layout: Layout
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    tallies: Mapping[str, Tally]


@cache
def _declared() -> Mapping[str, Any]:
    file = Path(__file__).with_name("exchange.yaml")
    found: Mapping[str, Any] = read_document(file.name, file.read_bytes()).value
    return found


@cache
def layouts() -> tuple[Layout, ...]:
    """Every exchange table, in order."""
    return tuple(
        Layout(name, table["title"], table.get("each", ""), tuple(_columns(table["columns"])))
        for name, table in _declared()["tables"].items()
    )


def _columns(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[Column]:
    for name, row in rows.items():
        how = row.get("as", "text")
        kinds, most = tuple(row.get("kinds", ())), int(row.get("max", 0))
        yield Column(
            name, row["title"], row.get("from", ""), how, row.get("of", ""), kinds, row.get("why", ""),
            row.get("required") is True, most,
        )  # fmt: skip


def tables(export: Export) -> Iterator[Filled]:
    """Each exchange table with a row a guide, or a row an entry of one.

    Args:
        export: The guides of some lists.
    """
    for layout in layouts():
        heads = (GUIDE, CASE) if layout.each == "materials" else (GUIDE,)
        tallies = {column.name: Tally() for column in layout.columns}
        rows = [row for entry in export.entries for row in _rows(entry, layout, heads, tallies, export)]
        yield Filled(layout, heads, rows, tallies)


def fetched(entry: GuideEntry) -> int:
    """How many papers of a guide the office fetches itself: nobody is asked for them, so that they are in no table."""
    return sum(each.get("by") == "agency" for each in entry.record.get("materials", []))


def _rows(
    entry: GuideEntry, layout: Layout, heads: tuple[str, ...], tallies: Mapping[str, Tally], export: Export
) -> Iterator[list[str]]:
    codes = entry.catalogue.head.get("codes", SET)
    model = Material if layout.each == "materials" else None
    writer = Writer(export.edition.registries, codes, model, _declared()["yes_no"], _declared()["day_units"])
    for place, source in enumerate(_entries(entry.record, layout.each), 1):
        case = "；".join(str(source[key]) for key in ("case", "when") if key in source)
        row = [entry.id, case][: len(heads)]
        for column in layout.columns:
            text = (
                "" if column.why else writer.written(source, column.source, column.how, column.of, column.kinds, place)
            )
            tally = tallies[column.name]
            tally.filled += bool(text)
            tally.left += not text and writer.states(source, column.source, column.how, column.kinds)
            tally.long += bool(column.max and len(text) > column.max)
            row.append(text)
        yield row


def _entries(record: Mapping[str, Any], each: str) -> list[Mapping[str, Any]]:
    """What a table has a row for: the record, or the entries of one of its elements."""
    if not each:
        return [record]
    found: Any = record
    for key in each.split("."):
        found = found.get(key) or {}
    return [entry for entry in found or [] if entry.get("by") != "agency"]
