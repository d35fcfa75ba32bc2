"""The findings of a report as rows of a table, for formats that are pages: what, where, why, what next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.findings import Finding, Report, Section
from qingdan.printing import messages
from qingdan.printing.places import where
from qingdan.printing.words import SEVERITY, label, word
from qingdan.reports.validate import since, totals
from qingdan.words.grammar import Lang, bracketed
from qingdan.words.said import Phrases

_says = Phrases("validate")

#: Chinese and English heads of the columns.
_HEADS = Phrases("validate.head")


@dataclass(frozen=True)
class Row:
    """One finding.

    Attributes:
        level: ``error``, ``warning``, ``info`` or ``waived``.
        cells: Its level, id, place, what was found and what to do.
        basis: What a requirement rests on, a line each; what else is to be said of it.
    """

    level: str
    cells: tuple[str, str, str, str, str]
    basis: tuple[str, ...] = ()


def title(lang: Lang) -> str:
    """The heading of the whole."""
    return _says("report_validation", lang)


def heads(lang: Lang) -> list[str]:
    """The heads of the columns."""
    return [_HEADS(key, lang) for key in _HEADS]


def named(section: Section, lang: Lang) -> str:
    """A list by its name, its kind and its path."""
    return f"{section.name}{bracketed(word(section.kind, lang), lang)} {section.label}"


def rows(section: Section, lang: Lang) -> list[Row]:
    """The findings of a list, the worst first; those that are waived last."""
    found = sorted(section.findings, key=lambda each: -each.severity)
    told = [
        _row(each, each.severity.word, SEVERITY(each.severity.word, lang), messages.advice(each, lang), lang)
        for each in found
    ]
    waived = word("waived", lang)
    return told + [_row(each, "waived", waived, messages.terms(by, lang), lang) for each, by in section.waived]


def _row(finding: Finding, level: str, said: str, step: str, lang: Lang) -> Row:
    place = finding.location
    basis = (label("basis", lang) + messages.basis_line(each, lang) for each in finding.basis)
    cells = (said, finding.id, where(place, lang) if place else "", messages.message(finding, lang), step)
    return Row(level, cells, (*basis, *messages.remarks(finding, lang)))


def notes(section: Section, report: Report, lang: Lang) -> Iterator[str]:
    """What else is to be said of a list: what has gone since an earlier report, what was not judged and why."""
    yield from since.of_section(section, report, lang, len(section.since.gone) if section.since else 0)
    yield from totals.rest(section, lang)
