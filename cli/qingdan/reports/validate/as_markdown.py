"""A report as Markdown, such as for a pull request or the summary of a run: a table a list."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.findings import Report, Section
from qingdan.printing.escape import markdown
from qingdan.reports.validate import rows as report_rows
from qingdan.reports.validate import totals
from qingdan.words.grammar import Lang


def render(report: Report, lang: Lang, today: str = "") -> str:
    """The whole report.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines = [f"# {report_rows.title(lang)}", ""]
    for _, line in totals.lines(report, lang, today):
        lines += [markdown(line), ""]
    for section in report.sections:
        lines.extend(_section(section, report, lang))
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, report: Report, lang: Lang) -> Iterator[str]:
    yield f"## {markdown(report_rows.named(section, lang))}"
    yield ""
    rows = report_rows.rows(section, lang)
    if rows:
        heads = report_rows.heads(lang)
        yield f"| {' | '.join(heads)} |"
        yield "|" + " --- |" * len(heads)
        yield from (_row(row) for row in rows)
    else:
        yield totals.nothing(section, lang)
    yield ""
    for note in report_rows.notes(section, report, lang):
        yield f"- {markdown(note)}"
        yield ""


def _row(row: report_rows.Row) -> str:
    level, id, place, found, step = map(markdown, row.cells)
    told = "<br>".join((found, *map(markdown, row.basis)))
    return f"| {level} | {id} | {place} | {told} | {step} |"
