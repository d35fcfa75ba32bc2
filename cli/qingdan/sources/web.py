"""Tables of web pages, as a browser shows them: row groups in their order, spans, breaks, what is struck or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable
from qingdan.sources.encoded import decoded
from qingdan.sources.grid import Book, Grid, GridCell, Merge
from qingdan.sources.placing import Placing
from qingdan.sources.runs import Runs, prose_grid

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from qingdan.sources.runs import Look

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
#: A declaration stands in the first kilobyte; pages of old systems put scripts before it.
_HEAD = 4096
_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_NO_TEXT = {"script", "style", "template", "noscript", "head", "rt", "rp", "colgroup"}
_STRUCK = {"del", "s", "strike"}
_BLOCKS = set(
    "address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form h1"
    " h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table td th tr ul".split()
)
#: What a field of a form shows: not ticked, ticked; or the value that is filled in.
_TICKS = {"checkbox": "☐☑", "radio": "○●"}
_FIELDS = {"text", "number", "date", "tel", "email", "url"}
_STRUCK_STYLE = re.compile(r"text-decoration[^;{}]{0,99}line-through", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NUMBER = re.compile(r"\s*\+?([0-9]{1,9})")
#: What browsers take for the number of rows and columns that a cell spans at most.
_MOST_ROWS, _MOST_COLUMNS = 65_534, 1000


def read_web(name: str, data: bytes) -> Book:
    """The tables of a web page, and its text outside of them.

    Args:
        name: Name of the file.
        data: What is in the file.

    Returns:
        A book with a grid for each table, named by its number in the page; one inside a cell is ``1.1`` and its text
        is not in that cell; the last one is the text outside of all tables. A caption is the first row. A cell that
        is hidden keeps its place and says so.

    Raises:
        NotATable: No table holds anything, the page is damaged, or larger than a page that can be read.
        ModuleNotFoundError: lxml is not installed: it comes with ``qingdan[tables]``.
    """
    root = _parsed(name, data)
    unseen = frozenset(("comments", "formats", *_left_to_style_sheets(root)))
    grids: list[Grid] = []
    notes: set[str] = set()
    for element, number in _numbered(_outermost(root), ""):
        table = _Table(name, element)
        hidden = any(map(_hides, _up(element, None)))
        grids.append(Grid(name, number, table.cells, tuple(table.merges), hidden, unseen))
        if table.hides:
            notes.add("hidden_text")
    prose = prose_grid(name, _prose(root))
    grids += [prose] if prose.cells else []
    if not any(grid.cells for grid in grids):
        raise NotATable(name, "empty")
    return Book(name, "html", tuple(grids), tuple(notes))


def _parsed(name: str, data: bytes) -> Element:
    """The tree of a page. Where the parser gives up halfway it says so in its log alone."""
    from lxml import etree

    declared = _DECLARED.search(data, 0, _HEAD)
    found = next((each.decode() for each in declared.groups() if each), "") if declared else ""
    text = decoded(name, data, found).replace("\0", "\ufffd")
    if not text.strip():
        raise NotATable(name, "empty")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotATable(name, "damaged", str(error)) from None
    fatal = parser.error_log.filter_from_fatals()
    if fatal:
        raise NotATable(name, "damaged", str(fatal[0].message).strip())
    _lift_row_groups(root)
    return root


def _lift_row_groups(root: Element) -> None:
    """Take row groups out of cells: the parser leaves open a cell without an end tag where ``thead`` begins."""
    for group in reversed(list(root.iter(*_GROUPS))):
        above = [each for each in _up(group, next(group.iterancestors("table"), root)) if each is not group]
        if any(each.tag in _CELLS for each in above):
            above[-1].addnext(group)


def _left_to_style_sheets(root: Element) -> Iterator[str]:
    """What a style sheet may do to a cell, which only its own attributes are asked for."""
    sheets = " ".join(each.text or "" for each in root.iter("style"))
    linked = any("stylesheet" in each.get("rel", "").lower() for each in root.iter("link"))
    if linked or _STRUCK_STYLE.search(sheets):
        yield "struck"
    if linked or _HIDDEN_STYLE.search(sheets):
        yield "hidden"


def _outermost(element: Element) -> Iterator[Element]:
    """The tables below an element that are in no other table below it."""
    for child in element:
        if child.tag == "table":
            yield child
        else:
            yield from _outermost(child)


def _numbered(tables: Iterator[Element], before: str) -> Iterator[tuple[Element, str]]:
    """Tables with their numbers, each before those inside it."""
    for number, table in enumerate(tables, 1):
        yield table, f"{before}{number}"
        yield from _numbered(_outermost(table), f"{before}{number}.")


def _below(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """Elements of a table with one of the tags, through what does not belong there, such as a form around rows."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in ("table", *_CELLS):
            yield from _below(child, tags)


def _rows(parts: Iterable[Element]) -> list[list[Element]]:
    """The cells of rows, row by row; cells that stand in no row make one."""
    rows: list[list[Element]] = []
    loose = False
    for part in parts:
        if part.tag == "tr":
            rows.append(list(_below(part, _CELLS)))
        elif loose:
            rows[-1].append(part)
        else:
            rows.append([part])
        loose = part.tag != "tr"
    return rows


