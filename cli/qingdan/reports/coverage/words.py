"""The words of coverage and impact in Chinese and English, for every format."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.printing.words import word
from qingdan.reports.coverage.cells import Standing
from qingdan.reports.coverage.counting import Counts, Indicator
from qingdan.reports.coverage.facts import Coverage
from qingdan.words.grammar import Lang, bracketed
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

SAID = Phrases("coverage")


def said(code: str, lang: Lang, **values: object) -> str:
    """A word of these reports, or one of all reports; an unknown code stands for itself."""
    return SAID(code, lang, **values) if code in SAID else word(code, lang, **values)


def result(counts: Counts, lang: Lang) -> str:
    """Whether what was asked is met, with how much of it was judged where that is not all: little is no praise."""
    if counts.word != "part_met":
        return said(counts.word, lang)
    return said("part_met_of", lang, n=counts.pairs.decided, of=counts.pairs.regulated)


def reason(standing: Standing, lang: Lang) -> str:
    """Why an item stands as it does: the code in words, and what the file itself says; empty where nothing is said."""
    if not standing.because:
        return ""
    return said(standing.because, lang) + (bracketed(visible(standing.text), lang) if standing.text else "")


def share(indicator: Indicator, lang: Lang) -> str:
    """A share as its two counts with the percentage that follows; only all of it is 100%, and only none of it 0%."""
    count, of = indicator.count, indicator.of
    if not of:
        return said("unknown", lang)
    percent = f"{100 * count // of}" if count in (0, of) else f"{min(max(100 * count / of, 0.1), 99.9):.1f}"
    return f"{count}/{of}" + bracketed(f"{percent}%", lang)


def counts_of(counts: Counts) -> dict[str, int]:
    """The counts of pairs, verdicts and effects under the codes of their words, in the order of a report."""
    found = asdict(counts.pairs)
    found.update((f"allowed_{name}", counts.verdicts[name]) for name in ("yes", "no", "unsettled"))
    found.update((name, counts.effects[name]) for name in ("better", "worse"))
    return found


def keys(coverage: Coverage) -> list[str]:
    """A short key for each column: the first two digits of a province's code, or its number where codes do not do."""
    short = [column.area[:2] for column in coverage.columns]
    if coverage.scope == "nation" and all(short) and len(set(short)) == len(short):
        return short
    wide = len(str(len(coverage.columns)))
    return [str(number).rjust(wide) for number in range(1, len(coverage.columns) + 1)]
