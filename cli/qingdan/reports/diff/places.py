"""A province and its places: how each of them departs from what the province wrote. Judged by the relation inside.

A place states only what differs; an element that it does not state is the province's, and no difference. Prose that a
place is free to write (its address, its telephone) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qingdan.comparing.compare import compare
from qingdan.judging.pointing import Pointing
from qingdan.loading.catalogue import Catalogue, Effective, path_of
from qingdan.loading.placed import Placed
from qingdan.loading.sides import ALL, Side
from qingdan.model.declarations import elements
from qingdan.reports.diff.facts import Diff, Difference, of_change, whole
from qingdan.reports.diff.nation import extra
from qingdan.values import KINDS
from qingdan.values.context import Context


def province_places(province: Side, places: Catalogue, side: Side, diff: Diff) -> None:
    """Fill a diff with what the places of a list change, add or do not take on.

    Args:
        province: The list that the places are measured by.
        places: The list that holds the places.
        side: Which of its places are meant.
        diff: Is added to.
    """
    items = {subject.id: subject for subject in province.subjects() if subject.path.startswith("items[")}
    pointing = Pointing(province.edition)
    for subject in side.subjects():
        row = subject.layers[-1].record
        above = items.get(row.get("item", ""))
        if above is None:
            diff.add(extra(subject))
            continue
        for difference in _departures(above, subject, side, pointing):
            diff.add(difference)
    for difference in _not_taken_on(places, side, items):
        diff.add(difference)


def _departures(above: Effective, subject: Effective, side: Side, pointing: Pointing) -> Iterator[Difference]:
    """What the row of a place says itself, against what the province says of the item."""
    row, base = subject.layers[-1].record, above.record
    name = str(subject.record.get("name", ""))
    for element, words in elements().items():
        declared = words.declaration
        if element not in row or declared is None or (not KINDS[declared.kind].judged and declared.inside == "free"):
            continue
        context = Context(
            side.edition.registries,
            element,
            above.known_in_whole(element),
            subject.known_in_whole(element),
            subject.record.get("type") == "licence",
        )
        relation = None if declared.inside == "free" else declared.inside
        for change in compare(base.get(element), row[element], context, relation):
            before = above.locate(element, key=True) if element in base else None
            places = (before, pointing.place(subject, change)[0])
            yield of_change(change, subject.path, name, places)


def _not_taken_on(places: Catalogue, side: Side, items: Mapping[str, Effective]) -> Iterator[Difference]:
    """Items of the province that a place says it does not take on, with the reason it gives."""
    for file in places.localities:
        if side.place not in (ALL, path_of(file.record)):
            continue
        for index, row in enumerate(file.record["items"]):
            above = items.get(row.get("item", "")) if row and row["status"] == "not_claimed" else None
            if above is None:
                continue
            path, name = f"{path_of(file.record)}.items[{row['id']}]", str(above.record.get("name", ""))
            here = Placed(row, file.document, ("items", index))
            gone = whole(path, name, "removed", (name, None), (above.locate("id"), here.locate("id")))
            yield replace(gone, reason="not_claimed", members=tuple(filter(None, [row.get("because", "")])))
