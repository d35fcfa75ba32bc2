"""The fonts of what is printed: those of official documents first, and what may take their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from qingdan.reading import read_document


@cache
def fonts() -> Mapping[str, Sequence[str]]:
    """Where a font is used (``title``, ``head``, ``body``) → the families that will do, the best first."""
    file = Path(__file__).with_name("fonts.yaml")
    found: Mapping[str, Sequence[str]] = read_document(file.name, file.read_bytes()).value
    return found


def chosen(families: Iterable[str]) -> dict[str, str]:
    """Where a font is used → the best family that is there; what has none is not in the answer.

    Args:
        families: Names of the families of this machine; how they are written, large or small, says nothing.
    """
    there = {name.casefold(): name for name in families}
    best = {
        where: next((there[name.casefold()] for name in names if name.casefold() in there), "")
        for where, names in fonts().items()
    }
    return {where: name for where, name in best.items() if name}
