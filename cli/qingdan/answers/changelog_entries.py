"""The rows of the annex of a public notice: what each difference is called, and what the files say of why and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from qingdan.answers.differences import Difference
from qingdan.loading.sides import Side
from qingdan.model.declarations import elements

Kind = Literal[
    "new", "cancelled", "moved_down", "moved_up", "moved_level", "suspended", "resumed", "renamed", "taken_up",
    "given_up", "changed", "requirement",
]  # fmt: skip
#: In the order of the annex.
KINDS: tuple[Kind, ...] = (
    "new", "cancelled", "moved_down", "moved_up", "moved_level", "suspended", "resumed", "renamed", "taken_up",
    "given_up", "changed", "requirement",
)  # fmt: skip
_OF_ITEMS: dict[str, Kind] = {
    "added": "new", "removed": "cancelled", "cancelled": "cancelled", "suspended": "suspended", "resumed": "resumed",
    "renamed": "renamed",
}  # fmt: skip
#: Levels from the top; what is not among them has no place in the order.
_LEVELS = ("national", "province", "prefecture", "county", "township", "village")


@dataclass(frozen=True)
class Entry:
    """One row of the annex.

    Attributes:
        kind: 新增, 取消, 变更 and so on.
        path: The item by identity.
        id: Id of the item, the handling item, the row of a locality or the requirement.
        name: Its name.
        place: The locality it holds in; ``""`` for the whole province.
        difference: The difference itself: both values, effect, reason code.
        record: The item after the change, or before it where it has gone.
        reason: Why, as the files state it; empty where they do not.
        basis: The documents that are cited for it.
        effective_on: From which day.
        follows: Name of the item that takes its place.
        also: Other places and handling items in which the same change holds.
    """

    kind: Kind
    path: str
    id: str
    name: str
    place: str
    difference: Difference
    record: Mapping[str, Any]
    reason: tuple[str, ...] = ()
    basis: tuple[Mapping[str, str], ...] = ()
    effective_on: tuple[str, ...] = ()
    follows: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """An item of either side, whatever the side is.

    Attributes:
        path: By identity.
        own: What the top layer itself states.
        record: The merged record.
        base: Path of the item below a handling item or a row of a locality; its own path where there is none.
        layers: How many records it was merged from.
        order: Its number in the list.
    """

    path: str
    id: str
    place: str
    own: Mapping[str, Any]
    record: Mapping[str, Any]
    base: str
    layers: int
    order: int


def entries_of(
    differences: Iterable[Difference], before: Side, after: Side
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The rows for the differences between two versions, by kind and then in the order of the list.

    Returns:
        The rows, and those of which it is not sure that there is a change at all: what one side lacks because it could
        not be read, or was left out for its form, has neither come nor gone.
    """
    olds, news = subjects_of(before), subjects_of(after)
    found = list(_Reader(olds, news, before, after).entries(differences))
    doubts = {"added": _Doubt(before), "removed": _Doubt(after), "not_stated": _Doubt(after)}
    rows: list[Entry] = []
    unsure: list[Entry] = []
    for entry in found:
        doubt = doubts.get(entry.difference.change)
        subject = (news if entry.difference.change == "added" else olds).get(entry.path)
        (unsure if doubt and subject and doubt.of(entry, subject) else rows).append(entry)
    first = {**news, **olds}
    last = {**olds, **news}
    sides = (_joined(each, first) for each in (rows, unsure))
    sorted_rows, sorted_unsure = (tuple(sorted(each, key=lambda entry: _order(entry, last))) for each in sides)
    return sorted_rows, sorted_unsure


class _Doubt:
    """What a side may hold although it was not compared."""

    def __init__(self, side: Side) -> None:
        files = side.catalogue.files if side.catalogue else side.edition.files
        self.left_out = {id for _, id in files.left_out}
        self.dropped = {(id, element) for _, id, element in files.dropped}
        self.anything = bool(files.unread) or any(id.startswith("#") for id in self.left_out)

    def of(self, entry: Entry, subject: Subject) -> bool:
        """Whether an entry may only say that this side was not read in whole."""
        ids = {subject.id, subject.base.removeprefix("items[").removesuffix("]")}
        if ids & self.left_out or any((id, entry.difference.element) in self.dropped for id in ids):
            return True
        return self.anything and (not entry.difference.element or subject.layers > 1)


