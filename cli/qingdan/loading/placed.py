"""A record and the place where it stands, so that whatever is said of it can point at the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qingdan.findings import Location
from qingdan.loading.schemas import Pointer
from qingdan.reading import Document


@dataclass(frozen=True, slots=True)
class Placed:
    """A record inside a document.

    Attributes:
        record: The value as it was read.
        document: The document that holds it.
        pointer: Where in the document.
    """

    record: Any
    document: Document
    pointer: Pointer

    def locate(self, *below: str | int, key: bool = False) -> Location:
        """The place of something below the record; of the nearest thing above where there is none."""
        return self.document.locate((*self.pointer, *below), key=key)

    def pointer_to(self, *below: str | int) -> str:
        """JSON Pointer of something below the record."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in (*self.pointer, *below))


def placed(document: Document, value: Any, key: str) -> list[Placed]:
    """The entries of a list in a document; entries that were left out (``None``) are passed over."""
    return [Placed(entry, document, (key, index)) for index, entry in enumerate(value[key]) if entry is not None]
