"""Why a requirement is open: what it rests on was replaced or ended, and what is known of what came after."""

from __future__ import annotations

from qingdan.answers.verdicts import bases_of
from qingdan.loading.edition import Edition
from qingdan.model.edition import Document, Requirement
from qingdan.model.force import GONE, ended_on, ground, line_of, state_on
from qingdan.reporting.escape import visible
from qingdan.reporting.messages import ended
from qingdan.reporting.words import Lang, joined, word


def open_note(requirement: Requirement, edition: Edition, day: str, lang: Lang) -> str:
    """Since when and why a requirement is open on a day, in one sentence; empty where it rests on something.

    Args:
        requirement: The requirement.
        edition: With the documents.
        day: The day in question.
        lang: ``zh`` or ``en``.
    """
    if not ground(requirement, edition.registries.documents, day):
        return ""
    bases = bases_of(requirement, edition, day)
    told = [
        f"{visible(basis.number or basis.title)} {ended(basis.status, basis.status_on, basis.successor, lang)}"
        for basis in bases
    ]
    unsaid = "open_because" if any(basis.successor for basis in bases) else "open_because_none"
    because = visible(requirement.get("unsettled_because", word(unsaid, lang))).rstrip("。")
    return word("open_note", lang, documents=joined(list(dict.fromkeys(told)), lang), because=because)


def state_line(document: Document, edition: Edition, day: str, lang: Lang) -> str:
    """How a document stands on a day: in force, or replaced or ended, since when and by what."""
    state = state_on(document, day)
    if state not in GONE:
        return word(f"status_{state}", lang)
    return ended(state, ended_on(document), line_of(document, edition.registries.documents), lang)