def subjects_of(side: Side) -> dict[str, Subject]:
    """Path → subject, in the order of the list."""
    rows: list[Subject] = []
    if side.catalogue is None:
        for placed in side.edition.files.entries.get("national-items", []):
            path = f"items[{placed.record['id']}]"
            rows.append(Subject(path, placed.record["id"], "", placed.record, placed.record, path, 1, len(rows)))
    else:
        for each in side.catalogue.effective():
            lowest = each.layers[0].record["id"]
            base = f"items[{lowest}]" if len(each.layers) > 1 else each.path
            place = each.place if each.path.startswith("localities[") else ""
            own, count = each.layers[-1].record, len(each.layers)
            rows.append(Subject(each.path, each.id, place, own, each.record, base, count, len(rows)))
    return {subject.path: subject for subject in rows}


class _Reader:
    """Turns differences into entries."""

    def __init__(self, olds: Mapping[str, Subject], news: Mapping[str, Subject], before: Side, after: Side) -> None:
        self.olds, self.news = olds, news
        self.editions = before.edition, after.edition
        self.former = {
            f"{new.path.rpartition('[')[0]}[{id}]": new.path for new in news.values() for id in new.own.get("moved", [])
        }
        self.older = {path: old for old, path in self.former.items() if old in olds}
        self.titles = {id: row["title"] for id, row in after.edition.registries.documents.by_id.items()}
        self.left = _not_claimed(after)

    def entries(self, differences: Iterable[Difference]) -> Iterator[Entry]:
        """One entry for each difference; the levels of an item that moved as a whole are told once."""
        rows = list(differences)
        moved = {row.path for row in rows if row.change == "moved_level"}
        for row in rows:
            if row.what == "requirement":
                yield self._requirement(row)
            elif not (row.element == "levels" and _path_of(row, self.news, self.olds) in moved):
                yield self._entry(row)

    def _requirement(self, row: Difference) -> Entry:
        cited = ({"title": each.title, "number": each.number, "article": each.article} for each in row.basis)
        old, new = (edition.by_id.get(row.requirement) for edition in self.editions)
        begins = str(new.get("in_force", {}).get("from", "")) if new else ""
        day = (begins,) if begins and (old is None or old.get("in_force", {}).get("from") != begins) else ()
        return Entry(
            "requirement", row.path, row.requirement, row.name, "", row, {}, basis=tuple(cited), effective_on=day
        )  # fmt: skip

    def _entry(self, row: Difference) -> Entry:
        path = _path_of(row, self.news, self.olds)
        new = self.news.get(path)
        old = self.olds.get(self.older.get(path, path))
        subject = new or old
        assert subject is not None  # the difference came from one of the two
        entry = Entry(_kind(row, subject), path, subject.id, row.name, subject.place, row, subject.record)
        if new is None:
            return replace(entry, reason=self.left.get(path, ()))
        return self._stated(entry, new, old)

    def _stated(self, entry: Entry, new: Subject, old: Subject | None) -> Entry:
        """With reason, basis and day as the newer version states them; what it said before is of an earlier change."""
        earlier = old.own.get("changes", []) if old else []
        rows = [row for row in new.own.get("changes", []) if row not in earlier]
        element = entry.difference.element or {"renamed": "name"}.get(entry.kind, "")
        rows = [r for r in rows if r.get("element") == element] or [r for r in rows if "element" not in r]
        cited = [self._cited(citation) for row in rows for citation in row.get("basis", [])]
        days = [row["effective_on"] for row in rows if "effective_on" in row]
        follows = str(new.own.get("successor", "")) if entry.kind == "cancelled" else ""
        return replace(
            entry,
            reason=tuple(dict.fromkeys(row["reason"] for row in rows if "reason" in row)),
            basis=tuple(cited or map(self._cited, _own_basis(entry, new))),
            effective_on=tuple(dict.fromkeys(days or _own_day(entry.kind, new, old))),
            follows=self._called(follows) if follows else "",
        )

    def _called(self, id: str) -> str:
        subject = self.news.get(f"items[{id}]")
        return f"{subject.record.get('name', '')} {id}".strip() if subject else id

    def _cited(self, citation: Mapping[str, Any]) -> Mapping[str, str]:
        """A citation with the title of its document, where only the document's id was written."""
        title = citation.get("title") or self.titles.get(citation.get("document", ""), "")
        return {"title": title, "number": citation.get("number", ""), "article": citation.get("article", "")}


