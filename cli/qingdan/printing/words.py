"""The words of reports in Chinese and English."""

from __future__ import annotations

from qingdan.findings import Severity
from qingdan.words.grammar import Lang, bracketed, colon

SEVERITY: dict[Lang, dict[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
}
#: code → (zh, en); everything a report says that is not a rule's own text.
WORDS: dict[str, tuple[str, str]] = {
    "official": ("官方文本", "official text"),
    "copy": ("官方文本的副本", "copy of the official text"),
    "secondary": ("转述", "second-hand account"),
    "practice": ("实际做法", "practice seen"),
    "recalled": ("凭记忆，未见原文", "recalled, text not seen"),
    "inferred": ("推断", "inferred"),
    "sample": ("虚构示例", "sample"),
    "whole": ("看到全文", "seen whole"),
    "part": ("看到部分", "seen in part"),
    "none": ("未见", "not seen"),
    "better": ("更好", "better"),
    "worse": ("更差", "worse"),
    "mixed": ("有好有差", "mixed"),
    "effect_none": ("不变", "unchanged"),
    "effect_unknown": ("不明", "unknown"),
    "list": ("省级清单", "list"),
    "archive": ("存档", "archive"),
    "collection": ("零散收集的指南", "collected guides"),
    "national": ("全国基准", "national standard"),
    "own": ("自备基准", "own edition"),
    "basis": ("依据", "basis"),
    "next": ("下一步", "next"),
    "effect": ("对群众", "for citizens"),
    "did_you_mean": ("是不是想写", "did you mean"),
    "first_defined": ("第一次出现在这里", "first defined here"),
    "also_here": ("还有这里", "also here"),
    "started_here": ("从这里开始", "started here"),
    "write_so": ("改成", "write"),
    "more": ("另有 {n} 处", "{n} more"),
    "own_day": (
        "按这份文字自己的日期（{day}）有效的规定判断，说的是那时的文字",
        "judged by what was in force on the text's own day ({day}); it speaks of that text only",
    ),
    "undated": (
        "这份文字没有日期，按 {day} 有效的规定判断",
        "the text has no date; judged by what is in force on {day}",
    ),
    "waived": ("已豁免", "waived"),
    "until": ("有效期至", "until"),
    "waivers_from": ("豁免以这个修订为准", "waivers as they stand at"),
    "partial_list": ("清单只收了一部分事项", "the list is known in part only"),
    "names_only": ("清单写明只有事项名称", "the list is one of names only"),
    "guides_only": ("清单写明有了指南，其他要素还没有齐", "the list has guides and says that the rest is to come"),
    "date_unclear": ("日期不够具体，不能确定当时是否有效", "dates too vague to tell whether it was in force"),
    "not_applied": ("没有用来判断，{why}：{ids}", "not applied, {why}: {ids}"),
    "texts": ("，共 {n} 处文字；查得到的，写出完整的年月日", ", for {n} texts; state the full day where it is known"),
    "today": ("北京时间", "Beijing time"),
    "lists": ("，共 {n} 份", ", {n} lists"),
    "more_ids": ("共 {n} 项", "{n} in all"),
    "status_in_force": ("有效", "in force"),
    "status_amended": ("已修订", "amended"),
    "status_replaced": ("已被替代", "replaced"),
    "status_repealed": ("已废止", "repealed"),
    "status_expired": ("已到期", "expired"),
    "status_unknown": ("效力不明", "status unknown"),
    "ended_replaced_on": ("{day} 起被替代", "replaced from {day} on"),
    "ended_replaced": ("已被替代，哪天起没有记录", "replaced, since when is not recorded"),
    "ended_repealed_on": ("{day} 起废止", "repealed from {day} on"),
    "ended_repealed": ("已废止，哪天起没有记录", "repealed, since when is not recorded"),
    "ended_expired_on": ("到 {day} 为止", "in force until {day}"),
    "ended_expired": ("已到期，哪天到期没有记录", "expired, when is not recorded"),
    "ended_by": ("，后继文件 {successor}", "; its successor is {successor}"),
    "open": ("未定", "open"),
    "groundless": (
        "依据已被替代：{n} 项要求未定，没有判断：{ids}（qingdan documents --changed 说明是哪些文件）",
        "replaced: {n} requirements are open and were not judged: {ids} (see qingdan documents --changed)",
    ),
    "over": ("已到期", "over"),
    "open_note": (
        "{documents}；{because}。这一项从那时起未定，不作判断。",
        "{documents}; {because}. From then on this is open and not judged.",
    ),
    "open_because": (
        "后继文件里有没有这一点，没有看到",
        "whether the successor asks for the same was not seen",
    ),
    "open_because_none": (
        "没有见到接着规定这一点的文件",
        "no document that carries it on was seen",
    ),
    "not_selected": ("没有选中", "not selected"),
    "retired": ("已停用", "retired"),
    "successor": ("由 {id} 代替", "{id} took its place"),
    "profile": ("检查方案", "profile"),
    "distributions": ("用了程序包的规则", "with the rules of"),
}
REASONS: dict[str, tuple[str, str]] = {
    "missing": ("缺少", "missing"),
    "asks_more": ("多要了", "asks for more"),
    "tolerated": ("多出的部分该不该有没有定论，不作判断", "whether the rest may be asked is open; it is not judged"),
    "forbidden": ("不得有", "forbidden"),
    "stricter": ("更严", "stricter"),
    "longer": ("更长", "longer"),
    "shorter": ("更短", "shorter"),
    "more": ("更多", "more"),
    "charged": ("收费", "charged"),
    "differs": ("不同", "differs"),
    "not_stated_before": ("原来没有写", "not stated before"),
    "no_link": ("没有事项写明对应", "no item says that it implements it"),
    "called_so": ("有同名的事项，没有写对应", "an item is called so and not linked"),
    "long_list": ("名单太长，没有逐条判断", "the list is too long to be measured member by member"),
    "several_items": ("一方有几个事项对应同一全国事项", "one side has several items for one national item"),
    "scope": ("适用的事项、渠道或时间变了", "it applies to other items, channels or days"),
    "parts": ("事项拆分或者合并了，要和另一部分一起看", "the item was split or joined; look at all its parts"),
    "split_from": ("由另一事项拆分而来", "split from another item"),
    "merged_into": ("并入另一事项", "joined to another item"),
    "place_recoded": ("同一个地方，区划代码改了", "the same place under another code"),
    "place_merged": ("区划调整，由后一个地方接续", "followed by the other place"),
    "place_split": ("区划调整，由前一个地方分出", "split from the other place"),
    "not_claimed": ("当地写明不承接", "the place says that it does not do it"),
    "unread": ("一方有文件没有读成", "a file of one side could not be read"),
    "left_out": ("一方的这一处因格式没有读入", "one side's was left out for its form"),
    "narrower": ("一边写得更笼统", "one side says it more widely"),
    "unmatched": ("有名称没有对应上登记表", "a name is not matched to the registry"),
    "known_in_part": ("名单只知道一部分", "the list is known in part"),
    "not_stated": ("没有写", "not stated"),
    "other_case": ("写的是别的渠道或情形", "another channel or case is stated"),
    "case": ("要求只针对一种情形", "the requirement is for one case only"),
    "wider_item": ("本地事项范围更宽", "the local item is wider"),
    "part_of_item": ("本地事项只是其中一部分", "the local item is a part"),
    "calendar": ("工作日与自然日不能一概比较", "working and calendar days do not always compare"),
    "day_unit": ("“日”没有写明是工作日还是自然日", "'day' may be a working or a calendar day"),
    "start": ("起算点不同", "different start events"),
    "start_unsaid": (
        "没有写从什么时候算起（start），写了才能比较",
        "no start event is written (start); it is needed to compare",
    ),
    "unnamed": ("兜底的说法，没有说明是什么材料", "a catch-all, which names no paper"),
    "inclusions": ("是否含公示等不同", "different inclusions"),
    "steps_only": ("只写了环节时限", "only limits of steps are stated"),
    "no_amount": ("没有写数量", "no amount"),
    "instant": ("与即时办理比较不了", "cannot be compared with immediate"),
    "unit": ("单位不能比较", "units do not compare"),
    "figures": (
        "填的数与原文的数不同，哪个对说不准",
        "the figures differ from the printed ones; which holds is not known",
    ),
    "reworded": ("文字改了，意思变没变要由人看", "other words; whether they mean the same a person must say"),
    "words": (
        "编号旁边的字不是登记表里的说法，没有人核对过",
        "the words are not those of the id, and nobody has checked them",
    ),
    "joint": ("一条里写了两种材料", "two papers in one entry"),
    "alternatives": ("名称里写着“或”，没有逐个列出", "alternatives in one name, not listed one by one"),
    "optional": ("原文写“非必要”，可能是按情形要", "printed as optional, which may mean in some cases"),
    "either": ("几条并列，是都要还是有一样就行，看不出来", "rows side by side: whether all are asked or any one"),
    "names_more": ("旁边的字里还有别的材料，要不要不清楚", "the words beside it name other papers"),
    "words_unread": (
        "旁边还有没有读懂的字，不能只凭填的数判断",
        "words beside it are not read; the figure alone decides nothing",
    ),
    "closed": ("渠道的字写着没有开通、暂停或者只能查询", "by its own words the channel is not open for this"),
    "unasked": (
        "旁边的字写着不用交、共享取得一类的话，说不准要不要",
        "words beside it say that it need not be brought",
    ),
    "formal": ("只写了自然人、法人这样的大类，没有说到这一群体", "the basic category says nothing of this group"),
    "text_only": ("写的不是一段时间，比较不了", "what is stated is no length of time"),
    "parameter": ("参数没有写全", "a parameter is missing"),
    "base": ("基数或口径不同", "different bases"),
    "bound": ("一个是下限，一个是上限", "a floor against a ceiling"),
    "period": ("周期不同", "different periods"),
    "event": ("到期的事件不同", "different end events"),
    "charges": ("都收费，金额要由人比较", "both charge; a person must compare"),
    "basis_replaced": (
        "依据的文件已被替代、废止或者到期，现在还有没有这项要求没有看到",
        "the document it rests on was replaced or ended; whether it is still required was not seen",
    ),
    "basis_unclear": (
        "依据的文件后来被替代，这一天还有没有效不能确定",
        "the document it rests on was replaced later; whether it held on that day is not known",
    ),
    "prose": ("文字不判断", "prose is not judged"),
    "not_a_set": ("不是名单", "not a list"),
}


def word(code: str, lang: Lang, **values: object) -> str:
    """A word of the catalogue, with its values put in; an unknown code stands for itself."""
    pair = WORDS.get(code) or REASONS.get(code)
    text = pair[0 if lang == "zh" else 1] if pair else code
    return text.format(**values) if values else text


def because(reason: str, share: str, lang: Lang) -> str:
    """Why an answer is no or cannot be had; of two limits also how often the second is no longer than the first."""
    if not share:
        return word(reason, lang)
    told = "在 {share} 的起算日不超过" if lang == "zh" else "no longer on {share} of the start days"
    return word(reason, lang) + ("，" if lang == "zh" else "; ") + told.format(share=share)


def day_said(day: str, today: str, lang: Lang) -> str:
    """A day by which something is judged.

    Args:
        day: The day: ``2026-11-22``.
        today: The day that it is in Beijing; where it is the same, it is said whose day it is.
        lang: ``zh`` or ``en``.
    """
    return day + bracketed(word("today", lang), lang) if day == today else day


def judged_by(day: str, today: str, lang: Lang) -> str:
    """The day by which something is judged, as a phrase; ``today`` as in ``day_said``."""
    said = day_said(day, today, lang)
    if lang != "zh":
        return f"as of {said}"
    return f"以 {said}为准" if day == today else f"以 {said} 为准"


def label(code: str, lang: Lang) -> str:
    """A word that introduces something, with its colon."""
    return word(code, lang) + colon(lang)
