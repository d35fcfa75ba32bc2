"""Files to values with positions: trees of files, YAML, JSON and JSON Lines, limits. Never prints.

Importing this package is cheap: the YAML parser is loaded when the first YAML text is read.
"""

from __future__ import annotations

from qingdan.reading.document import Document, read_before, read_document
from qingdan.reading.events import c_parser_missing
from qingdan.reading.marks import Marks, Pointer
from qingdan.reading.tree import FileTree, FolderTree, MemoryTree, Tree, UnsavedTree, data_folder, packaged

__all__ = [
    "Document",
    "FileTree",
    "FolderTree",
    "Marks",
    "MemoryTree",
    "Pointer",
    "Tree",
    "UnsavedTree",
    "c_parser_missing",
    "data_folder",
    "packaged",
    "read_before",
    "read_document",
]
