"""Tables of workbooks, text files, web pages and documents, each read into the same grid of cells."""

from qingdan.sources.grid import Book, Doubt, Grid, GridCell, Merge, address

__all__ = ["Book", "Doubt", "Grid", "GridCell", "Merge", "address"]
