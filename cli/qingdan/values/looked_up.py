"""Members of a list found by what they hold: two lists of hundreds are then compared in no square of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")


def _fits(member: object) -> bool:
    return True


class LookedUp(Generic[T]):
    """The members of a list, looked up by keys."""

    def __init__(self, members: Iterable[tuple[T, Iterable[str], bool]]) -> None:
        """Take the members in.

        Args:
            members: Each with its keys, and whether nothing of it is known, so that it leaves everything open.
        """
        self._members: list[T] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        self._open: list[int] = []
        for at, (member, keys, is_open) in enumerate(members):
            self._members.append(member)
            for key in keys:
                self._places[key].append(at)
            if is_open:
                self._open.append(at)

    def holding(self, keys: Iterable[str]) -> list[T]:
        """The members that hold any of some keys, in their order."""
        return [self._members[at] for at in sorted({at for key in keys for at in self._places.get(key, ())})]

    def deciding(self, keys: Iterable[str], is_open: bool, fits: Callable[[T], bool] = _fits) -> list[T]:
        """Those on which it hangs whether any member answers a question with yes, maybe or no, in their order.

        Yes is answered only by what holds a key. Of the rest the first that leaves it open says all that can be said.

        Args:
            keys: What is asked for.
            is_open: Something of what is asked for is not known: every member that fits leaves it open.
            fits: Whether a member can be meant at all.
        """
        places = {at for key in keys for at in self._places.get(key, ())}
        candidates = range(len(self._members)) if is_open else self._open
        first = (at for at in candidates if fits(self._members[at]))
        return [self._members[at] for at in sorted(places.union(islice(first, 1)))]
