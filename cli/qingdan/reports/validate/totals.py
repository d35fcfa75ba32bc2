"""How a report ends, in whatever format: what was checked, by which day, how much was found, what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.findings import NotRun, Report, Section, Severity
from qingdan.printing.words import judged_by, label, word
from qingdan.reports.validate import since
from qingdan.words.grammar import Lang, bracketed, colon, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("validate")

#: So many ids are named; of more the number is told.
_NAMED = 5


def counted(report: Report, lang: Lang) -> str:
    """How many errors, warnings and remarks there are."""
    errors, warnings, infos = (report.count(each) for each in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    return _says("counted", lang, errors=errors, warnings=warnings, infos=infos)


def lines(report: Report, lang: Lang, today: str = "") -> Iterator[tuple[str, str]]:
    """The lines at the end, each with its style, which may be empty.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    partial = [row for section in report.sections for row in section.not_applicable if row.reason == "partial_list"]
    if partial:
        lists = word("lists", lang, n=len({row.subject for row in partial}))
        yield "dim", not_applied(partial, lang) + lists
    for line in _checked(report, lang, judged_by(report.as_of, today, lang)):
        yield "", line
    if report.waivers_from:
        yield "", f"{label('waivers_from', lang)}{visible(report.waivers_from)}"
    if report.profile:
        file = bracketed(report.profile.file, lang)
        yield "", f"{label('profile', lang)}{visible(report.profile.name + file)}"
    if report.distributions:
        named = joined([f"{each.name} {each.version}" for each in report.distributions], lang)
        yield "", f"{label('distributions', lang)}{visible(named)}"
    result = counted(report, lang)
    if report.baseline:
        for line in since.summary(report, report.baseline, lang):
            yield "", line
        result = since.word("new", lang) + result
    worst = max((finding.severity for finding in report.findings), default=Severity.INFO)
    yield {Severity.ERROR: "error", Severity.WARNING: "warning"}.get(worst, "good"), result
    unread = [name for section in report.sections for name in section.unread]
    if unread:
        told = _says("unread", lang)
        yield "error", f"{told}{colon(lang)}{visible(joined(unread, lang))}"
    if report.alone:
        yield "", _says("alone", lang)
    if not report.fast_parser:
        yield "", _says("slow", lang)


def _checked(report: Report, lang: Lang, day: str) -> list[str]:
    lists, edition = len(report.sections), visible(report.edition)
    files = sum(len(section.inputs) for section in report.sections)
    items = sum(section.items for section in report.sections)
    told = [
        _says(key, lang, lists=lists, files=files, items=items, day=day, edition=edition)
        for key in ("checked", "judged_by")
    ]
    return [each for each in told if each]


def nothing(section: Section, lang: Lang) -> str:
    """That a list has no findings, or none that are new, as far as it could be read."""
    found = _says("nothing_new" if section.since else "nothing", lang)
    return _says("of_what_was_read", lang, found=found) if section.unread else found


def rest(section: Section, lang: Lang) -> Iterator[str]:
    """What the nation requires and the texts of a list were not, or could not be, judged by; a line for each reason."""
    yield from filter(None, (later(section, lang), undated(section, lang), groundless(section, lang)))


def groundless(section: Section, lang: Lang) -> str:
    """The requirements that are open because what they rest on was replaced; often none."""
    ids = list(dict.fromkeys(row.id for row in section.not_applicable if row.reason.startswith("basis_")))
    return word("groundless", lang, n=len(ids), ids=joined(ids, lang)) if ids else ""


def undated(section: Section, lang: Lang) -> str:
    """The requirements of which nobody can tell whether they were in force when a text was written; often none."""
    rows = [row for row in section.not_applicable if row.reason == "date_unclear"]
    return not_applied(rows, lang) + word("texts", lang, n=len({row.subject for row in rows})) if rows else ""


def later(section: Section, lang: Lang) -> str:
    """What the nation has required since a text was written, in one line; often nothing."""
    if not section.later:
        return ""
    rules, items = len(section.later), sum(section.later.values())
    return _says("later", lang, rules=rules, items=items, ids=joined(list(section.later), lang))


def not_applied(rows: Sequence[NotRun], lang: Lang) -> str:
    """What was not used to judge, for one reason: what is skipped is said."""
    ids = list(dict.fromkeys(row.id for row in rows))
    named = joined(ids[:_NAMED], lang)
    if len(ids) > _NAMED:
        named += bracketed(word("more_ids", lang, n=len(ids)), lang)
    return word("not_applied", lang, why=word(rows[0].reason, lang), ids=named)
