"""The annex as it is printed: a Word document to be filled in and signed, a PDF to be put up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.paged.sheet import Column, Group, Lines, Part, Sheet, Table
from qingdan.printing.words import label
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.changelog.sheet import COLUMNS, Row
from qingdan.reports.changelog.words import said
from qingdan.words.grammar import Lang

#: Widths of the columns of the annex, in parts.
_SHARES = (5, 16, 10, 21, 22, 16, 17, 11, 14)


def docx(log: Changelog, lang: Lang) -> Iterator[bytes]:
    """A Word document, whole.

    Raises:
        WordMissing: python-docx is not installed.
    """
    from qingdan.paged.as_docx import written

    yield written(printed(log, lang))


def pdf(log: Changelog, lang: Lang) -> Iterator[bytes]:
    """A PDF, whole.

    Raises:
        PdfMissing: Typst is not installed.
        NoChineseFont: No font that will do is on this machine.
        NotPrintable: No font has one of the characters.
    """
    from qingdan.paged.as_pdf import written

    yield written(printed(log, lang))


def printed(log: Changelog, lang: Lang) -> Sheet:
    """The annex of a changelog as a printed sheet.

    Args:
        log: What changed.
        lang: ``zh`` or ``en``.
    """
    annex = changelog_sheet.sheet(log, lang)
    parts = [Part(table=_plain(annex.versions, (6, 16, 24, 8, 8)))]
    if annex.groups:
        parts.append(Part(said("counts", lang), table=_plain(annex.counts, (2, 1, 1))))
        parts.append(Part(lines=(said("effect", lang) + label("", lang) + annex.effects,)))
        if annex.audiences:
            parts.append(Part(said("by_audience", lang), table=_plain(annex.audiences, (4, 1, 1, 1, 1, 1, 1))))
        columns = (Column(said(code, lang), share) for code, share in zip(COLUMNS, _SHARES, strict=True))
        groups = (Group(title, tuple(_cells(row, lang) for row in rows)) for title, rows in annex.groups.items())
        parts.append(Part(said("table", lang), table=Table(tuple(columns), tuple(groups))))
    else:
        parts.append(Part(lines=(said("nothing", lang),)))
    parts.append(Part(said("notes", lang), tuple(annex.notes), numbered=True))
    return Sheet(lang, log.as_of, said("annex", lang), annex.title, (), tuple(parts))


def _cells(row: Row, lang: Lang) -> tuple[Lines, ...]:
    """A row of the annex; what the office fills in is marked."""
    return tuple(row.cells[code] or (said("blank", lang),) for code in COLUMNS)


def _plain(rows: Sequence[Sequence[str]], shares: Sequence[int]) -> Table:
    columns = tuple(Column(title, share) for title, share in zip(rows[0], shares, strict=True))
    return Table(columns, (Group("", tuple(tuple((cell,) for cell in row) for row in rows[1:])),))
