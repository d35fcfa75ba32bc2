"""The annex and the citizens' version as one page of HTML: no script, nothing fetched, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from qingdan.printing.page import document, text
from qingdan.printing.words import label
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.changelog.citizens import Page
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.changelog.sheet import COLUMNS, Row, Sheet
from qingdan.reports.changelog.words import said
from qingdan.words.grammar import Lang

#: The words carry the meaning; the colours only repeat it, each dark enough on its ground to be read.
_STYLE = Path(__file__).with_name("style.css").read_text("utf-8")
_SHEET = """@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; padding: 0; font-size: 9.5pt; } }
"""
_PAGE = """body { max-width: 42rem; font-size: 1.125rem; font-family: "Noto Sans CJK SC", SimHei, sans-serif; }
h2 { font-size: 1.25em; margin-top: 1.5em; } h3 { font-size: 1em; margin: 1em 0 .25em; } ul { margin: .25em 0; }
@page { size: A4; margin: 20mm; }
"""


def for_the_office(log: Changelog, lang: Lang) -> str:
    """The annex of the notice."""
    return annex(changelog_sheet.sheet(log, lang), lang)


def for_citizens(log: Changelog, lang: Lang) -> str:
    """The citizens' version."""
    return page(changelog_citizens.page(log, lang), lang)


def annex(sheet: Sheet, lang: Lang) -> str:
    """The annex as a page to print on A4, across."""
    body = [f"<p>{said('annex', lang)}</p>", f"<h1>{text(sheet.title)}</h1>", *_table(sheet.versions, "")]
    if sheet.groups:
        body += [f"<h2>{said('counts', lang)}</h2>", *_table(sheet.counts, "figures")]
        body.append(f"<p>{said('effect', lang)}{label('', lang)}{text(sheet.effects)}</p>")
        if sheet.audiences:
            body += [f"<h2>{said('by_audience', lang)}</h2>", *_table(sheet.audiences, "figures")]
        body += [f"<h2>{said('table', lang)}</h2>", *_changes(sheet, lang)]
    else:
        body.append(f"<p>{said('nothing', lang)}</p>")
    body += [f"<h2>{said('notes', lang)}</h2>", "<ol>", *(f"<li>{text(note)}</li>" for note in sheet.notes), "</ol>"]
    return document(sheet.title, _STYLE + _SHEET, body, lang)


def page(page: Page, lang: Lang) -> str:
    """The citizens' version as a page to print on A4."""
    body = [f"<h1>{text(page.title)}</h1>"]
    before = ""
    for tag, told in page.blocks:
        if tag == "li" != before:
            body.append("<ul>")
        if before == "li" != tag:
            body.append("</ul>")
        body.append(f"<{tag}>{text(told)}</{tag}>")
        before = tag
    if before == "li":
        body.append("</ul>")
    return document(page.title, _STYLE + _PAGE, body, lang)


def _table(rows: Sequence[Sequence[str]], style: str) -> Iterator[str]:
    yield f'<table class="{style}">' if style else "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{text(cell)}</th>' for cell in rows[0]) + "</tr></thead>"
    yield "<tbody>"
    for row in rows[1:]:
        yield "<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"


def _changes(sheet: Sheet, lang: Lang) -> Iterator[str]:
    """One table; its head comes again on every page, each kind of change begins with a row of its own."""
    yield '<table class="wide">'
    heads = (f'<th scope="col" class="{code}">{said(code, lang)}</th>' for code in COLUMNS)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    for title, rows in sheet.groups.items():
        yield "<tbody>"
        yield f'<tr class="group"><th scope="rowgroup" colspan="{len(COLUMNS)}">{text(title)}</th></tr>'
        yield from (_row(row, lang) for row in rows)
        yield "</tbody>"
    yield "</table>"


def _row(row: Row, lang: Lang) -> str:
    cells = []
    for code in COLUMNS:
        lines = "".join(f"<p>{text(line)}</p>" for line in row.cells[code])
        style = {"effect": f' class="{row.effect}"', "effective_on": ' class="days"'}.get(code, "")
        cells.append(f"<td{style}>{lines or _blank(lang)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _blank(lang: Lang) -> str:
    return f'<p class="blank">{said("blank", lang)}</p>'
