"""Any file that may hold tables: what kind it is decides who reads it."""

from __future__ import annotations

from qingdan.problems.of_packages import TablesMissing
from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import Book
from qingdan.sources.kinds import kind_of


def read_book(name: str, data: bytes) -> Book:
    """Read the tables of a file: a workbook, delimited text, a web page or a document.

    Args:
        name: What the file is called. Only of text its ending says something: .csv, .tsv, .txt or .html.
        data: All of it.

    Returns:
        Its tables, in order.

    Raises:
        NotATable: It holds no table that can be read.
        TablesMissing: ``qingdan[tables]`` is not installed, and is needed.
    """
    try:
        return _read(name, data)
    except ModuleNotFoundError as error:
        raise TablesMissing from error


def _read(name: str, data: bytes) -> Book:
    kind = kind_of(name, data)
    if kind in ("xlsx", "xls", "ods"):
        from qingdan.sources.workbook import read_workbook

        return read_workbook(name, data)
    if kind == "html":
        from qingdan.sources.web import read_web

        return read_web(name, data)
    if kind == "docx":
        from qingdan.sources.document import read_document_tables

        return read_document_tables(name, data)
    if name.lower().endswith((".csv", ".tsv", ".txt")):
        from qingdan.sources.delimited import read_delimited

        return read_delimited(name, data)
    raise NotATable(name, "unknown")
