"""What stands in the files although it could not be read or was left out for its form: it is not missing.

A slip of form is said once, where it is. What follows from it (references into nothing, elements and items that seem to
be missing) is no second finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from qingdan.loading import edition
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.files import Files
from qingdan.model.files import ENTRIES
from qingdan.rules.paths import first, strings


def entries(files: Files, kind: str, name: str = "") -> Iterator[tuple[Any, Any]]:
    """Every entry of one kind of file as it is written, with what was kept of it (``None``: nothing).

    Args:
        files: What was read.
        kind: A kind of file with entries, such as ``items``.
        name: Only files of this name, without folder and ending.
    """
    key = ENTRIES[kind]
    for file in files.files.get(kind, []):
        if name in ("", _stem(file.document.name)):
            yield from zip(file.document.value[key], file.record[key], strict=False)


def ids(files: Files, kind: str, name: str = "") -> set[str]:
    """The ids of all entries of a kind, those that were left out too; ``""`` among them for one without a legible id."""
    found = (entry.get("id") if isinstance(entry, dict) else None for entry, _ in entries(files, kind, name))
    return {id if isinstance(id, str) else "" for id in found}


def absent(files: Files, kind: str, id: str, name: str = "") -> bool:
    """Whether an entry of an edition is surely not there: all files of its kind were read, and none has it, left out or not.

    Args:
        files: The files of the edition.
        kind: A kind of file with entries, such as ``documents``.
        id: The id that was looked for.
        name: For concepts the name of their list.
    """
    patterns = [pattern for pattern, kinds in edition.PLACES.items() if kind in kinds]
    for file in files.unread:
        if any(fnmatchcase(file, f"*{pattern}") for pattern in patterns) and name in ("", _stem(file)):
            return False
    return not {id, ""} & ids(files, kind, name)


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def left_out(subject: Effective, path: str) -> bool:
    """Whether an element, or a part of it, stands in the file and was left out for its form."""
    steps = path.split("[]")[0].split(".") if "[]" not in path else path.split("[]")[0].split(".")[:1]
    below = ".".join(steps)
    return any(
        layer.document.has((*layer.pointer, *steps)) and first(layer.record, below) is None for layer in subject.layers
    )


def in_whole(catalogue: Catalogue) -> bool:
    """Whether every file of a list was read, and no entry of items and localities was left out."""
    kept = (row for kind in ("items", "locality") for _, row in entries(catalogue.files, kind))
    return not catalogue.files.unread and all(row is not None for row in kept)


def implemented(catalogue: Catalogue) -> set[str]:
    """What entries name under ``implements`` where they, or their links, were left out for their form."""
    found: set[str] = set()
    for kind in ("items", "locality"):
        for entry, kept in entries(catalogue.files, kind):
            if isinstance(entry, dict) and (kept is None or "implements" not in kept):
                found.update(text for _, text in strings(_links(entry)))
    return found


def _links(entry: dict[str, Any]) -> list[Any]:
    below = entry.get("handling_items")
    handling = below if isinstance(below, list) else []
    return [each.get("implements") for each in (entry, *handling) if isinstance(each, dict)]


_DIGITS = re.compile("([0-9]+)")


def order(file: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A key that sorts file names as people do: 9 before 10, and a copy behind what it is a copy of.

    >>> sorted(["a/01 - 副本.yaml", "a/10.yaml", "a/9.yaml", "a/01.yaml"], key=order)
    ['a/01.yaml', 'a/01 - 副本.yaml', 'a/9.yaml', 'a/10.yaml']
    """
    folder, _, name = file.rpartition("/")
    parts = (*folder.split("/"), _stem(name))
    return tuple(
        tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in _DIGITS.split(part) if piece)
        for part in parts
    )
