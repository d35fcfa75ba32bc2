"""What somebody asked about, and by which edition and day it is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingdan.loading.edition import Edition
from qingdan.words.grammar import Lang


@dataclass(frozen=True)
class Explanation:
    """What ``qingdan explain`` tells; ``render`` puts it into words.

    Attributes:
        asked: The id or name.
        edition: The national standard that knows it.
        as_of: The day by which it is told what is in force.
    """

    asked: str
    edition: Edition
    as_of: str


class NothingCalled(Exception):
    """Raised when nothing has an id or name.

    Attributes:
        name: What was asked for.
        near: Language → what comes near, which is for a person to judge.
    """

    def __init__(self, name: str, near: Mapping[Lang, Sequence[str]]) -> None:
        super().__init__(f"nothing is called {name!r}")
        self.name = name
        self.near = {lang: tuple(names) for lang, names in near.items()}
