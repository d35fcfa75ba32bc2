"""Comma-separated values as Excel and WPS read them: UTF-8 that says so, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from qingdan.printing.escape import spreadsheet_cell

#: Without it Excel and WPS take the file for GBK. It stands before the first row.
BOM = "\ufeff"


def row(cells: Iterable[str | int]) -> str:
    """One line; a cell of several lines is told on one."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(
        [each if isinstance(each, int) else spreadsheet_cell(" ".join(each.splitlines())) for each in cells]
    )
    return out.getvalue()
