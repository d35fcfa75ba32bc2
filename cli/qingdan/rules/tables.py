"""Rules that are rows of data: one value demands, or rules out, another; a text matches a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Unpack

from qingdan.loading.catalogue import Effective
from qingdan.rules.paths import Below, called, element_of, first, stated, values
from qingdan.rules.record import Hit, More, RuleContext, at
from qingdan.rules.written import dropped

Check = Callable[[Effective, RuleContext], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Stated:
    """A test on a record: something stands at a path, or one of the values ``among`` does."""

    path: str
    among: tuple[object, ...] = ()

    def found(self, record: object) -> Below | None:
        """Where the test is met first; ``None`` where it is not."""
        for below, value in values(record, self.path):
            if not self.among or value in self.among:
                return below
        return None


def demands(when: Stated, *any_of: str, only_in_use: bool = False) -> Check:
    """Where one value is stated, something must stand at one of several paths.

    Args:
        when: The value; the finding stands there.
        any_of: Paths of which one must be stated.
        only_in_use: Leave archives and collections in peace: they are what they are.
    """

    def check(subject: Effective, context: RuleContext) -> Iterator[Hit]:
        below = when.found(subject.record)
        if below is None or (only_in_use and context.printed):
            return
        if all(first(subject.record, path) is None and not dropped(subject, path) for path in any_of):
            yield hit(subject, below)

    return check


def rules_out(when: Stated, what: Stated) -> Check:
    """Where one value is stated, another must not be; the finding stands at the other."""

    def check(subject: Effective, context: RuleContext) -> Iterator[Hit]:
        below = what.found(subject.record)
        if below is not None and when.found(subject.record) is not None:
            yield hit(subject, below)

    return check


def matches(pattern: str, *paths: str) -> Check:
    """A text at one of several paths matches a pattern; the match is the argument ``found``.

    Args:
        pattern: A regular expression that is searched for.
        paths: Where texts stand.
    """
    compiled = re.compile(pattern)

    def check(subject: Effective, context: RuleContext) -> Iterator[Hit]:
        for below, text in stated(subject, *paths):
            if match := compiled.search(text):
                yield hit(subject, below, args={"field": str(below[0]), "found": match[0][:60]})

    return check


def reads(*paths: str) -> tuple[str, ...]:
    """The elements that paths begin with, each once."""
    return tuple(dict.fromkeys(element_of(path) for path in paths))


def hit(subject: Effective, below: Below, **more: Unpack[More]) -> Hit:
    """A hit at a place below the record of an item, called by identity."""
    element, *rest = below
    # a name may be of its row alone
    record = subject.record if element in subject.record else subject.layers[-1].record
    name = called(record.get(str(element)), tuple(rest))
    return at(subject, str(element), *rest, name=name, **more)
