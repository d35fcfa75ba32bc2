"""What a PDF shows and where: every character with its box, page by page."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

from qingdan.paged.sheet import Table

#: Of A4 across, in points: the margins left and right, and the width between them.
POINTS = 72 / 25.4
LEFT, WIDTH = 15 * POINTS, 267 * POINTS


@dataclass(frozen=True)
class Sign:
    """A character that shows something; left, bottom, right and top in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def lies_over(self, other: Sign) -> bool:
        """Whether the two share more than a seam; a slanting sign leans over the one before it."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > 0.4 * min(self.right - self.left, other.right - other.left) and across > 0.4 and up > 0.4


def pages(pdf: bytes) -> list[list[Sign]]:
    """The characters of each page, in the order of the file, but for blanks."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        signs = []
        for at in range(text.count_chars()):
            each = text.get_text_range(at, 1)
            if each.strip():
                signs.append(Sign(each, *text.get_charbox(at)))
        found.append(signs)
    return found


def edges(table: Table) -> list[float]:
    """Where the columns of a table begin, and where the last one ends, in points."""
    found = [LEFT]
    for column in table.columns:
        found.append(found[-1] + column.share / table.whole * WIDTH)
    return found


def plain(text: str) -> str:
    """A text without blanks, as its characters are compared."""
    return "".join(text.split())
