"""What a rule is: a small frozen record and at most one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from qingdan.findings import Argument, Edit, Finding, Fix, LegalBasis, Location, Related, Said, Severity, Told
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.divisions import Divisions

if TYPE_CHECKING:
    from qingdan.rules.own import Own
    from qingdan.rules.waiving import Met

    Subject = Effective | Catalogue | Edition | Met

#: Kinds of catalogue that keep what was printed once; whoever checks them cannot change the text.
PRINTED = ("archive", "collection")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule saw; the engine adds the rule's id and severity.

    Attributes:
        location: Where.
        args: Arguments that identify the finding; they enter its fingerprint.
        extra: Arguments that are shown only.
        path: Path by identity.
        pointer: JSON Pointer.
        related: Other places that belong to it.
        suggestions: What was probably meant.
        fix: Edits that mend it.
        basis: The documents that stand behind it.
        severity: Where the rule's own severity does not hold for this hit.
    """

    location: Location
    args: Mapping[str, Argument] = field(default_factory=dict)
    extra: Mapping[str, Argument] = field(default_factory=dict)
    path: str = ""
    pointer: str = ""
    related: tuple[Related, ...] = ()
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    basis: tuple[LegalBasis, ...] = ()
    severity: Severity | None = None


class Besides(TypedDict, total=False):
    """Fields of a hit besides its place and the arguments of its message."""

    extra: Mapping[str, Argument]
    related: tuple[Related, ...]
    suggestions: tuple[str, ...]
    fix: Fix | None
    basis: tuple[LegalBasis, ...]
    severity: Severity | None


class More(Besides, total=False):
    """Fields of a hit besides its place."""

    args: Mapping[str, Argument]


