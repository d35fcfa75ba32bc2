"""Two lists: revisions of one, or provinces side by side. Identity is the id: moved files are no change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qingdan.comparing.change import Change
from qingdan.comparing.records import Sides, compare_records
from qingdan.findings import Location
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.opening import known_divisions
from qingdan.model.registry import Registries, plain
from qingdan.reports.diff.facts import Diff, Difference, Word, of_a_part, of_change, whole
from qingdan.reports.diff.pairing import Pairing, likely, paired
from qingdan.reports.diff.recoding import Recoding, recoding, told
from qingdan.reports.diff.side_by_side import side_by_side
from qingdan.reports.diff.silence import Silence

Places = tuple[Location | None, Location | None]
#: From one state of an item to another: what that is called.
STATES: dict[tuple[str, str], Word] = {
    ("in_use", "suspended"): "suspended",
    ("in_use", "cancelled"): "cancelled",
    ("suspended", "cancelled"): "cancelled",
    ("suspended", "in_use"): "resumed",
    ("cancelled", "in_use"): "resumed",
    ("cancelled", "suspended"): "suspended",
}
#: What a record says of itself besides its elements.
_FRAME = ("item", "implements", "applies", "origin", "parent", "status")
#: What the head of a list says that decides how it is read.
_HEAD = ("edition", "kind", "completeness")


@dataclass(frozen=True)
class _Two:
    """Two lists under comparison: what is known of their names, and which of their records are one."""

    registries: Registries
    one_province: bool
    #: path of the first side → path of the second
    same: Mapping[str, str]
    silence: tuple[Silence, Silence]


def lists(before: Catalogue, after: Catalogue, registries: Registries, diff: Diff) -> None:
    """Fill a diff with what differs between two lists.

    Args:
        before: The older list, or the first province.
        after: The newer list, or the second province.
        registries: Ids, names and aliases by which members are matched.
        diff: Is added to.
    """
    one_province = before.province == after.province
    split: set[str] = set()
    joined: set[str] = set()
    olds, news = ({subject.path: subject for subject in each.effective()} for each in (before, after))
    silence = Silence(before), Silence(after)
    if one_province:
        recoded = recoding(before, after, known_divisions())
        for difference in (*_heads(before, after), *told(before, after, recoded)):
            diff.add(difference)
        # under the path that its place has now, so that a place with another code is no other place
        olds = {recoded.now(path): subject for path, subject in olds.items()}
        declared = [*_former(olds, news), *((b, a) for a, b in _former(news, olds)), *_of_merged(olds, news, recoded)]
        pairing = paired(olds, news, declared)
        for difference in _alone(pairing, silence, recoded):
            diff.add(difference)
        diff.suggestions.extend(likely(_names(pairing.gone), _names(pairing.come)))
        pairs = pairing.pairs
        split = {subject.path for subject in pairing.out_of.values()}
        joined = {subject.path for subject in pairing.into.values()}
        diff.formerly = {new.path: old.path for old, new in pairs if old.path != new.path}
    else:
        pairs, alone = side_by_side(olds, news, silence)
        for difference in alone:
            diff.add(difference)
    two = _Two(registries, one_province, {old.path: new.path for old, new in pairs}, silence)
    for old, new in pairs:
        for difference in _item(old, new, two):
            diff.add(of_a_part(difference) if old.path in split or new.path in joined else difference)


def _former(olds: Mapping[str, Effective], news: Mapping[str, Effective]) -> Iterator[tuple[str, str]]:
    """What the second side says it once was: ids of items that ``moved``, and rows of one place for the same item."""
    rows = {row: path for path, subject in olds.items() if (row := _row(path, subject))}
    for path, subject in news.items():
        where = path.rpartition("[")[0]
        for id in subject.layers[-1].record.get("moved", []):
            yield f"{where}[{id}]", path
        row = _row(path, subject)
        if row in rows:
            yield rows[row], path


def _row(path: str, subject: Effective) -> tuple[str, str] | None:
    """The place and the item of the province that a row of a locality is about."""
    item = subject.layers[-1].record.get("item") if subject.level != "province" else None
    return (path.rpartition(".items[")[0], item) if item else None


def _of_merged(
    olds: Mapping[str, Effective], news: Mapping[str, Effective], recoded: Recoding
) -> Iterator[tuple[str, str]]:
    """What a place that was merged and its successor both do: rows with one id, or for one item of the province."""
    for one, other, place, turned in ((olds, news, recoded.merged, False), (news, olds, recoded.split, True)):
        rows = {row: path for path, subject in other.items() if (row := _row(path, subject))}
        for path, subject in one.items():
            target = place.get(path.partition(".items[")[0])
            row = _row(path, subject)
            same_id = f"{target}.items[{subject.id}]"
            met = rows.get((target, row[1])) if target and row else same_id if same_id in other else None
            if met:
                yield (met, path) if turned else (path, met)


def _heads(before: Catalogue, after: Catalogue) -> Iterator[Difference]:
    if "catalogue" in before.files.heads and "catalogue" in after.files.heads:
        old, new = before.files.heads["catalogue"], after.files.heads["catalogue"]
        for key in _HEAD:
            a, b = before.head.get(key), after.head.get(key)
            if a != b:
                yield whole(key, after.head["name"], "changed", (a, b), (old.locate(key), new.locate(key)), "list")


def _alone(pairing: Pairing[Effective], silence: tuple[Silence, Silence], recoded: Recoding) -> Iterator[Difference]:
    """What one of two revisions has alone: it was split or joined, came or went; or nobody can say.

    What a place that was merged did and its successor does has neither gone nor come: it is said once, of the place.
    What the successor does not write may still be done there.
    """
    for path, subject in pairing.gone.items():
        successor = recoded.merged.get(path.partition(".items[")[0])
        if successor and path in pairing.into:
            continue
        word, reason = silence[1].of(subject, "not_stated" if successor else "removed", path)
        reason = "place_merged" if successor and word == "not_stated" else reason
        into = pairing.into.get(path)
        shown = str(into.record.get("name", "")) if into else silence[1].because(path)
        values = str(subject.record.get("name", "")), shown or None
        place = into.locate("id") if into else None
        reason = "merged_into" if into else reason
        yield whole(subject.path, values[0], word, values, (subject.locate("id"), place), "item", reason)
    for path, subject in pairing.come.items():
        if path in pairing.out_of and path.partition(".items[")[0] in recoded.split:
            continue
        word, reason = silence[0].of(subject, "added", path)
        out_of = pairing.out_of.get(path)
        shown = str(out_of.record.get("name", "")) if out_of else silence[0].because(path)
        name = str(subject.record.get("name", ""))
        place = out_of.locate("id") if out_of else None
        reason = "split_from" if out_of else reason
        yield whole(path, name, word, (shown or None, name), (place, subject.locate("id")), "item", reason)


def _item(old: Effective, new: Effective, two: _Two) -> Iterator[Difference]:
    name = str(new.record.get("name", "") or old.record.get("name", ""))
    a, b = _compared(old, new, two)
    if two.one_province:
        yield from _standing(old, new, a, b, name)
        yield from _frame(old, new, name, two)
    licences = {side.record.get("type") for side in (old, new)} == {"licence"}
    sides = Sides(two.registries, old.known_in_whole, new.known_in_whole, working_days=licences)
    told, entries = False, _Entries(old, new)
    for change in compare_records(a, b, sides):
        if two.one_province and change.change != "same" and _told_of_the_whole(change):
            if change.element == "levels" and not told:
                levels = old.locate("levels", key=True), new.locate("levels", key=True)
                yield whole(new.path, name, "moved_level", (a["levels"], b["levels"]), levels)
                told = True
            continue
        places: Places = (None, None) if change.change == "same" else entries.places(change)
        difference = of_change(change, new.path, name, places)
        lost = two.silence[0].dropped(old, change.element) or two.silence[1].dropped(new, change.element)
        yield replace(difference, change="unknown", effect="unknown", reason="left_out") if lost else difference


def _compared(old: Effective, new: Effective, two: _Two) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """What is to be compared: a row that takes an element over from the same item says nothing of its own by it."""
    if not old.below or not new.below or two.same.get(old.below, old.below) != new.below:
        return old.record, new.record
    own = old.layers[-1].record.keys() | new.layers[-1].record.keys()
    a, b = ({key: value for key, value in side.record.items() if key in own} for side in (old, new))
    return a, b


def _told_of_the_whole(change: Change) -> bool:
    """A new name is a renaming; levels that came or went are told as one move."""
    if change.element == "levels":
        return bool(change.member) and change.change in ("added", "removed")
    return change.element == "name" and change.change == "changed"


def _standing(
    old: Effective, new: Effective, a: Mapping[str, object], b: Mapping[str, object], name: str
) -> Iterator[Difference]:
    """Renamed, given another id, suspended, cancelled, linked otherwise: said of the item as a whole."""
    places = (old.locate("id"), new.locate("id"))
    names = str(a.get("name", "")), str(b.get("name", ""))
    if all(names) and plain(names[0]) != plain(names[1]):
        yield whole(new.path, name, "renamed", names, (old.locate("name"), new.locate("name")))
    if old.id != new.id:
        yield whole(f"{new.path}.id", name, "renamed", (old.id, new.id), places)
    states = str(a.get("state", "in_use")), str(b.get("state", "in_use"))
    if word := STATES.get(states):
        shown = [side.get("successor") or state for side, state in zip((a, b), states, strict=True)]
        yield whole(new.path, name, word, (shown[0], shown[1]), places)


def _frame(old: Effective, new: Effective, name: str, two: _Two) -> Iterator[Difference]:
    """What a record says of itself besides its elements: its links, its status, the item that it is laid over."""
    tops = old.layers[-1], new.layers[-1]
    for key in _FRAME:
        before, after = (_told(key, top.record.get(key)) for top in tops)
        if before == after or (key == "item" and two.same.get(f"items[{before}]") == f"items[{after}]"):
            continue
        word: Word = "added" if before is None else "not_stated" if after is None else "changed"
        places = [top.locate(key, key=True) if key in top.record else top.locate("id") for top in tops]
        yield whole(f"{new.path}.{key}", name, word, (before, after), (places[0], places[1]))


def _names(side: Mapping[str, Effective]) -> dict[str, str]:
    return {each.id: str(each.record.get("name", "")) for each in side.values() if len(each.layers) == 1}


def _told(key: str, value: Any) -> object:
    """Links as a person names them: the item, and how far it is meant where that is not all of it."""
    if key != "implements" or value is None:
        return value
    links = {(link["item"], link.get("relation", "exact")) for link in value}
    return sorted(item if relation == "exact" else f"{item} {relation}" for item, relation in links)


class _Entries:
    """Where each side says it: the entry itself where the change is about one. Each list is looked through once."""

    def __init__(self, old: Effective, new: Effective) -> None:
        self._sides = old, new
        self._indexes: dict[tuple[int, str], dict[int, int]] = {}

    def places(self, change: Change) -> Places:
        """The places of a change on both sides."""
        return self._place(0, change.element, change.before), self._place(1, change.element, change.after)

    def _place(self, side: int, element: str, value: object) -> Location | None:
        subject = self._sides[side]
        stated = subject.record.get(element)
        if stated is None or value is None:
            return None
        if isinstance(stated, list) and isinstance(value, list) and value:
            if (side, element) not in self._indexes:
                self._indexes[side, element] = {id(entry): index for index, entry in enumerate(stated)}
            index = self._indexes[side, element].get(id(value[0]))
            if index is not None:
                return subject.locate(element, index)
        return subject.locate(element, key=True)
