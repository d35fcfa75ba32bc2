"""Findings on a list that was imported in memory, at the cells from which it was made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qingdan.findings import CellLocation, Finding, Location
from qingdan.importing.run import Imported

_PATH = re.compile(r"items\[(?P<id>[^\]]+)\](?:\.(?P<element>[a-z_]+))?")


def at_cells(findings: Iterable[Finding], found: Imported, file: str) -> list[Finding]:
    """The findings at their cells: that of the element, else that of the name of the matter; else the file as a whole.

    Edits of the files that were never written are left out, and so are related places.

    Args:
        findings: Of the list in memory.
        found: How it was made.
        file: What the table file is called in the report.
    """
    return [replace(each, location=_cell(each, found, file), related=(), fix=None) for each in findings]


def named(findings: Iterable[Finding], file: str) -> list[Finding]:
    """The findings on a table itself, where the file is called otherwise."""
    return [replace(each, location=replace(each.location, file=file)) for each in findings if each.location]


def _cell(finding: Finding, found: Imported, file: str) -> Location:
    match = _PATH.match(finding.path)
    if match:
        for element in (match["element"] or "name", "name"):
            if place := found.places.get((match["id"], element)):
                sheet, row, column = place
                return CellLocation(file, row, column, row, column + 1, sheet=sheet)
    return Location(file)
