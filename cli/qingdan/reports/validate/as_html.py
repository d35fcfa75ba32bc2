"""A report as one page of HTML that can be sent and printed: a table a list; no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.findings import Report, Section
from qingdan.printing.page import page, table, text
from qingdan.reports.diff.as_html import STYLE
from qingdan.reports.validate import rows as report_rows
from qingdan.reports.validate import totals
from qingdan.words.grammar import Lang

#: The words carry the meaning; the colours only repeat it.
_LEVELS = ".error { background: #f8d5d0; } .warning { background: #fdf0c8; } .info, .waived { background: #fff; }\n"


def render(report: Report, lang: Lang, today: str = "") -> str:
    """One page with everything in it.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    return page(report_rows.title(lang), STYLE + _LEVELS, _body(report, lang, today), lang)


def _body(report: Report, lang: Lang, today: str) -> Iterator[str]:
    for _, line in totals.lines(report, lang, today):
        yield f"<p>{text(line)}</p>"
    for section in report.sections:
        yield from _section(section, report, lang)


def _section(section: Section, report: Report, lang: Lang) -> Iterator[str]:
    rows = [_row(row) for row in report_rows.rows(section, lang)]
    name = report_rows.named(section, lang)
    if rows:
        yield from table(name, [text(head) for head in report_rows.heads(lang)], rows)
    else:
        yield f"<h2>{text(name)}</h2>"
        yield f"<p>{text(totals.nothing(section, lang))}</p>"
    for note in report_rows.notes(section, report, lang):
        yield f'<p class="note">{text(note)}</p>'


def _row(row: report_rows.Row) -> str:
    level, id, place, found, step = map(text, row.cells)
    basis = "".join(f"<small>{text(line)}</small>" for line in row.basis)
    return (
        f'<tr><td class="{row.level}">{level}</td><th scope="row">{id}</th><td>{place}</td>'
        f"<td>{found}{basis}</td><td>{step}</td></tr>"
    )
