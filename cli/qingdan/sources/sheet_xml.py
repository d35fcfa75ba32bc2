"""The cells of one sheet of a workbook, from its XML in one pass: where each stands, what it holds and shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import CellKind, Doubt, Grid, GridCell, Merge, Raw
from qingdan.sources.number_formats import Shown, shown, text_shown
from qingdan.sources.workbook_xml import Rich, Sheet, Style, Workbook, comments, text_of, unescaped
from qingdan.sources.xml import local
from qingdan.sources.zipped import MOST_CELLS

if TYPE_CHECKING:
    from lxml.etree import _Element

#: As many as a sheet has.
_ROWS, _COLUMNS = 1_048_576, 16_384
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
#: A formula that points into another file: [1]Sheet1!A1.
_OUTSIDE = re.compile(r"\[\d+\][^\[\]]*!")
_PLAIN = Style()
_NOTHING = Shown("", None, "text")


def read_sheet(name: str, book: Workbook, sheet: Sheet) -> Grid:
    """Read a sheet.

    Args:
        name: What the file is called.
        book: What all sheets share.
        sheet: Which one.

    Raises:
        NotATable: It holds more cells than are read (``large``).
        ValueError: It is damaged.
    """
    reader = _Reader(name, book)
    notes = {place(ref): text for ref, text in comments(book.file, sheet).items() if text}
    merges: list[Merge] = []
    for _, element in book.file.elements(sheet.part, ("col", "row", "mergeCell")):
        kind = local(element)
        if kind == "row":
            reader.row(element)
        elif kind == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            (top, left), (bottom, right) = place(first), place(last or first)
            merges.append(Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
        elif element.get("hidden") in ("1", "true"):
            reader.hidden_columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))
    cells = reader.cells
    for where, text in notes.items():
        cell = cells.get(where) or GridCell(*where, "", hidden=reader.is_hidden(where[1]))
        cells[where] = cell._replace(comment=text)
    cover(name, cells, merges)
    return Grid(name, sheet.name, cells, tuple(merges), sheet.hidden)


def place(ref: str) -> tuple[int, int]:
    """Row and column of an address.

    >>> place("AB12")
    (12, 28)

    Raises:
        ValueError: It is none.
    """
    match = _ADDRESS.fullmatch(ref.replace("$", ""))
    if not match:
        raise ValueError(ref)
    row, column = int(match[2]), 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    if not (0 < row <= _ROWS and column <= _COLUMNS):
        raise ValueError(ref)
    return row, column


def cover(name: str, cells: dict[tuple[int, int], GridCell], merges: list[Merge]) -> None:
    """Say of the cells in merged ranges which cell covers them: all but the first of each range.

    Args:
        name: What the file is called.
        cells: The cells, changed in place.
        merges: The ranges.

    Raises:
        NotATable: The ranges are more and larger than those of a table (``large``).
    """
    work = 0
    for merge in merges:
        area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        work += min(area, len(cells))
        if work > 10 * MOST_CELLS:
            raise NotATable(name, "large")
        columns = range(merge.left, merge.right + 1)
        if area <= len(cells):
            inside = [(row, column) for row in range(merge.top, merge.bottom + 1) for column in columns]
        else:
            inside = [where for where in cells if merge.top <= where[0] <= merge.bottom and where[1] in columns]
        first = (merge.top, merge.left)
        for where in inside:
            if where != first and (cell := cells.get(where)):
                cells[where] = cell._replace(covered_by=first)


class _Reader:
    """Takes rows and keeps the cells that hold something."""

    def __init__(self, name: str, book: Workbook) -> None:
        self.cells: dict[tuple[int, int], GridCell] = {}
        self.hidden_columns: list[tuple[int, int]] = []
        self._name, self._book = name, book
        self._row = 0
        self._letters: dict[str, int] = {}
        self._looks: dict[str | None, Style] = {}
        self._numbers: dict[tuple[str, str], Shown] = {}
        self._outside: set[str] = set()

    def is_hidden(self, column: int) -> bool:
        """Whether a column is."""
        at = bisect_right(self.hidden_columns, (column, _COLUMNS)) - 1
        return at >= 0 and self.hidden_columns[at][0] <= column <= self.hidden_columns[at][1]

    def row(self, element: _Element) -> None:
        """Take a row."""
        self._row = int(element.get("r") or self._row + 1)
        if not 0 < self._row <= _ROWS:
            raise ValueError(self._row)
        space = element.tag.removesuffix("row")
        names = f"{space}v", f"{space}f", f"{space}is"
        hidden = element.get("hidden") in ("1", "true")
        letters = self._letters
        column = 0
        for cell in element.iterchildren(f"{space}c"):
            ref = cell.get("r")
            column = (letters.get(ref.rstrip("0123456789")) or self._column(ref)) if ref else column + 1
            if len(cell):
                self._cell(cell, names, column, hidden)
        if len(self.cells) > MOST_CELLS:
            raise NotATable(self._name, "large")

    def _column(self, ref: str) -> int:
        letters = ref.rstrip("0123456789")
        self._letters[letters] = place(f"{letters}1")[1]
        return self._letters[letters]

    def _cell(self, element: _Element, names: tuple[str, str, str], column: int, hidden: bool) -> None:
        number, kind = element.get("s"), element.get("t", "n")
        style = self._looks.get(number) or self._style(number)
        held, formula, inline = None, None, None
        child = element[0]
        if len(element) == 1 and child.tag == names[0]:
            held = child.text  # most cells are such
        else:
            for child in element:
                tag = child.tag
                if tag == names[0]:
                    held = child.text
                elif tag == names[1]:
                    formula = child
                elif tag == names[2]:
                    inline = child
        text: str | Rich = ""
        if kind == "s":
            text = self._shared(held) if held else ""
        elif kind == "inlineStr":
            text = text_of(inline) if inline is not None else ""
        elif kind == "str":
            text = unescaped(held or "")
        struck = style.struck
        parts: tuple[str, ...] = ()
        if type(text) is Rich:
            text, struck, parts = _struck(text, style.struck)
        assert isinstance(text, str)
        raw: Raw = text
        holds: CellKind = "text"
        doubts: tuple[Doubt, ...] = ()
        if not text:
            told = self._value(kind, held, formula, style)
            if told is _NOTHING:
                return
            text, raw, holds, doubts = told
        elif style.format:
            text = text_shown(text, style.format)
        if formula is not None and self._points_outside(formula):
            doubts = (*doubts, "external")
        if self.hidden_columns and not hidden:
            hidden = self.is_hidden(column)
        row = self._row
        self.cells[row, column] = GridCell(row, column, text, raw, holds, style.format, doubts, struck, parts, hidden)

    def _shared(self, number: str) -> str | Rich:
        at = int(number)
        if at < 0:
            raise ValueError(number)
        return self._book.texts[at]

    def _style(self, number: str | None) -> Style:
        at = int(number) if number else 0
        styles = self._book.styles
        self._looks[number] = styles[at] if 0 <= at < len(styles) else _PLAIN
        return self._looks[number]

    def _value(self, kind: str, held: str | None, formula: _Element | None, style: Style) -> Shown:
        """What a cell that is no text holds and shows."""
        if kind in ("s", "inlineStr", "str"):
            return _NOTHING
        if not held:
            return Shown("", None, "no_value", ("no_value",)) if formula is not None else _NOTHING
        if kind == "e":
            return Shown(held, held, "error", ("error",))
        if kind == "b":
            return Shown("TRUE", True, "boolean") if held.strip() in ("1", "true") else Shown("FALSE", False, "boolean")
        if kind == "d":
            return Shown(held, held, "date")
        key = held, style.format
        if key not in self._numbers:
            self._numbers[key] = shown(held, style.format, self._book.since_1904)
        return self._numbers[key]

    def _points_outside(self, formula: _Element) -> bool:
        """Whether a formula points into another file; of a shared one only the first cell has the text."""
        shared = formula.get("si") if formula.get("t") == "shared" else None
        found = bool(_OUTSIDE.search(formula.text or "")) or shared in self._outside
        if found and shared is not None:
            self._outside.add(shared)
        return found


def _struck(rich: Rich, whole: bool) -> tuple[str, bool, tuple[str, ...]]:
    """A text in parts as one, whether all of it is struck through, and the parts that are where others are not."""
    parts = [(said, whole if struck is None else struck) for said, struck in rich.parts if said]
    said = "".join(each for each, _ in parts)
    if all(struck for _, struck in parts):
        return said, bool(parts), ()
    joined: list[str] = []
    before = False
    for each, struck in parts:
        if struck and before:
            joined[-1] += each
        elif struck:
            joined.append(each)
        before = struck
    return said, False, tuple(joined)
