"""Sets of documents as short texts. ``theme/js/search.js`` reads them back."""

from __future__ import annotations

import base64
from collections.abc import Collection

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: Begins a text of one bit a document.
BITS = "."


def encoded(documents: Collection[int]) -> str:
    """The shorter of two texts: the gaps between the documents, or one bit for each.

    A gap is written in digits of five bits, lowest first; all but the last have 32 added. Bits stand six in a digit.
    """
    gaps: list[str] = []
    last = -1
    ordered = sorted(documents)
    for document in ordered:
        gap, last = document - last - 1, document
        while gap >= 32:
            gaps.append(DIGITS[32 + (gap & 31)])
            gap >>= 5
        gaps.append(DIGITS[gap])
    if last < 6 * len(gaps) - 6:
        return BITS + _bits(ordered, last)
    return "".join(gaps)


def _bits(ordered: list[int], last: int) -> str:
    bits = bytearray(last // 8 + 1)
    for document in ordered:
        bits[document >> 3] |= 128 >> (document & 7)
    return base64.urlsafe_b64encode(bits).decode("ascii").rstrip("=")
