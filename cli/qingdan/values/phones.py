"""Telephone numbers as printed: dashes, blanks and widths in one form; whose they are stays as it is printed.

An area code that is missing is not added: the numbers of one place may be printed for another.
"""

from __future__ import annotations

import re

from qingdan.model.folding import folded

_DASHES = re.compile(r"(?<=[0-9])\s*[-‐‑‒–—―−－]+\s*(?=[0-9])")
_BLANKS = re.compile(r"\s+")


def read(text: str) -> str:
    """Numbers with plain figures and single dashes.

    >>> read("0571--87056706"), read("０５７１－87651278、 87651271"), read("市直：2375089、沙洋：8568064")
    ('0571-87056706', '0571-87651278、87651271', '市直：2375089、沙洋：8568064')
    """
    figures = re.sub("[０-９]+", lambda match: folded(match[0]), text)
    return re.sub(r"(?<=[、；;，,])\s+", "", _DASHES.sub("-", _BLANKS.sub(" ", figures)).strip())
