"""All rules, or all requirements of an edition, a line each."""

from __future__ import annotations

from collections.abc import Mapping

from qingdan.judging.verdicts import severity_of
from qingdan.loading.edition import Edition
from qingdan.model.edition import Requirement
from qingdan.model.force import ended, standing
from qingdan.printing.words import SEVERITY, word
from qingdan.rules.record import Rule
from qingdan.words.grammar import Lang, bracketed
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("rules")


def render(listed: Mapping[str, Rule], lang: Lang) -> str:
    """All rules, a line each."""
    return "".join(line(rule, lang) + "\n" for rule in listed.values())


def requirements(edition: Edition, lang: Lang, today: str) -> str:
    """All requirements of an edition, a line each, with what they weigh on a day."""
    rows = sorted(edition.by_id.items())
    return "".join(f"{id:<14} {weight(row, edition, lang, today)}  {visible(row['explains'])}\n" for id, row in rows)


def line(rule: Rule, lang: Lang) -> str:
    """A rule in one line: its id, its severity, its title."""
    gone = bracketed(word("retired", lang), lang) if rule.status == "retired" else ""
    return f"{rule.id}  {SEVERITY(rule.severity.word, lang)}  {rule.told.say('title', lang)}{gone}"


def weight(row: Requirement, edition: Edition, lang: Lang, day: str) -> str:
    """How much a requirement can weigh on a day; one that is only shown, is over or open, weighs nothing."""
    if ended(row, day):
        return word("over", lang)
    if row["relation"] == "free":
        return _says("shown_only", lang)
    bases = standing(row, edition.registries.documents, day)
    return SEVERITY(severity_of(bases).word, lang) if bases else word("open", lang)
