"""Names: the same text once width, spaces and quotes are dropped."""

from __future__ import annotations

from qingdan.model.registry import plain
from qingdan.values.answer import YES, Answer, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind


def within(a: str, b: str, context: Context) -> Answer:
    """Whether two names are the same text."""
    return YES if plain(a) == plain(b) else no("differs", a)


KIND = Kind(name="name", within=within, read=lambda text, context: text)
