"""A copy of imported tables: each cell in the colour of what became of it, with a comment that says so."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qingdan.findings import CellLocation, Finding
from qingdan.importing import Imported
from qingdan.importing.account import FATES, Accounted, Fate
from qingdan.printing import messages
from qingdan.printing.escape import harmless
from qingdan.printing.words import SEVERITY
from qingdan.reports.imports.as_text import because
from qingdan.sources import Grid
from qingdan.words.grammar import Lang, bracketed
from qingdan.words.said import Phrases
from qingdan.words.showing import visible
from qingdan.workbooks import widths
from qingdan.workbooks.strict import heard, new_workbook, sure

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

_says = Phrases("imports")
_FATES = Phrases("imports.fate")
#: What became of a cell → its colour.
_COLOURS: Mapping[Fate, str] = {
    "taken": "#E3F1E4",
    "changed": "#FFF6D6",
    "noted": "#FBE3CC",
    "left_out": "#F6CFCF",
    "layout": "#ECECEC",
}
#: What a workbook holds in one cell, and in the name of a sheet.
_LONGEST, _NAME = 32_000, 28
_NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "________")
#: The width of what is said, in digits.
_WIDE = 90
_Place = tuple[str, int, int]


def chunks(found: Imported, lang: Lang) -> Iterator[bytes]:
    """The workbook: the counts and what to look at first, then a sheet for each table.

    Args:
        found: What was imported.
        lang: ``zh`` or ``en``.

    Raises:
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    out = io.BytesIO()
    with heard():
        book = new_workbook(out)
        styles = {fate: _style(book, bg_color=colour) for fate, colour in _COLOURS.items()}
        names = {
            grid.sheet: f"{n} {grid.sheet.translate(_NOT_IN_NAMES)[:_NAME]}" for n, grid in enumerate(found.grids, 1)
        }
        at: dict[_Place, list[Finding]] = {}
        for each in found.findings:
            if isinstance(each.location, CellLocation):
                at.setdefault((each.location.sheet, each.location.line, each.location.column), []).append(each)
        _first(book, found, styles, names, lang)
        for grid in found.grids:
            _copy(book, grid, names[grid.sheet], found.account.cells, at, styles, lang)
        book.close()
    yield out.getvalue()


def _style(book: Workbook, **more: object) -> Any:
    return book.add_format({"border": 1, "border_color": "#BBBBBB", "text_wrap": True, "valign": "top", **more})


def _page(sheet: Any) -> None:
    """Print across, as wide as one page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _first(book: Workbook, found: Imported, styles: Mapping[Fate, Any], names: Mapping[str, str], lang: Lang) -> None:
    """The counts with their colours, and what a person has to look at, with links to the cells."""
    sheet = book.add_worksheet(_says("account_sheet", lang))
    _page(sheet)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDE)
    sure(sheet.write_string, 0, 0, visible(found.account.file), book.add_format({"bold": True}))
    row = 1
    for fate in FATES:
        sure(sheet.write_string, row, 0, _FATES(fate, lang), styles[fate])
        sure(sheet.write_number, row, 1, found.account.counts[fate], styles[fate])
        row += 1
    for each in found.findings:
        place, row = each.location, row + 1
        said = " ".join((SEVERITY(each.severity.word, lang), _said(each, lang)))
        if isinstance(place, CellLocation) and place.sheet in names:
            cell = Accounted(place.sheet, place.line, place.column, "", "taken").address
            shown = _says("place", lang, sheet=visible(place.sheet), address=cell)
            sure(sheet.write_url, row, 0, f"internal:'{names[place.sheet]}'!{cell}", string=shown)
        sheet.set_row(row, widths.height([(said, _WIDE)]))
        sure(sheet.write_string, row, 1, said[:_LONGEST], _style(book))


def _copy(
    book: Workbook,
    grid: Grid,
    name: str,
    cells: Mapping[_Place, Accounted],
    findings: Mapping[_Place, Sequence[Finding]],
    styles: Mapping[Fate, Any],
    lang: Lang,
) -> None:
    sheet = book.add_worksheet(name)
    _page(sheet)
    columns: dict[int, list[str]] = {}
    rows: dict[int, list[tuple[str, int]]] = {}
    for cell in grid.cells.values():
        told = cells.get((grid.sheet, cell.row, cell.column))
        if told is None:
            continue
        text = str(harmless(cell.text))[:_LONGEST]  # of several lines where the table has several
        sure(sheet.write_string, cell.row - 1, cell.column - 1, text, styles[told.fate])
        columns.setdefault(cell.column, []).append(text)
        rows.setdefault(cell.row, []).append((text, cell.column))
        said = [_told(told, lang)]
        for each in findings.get((grid.sheet, cell.row, cell.column), ()):
            said.append(_said(each, lang))
        sure(sheet.write_comment, cell.row - 1, cell.column - 1, "\n".join(said)[:_LONGEST], {"x_scale": 2})
    across = {column: widths.column("", texts) for column, texts in columns.items()}
    for column, width in across.items():
        sheet.set_column(column - 1, column - 1, width)
    for row, held in rows.items():
        sheet.set_row(row - 1, widths.height([(text, across[column]) for text, column in held]))


def _told(cell: Accounted, lang: Lang) -> str:
    why = bracketed(because(cell, lang), lang) if cell.because else ""
    return _FATES(cell.fate, lang) + why + (f" → {cell.target}" if cell.target else "")


def _said(finding: Finding, lang: Lang) -> str:
    return f"{finding.id} {messages.message(finding, lang)} {messages.advice(finding, lang)}"
