"""The printed sheet: everything that stands on its pages, as plain texts, for whatever writes it.

Who makes a sheet decides what it says; who writes it decides how it looks. Every text is one line, and harmless.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qingdan.words.grammar import Lang
from qingdan.words.showing import visible

#: What stands in a cell: a line each; none where nothing is known.
Lines = tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its heading.
        share: Its width, in parts of the widths of all columns.
    """

    title: str
    share: int


@dataclass(frozen=True)
class Group:
    """Rows that belong together.

    Attributes:
        title: What stands above them, over the whole width; empty: nothing does.
        rows: A cell for each column.
    """

    title: str
    rows: tuple[tuple[Lines, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table whose headings come again on every page.

    Attributes:
        columns: Its columns.
        groups: Its rows.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @cached_property
    def whole(self) -> int:
        """The widths of all columns together."""
        return sum(column.share for column in self.columns)


@dataclass(frozen=True)
class Part:
    """A part of the sheet: its title, its lines, its table; each may be missing.

    Attributes:
        title: Its title.
        lines: Sentences, one below the other.
        numbered: They are counted.
        table: Its table.
    """

    title: str = ""
    lines: Lines = ()
    numbered: bool = False
    table: Table | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet on A4, across.

    Attributes:
        lang: In which language it is.
        day: The day that it is made for, ``2026-11-22``; nothing in a file is younger.
        mark: What stands above the title at the left, as 附件 does; empty: nothing does.
        title: Its title.
        below: Lines below the title: day and source.
        parts: What follows, in order.
    """

    lang: Lang
    day: str
    mark: str
    title: str
    below: Lines
    parts: tuple[Part, ...]


def shown(text: str) -> str:
    r"""A text from a file as it is printed: on one line, and what steers or shows nothing as what it is.

    >>> shown("a\n b\x00")
    'a b\\u0000'
    """
    return visible(" ".join(text.split()))


def texts(sheet: Sheet) -> Iterator[str]:
    """Every text that is printed, in order; headings once."""
    yield from filter(None, (sheet.mark, sheet.title, *sheet.below))
    for part in sheet.parts:
        yield from filter(None, (part.title, *part.lines))
        if part.table:
            yield from (column.title for column in part.table.columns)
            for group in part.table.groups:
                yield from filter(None, (group.title, *(line for row in group.rows for cell in row for line in cell)))
