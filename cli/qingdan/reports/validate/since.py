"""How a report compares with an earlier one: what has gone, how much was there before, what was not compared."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.findings import Baseline, Earlier, Report, Section, Since
from qingdan.rules import all_rules
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

#: A word or sentence of this page.
word = Phrases("since")


def of_section(section: Section, report: Report, lang: Lang, shown: int) -> Iterator[str]:
    """What is to be said of one list; at most so many findings that have gone are named."""
    if section.since is None or report.baseline is None:
        return
    since = section.since
    yield from (_gone(each, report.baseline, lang) for each in since.gone[:shown])
    if len(since.gone) > shown:
        yield word("more_gone", lang, n=len(since.gone) - shown)
    if since.known > since.improved:
        yield word("known", lang, n=since.known - since.improved)
    if since.improved:
        yield word("improved", lang, n=since.improved)
    yield from _not_compared(since, lang)


def lines(report: Report, lang: Lang) -> Iterator[str]:
    """The same for formats of one line a finding, with the summary at the end."""
    if report.baseline is None:
        return
    for section in report.sections:
        for line in of_section(section, report, lang, len(section.since.gone) if section.since else 0):
            yield f"{visible(section.label)} {line}"
    yield from summary(report, report.baseline, lang)


def summary(report: Report, baseline: Baseline, lang: Lang) -> Iterator[str]:
    """The whole in numbers, and what stands in the way of comparing."""
    parts = [section.since for section in report.sections if section.since]
    uncompared = sum(sum(each.not_compared.values()) for each in parts)
    name, day = visible(baseline.name), visible(baseline.as_of)
    known, gone = sum(each.known for each in parts), sum(len(each.gone) for each in parts)
    yield word("summary", lang, name=name, day=day, new=len(report.findings), known=known, gone=gone, open=uncompared)
    if uncompared:
        yield word("see", lang)
    if (baseline.edition, baseline.edition_hash) != (report.edition, report.edition_hash):
        yield word("edition", lang, then=visible(f"{baseline.edition} {baseline.edition_hash}"))
    if baseline.not_checked:
        names = [visible(name) + bracketed(visible(label), lang) for label, name, _ in baseline.not_checked]
        yield word("not_checked", lang, names=joined(names, lang))
    if not baseline.compared:
        yield word("nothing", lang)


def _gone(earlier: Earlier, baseline: Baseline, lang: Lang) -> str:
    """A finding that has gone, in its own words; in another language by its title and path."""
    rule = all_rules().get(earlier.id)  # what is none has no title in this place
    title = rule.told.say("title", lang) if rule else ""
    told = earlier.message if baseline.lang == lang else f"{title} {earlier.path}".strip()
    waived = bracketed(word("waived", lang), lang) if earlier.waived else ""
    return visible(f"{word('gone', lang)}{waived} {earlier.id}  {told}")


def _not_compared(since: Since, lang: Lang) -> Iterator[str]:
    for why in dict.fromkeys(why for why, _ in since.not_compared):
        counts = {id: count for (reason, id), count in sorted(since.not_compared.items()) if reason == why}
        ids = joined([f"{visible(id)} {count}" for id, count in counts.items()], lang)
        yield word("not_compared", lang, n=sum(counts.values()), why=word(why, lang), ids=ids)


def value(since: Since) -> dict[str, object]:
    """What compares one list, as plain data."""
    counts = since.not_compared.items()
    return {
        "known": since.known,
        **({"improved": since.improved} if since.improved else {}),
        "gone": [_earlier(each) for each in since.gone],
        "not_compared": [{"id": id, "reason": why, "count": count} for (why, id), count in counts],
    }


def baseline_value(baseline: Baseline) -> dict[str, object]:
    """The earlier report, as plain data."""
    return {
        "name": baseline.name,
        "as_of": baseline.as_of,
        "lang": baseline.lang,
        "edition": {"id": baseline.edition, "hash": baseline.edition_hash},
        "compared": baseline.compared,
        "not_checked": [
            {"label": label, "name": name, "findings": count} for label, name, count in baseline.not_checked
        ],
    }


def _earlier(earlier: Earlier) -> dict[str, object]:
    row: dict[str, object] = {
        "id": earlier.id,
        "severity": earlier.severity.word,
        "message": earlier.message,
        "fingerprint": earlier.fingerprint,
    }
    if earlier.path:
        row["path"] = earlier.path
    return {**row, "waived": True} if earlier.waived else row
