"""Telephone numbers as printed: dashes, blanks and widths in one form; whose they are stays as it is printed.

An area code that is missing is not added: the numbers of one place may be printed for another.
"""

from __future__ import annotations

import re

from qingdan.model.folding import folded

_DASHES = re.compile(r"(?<=[0-9])\s*[-‐‑‒–—―−－]+\s*(?=[0-9])")
_BLANKS = re.compile(r"\s+")
_LOCAL = "[2-9](?: ?[0-9]){6,7}"
#: A number that somebody can dial: of a place, of a mobile, of a service; 某路12345号 is none.
_NUMBER = re.compile(
    rf"(?<![0-9])(?:0[0-9]{{2,3}}[-)） ]*[0-9](?: ?[0-9]){{4,7}}|0[0-9]{{5,11}}|{_LOCAL}"
    r"|1(?:[- ]?[0-9]){10}|1[0-9]{4}|9[0-9]{4,5}|[48]00[- ]?[0-9]{3,4}[- ]?[0-9]{3,4})(?![0-9]|\s*[号室个元弄幢])"
)
#: An area code without its zero and a number: no mobile is so long, or begins so.
_WITHOUT_ZERO = re.compile("(?![48]00)[2-9][0-9]{9,10}|10[2-9][0-9]{7}")


def read(text: str) -> str:
    """Numbers with plain figures and single dashes.

    >>> read("0571--87056706"), read("０５７１－87651278、 87651271"), read("市直：2375089、沙洋：8568064")
    ('0571-87056706', '0571-87651278、87651271', '市直：2375089、沙洋：8568064')
    """
    figures = re.sub("[０-９]+", lambda match: folded(match[0]), text)
    return re.sub(r"(?<=[、；;，,])\s+", "", _DASHES.sub("-", _BLANKS.sub(" ", figures)).strip())


def is_number(text: str) -> bool:
    """Whether there is a number in a text that somebody can dial; one that has lost its zero is none.

    >>> is_number("市直：2375089、沙洋：8568064"), is_number("见各窗口"), is_number("某路12345号")
    (True, False, False)
    """
    return bool(_NUMBER.search(read(text)))


def without_zero(text: str) -> bool:
    """Whether the zero of the area code was lost, as spreadsheets do that take a number for a figure.

    >>> without_zero("57187651278"), without_zero("13812345678"), without_zero("4008881234")
    (True, False, False)
    """
    return bool(_WITHOUT_ZERO.fullmatch(read(text)))
