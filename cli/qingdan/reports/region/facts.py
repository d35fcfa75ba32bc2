"""Several provinces side by side: what already agrees, what they would have to agree on, and what nobody can say.

National item by national item and element by element. Only what a list says for the whole province takes part: what one
of its places does is not the province's word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from qingdan.comparing.change import Change
from qingdan.comparing.records import Sides, compare_records
from qingdan.findings import Location
from qingdan.loading.catalogue import Effective
from qingdan.loading.edition import Edition
from qingdan.loading.sides import Side
from qingdan.model.declarations import elements
from qingdan.model.registry import NameOf, unnamed
from qingdan.problems import CannotCompare
from qingdan.reports.diff.facts import Note
from qingdan.reports.diff.sides import notes_on
from qingdan.values import KINDS

Standing = Literal["differs", "unsettled", "not_stated", "agreed"]
#: What a region has to talk about comes first.
STANDINGS: tuple[Standing, ...] = ("differs", "unsettled", "not_stated", "agreed")


@dataclass(frozen=True)
class Point:
    """One element of one national item, as each province has it.

    Attributes:
        item: Id of the national item.
        element: Name of the element.
        standing: ``differs``: at least two provinces differ; ``unsettled``: none is known to, but some cannot be
            compared; ``not_stated``: someone does not state it, and the rest agree; ``agreed``: all are the same.
        values: What each province says, in the order of the region; ``None`` where it does not.
        places: Where it says so.
    """

    item: str
    element: str
    standing: Standing
    values: tuple[object, ...]
    places: tuple[Location | None, ...]


@dataclass
class Region:
    """Several provinces side by side.

    Attributes:
        names: What their lists call themselves.
        edition: Id of the edition whose items and names bring them together.
        as_of: The day asked for.
        items: Id → name of the national items that at least one of the provinces has.
        points: Item by item, what is to be talked about first.
        absent: Id of a national item → numbers of the provinces that do not have it for the whole province.
        several: Id of a national item → numbers of the provinces that have several items for it: nobody can say which
            one is to be compared.
        notes: What a reader must know of the comparison as a whole.
        unread: Files that could not be read.
        left_out: Entries and elements that were left out for their structure.
        registered: What registries call an id: a function of the kind of registry and the id, "" where it has no name.
    """

    names: tuple[str, ...]
    edition: str
    as_of: str
    items: dict[str, str] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    absent: dict[str, list[int]] = field(default_factory=dict)
    several: dict[str, list[int]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    registered: NameOf = field(default_factory=lambda: unnamed)

    @property
    def complete(self) -> bool:
        """Whether everything of all lists was read."""
        return not self.unread and not self.left_out

    @property
    def counts(self) -> Counter[str]:
        """How many elements stand how."""
        return Counter(point.standing for point in self.points)


def region(sides: Sequence[Side], as_of: str) -> Region:
    """Put provinces side by side.

    Args:
        sides: Whole lists of different provinces.
        as_of: The day asked for.

    Raises:
        CannotCompare: They are not.
    """
    provinces = [side.catalogue.province if side.catalogue and not side.place else "" for side in sides]
    if not all(provinces) or len(set(provinces)) < len(provinces):
        raise CannotCompare(sides[0].label, tuple(side.label for side in sides[1:]), "region")
    edition = sides[0].edition
    result = Region(tuple(side.name for side in sides), edition.id, as_of, registered=edition.registries.name)
    implementing = [_implementing(side) for side in sides]
    for id, item in edition.items.items():
        here = [found.get(id, []) for found in implementing]
        if any(here):
            result.items[id] = str(item.get("name", ""))
            _compare(id, here, edition, result)
    for side in sides:
        result.notes += [note for note in notes_on(side, as_of) if note.code == "sample"]
        result.unread += side.unread
        result.left_out += side.left_out
        if side.named and side.named != edition.id:
            result.notes.append(Note("judged_by", {"list": side.name, "stated": side.named, "used": edition.id}))
    return result


def _implementing(side: Side) -> dict[str, list[Effective]]:
    """National item → the items that the province itself has for it."""
    found: dict[str, list[Effective]] = {}
    for subject in side.subjects():
        if subject.path.startswith("items[") and len(subject.layers) == 1:
            for id in dict.fromkeys(link["item"] for link in subject.record.get("implements", [])):
                found.setdefault(id, []).append(subject)
    return found


def _compare(id: str, here: Sequence[Sequence[Effective]], edition: Edition, result: Region) -> None:
    absent = [number for number, subjects in enumerate(here) if not subjects]
    several = [number for number, subjects in enumerate(here) if len(subjects) > 1]
    if absent:
        result.absent[id] = absent
    if several:
        result.several[id] = several
    voices = [subjects[0] if len(subjects) == 1 else None for subjects in here]
    points = list(_points(id, voices, edition))
    result.points.extend(sorted(points, key=lambda point: STANDINGS.index(point.standing)))


def _points(id: str, voices: Sequence[Effective | None], edition: Edition) -> Iterator[Point]:
    for element, words in elements().items():
        declared = words.declaration
        if declared is None or not KINDS[declared.kind].ranked:
            continue  # nothing that a region would have to agree on, or codes of each province's own
        values = tuple(voice.record.get(element) if voice else None for voice in voices)
        if all(value is None for value in values):
            continue
        places = tuple(
            voice.locate(element, key=True) if voice and value is not None else None
            for voice, value in zip(voices, values, strict=True)
        )
        yield Point(id, element, _standing(element, voices, edition), values, places)


def _standing(element: str, voices: Sequence[Effective | None], edition: Edition) -> Standing:
    stating = [voice for voice in voices if voice and voice.record.get(element) is not None]
    changes = [change for pair in combinations(stating, 2) for change in _between(element, *pair, edition)]
    unlike = [change for change in changes if change.change != "same"]
    if any(change.effect != "unknown" and not change.reason for change in unlike):
        return "differs"
    if unlike:
        return "unsettled"
    return "agreed" if len(stating) == len(voices) else "not_stated"


def _between(element: str, one: Effective, other: Effective, edition: Edition) -> Iterator[Change]:
    licence = "licence" in (one.record.get("type"), other.record.get("type"))
    sides = Sides(edition.registries, one.known_in_whole, other.known_in_whole, working_days=licence)
    yield from compare_records({element: one.record.get(element)}, {element: other.record.get(element)}, sides)
