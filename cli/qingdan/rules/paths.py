"""Small paths into a record, such as ``materials[].any_of[].id``: the left column of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from qingdan.loading.catalogue import Effective

Below = tuple[str | int, ...]


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.replace("[]", ".[]").split("."))


def element_of(path: str) -> str:
    """The element that a path begins with."""
    return _steps(path)[0]


def values(record: Any, path: str) -> Iterator[tuple[Below, Any]]:
    """Everything that stands at a path, with its keys and indexes.

    >>> list(values({"visits": [{"amount": 1}, {"amount": 0}]}, "visits[].amount"))
    [(('visits', 0, 'amount'), 1), (('visits', 1, 'amount'), 0)]
    """
    yield from _walk(record, _steps(path), ())


def _walk(value: Any, steps: tuple[str, ...], below: Below) -> Iterator[tuple[Below, Any]]:
    if not steps:
        yield below, value
    elif steps[0] == "[]":
        for index, entry in enumerate(value if isinstance(value, list) else ()):
            if entry is not None:
                yield from _walk(entry, steps[1:], (*below, index))
    elif isinstance(value, dict) and steps[0] in value:
        yield from _walk(value[steps[0]], steps[1:], (*below, steps[0]))


def stated(subject: Effective, *paths: str) -> Iterator[tuple[Below, Any]]:
    """The same at several paths, for what the top layer of an item states itself.

    What it takes over from a layer below is looked at there: one fact gives one finding.
    """
    record = subject.layers[-1].record
    for path in paths:
        steps = _steps(path)
        if steps[0] in record:
            yield from _walk(record, steps, ())


def first(record: Any, path: str) -> Any:
    """The first value at a path, ``None`` where there is none."""
    return next((value for _, value in values(record, path)), None)


def strings(value: Any, below: Below = ()) -> Iterator[tuple[Below, str]]:
    """Every text below a value, with its keys and indexes."""
    if isinstance(value, str):
        yield below, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, (*below, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from strings(part, (*below, index))


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
