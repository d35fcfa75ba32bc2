"""What stands in the files although it could not be read or was left out for its form: it is not missing.

A slip of form is said once, where it is. What follows from it (references into nothing, elements and items that seem to
be missing) is no second finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from qingdan.loading import edition
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.files import Files
from qingdan.model.files import ENTRIES
from qingdan.rules.paths import element_of, strings


def ids(files: Files, kind: str) -> set[str]:
    """The ids of entries that were left out; ``#3`` for one that has none, so that nobody knows which one it is."""
    return {id for of, id in files.left_out if of == kind}


def nameless(files: Files, kind: str) -> bool:
    """Whether an entry was left out of which the id is not known."""
    return any(id.startswith("#") for id in ids(files, kind))


def absent(files: Files, kind: str, id: str, name: str = "") -> bool:
    """Whether what an edition does not hold is surely not there: it was neither left out nor unread.

    Args:
        files: The files of the edition.
        kind: A kind of file with entries, such as ``documents``.
        id: The id that was looked for, and not found.
        name: For concepts the name of their list, where it is known.
    """
    patterns = [pattern for pattern, kinds in edition.PLACES.items() if kind in kinds]
    for file in files.unread:
        if any(fnmatchcase(file, f"*{pattern}") for pattern in patterns) and name in ("", _stem(file)):
            return False
    return id not in ids(files, kind) and not nameless(files, kind)


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def dropped(subject: Effective, path: str) -> bool:
    """Whether the element that a path begins with stands in the file and was left out for its form."""
    element = element_of(path)
    return any(
        element not in layer.record and layer.document.has((*layer.pointer, element)) for layer in subject.layers
    )


def in_whole(catalogue: Catalogue) -> bool:
    """Whether every file of a list was read, and nothing of its items and localities was left out."""
    files = catalogue.files
    return not files.unread and not files.left_out and not files.dropped


def entries(catalogue: Catalogue, kind: str) -> Iterator[dict[str, object]]:
    """The entries of items or localities that were left out, as they are written."""
    for file in catalogue.files.files.get(kind, []):
        key = ENTRIES[kind]
        rows = zip(file.document.value[key], file.record[key], strict=True)
        yield from (entry for entry, kept in rows if kept is None and isinstance(entry, dict))


def implemented(catalogue: Catalogue) -> set[str]:
    """What entries that were left out name under ``implements``, in whatever form."""
    found: set[str] = set()
    for kind in ("items", "locality"):
        for entry in entries(catalogue, kind):
            below = entry.get("handling_items")
            records = [entry, *(below if isinstance(below, list) else ())]
            links = [each.get("implements") for each in records if isinstance(each, dict)]
            found.update(text for _, text in strings(links))
    return found


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
