"""How far an import has come, told to whoever watches: a large table takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

#: Told how many rows are done, how many there are, and the sheet.
Watch = Callable[[int, int, str], None]
_Each = TypeVar("_Each")
#: It is told after so many rows.
_STEP = 100


class Progress:
    """Counts rows. Each is read and then aligned, so that it counts twice; half of what was counted is told."""

    def __init__(self, watch: Watch | None, rows: int) -> None:
        """Begin.

        Args:
            watch: Is told; nobody where there is none.
            rows: How many there are.
        """
        self._watch = watch
        self._rows = rows
        self._counted = 0

    def over(self, each_row: Iterable[_Each], sheet: str) -> Iterator[_Each]:
        """What was made of rows, one by one, as it was given."""
        for each in each_row:
            yield each
            self._counted += 1
            if self._watch and self._counted % _STEP == 0:
                self._watch(min(self._counted // 2, self._rows - 1), self._rows, sheet)

    def end(self) -> None:
        """All is done."""
        if self._watch and self._rows:
            self._watch(self._rows, self._rows, "")
