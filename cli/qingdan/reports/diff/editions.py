"""Two editions of the national standard: items and requirements that came, went or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qingdan.comparing.change import Effect
from qingdan.comparing.compare import both
from qingdan.comparing.records import Sides, compare_records
from qingdan.comparing.three_way import met
from qingdan.judging.verdicts import bases_of
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.edition import Requirement
from qingdan.model.force import ground
from qingdan.model.registry import plain
from qingdan.reports.diff.facts import Diff, Difference, Word, of_a_part, of_change, whole
from qingdan.reports.diff.lists import STATES
from qingdan.reports.diff.nation import requirement_places
from qingdan.reports.diff.pairing import Pairing, likely, paired
from qingdan.values import WHOLE, kind_of
from qingdan.values.context import Context

_KINDS = ("national-items", "requirements")


def compare_editions(before: Edition, after: Edition, diff: Diff) -> None:
    """Fill a diff with what differs between two editions; the registries of the newer one match names.

    Args:
        before: The older edition.
        after: The newer one.
        diff: Is added to.
    """
    olds, news = _items(before), _items(after)
    pairing = paired(olds, news, [*_former(news), *((b, a) for a, b in _former(olds))])
    split = {item.record["id"] for item in pairing.out_of.values()}
    joined = {item.record["id"] for item in pairing.into.values()}
    differences = [
        of_a_part(difference) if old.record["id"] in split or new.record["id"] in joined else difference
        for old, new in pairing.pairs
        for difference in _item(old, new, after)
    ]
    requirements = _requirements(before, after, pairing, diff.as_of)
    for difference in [*differences, *_alone(pairing, before, after), *requirements]:
        diff.add(difference)
    names = (
        {id: str(each.record.get("name", "")) for id, each in side.items()} for side in (pairing.gone, pairing.come)
    )
    diff.suggestions.extend(likely(*names))


def _items(edition: Edition) -> dict[str, Placed]:
    return {placed.record["id"]: placed for placed in edition.files.entries.get("national-items", [])}


def _former(news: Mapping[str, Placed]) -> Iterator[tuple[str, str]]:
    return ((former, id) for id, item in news.items() for former in item.record.get("moved", []))


def _left_out(edition: Edition) -> set[str]:
    return {id for kind, id in edition.files.left_out if kind in _KINDS}


def _silence(edition: Edition, id: str, word: Word) -> tuple[Word, str]:
    """What to call it that an edition does not have something: what was not read is never called removed."""
    left_out = _left_out(edition)
    if edition.files.unread:
        return "unknown", "unread"
    unknown = id in left_out or any(each.startswith("#") for each in left_out)
    return ("unknown", "left_out") if unknown else (word, "")


def _alone(pairing: Pairing[Placed], before: Edition, after: Edition) -> Iterator[Difference]:
    """Items that one edition has alone: came, went, split off, or joined to another one."""
    for id, item in pairing.gone.items():
        name, into = str(item.record.get("name", "")), pairing.into.get(id)
        word, reason = _silence(after, id, "removed")
        shown, place = (into.record.get("name", ""), into.locate("id")) if into else (None, None)
        reason = "merged_into" if into else reason
        yield whole(f"items[{id}]", name, word, (name, shown), (item.locate("id"), place), "item", reason)
    for id, item in pairing.come.items():
        name, out_of = str(item.record.get("name", "")), pairing.out_of.get(id)
        word, reason = _silence(before, id, "added")
        shown, place = (out_of.record.get("name", ""), out_of.locate("id")) if out_of else (None, None)
        reason = "split_from" if out_of else reason
        yield whole(f"items[{id}]", name, word, (shown, name), (place, item.locate("id")), "item", reason)


def _item(old: Placed, new: Placed, edition: Edition) -> Iterator[Difference]:
    a, b = old.record, new.record
    path, name = f"items[{b['id']}]", str(b.get("name", ""))
    places = old.locate("id"), new.locate("id")
    if plain(a.get("name", "")) != plain(b.get("name", "")):
        yield whole(path, name, "renamed", (a.get("name", ""), b.get("name", "")), places)
    if a["id"] != b["id"]:
        yield whole(f"{path}.id", name, "renamed", (a["id"], b["id"]), places)
    states = a.get("state", "in_use"), b.get("state", "in_use")
    if word := STATES.get(states):
        shown = [side.get("successor") or state for side, state in zip((a, b), states, strict=True)]
        yield whole(path, name, word, (shown[0], shown[1]), places)
    for change in compare_records(a, b, Sides(edition.registries, checked=True)):
        if change.element != "name":
            yield of_change(
                change, path, name, (old.locate(change.element, key=True), new.locate(change.element, key=True))
            )


def _requirements(before: Edition, after: Edition, pairing: Pairing[Placed], day: str) -> Iterator[Difference]:
    """A requirement that came or went, one whose value is now stricter or looser, and one that has lost its ground.

    They meet by id; those of an item that was given another id meet by what they say and are about.
    """
    places = requirement_places(before), requirement_places(after)
    same = {old.record["id"]: new.record["id"] for old, new in pairing.pairs}
    for old, new in _met(before, after, pairing):
        row, sides = new or old, ((old, before), (new, after))
        rests = [ground(each, edition.registries.documents, day) if each else "" for each, edition in sides]
        if row is None or (old and new and _judged(old, same) == _judged(new) and rests[0] == rests[1]):
            continue
        change: Word = "changed"
        reason: str = (rests[1] or "scope") if old and new and _value(old) == _value(new) else ""
        if old is None or new is None:
            silent, word = (before, "added") if old is None else (after, "removed")
            change, reason = _silence(silent, row["id"], word)  # type: ignore[arg-type]
        yield Difference(
            path=f"requirements[{row['id']}]",
            name=row["explains"],
            what="requirement",
            change=change,
            effect=_moved(old, new, after, same) if old and new and not any(rests) else "unknown",
            allowed="unregulated",
            element=row["element"],
            before=_value(old) if old else None,
            after=_value(new) if new else None,
            reason=reason,
            requirement=row["id"],
            basis=bases_of(row, after if new else before, day),
            before_place=places[0].get(old["id"]) if old else None,
            after_place=places[1].get(new["id"]) if new else None,
        )


def _met(
    before: Edition, after: Edition, pairing: Pairing[Placed]
) -> Iterator[tuple[Requirement | None, Requirement | None]]:
    both_have = before.by_id.keys() & after.by_id.keys()
    yield from ((before.by_id[id], after.by_id[id]) for id in sorted(both_have))
    olds, news = (_by_item(edition, both_have) for edition in (before, after))
    same = {new.record["id"]: old.record["id"] for old, new in pairing.pairs}
    renamed = {(same.get(item, item), element): rows for (item, element), rows in news.items()}
    for key in sorted({*olds, *renamed}):
        yield from met(olds.get(key, ()), renamed.get(key, ()))


def _by_item(edition: Edition, told: Iterable[str]) -> dict[tuple[str, str], Sequence[Requirement]]:
    """Item and element → the requirements on it that are not told yet; shared ones stand under no item."""
    found: dict[tuple[str, str], list[Requirement]] = defaultdict(list)
    own = {row["id"]: id for id, item in edition.items.items() for row in item.get("requirements", [])}
    for id, row in edition.by_id.items():
        if id not in told:
            found[own.get(id, id), row["element"]].append(row)
    return dict(found)


def _value(requirement: Requirement) -> object:
    return next(iter(requirement["value"].values()), None)


def _judged(requirement: Requirement, same: Mapping[str, str] | None = None) -> Mapping[str, object]:
    """The part of a requirement that decides, with the new ids of items; words and notes are no part of it."""
    keys = ("element", "channel", "case", "relation", "value", "besides", "tolerated", "in_force", "types")
    renamed = same or {}
    items = {key: sorted(renamed.get(id, id) for id in requirement.get(key, ())) for key in ("items", "excluding")}  # type: ignore[attr-defined]
    return {**{key: requirement.get(key) for key in keys}, **items, "all": "items" not in requirement}


def _moved(old: Requirement, new: Requirement, edition: Edition, same: Mapping[str, str]) -> Effect:
    """What the new value means for the citizen; unknown where more than the value changed."""
    same_frame = {**_judged(old, same), "value": None} == {**_judged(new), "value": None}
    if not same_frame or not kind_of(new["element"]).judged:
        return "unknown"
    context = Context(edition.registries, new["element"], a_checked=True, b_checked=True)
    return both(_value(old), _value(new), context, None, WHOLE).effect
