"""What differs between two sides: nation and province, a province and its places, two lists, two editions."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from qingdan.comparing.change import Allowed, Change, Effect
from qingdan.findings import LegalBasis, Location
from qingdan.model.base import Relation
from qingdan.model.registry import NameOf, unnamed
from qingdan.values import WHOLE, Key
from qingdan.values.members import canonical

Word = Literal[
    "same", "added", "removed", "changed", "renamed", "moved_level", "suspended", "resumed", "cancelled", "not_stated",
    "unknown",
]  # fmt: skip
What = Literal["item", "element", "requirement", "list"]
#: Worst first: how a reader wants to see them.
_ALLOWED_ORDER = {"no": 0, "unsettled": 1, "yes": 2, "unregulated": 3}
_EFFECT_ORDER = {"worse": 0, "mixed": 1, "unknown": 2, "better": 3, "none": 4}
#: The path of an item, inside that of a place where it has one.
_ITEM = re.compile(r"(?:(localities\[.+?\])\.)?items\[[^\]]+\]")


@dataclass(frozen=True)
class Difference:
    """One difference: of an item as a whole, or of one element, member, channel or case of it.

    Attributes:
        path: By identity: ``items[JY-0401].materials[id-document]``.
        name: The item as a person calls it.
        national: Id of the national item by which it was judged.
        what: ``item``, ``element``, ``requirement`` or ``list``.
        element: The element; ``""`` for the item as a whole.
        key: Channel and case.
        before: The value of the first side, ``None`` where it has none.
        after: The value of the second.
        relation: What the second side must be to the first: ``within``, ``covers``, ``equal``, ``excludes``, ``free``.
        reason: Code of the reason where an answer is "no", "not stated", "unsettled" or "unknown".
        members: The members of the value that decided: registry ids, or texts.
        requirement: Id of the national requirement that judged it, with its bases.
        before_place: Where the first side says it; ``None`` where it does not.
        after_place: Where the second does.
        share: On what part of the start days the second limit is no longer than the first, as ``88%``.
        occurrence: Which of several that say the same this one is; 0 for the first.
    """

    path: str
    name: str
    what: What
    change: Word
    effect: Effect
    allowed: Allowed
    element: str = ""
    national: str = ""
    key: Key = WHOLE
    before: Any = None
    after: Any = None
    relation: Relation = "free"
    reason: str = ""
    members: tuple[str, ...] = ()
    requirement: str = ""
    basis: tuple[LegalBasis, ...] = ()
    before_place: Location | None = None
    after_place: Location | None = None
    share: str = ""
    occurrence: int = 0

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that do not depend on lines, files, language, or the order of what is written."""
        values = canonical(self.before), canonical(self.after)
        named = [self.what, self.path, self.key, self.change, self.requirement, *values]
        told = json.dumps([*named, self.occurrence] if self.occurrence else named, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def item(self) -> str:
        """Path of the item alone; ``""`` where the difference is about no item."""
        found = _ITEM.match(self.path)
        return found[0] if found else ""

    @property
    def locality(self) -> str:
        """Path of the place that differs; ``""`` where it is the province or the nation itself."""
        found = _ITEM.match(self.path)
        return (found[1] or "") if found else ""

    @property
    def stated(self) -> str:
        """The element whose values stand on both sides; ``""`` where they are of the item as a whole."""
        return "levels" if self.change == "moved_level" else self.element

    def order(self) -> tuple[int, int, str]:
        """Sort key: what is not allowed first, then what is worse."""
        return _ALLOWED_ORDER[self.allowed], _EFFECT_ORDER[self.effect], self.path


@dataclass(frozen=True)
class Suggestion:
    """Two items that were probably one: likeness suggests, a person declares it with ``moved``."""

    before: str
    after: str
    name: str


@dataclass(frozen=True)
class Note:
    """What a reader must know of a comparison as a whole.

    Attributes:
        code: ``judged_by``: a list names another edition than the one that judged it;
            ``other_editions``: the two lists are written against different editions; ``printed``: a list of texts as
            they were published, each judged by its own day; ``sample``: fiction; ``nothing_met``: two provinces have
            no item in common for the whole of either.
        values: What the words are filled with, by name.
    """

    code: Literal["judged_by", "other_editions", "printed", "sample", "nothing_met"]
    values: Mapping[str, str]


@dataclass
class Diff:
    """The differences between two sides.

    Attributes:
        before: Name of the first side.
        after: Name of the second.
        kind: Which reading this is: ``nation_province``, ``province_places``, ``lists`` or ``editions``.
        as_of: The day by whose rules a list in use was judged.
        editions: Ids of the editions of the first and the second side.
        differences: Everything that is not the same, worst first.
        same: How many comparisons found no difference.
        suggestions: Likely renames that nobody declared.
        notes: What a reader must know of the comparison as a whole.
        unread: Files of either side that could not be read: what is in them was not compared.
        left_out: Entries and elements of either side that were left out for their structure, and not compared.
        names: What registries call an id: a function of the kind of registry and the id, "" where it has no name.
        places: Paths of localities → names.
        formerly: Paths of items → their paths on the first side, where they are others.
        one_list: The two sides are the same list or edition at two times, so that what one of them no longer says was
            taken out.
    """

    before: str
    after: str
    kind: Literal["nation_province", "province_places", "lists", "editions"]
    as_of: str = ""
    editions: tuple[str, str] = ("", "")
    differences: list[Difference] = field(default_factory=list)
    same: int = 0
    suggestions: list[Suggestion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    names: NameOf = field(default_factory=lambda: unnamed)
    places: Mapping[str, str] = field(default_factory=dict)
    formerly: Mapping[str, str] = field(default_factory=dict)
    one_list: bool = False

    def silent(self, each: Difference) -> bool:
        """Whether a difference is only that a side does not say something, which is no refusal."""
        return each.change == "not_stated" and not self.one_list

    @property
    def complete(self) -> bool:
        """Whether everything of both sides was compared."""
        return not self.unread and not self.left_out

    def counts(self, of: Literal["change", "effect", "allowed"]) -> Counter[str]:
        """How often each answer was given."""
        return Counter(str(getattr(each, of)) for each in self.differences)

    def add(self, difference: Difference) -> None:
        """Take a difference in; what is the same is only counted."""
        if difference.change == "same" and difference.allowed in ("yes", "unregulated"):
            self.same += 1
        else:
            self.differences.append(difference)

    def settle(self) -> None:
        """Put the worst first, and tell true duplicates apart."""
        seen: Counter[str] = Counter()
        for index, each in enumerate(self.differences):
            if seen[each.fingerprint]:
                self.differences[index] = replace(each, occurrence=seen[each.fingerprint])
            seen[each.fingerprint] += 1
        self.differences.sort(key=Difference.order)


def whole(
    path: str,
    name: str,
    word: Word,
    values: tuple[object, object],
    places: tuple[Location | None, Location | None],
    what: What = "item",
    reason: str = "",
) -> Difference:
    """A difference of an item, or of a list, as a whole: nobody can say by itself whether it is better or worse."""
    found = Difference(path, name, what, word, "unknown", "unregulated", before=values[0], after=values[1])
    return replace(found, reason=reason, before_place=places[0], after_place=places[1])


def of_change(
    change: Change,
    path: str,
    name: str,
    places: tuple[Location | None, Location | None],
    requirement: str = "",
    basis: tuple[LegalBasis, ...] = (),
    national: str = "",
) -> Difference:
    """A difference from one change of an element of the item at a path."""
    inner = change.member or ".".join(part for part in change.key if part)
    return Difference(
        path=f"{path}.{change.element}" + (f"[{inner}]" if inner else ""),
        name=name,
        national=national,
        relation=change.relation,
        what="element",
        change=change.change,
        effect=change.effect,
        allowed=change.allowed,
        element=change.element,
        key=change.key,
        before=change.before,
        after=change.after,
        reason=change.reason,
        members=change.members,
        requirement=requirement,
        basis=basis,
        before_place=places[0],
        after_place=places[1],
        share=change.share,
    )


def of_a_part(difference: Difference) -> Difference:
    """The same, of an item that was split or joined: what it no longer has, or has now, may be that of another one."""
    if difference.effect in ("better", "worse", "mixed"):
        return replace(difference, effect="unknown", reason="parts")
    return difference
