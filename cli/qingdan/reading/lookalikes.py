"""Radicals and second codes that stand where an ideograph is meant: ⼾籍 for 户籍.

Nobody sees a difference; the text came from a PDF file whose font shares glyphs. It is compared as it is meant, kept as
it is written, and told once for each key or value.
"""

from __future__ import annotations

from collections import defaultdict

from qingdan.findings import Severity
from qingdan.model.folding import LOOKALIKES, certain, folded
from qingdan.reading.limits import MAX_REFUSALS
from qingdan.reading.marks import Marks
from qingdan.reading.notes import Notes


def held(text: str) -> dict[int, str]:
    """Place → character, for every one that only looks like the ideograph that is meant."""
    return {match.start(): match[0] for match in LOOKALIKES.finditer(text) if folded(match[0]) != match[0]}


def tell(text: str, marks: Marks, notes: Notes) -> None:
    """Report those that stand in the text itself; comments are left alone."""
    scalars: defaultdict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    for offset, character in held(text).items():
        scalar = marks.scalar_at(offset)
        if scalar is not None:
            scalars[scalar][offset] = character
    for found in scalars.values():
        first = min(found)
        if not _note(notes, first, first + 1, found, fix=True):
            return


def tell_escaped(value: str, start: int, end: int, notes: Notes) -> None:
    """Report those of a value that was written with escapes; which of them, only its writer can change."""
    if found := held(value):
        _note(notes, start, end, found, fix=False)


def _note(notes: Notes, start: int, end: int, found: dict[int, str], *, fix: bool) -> bool:
    each = dict.fromkeys(found.values())
    args = {"found": "".join(each), "write": "".join(map(folded, each))}
    edits = [(offset, offset + 1, folded(character)) for offset, character in found.items()] if fix else []
    weight, safe = Severity.WARNING, all(map(certain, each))
    return notes.add("RED030", start, end, args, severity=weight, limit=MAX_REFUSALS, edits=edits, safe=safe)
