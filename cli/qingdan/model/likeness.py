"""Did you mean …? Likeness suggests, it never decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

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
    matchers = ((SequenceMatcher(None, word, each), each) for each in _near(word, candidates))
    scored = sorted(((matcher.ratio(), each) for matcher, each in matchers), reverse=True)
    if not scored or scored[0][0] < ALIKE:
        return ""
    if len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR:
        return ""
    return scored[0][1]


def _near(word: str, candidates: frozenset[str]) -> list[str]:
    """The candidates that have letters enough in common with a word to be alike, in whatever order they stand."""
    holders = _holders(candidates)
    common = Counter(chain.from_iterable(holders.get(letter, ()) for letter in _letters(word)))
    least = (ALIKE - CLEAR) / 2
    fewest = least * len(word)
    return [each for each, both in common.items() if both >= fewest + least * len(each)]


def _letters(word: str) -> Iterator[tuple[str, int]]:
    """Each letter with its number among its likes: what two words have in common is then what both hold."""
    seen: dict[str, int] = {}
    for letter in word:
        seen[letter] = number = seen.get(letter, 0) + 1
        yield letter, number


@lru_cache(maxsize=64)
def _holders(candidates: frozenset[str]) -> dict[tuple[str, int], list[str]]:
    """Letter → the candidates that hold it: a registry is asked about thousands of names."""
    holders: dict[tuple[str, int], list[str]] = {}
    for each in candidates:
        for letter in _letters(each):
            holders.setdefault(letter, []).append(each)
    return holders


def longest_held(text: str, names: Collection[str]) -> str:
    """The longest name of two letters and more that a text holds, the first of several; ``""`` where it holds none.

    >>> longest_held("本人身份证原件", ["身份证", "原件", "户口簿"])
    '身份证'
    """
    beginnings = _beginnings(frozenset(names))
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    held = {name for pair in pairs for name in beginnings.get(pair, ()) if name in text}
    longest = max(map(len, held), default=0)
    return next((name for name in names if name in held and len(name) == longest), "") if held else ""


@lru_cache(maxsize=64)
def _beginnings(names: frozenset[str]) -> dict[str, list[str]]:
    """The first two letters → the names that begin so."""
    beginnings: dict[str, list[str]] = {}
    for name in names:
        if len(name) > 1:
            beginnings.setdefault(name[:2], []).append(name)
    return beginnings
