"""Which of two sides' things are the same one: by id, or because one of them says that it once had the other's id.

Likeness is no part of it: what is only alike is suggested, never paired.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qingdan.model.likeness import closest
from qingdan.reports.diff.facts import Suggestion

T = TypeVar("T")
#: Pairs of letters that stand in more names than this tell nothing; so many names are looked at for one that went.
_COMMON, _LOOKED_AT = 100, 12


@dataclass
class Pairing(Generic[T]):
    """What met, and what stayed alone.

    Attributes:
        pairs: The same thing on both sides.
        gone: On the first side alone.
        come: On the second side alone.
        into: Key of a thing of the first side that is gone → the thing that it was joined to.
        out_of: Key of a thing of the second side that came → the thing that it was split from.
    """

    pairs: list[tuple[T, T]] = field(default_factory=list)
    gone: dict[str, T] = field(default_factory=dict)
    come: dict[str, T] = field(default_factory=dict)
    into: dict[str, T] = field(default_factory=dict)
    out_of: dict[str, T] = field(default_factory=dict)


def paired(olds: Mapping[str, T], news: Mapping[str, T], declared: Iterable[tuple[str, str]]) -> Pairing[T]:
    """Pair two sides.

    Args:
        olds: Key → thing of the first side.
        news: The same of the second.
        declared: Keys of the first and of the second side that were declared to be one, in any number and order: a
            split and a merge name one key several times, and a circle does no harm.
    """
    links = sorted({link for link in declared if link[0] in olds and link[1] in news}, key=sorted)
    partner = {key: key for key in olds if key in news}
    taken = set(partner)
    for old, new in links:
        if old not in partner and new not in taken:
            partner[old] = new
            taken.add(new)
    result: Pairing[T] = Pairing()
    result.pairs = [(olds[old], news[partner[old]]) for old in olds if old in partner]
    result.gone = {key: each for key, each in olds.items() if key not in partner}
    result.come = {key: each for key, each in news.items() if key not in taken}
    for old, new in links:
        if old in result.gone:
            result.into.setdefault(old, news[new])
        if new in result.come:
            result.out_of.setdefault(new, olds[old])
    return result


def likely(gone: Mapping[str, str], come: Mapping[str, str]) -> Iterator[Suggestion]:
    """Renames that nobody declared: what went and what came under the same or a clearly alike name.

    Args:
        gone: Id → name of what went.
        come: Id → name of what came.
    """
    ids = {name: id for id, name in come.items() if name}
    holding: dict[str, list[str]] = defaultdict(list)
    for name in ids:
        for letters in _twos(name):
            holding[letters].append(name)
    for id, name in gone.items():
        if near := name if name in ids else closest(name, _near(name, holding)):
            yield Suggestion(id, ids[near], near)


def _near(name: str, holding: Mapping[str, list[str]]) -> list[str]:
    """The few names that share the most with one, so that looking for a likeness does not grow with a square."""
    shared: Counter[str] = Counter()
    for letters in _twos(name):
        names = holding.get(letters, [])
        if len(names) <= _COMMON:
            shared.update(names)
    return [each for each, _ in shared.most_common(_LOOKED_AT)]


def _twos(name: str) -> list[str]:
    """The pairs of letters of a name, each once; in order, so that every run suggests the same."""
    return list(dict.fromkeys(name[index : index + 2] for index in range(len(name) - 1)))
