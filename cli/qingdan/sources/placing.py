"""Where a cell stands that a file tells row by row, with how many rows and columns it spans, as browsers have it."""

from __future__ import annotations

from qingdan.problems.of_tables import NotATable
from qingdan.sources.grid import Merge

#: Columns of a workbook; a table that is wider was made to be.
MOST_COLUMNS = 16_384
#: Places that spans may cover: a table that needs more was made to take up time.
_MOST_PLACES = 5_000_000


class Placing:
    """The places of one table that are taken so far.

    Attributes:
        row: The row that is being filled, from 1.
        merges: The ranges of cells that span several places.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._taken: dict[int, int] = {}  # column → last row of the cell that spans down through it
        self._left = _MOST_PLACES
        self._column = 1
        self.row = 0
        self.merges: list[Merge] = []

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self._column = 1

    def place(self, rows: int, columns: int) -> tuple[int, int]:
        """The row and column of the next cell of the row; it ends before a cell that spans down from above.

        Args:
            rows: How many it spans, itself included.
            columns: How many it spans.

        Raises:
            NotATable: The table is too wide.
        """
        left = self._column
        while self._is_taken(left):
            left += 1
        right = left
        while right + 1 < left + columns and not self._is_taken(right + 1):
            right += 1
        self._left -= right - self._column + 1
        if right > MOST_COLUMNS or self._left < 0:
            raise NotATable(self._file, "large")
        self._column = right + 1
        bottom = self.row + rows - 1
        if rows > 1:
            self._taken.update(dict.fromkeys(range(left, right + 1), bottom))
        if rows > 1 or right > left:
            self.merges.append(Merge(self.row, left, bottom, right))
        return self.row, left

    def _is_taken(self, column: int) -> bool:
        return self._taken.get(column, 0) >= self.row
