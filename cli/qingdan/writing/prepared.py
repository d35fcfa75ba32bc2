"""The files of a list with changes made, before any of them is written."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

from qingdan.reading import Document, Tree
from qingdan.reading.marks import Pointer
from qingdan.writing.edits import rewritten

_BOM = b"\xef\xbb\xbf"
#: Path → the bytes as they are, and as they will be.
Prepared = dict[Path, tuple[bytes, bytes]]


def prepared(
    root: Path,
    tree: Tree,
    prefix: str,
    documents: Mapping[str, Document],
    changes: Mapping[str, Mapping[Pointer, object]],
) -> tuple[Prepared, dict[str, str]]:
    """Every file that changes, edited and read again, and a unified diff of each.

    Args:
        root: The folder of the list.
        tree: Its files.
        prefix: What is put before their names.
        documents: Name with prefix → the file as it was read.
        changes: Name with prefix → where in it → what is to stand there.

    Raises:
        NotAsMeant: A file is laid out so that it cannot be edited safely.
    """
    files: Prepared = {}
    diffs = {}
    for file, wanted in changes.items():
        document, old = documents[file], tree.read(file.removeprefix(prefix))
        text = rewritten(document, wanted)
        if text != document.text:
            mark = _BOM if old.startswith(_BOM) else b""
            files[root / file.removeprefix(prefix)] = (old, mark + text.encode())
            diffs[file] = unified(file, document.text, text)
    return files, diffs


def unified(file: str, old: str, new: str) -> str:
    """A unified diff; a last line without a line break is marked as such."""
    shown = file.lstrip("/")
    rows = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{shown}", f"b/{shown}"
    )
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)
