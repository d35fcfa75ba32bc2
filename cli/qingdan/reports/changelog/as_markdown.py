"""The annex and the citizens' version as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.printing.escape import markdown
from qingdan.printing.words import label
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.changelog.citizens import Page, Tag
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.changelog.sheet import COLUMNS, Row, Sheet
from qingdan.reports.changelog.words import said
from qingdan.words.grammar import Lang

_MARKS: dict[Tag, str] = {"h2": "## ", "h3": "### ", "p": "", "li": "- "}


def for_the_office(log: Changelog, lang: Lang) -> str:
    """The annex of the notice."""
    return annex(changelog_sheet.sheet(log, lang), lang)


def for_citizens(log: Changelog, lang: Lang) -> str:
    """The citizens' version."""
    return page(changelog_citizens.page(log, lang))


def annex(sheet: Sheet, lang: Lang) -> str:
    """The annex; one table for all kinds of change."""
    lines = [said("annex", lang), "", f"# {markdown(sheet.title)}", "", *_table(sheet.versions)]
    if sheet.groups:
        lines += [f"## {said('counts', lang)}", "", *_table(sheet.counts)]
        lines += [label_of("effect", lang) + markdown(sheet.effects), ""]
        if sheet.audiences:
            lines += [f"## {said('by_audience', lang)}", "", *_table(sheet.audiences)]
        heads = [said(code, lang) for code in COLUMNS]
        rows = [_cells(row, lang) for group in sheet.groups.values() for row in group]
        lines += [f"## {said('table', lang)}", "", *_lines([heads, *rows])]
    else:
        lines += [said("nothing", lang), ""]
    lines += [f"## {said('notes', lang)}", ""]
    lines += [f"{number}. {markdown(note)}" for number, note in enumerate(sheet.notes, 1)]
    return "\n".join(lines) + "\n"


def label_of(code: str, lang: Lang) -> str:
    """A word of the annex with its colon."""
    return said(code, lang) + label("", lang)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    return _lines([[markdown(cell) for cell in row] for row in rows])


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are Markdown already."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield "|" + " --- |" * len(row)
    yield ""


def _cells(row: Row, lang: Lang) -> list[str]:
    return ["<br>".join(map(markdown, row.cells[code])) or markdown(said("blank", lang)) for code in COLUMNS]


def page(page: Page) -> str:
    """The citizens' version."""
    lines = [f"# {markdown(page.title)}", ""]
    before: Tag = "p"
    for tag, text in page.blocks:
        if before == "li" != tag:
            lines.append("")
        lines.append(_MARKS[tag] + markdown(text))
        if tag != "li":
            lines.append("")
        before = tag
    return "\n".join(lines).rstrip() + "\n"
