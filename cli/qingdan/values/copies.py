"""How many of a paper are wanted: 一式两份, 原件1份复印件2份."""

from __future__ import annotations

import re

from qingdan.model.figures import number
from qingdan.model.folding import folded

_N = "(?P<{}>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})"
_EDGES = " \t\n。；;，,、（）()"
_PLAIN = re.compile(rf"(?:一式|各|共)?\s*{_N.format('n')}\s*[份张套]?")
_BOTH = re.compile(rf"原件\s*{_N.format('own')}\s*份[、，,；;和及]?\s*复印件\s*{_N.format('copies')}\s*份")
_COPY = re.compile(rf"复印件\s*(?:一式)?\s*{_N.format('n')}\s*[份张套]")
_OWN = re.compile(rf"原件\s*(?:一式)?\s*{_N.format('n')}\s*[份张套]")
_WITHIN = re.compile(rf"(?:一式|各|[，,、。；;\s]|^){_N.format('n')}[份张套](?=[，,、。；;\s]|$)")


def read(text: str) -> dict[str, int]:
    """How many are wanted, as parts of a paper; empty where it is not certain, or something else is said.

    >>> read("一式四份"), read("2"), read("原件1份，复印件2份"), read("复印件三份"), read("一份或两份")
    ({'copies': 4}, {'copies': 2}, {'original_copies': 1, 'copies': 2}, {'copies': 3}, {})
    """
    plain = folded(text).strip(_EDGES)
    if both := _BOTH.fullmatch(plain):
        return {"original_copies": _figure(both["own"]), "copies": _figure(both["copies"])}
    if own := _OWN.fullmatch(plain):
        return {"original_copies": _figure(own["n"])}
    match = _COPY.fullmatch(plain) or _PLAIN.fullmatch(plain)
    return {"copies": _figure(match["n"])} if match else {}


#: Words beside it that change nothing about how many.
_BESIDE = re.compile(
    r"A4|纸张?|规格|用?电脑|打印|并|签[名字]|盖章|加盖|(?:单位)?公章|[一二两三12]寸|彩色|[白红蓝]底|正面|免冠|近期|照片|清晰|[，,、。；;\s()]"
)


def among(text: str) -> int | None:
    """How many are wanted, where the words beside it speak of paper, print and seals; else ``None``.

    >>> among("A4纸，用电脑打印，一式四份。"), among("原件一份，复印件两份"), among("A4纸，一份，已废止")
    (4, None, None)
    """
    plain = folded(text)
    found = list(_WITHIN.finditer(plain))
    if len(found) != 1 or _BESIDE.sub("", plain.replace(found[0][0], "")):
        return None
    return _figure(found[0]["n"])


def _figure(text: str) -> int:
    return int(number(text) or 0)
