"""Running text and what has parts of its own: never judged."""

from __future__ import annotations

from qingdan.values.answer import YES, Answer, maybe
from qingdan.values.context import Context
from qingdan.values.kind import Kind


def within(a: object, b: object, context: Context) -> Answer:
    """Whether two texts are the same; two that differ have no order."""
    return YES if a == b else maybe("prose")


KIND = Kind(name="prose", within=within, judged=False, ranked=False, cell="parts")
