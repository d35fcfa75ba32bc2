"""Rules on channels and visits: what is said of one must fit the other."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at
from qingdan.rules.tables import Stated, demands, rules_out

#: The depth that means: everything can be done without coming (全程网办).
FULL_DEPTH = "level-4"
_DELIVERED = ("website", "mobile", "app", "wechat", "online", "post")


def channel_ids(subject: Effective, context: RuleContext) -> set[str] | None:
    """The kinds of channel that the item states, with all that are wider; ``None`` where one is not known."""
    vocabulary = context.edition.registries.vocabulary("channels")
    found: set[str] = set()
    for channel in subject.record.get("channels", []):
        id = vocabulary.resolve(channel.get("kind"), channel.get("name"))
        if not id or id.startswith("local/"):
            return None
        found |= {id, *vocabulary.broader.get(id, ())}
    return found if "channels" in subject.record and subject.known_in_whole("channels") else None


def _visits(subject: Effective) -> list[int]:
    return [count["amount"] for count in subject.record.get("visits", [])]


def depth_and_visits(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Handled online from end to end, and yet every way asks for a visit. One way without a visit is enough."""
    visits = _visits(subject)
    if subject.record.get("online", {}).get("depth") == FULL_DEPTH and visits and min(visits) > 0:
        yield at(subject, "visits", 0, "amount", args={"visits": min(visits)})


