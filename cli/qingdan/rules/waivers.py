"""Rules on waivers: findings that are accepted for a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from qingdan.loading.catalogue import Catalogue
from qingdan.model import dates
from qingdan.model.likeness import closest
from qingdan.rules import all_rules
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, on

#: So many days before its end a waiver gives notice.
NOTICE_DAYS = 30


def expired(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A waiver past its last day: its finding is back."""
    for waiver in catalogue.waivers:
        until = waiver.record["until"]
        if dates.known_before(until, context.as_of):
            args = {"waived": waiver.record["id"], "until": until}
            yield on(waiver, "until", path=f"waivers[{waiver.record['id']}].until", args=args)


def expiring(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A waiver that ends soon, while there is time to act; a partial date is taken for its first day."""
    today = dates.parse(context.as_of)
    for waiver in catalogue.waivers:
        until = dates.parse(waiver.record["until"])
        if today is None or until is None or until.last < today.first:
            continue
        if until.first - today.last <= timedelta(days=NOTICE_DAYS):
            args = {"waived": waiver.record["id"], "until": until.text}
            extra = {"days": max((until.first - today.last).days, 0)}
            yield on(waiver, "until", path=f"waivers[{waiver.record['id']}].until", args=args, extra=extra)


def covers_nothing(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A waiver that names neither a place nor a fingerprint covers nothing, so that none can hide a whole rule."""
    for waiver in catalogue.waivers:
        if "path" not in waiver.record and "fingerprint" not in waiver.record:
            id = waiver.record["id"]
            yield on(waiver, "id", path=f"waivers[{id}]", args={"waived": id})


def names_nothing(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A waiver of a rule or requirement that does not exist; one that was retired still has its id."""
    known = {*all_rules(), *context.edition.by_id} if catalogue.waivers else set()
    for waiver in catalogue.waivers:
        id = waiver.record["id"]
        if id not in known:
            near = closest(id, known)
            suggestions = (near,) if near else ()
            yield on(waiver, "id", path=f"waivers[{id}].id", args={"waived": id}, suggestions=suggestions)


_WAIVER = """--- file: items/a.yaml
schema: items/1
items: [{{id: SL-01, name: 失业登记}}]
--- file: waivers.yaml
schema: waivers/1
waivers:
  - id: MAT001
    {}
    reason: 等待系统改造
    approved_by: 示例省就业局
    approved_on: "2026-01-05"
    until: "{}"
"""
_PATH = "path: items[SL-01].materials[x]"
_BACK = Said("问题解决了就删去豁免；还要更多时间的，重新批准并写新的日期",
             "Remove the waiver if the matter is settled, or have it approved again with a new date")  # fmt: skip
_TIME = Said("豁免是暂时的；到期以后，原来的问题会重新列出",
             "A waiver holds for a time; after it the finding is shown again")  # fmt: skip

RULES = (
    Rule(
        id="WVR001", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("豁免已经到期", "A waiver has expired"),
        message=Said("{waived} 的豁免 {until} 已到期",
                     "The waiver of {waived} expired on {until}"), advice=_BACK, why=_TIME,
        bad=_WAIVER.format(_PATH, "2026-06-30"), good=_WAIVER.format(_PATH, "2027-06-30"), check=expired,
    ),
    Rule(
        id="WVR002", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("豁免快要到期", "A waiver is about to expire"),
        message=Said("{waived} 的豁免 {until} 到期，还有 {days} 天",
                     "The waiver of {waived} ends on {until}, in {days} days"),
        advice=_BACK, why=_TIME,
        bad=_WAIVER.format(_PATH, "2026-12-01"), good=_WAIVER.format(_PATH, "2027-06-30"), check=expiring,
    ),
    Rule(
        id="WVR003", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("豁免没有写明是哪一处", "A waiver that names no place"),
        message=Said("{waived} 的豁免没有写 path 或 fingerprint，不起作用",
                     "The waiver of {waived} names neither path nor fingerprint and covers nothing"),
        advice=Said("用 --format json 查看 path 或 fingerprint，照抄一个",
                    "Look path or fingerprint up with --format json and copy one of them"),
        why=Said("豁免只对写明的一处有效，不能一次遮住整条规则",
                 "A waiver holds for one place; none may hide a whole rule"),
        bad=_WAIVER.format("basis: 无", "2027-06-30"), good=_WAIVER.format(_PATH, "2027-06-30"), check=covers_nothing,
    ),
    Rule(
        id="WVR004", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("豁免的规则或要求不存在", "A waiver of no rule and no requirement"),
        message=Said("没有编号为 {waived} 的规则或要求，这条豁免不起作用",
                     "There is no rule or requirement {waived}; the waiver covers nothing"),
        advice=Said("照报告里的编号改正", "Copy the id from the report"),
        why=Said("编号写错，批准过的豁免就落空了", "With a wrong id an approved waiver has no effect"),
        bad=_WAIVER.format(_PATH, "2027-06-30").replace("MAT001", "MAT0O1"),
        good=_WAIVER.format(_PATH, "2027-06-30"), check=names_nothing,
    ),
)  # fmt: skip
