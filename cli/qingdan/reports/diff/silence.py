"""What a list does not say: what was not read, was left out or is not claimed is never called removed."""

from __future__ import annotations

from functools import cached_property

from qingdan.loading.catalogue import Catalogue, Effective, path_of
from qingdan.reports.diff.facts import Word

#: Files of a list that hold no items.
_WITHOUT_ITEMS = ("catalogue.yaml", "waivers.yaml", "rules.yaml")
_ITEMS = ("items", "locality")


class Silence:
    """One list, asked about what it does not have."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        files = catalogue.files
        self._unread = [name for name in files.unread if not name.rsplit("/", 1)[-1].startswith(_WITHOUT_ITEMS)]
        self._left_out = {id for kind, id in files.left_out if kind in _ITEMS}
        self._dropped = {(id, element) for kind, id, element in files.dropped if kind in _ITEMS}

    def of(self, subject: Effective, word: Word, path: str = "") -> tuple[Word, str]:
        """What to call it that the list does not have what the other one has, with a reason code.

        Args:
            subject: What the other list has.
            word: What to call it where the list is known to be without it.
            path: The path that it would have in this list, where that is another one.
        """
        ids = {layer.record.get("id") for layer in subject.layers}
        if self._unread:
            return "unknown", "unread"
        if ids & self._left_out or any(id.startswith("#") for id in self._left_out):
            return "unknown", "left_out"
        if (path or subject.path) in self._declined:
            return word, "not_claimed"
        return word, "partial_list" if self.partial else ""

    @property
    def partial(self) -> bool:
        """Whether the list holds some of the items only."""
        return self._catalogue.head["completeness"] == "partial"

    def because(self, path: str) -> str:
        """Why a place does not claim an item, as it says itself."""
        return self._declined.get(path, "")

    def dropped(self, subject: Effective, element: str) -> bool:
        """Whether an element of the list's own record was left out for its structure."""
        return any((layer.record.get("id", ""), element) in self._dropped for layer in subject.layers)

    @cached_property
    def _declined(self) -> dict[str, str]:
        """Path of a row that says that the place does not do it → why."""
        return {
            f"{path_of(file.record)}.items[{row['id']}]": str(row.get("because", ""))
            for file in self._catalogue.localities
            for row in file.record["items"]
            if row is not None and row["status"] == "not_claimed"
        }
