"""Rows of a workbook, put together into the files of a list: the way back of ``taking``."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from qingdan.workbooks.kinds import implied
from qingdan.workbooks.paths import Path


class Entries(dict[int, object]):
    """A list that is being put together: number → entry, so that rows may come in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, int] = {}

    def add(self, entry: object, number: int = 0) -> int:
        """Put an entry at its number; behind the others where the number is taken, or none is given."""
        number = number if number and number not in self else max(self, default=0) + 1
        self[number] = entry
        return number


@dataclass
class Files:
    """The files of a list that are being put together.

    Attributes:
        files: Path in the folder of the list → its value.
        absent: File and key of what is not stated, though it would go without saying.
    """

    files: dict[str, object] = field(default_factory=dict)
    absent: set[tuple[str, str]] = field(default_factory=set)

    def file(self, name: str) -> dict[str, object]:
        """A file, begun where it is not there yet."""
        value = self.files.setdefault(name, {})
        assert isinstance(value, dict)  # other values are put by ``put`` alone
        return value

    def entries(self, name: str) -> Entries:
        """The matters of a file."""
        found = self.file(name).setdefault("items", Entries())
        assert isinstance(found, Entries)
        return found

    def put(self, name: str, path: Path, value: object) -> bool:
        """Put a value where its path says; ``False`` where the matter is not there, or something else stands there."""
        if not path:
            return self.files.setdefault(name, value) == value
        here = self.files.setdefault(name, Entries() if isinstance(path[0], int) else {})
        for step, after in pairwise(path):
            inside = _at(here, step)
            if inside is None:
                inside = Entries() if isinstance(after, int) else {}
                if not _set(here, step, inside):
                    return False
            here = inside
        return _set(here, path[-1], value)

    def finished(self) -> dict[str, object]:
        """The files, with what goes without saying."""
        out = {}
        for name, value in self.files.items():
            if isinstance(value, dict) and not isinstance(value, Entries) and implied(name):
                stated = "schema" in value or (name, "schema") in self.absent
                value = value if stated else {"schema": implied(name), **value}
            out[name] = _plain(value)
        return out


def _at(here: object, step: str | int) -> object:
    if isinstance(here, Entries):
        return here.get(here.ids.get(step, 0) if isinstance(step, str) else step)
    return here.get(step) if isinstance(here, dict) and isinstance(step, str) else None


def _set(here: object, step: str | int, value: object) -> bool:
    if isinstance(here, Entries) and isinstance(step, int):
        if step in here:
            return False
        here[step] = value
        return True
    if isinstance(here, dict) and not isinstance(here, Entries) and isinstance(step, str) and step not in here:
        here[step] = value
        return True
    return False


def _plain(value: object) -> object:
    """A value with its lists as lists."""
    if isinstance(value, Entries):
        return [_plain(value[number]) for number in sorted(value)]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
