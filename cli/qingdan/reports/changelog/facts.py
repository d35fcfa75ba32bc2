"""The annex of a public notice: the differences between two versions of one list, with what the office says of each.

A reading of the same ``Diff``: it sorts, joins what one change does in several places, and looks up reason, basis and
day where the files state them. It compares nothing and invents nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

from qingdan.loading.catalogue import Catalogue, code_of
from qingdan.loading.opening import known_divisions
from qingdan.loading.sides import Side
from qingdan.model.registry import NameOf, unnamed
from qingdan.problems import NotOneList
from qingdan.reports.changelog.entries import KINDS, Entry, Kind, entries_of
from qingdan.reports.diff.facts import Difference, Suggestion
from qingdan.reports.diff.sides import diff


@dataclass(frozen=True)
class Version:
    """One of the two versions.

    Attributes:
        name: What the list calls itself.
        label: As it was asked for: a path, or a revision and a path.
        as_of: The day of which its text speaks; ``""`` where it does not say.
        edition: The national edition it was written against; for an edition its own id.
        kind: list, archive, collection or sample; national or own for an edition.
    """

    name: str
    label: str
    as_of: str
    edition: str
    kind: str


@dataclass(frozen=True)
class Changelog:
    """What changed between two versions of a list.

    Attributes:
        before: The older version.
        after: The newer version.
        of: Whether it is a province's list or the national standard.
        as_of: The day on which the annex was made.
        entries: By kind, then in the order of the list.
        heads: What the lists say of themselves as a whole, where it differs.
        unsure: What one version may only seem to lack, because a file or an entry of it could not be read.
        same: How many comparisons found no difference.
        suggestions: Likely renames that nobody declared.
        unread: Files of either version that could not be read.
        left_out: Entries and elements of either version that were left out for their form.
        names: What registries call an id: a function of the kind of registry and the id, "" where it has no name.
    """

    before: Version
    after: Version
    of: Literal["list", "edition"]
    as_of: str
    entries: tuple[Entry, ...] = ()
    heads: tuple[Difference, ...] = ()
    unsure: tuple[Entry, ...] = ()
    same: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    unread: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    names: NameOf = field(default_factory=lambda: unnamed)

    @property
    def complete(self) -> bool:
        """Whether all of both versions was compared."""
        return not (self.unread or self.left_out or self.unsure)

    def kinds(self) -> dict[Kind, tuple[Entry, ...]]:
        """The rows of each kind that occurs."""
        found = {kind: tuple(entry for entry in self.entries if entry.kind == kind) for kind in KINDS}
        return {kind: entries for kind, entries in found.items() if entries}

    def effects(self) -> Counter[str]:
        """How many rows are better, worse, mixed, none or unknown for citizens."""
        return Counter(entry.difference.effect for entry in self.entries)


def changelog(before: Side, after: Side, as_of: str) -> Changelog:
    """Read the differences between two versions of one list as the rows of an annex.

    Args:
        before: The older version.
        after: The newer version.
        as_of: The day on which the annex is made.

    Raises:
        NotOneList: The sides are two provinces or places, or the nation and a province.
    """
    _refuse(before, after)
    found = diff(before, after, as_of)
    rows, unsure = entries_of(found.differences, before, after, found.formerly)
    of: Literal["list", "edition"] = "edition" if found.kind == "editions" else "list"
    heads = tuple(row for row in found.differences if row.what == "list")
    unread = tuple(dict.fromkeys([*before.unread, *after.unread]))
    left_out, likely = tuple(dict.fromkeys(found.left_out)), tuple(found.suggestions)
    log = Changelog(_version(before), _version(after), of, as_of, rows, heads, unsure, found.same, likely)
    return replace(log, unread=unread, left_out=left_out, names=found.names)


def _refuse(before: Side, after: Side) -> None:
    if (before.catalogue is None) != (after.catalogue is None):
        raise NotOneList(before.name, after.name, "nation")
    if before.catalogue is None or after.catalogue is None:
        return
    known = _provinces(before.catalogue), _provinces(after.catalogue)
    if known[0] and known[1] and known[0] != known[1]:
        raise NotOneList(before.name, after.name, "two_provinces")
    if _scope(before.catalogue) != _scope(after.catalogue):
        raise NotOneList(before.label, after.label, "scope")


def _provinces(catalogue: Catalogue) -> set[str]:
    """The first two digits of the province that a list is of; of a file that stands alone, those of its places."""
    return {catalogue.province[:2]} if catalogue.province else {area[:2] for area in _areas(catalogue)}


def _scope(catalogue: Catalogue) -> set[str]:
    """Of how much it speaks: a whole list, or one file that stands alone with the places in it."""
    return {"whole"} if catalogue.province else _areas(catalogue)


def _areas(catalogue: Catalogue) -> set[str]:
    """The codes of its places as they are today, where a code was changed."""
    return {_today(code) for each in catalogue.localities if (code := code_of(each.record))}


def _today(code: str) -> str:
    successors = known_divisions().successors(code[:6])
    return successors[0].division.code + code[6:] if len(successors) == 1 else code


def _version(side: Side) -> Version:
    if side.catalogue is None:
        head = side.edition.head
        return Version(head["name"], side.label, head.get("as_of", ""), head["id"], head["kind"])
    own = side.catalogue.head
    return Version(own["name"], side.label, own.get("as_of", ""), own["edition"], own["kind"])
