"""The words of reports in Chinese and English."""

from __future__ import annotations

from qingdan.words.grammar import Lang, bracketed, colon
from qingdan.words.said import Phrases

SEVERITY = Phrases("severity")
#: Everything a report says that is not a rule's own text.
WORDS = Phrases("report")
REASONS = Phrases("reasons")


def word(code: str, lang: Lang, **values: object) -> str:
    """A word of the catalogue, with its values put in; an unknown code stands for itself."""
    for words in (WORDS, REASONS):
        if code in words:
            return words(code, lang, **values)
    return code


def because(reason: str, share: str, lang: Lang) -> str:
    """Why an answer is no or cannot be had; of two limits also how often the second is no longer than the first."""
    if not share:
        return word(reason, lang)
    return WORDS("with_share", lang, reason=word(reason, lang), share=share)


def day_said(day: str, today: str, lang: Lang) -> str:
    """A day by which something is judged.

    Args:
        day: The day: ``2026-11-22``.
        today: The day that it is in Beijing; where it is the same, it is said whose day it is.
        lang: ``zh`` or ``en``.
    """
    return day + bracketed(word("today", lang), lang) if day == today else day


def judged_by(day: str, today: str, lang: Lang) -> str:
    """The day by which something is judged, as a phrase; ``today`` as in ``day_said``."""
    said = day_said(day, today, lang)
    return WORDS("as_of_today" if day == today else "as_of", lang, day=said)


def label(code: str, lang: Lang) -> str:
    """A word that introduces something, with its colon."""
    return word(code, lang) + colon(lang)
