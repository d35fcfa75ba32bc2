"""The impact of an edition for a person at a terminal: list by list what is new, gone or judged otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qingdan.findings import Finding
from qingdan.printing import messages
from qingdan.printing.paint import Paint, plain
from qingdan.printing.words import SEVERITY, day_said, label
from qingdan.reports.coverage.words import said
from qingdan.reports.diff.words import ALLOWED
from qingdan.reports.impact.facts import Impact, Touched, Turn
from qingdan.words.grammar import Lang, bracketed, joined, semicolon
from qingdan.words.showing import visible

_STYLE = {"new": "error", "gone": "good", "severity": "warning"}
#: Codes of the counts in the order of the summary: of findings, then of judgements.
_FINDINGS = ("new", "gone", "severity", "kept")
_JUDGEMENTS = ("turned", "turned_new", "turned_gone", "same")


def render(impact: Impact, lang: Lang, paint: Paint = plain, today: str = "") -> str:
    """The whole impact; lists that nothing changes for are counted, not shown."""
    names = (f"{visible(id)}{bracketed(hash, lang)}" for id, hash in (impact.before, impact.after))
    lines = [paint(f"{said('edition', lang)} {' → '.join(names)}  {day_said(impact.as_of, today, lang)}", "bold"), ""]
    for touched in impact.lists:
        if touched.touched:
            lines.extend(_list(touched, lang, paint))
    alike = [touched for touched in impact.lists if not touched.touched]
    if alike:
        lines.append(f"{said('nothing', lang)}{label('', lang)}{joined([visible(each.name) for each in alike], lang)}")
    lines.extend(_total(impact, lang, paint))
    return "\n".join(lines) + "\n"


def _list(touched: Touched, lang: Lang, paint: Paint) -> Iterator[str]:
    sample = "" if touched.counted else bracketed(said("sample", lang), lang)
    yield paint(f"{visible(touched.name)}{sample}  {visible(touched.label)}", "bold")
    for code, findings in (("new", touched.new), ("gone", touched.gone)):
        for finding in findings:
            yield paint(f"  {said(code, lang)}", _STYLE[code]) + f"  {_finding(finding, lang)}"
    for old, new in touched.severity:
        was = SEVERITY(old.severity.word, lang)
        yield paint(f"  {said('severity', lang)}", _STYLE["severity"]) + f"  {was} → {_finding(new, lang)}"
    for turn in touched.turns:
        yield f"  {_turn(turn, lang)}"
    yield "  " + _summary(touched.counts(), lang)
    yield ""


def _finding(finding: Finding, lang: Lang) -> str:
    place = finding.location
    where = f"  {visible(place.file)}:{place.line}:{place.column}" if place else ""
    return f"{SEVERITY(finding.severity.word, lang)} {finding.id}  {messages.message(finding, lang)}{where}"


def _turn(turn: Turn, lang: Lang) -> str:
    code = {"new": "turned_new", "gone": "turned_gone", "changed": "turned"}[turn.change]
    key = ".".join(part for part in turn.key if part)
    path = visible(turn.path) + (f"[{visible(key)}]" if key and not turn.path.endswith(f"[{key}]") else "")
    parts = [_arrow(turn.allowed, lang), _arrow(turn.effect, lang)]
    return f"{said(code, lang)}  {turn.requirement}  {path}  {joined([part for part in parts if part], lang)}"


def _arrow(answers: tuple[str, str], lang: Lang) -> str:
    """From one answer to another; an answer that stays is said once."""
    before, after = (_word(answer, lang) for answer in answers)
    return after if before == after else f"{before} → {after}"


def _word(answer: str, lang: Lang) -> str:
    if answer in ALLOWED:
        return ALLOWED(answer, lang)
    return said(answer or "absent", lang)


def _summary(counts: Counter[str], lang: Lang) -> str:
    parts = []
    for title, codes in (("findings", _FINDINGS), ("judgements", _JUDGEMENTS)):
        told = joined([f"{said(code, lang)} {counts[code]}" for code in codes], lang)
        parts.append(f"{said(title, lang)}{label('', lang)}{told}")
    return semicolon(lang).join(parts)


def _total(impact: Impact, lang: Lang, paint: Paint) -> Iterator[str]:
    counted = sum(1 for each in impact.lists if each.counted)
    yield paint(f"{said('total', lang)}{bracketed(said('counted', lang, n=counted), lang)}", "bold")
    yield "  " + _summary(impact.total(), lang)
    for title, answers in (("whether", impact.verdicts()), ("effect", impact.effects())):
        turned = [f"{_arrow(pair, lang)} {count}" for pair, count in sorted(answers.items()) if len(set(pair)) > 1]
        if turned:
            yield f"  {said(title, lang)}{label('', lang)}{joined(turned, lang)}"
    if impact.unread:
        said_unread = f"{said('unread_files', lang)}{label('', lang)}{visible(joined(impact.unread, lang))}"
        yield paint(said_unread, "error")
