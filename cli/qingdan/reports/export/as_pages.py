"""The list as it is printed: a Word document, a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.reports.export.facts import Export
from qingdan.reports.export.printed import sheet
from qingdan.words.grammar import Lang


def docx(export: Export, lang: Lang) -> Iterator[bytes]:
    """A Word document, whole.

    Raises:
        WordMissing: python-docx is not installed.
    """
    from qingdan.paged.as_docx import written

    yield written(sheet(export, lang))


def pdf(export: Export, lang: Lang) -> Iterator[bytes]:
    """A PDF, whole.

    Raises:
        PdfMissing: Typst is not installed.
        NoChineseFont: No font that will do is on this machine.
        NotPrintable: No font has one of the characters.
    """
    from qingdan.paged.as_pdf import written

    yield written(sheet(export, lang))
