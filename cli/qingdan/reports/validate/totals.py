"""How a report ends, in whatever format: what was checked, by which day, how much was found, what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.findings import NotRun, Report, Section, Severity
from qingdan.printing.words import judged_by, label, word
from qingdan.reports.validate import since
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

_ALONE = (
    "启动不了并行的进程（进程数或内存受限），这次由一个进程逐份检查：结果一样，只是慢一些",
    "No further process could be started (a limit of processes or memory); one process checked list after list: the "
    "result is the same, it only took longer",
)
_SLOW = (
    "缺少 libyaml 的 C 解析器：读取会慢很多，写法少见的 YAML 判断也可能和别处不一样；请重装 PyYAML",
    "The C parser of libyaml is missing: reading is slow, and of unusual YAML this may accept or refuse other texts "
    "than elsewhere; install PyYAML anew",
)
#: So many ids are named; of more the number is told.
_NAMED = 5


def counted(report: Report, lang: Lang) -> str:
    """How many errors, warnings and remarks there are."""
    errors, warnings, infos = (report.count(each) for each in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    if lang == "zh":
        return f"错误 {errors}，警告 {warnings}，提示 {infos}"
    return f"{errors} errors, {warnings} warnings, {infos} remarks"


def lines(report: Report, lang: Lang, today: str = "") -> Iterator[tuple[str, str]]:
    """The lines at the end, each with its style, which may be empty.

    Args:
        report: What was found.
        lang: ``zh`` or ``en``.
        today: The day that it is in Beijing; empty where nobody need be told.
    """
    zh = lang == "zh"
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
        told = (
            "以下文件没有读成，其中的事项没有检查"
            if zh
            else "These files could not be read; their items were not checked"
        )
        yield "error", f"{told}：{visible('、'.join(unread))}"
    if report.alone:
        yield "", _ALONE[0 if zh else 1]
    if not report.fast_parser:
        yield "", _SLOW[0 if zh else 1]


def _checked(report: Report, lang: Lang, day: str) -> list[str]:
    lists, edition = len(report.sections), visible(report.edition)
    files = sum(len(section.inputs) for section in report.sections)
    items = sum(section.items for section in report.sections)
    if lang == "zh":
        return [f"共检查 {lists} 份清单、{files} 个文件、{items} 项事项。", f"{day}，全国基准 {edition}。"]
    return [f"{lists} lists, {files} files, {items} items checked {day} against edition {edition}."]


def nothing(section: Section, lang: Lang) -> str:
    """That a list has no findings, or none that are new, as far as it could be read."""
    zh = "没有新增的发现。" if section.since else "没有发现。"
    en = "Nothing new was found." if section.since else "Nothing was found."
    if section.unread:
        zh, en = f"读成的部分{zh}", f"Of what could be read: {en}"
    return zh if lang == "zh" else en


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
    if lang == "zh":
        return f"其后变化：{rules} 项要求晚于这里的 {items} 处文字，未用来判断：{'、'.join(section.later)}"
    return f"since then: {rules} requirements are later than {items} texts here and were not applied"


def not_applied(rows: Sequence[NotRun], lang: Lang) -> str:
    """What was not used to judge, for one reason: what is skipped is said."""
    ids = list(dict.fromkeys(row.id for row in rows))
    named = joined(ids[:_NAMED], lang)
    if len(ids) > _NAMED:
        named += bracketed(word("more_ids", lang, n=len(ids)), lang)
    return word("not_applied", lang, why=word(rows[0].reason, lang), ids=named)
