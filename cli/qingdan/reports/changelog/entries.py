"""The rows of the annex of a public notice: what each difference is called, and what the files say of why and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from qingdan.loading.catalogue import Effective
from qingdan.loading.sides import Side
from qingdan.model.declarations import elements
from qingdan.model.fields import of_model
from qingdan.model.parts import Material
from qingdan.model.values import Member
from qingdan.reports.diff.facts import Difference

#: In the order of the annex.
Kind = Literal[
    "new", "cancelled", "moved_down", "moved_up", "moved_level", "suspended", "resumed", "renamed", "taken_up",
    "given_up", "changed", "requirement",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
_OF_ITEMS: dict[str, Kind] = {
    "added": "new",
    "removed": "cancelled",
    "cancelled": "cancelled",
    "suspended": "suspended",
    "resumed": "resumed",
    "renamed": "renamed",
}
#: Why nobody can say whether something came, went or changed.
_UNREAD = ("unread", "left_out")
#: What happens to the rows of places and the handling items together with the item that they are laid over.
_TOGETHER = ("added", "removed", "unknown")
#: Why something is neither new nor gone.
_JOINED = ("split_from", "merged_into")
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
        follows: Name of the item that takes its place, or that it was joined to.
        also: Places and handling items that take over from the item what changed.
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

    @property
    def part(self) -> str:
        """What of the item changed: an element, or a link or status beside them; ``""`` for the item as a whole."""
        return self.difference.element or self.difference.path[len(self.path) + 1 :]


@dataclass(frozen=True)
class Subject:
    """An item of either side, whatever the side is.

    Attributes:
        path: By identity.
        own: What the top layer itself states.
        record: The merged record.
        below: Path of the item that a handling item or a row of a locality is laid over; ``""`` where there is none.
        order: Its number in the list.
    """

    path: str
    id: str
    place: str
    own: Mapping[str, Any]
    record: Mapping[str, object]
    below: str
    order: int


def entries_of(
    differences: Iterable[Difference], before: Side, after: Side, formerly: Mapping[str, str]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The rows for the differences between two versions, by kind and then in the order of the list.

    Args:
        differences: Of the two.
        before: The older version.
        after: The newer version.
        formerly: Paths of items → their paths in the older version, where they are others.

    Returns:
        The rows, and those of which nobody can say whether there is a change at all: what one side lacks because it
        could not be read, or was left out for its form, has neither come nor gone.
    """
    rows = [row for row in differences if row.what != "list"]
    reader = _Reader(before, after, rows, formerly)
    order = {path: subject.order for path, subject in {**reader.olds, **reader.news}.items()}
    entries = sorted(reader.entries(rows), key=lambda entry: _order(entry, order))
    unsure = tuple(entry for entry in entries if _unread(entry.difference))
    return tuple(entry for entry in entries if not _unread(entry.difference)), unsure


def _unread(row: Difference) -> bool:
    return row.change == "unknown" and row.reason in _UNREAD


def subjects_of(side: Side) -> dict[str, Subject]:
    """Path → subject, in the order of the list."""
    if side.catalogue is None:
        items = [placed.record for placed in side.edition.files.entries.get("national-items", [])]
        rows = [Subject(f"items[{item['id']}]", item["id"], "", item, item, "", at) for at, item in enumerate(items)]
    else:
        rows = [_subject(each, at) for at, each in enumerate(side.catalogue.effective())]
    return {subject.path: subject for subject in rows}


def _subject(each: Effective, order: int) -> Subject:
    place = "" if each.level == "province" else each.place
    return Subject(each.path, each.id, place, each.layers[-1].record, each.record, each.below, order)


@dataclass(frozen=True)
class _Met:
    """An item of the two versions: as it is now, or as it was where it has gone."""

    subject: Subject
    old: Subject | None
    new: Subject | None

    def states(self, element: str) -> bool:
        """Whether its own layer says something of an element, on either side."""
        return any(side is not None and element in side.own for side in (self.old, self.new))


