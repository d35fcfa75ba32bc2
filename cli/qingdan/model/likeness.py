"""Did you mean …? Likeness suggests, it never decides."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

#: How alike the best candidate must be, and by how much it must beat the next one, to be worth a suggestion.
ALIKE = 0.72
CLEAR = 0.08


def closest(word: str, candidates: Iterable[str]) -> str:
    """The one candidate that clearly wins, or ``""``.

    >>> closest("promise_limit", ["promised_limit", "statutory_limit"])
    'promised_limit'
    >>> closest("JY-0409", ["JY-0401", "JY-0402"])
    ''
    """
    if len(word) > 80:
        return ""
    scored = sorted(((SequenceMatcher(None, word, each).ratio(), each) for each in set(candidates)), reverse=True)
    if not scored or scored[0][0] < ALIKE:
        return ""
    if len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR:
        return ""
    return scored[0][1]
