"""Small paths into a record, such as ``materials[].any_of[].id``: the left column of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from qingdan.loading.catalogue import Effective

Below = tuple[str | int, ...]


@lru_cache(maxsize=1024)
def steps(path: str) -> tuple[str, ...]:
    """The keys of a path, ``[]`` for every entry of a list."""
    return tuple(path.replace("[]", ".[]").split("."))


def element_of(path: str) -> str:
    """The element that a path begins with."""
    return steps(path)[0]


def values(record: object, path: str) -> list[tuple[Below, Any]]:
    """Everything that stands at a path, with its keys and indexes.

    >>> values({"visits": [{"amount": 1}, {"amount": 0}]}, "visits[].amount")
    [(('visits', 0, 'amount'), 1), (('visits', 1, 'amount'), 0)]
    """
    return _walk(record, steps(path))


def _walk(record: object, steps: tuple[str, ...]) -> list[tuple[Below, object]]:
    """Step by step from all that was reached so far: lists, for they are built in a third of the time of generators."""
    reached: list[tuple[Below, object]] = [((), record)]
    for step in steps:
        if step == "[]":
            reached = [
                ((*below, index), entry)
                for below, value in reached
                if isinstance(value, list)
                for index, entry in enumerate(value)
                if entry is not None
            ]
        else:
            reached = [
                ((*below, step), value[step]) for below, value in reached if isinstance(value, dict) and step in value
            ]
        if not reached:
            break
    return reached


def stated(subject: Effective, *paths: str) -> Iterator[tuple[Below, Any]]:
    """The same at several paths, for what the top layer of an item states itself.

    What it takes over from a layer below is looked at there: one fact gives one finding.
    """
    record = subject.layers[-1].record
    for path in paths:
        keys = steps(path)
        if keys[0] in record:
            yield from _walk(record, keys)


def first(record: object, path: str) -> object:
    """The first value at a path, ``None`` where there is none."""
    return next((value for _, value in values(record, path)), None)


def strings(value: object, below: Below = ()) -> list[tuple[Below, str]]:
    """Every text below a value, with its keys and indexes, in the order of the file."""
    found: list[tuple[Below, str]] = []
    _gather(value, below, found)
    return found


def _gather(value: object, below: Below, found: list[tuple[Below, str]]) -> None:
    if isinstance(value, str):
        found.append((below, value))
    elif isinstance(value, dict):
        for key, part in value.items():
            _gather(part, (*below, key), found)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _gather(part, (*below, index), found)


#: What an entry of a list may be called by, best first.
_NAMES = ("id", "kind", "item", "document", "number", "name", "title", "text", "channel", "case", "question")


def called(record: Any, below: Below) -> str:
    """What stands below a record, called by names and never by indexes: ``id-document.name``."""
    parts = []
    value = record
    for step in below:
        value = value[step]
        if isinstance(step, str):
            parts.append(step)
        elif isinstance(value, dict):
            name = next((str(value[key]) for key in _NAMES if key in value), "")
            parts.extend([name] if name else [])
        else:
            parts.append(str(value))
    return ".".join(parts)
