"""A zipped file, opened only where it unpacks to what a table may be; its parts are XML, read as they come."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from qingdan.problems.of_packages import TablesMissing
from qingdan.sources.packages import FAULTS, opened

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Cells of a file that hold something.
MOST_CELLS = 2_000_000


def broken() -> tuple[type[Exception], ...]:
    """What a damaged file makes its readers raise.

    Raises:
        TablesMissing: lxml is not installed.
    """
    try:
        from lxml.etree import LxmlError
    except ImportError as error:
        raise TablesMissing from error
    return (*FAULTS, LookupError, ArithmeticError, RuntimeError, LxmlError)


class Zipped:
    """The parts of a zipped file, by name."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open it; nothing is unpacked yet.

        Args:
            name: What the file is called, for what is said of it.
            data: All of it.

        Raises:
            NotATable: It has a password, is damaged, or would unpack to far more than a table.
        """
        self._file = opened(name, data)
        #: Small letters → the part: who writes workbooks is not strict about letters and strokes.
        self._parts = {_plain(part.filename): part for part in self._file.infolist()}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    def open(self, part: str) -> IO[bytes]:
        """A part, unpacked as it is read; no more than its declared size ever comes.

        Raises:
            KeyError: There is none of this name.
        """
        return self._file.open(self._parts[_plain(part)])

    def elements(self, part: str, tags: Sequence[str], starts: bool = False) -> Iterator[tuple[str, _Element]]:
        """The elements of a part that have one of some names, each when it is complete, and forgotten afterwards.

        Args:
            part: Its name.
            tags: Names of elements, in whatever namespace.
            starts: Give each also when it begins, without what it holds.

        Yields:
            ``start`` or ``end``, and the element.

        Raises:
            KeyError: There is no such part.
            ValueError: It declares a document type.
            LxmlError: It is no XML.
        """
        from lxml import etree

        events = ("start", "end") if starts else ("end",)
        wanted = [f"{{*}}{tag}" for tag in tags]
        options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        with self.open(part) as file:
            begun = False
            for event, element in etree.iterparse(file, events=events, tag=wanted, **options):
                if not begun and element.getroottree().docinfo.doctype:
                    raise ValueError("DOCTYPE")  # no workbook has one: it could hide what cells hold
                begun = True
                yield event, element
                if event == "end":
                    element.clear()
                    parent = element.getparent()
                    while parent is not None and parent[0] is not element:
                        del parent[0]

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part of a workbook refers to: id → last word of the type, and the part; outside ones as they stand."""
        folder, base = posixpath.split(part)
        beside = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        if beside in self:
            for _, each in self.elements(beside, ("Relationship",)):
                target = each.get("Target", "")
                if each.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
                found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target)
        return found


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