@dataclass(frozen=True)
class RuleContext:
    """What a rule may look at besides its subject.

    Attributes:
        edition: The national standard.
        divisions: Provinces, prefectures and counties, with their changes.
        catalogue: The catalogue that is checked; ``None`` where an edition is.
        as_of: The day asked for.
        outside: The rules of the distributions that were asked for, by id.
    """

    edition: Edition
    divisions: Divisions
    catalogue: Catalogue | None
    as_of: str
    outside: Mapping[str, Rule] = field(default_factory=dict)

    @cached_property
    def own(self) -> Own:
        """The rules that the catalogue brings along."""
        from qingdan.rules.own import KIND, own_rules  # it knows the rules of the package, and they this record

        return own_rules(self.catalogue.files.entries.get(KIND, []) if self.catalogue else [], self)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules that there are for this check, by id: those of the package, of distributions, of the catalogue."""
        from qingdan.rules import all_rules

        return {**all_rules(), **self.outside, **self.own.rules}

    @property
    def printed(self) -> bool:
        """Whether the text is kept as it was printed once, so that nobody who checks it can change it."""
        return self.catalogue is not None and self.catalogue.head["kind"] in PRINTED

    def day_of(self, subject: Effective) -> str:
        """The day by whose rules a text is judged: its own for archives and collections, else the day asked for."""
        return (subject.as_of if self.printed else "") or self.as_of


Scope = Literal["reading", "structure", "table", "item", "catalogue", "edition", "waiver"]


@dataclass(frozen=True)
class Rule:
    """A rule: its words in both languages, its examples and its function stand in one place.

    Attributes:
        id: Three letters of the group and three digits; never reused.
        severity: How much its findings matter.
        scope: What ``check`` is given: an effective item, a catalogue, an edition, or a waiver with the findings
            that it names. Findings of the scopes ``reading`` and ``structure`` are made while files are read, those of
            ``table`` while tables are imported; their records hold the words only.
        since: The version of the package that brought it.
        title: What it is called.
        why: Why it is there.
        status: ``active``, or ``retired``: it is no longer run.
        check: Its function; none where its findings are made elsewhere.
        enforces: The document or practice that stands behind the rule, ``""`` for a matter of form.
        message: Template with ``{names}`` of the finding's arguments.
        advice: What to do next.
        bad: An example that gives exactly one finding: a YAML file, or several behind lines ``--- file: NAME``; for
            the scope ``table`` a csv file.
        good: The same, mended.
        successor: Of a rule that is retired: the one that took its place.
        because: Of one that has no successor: why it was retired.
        origin: Where a rule that is none of the package comes from: a file, or a distribution with its version.
        needs_whole: It speaks of what is missing in a list and does not apply to a partial one.
        from_grade: How far a list must be for it to apply: one of names only, ``names``, is asked for no guides, and
            one with guides for no more than these.
        reads: The elements it looks at. A handling item or a row of a locality is looked at only where it states one of
            them itself: what it takes over has been looked at below, and one fact gives one finding.
        less_is_better: Arguments that say how much of it there is: a finding that differs from an earlier one only in
            that there is less of them is that finding, improved.
        softens: A warning on an item becomes a remark where the text is kept as it was printed.
        words: Argument → value → the words for it, where an argument is a code and not a text.
    """

    id: str
    severity: Severity
    scope: Scope
    since: str
    title: Said
    message: Said
    advice: Said
    why: Said
    bad: str = ""
    good: str = ""
    enforces: str = ""
    status: Literal["active", "retired"] = "active"
    successor: str = ""
    because: Said | None = None
    origin: str = ""
    needs_whole: bool = False
    from_grade: Literal["names", "guides", "whole"] = "names"
    reads: tuple[str, ...] = ()
    softens: bool = True
    less_is_better: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)
    check: Callable[[Any, RuleContext], Iterator[Hit]] | None = None

    @property
    def group(self) -> str:
        """The three letters of its group."""
        return self.id[:3]

    @property
    def told(self) -> Told:
        """Its words, as they travel with a finding."""
        return Told(self.id, self.title, self.message, self.advice, self.words)

    def run(self, subject: Subject, context: RuleContext) -> Iterator[Finding]:
        """Check one subject."""
        if self.check is None or not self._concerns(subject):
            return
        told = self.told if self.origin else None
        for hit in self.check(subject, context):
            found = self._weighed(hit, context), hit.location, hit.args, hit.extra, hit.related, hit.pointer, hit.path
            yield Finding(self.id, *found, suggestions=hit.suggestions, fix=hit.fix, basis=hit.basis, told=told)

    def _weighed(self, hit: Hit, context: RuleContext) -> Severity:
        severity = hit.severity or self.severity
        printed = self.scope == "item" and self.softens and context.printed
        return Severity.INFO if printed and severity == Severity.WARNING else severity

    def _concerns(self, subject: Subject) -> bool:
        """Whether the top layer of an item states anything that this rule reads."""
        if not self.reads or not isinstance(subject, Effective):
            return True
        stated = subject.layers[-1].record
        return not stated.keys().isdisjoint(self.reads)


def at(
    subject: Effective, element: str, *below: str | int, key: bool = False, name: str = "", **more: Unpack[More]
) -> Hit:
    """A hit at an element of an item, or at something below it.

    Args:
        subject: The item.
        element: The element, or another field of the record.
        below: Keys and indexes below the element.
        key: Point at the key instead of the value.
        name: What the path calls the thing below the element, by identity and never by index.
        more: Fields of the hit; ``args`` most of all.
    """
    path = f"{subject.path}.{element}" + (f"[{name}]" if name else "")
    layer: Placed = subject.origin(element)
    pointer = layer.pointer_to(element, *below)
    return Hit(subject.locate(element, *below, key=key), path=path, pointer=pointer, **more)


def on(placed: Placed, *below: str | int, path: str = "", key: bool = False, **more: Unpack[More]) -> Hit:
    """A hit at a record of a file, or at something below it.

    Args:
        placed: The record.
        below: Keys and indexes below it.
        path: Path by identity.
        key: Point at the key instead of the value.
        more: Fields of the hit; ``args`` most of all.
    """
    return Hit(placed.locate(*below, key=key), path=path, pointer=placed.pointer_to(*below), **more)


def on_head(catalogue: Catalogue, *below: str, path: str = "", **more: Unpack[More]) -> Hit:
    """A hit at the head of a catalogue; at its first file where it has none."""
    head = catalogue.files.heads.get("catalogue")
    if head is not None:
        return on(head, *below, path=path, **more)
    first = next(iter(catalogue.files.documents), catalogue.label)
    return Hit(Location(first), path=path, **more)


__all__ = [
    "Edit",
    "Fix",
    "Hit",
    "LegalBasis",
    "Location",
    "Related",
    "Rule",
    "RuleContext",
    "Said",
    "Severity",
    "at",
    "on",
    "on_head",
]