def _path_of(row: Difference, *sides: Mapping[str, Subject]) -> str:
    """The path of the item that a difference speaks of."""
    at = row.path.find(f".{row.element}") if row.element else -1
    while at >= 0 and not any(row.path[:at] in side for side in sides):
        at = row.path.find(f".{row.element}", at + 1)
    return row.path[:at] if at >= 0 else row.path


def _kind(row: Difference, subject: Subject) -> Kind:
    if row.element:
        return "changed"
    if row.change == "moved_level":
        return _direction(row.before, row.after)
    if row.change in ("added", "removed") and subject.place and subject.layers > 1:
        return "taken_up" if row.change == "added" else "given_up"
    return _OF_ITEMS[row.change]


def _direction(before: list[str], after: list[str]) -> Kind:
    """Down where lower levels came or upper ones left, and nothing the other way."""
    if not {*before, *after} <= set(_LEVELS):
        return "moved_level"
    old, new = ([_LEVELS.index(each) for each in levels] for levels in (before, after))
    if min(new) >= min(old) and max(new) >= max(old):
        return "moved_down"
    return "moved_up" if min(new) <= min(old) and max(new) <= max(old) else "moved_level"


def _own_basis(entry: Entry, new: Subject) -> list[Mapping[str, Any]]:
    """What a new item is based on, and what a new or changed paper is asked on."""
    if entry.kind in ("new", "taken_up"):
        return list(new.own.get("legal_basis", []))
    before, after = entry.difference.before, entry.difference.after
    if entry.difference.element == "materials" and isinstance(after, list) and len(after) == 1:
        stood = before[0].get("basis", []) if before and len(before) == 1 else []
        return [cited for cited in after[0].get("basis", []) if cited not in stood]
    return []


def _own_day(kind: Kind, new: Subject, old: Subject | None) -> list[str]:
    """The day the item itself names; one that stood there before is of an earlier version."""
    key = "cancelled_on" if kind == "cancelled" else "effective_on"
    day = new.own.get(key)
    return [day] if day and (old is None or old.own.get(key) != day) else []


def _not_claimed(side: Side) -> dict[str, tuple[str, ...]]:
    """Path of a row that its locality says it does not claim → the reason it gives."""
    found: dict[str, tuple[str, ...]] = {}
    for file in side.catalogue.localities if side.catalogue else ():
        within = file.record.get("zone", {}).get("within", "")
        place = file.record.get("area") or f"{within}/{file.record['name']}"
        for row in file.record["items"]:
            if row is not None and "because" in row:
                found[f"localities[{place}].items[{row['id']}]"] = (row["because"],)
    return found


def _joined(entries: list[Entry], subjects: Mapping[str, Subject]) -> Iterator[Entry]:
    """One change, one entry: what a layer above takes over, or comes and goes with its item, is named beside it."""
    whole: set[tuple[str, str]] = {
        (entry.path, entry.difference.change) for entry in entries if not entry.difference.element
    }
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_one_change(entry, subjects.get(entry.path), whole), []).append(entry)
    for group in groups.values():
        first, *others = sorted(group, key=lambda entry: _depth(subjects.get(entry.path)))
        also = dict.fromkeys(each.place or f"{each.name} {each.id}".strip() for each in others)
        yield replace(first, also=tuple(also))


def _depth(subject: Subject | None) -> tuple[int, int]:
    return (subject.layers, subject.order) if subject else (0, 0)


def _one_change(entry: Entry, subject: Subject | None, whole: set[tuple[str, str]]) -> object:
    """What is equal for two entries that tell of one change: the same words of the same place in the files."""
    row = entry.difference
    if subject is None:
        return row.path
    if not row.element:
        with_item = (subject.base, row.change) in whole and row.change in ("added", "removed")
        return subject.base if with_item else row.path, row.change
    if row.change == "not_stated" and subject.layers > 1 and (subject.base, "removed") in whole:
        return subject.base, "removed"  # a place that still names an item that has gone
    return subject.base, row.path[len(entry.path) :], row.key, row.change, row.before_place, row.after_place


def _order(entry: Entry, subjects: Mapping[str, Subject]) -> tuple[int, int, int, str]:
    """By kind, then as in the list, then as in a guide."""
    names = list(elements())
    element = entry.difference.element
    _, order = _depth(subjects.get(entry.path))
    at = names.index(element) if element in names and entry.kind != "requirement" else -1
    return KINDS.index(entry.kind), order, at, entry.difference.path
