"""Problems of packages that are not installed: what wants them, and how they come, with a network and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import Problem
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang

_says = Phrases("problems.not_installed")


class SiteToolsMissing(Problem):
    """Raised when MkDocs is not installed: it comes with ``qingdan[site]``."""

    def _words(self, lang: Lang) -> str:
        return not_installed("site", "mkdocs", lang)


class ParquetMissing(Problem):
    """Raised when DuckDB, which writes Parquet, is not installed: it comes with ``qingdan[parquet]``."""

    def _words(self, lang: Lang) -> str:
        return not_installed("parquet", "duckdb", lang)


class TablesMissing(Problem):
    """Raised when what reads tables and writes workbooks is not installed: it comes with ``qingdan[tables]``."""

    def _words(self, lang: Lang) -> str:
        return not_installed("tables", "python-calamine, lxml, XlsxWriter", lang)


class WordMissing(Problem):
    """Raised when python-docx, which writes Word documents, is not installed: it comes with ``qingdan[word]``."""

    def _words(self, lang: Lang) -> str:
        return not_installed("word", "python-docx", lang)


class PdfMissing(Problem):
    """Raised when Typst, which writes PDF, is not installed: it comes with ``qingdan[pdf]``."""

    def _words(self, lang: Lang) -> str:
        return not_installed("pdf", "typst", lang)


def not_installed(extra: str, package: str, lang: Lang) -> str:
    """What to say where the packages of an extra are not installed.

    Args:
        extra: Its name; empty for what every install has.
        package: One that is missing.
        lang: In which language.
    """
    what = f"qingdan[{extra}]" if extra else "qingdan"
    return _says("said", lang, use=_says(extra or "run", lang), what=what, package=package)
