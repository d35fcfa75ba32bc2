"""The address of a page as a QR code, for the printed guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

#: Free modules that the standard asks for around a code.
QUIET = 4


@dataclass(frozen=True)
class QrCode:
    """A code as one path of an inline SVG.

    Attributes:
        side: Modules along one side, the quiet zone included.
        path: The dark modules.
    """

    side: int
    path: str


def qr_code(url: str) -> QrCode:
    """The code of an address; about a seventh of it may be smudged and it still reads.

    >>> qr_code("https://example.org/").side
    33
    """
    import segno

    # any of the eight masks reads; trying them all takes four times as long as the code itself
    rows = segno.make(url, error="m", micro=False, boost_error=False, mask=3).matrix
    path = "".join(_runs(y, row) for y, row in enumerate(rows, QUIET))
    return QrCode(len(rows) + 2 * QUIET, path)


def _runs(y: int, row: bytes | bytearray) -> str:
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, length in _dark(row))


def _dark(row: bytes | bytearray) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules begins, and how long it is."""
    start = -1
    for x, module in enumerate([*row, 0]):
        if module and start < 0:
            start = x
        elif not module and start >= 0:
            yield start + QUIET, x - start
            start = -1
