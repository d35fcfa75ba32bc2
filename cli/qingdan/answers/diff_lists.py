"""Two lists: revisions of one, or provinces side by side. Identity is the id: moved files are no change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.answers.differences import Diff, Difference, Suggestion, Word, of_change
from qingdan.comparing.change import Change
from qingdan.comparing.records import Sides, compare_records
from qingdan.findings import Location
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.model.likeness import closest
from qingdan.model.registry import Registries, plain

#: From one state of an item to another: what that is called.
_STATES: dict[tuple[str, str], Word] = {
    ("in_use", "suspended"): "suspended",
    ("in_use", "cancelled"): "cancelled",
    ("suspended", "cancelled"): "cancelled",
    ("suspended", "in_use"): "resumed",
}


def lists(before: Catalogue, after: Catalogue, registries: Registries, diff: Diff) -> None:
    """Fill a diff with what differs between two lists.

    Args:
        before: The older list, or the first province.
        after: The newer list, or the second province.
        registries: Ids, names and aliases by which members are matched.
        diff: Is added to.
    """
    one_province = before.province == after.province
    olds = {_key(subject): subject for subject in before.effective()}
    news = {_key(subject): subject for subject in after.effective()}
    pairs, gone, come = _paired(olds, news) if one_province else _by_national_item(olds, news)
    for old, new in pairs:
        for difference in _item(old, new, registries, one_province):
            diff.add(difference)
    for subject in gone:
        diff.add(_one_sided(subject, "removed"))
    for subject in come:
        diff.add(_one_sided(subject, "added"))
    if one_province:
        diff.suggestions.extend(_likely(gone, come))


def _key(subject: Effective) -> str:
    return subject.path


Pairs = tuple[list[tuple[Effective, Effective]], list[Effective], list[Effective]]


def _paired(olds: Mapping[str, Effective], news: Mapping[str, Effective]) -> Pairs:
    """By id; an item that declares a former id (``moved``) is the one that had it."""
    former: dict[str, Effective] = {}
    for subject in news.values():
        where = subject.path.rpartition("[")[0]
        for id in subject.layers[-1].record.get("moved", []):
            former[f"{where}[{id}]"] = subject
    pairs: list[tuple[Effective, Effective]] = []
    gone: list[Effective] = []
    taken: set[str] = set()
    for path, old in olds.items():
        new = news.get(path) or former.get(path)
        if new is None or new.path in taken:
            gone.append(old)
        else:
            pairs.append((old, new))
            taken.add(new.path)
    return pairs, gone, [new for path, new in news.items() if path not in taken]


def _by_national_item(olds: Mapping[str, Effective], news: Mapping[str, Effective]) -> Pairs:
    """Provinces have ids of their own: their items meet where each has one for the same national item."""
    left, right = _implementing(olds), _implementing(news)
    pairs: list[tuple[Effective, Effective]] = []
    met: set[tuple[str, str]] = set()
    for item in left:
        if len(left[item]) == len(right.get(item, [])) == 1:
            pairs.append((left[item][0], right[item][0]))
            met.update([("a", left[item][0].path), ("b", right[item][0].path)])
    gone = [subject for subject in olds.values() if ("a", subject.path) not in met]
    come = [subject for subject in news.values() if ("b", subject.path) not in met]
    return pairs, gone, come


def _implementing(subjects: Mapping[str, Effective]) -> dict[str, list[Effective]]:
    """National item → the province's own items that implement it; localities stay out of it."""
    found: dict[str, list[Effective]] = {}
    for subject in subjects.values():
        if subject.level == "province" and len(subject.layers) == 1:
            for link in subject.record.get("implements", []):
                found.setdefault(link["item"], []).append(subject)
    return found


def _item(old: Effective, new: Effective, registries: Registries, one_province: bool) -> Iterator[Difference]:
    name = str(new.record.get("name", "") or old.record.get("name", ""))
    places = (old.locate("id"), new.locate("id"))
    if one_province:
        yield from _standing(old, new, name, places)
    sides = Sides(registries, old.known_in_whole, new.known_in_whole, working_days=new.record.get("type") == "licence")
    for change in compare_records(old.record, new.record, sides):
        if change.element == "name" and change.change != "same" and one_province:
            continue  # told as a renaming
        yield of_change(change, new.path, name, _places(old, new, change))


def _standing(old: Effective, new: Effective, name: str, places: tuple[Location, Location]) -> Iterator[Difference]:
    """Renamed, given another id, moved to another level, suspended, cancelled: said of the item as a whole."""
    a, b = old.layers[-1].record, new.layers[-1].record
    before, after = str(a.get("name", "")), str(b.get("name", ""))
    if (before and after and plain(before) != plain(after)) or old.id != new.id:
        shown = (before, after) if plain(before) != plain(after) else (old.id, new.id)
        yield _whole(new, name, "renamed", shown, places)
    word = _STATES.get((a.get("state", "in_use"), b.get("state", "in_use")))
    if word:
        yield _whole(
            new, name, word, (a.get("state", "in_use"), b.get("successor") or b.get("state", "in_use")), places
        )
    if _levels(a) and _levels(b) and _levels(a) != _levels(b):
        yield _whole(new, name, "moved_level", (_levels(a), _levels(b)), places)


def _levels(record: Mapping[str, Any]) -> list[str]:
    return sorted(str(level.get("id") or level.get("text")) for level in record.get("levels", []))


def _whole(
    subject: Effective, name: str, word: Word, values: tuple[Any, Any], places: tuple[Location | None, Location | None]
) -> Difference:
    return Difference(
        subject.path, name, "item", word, "unknown", "unregulated", before=values[0], after=values[1],
        before_place=places[0], after_place=places[1],
    )  # fmt: skip


def _one_sided(subject: Effective, word: Word) -> Difference:
    name = str(subject.record.get("name", ""))
    place = subject.locate("id")
    if word == "added":
        return _whole(subject, name, word, (None, name), (None, place))
    return _whole(subject, name, word, (name, None), (place, None))


def _places(old: Effective, new: Effective, change: Change) -> tuple[Location | None, Location | None]:
    """Where each side says it: the entry itself where the change is about one."""
    return _place(old, change.element, change.before), _place(new, change.element, change.after)


def _place(subject: Effective, element: str, value: Any) -> Location | None:
    stated: Any = subject.record.get(element)
    if stated is None or value is None:
        return None
    if isinstance(stated, list) and isinstance(value, list) and value:
        for index, entry in enumerate(stated):
            if entry is value[0]:
                return subject.locate(element, index)
    return subject.locate(element, key=True)


def _likely(gone: list[Effective], come: list[Effective]) -> Iterator[Suggestion]:
    """An item that went and one that came, of the same or of clearly alike names."""
    names = {str(subject.record.get("name", "")): subject for subject in come}
    for subject in gone:
        name = str(subject.record.get("name", ""))
        near = name if name in names else closest(name, [each for each in names if each])
        if near:
            yield Suggestion(subject.id, names[near].id, near)
