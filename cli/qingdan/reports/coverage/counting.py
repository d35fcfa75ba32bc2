"""Counts of what was judged, as a validation gives them, and the shares that are made of them at the very end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from qingdan.judging.conformance import Judgement, Pairs, pairs_of, tally
from qingdan.loading.catalogue import Effective

Word = Literal["unknown", "not_met", "part_met", "met"]


@dataclass
class Counts:
    """Counts as a validation gives them.

    Attributes:
        pairs: Counts of (item, element) pairs.
        verdicts: How often each verdict was given: yes, no, unsettled, not_stated.
        effects: How often each effect for the citizen was found among what was decided.
    """

    pairs: Pairs = field(default_factory=Pairs)
    verdicts: Counter[str] = field(default_factory=Counter)
    effects: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, judgements: Sequence[Judgement], subjects: Iterable[Effective]) -> Counts:
        """The counts of some judgements and of the items they are about."""
        return cls(pairs_of(judgements, subjects), *tally(judgements))

    def add(self, other: Counts) -> None:
        """Add the counts of another list."""
        self.pairs.add(other.pairs)
        self.verdicts.update(other.verdicts)
        self.effects.update(other.effects)

    @property
    def word(self) -> Word:
        """Whether what was asked is met: all of it, or what was decided; where nothing was decided, nobody knows."""
        if self.verdicts["no"]:
            return "not_met"
        if not self.verdicts["yes"]:
            return "unknown"
        return "met" if self.pairs.decided == self.pairs.regulated else "part_met"


@dataclass(frozen=True)
class Indicator:
    """A share as its two counts.

    Attributes:
        name: covered, known, stated, decided, allowed, better or worse.
        count: How many.
        of: Of how many; where that is none, the share is not known.
    """

    name: str
    count: int
    of: int


@dataclass
class Summary:
    """What is added up.

    Attributes:
        statuses: How many national items are covered, partly, missing, not_applicable, unknown.
        counts: The counts of what was judged.
        lists: Id of an official list → how its rows stand; those that are covered by the relation that covers them:
            exact, wider or part.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    counts: Counts = field(default_factory=Counts)
    lists: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, other: Summary) -> None:
        """Add another summary, count by count."""
        self.statuses.update(other.statuses)
        self.counts.add(other.counts)
        for name, counter in other.lists.items():
            self.lists[name].update(counter)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The shares, each as two counts."""
        found, pairs, verdicts = self.statuses, self.counts.pairs, self.counts.verdicts
        known = found["covered"] + found["partly"] + found["missing"]
        decided = verdicts["yes"] + verdicts["no"]
        return (
            Indicator("covered", found["covered"], known + found["unknown"]),
            Indicator("known", known, known + found["unknown"]),
            Indicator("stated", pairs.regulated - pairs.not_stated, pairs.regulated),
            Indicator("decided", pairs.decided, pairs.regulated),
            Indicator("allowed", verdicts["yes"], decided),
            Indicator("better", self.counts.effects["better"], decided),
            Indicator("worse", self.counts.effects["worse"], decided),
        )
