"""The report for a person at a terminal: findings with their source, then a summary, worst first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from qingdan.findings import Finding, Report, Section
from qingdan.printing import messages
from qingdan.printing.frame import frame, mended, width
from qingdan.printing.paint import Paint, plain
from qingdan.printing.places import where
from qingdan.printing.words import SEVERITY, label, word
from qingdan.reports.validate import since, totals
from qingdan.words.grammar import Lang, bracketed, colon, joined, semicolon
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("validate")
_PAIRS = Phrases("validate.pairs")

#: How many findings of one rule are shown in full in one section; the rest are counted.
SHOWN = 5
#: What could not be read comes first: other findings may follow from it.
CAUSES = ("RED", "STR")


def render(report: Report, lang: Lang, paint: Paint = plain, shown: int = SHOWN, today: str = "") -> str:
    """The whole report.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        paint: ``ansi`` for a terminal, ``plain`` elsewhere.
        shown: How many findings of one rule are shown in full in each section.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    lines: list[str] = []
    for section in report.sections:
        lines.extend(_section(section, report, lang, paint, shown))
    lines.extend(_summary(report, lang, paint, today))
    return "\n".join(lines) + "\n"


def _section(section: Section, report: Report, lang: Lang, paint: Paint, shown: int) -> Iterator[str]:
    head = f"{visible(section.name)}{bracketed(word(section.kind, lang), lang)}  {visible(section.label)}"
    yield paint(head, "bold")
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in section.findings:
        by_rule[finding.id].append(finding)
    for id in sorted(by_rule, key=lambda id: (-max(f.severity for f in by_rule[id]), not id.startswith(CAUSES), id)):
        for finding in by_rule[id][:shown]:
            yield from _finding(finding, report, lang, paint)
        left = len(by_rule[id]) - shown
        if left > 0:
            yield f"  {id}  {word('more', lang, n=left)}"
            yield ""
    for finding, waiver in section.waived:
        said = f"{word('waived', lang)} {finding.id}  {messages.message(finding, lang)}"
        yield paint(f"  {said}  {messages.terms(waiver, lang)}", "dim")
    for line in since.of_section(section, report, lang, shown):
        yield paint(f"  {line}", "dim")
    for line in totals.rest(section, lang):
        yield paint(f"  {line}", "dim")
    yield ""


def _finding(finding: Finding, report: Report, lang: Lang, paint: Paint) -> Iterator[str]:
    severity = paint(SEVERITY(finding.severity.word, lang), finding.severity.word)
    yield f"  {severity} {finding.id}  {messages.message(finding, lang)}"
    place = finding.location
    if place:
        yield paint(f"    --> {where(place, lang)}", "dim")
        for line in frame(place, report.lines.get(place.file, {})):
            yield f"      {line}"
    for related in finding.related:
        there = related.location
        yield f"    {word(related.role, lang)}  {where(there, lang)}"
        for line in frame(there, report.lines.get(there.file, {})):
            yield f"      {line}"
    new = mended(finding.fix, report.lines.get(place.file, {})) if finding.fix and place else ""
    if new:
        yield f"    {label('write_so', lang)}{new}"
    elif finding.suggestions:
        yield f"    {label('did_you_mean', lang)}{visible(joined(finding.suggestions, lang))}"
    for basis in finding.basis:
        yield f"    {label('basis', lang)}{messages.basis_line(basis, lang)}"
    for remark in messages.remarks(finding, lang):
        yield paint(f"    {remark}", "dim")
    yield f"    {label('next', lang)}{messages.advice(finding, lang)}"
    yield ""


def _summary(report: Report, lang: Lang, paint: Paint, today: str) -> Iterator[str]:
    yield from _by_rule(report, lang, paint)
    yield from _by_section(report.sections, lang)
    for style, line in totals.lines(report, lang, today):
        yield paint(line, style) if style else line


def _by_rule(report: Report, lang: Lang, paint: Paint) -> Iterator[str]:
    """How often each rule spoke, worst first."""
    counts = Counter(finding.id for finding in report.findings)
    worst = {finding.id: finding for finding in sorted(report.findings, key=lambda each: each.severity)}
    if counts:
        yield paint(_says("by_rule", lang), "bold")
    for id, count in sorted(counts.items(), key=lambda row: (-worst[row[0]].severity, -row[1], row[0])):
        severity = paint(SEVERITY(worst[id].severity.word, lang), worst[id].severity.word)
        title = messages.title(worst[id], lang)
        yield f"  {severity} {count:>5}  {id:<12} {visible(title)}"
    if counts:
        yield ""


def _by_section(sections: Sequence[Section], lang: Lang) -> Iterator[str]:
    """How much of each list was stated, regulated, decided and unsettled, in pairs of item and element."""
    rows = [section for section in sections if section.pairs]
    if not rows:
        return
    heads = [_PAIRS(key, lang) for key in _PAIRS]
    names = [visible(section.name) for section in rows]
    first = max(width(name) for name in (*names, heads[0]))
    yield _padded(heads[0], first) + "".join(f"  {head}" for head in heads[1:])
    for name, section in zip(names, rows, strict=True):
        pairs = section.pairs
        numbers = [pairs[key] for key in ("stated", "regulated", "decided", "unsettled", "not_stated")]
        numbers += [section.verdicts.get("no", 0), section.effects.get("better", 0)]
        cells = (f"  {number:>{width(head)}}" for number, head in zip(numbers, heads[1:], strict=True))
        yield _padded(name, first) + "".join(cells)
    reasons: Counter[str] = Counter()
    for section in rows:
        reasons.update(str(row["reason"]) for row in section.judgements if _open(row))
    if reasons:
        said = _says("why_unsettled", lang)
        told = (f"{word(code, lang)} {count}" for code, count in reasons.most_common())
        yield f"{said}{colon(lang)}{semicolon(lang).join(told)}"
    yield ""


def _open(row: Mapping[str, object]) -> bool:
    """A judgement that was made and could not be settled; what is silent is counted by itself."""
    return row["allowed"] == "unsettled" and row["reason"] != "not_stated"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
