"""Fixes that write a text of an item anew: the same for every rule."""

from __future__ import annotations

from qingdan.findings import Edit, Fix
from qingdan.loading.catalogue import Effective
from qingdan.loading.repairs import written
from qingdan.rules.paths import Below
from qingdan.rules.record import RuleContext


def rewritten(
    subject: Effective, context: RuleContext, below: Below, text: str, meant: str, *, safe: bool
) -> Fix | None:
    """The edit that puts one text in the place of another.

    Args:
        subject: The item.
        context: Texts that are kept as they were printed are not changed.
        below: Where the text stands, its element first.
        text: What stands there.
        meant: What is to stand there; empty where nobody knows.
        safe: The meaning stays the same beyond doubt.

    Returns:
        ``None`` where there is nothing to write, or where the file does not hold the text in one piece.
    """
    if not meant or context.printed:
        return None
    layer = subject.origin(str(below[0]))
    raw = layer.document.raw((*layer.pointer, *below))
    if raw == text:
        return Fix((Edit(layer.locate(*below), written(meant)),), safe=safe)
    if raw.strip("\"'") == text:
        return Fix((Edit(layer.locate(*below), raw.replace(text, meant)),), safe=safe)
    return None
