"""Two editions of the national standard: items and requirements that came, went or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.answers.diff_nation import requirement_places
from qingdan.answers.differences import Diff, Difference, Suggestion, of_change
from qingdan.answers.verdicts import bases_of
from qingdan.comparing.compare import both
from qingdan.comparing.records import Sides, compare_records
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.declarations import declaration
from qingdan.model.edition import Requirement
from qingdan.model.kinds import WHOLE
from qingdan.model.kinds.context import Context
from qingdan.model.likeness import closest
from qingdan.model.registry import plain


def compare_editions(before: Edition, after: Edition, diff: Diff) -> None:
    """Fill a diff with what differs between two editions; the registries of the newer one match names.

    Args:
        before: The older edition.
        after: The newer one.
        diff: Is added to.
    """
    olds, news = _items(before), _items(after)
    former = {id: item for item in news.values() for id in item.record.get("moved", [])}
    matched = {id: news.get(id) or former.get(id) for id in olds}
    kept = {new.record["id"] for new in matched.values() if new}
    for id, old in olds.items():
        new = matched[id]
        differences = _item(old, new, after) if new else _gone(old)
        for difference in differences:
            diff.add(difference)
    come = [new for id, new in news.items() if id not in kept]
    for new in come:
        diff.add(_whole(new, "added", None, new.record.get("name", ""), after=new))
    for difference in _requirements(before, after):
        diff.add(difference)
    names = {str(new.record.get("name", "")): new.record["id"] for new in come}
    for id, old in olds.items():
        if matched[id] is None and (near := closest(str(old.record.get("name", "")), names)):
            diff.suggestions.append(Suggestion(id, names[near], near))


def _items(edition: Edition) -> dict[str, Placed]:
    return {placed.record["id"]: placed for placed in edition.files.entries.get("national-items", [])}


def _gone(old: Placed) -> Iterator[Difference]:
    yield _whole(old, "removed", old.record.get("name", ""), None, before=old)


def _item(old: Placed, new: Placed, edition: Edition) -> Iterator[Difference]:
    a, b = old.record, new.record
    if plain(a.get("name", "")) != plain(b.get("name", "")) or a["id"] != b["id"]:
        yield _whole(new, "renamed", a.get("name", ""), b.get("name", ""), old, new)
    if a.get("state", "in_use") != "cancelled" and b.get("state") == "cancelled":
        yield _whole(new, "cancelled", "in_use", b.get("successor", "cancelled"), old, new)
    path, name = f"items[{b['id']}]", str(b.get("name", ""))
    for change in compare_records(a, b, Sides(edition.registries)):
        if change.element != "name":
            places = (old.locate(change.element, key=True), new.locate(change.element, key=True))
            yield of_change(change, path, name, places)


def _whole(
    item: Placed, word: Any, old: Any, new: Any, before: Placed | None = None, after: Placed | None = None
) -> Difference:
    return Difference(
        f"items[{item.record['id']}]", str(item.record.get("name", "")), "item", word, "unknown", "unregulated",
        before=old, after=new, before_place=before.locate("id") if before else None,
        after_place=after.locate("id") if after else None,
    )  # fmt: skip


def _requirements(before: Edition, after: Edition) -> Iterator[Difference]:
    """By id: a requirement that came or went, and one whose value is now stricter or looser."""
    places = requirement_places(before), requirement_places(after)
    for id in sorted({*before.by_id, *after.by_id}):
        old, new = before.by_id.get(id), after.by_id.get(id)
        if old and new and _judged(old) == _judged(new):
            continue
        row = new or old
        assert row is not None  # the id came from one of the two
        yield Difference(
            path=f"requirements[{id}]",
            name=row["explains"],
            what="requirement",
            change="changed" if old and new else "added" if new else "removed",
            effect=_moved(old, new, after) if old and new else "unknown",
            allowed="unregulated",
            element=row["element"],
            before=_value(old) if old else None,
            after=_value(new) if new else None,
            requirement=id,
            basis=bases_of(row, after if new else before),
            before_place=places[0].get(id),
            after_place=places[1].get(id),
        )


def _value(requirement: Requirement) -> Any:
    return next(iter(requirement["value"].values()), None)


def _judged(requirement: Requirement) -> Mapping[str, Any]:
    """The part of a requirement that decides; words and notes are no part of it."""
    keys = ("element", "channel", "case", "relation", "value", "in_force", "items", "excluding", "types")
    return {key: requirement.get(key) for key in keys}


def _moved(old: Requirement, new: Requirement, edition: Edition) -> Any:
    """What the new value means for the citizen; unknown where more than the value changed."""
    same_frame = {**_judged(old), "value": None} == {**_judged(new), "value": None}
    if not same_frame or declaration(new["element"]).kind == "prose":
        return "unknown"
    return both(_value(old), _value(new), Context(edition.registries, new["element"]), None, WHOLE).effect
