"""How far the items of a list are written: first what a person asks first, then all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.placed import Placed
from qingdan.rules.paths import first
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at, on_head
from qingdan.rules.words import ELEMENTS
from qingdan.rules.written import dropped

#: Element → paths of which one is enough. What a person asks first: where to go, what to bring, how long, what it
#: costs.
FIRST = {
    "channels": ("channels", "online", "accepted_at", "contact", "centre"),
    "materials": ("materials",),
    "promised_limit": ("promised_limit", "statutory_limit"),
    "fee": ("fee",),
}
#: The same of what comes after it. An exchange table in use has these columns NOT NULL for public services.
THEN = {
    "type": ("type",),
    "codes": ("codes",),
    "legal_basis": ("legal_basis",),
    "provider": ("provider",),
    "levels": ("levels",),
    "audience": ("audience",),
    "conditions": ("conditions",),
    "result": ("result",),
    "steps": ("steps", "guide.steps_online", "guide.steps_counter"),
    "case_type": ("case_type",),
    "visits": ("visits",),
}
#: What only the place itself can say: whom to call, and where to complain.
FIRST_AT_PLACE = {"contact": ("contact", "channels[].phone", "channels[].address")}
THEN_AT_PLACE = {"complaint": ("complaint",)}
#: What nobody waits for: handled at once, or without anybody who applies.
_NO_WAIT = {"case_type": "instant", "applies": "without_application"}
#: Names of the open catalogue (就业领域基层政务公开标准目录) → the element that holds them.
OPEN_CATALOGUE = {
    "对象范围": "audience",
    "服务对象": "audience",
    "申请条件": "conditions",
    "申领条件": "conditions",
    "申请材料": "materials",
    "提交材料": "materials",
    "办理流程": "steps",
    "办理时限": "promised_limit",
    "办理结果告知方式": "result",
    "文件依据": "legal_basis",
    "补贴标准": "amount",
}
_ANY_OF = {**FIRST, **FIRST_AT_PLACE, **THEN, **THEN_AT_PLACE, "amount": ("amount", "ratio", "benefit_text")}


def missing_first(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """One finding an item, with all that a person asks first and that it does not say.

    What is missing is shown and is no part of what identifies the finding, so that who fills in a part of it has
    nothing new. It does not apply to archives and collections, which are what they are; to items known in part; to
    handling items, which hold only what differs; to what a locality takes over from its province, of which all was said
    there. What was left out for its form is not missing.
    """
    if not context.printed and (missing := _missing(subject, context)[0]):
        yield at(subject, "id", args={}, extra={"name": subject.record.get("name", subject.id), "elements": missing})


def missing_rest(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """One remark a list on all else that its items do not say, the most frequent first."""
    if context.printed:
        return
    counts, items = Counter[str](), 0
    for subject in catalogue.effective():
        missing = _missing(subject, context)[1]
        counts.update(missing)
        items += bool(missing)
    if items:
        elements = [name for name, _ in counts.most_common()]
        yield on_head(catalogue, path="items", extra={"count": items, "elements": elements})


def names_only(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """One remark on a list of names, how many of its items have no guide yet."""
    if context.printed or catalogue.head["completeness"] != "names":
        return
    without = [item.record["id"] for item in catalogue.items if any(_missing_of(item, FIRST))]
    if without:
        extra = {"count": len(without), "total": len(catalogue.items)}
        yield on_head(catalogue, "completeness", path="completeness", extra=extra)


def _missing_of(item: Placed, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    return (name for name, paths in wanted.items() if all(first(item.record, path) is None for path in paths))


def nobody_looked(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """One remark a list on the items of which no text was seen: drafts that are to be looked over."""
    unseen = [subject.id for subject in catalogue.effective() if _unseen(subject, catalogue)]
    if unseen:
        yield on_head(catalogue, "source", path="items", extra={"count": len(unseen), "items": unseen[:10]})


def _unseen(subject: Effective, catalogue: Catalogue | None) -> bool:
    source = subject.record.get("source") or (catalogue.head["source"] if catalogue else None)
    return source is not None and source["seen"] == "none"


def _missing(subject: Effective, context: RuleContext) -> tuple[list[str], list[str]]:
    """What an item does not say of what a person asks first, and of the rest."""
    if "all" in subject.record.get("known_in_part", []) or len(subject.layers) > 1:
        return [], []
    if _unseen(subject, context.catalogue):
        return [], []  # of a draft nobody knows yet what the text does not say
    if subject.layers[0].record.get("status", "own") != "own" or subject.record.get("state") == "cancelled":
        return [], []
    at_place = subject.level != "province"
    asked = [*FIRST, *(FIRST_AT_PLACE if at_place else ())]
    if any(subject.record.get(name) == value for name, value in _NO_WAIT.items()):
        asked.remove("promised_limit")
    rest = [*THEN, *_open_catalogue(subject, context), *(THEN_AT_PLACE if at_place else ())]
    groups = ([name for name in dict.fromkeys(group) if not _stated(subject, name)] for group in (asked, rest))
    missing, then = groups
    return missing, [name for name in then if name not in (*FIRST, *FIRST_AT_PLACE)]


def _stated(subject: Effective, name: str) -> bool:
    return any(_there(subject, path) for path in _ANY_OF[name])


def _there(subject: Effective, path: str) -> bool:
    return first(subject.record, path) is not None or dropped(subject, path)


def _open_catalogue(subject: Effective, context: RuleContext) -> Iterator[str]:
    for link in subject.record.get("implements", []):
        item = context.edition.items.get(link["item"])
        for name in item.get("guide_elements", []) if item else ():
            if name in OPEN_CATALOGUE:
                yield OPEN_CATALOGUE[name]


ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
PRACTICE = "政务服务事项管理系统的数据表和校验规则（实例）"
FULL = """    type: public-service
    codes: {local_basic: A-01}
    legal_basis: [{document: employment-promotion-law, article: 第三十五条}]
    provider: {name: 示例市就业服务局}
    levels: [{id: county}]
    audience: [{id: natural-person}]
    conditions: [{any_of: [{id: without-work}]}]
    materials: [{id: id-document, name: 有效身份证件}]
    result: {name: 登记信息}
    channels: [{kind: counter}]
    steps: [{name: 受理}, {name: 办结}]
    visits: [{amount: 1}]
    promised_limit: [{amount: 3, unit: working_day}]
