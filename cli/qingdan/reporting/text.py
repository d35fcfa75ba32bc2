"""The report for a person at a terminal: findings with their source, then a summary, worst first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from qingdan.findings import Finding, NotRun, Report, Section, Severity
from qingdan.reporting import messages, since
from qingdan.reporting.escape import visible
from qingdan.reporting.frame import frame, mended, width
from qingdan.reporting.paint import Paint, plain
from qingdan.reporting.words import REASONS, SEVERITY, Lang, bracketed, joined, judged_by, label, word

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
    lines.extend(_summary(report, lang, paint, judged_by(report.as_of, today, lang)))
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
    yield from _later(section, lang, paint)
    yield from _undated(section, lang, paint)
    yield ""


def _finding(finding: Finding, report: Report, lang: Lang, paint: Paint) -> Iterator[str]:
    severity = paint(SEVERITY[lang][finding.severity], finding.severity.word)
    yield f"  {severity} {finding.id}  {messages.message(finding, lang)}"
    place = finding.location
    if place:
        yield paint(f"    --> {visible(place.file)}:{place.line}:{place.column}", "dim")
        for line in frame(place, report.lines.get(place.file, {})):
            yield f"      {line}"
    for related in finding.related:
        there = related.location
        yield f"    {word(related.role, lang)}  {visible(there.file)}:{there.line}:{there.column}"
        for line in frame(there, report.lines.get(there.file, {})):
            yield f"      {line}"
    new = mended(finding.fix, report.lines.get(place.file, {})) if finding.fix and place else ""
    if new:
        yield f"    {label('write_so', lang)}{new}"
    elif finding.suggestions:
        yield f"    {label('did_you_mean', lang)}{visible('、'.join(finding.suggestions))}"
    for basis in finding.basis:
        yield f"    {label('basis', lang)}{messages.basis_line(basis, lang)}"
    for remark in messages.remarks(finding, lang):
        yield paint(f"    {remark}", "dim")
    yield f"    {label('next', lang)}{messages.advice(finding, lang)}"
    yield ""


def _later(section: Section, lang: Lang, paint: Paint) -> Iterator[str]:
    """One line for all that the nation has required since a text was written."""
    if not section.later:
        return
    rules, items = len(section.later), sum(section.later.values())
    if lang == "zh":
        yield paint(
            f"  其后变化：{rules} 项要求晚于这里的 {items} 处文字，未用来判断：{'、'.join(section.later)}", "dim"
        )
    else:
        yield paint(f"  since then: {rules} requirements are later than {items} texts here and were not applied", "dim")


def _undated(section: Section, lang: Lang, paint: Paint) -> Iterator[str]:
    """One line for the requirements of which nobody can tell whether they were in force when a text was written."""
    rows = [row for row in section.not_applicable if row.reason == "date_unclear"]
    if rows:
        texts = word("texts", lang, n=len({row.subject for row in rows}))
        yield paint(f"  {_not_applied(rows, lang)}{texts}", "dim")


def _not_applied(rows: Sequence[NotRun], lang: Lang) -> str:
    """What was not used to judge, for one reason: what is skipped is said."""
    ids = list(dict.fromkeys(row.id for row in rows))
    named = joined(ids[:SHOWN], lang)
    if len(ids) > SHOWN:
        named += bracketed(word("more_ids", lang, n=len(ids)), lang)
    return word("not_applied", lang, why=word(rows[0].reason, lang), ids=named)


def _summary(report: Report, lang: Lang, paint: Paint, day: str) -> Iterator[str]:
    zh = lang == "zh"
    yield from _by_rule(report, lang, paint)
    yield from _by_section(report.sections, lang)
    partial = [row for section in report.sections for row in section.not_applicable if row.reason == "partial_list"]
    if partial:
        lists = len({row.subject for row in partial})
        yield paint(f"{_not_applied(partial, lang)}{word('lists', lang, n=lists)}", "dim")
    errors, warnings, infos = (report.count(each) for each in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    files = sum(len(section.inputs) for section in report.sections)
    items = sum(section.items for section in report.sections)
    if zh:
        yield f"共检查 {len(report.sections)} 份清单、{files} 个文件、{items} 项事项。"
        yield f"{day}，全国基准 {visible(report.edition)}。"
        result = f"错误 {errors}，警告 {warnings}，提示 {infos}"
    else:
        yield (
            f"{len(report.sections)} lists, {files} files, {items} items checked {day} "
            f"against edition {visible(report.edition)}."
        )
        result = f"{errors} errors, {warnings} warnings, {infos} remarks"
    if report.waivers_from:
        yield f"{label('waivers_from', lang)}{visible(report.waivers_from)}"
    if report.baseline:
        yield from since.summary(report, report.baseline, lang)
        result = since.word("new", lang) + result
    yield paint(result, "error" if errors else "warning" if warnings else "good")
    unread = [name for section in report.sections for name in section.unread]
    if unread:
        said = (
            "以下文件没有读成，其中的事项没有检查"
            if zh
            else "These files could not be read; their items were not checked"
        )
        yield paint(f"{said}：{visible('、'.join(unread))}", "error")
    if not report.fast_parser:
        yield (
            "缺少 libyaml 的 C 解析器，读取会慢很多；请重装 ruamel.yaml[oldlibyaml]"
            if zh
            else ("The C parser of libyaml is missing and reading is slow; install ruamel.yaml[oldlibyaml]")
        )


def _by_rule(report: Report, lang: Lang, paint: Paint) -> Iterator[str]:
    """How often each rule spoke, worst first."""
    counts = Counter(finding.id for finding in report.findings)
    worst = {finding.id: finding for finding in sorted(report.findings, key=lambda each: each.severity)}
    if counts:
        yield paint("按规则汇总" if lang == "zh" else "By rule", "bold")
    for id, count in sorted(counts.items(), key=lambda row: (-worst[row[0]].severity, -row[1], row[0])):
        severity = paint(SEVERITY[lang][worst[id].severity], worst[id].severity.word)
        title = messages.title(id, lang, str(worst[id].extra.get("explains", "")))
        yield f"  {severity} {count:>5}  {id:<12} {visible(title)}"
    if counts:
        yield ""


def _by_section(sections: Sequence[Section], lang: Lang) -> Iterator[str]:
    """How much of each list was stated, regulated, decided and unsettled, in pairs of item and element."""
    rows = [section for section in sections if section.pairs]
    if not rows:
        return
    heads = ("清单", "写明", "有全国要求", "已判断", "未定", "没有写", "不符", "更好") if lang == "zh" else (
        "list", "stated", "regulated", "decided", "unsettled", "silent", "not allowed", "better")  # fmt: skip
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
        said = "未定的原因（按逐项判断计）" if lang == "zh" else "Why unsettled (by judgement)"
        told = (
            f"{REASONS.get(code, (code, code))[0 if lang == 'zh' else 1]} {count}"
            for code, count in reasons.most_common()
        )
        yield f"{said}：{'；'.join(told)}"
    yield ""


def _open(row: Mapping[str, object]) -> bool:
    """A judgement that was made and could not be settled; what is silent is counted by itself."""
    return row["allowed"] == "unsettled" and row["reason"] != "not_stated"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
