"""Rules on dates: days that exist, texts that have one, checks that name their day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.loading.catalogue import Catalogue, Effective, path_of
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.rules.paths import Below, called, strings
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at, on
from qingdan.values.calendar import known

#: Keys that hold dates, in every kind of file.
KEYS = frozenset(
    [
        "date",
        "as_of",
        "checked_on",
        "effective_on",
        "cancelled_on",
        "published_on",
        "changed_on",
        "approved_on",
        "until",
        "since",
        "status_on",
    ]
)
_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
#: What cannot be the month and day of a date, or is one of the days that only some years have.
_DOUBTFUL = re.compile(
    r"-(?<=[0-9]{4}-)(?<![a-z]-[0-9]{4}-)(?:(?:00|1[3-9]|[2-9][0-9])(?![0-9])|[0-9]{2}-(?:00|3[2-9]|[4-9][0-9])|02-(?:29|30)"
    r"|(?:02|04|06|09|11)-31)"
)
#: Working days within which a change is to be published.
TIME_TO_PUBLISH = 20


def records(catalogue: Catalogue) -> Iterator[tuple[str, Placed]]:
    """Every record of a catalogue with its path; what lies inside another one is not given again."""
    head = catalogue.files.heads.get("catalogue")
    if head is not None:
        yield "", head
    for item in catalogue.items:
        yield f"items[{item.record['id']}]", item
    for file in catalogue.localities:
        yield path_of(file.record), file
    for waiver in catalogue.waivers:
        yield f"waivers[{waiver.record['id']}]", waiver


def impossible(placed: Placed, path: str) -> Iterator[Hit]:
    """The dates of a record that the calendar does not have."""
    for below, text in strings(placed.record):
        if below[-1] in KEYS and _FORM.fullmatch(text) and dates.parse(text) is None:
            yield on(placed, *below, path=_joined(path, placed.record, below), args={"date": text})


def half_checked(placed: Placed, path: str) -> Iterator[Hit]:
    """Sources that name who compared them but not when, or the other way round."""
    for below, source in mappings(placed.record):
        if ("checked_by" in source) is not ("checked_on" in source):
            key = "checked_by" if "checked_by" in source else "checked_on"
            yield on(placed, *below, key, path=_joined(path, placed.record, (*below, key)), args={"stated": key})


def mappings(value: object, below: Below = ()) -> Iterator[tuple[Below, dict[str, object]]]:
    """Every mapping below a value, itself included."""
    if isinstance(value, dict):
        yield below, value
        for key, part in value.items():
            yield from mappings(part, (*below, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from mappings(part, (*below, index))


def _joined(path: str, record: object, below: Below) -> str:
    return ".".join(part for part in (path, called(record, below)) if part)


def impossible_date(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Dates such as 2023-02-30, anywhere in the files."""
    suspect = {name for name, file in catalogue.files.documents.items() if _DOUBTFUL.search(file.text)}
    for path, placed in records(catalogue) if suspect else ():
        if placed.document.name in suspect:
            yield from impossible(placed, path)


