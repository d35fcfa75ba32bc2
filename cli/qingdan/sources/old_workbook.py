"""Workbooks of the old form (.xls, .et): texts and merged ranges by calamine, the rest from their records."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from qingdan.problems.of_packages import TablesMissing
from qingdan.problems.of_tables import NotATable
from qingdan.sources.compound import Compound
from qingdan.sources.grid import Book, Grid, GridCell, Merge
from qingdan.sources.number_formats import Shown, shown
from qingdan.sources.old_records import HasPassword, OldBook, OldSheet, old_book
from qingdan.sources.sheet_xml import cover

if TYPE_CHECKING:
    from types import ModuleType

#: What is not looked for in the records.
_UNSEEN = frozenset({"struck", "comments"})


def read_old_workbook(name: str, data: bytes) -> Book:
    """Read a workbook of the old form.

    Args:
        name: What the file is called.
        data: All of it.

    Raises:
        NotATable: It is damaged or has a password.
        TablesMissing: python-calamine is not installed.
        ValueError: It is damaged.
        struct.error: Likewise.
    """
    calamine = _calamine()
    file = Compound(data)
    try:
        # first, for it sees to it that no more room is made than a sheet may have
        records = old_book(file.stream("workbook" if "workbook" in file.names else "book"))
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            grids: list[Grid] = []
            for at, sheet in enumerate(book.sheets_metadata):
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet:
                    hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
                    grids.append(_sheet(name, book.get_sheet_by_index(at), hidden, records, records.sheets[at]))
    except (HasPassword, calamine.PasswordError) as error:
        raise NotATable(name, "password") from error
    except calamine.CalamineError as error:
        raise NotATable(name, "damaged", str(error)) from error
    except BaseException as error:
        # what the reader did not foresee in a file is no Exception in Python
        if type(error).__name__ == "PanicException":
            raise NotATable(name, "damaged", str(error)) from error
        raise
    return Book(name, "xls", tuple(grids))


def _sheet(name: str, sheet: Any, hidden: bool, book: OldBook, records: OldSheet) -> Grid:
    found: dict[tuple[int, int], tuple[Shown, str]] = {}
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(), top + 1):
        for column, value in enumerate(values, left + 1):
            if value != "":
                found[row, column] = _told(value), ""
    for where, (number, code) in records.numbers.items():
        if book.formats:
            held = str(int(number)) if number.is_integer() else repr(number)
            found[where] = shown(held, code, book.since_1904), code
    for where, error in records.errors.items():
        found[where] = Shown(error, error, "error", ("error",)), ""
    cells = {
        where: GridCell(
            *where, told.text, told.raw, told.kind, code, told.doubts,
            hidden=where[0] in records.hidden_rows or where[1] in records.hidden_columns,
        )
        for where, (told, code) in sorted(found.items())
    }  # fmt: skip
    ranges = [(first, last) for first, last in sheet.merged_cell_ranges or () if first != last]
    merges = [Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]
    cover(name, cells, merges)
    return Grid(name, sheet.name, cells, tuple(merges), hidden, _UNSEEN if book.formats else _UNSEEN | {"formats"})


def _told(value: str | bool | float | date | time | timedelta) -> Shown:
    """A value of calamine; numbers, days and times are those of files whose formats are not known."""
    if isinstance(value, str):
        return Shown(value.replace("\r\n", "\n"), value, "text")
    if isinstance(value, bool):
        return Shown("TRUE" if value else "FALSE", value, "boolean")
    if isinstance(value, timedelta):
        return shown(repr(value / timedelta(days=1)), "[h]:mm:ss")
    if isinstance(value, datetime):
        return Shown(f"{value:%Y-%m-%d %H:%M:%S}", value.isoformat(), "date")
    if isinstance(value, date):
        return Shown(value.isoformat(), value.isoformat(), "date")
    if isinstance(value, time):
        return Shown(f"{value:%H:%M:%S}", value.isoformat(), "time")
    return shown(repr(value), "")


def _calamine() -> ModuleType:
    try:
        import python_calamine
    except ImportError as error:
        raise TablesMissing from error
    return python_calamine
