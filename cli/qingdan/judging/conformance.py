"""Does a province's list stay within what the nation requires? One judgement a requirement and item.

A text is judged by what was in force on its own day: an archive or a collected guide on the day of which it speaks, a
list in use on the day asked for. Burdens and limits of several items that implement one national item are judged each
by itself, offers together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from qingdan.comparing.change import Change
from qingdan.comparing.compare import compare
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.opening import known_divisions
from qingdan.model import dates
from qingdan.model.declarations import declaration, elements
from qingdan.model.edition import Basis, Requirement
from qingdan.model.force import Ground, ground, standing
from qingdan.model.item import Implements
from qingdan.values import KINDS, key_of, kind_of
from qingdan.values.context import Context


@dataclass(frozen=True, slots=True)
class Judgement:
    """One requirement, judged on one item of one place.

    Attributes:
        requirement: What the nation requires.
        item: Id of the national item.
        subject: The local item that states the element, or the first one that should.
        changes: One change for each channel and case.
        judged_on: The day by whose rules it was judged.
        judged_by: Whose day that is: ``asked`` for a list in use, ``own_day`` for an archive or a collected text, and
            ``undated`` where such a text has no day of its own and the day asked for takes its place.
        bases: What the requirement rested on that day; all that it names, where nothing was left.
        rests: Why it was open, where nothing was left: ``basis_replaced``, ``basis_unclear``.
    """

    requirement: Requirement
    item: str
    subject: Effective
    changes: tuple[Change, ...]
    judged_on: str
    judged_by: Literal["asked", "own_day", "undated"]
    bases: Sequence[Basis]
    rests: Ground = ""


@dataclass
class Pairs:
    """Counts of (item, element) pairs; prose is not counted.

    Attributes:
        stated: The text says something.
        regulated: The nation requires something.
        decided: Regulated, and every judgement that could be made says yes or no.
        unsettled: Regulated, and some judgement could not be settled.
        not_stated: Regulated, and the text is silent.
    """

    stated: int = 0
    regulated: int = 0
    decided: int = 0
    unsettled: int = 0
    not_stated: int = 0

    def add(self, other: Pairs) -> None:
        """Add the counts of another place."""
        for name in ("stated", "regulated", "decided", "unsettled", "not_stated"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Conformance:
    """The judgements of one catalogue, with what was not judged and why.

    Attributes:
        judgements: In order of reading.
        pairs: Counts of (item, element) pairs.
        later: Requirement id → items whose text is older than the requirement.
        undecidable_dates: Requirement id → items where partial dates leave open whether it was in force.
    """

    judgements: list[Judgement] = field(default_factory=list)
    pairs: Pairs = field(default_factory=Pairs)
    later: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    undecidable_dates: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def conformance(catalogue: Catalogue, edition: Edition, as_of: str) -> Conformance:
    """Judge a catalogue by an edition.

    Args:
        catalogue: The list of one province.
        edition: The national standard.
        as_of: The day asked for, ``2026-11-22``; a list in use is judged by it.
    """
    result = Conformance()
    subjects = list(catalogue.effective())
    groups: dict[tuple[str, str], list[tuple[Effective, Implements]]] = defaultdict(list)
    for subject in subjects:
        # a link that is written twice is one link
        for item, link in {link["item"]: link for link in subject.record.get("implements", [])}.items():
            groups[place_of(subject), item].append((subject, link))
    own_day = catalogue.head["kind"] in ("archive", "collection")
    for (_, item), members in groups.items():
        for requirement in edition.requirements.get(item, ()):
            if requirement["relation"] != "free":
                result.judgements.extend(_judge(requirement, item, members, edition, own_day, as_of, result))
    _count(result, subjects)
    return result


def place_of(subject: Effective) -> str:
    """Where an item is offered: ``province``, or the path of its locality."""
    return subject.path.partition(".items[")[0] if ".items[" in subject.path else "province"


def _judge(
    requirement: Requirement,
    item: str,
    members: Sequence[tuple[Effective, Implements]],
    edition: Edition,
    own_day: bool,
    as_of: str,
    result: Conformance,
) -> Iterator[Judgement]:
    element = requirement["element"]
    declared = declaration(element)
    kept = []
    for subject, link in members:
        if _inherits(subject, element):
            continue
        day = (subject.as_of if own_day else "") or as_of
        force = in_force(requirement, day)
        if force is None:
            result.undecidable_dates[requirement["id"]].append(subject.path)
        elif not force and in_force(requirement, as_of):
            result.later[requirement["id"]].append(subject.path)
        elif force and _of_type(requirement, subject):
            kept.append((subject, link, day))
    together = KINDS[declared.kind].offer and declared.better == "more" and requirement["relation"] == "covers"
    stating = [row for row in kept if element in row[0].record]
    if together and len(stating) > 1:
        joined = [entry for subject, _, _ in stating for entry in subject.record[element]]  # type: ignore[literal-required]
        whole = all(subject.known_in_whole(element) for subject, _, _ in stating)
        subject, link, day = stating[0]
        yield _judgement(requirement, item, subject, link, day, own_day, edition, joined, whole)
        return
    for subject, link, day in stating or kept[:1]:
        value = subject.record.get(element)
        yield _judgement(
            requirement, item, subject, link, day, own_day, edition, value, subject.known_in_whole(element)
        )


def _inherits(subject: Effective, element: str) -> bool:
    """Whether a county or a handling item only takes over what its province says: that was judged there, once."""
    return len(subject.layers) > 1 and element not in subject.layers[-1].record


def in_force(requirement: Requirement, day: str) -> bool | None:
    """Whether a requirement was in force on a day; ``None`` where its period or the day leave that open."""
    period = requirement.get("in_force", {})
    return dates.in_force(period.get("since", ""), period.get("until", ""), day)


def _of_type(requirement: Requirement, subject: Effective) -> bool:
    return "types" not in requirement or subject.record.get("type") in requirement["types"]


def _judgement(
    requirement: Requirement,
    item: str,
    subject: Effective,
    link: Implements,
    day: str,
    own_day: bool,
    edition: Edition,
    value: object,
    whole: bool,
) -> Judgement:
    element = requirement["element"]
    licence = subject.record.get("type") == "licence"
    served = served_by(subject, edition)
    here = known_divisions().names_here(subject.area) if kind_of(element).gates else frozenset()
    context = Context(
        edition.registries, element, b_whole=whole, working_days=licence, served=served, a_checked=True, b_here=here
    )
    key = key_of(requirement.get("channel", ""), requirement.get("case", ""), context)
    required = next(iter(requirement["value"].values()))
    changes = list(compare(required, value, context, requirement["relation"], key))
    for part, turned in ((requirement.get("besides"), _beside), (requirement.get("tolerated"), _in_room)):
        more = next(iter(part.values())) if part else None
        if isinstance(required, list) and isinstance(more, list):
            wider = compare([*required, *more], value, context, requirement["relation"], key)
            by_key = {each.key: each for each in wider}
            changes = [turned(change, by_key.get(change.key)) for change in changes]
    link_relation = link.get("relation", "exact")
    documents = edition.registries.documents
    rests, bases = ground(requirement, documents, day), standing(requirement, documents, day)
    kept = tuple(_resting(_tempered(change, link_relation), rests) for change in changes)
    judged_by: Literal["asked", "own_day", "undated"] = "asked"
    if own_day:
        judged_by = "own_day" if subject.as_of else "undated"
    return Judgement(requirement, item, subject, kept, day, judged_by, bases or requirement["basis"], rests)


def served_by(subject: Effective, edition: Edition) -> frozenset[str]:
    """Ids of the people whom an item serves, where its list of them is whole and known; empty otherwise."""
    vocabulary = edition.registries.vocabulary("audience")
    stated = subject.record.get("audience", [])
    ids = [vocabulary.resolve(each.get("id"), each.get("text")) for each in stated]
    return frozenset(ids) if ids and all(ids) and subject.known_in_whole("audience") else frozenset()


def _beside(change: Change, wider: Change | None) -> Change:
    """What only repeats another requirement of the nation in other words is no more than the nation asks."""
    if change.allowed == "yes" or wider is None or wider.allowed != "yes":
        return change
    return replace(wider, before=change.before, change="same", effect="none", reason="")


def _in_room(change: Change, with_room: Change | None) -> Change:
    """What goes past the requirement only by what it tolerates is neither right nor wrong."""
    if change.allowed != "no" or with_room is None:
        return change
    if with_room.allowed == "no":  # something else goes past it: only that is named
        return replace(change, reason=with_room.reason, members=with_room.members, open=with_room.open)
    return replace(change, allowed="unsettled", effect="unknown", reason="tolerated")


def _resting(change: Change, rests: Ground) -> Change:
    """Where what a requirement rests on is gone, nobody knows whether it is still asked for: what is stated is open."""
    if not rests or change.reason == "not_stated":
        return change
    return replace(change, allowed="unsettled", effect="unknown", reason=rests, members=())


def _tempered(change: Change, link: str) -> Change:
    """Where a "no" may come from the link and not from the office, it is unsettled.

    A wider item may ask for its other half; one that covers a part may leave the rest of an offer to another item, and
    may be a part because it serves only those who meet a condition.
    """
    if change.allowed != "no":
        return change
    reason = ""
    if link == "wider":
        reason = "wider_item"
    elif link == "part" and (change.relation == "covers" or kind_of(change.element).gates):
        reason = "part_of_item"
    return replace(change, allowed="unsettled", effect="unknown", reason=reason) if reason else change


def _count(result: Conformance, subjects: Sequence[Effective]) -> None:
    """Count pairs: stated by the text, regulated by the nation, decided, unsettled."""
    result.pairs = pairs_of(result.judgements, subjects)


def pairs_of(judgements: Iterable[Judgement], subjects: Iterable[Effective]) -> Pairs:
    """The counts of (item, element) pairs of some judgements and of the items they are about.

    A pair that two national items regulate is one pair; counts of single national items may therefore add up to more
    than those of their list.
    """
    pairs = Pairs()
    judged = [name for name, words in elements().items() if words.declaration and KINDS[words.declaration.kind].judged]
    for subject in subjects:
        pairs.stated += sum(1 for name in judged if name in subject.record)
    verdicts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for judgement in judgements:
        for change in judgement.changes:
            word = "not_stated" if change.after is None and change.reason == "not_stated" else change.allowed
            verdicts[judgement.subject.path, judgement.requirement["element"]].add(word)
    for words in verdicts.values():
        pairs.regulated += 1
        if words <= {"not_stated"}:
            pairs.not_stated += 1
        elif "unsettled" in words:
            pairs.unsettled += 1
        else:
            pairs.decided += 1
    return pairs


def tally(judgements: Iterable[Judgement]) -> tuple[Counter[str], Counter[str]]:
    """How often each verdict was given, and each effect among what was decided."""
    verdicts: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    for judgement in judgements:
        for change in judgement.changes:
            verdicts["not_stated" if change.reason == "not_stated" else change.allowed] += 1
            if change.allowed in ("yes", "no"):
                effects[change.effect] += 1
    return verdicts, effects
