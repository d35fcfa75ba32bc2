"""Did you mean …? Likeness suggests, it never decides."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

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
    return _closest(word, frozenset(candidates)) if len(word) <= 80 else ""


@lru_cache(maxsize=1024)
def _closest(word: str, candidates: frozenset[str]) -> str:
    """The same, remembered: one slip of the keyboard is often made in every item of a list."""
    matchers = [(SequenceMatcher(None, word, each), each) for each in candidates if _near_in_length(word, each)]
    near = [(matcher, each) for matcher, each in matchers if matcher.quick_ratio() >= ALIKE - CLEAR]
    scored = sorted(((matcher.ratio(), each) for matcher, each in near), reverse=True)
    if not scored or scored[0][0] < ALIKE:
        return ""
    if len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR:
        return ""
    return scored[0][1]


def _near_in_length(word: str, other: str) -> bool:
    """Whether two words can be alike at all: what is left out or added lowers the ratio."""
    return 2 * min(len(word), len(other)) >= (ALIKE - CLEAR) * (len(word) + len(other))
