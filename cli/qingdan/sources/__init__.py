"""Tables of workbooks, text files, web pages and documents, each read into the same grid of cells."""

from qingdan.sources.grid import Book, Doubt, Grid, GridCell, Merge, address
from qingdan.sources.opening import read_book
from qingdan.sources.workbook import read_workbook

__all__ = ["Book", "Doubt", "Grid", "GridCell", "Merge", "address", "read_book", "read_workbook"]