"""
FREE = '    fee: {charged: "no"}\n'
_NAMES = """--- file: catalogue.yaml
schema: catalogue/1
province: "330000"
name: 清单
edition: "2025"
kind: list
completeness: names
source: {title: 示例, evidence: sample, seen: whole}
--- file: items/a.yaml
schema: items/1
items:
"""

RULES = (
    Rule(
        id="ELM010", severity=Severity.INFO, scope="catalogue", since="0.1", from_grade="whole", enforces=PRACTICE,
        title=Said("其他要素不齐", "Other elements are missing"),
        message=Said("{count} 个事项还有要素没有写，从多到少是：{elements}",
                     "{count} items lack other elements; the most frequent first: {elements}"),
        advice=Said("办事人先要知道的补齐以后再补这些；还没有补到这一步的清单，把 completeness 写成 guides",
                    "Add them after what people ask first; a list that is not so far yet says completeness: guides"),
        why=Said("没有写的要素没法与全国要求比较，也没法导出到别的系统",
                 "What is not stated cannot be compared, nor exported to other systems"),
        words={"elements": ELEMENTS},
        bad=ITEM + FULL + FREE, good=ITEM + FULL + FREE + "    case_type: promised\n", check=missing_rest,
    ),
    Rule(
        id="ELM011", severity=Severity.INFO, scope="catalogue", since="0.1",
        title=Said("清单只有名称", "A list of names"),
        message=Said("清单写明只有名称；{total} 个事项里有 {count} 个还没有写办理的要点",
                     "The list says that it holds names only; {count} of {total} items do not say how to apply"),
        advice=Said("先补到哪里办、带什么、多久、收不收费；补齐以后把 completeness 改为 guides",
                    "Add where to go, what to bring, how long and what it costs; then write completeness: guides"),
        why=Said("只有名称，办事人还不知道怎么办", "By its name alone nobody knows how to apply"),
        bad=_NAMES + "  - {id: SL-01, name: 失业登记}\n",
        good=_NAMES + "  - {id: SL-01, name: 失业登记, channels: [{kind: counter}], materials: [], "
                      'fee: {charged: "no"}, promised_limit: [{unit: immediate}]}\n', check=names_only,
    ),
    Rule(
        id="ELM012", severity=Severity.INFO, scope="catalogue", since="0.1",
        title=Said("还没有人看过原文", "Nobody has looked at a text"),
        message=Said("{count} 个事项写明没有看过原文（seen: none），是待核对的草稿，如 {items}",
                     "Of {count} items no text was seen (seen: none); they are drafts, such as {items}"),
        advice=Said("逐个核对：不办的删去，办的照原文补，在 source 写明出处和看到多少",
                    "Look over each: remove what is not offered, fill in the rest, and say in source what was seen"),
        why=Said("没有看过的不能当作有，统计里算“不明”",
                 "What was not looked at proves nothing, and counts as unknown"),
        bad=ITEM + "    source: {title: 草稿, evidence: inferred, seen: none}\n",
        good=ITEM + "    source: {title: 通知, evidence: official, seen: whole}\n", check=nobody_looked,
    ),
)  # fmt: skip
