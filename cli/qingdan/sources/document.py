"""Tables of documents (.docx), as they read once all tracked changes are accepted; what those took away is told."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable
from qingdan.sources.cell_text import CellText, Document
from qingdan.sources.grid import Book, Grid, GridCell, Merge
from qingdan.sources.numbering import Numbering
from qingdan.sources.packages import opened, part
from qingdan.sources.placing import MOST_COLUMNS
from qingdan.sources.runs import prose_grid
from qingdan.sources.xml import attribute, child, is_on, local, number, parsed, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from qingdan.sources.runs import Look

_MAIN = "word/document.xml"


def read_document_tables(name: str, data: bytes) -> Book:
    """The tables of a document, and its text outside of them.

    Args:
        name: Name of the file.
        data: What is in the file.

    Returns:
        A book with a grid for each table, named by its number in the document; one inside a cell is ``1.1`` and its
        text is not in that cell. The last one is the text outside of all tables. What a tracked change took away is
        among the ``struck_parts`` of its cell, hidden text in its ``raw`` alone. Notes: ``hidden_text``;
        ``list_numbers``: some could not be counted; ``macros``.

    Raises:
        NotATable: No table holds anything, or the file is no document, is damaged, has a password, or unpacks to far
            more than one.
        ModuleNotFoundError: lxml is not installed: it comes with ``qingdan[tables]``.
    """
    package = opened(name, data)
    with package:
        main = _related(name, package, "").get("officeDocument", _MAIN)
        body = part(name, package, main)
        if body is None:
            raise NotATable(name, "damaged", main)
        parts = _related(name, package, main)
        numbering, styles, comments = (
            _tree(name, package, parts.get(each)) for each in ("numbering", "styles", "comments")
        )
    document = Document(Numbering(numbering, styles), _comments(comments))
    reader = _Reader(name, document, frozenset(("formats", *_left_to_styles(styles))))
    reader.read(parsed(name, body))
    if not any(grid.cells for grid in reader.grids):
        raise NotATable(name, "empty")
    told = {
        "hidden_text": document.hides,
        "list_numbers": document.numbering.missed,
        "macros": "vbaProject" in parts,
    }
    return Book(name, "docx", tuple(reader.grids), tuple(note for note, holds in told.items() if holds))


def _related(name: str, package: zipfile.ZipFile, path: str) -> dict[str, str]:
    """The parts that a part names, or the package where there is no path: the last word of their type → path."""
    folder, file = posixpath.split(path)
    tree = _tree(name, package, posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, str] = {}
    for each in tree if tree is not None else ():
        if attribute(each, "TargetMode") != "External":
            kind = attribute(each, "Type").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attribute(each, "Target")))
            found.setdefault(kind, target.lstrip("/"))
    return found


def _tree(name: str, package: zipfile.ZipFile, path: str | None) -> Element | None:
    data = part(name, package, path) if path else None
    return None if data is None else parsed(name, data)


def _comments(tree: Element | None) -> dict[str, str]:
    """The comments by their number, each with its paragraphs on lines of their own."""
    found = {}
    for comment in tree if tree is not None else ():
        paragraphs = [each for each in comment.iter() if local(each) == "p"]
        lines = ("".join(text.text or "" for text in each.iter() if local(text) == "t") for each in paragraphs)
        found[attribute(comment, "id")] = "\n".join(lines).strip()
    return found


def _left_to_styles(styles: Element | None) -> Iterator[str]:
    """What styles may do to a cell, of which only the text's own formats are asked for."""
    if any(is_on(each, "rPr", "strike") for each in (styles if styles is not None else ())):
        yield "struck"


class _Reader:
    """The tables of one document.

    Attributes:
        grids: Those that were read, in order.
    """

    def __init__(self, name: str, document: Document, unseen: frozenset[str]) -> None:
        self._name = name
        self._document = document
        self._unseen = unseen
        self._tables = 0
        self.grids: list[Grid] = []

    def read(self, body: Element) -> None:
        """Read the tables of a body, in order; what stands outside of them is the last grid, a line a row."""
        text = CellText(self._document, "plain")
        text.read(body, self._outermost)
        prose = prose_grid(self._name, text.runs)
        self.grids += [prose] if prose.cells else []

    def _outermost(self, table: Element) -> None:
        self._tables += 1
        self.grids += self._table(table, str(self._tables))

    def _table(self, table: Element, title: str) -> list[Grid]:
        """One table, and then those in its cells."""
        cells: dict[tuple[int, int], GridCell] = {}
        inside: list[Grid] = []
        ranges = _Ranges()
        for row, element in enumerate(_below(table, "tr"), 1):
            properties = child(element, "trPr")
            hidden, gone = is_on(properties, "hidden"), child(properties, "del") is not None
            column = 1 + number(value(properties, "gridBefore"))
            ranges.next_row()
            for each in _below(element, "tc"):
                right = column + max(number(value(each, "tcPr", "gridSpan"), 1), 1) - 1
                if right > MOST_COLUMNS:
                    raise NotATable(self._name, "large")
                covered_by = ranges.place(row, column, right, child(each, "tcPr", "vMerge"))
                look: Look = "deleted" if gone or child(each, "tcPr", "cellDel") is not None else "plain"
                text = CellText(self._document, look)
                text.read(each, lambda nested: inside.extend(self._nested(nested, title, inside)))
                cell = text.runs.cell(row, column, hidden=hidden, comment=text.comment, covered_by=covered_by)
                if cell:
                    cells[row, column] = cell
                column = right + 1
        return [Grid(self._name, title, cells, ranges.merges(), unseen=self._unseen), *inside]

    def _nested(self, table: Element, title: str, inside: list[Grid]) -> list[Grid]:
        level = title.count(".") + 1
        place = 1 + sum(grid.sheet.count(".") == level for grid in inside)
        return self._table(table, f"{title}.{place}")


class _Ranges:
    """The ranges of cells of one table that are shown as one."""

    def __init__(self) -> None:
        self._all: list[list[int]] = []
        self._above: dict[int, list[int]] = {}  # column → the range that may go on in the next row
        self._going_on: dict[int, list[int]] = {}

    def next_row(self) -> None:
        """Begin a row."""
        self._above, self._going_on = self._going_on, {}

    def place(self, row: int, left: int, right: int, merge: Element | None) -> tuple[int, int] | None:
        """Take in a cell with what it says of going on from above; the cell that covers it, where one does."""
        above = self._above.get(left) if merge is not None and attribute(merge, "val") != "restart" else None
        if above is not None and above[3] == right:
            above[2] = row
            self._going_on[left] = above
            return above[0], above[1]
        self._all.append([row, left, row, right])
        if merge is not None:
            self._going_on[left] = self._all[-1]
        return None

    def merges(self) -> tuple[Merge, ...]:
        """Those of more than one cell."""
        return tuple(Merge(*each) for each in self._all if each[0] < each[2] or each[1] < each[3])


def _below(element: Element, kind: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and other marks around them."""
    for each in element:
        if local(each) == kind:
            yield each
        elif local(each) not in ("tbl", "tr", "tc"):
            yield from _below(each, kind)
