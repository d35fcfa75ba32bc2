"""Workbooks: xlsx and ods from their own XML, which says how a cell is shown; xls by calamine, which does not."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qingdan.problems.of_packages import TablesMissing
from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import Book, Grid, GridCell, Merge
from qingdan.sources.kinds import kind_of
from qingdan.sources.number_formats import Shown, shown
from qingdan.sources.opendocument import read_open_document
from qingdan.sources.sheet_xml import cover, read_sheet
from qingdan.sources.workbook_xml import workbook
from qingdan.sources.zipped import MOST_CELLS, Zipped, broken

if TYPE_CHECKING:
    from types import ModuleType

#: What the old form does not tell.
_UNSEEN = frozenset({"struck", "hidden", "comments", "formats", "errors"})


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
            book = _xls(name, data)
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


def _xls(name: str, data: bytes) -> Book:
    calamine = _calamine()
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as file:
            grids: list[Grid] = []
            for at, sheet in enumerate(file.sheets_metadata):
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet:
                    hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
                    grids.append(_xls_sheet(name, sheet.name, file.get_sheet_by_index(at), hidden))
    except calamine.PasswordError as error:
        raise NotATable(name, "password") from error
    except calamine.CalamineError as error:
        raise NotATable(name, "damaged", str(error)) from error
    except BaseException as error:
        # what the reader did not foresee in a file is no Exception in Python
        if type(error).__name__ == "PanicException":
            raise NotATable(name, "damaged", str(error)) from error
        raise
    return Book(name, "xls", tuple(grids))


def _xls_sheet(name: str, title: str, sheet: Any, hidden: bool) -> Grid:
    cells: dict[tuple[int, int], GridCell] = {}
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            if value != "":
                told = _told(value)
                cells[row, column] = GridCell(row, column, told.text, told.raw, told.kind, doubts=told.doubts)
    found = [(first, last) for first, last in sheet.merged_cell_ranges or () if first != last]
    merges = [Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in found]
    cover(name, cells, merges)
    return Grid(name, title, cells, tuple(merges), hidden, _UNSEEN)


def _told(value: str | bool | float | date | time | timedelta) -> Shown:
    """A value of calamine: days and times come as such, and in the form that they have in general."""
    if isinstance(value, str):
        return Shown(value.replace("\r\n", "\n"), value, "text")
    if isinstance(value, bool):
        return Shown("TRUE" if value else "FALSE", value, "boolean")
    if isinstance(value, timedelta):
        return shown(str(Decimal(value / timedelta(days=1))), "[h]:mm:ss" if value.seconds % 60 else "[h]:mm")
    if isinstance(value, datetime):
        return Shown(f"{value:%Y-%m-%d %H:%M:%S}", value.isoformat(), "date")
    if isinstance(value, date):
        return Shown(value.isoformat(), value.isoformat(), "date")
    if isinstance(value, time):
        return Shown(f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}", value.isoformat(), "time")
    return shown(repr(value), "")


def _calamine() -> ModuleType:
    try:
        import python_calamine
    except ImportError as error:
        raise TablesMissing from error
    return python_calamine