def unfinished_check(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """``checked_by`` and ``checked_on`` go together."""
    signed = {name for name, file in catalogue.files.documents.items() if "checked_" in file.text}
    for path, placed in records(catalogue):
        if placed.document.name in signed:
            yield from half_checked(placed, path)


def undated(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The text of an archive or a collection has no day, and is judged by that of today."""
    stated = "id" in subject.layers[-1].record and "handling_items" not in subject.layers[-1].pointer
    below_said = len(subject.layers) > 1
    if context.printed and not subject.as_of and stated and not below_said:
        yield at(subject, "source", args={}, extra={"judged_on": context.as_of})


def future(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A text that was published after the day asked for: a slip of the keyboard.

    Whoever asks for a day before that of the list itself asks about the past: there the day of the list counts.
    """
    day = latest(subject, context)
    source = subject.layers[-1].record.get("source", {})
    guide = subject.layers[-1].record.get("guide", {})
    for element, part in (("source", source), ("guide", guide)):
        for key in ("date", "as_of", "published_on", "changed_on"):
            if key in part and dates.known_before(day, part[key]):
                yield at(subject, element, key, name=key, args={"date": part[key]}, extra={"as_of": day})


def latest(subject: Effective, context: RuleContext) -> str:
    """The latest of the day asked for and of those that the list and the file of the place give themselves."""
    head = context.catalogue.head if context.catalogue else None
    own = (head.get("as_of", ""), head["source"].get("as_of", ""), head["source"].get("date", "")) if head else ()
    place = subject.layers[-1].document.value if "status" in subject.layers[-1].record else {}
    last = context.as_of
    for day in (*own, _own(place)):
        if day and dates.known_before(last, day):
            last = day
    return last


def _own(file: object) -> str:
    day = file.get("as_of") if isinstance(file, dict) else None
    return day if isinstance(day, str) else ""


def published_late(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Published behind the twentieth working day after the change, on the calendar of the announced holidays.

    Of dates known to the month or year the days count that leave most time. Where the holidays are not announced yet,
    nobody can count and nothing is said.
    """
    guide = subject.record.get("guide", {})
    changed, published = dates.parse(guide.get("changed_on", "")), dates.parse(guide.get("published_on", ""))
    end = known().end(changed.last, TIME_TO_PUBLISH) if changed and published else None
    if changed and published and end and published.first > end:
        args = {"changed_on": changed.text, "published_on": published.text}
        yield at(subject, "guide", "published_on", name="published_on", args=args, extra={"end": end.isoformat()})


_ITEM = "--- file: items/a.yaml\nschema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_OLD = """--- file: catalogue.yaml
schema: catalogue/1
province: "990000"
name: 示例收集
edition: "2025"
kind: collection
completeness: partial
source: {title: 示例, evidence: sample, seen: part}
"""
_SOURCE = "    source: {title: 办事指南, evidence: sample, seen: whole"

RULES = (
    Rule(
        id="DAT001", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("日期不存在", "A day that does not exist"),
        message=Said("{date} 在日历上不存在", "There is no such day as {date}"),
        advice=Said("核对日期；不知道哪一天的，只写到年或月，如 2023-02",
                    "Check it; write 2023-02 if the day is not known"),
        why=Said("日期决定按哪一天的规定判断", "The date decides by which rules a text is judged"),
        bad=_ITEM + '    effective_on: "2023-02-30"\n', good=_ITEM + '    effective_on: "2023-02-28"\n',
        check=impossible_date,
    ),
    Rule(
        id="DAT002", severity=Severity.INFO, scope="item", since="0.1",
        title=Said("原文没有日期", "The text has no date"),
        message=Said("这份文字没有日期，只能按 {judged_on} 的规定判断",
                     "Without a date it is judged by the rules of {judged_on}"),
        advice=Said("能查到发布日期的，写进 source.date 或 as_of", "State source.date or as_of if it can be found"),
        why=Said("旧文字按今天的规定判断，可能冤枉了它", "Judging an old text by today's rules may wrong it"),
        bad=_OLD + _ITEM, good=_OLD + _ITEM + _SOURCE + ', date: "2022"}\n', check=undated,
    ),
    Rule(
        id="DAT003", severity=Severity.WARNING, scope="item", since="0.1", reads=("source", "guide"), softens=False,
        title=Said("日期在检查日之后", "A date in the future"),
        message=Said("日期 {date} 在 {as_of} 之后，这一天还没有到", "{date} lies after {as_of} and is still to come"),
        advice=Said("核对日期；以哪一天为准，看 --as-of 和清单的 as_of，取晚的一个",
                    "Check the date; the later of --as-of and the list's own as_of counts"),
        why=Said("多半是录错了年份", "Most likely the year is mistyped"),
        bad=_ITEM + _SOURCE + ', date: "2032-05-01"}\n', good=_ITEM + _SOURCE + ', date: "2023-05-01"}\n', check=future,
    ),
    Rule(
        id="DAT004", severity=Severity.WARNING, scope="item", since="0.1", reads=("guide",),
        enforces="就业领域基层政务公开标准目录：自信息形成或者变更之日起20个工作日内公开",
        title=Said("公开晚于20个工作日", "Published later than twenty working days"),
        message=Said("{changed_on} 变更，第20个工作日是 {end}，{published_on} 才公开",
                     "Changed on {changed_on}, published on {published_on}: the twentieth working day was {end}"),
        advice=Said("核对两个日期；工作日按国务院公布的放假安排数，从变更的次日起",
                    "Check both dates; working days are counted from the next day on, by the holidays as announced"),
        why=Said("变更要及时让办事人知道", "People should learn of a change in time"),
        bad=_ITEM + '    guide: {changed_on: "2026-01-05", published_on: "2026-04-01"}\n',
        good=_ITEM + '    guide: {changed_on: "2026-01-05", published_on: "2026-01-20"}\n', check=published_late,
    ),
    Rule(
        id="DAT005", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("核对人和核对日期只写了一个", "Checked by whom, or when, is missing"),
        message=Said("只写了 {stated}", "Only {stated} is stated"),
        advice=Said("checked_by 和 checked_on 一起写；没有核对过的都不写",
                    "State checked_by and checked_on, or neither"),
        why=Said("“已核对”要说得出谁、哪一天对照了官方原文",
                 "Verified means that a named person compared it with the official text on a known day"),
        bad=_ITEM + _SOURCE + ", checked_by: 示例员}\n",
        good=_ITEM + _SOURCE + ', checked_by: 示例员, checked_on: "2026-01-05"}\n', check=unfinished_check,
    ),
)  # fmt: skip
