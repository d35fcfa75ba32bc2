"""A file of tables, whatever its form."""

from __future__ import annotations

from qingdan.sources.delimited import read_delimited
from qingdan.sources.grid import Book


def read_book(name: str, data: bytes) -> Book:
    """All tables of a file."""
    return read_delimited(name, data)
