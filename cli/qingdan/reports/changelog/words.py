"""The words of the annex: titles, kinds of change, notes, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.model.declarations import elements
from qingdan.model.fields import part_words
from qingdan.printing.values import one_line
from qingdan.reports.changelog.entries import Entry
from qingdan.reports.changelog.facts import Changelog
from qingdan.values.saying import say
from qingdan.words.grammar import Lang, bracketed, joined
from qingdan.words.showing import visible

SAID: dict[str, tuple[str, str]] = {
    # kinds of change
    "new": ("新增", "new"),
    "cancelled": ("取消", "cancelled"),
    "moved_down": ("下放", "moved to a lower level"),
    "moved_up": ("上收", "moved to a higher level"),
    "moved_level": ("调整层级", "moved to another level"),
    "suspended": ("暂停", "suspended"),
    "resumed": ("恢复", "resumed"),
    "renamed": ("更名", "renamed"),
    "taken_up": ("地方新承接", "taken up by a place"),
    "given_up": ("地方不再承接", "no longer claimed by a place"),
    "changed": ("变更", "changed"),
    "requirement": ("全国要求", "national requirement"),
    # effects
    "better": ("更好", "better"),
    "worse": ("更差", "worse"),
    "mixed": ("有好有坏", "mixed"),
    "none": ("没有影响", "no effect"),
    "unjudged": ("不判断", "not judged"),
    "unknown": ("说不清", "cannot be said"),
    # heads
    "annex": ("附件", "Annex"),
    "title": ("调整情况表", ": table of changes"),
    "draft": ("草稿", "draft"),
    "number": ("序号", "No."),
    "item": ("事项", "Item"),
    "kind": ("调整类型", "Kind of change"),
    "before": ("调整前", "Before"),
    "after": ("调整后", "After"),
    "reason": ("调整理由", "Reason"),
    "basis": ("依据", "Basis"),
    "effective_on": ("实施日期", "In force from"),
    "effect": ("对群众的影响", "For citizens"),
    "whom": ("服务对象", "For whom"),
    "items": ("事项数", "Items"),
    "rows": ("处数", "Changes"),
    "total": ("合计", "Total"),
    "count": ("{items} 项 {rows} 处", "{rows} changes of {items} items"),
    "version": ("版本", "Version"),
    "list_name": ("清单", "List"),
    "label": ("取自", "Taken from"),
    "as_of": ("内容截至", "As of"),
    "edition": ("对照的全国基准", "National edition"),
    "counts": ("调整了多少", "How much changed"),
    "by_audience": ("对谁更好、对谁更差", "Who is better or worse off"),
    "table": ("调整情况", "What changed"),
    "notes": ("说明", "Notes"),
    "nothing": ("两个版本没有不同。", "The two versions do not differ."),
    # cells
    "blank": ("【未填写】", "[to be filled in]"),
    "dash": ("—", "—"),
    "not_stated": ("没有写", "not stated"),
    "audience_unknown": ("没有写服务对象", "audience not stated"),
    "in_use": ("在用", "in use"),
    "listed": ("列在清单里", "in the list"),
    "unlisted": ("不再列在清单里（没有写明取消）", "no longer in the list (not declared as cancelled)"),
    "is_cancelled": ("取消", "cancelled"),
    "follows": ("由“{name}”接替", "followed by '{name}'"),
    "split_from": ("原属“{name}”", "part of '{name}'"),
    "merged_into": ("并入“{name}”", "joined to '{name}'"),
    "is_suspended": ("暂停办理", "suspended"),
    "is_resumed": ("恢复办理", "resumed"),
    "claimed": ("承接", "claimed"),
    "not_claimed": ("不承接", "not claimed"),
    "frame_changed": ("数值没有变，适用范围、日期等变了", "the value stays; its scope or dates changed"),
    "also": ("同样适用于：{places}", "holds as well for: {places}"),
    "also_many": ("同样适用于：{places}等 {n} 处", "holds as well for: {places} and others, {n} in all"),
    # why it cannot be said
    "why_whole": ("整项调整，好坏要由人判断", "a change of the item as a whole is for a person to judge"),
    "why_part": ("好坏要由人判断", "for a person to judge"),
    "why_renamed": ("只是名称或编号变了，内容的变化另行列出", "name or id only; other changes have rows of their own"),
    "why_moved": ("办理的层级变了，是不是方便要由人判断", "a person must judge which level is nearer"),
    "why_unstated": ("新版没有写，不等于取消", "the newer version does not say; that is no refusal"),
    "why_unstated_before": ("原来没有写", "not stated before"),
    "why_requirement": ("要求变了，对群众的影响要由人判断", "a person must judge what the requirement means"),
    "why_unjudged": ("文字和细节由人看", "words and details are for a person to read"),
    "why_other": ("两种写法不能直接比较", "the two cannot be compared directly"),
    # notes
    "note_draft": (
        "本表由两个版本的清单文件自动比较生成（{day}），是供办文单位核改的草稿，不是正式公示文本。",
        "Made on {day} by comparing two versions of the files: a draft for the office to check, not the notice itself.",
    ),
    "note_blank": (
        "【未填写】是文件里没有写的，由办文单位填写；写进事项的 changes 就会自动填入。程序不代拟理由和依据。",
        "[to be filled in] marks what the files do not state. Written under changes of the item it is filled in by "
        "itself; nothing is invented.",
    ),
    "note_blank_edition": ("【未填写】是文件里没有写的。", "[to be filled in] marks what the files do not state."),
    "note_effect": (
        "“对群众的影响”只按写明的要求、时限、费用等判断；“说不清”不等于没有影响。",
        "The effect is judged by stated requirements, limits and charges only; 'cannot be said' does not mean none.",
    ),
    "note_basis": (
        "新增事项没有另写依据的，填的是事项的设定依据。",
        "For new items without a basis of the change the legal basis of the item is shown.",
    ),
    "note_silent": (
        "有 {n} 处是新版不再写：只说明文字里没有了，是否取消由办文单位确认。",
        "{n} changes are of what the newer version no longer states: whether it was dropped is for the office to say.",
    ),
    "note_removed": (
        "有 {n} 个事项从清单里删去而没有写明取消。取消的事项应当留在清单里，写 state: cancelled、取消日期和后继事项。",
        "{n} items left the list without being declared cancelled. They should stay, with state: cancelled, the day "
        "and the successor.",
    ),
    "note_unknown": (
        "有 {n} 处说不清对群众是好是坏，原因写在各行。",
        "Of {n} changes it cannot be said whether citizens gain; the rows say why.",
    ),
    "note_rename": (
        "可能是更名而没有写明：{before} → {after}（{name}）。确是同一事项的，在新事项写 moved: [{before}] 再生成。",
        "Probably renamed, not declared: {before} → {after} ({name}). If so, write moved: [{before}] on the new item "
        "and make the table again.",
    ),
    "note_same_day": (
        "两个版本写的“内容截至”是同一天（{day}）：请核对 catalogue.yaml 的 as_of 是否忘了改。",
        "Both versions say that they speak of {day}: check whether as_of in catalogue.yaml was forgotten.",
    ),
    "note_unread": (
        "这些文件没有读成，里面的内容没有比较：{files}",
        "Not read and not compared: {files}",
    ),
    "note_left_out": (
        "这些条目或要素的格式有误，没有读入，也没有比较：{names}",
        "Left out for their form and not compared: {names}",
    ),
    "note_head": (
        "清单自己写的“{title}”改了：{before} → {after}。",
        "What the list says of itself changed: {title}, {before} → {after}.",
    ),
    "note_place": (
        "地方的名称或区划代码改了：{before} → {after}{why}；那里的事项照样对应，没有算作取消和新增。",
        "A place has another name or code: {before} → {after}{why}; its items are matched all the same, none of them "
        "came or went by it.",
    ),
    "place_now": ("“{before}”现在是“{after}”。", "'{before}' is now '{after}'."),
    "note_unsure": (
        "这些只是有一个版本没有读全，没有列入表内，不能说是新增或者取消：{names}",
        "One version could not be read in whole; these are left out of the table, for nobody can say that they came or "
        "went: {names}",
    ),
    "note_collection": (
        "这份材料是收集整理的办事指南或存档，不是本省的统一清单：两个版本不同，可能只是录入的文字变了，不能当作办事规定变了。",
        "These are collected guides or an archive, not the list of the province: a difference may be one of recording, "
        "not of what the office asks.",
    ),
    "note_sample": ("这是虚构的示例，不能据此办事。", "This is a fictional example; nothing can be applied for by it."),
    "note_edition": (
        "全国基准据公开文件整理，非官方发布；它的变化不是国家规定的变化。",
        "The edition is compiled from public documents and is no official list; a change of it is not a change of law.",
    ),
}  # fmt: skip
#: So many places are named; the rest is counted.
SHOWN_PLACES = 6


def said(code: str, lang: Lang, **values: object) -> str:
    """A text of the annex with its values put in."""
    text = SAID[code][0 if lang == "zh" else 1]
    return text.format(**values) if values else text


def shown(text: str) -> str:
    """A text from a file, on one line and harmless to a terminal."""
    return visible(str(one_line(text)))


def told(value: Any, lang: Lang, names: Mapping[str, str]) -> str:
    """A value from a file, on one line."""
    return say(one_line(value), lang, names)


def element_title(entry: Entry, log: Changelog, lang: Lang) -> str:
    """The element that changed, with the channel and the case."""
    title = element_name(entry.part, lang)
    key = joined([shown(log.names.get(part, part)) for part in entry.difference.key if part], lang)
    return title + (bracketed(key, lang) if key else "")


def element_name(element: str, lang: Lang) -> str:
    """The name of an element, or of what a record says of itself beside its elements."""
    words = elements().get(element) or part_words(element)
    return words.title if words and lang == "zh" else element.replace("_", " ")


def places(entry: Entry, lang: Lang) -> str:
    """Where else the same change holds; ``""`` where nowhere."""
    if not entry.also:
        return ""
    named = joined([shown(place) for place in entry.also[:SHOWN_PLACES]], lang)
    code = "also" if len(entry.also) <= SHOWN_PLACES else "also_many"
    return said(code, lang, places=named, n=len(entry.also))
