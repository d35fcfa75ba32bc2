"""Codes and what is chosen from a short list."""

from __future__ import annotations

from collections.abc import Mapping

from qingdan.values.answer import YES, Answer, no
from qingdan.values.cells import as_parts
from qingdan.values.context import Context
from qingdan.values.kind import Kind


def within(a: object, b: object, context: Context) -> Answer:
    """Whether every code that both state is the same."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        differing = [key for key in a if key in b and a[key] != b[key]]
        return no("differs", *differing) if differing else YES
    return YES if a == b else no("differs", str(a))


KIND = Kind(name="code", within=within, read=lambda text, context: text, ranked=False, cell=as_parts)
