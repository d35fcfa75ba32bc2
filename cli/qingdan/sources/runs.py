"""The text of one cell of a page or a document, told piece by piece with how each piece looks."""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from qingdan.sources.grid import Grid, GridCell

#: How a piece of text looks. ``deleted`` is what a tracked change took away, ``hidden`` what is in the file unseen.
Look = Literal["plain", "struck", "deleted", "hidden"]


class Runs:
    """Pieces of text in order.

    Attributes:
        hides: Some of the text is hidden.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Look]] = []
        self._shown: list[int] = []  # places of the pieces that are not hidden
        self.hides = False

    def add(self, text: str, look: Look = "plain") -> None:
        """Add a piece of text, or line breaks."""
        if not text:
            return
        if look != "hidden":
            self._shown.append(len(self._pieces))
        elif text.strip():
            self.hides = True
        self._pieces.append((text, look))

    def begun(self) -> str:
        """The last character that is shown so far; a line break where none is."""
        return self._pieces[self._shown[-1]][0][-1] if self._shown else "\n"

    def trim(self) -> None:
        """Take away spaces at the end of what is shown."""
        while self.begun() == " ":
            text, look = self._pieces[self._shown[-1]]
            text = text.rstrip(" ")
            self._pieces[self._shown[-1]] = (text, look)
            if not text:
                self._shown.pop()

    def struck_lines(self) -> list[str]:
        """The texts that are struck through, each on one line."""
        struck = (text for text, look in self._pieces if look == "struck")
        return [line for text in struck for line in text.split("\n") if line.strip()]

    def cell(
        self,
        row: int,
        column: int,
        *,
        hidden: bool = False,
        comment: str = "",
        covered_by: tuple[int, int] | None = None,
    ) -> GridCell | None:
        """The cell that has this text; ``None`` where it holds nothing. ``raw`` has what is hidden, too.

        Args:
            row: From 1.
            column: From 1.
            hidden: Its row or column is hidden.
            comment: What somebody noted at it.
            covered_by: The first cell of the merged range that covers it.
        """
        text = self._of("plain", "struck")
        raw = self._of("plain", "struck", "hidden")
        struck = bool(text) and not any(look == "plain" and piece.strip() for piece, look in self._pieces)
        shown = [self._pieces[place] for place in self._shown]
        told = ("deleted",) if struck else ("struck", "deleted")
        parts = tuple(
            part
            for look, pieces in groupby(shown, key=lambda each: each[1])
            if look in told and (part := "".join(piece for piece, _ in pieces).strip())
        )
        if not (raw or parts or comment):
            return None
        return GridCell(
            row,
            column,
            text,
            raw or None,
            struck=struck,
            struck_parts=parts,
            hidden=hidden,
            comment=comment,
            covered_by=covered_by,
        )

    def _of(self, *looks: Look) -> str:
        """The pieces that look so; empty where they show nothing."""
        text = "".join(piece for piece, look in self._pieces if look in looks).strip("\n")
        return text if text.strip() else ""


#: What the text outside of tables is called among the tables of a page or a document.
PROSE = "正文"


def prose_grid(file: str, runs: Runs) -> Grid:
    """Running text as a grid, a line a row, counted with the empty ones.

    Args:
        file: Name of the file.
        runs: The text.
    """
    whole = runs.cell(1, 1)
    lines = enumerate(whole.text.split("\n") if whole else (), 1)
    struck = runs.struck_lines()
    cells = {
        (row, 1): GridCell(row, 1, line, line, struck_parts=tuple(each for each in struck if each in line))
        for row, line in lines
        if line.strip()
    }
    return Grid(file, PROSE, cells, unseen=frozenset(("comments", "formats")), prose=True)
