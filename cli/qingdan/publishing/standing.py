"""What the nation guarantees, and where a place is better or worse: said only where it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qingdan.findings import Severity
from qingdan.judging.conformance import Judgement, in_force
from qingdan.judging.verdicts import bases_of, carried
from qingdan.loading.edition import Edition
from qingdan.model.force import ground
from qingdan.printing.messages import basis_line
from qingdan.printing.words import word
from qingdan.publishing.site import Guide, Site
from qingdan.reports.documents.grounds import open_note
from qingdan.words.grammar import Lang

#: ``differs``: not as the nation says, and no burden for the person. ``within``: nothing goes past it, and not all that
#: it speaks of is written. Empty: nothing is decided, so nothing is said.
Word = Literal["", "kept", "within", "better", "worse", "differs"]


@dataclass(frozen=True)
class Guarantee:
    """One requirement of the nation, and how this place stands to it.

    Attributes:
        id: Of the requirement.
        explains: What it is, in one sentence.
        basis: The document that says so, and how well it is known.
        word: How the place stands to it.
        by_text: Whether only the text may be spoken of and not the office: it is old, undated, fiction or second-hand.
        open: Why it is open today whether the nation still requires it; empty where it rests on something.
    """

    id: str
    explains: str
    basis: str
    word: Word
    by_text: bool
    open: str = ""


def guarantees(guide: Guide, edition: Edition, lang: Lang, day: str) -> Iterator[Guarantee]:
    """What the nation requires of an item, in order of requirement; ``day`` is that of the site."""
    by_text = bool(guide.specimen) or guide.second_hand
    found = {judgement.requirement["id"]: judgement for judgement in guide.judgements}
    for id, judgement in sorted(found.items()):
        requirement = judgement.requirement
        basis = basis_line(bases_of(requirement, edition, judgement.judged_on)[0], lang)
        note = open_note(requirement, edition, day, lang)
        yield Guarantee(id, requirement["explains"], basis, stands(judgement), by_text, note)


def unjudged(guide: Guide, site: Site, lang: Lang) -> Iterator[Guarantee]:
    """What the nation requires today of the items that a guide is of, where the text was not held against it.

    Only what is required of the item itself and still rests on something: what holds for many items is told where it
    was judged.
    """
    judged = {judgement.requirement["id"] for judgement in guide.judgements}
    named = [link["item"] for link in guide.subject.record.get("implements", [])]
    for item in (site.edition.items[id] for id in named if id in site.edition.items):
        for row in item.get("requirements", ()):
            rests = not ground(row, site.edition.registries.documents, site.as_of)
            if row["id"] not in judged and rests and in_force(row, site.as_of):
                judged.add(row["id"])
                basis = basis_line(bases_of(row, site.edition, site.as_of)[0], lang)
                yield Guarantee(row["id"], row["explains"], basis, "", False)


def stands(judgement: Judgement) -> Word:
    """How a place stands to one requirement.

    Nobody is accused on evidence that could not carry a warning, and nobody is praised while a part is unsettled.
    """
    answers = {change.allowed for change in judgement.changes}
    effects = {change.effect for change in judgement.changes if change.allowed != "unregulated"}
    if "no" in answers:
        if carried(judgement) < Severity.WARNING:
            return ""
        wrong = {change.effect for change in judgement.changes if change.allowed == "no"}
        return "worse" if wrong & {"worse", "mixed"} else "differs"
    if answers != {"yes"}:
        return ""
    if "unknown" in effects:
        return "within"
    return "better" if effects <= {"better", "none"} and "better" in effects else "kept"


def judged_by(guide: Guide, lang: Lang) -> str:
    """By which day's rules a text was judged, where that is not the day of the site."""
    for judgement in guide.judgements:
        if judgement.judged_by != "asked":
            return word(judgement.judged_by, lang, day=judgement.judged_on)
    return ""
