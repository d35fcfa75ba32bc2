"""What the tool has to say, as plain data: no text, no language, no format.

A finding names a rule or a requirement, a place in a file and the arguments of its message. Words are made last, by
``qingdan.reports``, so that one report can be read in Chinese, in English and by a machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property
from typing import Literal, TypeAlias

from qingdan.words.grammar import Lang, reads_chinese
from qingdan.words.said import table

#: What a message argument may hold: values that JSON can carry.
Argument: TypeAlias = "str | int | float | bool | Sequence[Argument] | Mapping[str, Argument] | None"


class Severity(IntEnum):
    """How much a finding matters; a larger number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The lower-case English word used in options, JSON and workflow commands."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Location:
    """A range of text in one file. Lines and columns count from 1, columns in code points; the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of the first character."""
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class CellLocation(Location):
    """One cell of a sheet: its row stands as the line, its column as the column, both as a person counts them."""

    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place of a finding; ``role`` is a word of the message catalogue, such as ``first_defined``."""

    location: Location
    role: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of ``location`` by ``text``."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Text edits that mend a finding. ``safe``: the meaning of the file stays the same."""

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Why something is required: one document and article, and how well its text is known.

    Attributes:
        document: Id of the document.
        title: Its title.
        number: Its number; empty where it has none.
        article: The article; empty where none is named.
        evidence: How well the text is known.
        seen: How much of it was seen.
        status: ``replaced``, ``repealed`` or ``expired`` where it was, or may have been, out of force on the day of
            judging; else empty.
        status_on: Since when, as far as that is known.
        successor: Number or title of what took its place, and of what took the place of that.
    """

    document: str
    title: str
    number: str
    article: str
    evidence: str
    seen: str
    status: str = ""
    status_on: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in Chinese and in English.

    Attributes:
        zh: In Chinese.
        en: In English; empty where nobody has put it into English: then it is said in Chinese.
        key: Where the table of a further language has them.
    """

    zh: str
    en: str = ""
    key: str = ""

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Said:
        """The words that a row of data states under ``zh`` and ``en``."""
        return cls(*(str(row.get(lang, "")) for lang in ("zh", "en")))

    def say(self, lang: Lang, key: str = "") -> str:
        """The words in a language.

        Args:
            lang: A language of ``words/``.
            key: Where the table of a further language has them, if they do not know it themselves. What is not there is
                said in English, and in Chinese what nobody has put into English.
        """
        return getattr(self, lang, "") or table(lang).get(self.key or key, "") or self.en or self.zh


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a rule. A further language has them in its table, as ``rule.TIM003.title`` and so on.

    Attributes:
        id: Of the rule.
        title: What it is called.
        message: Template with ``{names}`` of the finding's arguments.
        advice: What to do next.
        words: Argument → value → the words for it, where an argument is a code and not a text.
    """

    id: str
    title: Said
    message: Said
    advice: Said
    words: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)

    def say(self, part: Literal["title", "message", "advice"], lang: Lang) -> str:
        """One of its texts in a language."""
        said: Said = getattr(self, part)
        return said.say(lang, f"rule.{self.id}.{part}")

    def worded(self, values: Mapping[str, object], language: Lang) -> dict[str, object]:
        """The arguments of a message, codes turned into words.

        Args:
            values: Arguments by name; a list is turned entry by entry.
            language: ``zh`` or ``en``.
        """
        return {name: self._word(name, value, language) for name, value in values.items()}

    def _word(self, name: str, value: object, language: Lang) -> object:
        if isinstance(value, list | tuple):
            return [self._word(name, each, language) for each in value]
        if not isinstance(value, str) or name not in self.words:
            return value
        number, _, code = value.rpartition(" ")  # "20 working_day": a number keeps its place before the word
        said = self.words[name].get(value) or self.words[name].get(code)
        if said is None:
            return value
        before = number if value not in self.words[name] else ""
        gap = " " if before and not reads_chinese(language) else ""
        return before + gap + said.say(language, f"rule.{self.id}.words.{name}.{code if before else value}")


@dataclass(frozen=True, slots=True)
class NotMet:
    """What there is to say of a requirement that a text does not meet.

    Attributes:
        element: The element that the requirement is about.
        members: What of a list is at issue; empty where it is the value as a whole.
        key: The channel and the case that it is for; empty where it is for all.
        local_name: What the item is called.
        place: Of whom the text is.
        relation: How what is stated should stand to what is required.
        required: The value of the requirement.
        stated: The value of the text.
        effect: What the difference means for citizens: better, worse, mixed, none, unjudged or unknown.
        explains: The requirement in a sentence.
        judged_on: The day by whose rules it was judged.
        judged_by: Why by that day.
        names: Registry and id → name, for all ids that may have to be shown.
    """

    element: str
    members: tuple[str, ...]
    key: tuple[str, str]
    local_name: str
    place: str
    relation: str
    required: Argument
    stated: Argument
    effect: str
    explains: str
    judged_on: str
    judged_by: str
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def name(self, kind: str, id: str) -> str:
        """The name of an id of a registry; empty where it has none, or none was handed on."""
        return self.names.get((kind, id), "")

    def shown(self) -> dict[str, Argument]:
        """What a report for machines tells of it beyond the arguments of its finding."""
        return {
            "local_name": self.local_name,
            "place": self.place,
            "relation": self.relation,
            "required": self.required,
            "stated": self.stated,
            "effect": self.effect,
            "explains": self.explains,
            "judged_on": self.judged_on,
            "judged_by": self.judged_by,
        }


@dataclass(frozen=True)
class Finding:
    """One thing found at one place: by a rule, or because a requirement is not met (``not_met``).

    ``args`` identify the finding and enter its fingerprint; ``extra`` are shown but may change from day to day (counts,
    days left, suggestions) and stay out of it.
    """

    id: str
    severity: Severity
    location: Location | None = None
    args: Mapping[str, Argument] = field(default_factory=dict)
    extra: Mapping[str, Argument] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    #: JSON Pointer inside the file, such as ``/items/3/materials/0``.
    pointer: str = ""
    #: Path by identity, never by index: ``items[JY-0401].materials[id-document]``.
    path: str = ""
    #: Reason code where the answer is "unsettled", "unknown" or "not stated".
    reason: str = ""
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    basis: tuple[LegalBasis, ...] = ()
    #: 0 for the first of several findings that are alike in everything the fingerprint sees.
    occurrence: int = 0
    #: The words of its rule, where that is none of the package, so that nobody else has them.
    told: Told | None = None
    #: Of a requirement; ``None`` where a rule spoke.
    not_met: NotMet | None = None

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that survive moved lines, renamed files and another language."""
        named = [self.id, self.path, dict(self.args), self.occurrence]
        canonical = json.dumps(named, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Then:
    """How a finding would have been called before: under the earlier id of its item, the earlier code of its place.

    Attributes:
        path: Its path then.
        fingerprint: Its fingerprint then.
        merged: Its place is wider than the one of then, which was merged into it.
    """

    path: str
    fingerprint: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule or requirement that said nothing, and why: ``reason`` is a word of the message catalogue."""

    id: str
    reason: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A finding as an earlier report put it; its words are those of that report's language."""

    id: str
    severity: Severity
    fingerprint: str
    message: str
    path: str = ""
    #: The requirement because of which a rule spoke, where there is one.
    requirement: str = ""
    #: It was waived then.
    waived: bool = False
    #: What its message spoke of, and its fingerprint is made of.
    args: Mapping[str, Argument] = field(default_factory=dict)
    #: What was stated then, where a requirement spoke.
    stated: Argument = None


@dataclass
class Since:
    """How the findings of one list compare with those of an earlier report.

    Attributes:
        known: How many findings were there before and are as they were, or better.
        improved: How many of these are better than they were.
        gone: Those of the earlier report that are no longer found.
        not_compared: Why findings of now or of then cannot be compared, their id → how many.
    """

    known: int = 0
    improved: int = 0
    gone: list[Earlier] = field(default_factory=list)
    not_compared: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass
class Baseline:
    """The earlier report with which a report was compared.

    Attributes:
        name: Its file, as it was asked for.
        as_of: The day by which it judged.
        lang: Its language.
        edition: Id of its edition.
        edition_hash: The hash over all files of its edition.
        compared: How many lists could be compared with it.
        not_checked: Lists of it that were not checked now: label, name and how many findings.
    """

    name: str
    as_of: str
    lang: str
    edition: str
    edition_hash: str
    compared: int = 0
    not_checked: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass
class Section:
    """What was found in one catalogue or edition.

    Attributes:
        label: The path as it was given.
        name: Its own name, such as 湖南省就业公共服务指南.
        kind: list, archive, collection, sample, national or own.
        items: How many items, handling items and rows it holds.
        pairs: Counts of (item, element) pairs: stated, regulated, decided, unsettled, not_stated.
        verdicts: Counts of judgements: yes, no, unsettled, not_stated.
        effects: Counts of decided comparisons by their effect for the citizen.
        later: Requirement id → number of items whose text is older than the requirement.
        inputs: File name → SHA-256.
        unread: Files that could not be read or are structurally broken as a whole.
        since: Where an earlier report was given, how it compares; ``findings`` are then those that are new.
        formerly: Fingerprint of a finding, waived or not → how it would have been called before.
        own_rules: Ids of the rules that it brings along itself, as far as they were run.
        waivers_commit: The commit from which waivers were read; ``""`` where they were not, or it holds no such list.
    """

    label: str
    name: str
    kind: str
    items: int = 0
    findings: list[Finding] = field(default_factory=list)
    waived: list[tuple[Finding, Mapping[str, str]]] = field(default_factory=list)
    pairs: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, int] = field(default_factory=dict)
    effects: dict[str, int] = field(default_factory=dict)
    later: dict[str, int] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    not_applicable: list[NotRun] = field(default_factory=list)
    #: File name → source lines that findings point at; for showing, not for machines.
    lines: dict[str, dict[int, str]] = field(default_factory=dict)
    #: One row a judgement: requirement, path, channel, case, allowed, change, effect, reason, members.
    judgements: list[Mapping[str, Argument]] = field(default_factory=list)
    formerly: dict[str, list[Then]] = field(default_factory=dict)
    waivers_commit: str = ""
    own_rules: tuple[str, ...] = ()
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile by which rules were chosen and weighed.

    Attributes:
        name: What it calls itself.
        file: Where it stands.
        severity: Rule → what its findings weigh, in place of what the rule says.
    """

    name: str
    file: str
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Distribution:
    """An installed distribution whose rules were run.

    Attributes:
        name: What it is called, as ``pip list`` says it.
        version: Its version.
    """

    name: str
    version: str


@dataclass
class Report:
    """The result of a validation.

    Attributes:
        as_of: The day by whose rules lists in use were judged.
        edition: Id of the edition, with its hash over all files.
        rules_run: Ids of the rules that ran.
        rules_not_run: Rules that were left out, with the reason.
        complete: Everything that was asked for could be read.
        lines: File name → source lines that findings point at; for showing, not for machines.
        waivers_from: The git revision whose waivers hold, as it was asked for; ``""``: those of the files.
        select: What alone was run, as it was understood; empty: all.
        ignore: What was left out.
        baseline: The earlier report with which this one was compared.
        profile: The profile that was asked for.
        distributions: Those whose rules were run, because they were asked for.
        alone: No further process could be started, so that one process checked all lists one after the other.
    """

    version: str
    as_of: str
    edition: str = ""
    edition_hash: str = ""
    sections: list[Section] = field(default_factory=list)
    rules_run: tuple[str, ...] = ()
    rules_not_run: list[NotRun] = field(default_factory=list)
    fast_parser: bool = True
    alone: bool = False
    lines: dict[str, dict[int, str]] = field(default_factory=dict)
    waivers_from: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Baseline | None = None
    profile: Profile | None = None
    distributions: tuple[Distribution, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """All findings, section by section."""
        return [finding for section in self.sections for finding in section.findings]

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for could be read."""
        return not any(section.unread for section in self.sections)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """The same findings, true duplicates told apart by their occurrence number."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        count = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = count + 1
        result.append(replace(finding, occurrence=count) if count else finding)
    return result


def sort_key(finding: Finding) -> tuple[str, int, int, str]:
    """Order of reading: file, line, column, id."""
    place = finding.location or Location("", 0, 0)
    return place.file, place.line, place.column, finding.id
