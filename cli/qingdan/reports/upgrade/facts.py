"""What it takes to bring a list to a newer edition: a plan of edits and conflicts. It reads and writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from qingdan.comparing.change import Effect
from qingdan.comparing.shifting import shifted
from qingdan.comparing.three_way import Merge, Ways, effect_of, means_the_same, three_way
from qingdan.findings import Finding, Location
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.model.declarations import declaration, elements
from qingdan.model.edition import Requirement
from qingdan.model.force import ground
from qingdan.model.item import Implements
from qingdan.model.registry import NameOf, unnamed
from qingdan.reading.marks import Pointer
from qingdan.reports.upgrade.succession import Line, Links, follow_links
from qingdan.values import WHOLE
from qingdan.values.context import Context

#: Elements of a national item by which it is found; they are not what an item is called or says.
_NOT_TAKEN_OVER = ("aliases", "everyday_name")
#: Names of files → where in them → what is to stand there.
Changes = dict[str, dict[Pointer, object]]


@dataclass(frozen=True)
class UpgradeEdit:
    """One value that changes.

    Attributes:
        path: By identity: ``items[ZJ-57].promised_limit``; ``edition`` for the head of the list.
        name: The item as a person calls it.
        what: ``element``, ``link`` or ``edition``.
        element: The element; ``""`` for a link and for the head.
        before: What the province says.
        after: What it will say.
        effect: What that means for the citizen.
        requirements: Ids of the requirements that changed, as they were → as they are.
        place: Where it stands.
        at: Name of the file, and where in it.
    """

    path: str
    name: str
    what: Literal["element", "link", "edition"]
    before: object
    after: object
    place: Location
    element: str = ""
    effect: Effect = "none"
    requirements: tuple[tuple[str, str], ...] = ()
    at: tuple[str, Pointer] = ("", ())


@dataclass(frozen=True)
class UpgradeConflict:
    """Something that a person must decide; the province's value stays as it is.

    Attributes:
        path: By identity.
        name: The item as a person calls it.
        reason: ``split``, ``dropped``, ``new_item``, ``finding``, or the reason why a value is not allowed.
        element: The element; ``""`` for a link.
        value: What the province says.
        base: The requirement as it was, ``None`` where there was none.
        new: The requirement as it is now.
        candidates: National items among which to choose, with their names.
        members: The members that decided.
        finding: What validation would find, where that is the conflict.
        place: Where it stands.
    """

    path: str
    name: str
    reason: str
    element: str = ""
    value: object = None
    base: Requirement | None = None
    new: Requirement | None = None
    candidates: tuple[tuple[str, str], ...] = ()
    members: tuple[str, ...] = ()
    finding: Finding | None = None
    place: Location | None = None


@dataclass
class Upgrade:
    """The plan of an upgrade, and what became of it.

    Attributes:
        name: Name of the list.
        before: Id of the edition that it was written against.
        after: Id of the new edition.
        edits: What changes.
        conflicts: What a person must decide.
        kept: How often the province's own value stays where a requirement changed.
        behind: Item path → by how many editions its national item has moved on.
        changes: Name of a file → where in it → what is to stand there.
        diffs: Name of a file → unified diff.
        written: Names of the files that were written.
        protected: Files that would change and are read-only, so that they will not be written.
        half_done: Whether a killed run left the list half changed, and nothing was to be written now: the plan is that
            of the list as it stands.
        names: What registries call an id: a function of the kind of registry and the id, "" where it has no name.
    """

    name: str
    before: str
    after: str
    edits: list[UpgradeEdit] = field(default_factory=list)
    conflicts: list[UpgradeConflict] = field(default_factory=list)
    kept: int = 0
    behind: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=lambda: defaultdict(dict))
    diffs: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    protected: list[str] = field(default_factory=list)
    half_done: bool = False
    names: NameOf = field(default_factory=lambda: unnamed)


def plan(catalogue: Catalogue, editions: Sequence[Edition], as_of: str) -> Upgrade:
    """What it takes to bring a list to the last of several editions.

    Args:
        catalogue: The list, read without a fault.
        editions: The edition that it was written against, those between, and the new one; one alone where the list is
            there already.
        as_of: Requirements that ended before this day take no part.
    """
    line = Line(editions)
    result = Upgrade(catalogue.head["name"], line.base.id, line.new.id)
    if len(editions) == 1:
        return result
    subjects = list(catalogue.effective())
    # an archive or a collected guide tells what was printed once: its links may follow, what it says may not
    planner = _Planner(line, as_of, result, subjects, lives=catalogue.head["kind"] not in ("archive", "collection"))
    for subject in subjects:
        planner.subject(subject)
    planner.new_items(catalogue)
    _edition(catalogue, line.new.id, result)
    return result


def _edition(catalogue: Catalogue, id: str, result: Upgrade) -> None:
    head = catalogue.files.heads["catalogue"]
    result.changes[head.document.name]["edition",] = id
    place = head.locate("edition")
    result.edits.append(UpgradeEdit("edition", catalogue.head["name"], "edition", catalogue.head["edition"], id, place))


class _Planner:
    """One run over the subjects of a list."""

    def __init__(self, line: Line, as_of: str, result: Upgrade, subjects: Sequence[Effective], *, lives: bool) -> None:
        self._line = line
        self._lives = lives
        self._as_of = as_of
        self._result = result
        self._reached: set[str] = set()
        #: Place and national item → the subjects that implement it there.
        self._beside: dict[tuple[str, str], list[Effective]] = defaultdict(list)
        for subject in subjects:
            for link in subject.record.get("implements", []):
                self._beside[_place(subject), link["item"]].append(subject)

    def subject(self, subject: Effective) -> None:
        """Plan what happens to one item in one place: its links, then each element that it states itself."""
        links: list[Implements] = subject.record.get("implements", [])
        followed = follow_links(links, self._line)
        self._reached.update(followed.reached)
        self._result.behind[subject.path] = max((self._line.behind(link["item"]) for link in links), default=0)
        own = subject.layers[-1]
        if "implements" in own.record:
            self._links(subject, own, followed)
        for element in elements() if self._lives else ():
            if element in own.record and own.record[element] is not None:
                self._element(subject, own, element, followed)

    def _links(self, subject: Effective, own: Placed, followed: Links) -> None:
        before, name, path = own.record["implements"], str(subject.record.get("name", "")), f"{subject.path}.implements"
        if followed.links != before:
            place = own.locate("implements")
            self._result.edits.append(UpgradeEdit(path, name, "link", before, followed.links, place))
            self._result.changes[own.document.name][(*own.pointer, "implements")] = followed.links
        for index, (link, targets) in enumerate(followed.open):
            candidates = tuple((id, str(self._line.new.items[id].get("name", ""))) for id in targets)
            reason = "split" if targets else "dropped"
            place = own.locate("implements", index)
            self._result.conflicts.append(
                UpgradeConflict(path, name, reason, value=link["item"], candidates=candidates, place=place)
            )

    def _element(self, subject: Effective, own: Placed, element: str, followed: Links) -> None:
        """Merge one element with each national item that is implemented, one after the other."""
        mine = value = own.record[element]
        follows: list[Merge] = []
        for old, new, link in followed.pairs:
            ways = self._ways(subject, element, old, link)
            base = self._required(self._line.base, old, subject, element)
            now = self._required(self._line.new, new, subject, element)
            value, merges = three_way(base, now, value, ways)
            follows += [each for each in merges if each.outcome == "follow"]
            self._told(subject, own, element, merges)
            if link.get("relation", "exact") == "exact" and (old == new or new not in followed.merged):
                value = self._said(element, old, new, value)
        if value != mine:
            self._edit(subject, own, element, mine, value, follows)

    def _told(self, subject: Effective, own: Placed, element: str, merges: Sequence[Merge]) -> None:
        for merge in merges:
            if merge.outcome == "keep":
                self._result.kept += 1
            elif merge.outcome == "conflict":
                path, name = f"{subject.path}.{element}", str(subject.record.get("name", ""))
                place, value = own.locate(element, key=True), own.record[element]
                of = (merge.base, merge.new, (), merge.members)
                self._result.conflicts.append(
                    UpgradeConflict(path, name, merge.reason, element, value, *of, place=place)
                )

    def _edit(
        self, subject: Effective, own: Placed, element: str, mine: object, value: object, follows: Sequence[Merge]
    ) -> None:
        requirements = tuple((_id(each.base), _id(each.new)) for each in follows)
        effect = effect_of(mine, value, element, self._line.new.registries)
        name = str(subject.record.get("name", ""))
        path, place = f"{subject.path}.{element}", own.locate(element, key=True)
        at = own.document.name, (*own.pointer, element)
        self._result.edits.append(
            UpgradeEdit(path, name, "element", mine, value, place, element, effect, requirements, at)
        )
        self._result.changes[at[0]][at[1]] = value

    def _said(self, element: str, old: str, new: str, value: object) -> object:
        """What a national item itself says, such as its name: taken over where the province says the same."""
        if element in _NOT_TAKEN_OVER:
            return value
        before, after = (items.items[id].get(element) for items, id in ((self._line.base, old), (self._line.new, new)))
        if before is None or after is None or before == after or self._is_judged(new, element):
            return value
        if before != value and not means_the_same(before, value, element, self._line.base.registries):
            return value
        context = Context(self._line.new.registries, element)
        return shifted(declaration(element).kind, value, before, after, {WHOLE}, context)

    def _is_judged(self, item: str, element: str) -> bool:
        """Whether requirements decide on the element, and not what the item says of itself."""
        rows = self._line.new.requirements.get(item, ())
        return any(row["element"] == element and row["relation"] != "free" for row in rows)

    def _required(self, edition: Edition, item: str, subject: Effective, element: str) -> list[Requirement]:
        """What an edition requires of an element and judges; what ended before the day takes no part."""
        rows = [row for row in edition.requirements.get(item, ()) if row["element"] == element]
        return [
            row
            for row in rows
            if row["relation"] != "free"
            and dates.in_force("", row.get("in_force", {}).get("until", ""), self._as_of) is not False
            and not ground(row, edition.registries.documents, self._as_of)
            and ("types" not in row or subject.record.get("type") in row["types"])
        ]

    def _ways(self, subject: Effective, element: str, item: str, link: Implements) -> Ways:
        others: list[object] = []
        if declaration(element).better == "more":
            for other in self._beside[_place(subject), item]:
                stated = other.record.get(element)
                if other is not subject and isinstance(stated, list):
                    others += stated
        base, new = self._line.base.registries, self._line.new.registries
        licence, exact = subject.record.get("type") == "licence", link.get("relation", "exact") == "exact"
        return Ways(element, base, new, subject.known_in_whole(element), licence, exact, tuple(others))

    def new_items(self, catalogue: Catalogue) -> None:
        """National items that are new and that a list known in whole has nothing for."""
        if catalogue.head["completeness"] == "partial":
            return
        for id in self._line.added():
            if id not in self._reached:
                item = self._line.new.items[id]
                name = str(item.get("name", ""))
                place = self._line.place(id)
                self._result.conflicts.append(
                    UpgradeConflict(f"items[{id}]", name, "new_item", candidates=((id, name),), place=place)
                )


def _id(row: Requirement | None) -> str:
    return row["id"] if row else ""


def _place(subject: Effective) -> str:
    return subject.path.partition(".items[")[0] if ".items[" in subject.path else "province"
