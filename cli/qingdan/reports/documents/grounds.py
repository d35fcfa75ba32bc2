"""Why a requirement is open: what it rests on was replaced or ended, and what is known of what came after."""

from __future__ import annotations

from qingdan.judging.verdicts import bases_of
from qingdan.loading.edition import Edition
from qingdan.model.edition import Requirement
from qingdan.model.force import GONE, ground
from qingdan.model.force import ended as over
from qingdan.printing.messages import ended
from qingdan.printing.words import word
from qingdan.reports.documents.facts import DocumentState
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible


def open_note(requirement: Requirement, edition: Edition, day: str, lang: Lang) -> str:
    """Since when and why a requirement is open on a day, in one sentence.

    Empty where it rests on something, and where it has ended by its own words.

    Args:
        requirement: The requirement.
        edition: With the documents.
        day: The day in question.
        lang: ``zh`` or ``en``.
    """
    if over(requirement, day) or not ground(requirement, edition.registries.documents, day):
        return ""
    bases = bases_of(requirement, edition, day)
    told = [
        f"{visible(basis.number or basis.title)} {ended(basis.status, basis.status_on, basis.successor, lang)}"
        for basis in bases
    ]
    unsaid = "open_because" if any(basis.successor for basis in bases) else "open_because_none"
    because = visible(requirement.get("unsettled_because", word(unsaid, lang))).rstrip("。")
    return word("open_note", lang, documents=joined(list(dict.fromkeys(told)), lang), because=because)


def told_state(row: DocumentState, lang: Lang) -> str:
    """How a document stands: in force, amended, or replaced or ended, since when and by what."""
    if row.state not in GONE:
        return word(f"status_{row.state}", lang) + (bracketed(row.since, lang) if row.since else "")
    line = " → ".join(document.get("number", document["title"]) for document in row.successors)
    return ended(row.state, row.since, line, lang)
