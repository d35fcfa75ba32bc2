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


def among(text: str) -> int | None:
    """How many are wanted, where the words say more than that; ``None`` where that is not certain.

    >>> among("A4纸，用电脑打印，一式四份。"), among("原件一份，复印件两份"), among("盖章")
    (4, None, None)
    """
    found = {_figure(match["n"]) for match in _WITHIN.finditer(folded(text))}
    counted = re.findall(r"[0-9一二两三四五六七八九十]+\s*[份张套]", folded(text))
    return found.pop() if len(found) == len(counted) == 1 else None


def _figure(text: str) -> int:
    return int(number(text) or 0)