def no_visit_no_way(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Without a visit there must be another way: online, by post, or without an application.

    It does not apply where the channels are not stated, not known in whole, or not all recognised.
    """
    record = subject.record
    visits, ids = _visits(subject), channel_ids(subject, context)
    if not visits or max(visits) > 0 or ids is None or record.get("applies") == "without_application":
        return
    posted = "yes" in (record.get("centre", {}).get("materials_by_post"), record.get("result", {}).get("by_post"))
    online = record.get("online", {}).get("available") == "yes"
    if not (ids & set(_DELIVERED) or posted or online):
        yield at(subject, "visits", 0, "amount", args={})


def no_counter(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Natural persons are served, and every channel stated is online.

    It does not apply where a requirement speaks of the channels; where an address, a window, an accepting point or a
    hall is stated; where nobody has to apply; and where a channel is not recognised.
    """
    record = subject.record
    ids = channel_ids(subject, context)
    if not ids or context.printed or record.get("applies") == "without_application" or "accepted_at" in record:
        return
    if any(channel.get("address") for channel in record["channels"]) or "centre" in record:
        return
    if {"address", "window"} & set(record.get("contact", {})) or _regulated(subject, context):
        return
    audience = context.edition.registries.vocabulary("audience")
    served = {audience.resolve(row.get("id"), row.get("text")) for row in record.get("audience", [])}
    person = any(
        "natural-person" in {id, *audience.broader.get(id, ()), *audience.stands_for(id)} for id in served if id
    )
    if person and ids <= {"website", "mobile", "app", "wechat", "online"}:
        yield at(subject, "channels", key=True, args={})


def _regulated(subject: Effective, context: RuleContext) -> bool:
    """Whether the nation requires something of the channels, so that conformance says it."""
    links = subject.record.get("implements", [])
    rows = (row for link in links for row in context.edition.requirements.get(link["item"], ()))
    return any(row["element"] == "channels" and row["relation"] != "free" for row in rows)


def visit_without_reason(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A visit is needed although the matter can be applied for online, and why is not said."""
    for index, count in enumerate(subject.record.get("visits", [])):
        online = subject.record.get("online", {}).get("available") == "yes"
        if online and count["amount"] > 0 and "reason" not in count and count.get("channel", "") in ("", "online"):
            yield at(
                subject, "visits", index, "amount", name=count.get("channel", ""), args={"visits": count["amount"]}
            )


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 就业登记\n"
_PRACTICE = "政务服务事项管理系统的校验规则（实例）"
_BOTH = Said(
    "核对两处，改正填错的一处；渠道不同的，分渠道写到现场次数",
    "Check both and mend the one that is wrong; state visits by channel where they differ",
)
_ROAD = Said("办事人要知道到底要不要跑一趟", "People need to know whether they have to come")

RULES = (
    Rule(
        id="CHN001", severity=Severity.WARNING, scope="item", since="0.1",
        less_is_better=("visits",), reads=("online", "visits"),
        enforces=_PRACTICE,
        title=Said("全程网办又要到现场", "Handled online, and yet a visit"),
        message=Said("网办深度是全程网办，到现场次数写的是 {visits}",
                     "It is handled online throughout, and visits are {visits}"),
        advice=_BOTH, why=_ROAD,
        bad=_ITEM + "    online: {depth: level-4}\n    visits: [{amount: 1}]\n",
        good=_ITEM + "    online: {depth: level-4}\n    visits: [{amount: 0}]\n", check=depth_and_visits,
    ),
    Rule(
        id="CHN002", severity=Severity.WARNING, scope="item", since="0.1", reads=("visits", "channels"),
        enforces=_PRACTICE,
        title=Said("不用到现场，又没有别的办法", "No visit, and no other way"),
        message=Said("到现场次数是 0，渠道里没有网上办理，也不能邮寄",
                     "No visit is needed, and there is neither an online channel nor the post"),
        advice=_BOTH, why=_ROAD,
        bad=_ITEM + "    channels: [{kind: counter}]\n    visits: [{amount: 0}]\n",
        good=_ITEM + "    channels: [{kind: counter}, {kind: website}]\n    visits: [{amount: 0}]\n",
        check=no_visit_no_way,
    ),
    Rule(
        id="CHN003", severity=Severity.WARNING, scope="item", since="0.1", reads=("channels", "audience"),
        title=Said("没有写线下怎么办", "No way but online"),
        message=Said("面向个人的事项，列出的渠道都在网上", "It serves persons, and every channel stated is online"),
        advice=Said("线下可以办的，补上窗口和地址；确实只能网上办的，写明不便上网的人怎么办",
                    "Add the counter and its address; if there is none, say what people without the internet do"),
        why=Said("不会上网的人也要办得成事", "People who are not online must be able to apply too"),
        bad=_ITEM + "    audience: [{id: natural-person}]\n    channels: [{kind: website}]\n",
        good=_ITEM + "    audience: [{id: natural-person}]\n    channels: [{kind: website}, {kind: counter}]\n",
        check=no_counter,
    ),
    Rule(
        id="CHN004", severity=Severity.INFO, scope="item", since="0.1",
        less_is_better=("visits",), reads=("visits",), enforces=_PRACTICE,
        title=Said("要到现场，没有写原因", "A visit without its reason"),
        message=Said("可以网办，又要到现场 {visits} 次，没有写原因",
                     "It can be applied for online, {visits} visits are needed, and why is not said"),
        advice=Said("在 visits 的 reason 写明必须到现场的原因", "State the reason of the visit"), why=_ROAD,
        bad=_ITEM + '    online: {available: "yes"}\n    visits: [{amount: 1}]\n',
        good=_ITEM + '    online: {available: "yes"}\n    visits: [{amount: 1, reason: 核验原件}]\n',
        check=visit_without_reason,
    ),
    Rule(
        id="CHN005", severity=Severity.WARNING, scope="item", since="0.1", reads=("online", "channels"),
        enforces=_PRACTICE,
        title=Said("不能网办，又列了网上渠道", "Not online, and yet an online channel"),
        message=Said("写明不能网办，又列了网上的渠道",
                     "It says that it cannot be handled online and lists an online channel"),
        advice=_BOTH, why=_ROAD,
        bad=_ITEM + '    online: {available: "no"}\n    channels: [{kind: website}]\n',
        good=_ITEM + '    online: {available: "yes"}\n    channels: [{kind: website}]\n',
        check=rules_out(Stated("online.available", ("no",)),
                        Stated("channels[].kind", ("website", "mobile", "app", "wechat", "online"))),
    ),
    Rule(
        id="CHN006", severity=Severity.INFO, scope="item", since="0.1", reads=("cross_region",),
        enforces="通办清单的结构（实例：覆盖地区、通办形式、通办范围）",
        title=Said("写了通办，没有写怎么办、覆盖哪里", "Elsewhere too, not said how and where"),
        message=Said("写了通办范围，没有写通办形式和覆盖地区", "A scope is stated, but neither the mode nor the areas"),
        advice=Said("补上 mode（如 全程网办、异地代收代办）或 areas", "State mode or areas"),
        why=Said("办事人要知道在外地去哪里、怎么办", "People need to know where to go and how"),
        bad=_ITEM + "    cross_region: {scope: province-wide}\n",
        good=_ITEM + "    cross_region: {scope: province-wide, mode: 异地代收代办}\n",
        check=demands(Stated("cross_region.scope"), "cross_region.mode", "cross_region.areas[]", "cross_region.text"),
    ),
)  # fmt: skip
