"""Long lists cut for a terminal, with a count of what is left: nobody reads the four hundredth paper there."""

from __future__ import annotations

from dataclasses import replace

from qingdan.model.declarations import elements
from qingdan.reports.diff.facts import Difference
from qingdan.values import kind_of

#: So many differences of one item, entries of one list, and items of one heading are shown.
ROWS, ENTRIES, NAMED = 30, 20, 100


def cut(difference: Difference) -> tuple[Difference, int, int, int]:
    """A difference with the beginnings of its long lists.

    Of prose on both sides only what is unlike is shown, wherever it stands: that is not cut.

    Returns:
        The difference, and how many entries are left out before, after, and among its members.
    """
    words = elements().get(difference.element)
    if words and not kind_of(difference.element).judged and None not in (difference.before, difference.after):
        return difference, 0, 0, 0
    before, of_before = _beginning(difference.before)
    after, of_after = _beginning(difference.after)
    members, of_members = difference.members[:ENTRIES], max(len(difference.members) - ENTRIES, 0)
    if before is difference.before and after is difference.after and not of_members:
        return difference, 0, 0, 0
    return replace(difference, before=before, after=after, members=members), of_before, of_after, of_members


def _beginning(value: object) -> tuple[object, int]:
    """The beginning of a list, and how many entries are left out."""
    if isinstance(value, list | tuple) and len(value) > ENTRIES:
        return value[:ENTRIES], len(value) - ENTRIES
    return value, 0
