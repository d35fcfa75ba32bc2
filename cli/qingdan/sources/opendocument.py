"""Open documents (.ods): they keep beside what a cell holds the text that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import CellKind, Doubt, Grid, GridCell, Merge
from qingdan.sources.number_formats import Shown, shown
from qingdan.sources.sheet_xml import cover
from qingdan.sources.xml import attribute, local
from qingdan.sources.zipped import MOST_CELLS, Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Which parts of texts are struck through, and by which code a number is shown, is said far from the cell.
_UNSEEN = frozenset({"struck", "formats"})
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_HIDDEN = ("collapse", "filter")


def read_open_document(name: str, file: Zipped) -> tuple[Grid, ...]:
    """Read the sheets of an open document.

    Args:
        name: What the file is called.
        file: Its parts.

    Raises:
        NotATable: It has a password, or holds more cells than are read.
        KeyError: A part is missing.
        ValueError: It is damaged.
    """
    if "META-INF/manifest.xml" in file and b"encryption-data" in file.open("META-INF/manifest.xml").read():
        raise NotATable(name, "password")
    hidden: set[str] = set()
    sheets: list[_Sheet] = []
    total = 0
    for event, element in file.elements("content.xml", ("style", "table", "table-column", "table-row"), starts=True):
        kind = local(element)
        if kind == "style" and event == "end":
            if any(attribute(child, "display") == "false" for child in element):
                hidden.add(attribute(element, "name"))
        elif kind == "table" and event == "start":
            sheets.append(_Sheet(name, attribute(element, "name"), attribute(element, "style-name") in hidden))
        elif sheets and kind == "table-column" and event == "end":
            sheets[-1].column(element)
        elif sheets and kind == "table-row" and event == "end":
            total -= len(sheets[-1].cells)
            sheets[-1].take(element, MOST_CELLS - total)
            total += len(sheets[-1].cells)
    return tuple(sheet.grid() for sheet in sheets)


@dataclass
class _Sheet:
    """Takes columns and rows, and keeps the cells that hold something."""

    file: str
    name: str
    hidden: bool
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    _merges: list[Merge] = field(default_factory=list)
    _columns: list[tuple[int, int]] = field(default_factory=list)
    _column: int = 0
    _row: int = 0

    def column(self, element: _Element) -> None:
        """Take one or more columns."""
        first = self._column + 1
        self._column += _many(element, "number-columns-repeated")
        if attribute(element, "visibility") in _HIDDEN:
            self._columns.append((first, self._column))

    def take(self, element: _Element, room: int) -> None:
        """Take one or more rows, and no more cells than there is room for."""
        top = self._row + 1
        self._row += _many(element, "number-rows-repeated")
        hidden = attribute(element, "visibility") in _HIDDEN
        column = 0
        for each in element:
            if local(each) not in ("table-cell", "covered-table-cell"):
                continue
            left = column + 1
            column += _many(each, "number-columns-repeated")
            down, across = _many(each, "number-rows-spanned"), _many(each, "number-columns-spanned")
            if down * across > 1:
                self._merges.append(Merge(top, left, top + down - 1, left + across - 1))
            cell = _cell(each)
            if cell is None:
                continue
            if (self._row - top + 1) * (column - left + 1) + len(self.cells) > room:
                raise NotATable(self.file, "large")
            for row, at in product(range(top, self._row + 1), range(left, column + 1)):
                covered = hidden or any(first <= at <= last for first, last in self._columns)
                self.cells[row, at] = cell._replace(row=row, column=at, hidden=covered)

    def grid(self) -> Grid:
        """What was taken."""
        cover(self.file, self.cells, self._merges)
        return Grid(self.file, self.name, self.cells, tuple(self._merges), self.hidden, _UNSEEN)


def _cell(element: _Element) -> GridCell | None:
    """What a cell holds, at no place yet; None where that is nothing."""
    said = "\n".join(_text(child) for child in element if local(child) == "p")
    notes = ["\n".join(_text(line) for line in child if local(line) == "p")
             for child in element if local(child) == "annotation"]  # fmt: skip
    comment = "\n".join(note for note in notes if note)
    formula = attribute(element, "formula")
    told = _told(element, said, formula)
    if told is None:
        return GridCell(0, 0, "", comment=comment) if comment else None
    doubts: tuple[Doubt, ...] = (*told.doubts, "external") if "'file:" in formula else told.doubts
    return GridCell(0, 0, told.text, told.raw, told.kind, doubts=doubts, comment=comment)


def _told(element: _Element, said: str, formula: str) -> Shown | None:
    kinds = [value for key, value in element.items() if key.rpartition("}")[2] == "value-type"]
    if "error" in kinds:
        return Shown(said, said, "error", ("error",))
    kind = kinds[0] if kinds else ""
    if kind in ("float", "percentage", "currency"):
        general = shown(attribute(element, "value"), "")
        doubts: list[Doubt] = [each for each in general.doubts if each != "exponent"]
        text = said or general.text
        if re.search(r"\dE\+\d+$", text):
            doubts.append("exponent")
        return Shown(text, general.raw, "number", tuple(doubts))
    if kind == "boolean":
        return Shown(
            said or attribute(element, "boolean-value").upper(),
            attribute(element, "boolean-value") == "true",
            "boolean",
        )
    if kind == "date":
        return Shown(said or attribute(element, "date-value"), attribute(element, "date-value"), "date")
    if kind == "time" and (match := _DURATION.fullmatch(attribute(element, "time-value"))):
        hours, minutes, seconds = (int(each) for each in match.groups())
        spent: CellKind = "time" if hours < 24 else "duration"
        day_end: tuple[Doubt, ...] = ("day_end",) if (hours, minutes, seconds) == (24, 0, 0) else ()
        return Shown(said, f"{hours:02d}:{minutes:02d}:{seconds:02d}", spent, day_end)
    if formula and not kind:
        return Shown(said, None, "no_value", ("no_value",))
    return Shown(said, said, "text") if said else None


def _text(paragraph: _Element) -> str:
    """The text of a paragraph, with its spaces, tabs and line breaks."""
    return "".join(_pieces(paragraph))


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = local(child)
        if kind == "s":
            yield " " * min(_many(child, "c"), 1000)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break":
            yield "\n"
        elif kind in ("span", "a", "ruby", "ruby-base"):
            yield from _pieces(child)
        yield child.tail or ""


def _many(element: _Element, name: str) -> int:
    """How often, or over how many; once where it is not said."""
    number = int(attribute(element, name) or 1)
    if not 0 < number <= 2**21:
        raise ValueError(number)
    return number
