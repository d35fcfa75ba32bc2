"""Rules on the life of an item: in use, cancelled, followed by another one."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Catalogue
from qingdan.model import dates
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, on

_ITEM = "--- file: items/a.yaml\nschema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"


def cancelled_without_date(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A cancelled item stays in the list, with its date."""
    for item in catalogue.items:
        if item.record.get("state") == "cancelled" and "cancelled_on" not in item.record:
            yield on(item, "state", path=f"items[{item.record['id']}].state")


def ends_before_it_begins(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An item cannot be cancelled before it takes effect; partial dates decide only where every day agrees."""
    for item in catalogue.items:
        begins, ends = item.record.get("effective_on", ""), item.record.get("cancelled_on", "")
        if begins and ends and dates.known_before(ends, begins):
            args = {"effective_on": begins, "cancelled_on": ends}
            yield on(item, "cancelled_on", path=f"items[{item.record['id']}].cancelled_on", args=args)


def still_in_use(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """In a list in use, an item past its last day is no longer in use."""
    for item in () if context.printed else catalogue.items:
        ends = item.record.get("cancelled_on", "")
        if ends and item.record.get("state") != "cancelled" and dates.known_before(ends, context.as_of):
            args = {"cancelled_on": ends}
            yield on(item, "cancelled_on", path=f"items[{item.record['id']}].cancelled_on", args=args)


RULES = (
    Rule(
        id="CAT009", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("取消的事项没有写取消日期", "A cancelled item without its date"),
        message=Said("事项已经取消，没有写哪一天取消", "The item was cancelled, but not when"),
        advice=Said("补上 cancelled_on；有后继事项的写 successor", "Add cancelled_on, and successor if there is one"),
        why=Said("不知道哪一天取消，就说不清某一天该按哪一份办",
                 "Without it nobody can tell what held on a given day"),
        bad=_ITEM + "    state: cancelled\n", good=_ITEM + '    state: cancelled\n    cancelled_on: "2025-06-30"\n',
        check=cancelled_without_date,
    ),
    Rule(
        id="CAT010", severity=Severity.ERROR, scope="catalogue", since="0.1",
        title=Said("取消日期早于生效日期", "Cancelled before it took effect"),
        message=Said("取消日期 {cancelled_on} 早于生效日期 {effective_on}",
                     "It was cancelled on {cancelled_on}, before it took effect on {effective_on}"),
        advice=Said("核对两个日期", "Check both dates"),
        why=Said("这样的事项没有一天有效", "Such an item was never in force"),
        bad=_ITEM + '    effective_on: "2026-01-01"\n    cancelled_on: "2025-06-30"\n',
        good=_ITEM + '    effective_on: "2025-01-01"\n    cancelled_on: "2027-06-30"\n', check=ends_before_it_begins,
    ),
    Rule(
        id="CAT011", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("取消日期已过，事项仍在用", "Past its last day, still in use"),
        message=Said("取消日期是 {cancelled_on}，事项状态仍不是“取消”",
                     "It was to be cancelled on {cancelled_on} and its state is not cancelled"),
        advice=Said("已经取消的把 state 写成 cancelled；仍在办理的删去取消日期",
                    "Write state: cancelled, or remove the date if the item is still offered"),
        why=Said("办事人会看到已经停办的事项", "Readers would be shown what is no longer offered"),
        bad=_ITEM + '    cancelled_on: "2025-06-30"\n',
        good=_ITEM + '    state: cancelled\n    cancelled_on: "2025-06-30"\n', check=still_in_use,
    ),
)  # fmt: skip
