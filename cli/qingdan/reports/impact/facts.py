"""What another edition would change for the lists that are here: findings that are new or gone, judgements that turn.

Both sides are reports of validations, so that nothing is judged here a second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from qingdan.findings import Finding, Report, Section

Row = Mapping[str, object]
Change = Literal["new", "gone", "changed"]


@dataclass(frozen=True)
class Turn:
    """A judgement that is new, gone or other than before.

    Attributes:
        requirement: Id of the national requirement.
        path: Path by identity of the local element, without the members that decided.
        key: Channel and case.
        before: The judgement by the edition in use, ``None`` where it makes none.
        after: The judgement by the candidate, ``None`` where it makes none.
    """

    requirement: str
    path: str
    key: tuple[str, str]
    before: Row | None
    after: Row | None

    @property
    def change(self) -> Change:
        """What became of the judgement."""
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def allowed(self) -> tuple[str, str]:
        """The verdicts before and after; ``""`` where there is none."""
        return _verdict(self.before), _verdict(self.after)

    @property
    def effect(self) -> tuple[str, str]:
        """The effects for the citizen before and after; ``""`` where there is none."""
        return str((self.before or {}).get("effect", "")), str((self.after or {}).get("effect", ""))


@dataclass
class Touched:
    """What the candidate changes for one list.

    Attributes:
        label: The path as it was given.
        name: Its own name.
        kind: list, archive, collection or sample.
        new: Findings that only the candidate makes.
        gone: Findings that only the edition in use makes.
        severity: Findings of both that matter more or less than before: before and after.
        kept: How many findings stay.
        turns: Judgements that are new, gone or changed.
        same: How many judgements stay.
        unread: Files that could not be read.
    """

    label: str
    name: str
    kind: str
    new: list[Finding] = field(default_factory=list)
    gone: list[Finding] = field(default_factory=list)
    severity: list[tuple[Finding, Finding]] = field(default_factory=list)
    kept: int = 0
    turns: list[Turn] = field(default_factory=list)
    same: int = 0
    unread: list[str] = field(default_factory=list)

    @property
    def counted(self) -> bool:
        """Whether it goes into totals: a sample does not."""
        return self.kind != "sample"

    @property
    def touched(self) -> bool:
        """Whether anything is other than before."""
        return bool(self.new or self.gone or self.severity or self.turns)

    def counts(self) -> Counter[str]:
        """How many findings and judgements are new, gone, changed or as before."""
        turned = Counter(turn.change for turn in self.turns)
        turns = {"turned_new": turned["new"], "turned_gone": turned["gone"], "turned": turned["changed"]}
        found = {"new": len(self.new), "gone": len(self.gone), "severity": len(self.severity)}
        return Counter({**found, "kept": self.kept, "same": self.same, **turns})


@dataclass
class Impact:
    """What a candidate edition changes for every list.

    Attributes:
        as_of: The day by whose rules lists in use were judged.
        before: Id of the edition in use and its hash over all files; where none was asked for, the default one, while
            each list was judged by the edition that it names.
        after: Id and hash of the candidate.
        lists: One entry a list, in the order in which they were given.
    """

    as_of: str
    before: tuple[str, str]
    after: tuple[str, str]
    lists: list[Touched] = field(default_factory=list)

    def total(self) -> Counter[str]:
        """The counts of all lists that are no samples, added up."""
        total: Counter[str] = Counter()
        for each in self.lists:
            if each.counted:
                total.update(each.counts())
        return total

    def verdicts(self) -> Counter[tuple[str, str]]:
        """From which verdict to which, how often, over all lists that are no samples."""
        return Counter(turn.allowed for each in self.lists if each.counted for turn in each.turns)

    def effects(self) -> Counter[tuple[str, str]]:
        """From which effect to which, how often, over all lists that are no samples."""
        return Counter(turn.effect for each in self.lists if each.counted for turn in each.turns)

    @property
    def unread(self) -> list[str]:
        """Files that could not be read: what is in them was judged by neither edition."""
        return [name for each in self.lists for name in each.unread]


def impact_of(before: Report, after: Report) -> Impact:
    """What differs between two validations of the same lists, by the edition in use and by a candidate.

    Args:
        before: The report by the edition in use.
        after: The report by the candidate, over the same paths in the same order.
    """
    impact = Impact(after.as_of, (before.edition, before.edition_hash), (after.edition, after.edition_hash))
    for old, new in zip(before.sections, after.sections, strict=True):
        impact.lists.append(_touched(old, new))
    return impact


def _touched(old: Section, new: Section) -> Touched:
    touched = Touched(new.label, new.name, new.kind, unread=new.unread)
    known, found = ({finding.fingerprint: finding for finding in each.findings} for each in (old, new))
    touched.new = [finding for finding in new.findings if finding.fingerprint not in known]
    touched.gone = [finding for finding in old.findings if finding.fingerprint not in found]
    both = [(known[fingerprint], finding) for fingerprint, finding in found.items() if fingerprint in known]
    touched.severity = [(a, b) for a, b in both if a.severity != b.severity]
    touched.kept = len(both) - len(touched.severity)
    rows, others = _by_identity(old.judgements), _by_identity(new.judgements)
    for identity in sorted(rows.keys() | others.keys()):
        a, b = rows.get(identity), others.get(identity)
        if a is not None and b is not None and (_verdict(a), a["effect"]) == (_verdict(b), b["effect"]):
            touched.same += 1
        else:
            requirement, path, channel, case, _ = identity
            touched.turns.append(Turn(requirement, path, (channel, case), a, b))
    return touched


def _verdict(row: Row | None) -> str:
    """The verdict as a validation counts it: what is silent is told apart from what is unsettled."""
    if row is None:
        return ""
    return "not_stated" if row.get("reason") == "not_stated" else str(row["allowed"])


def _by_identity(rows: list[Mapping[str, Any]]) -> dict[tuple[str, str, str, str, int], Row]:
    """Judgements by requirement, path, channel and case; several of one identity are told apart by their number."""
    found: dict[tuple[str, str, str, str, int], Row] = {}
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        channel, case, members = row.get("channel", ""), row.get("case", ""), row.get("members", [])
        path = str(row["path"])
        if len(members) == 1 and not channel and not case:
            path = path.removesuffix(f"[{members[0]}]")  # which paper decides may change; the judgement is the same
        identity = (str(row["requirement"]), path, channel, case)
        found[*identity, seen[identity]] = row
        seen[identity] += 1
    return found