def _row_groups(table: Element) -> list[list[list[Element]]]:
    """The rows of a table by row group, in the order in which they are shown. Rows that stand in no group make one."""
    groups: list[tuple[str, list[list[Element]]]] = []
    for in_group, parts in groupby(_below(table, (*_GROUPS, "tr", *_CELLS)), key=lambda each: each.tag in _GROUPS):
        if in_group:
            groups += [(str(group.tag), _rows(_below(group, ("tr", *_CELLS)))) for group in parts]
        else:
            groups.append(("", _rows(parts)))
    head = next((each for each in groups if each[0] == "thead"), None)
    foot = next((each for each in groups if each[0] == "tfoot"), None)
    between = [each for each in groups if each is not head and each is not foot]
    return [rows for _, rows in (*([head] if head else []), *between, *([foot] if foot else []))]


class _Table:
    """One table being read.

    Attributes:
        cells: Row and column → cell.
        merges: The ranges that are shown as one.
        hides: Some text of its cells is hidden.
    """

    def __init__(self, name: str, table: Element) -> None:
        self._table = table
        self._placing = Placing(name)
        self.cells: dict[tuple[int, int], GridCell] = {}
        self.merges = self._placing.merges
        self.hides = False
        self._read()

    def _read(self) -> None:
        captions = [each for each in _below(self._table, ("caption",)) if _text(each, self._table).cell(1, 1)][:1]
        for caption in captions:
            self._placing.next_row()
            self._put(caption, 1, 1)
        for rows in _row_groups(self._table):
            for number, row in enumerate(rows):
                self._placing.next_row()
                for cell in row:
                    most = min(len(rows) - number, _MOST_ROWS)
                    spanned = _number(cell.get("rowspan", ""), 1)
                    columns = min(_number(cell.get("colspan", ""), 1) or 1, _MOST_COLUMNS)
                    self._put(cell, min(spanned or most, most), columns)
        width = max((column for _, column in self.cells), default=0)
        width = max(width, *(merge.right for merge in self.merges)) if self.merges else width
        if captions and width > 1:
            self.merges.insert(0, Merge(1, 1, 1, width))

    def _put(self, element: Element, rows: int, columns: int) -> None:
        row, column = self._placing.place(rows, columns)
        text = _text(element, self._table)
        self.hides = self.hides or text.hides
        cell = text.cell(row, column, hidden=any(map(_hides, _up(element, self._table))))
        if cell:
            self.cells[row, column] = cell


def _number(text: str, default: int) -> int:
    """The number at the beginning of an attribute, as browsers read it."""
    match = _NUMBER.match(text)
    return int(match[1]) if match else default


def _hides(element: Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _up(element: Element, until: Element | None) -> Iterator[Element]:
    """An element and what it stands in, up to another element."""
    at: Element | None = element
    while at is not None and at is not until:
        yield at
        at = at.getparent()


def _text(cell: Element, table: Element) -> Runs:
    """The text of a cell, without the tables inside it."""
    runs = Runs()
    look: Look = "struck" if any(_is_struck(each) for each in _up(cell, table)) else "plain"
    _add_children(runs, cell, look, keeps=False)
    runs.trim()
    return runs


def _prose(root: Element) -> Runs:
    """What a page says outside of its tables."""
    runs = Runs()
    _add_children(runs, root, "plain", keeps=False)
    runs.trim()
    return runs


def _is_struck(element: Element) -> bool:
    return element.tag in _STRUCK or bool(_STRUCK_STYLE.search(element.get("style", "")))


def _add_children(runs: Runs, element: Element, look: Look, keeps: bool) -> None:
    """Add the text below an element; ``keeps``: spaces and line breaks are shown as they are."""
    _add_text(runs, element.text, look, keeps)
    for child in element:
        if child.tag == "br":
            runs.trim()
            runs.add("\n", look)
        elif child.tag == "input":
            _add_text(runs, _of_input(child), look, True)
        elif child.tag == "select":
            _add_text(runs, _chosen(child), look, keeps)
        elif child.tag not in _NO_TEXT:
            _add_element(runs, child, look, keeps)
        _add_text(runs, child.tail, look, keeps)


def _add_element(runs: Runs, element: Element, look: Look, keeps: bool) -> None:
    """Add an element; a block begins a line and ends it, unless it is not shown."""
    if look != "hidden" and _hides(element):
        look = "hidden"
    elif look == "plain" and _is_struck(element):
        look = "struck"
    if element.tag in _BLOCKS:
        _end_line(runs, look)
    if element.tag != "table":
        _add_children(runs, element, look, keeps or element.tag in ("pre", "textarea"))
    if element.tag in _BLOCKS and look != "hidden":
        _end_line(runs, look)


def _end_line(runs: Runs, look: Look) -> None:
    if look == "hidden":
        runs.add("\n", look)
        return
    runs.trim()
    if runs.begun() != "\n":
        runs.add("\n", look)


def _add_text(runs: Runs, text: str | None, look: Look, keeps: bool) -> None:
    if not text:
        return
    if not keeps:
        text = _SPACES.sub(" ", text)
        if runs.begun() in " \n":
            text = text.removeprefix(" ")
    # a space that does not break a line is a space to see
    runs.add(text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "), look)


def _of_input(element: Element) -> str:
    """What a field of a form shows."""
    kind = element.get("type", "text").lower()
    if kind in _TICKS:
        return _TICKS[kind]["checked" in element.attrib]
    return str(element.get("value", "")) if kind in _FIELDS else ""


def _chosen(element: Element) -> str:
    """The choice that a list of choices shows: the first where none is selected."""
    choices = list(element.iter("option"))
    chosen = [each for each in choices if "selected" in each.attrib] or choices[:1]
    return " ".join("".join(each.itertext()) for each in chosen)
