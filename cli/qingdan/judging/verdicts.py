"""Judgements → findings: a requirement that is not met is a finding under the requirement's own id.

The severity can be no higher than what its two sides can carry. The national side is as good as the best of its bases,
the local side as good as the source of the text: an official text or a copy of one carries an error, a second-hand
account a warning, what is recalled or inferred a remark. A text without a date carries a warning at most, because
nobody can say which rules it was written under.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from qingdan.comparing.change import Change
from qingdan.findings import Argument, Finding, LegalBasis, NotMet, Severity
from qingdan.judging.conformance import Judgement
from qingdan.judging.pointing import Pointing
from qingdan.judging.remarks import Remarks
from qingdan.loading.edition import Edition
from qingdan.model.base import RegistryKind
from qingdan.model.edition import Basis, Requirement
from qingdan.model.force import ended_on, gone_on, line_of, state_on
from qingdan.model.values import strings
from qingdan.values import kind_of, registry_of

HIGHEST = {
    "official": Severity.ERROR,
    "copy": Severity.ERROR,
    "secondary": Severity.WARNING,
    "practice": Severity.WARNING,
    "recalled": Severity.INFO,
    "inferred": Severity.INFO,
    "sample": Severity.ERROR,
}
#: Registries that an entry of any element may name: its channel, its case, the event from which it counts.
_FRAMES: tuple[RegistryKind, ...] = ("channel", "case", "event")
_BY_TRUST = sorted(HIGHEST, key=lambda word: (-HIGHEST[word], word != "official"))


def severity_of(bases: Iterable[Basis]) -> Severity:
    """The highest severity that the evidence of some bases can carry."""
    return max(HIGHEST[basis["evidence"]] for basis in bases)


def carried(judgement: Judgement) -> Severity:
    """The highest severity that both sides of a judgement can carry."""
    source = judgement.subject.record.get("source")
    local = HIGHEST[source["evidence"]] if source else Severity.ERROR
    undated = Severity.WARNING if judgement.judged_by == "undated" else Severity.ERROR
    return min(severity_of(judgement.bases), local, undated)


def bases_of(requirement: Requirement, edition: Edition, day: str) -> tuple[LegalBasis, ...]:
    """The bases of a requirement as they stood on a day: those in force first, and of them the best known."""
    rows = [(_basis(row, edition, day), _BY_TRUST.index(row["evidence"])) for row in requirement["basis"]]
    return tuple(basis for basis, _ in sorted(rows, key=lambda row: (bool(row[0].status), row[1])))


def _basis(row: Basis, edition: Edition, day: str) -> LegalBasis:
    documents = edition.registries.documents
    document = documents.by_id.get(row["document"])
    if document is None:
        return LegalBasis(row["document"], row["document"], "", row.get("article", ""), row["evidence"], row["seen"])
    number, article = document.get("number", ""), row.get("article", "")
    known = LegalBasis(row["document"], document["title"], number, article, row["evidence"], row["seen"])
    if gone_on(document, day) is False:
        return known
    return replace(
        known, status=state_on(document, day), status_on=ended_on(document), successor=line_of(document, documents)
    )


def findings_of(judgements: Iterable[Judgement], edition: Edition) -> Iterator[Finding]:
    """The findings of the judgements of a catalogue.

    Each extra paper or condition is a finding of its own, at its own place. One that is forbidden by name is not told a
    second time as one that is more than the nation asks.
    """
    judgements = list(judgements)
    pointing = Pointing(edition)
    forbidden: dict[tuple[str, str], set[object]] = defaultdict(set)
    for judgement in judgements:
        for change in judgement.changes:
            if change.relation == "excludes" and change.allowed == "no":
                blamed = (_blamed(judgement, change, member, pointing) for member in change.members)
                forbidden[judgement.subject.path, change.element].update(blamed)
    remarks = Remarks(edition, pointing)
    for judgement in judgements:
        for change in judgement.changes:
            if change.allowed in ("no", "unsettled"):
                yield from remarks.on(judgement, change)
            if change.allowed == "no":
                told = forbidden[judgement.subject.path, change.element] if change.relation == "within" else set()
                for part in _parts(change):
                    if not {_blamed(judgement, part, member, pointing) for member in part.members} & told:
                        yield _finding(judgement, part, edition, pointing)


def _blamed(judgement: Judgement, change: Change, member: str, pointing: Pointing) -> object:
    """Which entry a member stands in, whatever it is called; the member itself where it stands in none."""
    index = pointing.entry(judgement.subject, replace(change, members=(member,)))
    return member if index is None else index


def _parts(change: Change) -> Iterator[Change]:
    """One change for each member that has a place of its own."""
    known = kind_of(change.element).members
    if not known or not known.apart or not change.members:
        yield change
        return
    for member in change.members:
        yield replace(change, members=(member,))


def _finding(judgement: Judgement, change: Change, edition: Edition, pointing: Pointing) -> Finding:
    requirement = judgement.requirement
    channel, case = change.key
    args: dict[str, Argument] = {"element": change.element, "item": judgement.item, "members": list(change.members)}
    args |= {name: value for name, value in (("channel", channel), ("case", case)) if value}
    subject = judgement.subject
    location, pointer = pointing.place(subject, change)
    index = pointing.entry(subject, change)
    # of a long list only the entry in question is shown; the whole of it stands in the file
    stated = change.after if index is None else [subject.record[change.element][index]]  # type: ignore[literal-required]
    known = kind_of(change.element).members
    shown = replace(change, after=stated) if known and known.apart else change
    return Finding(
        requirement["id"],
        carried(judgement),
        location,
        args,
        pointer=pointer,
        path=path_of(judgement, change),
        reason=change.reason,
        basis=bases_of(requirement, edition, judgement.judged_on),
        not_met=_not_met(judgement, shown, edition),
    )


def _not_met(judgement: Judgement, change: Change, edition: Edition) -> NotMet:
    return NotMet(
        change.element,
        change.members,
        change.key,
        judgement.subject.record.get("name", ""),
        judgement.subject.place,
        change.relation,
        cast("Argument", change.before),  # values of elements are plain data
        cast("Argument", change.after),
        change.effect,
        judgement.requirement["explains"],
        judgement.judged_on,
        judgement.judged_by,
        _names(change, edition),
    )


def _names(change: Change, edition: Edition) -> dict[tuple[str, str], str]:
    """The names that a message about the change may have to show, by registry and id."""
    words = set(strings((change.before, change.after, change.key, change.members)))
    asked = ((kind, edition.registries.vocabulary(kind).names) for kind in (registry_of(change.element), *_FRAMES))
    return {(kind, id): names[id] for kind, names in asked for id in words & names.keys()}


def path_of(judgement: Judgement, change: Change) -> str:
    """Path by identity of the element, its channel and case, and its one deciding member."""
    keys = ".".join(part for part in change.key if part)
    known = kind_of(change.element).members
    member = change.members[0] if len(change.members) == 1 and known and known.in_path else ""
    inner = keys or member
    return f"{judgement.subject.path}.{change.element}" + (f"[{inner}]" if inner else "")


def row_of(judgement: Judgement, change: Change) -> dict[str, Argument]:
    """One line of a report for one judgement: what, where, and the three answers."""
    channel, case = change.key
    row: dict[str, Argument] = {
        "requirement": judgement.requirement["id"],
        "path": path_of(judgement, change),
        "channel": channel,
        "case": case,
        "allowed": change.allowed,
        "change": change.change,
        "effect": change.effect,
        "reason": change.reason,
        "members": list(change.members),
        "judged_on": judgement.judged_on,
        "share": change.share,
    }
    return {name: value for name, value in row.items() if value not in ("", [])}
