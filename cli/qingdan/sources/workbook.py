"""Workbooks: xlsx and ods from their own XML, which says how a cell is shown; xls by calamine, which does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import Book, Grid
from qingdan.sources.kinds import kind_of
from qingdan.sources.old_workbook import read_old_workbook
from qingdan.sources.opendocument import read_open_document
from qingdan.sources.sheet_xml import read_sheet
from qingdan.sources.workbook_xml import workbook
from qingdan.sources.zipped import MOST_CELLS, Zipped, broken

if TYPE_CHECKING:
    pass


def read_workbook(name: str, data: bytes) -> Book:
    """Read a workbook: xlsx, xlsm, xls, ods or et.

    What a cell shows is its text. What it holds is ``raw``: of a day or a time ISO 8601, of a duration ``36:00:00``.
    Nothing is followed, run or computed.

    Args:
        name: What the file is called.
        data: All of it.

    Returns:
        Its sheets, in order, also the hidden and the empty ones; not those that hold only a chart.

    Raises:
        NotATable: It is no workbook, is damaged, has a password, holds nothing, or would unpack to far too much.
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    faults = broken()
    kind = kind_of(name, data)
    try:
        if kind == "xlsx":
            book = _xlsx(name, data)
        elif kind == "ods":
            book = Book(name, "ods", read_open_document(name, Zipped(name, data)))
        elif kind == "xls":
            book = read_old_workbook(name, data)
        else:
            raise NotATable(name, "unknown")
    except faults as error:
        raise NotATable(name, "damaged", f"{type(error).__name__}: {error}") from error
    if not any(grid.cells for grid in book.grids):
        raise NotATable(name, "empty")
    return book


def _xlsx(name: str, data: bytes) -> Book:
    shared = workbook(Zipped(name, data))
    grids: list[Grid] = []
    left = MOST_CELLS
    for sheet in shared.sheets:
        grids.append(read_sheet(name, shared, sheet))
        left -= len(grids[-1].cells)
        if left < 0:
            raise NotATable(name, "large")
    return Book(name, "xlsx", tuple(grids), shared.notes)
