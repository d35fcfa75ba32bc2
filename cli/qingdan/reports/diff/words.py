"""What a diff says, in words and in the order of reading: the same pieces for text, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qingdan.findings import Location
from qingdan.model.declarations import elements, titled
from qingdan.printing.messages import basis_line
from qingdan.printing.values import pair
from qingdan.printing.words import because
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.reports.region.facts import Region
from qingdan.values.saying import called, say
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

#: code → (zh, en)
CHANGES: dict[str, tuple[str, str]] = {
    "same": ("相同", "same"), "added": ("新增", "added"), "removed": ("去掉", "removed"),
    "changed": ("变更", "changed"),
    "renamed": ("更名", "renamed"), "moved_level": ("调整层级", "moved level"), "suspended": ("暂停", "suspended"),
    "resumed": ("恢复", "resumed"), "cancelled": ("取消", "cancelled"), "not_stated": ("没有写", "not stated"),
    "unknown": ("比较不了", "cannot be compared"),
}  # fmt: skip
ALLOWED: dict[str, tuple[str, str]] = {
    "no": ("不符合全国要求", "not allowed"), "unsettled": ("未定", "unsettled"), "yes": ("符合", "allowed"),
    "unregulated": ("没有全国要求", "unregulated"),
}  # fmt: skip
#: Inside a province it is the province that asks.
_INSIDE: dict[str, tuple[str, str]] = {
    **ALLOWED, "no": ("与省里的规定不符", "not allowed by the province"), "unregulated": ("各地自定", "left to places"),
}  # fmt: skip
EFFECTS: dict[str, tuple[str, str]] = {
    "worse": ("更差", "worse"), "mixed": ("有好有差", "mixed"), "better": ("更好", "better"),
    "unknown": ("影响不明", "effect unknown"), "none": ("对群众没有影响", "no effect"),
}  # fmt: skip
SAID: dict[str, tuple[str, str]] = {
    "judged_by": (
        "“{0}”写明对照全国基准 {1}，这里按 {2} 判断",
        "'{0}' is written against edition {1}; here it is judged by {2}",
    ),
    "other_editions": (
        "两边写明的全国基准不同：{0} 和 {1}；名称按 {2} 对应",
        "the two are written against different editions, {0} and {1}; names are matched by {2}",
    ),
    "printed": (
        "“{0}”是收集来的或者存档的文字：各按自己的日期判断，说的是那时的办法；没有日期的按 {1} 判断，只作提醒",
        "'{0}' is made of published texts: each is judged by its own day and speaks of that day; one without a day is "
        "judged by {1}, as a warning only",
    ),
    "sample": ("“{0}”是虚构的示例，不是真实的省", "'{0}' is fiction, no real province"),
    "nothing_met": (
        "两边没有都写到的全省事项，所以什么也没有比；各地（县、市）的写法不在两省之间比",
        "the two have no item in common for the whole province: nothing was compared; places are not compared across",
    ),
    "every_place": ("各地", "every place"),
    "whole_list": ("全省", "the province"),
    "no_link": ("全国有、清单没有写到的事项", "national items that the list does not have"),
    "called_so": (
        "清单有同名的事项、没有写对应的全国事项",
        "national items after which an item is called that is not linked to them",
    ),
    "partial_list": (
        "全国有、这份清单没有收的事项（清单只收了一部分，没有收不等于没有）",
        "national items not collected in this list (it is known in part; that is no absence)",
    ),
    "unsure": (
        "有内容没有读成，说不准清单有没有的全国事项",
        "national items of which nobody can say, for a part of the list was not read",
    ),
    "extra": ("没有写明对应全国事项的本地事项", "local items that name no national item"),
    "own": ("各地自有的事项", "items of the places' own"),
    "added": ("新增的事项", "items added"),
    "removed": ("去掉的事项", "items removed"),
    "not_claimed": ("当地写明不承接的事项", "items that the place says it does not do"),
    "not_stated": ("一边没有的事项", "items that one side does not have"),
    "renaming": (
        "可能是更名：{0} → {1}（{2}）；确是同一事项，在新事项写 moved: [{0}]",
        "probably renamed: {0} → {1} ({2}); if so, write moved: [{0}] on the new one",
    ),
    "unread": ("没有读成、没有比较的文件", "not read and not compared"),
    "left_out": ("因格式没有读入、没有比较的内容", "left out for its form and not compared"),
    "mend": ("先用 qingdan validate 查出来改好，再比较", "mend them with qingdan validate, then compare again"),
    "count": ("共 {0} 处不同，{1} 处相同", "{0} differences, {1} the same"),
    "silent": ("{0} 处一边没有写", "{0} not stated by one side"),
    "hidden": ("没有写的没有逐条列出（--all 列出）", "what is not stated is not listed (--all)"),
    "more_entries": ("另有 {0} 项，--all 全部列出", "{0} more, --all shows them"),
    "more_rows": ("另有 {0} 处不同，--all 全部列出", "{0} more differences, --all shows them"),
    "result": ("结论", "answer"),
    "element": ("要素", "element"),
    "before": ("前", "before"),
    "after": ("后", "after"),
    "of_nation": ("全国", "nation"),
    "of_list": ("清单", "list"),
    "of_province": ("省里", "province"),
    "of_place": ("当地", "place"),
    "why": ("说明", "why"),
    "requirement": ("要求", "requirement"),
    "where": ("位置", "where"),
    "bases": ("依据", "basis"),
    "overview": ("总数", "counts"),
    "number": ("处数", "count"),
}
#: What the two sides are called, where they are not an older and a newer one.
_SIDES = {"nation_province": ("of_nation", "of_list"), "province_places": ("of_province", "of_place")}
#: Codes of values that no registry names.
_CODES: dict[str, tuple[str, str]] = {
    "instant": ("即办件", "instant"), "promised": ("承诺件", "promised"), "in_use": ("在用", "in use"),
    "suspended": ("暂停", "suspended"), "cancelled": ("取消", "cancelled"),
    "claimed": ("承接", "claimed"), "not_claimed": ("未承接", "not claimed"), "delegated": ("委托", "delegated"),
    "own": ("自有", "own"), "part": ("（部分）", "(part)"), "wider": ("（更宽）", "(wider)"),
    "on_application": ("依申请", "on application"), "without_application": ("免申即享", "without application"),
    "national": ("国家", "national"), "province": ("省级", "province"), "prefecture": ("市级", "prefecture"),
    "county": ("县级", "county"), "list": ("省级清单", "list"), "archive": ("存档", "archive"),
    "collection": ("零散收集", "collection"), "sample": ("虚构示例", "sample"), "whole": ("全", "whole"),
    "partial": ("只收了一部分", "partial"), "names": ("只有名称", "names only"), "guides": ("有指南", "with guides"),
}  # fmt: skip
#: What a record or the head of a list says of itself besides its elements.
_FIELDS: dict[str, tuple[str, str]] = {
    "implements": ("对应的全国事项", "national items"), "item": ("省级事项", "provincial item"),
    "status": ("承接状态", "status"), "origin": ("由哪一级增设", "origin"), "parent": ("主项", "parent"),
    "applies": ("启动方式", "how it starts"), "edition": ("对照的全国基准", "edition"), "kind": ("性质", "kind"),
    "completeness": ("完整程度", "completeness"),
}  # fmt: skip
#: Reasons that speak of certain members of a list.
_OF_MEMBERS = ("missing", "asks_more", "forbidden", "stricter", "unmatched", "not_claimed")


def said(code: str, lang: Lang, *values: object) -> str:
    """A phrase of these reports with its values put in."""
    return SAID[code][0 if lang == "zh" else 1].format(*values)


@dataclass
class Group:
    """The differences of one item in one place; worst first."""

    name: str
    path: str
    national: str
    rows: list[Difference] = field(default_factory=list)


def groups(diff: Diff, silent: bool) -> dict[str, list[Group]]:
    """Name of the place → its items with what differs in them; the worst first everywhere.

    Args:
        diff: What differs.
        silent: With what a side does not state, too.
    """
    found: dict[str, dict[str, Group]] = {}
    for each in diff.differences:
        if _alone(each) or (diff.silent(each) and not silent):
            continue
        inside = found.setdefault(diff.places.get(each.locality, each.locality), {})
        path = each.item or each.path
        inside.setdefault(path, Group(each.name, path, each.national)).rows.append(each)
    return {place: list(items.values()) for place, items in found.items()}


def _alone(each: Difference) -> bool:
    """Whether an item stands on one side only: such items are listed by name."""
    return each.what == "item" and each.change in ("added", "removed", "not_stated")


def alone(diff: Diff, silent: bool) -> dict[str, list[str]]:
    """Code of a heading → the items that only one side has, each with its id and place.

    Args:
        diff: What differs.
        silent: With the items that a list known in part does not have, too.
    """
    found: dict[str, list[str]] = {}
    for each in diff.differences:
        if not _alone(each) or (_not_collected(each, diff) and not silent):
            continue
        because = "，".join(each.members) if each.reason == "not_claimed" else ""
        inside = "：".join(part for part in (diff.places.get(each.locality, ""), because) if part)
        id = each.item.rpartition("[")[2].rstrip("]")
        found.setdefault(_heading(each, diff), []).append(
            visible(f"{id} {each.name}" + (f"（{inside}）" if inside else ""))
        )
    return found


def _not_collected(each: Difference, diff: Diff) -> bool:
    """Whether a list known in part only is silent of an item; what came into a list or left it is told all the same."""
    return each.reason == "partial_list" and (diff.kind == "nation_province" or each.change == "not_stated")


def _heading(each: Difference, diff: Diff) -> str:
    if each.reason in ("no_link", "called_so", "not_claimed") or (
        each.reason == "partial_list" and diff.kind == "nation_province"
    ):
        return each.reason
    if each.reason in ("unread", "left_out"):
        return "unsure"
    if each.change == "added" and diff.kind in ("nation_province", "province_places"):
        return "extra" if diff.kind == "nation_province" else "own"
    return each.change


def title(diff: Diff, lang: Lang) -> str:
    """What is compared with what."""
    after = visible(diff.after)
    if diff.kind == "province_places" and diff.before == diff.after:
        after = said("every_place", lang)
    return f"{visible(diff.before)} → {after}"


def heads(diff: Diff, lang: Lang) -> list[str]:
    """Heads of the columns of a table of differences."""
    sides = _SIDES.get(diff.kind, ("before", "after"))
    return [said(code, lang) for code in ("result", "element", *sides, "why", "requirement", "where")]


def notes(diff: Diff, lang: Lang) -> list[str]:
    """What a reader must know before the rest."""
    return [visible(said(note.code, lang, *note.values)) for note in diff.notes]


def answers(each: Difference, diff: Diff, lang: Lang) -> str:
    """The answers that say something: whether it is allowed or what changed, and what it means for citizens."""
    pick = 0 if lang == "zh" else 1
    judged = each.allowed != "unregulated"
    words = [(_INSIDE if diff.kind == "province_places" else ALLOWED)[each.allowed] if judged else CHANGES[each.change]]
    doubtful = each.effect == "unknown" and each.change == "changed" and not judged
    if each.effect in ("better", "worse", "mixed") or doubtful:
        words.append(EFFECTS[each.effect])
    return ("，" if lang == "zh" else ", ").join(pair[pick] for pair in words)


def what(each: Difference, diff: Diff, lang: Lang) -> str:
    """The element with its channel and case, or the field of the record; for an item as a whole nothing."""
    if each.element not in elements():
        field = _FIELDS.get(each.path.rpartition(".")[2]) if each.what in ("item", "list") else None
        return field[0 if lang == "zh" else 1] if field else visible(each.element)
    inner = joined([visible(diff.names.get(part, part)) for part in each.key if part], lang)
    return titled(each.element, lang) + (bracketed(inner, lang) if inner else "")


def values(each: Difference, diff: Diff, lang: Lang) -> tuple[str, str]:
    """What each side says; empty where a side has nothing, and where the reason says it all."""
    if each.relation == "excludes":
        return "", ""
    sides = zip((each.before, each.after), told(each, diff.names, lang), strict=True)
    shown = ["" if value in ("", None) and each.change != "not_stated" else text for value, text in sides]
    return shown[0], shown[1]


def told(each: Difference, names: Mapping[str, str], lang: Lang) -> tuple[str, str]:
    """Both sides in words, which differ where the sides do."""
    if not each.element or each.requirement:
        return _value(each.before, each.element, names, lang), _value(each.after, each.element, names, lang)
    return pair(each.element, each.before, each.after, lang, names)


def _value(value: Any, element: str, names: Mapping[str, str], lang: Lang) -> str:
    if element:
        return say(value, lang, names, element)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return joined([_coded(each, lang) for each in value], lang)
    if isinstance(value, str):
        return _coded(value, lang) if value not in names else visible(names[value])
    return say(value, lang, names)


def _coded(text: str, lang: Lang) -> str:
    """A text with the codes of fields in words: ``JY-0701 part``."""
    return " ".join(
        _CODES[word][0 if lang == "zh" else 1] if word in _CODES else visible(word) for word in text.split(" ")
    )


def why(each: Difference, diff: Diff, lang: Lang) -> str:
    """The reason, with the members of the list that it is about."""
    if not each.reason:
        return ""
    told = visible(because(each.reason, each.share, lang))
    shown = each.members if each.reason in _OF_MEMBERS or each.relation == "excludes" else ()
    members = joined([called(name, diff.names, lang, each.element) for name in shown if name], lang)
    return told + (("：" if lang == "zh" else ": ") + members if members else "")


def bases(rows: Sequence[Difference], lang: Lang) -> dict[str, list[str]]:
    """The bases in words → the requirements that rest on them; each is named once."""
    found: dict[str, list[str]] = {}
    for each in rows:
        for basis in each.basis:
            ids = found.setdefault(basis_line(basis, lang), [])
            if each.requirement not in ids:
                ids.append(each.requirement)
    return found


def where(place: Location | None) -> str:
    """A place in a file; empty where there is none."""
    return f"{visible(place.file)}:{place.line}:{place.column}" if place else ""


def counts(diff: Diff, lang: Lang) -> list[tuple[str, str, int]]:
    """Code of an answer, its words, and how often it was given, of what differs; silence is no answer."""
    pick = 0 if lang == "zh" else 1
    told = [each for each in diff.differences if not diff.silent(each)]
    judged = diff.kind in ("nation_province", "province_places")
    tables = [(_INSIDE if diff.kind == "province_places" else ALLOWED, "allowed")] if judged else []
    numbers = [
        (code, pair[pick], sum(1 for each in told if getattr(each, question) == code))
        for words, question in (*tables, (EFFECTS, "effect"))
        for code, pair in words.items()
    ]
    return [row for row in numbers if row[2]]


def totals(diff: Diff, lang: Lang) -> str:
    """How much differs, is the same, and is not stated by one side."""
    silent = sum(1 for each in diff.differences if diff.silent(each))
    parts = [said("count", lang, len(diff.differences) - silent, diff.same)]
    parts += [said("silent", lang, silent)] if silent else []
    return ("，" if lang == "zh" else ", ").join(parts) + ("。" if lang == "zh" else ".")


def renamings(diff: Diff, lang: Lang) -> list[str]:
    """Likely renames that nobody declared."""
    return [visible(said("renaming", lang, each.before, each.after, each.name)) for each in diff.suggestions]


def missed(diff: Diff | Region, lang: Lang) -> list[str]:
    """What was not compared because it could not be read, with what to do next."""
    lines = [
        said(code, lang) + ("：" if lang == "zh" else ": ") + visible(joined(named, lang))
        for code, named in (("unread", diff.unread), ("left_out", diff.left_out))
        if named
    ]
    return [*lines, said("mend", lang)] if lines else []