class _Reader:
    """Turns differences into entries."""

    def __init__(self, before: Side, after: Side, rows: Sequence[Difference], formerly: Mapping[str, str]) -> None:
        self.olds, self.news = subjects_of(before), subjects_of(after)
        self.editions = before.edition, after.edition
        self.older = {**dict(_older(rows)), **formerly}
        self.titles = {id: row["title"] for id, row in after.edition.registries.documents.by_id.items()}
        self.over = self._laid_over()

    def entries(self, rows: Sequence[Difference]) -> Iterator[Entry]:
        """One entry for each difference; what comes or goes with the item that it is laid over is named beside that."""
        whole = {(row.path, row.change) for row in rows if row.change in _TOGETHER}
        for row in rows:
            if row.what == "requirement":
                yield self._requirement(row)
                continue
            path = _path_of(row, self.news, self.olds)
            met = self._met(path)
            if row.path != path or (met.subject.below, row.change) not in whole:
                yield self._entry(row, path, met)

    def _met(self, path: str) -> _Met:
        new, old = self.news.get(path), self.olds.get(self.older.get(path, path))
        subject = new or old
        assert subject is not None  # the path is that of a subject of one of the two
        return _Met(subject, old, new)

    def _laid_over(self) -> Mapping[str, list[_Met]]:
        """Path of an item → the rows of places and the handling items over it."""
        found: dict[str, list[_Met]] = defaultdict(list)
        former = set(self.older.values())
        for path in dict.fromkeys([*self.news, *self.olds]):
            if path in self.news or path not in former:
                met = self._met(path)
                if not (met.old and met.new) or met.old.below == self.older.get(met.new.below, met.new.below):
                    found[met.subject.below].append(met)
        return found

    def _also(self, entry: Entry) -> tuple[str, ...]:
        """Who takes over what changed: it is told once, of the item that states it."""
        over, change = self.over.get(entry.path, ()), entry.difference.change
        if entry.part:
            taking = [met for met in over if met.old and met.new and not met.states(entry.part)]
        else:
            taking = [met for met in over if {"added": met.new, "removed": met.old}.get(change)]
        names = (each.subject.place or f"{each.subject.record.get('name', '')} {each.subject.id}" for each in taking)
        return tuple(dict.fromkeys(name.strip() for name in names))

    def _requirement(self, row: Difference) -> Entry:
        cited = ({"title": each.title, "number": each.number, "article": each.article} for each in row.basis)
        old, new = (edition.by_id.get(row.requirement) for edition in self.editions)
        begins = str(new.get("in_force", {}).get("from", "")) if new else ""
        day = (begins,) if begins and (old is None or old.get("in_force", {}).get("from") != begins) else ()
        return Entry(
            "requirement", row.path, row.requirement, row.name, "", row, {}, basis=tuple(cited), effective_on=day
        )

    def _entry(self, row: Difference, path: str, met: _Met) -> Entry:
        subject, kind = met.subject, _kind(row, path, met.subject)
        entry = Entry(kind, path, subject.id, row.name, subject.place, row, subject.record)
        entry = replace(entry, also=self._also(entry))
        if met.new is not None:
            return self._stated(entry, met.new, met.old)
        reason = (row.after,) if row.reason == "not_claimed" and row.after else ()
        return replace(entry, reason=reason, follows=row.after if row.reason == "merged_into" else "")

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


def _older(rows: Sequence[Difference]) -> Iterator[tuple[str, str]]:
    """Path of what has another id now → the path it had."""
    for row in rows:
        path = row.path.removesuffix(".id")
        if row.change == "renamed" and path != row.path:
            yield path, f"{path.rpartition('[')[0]}[{row.before}]"


def _path_of(row: Difference, *sides: Mapping[str, Subject]) -> str:
    """The path of the item that a difference speaks of."""
    path = row.path
    while path and not any(path in side for side in sides):
        path = path.rpartition(".")[0]
    return path


def _kind(row: Difference, path: str, subject: Subject) -> Kind:
    if row.change == "moved_level":
        return _direction(row.before, row.after)
    if row.path != path and row.change != "renamed":
        return "changed"
    if row.change in ("added", "removed") and subject.place and subject.below and row.reason not in _JOINED:
        return "taken_up" if row.change == "added" else "given_up"
    return _OF_ITEMS.get(row.change, "changed")


def _direction(before: list[Member], after: list[Member]) -> Kind:
    """Down where the top or the bottom is lower than before, and neither of them higher."""
    if not before or not after or any(each.get("id") not in _LEVELS for each in (*before, *after)):
        return "moved_level"
    old, new = ([_LEVELS.index(each["id"]) for each in levels] for levels in (before, after))
    top, bottom = min(new) - min(old), max(new) - max(old)
    if top * bottom < 0 or not (top or bottom):
        return "moved_level"
    return "moved_down" if top + bottom > 0 else "moved_up"


def _own_basis(entry: Entry, new: Subject) -> list[Mapping[str, Any]]:
    """What a new item is based on, and what a new or changed paper is asked on."""
    if entry.kind in ("new", "taken_up"):
        return list(new.own.get("legal_basis", []))
    before, after = entry.difference.before, entry.difference.after
    if entry.difference.element in of_model(Material) and isinstance(after, list) and len(after) == 1:
        stood = before[0].get("basis", []) if before and len(before) == 1 else []
        return [cited for cited in after[0].get("basis", []) if cited not in stood]
    return []


def _own_day(kind: Kind, new: Subject, old: Subject | None) -> list[str]:
    """The day the item itself names; one that stood there before is of an earlier version."""
    key = "cancelled_on" if kind == "cancelled" else "effective_on"
    day = new.own.get(key)
    return [day] if day and (old is None or old.own.get(key) != day) else []


def _order(entry: Entry, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    """By kind, then as in the list, then as in a guide."""
    names = list(elements())
    element = entry.difference.element
    at = names.index(element) if element in names and entry.kind != "requirement" else -1
    return KINDS.index(entry.kind), order.get(entry.path, 0), at, entry.difference.path
