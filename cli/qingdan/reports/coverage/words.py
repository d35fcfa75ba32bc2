"""The words of coverage and impact in Chinese and English, for every format."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.printing.words import word
from qingdan.reports.coverage.cells import Standing
from qingdan.reports.coverage.counting import Counts, Indicator
from qingdan.reports.coverage.facts import Coverage
from qingdan.words.grammar import Lang, bracketed
from qingdan.words.showing import visible

#: code → (zh, en)
SAID: dict[str, tuple[str, str]] = {
    "title_nation": ("各省覆盖全国事项的情况", "National items covered by each province"),
    "title_places": ("各地覆盖全国事项的情况", "National items covered by each place"),
    "covered": ("覆盖", "covered"),
    "partly": ("部分", "partly"),
    "missing": ("缺少", "missing"),
    "not_applicable": ("不适用", "not applicable"),
    "unknown": ("不明", "unknown"),
    "exact": ("覆盖（同一事项）", "covered (same item)"),
    "wider": ("覆盖（范围更宽）", "covered (wider item)"),
    "part": ("覆盖（合起来）", "covered (parts together)"),
    "met": ("都符合", "all met"),
    "part_met": ("只判断了一部分，判断过的都符合", "decided in part, and met so far"),
    "part_met_of": ("{of} 项要求里只判断了 {n} 项，判断过的都符合", "only {n} of {of} were decided, and met so far"),
    "not_yet": ("还没有实施，从这一天起", "not yet in force, from"),
    "not_met": ("有不符合", "some not met"),
    "sample": ("虚构示例，不计入合计", "sample, in no total"),
    "no_head": ("catalogue.yaml 没有读成，不计入合计", "catalogue.yaml could not be read, in no total"),
    "sample_edition": ("示例基准判断的，不计入合计", "judged by a sample edition, in no total"),
    "nation_cancelled": ("全国已取消", "cancelled by the nation"),
    "nation_suspended": ("全国已暂停", "suspended by the nation"),
    "suspended": ("本地暂停办理", "suspended here"),
    "in_places": ("只见于部分地方", "seen in some places only"),
    "delegated": ("委托下级办理", "delegated"),
    "not_claimed": ("未承接", "not taken on"),
    "not_seen": ("列了名称，还没有人看过原文", "listed by name; nobody has looked at a text"),
    "no_row": ("这个地方没有写到", "the place says nothing of it"),
    "unread": ("有文件没有读成", "a file could not be read"),
    "left_out": ("有条目因格式没有读入", "an entry was left out for its form"),
    "no_item": ("目录的这一条没有对应事项", "no item stands for the row"),
    "some_items": ("对应的事项只覆盖了一部分", "some of its items are covered"),
    "items_unknown": ("对应的事项情况不明", "nothing is known of its items"),
    "all": ("全部", "all"),
    "item": ("全国事项", "national item"),
    "row": ("目录条目", "row"),
    "id": ("编号", "id"),
    "name": ("名称", "name"),
    "column": ("清单", "list"),
    "place": ("地方", "place"),
    "area": ("区划代码", "area"),
    "kind": ("性质", "kind"),
    "counts": ("计入合计", "counted"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "status": ("状态", "status"),
    "because": ("原因", "because"),
    "by": ("由", "by"),
    "stated": ("写明", "stated"),
    "regulated": ("有全国要求", "regulated"),
    "decided": ("已判断", "decided"),
    "unsettled": ("未定", "unsettled"),
    "not_stated": ("没有写", "silent"),
    "allowed_yes": ("符合", "allowed"),
    "allowed_no": ("不符", "not allowed"),
    "allowed_unsettled": ("判断未定", "judgements unsettled"),
    "better": ("更好", "better"),
    "worse": ("更差", "worse"),
    "total": ("合计", "total"),
    "result": ("结论", "result"),
    "numbers": ("要素与判断", "Elements and judgements"),
    "matrix": ("事项", "Items"),
    "lists": ("各份目录：覆盖的条目／条目数", "Official lists: rows covered / rows"),
    "indicators": ("指标", "Indicators"),
    "indicator_covered": ("覆盖的事项（不明的也在分母里）", "items covered (unknown ones count below the line)"),
    "indicator_known": ("情况已知的事项", "items of which something is known"),
    "indicator_stated": ("有全国要求的要素中写明的", "regulated elements that are stated"),
    "indicator_decided": ("有全国要求的要素中已判断的", "regulated elements that are decided"),
    "indicator_allowed": ("作出的判断中符合的（一个要素可以有几条）", "decided judgements that are allowed"),
    "indicator_better": ("作出的判断中更好的", "decided judgements that are better"),
    "indicator_worse": ("作出的判断中更差的", "decided judgements that are worse"),
    "partial_note": (
        "清单只收了一部分事项的，没有收到的一律是“不明”，不是“缺少”。",
        "Of a list that is known in part, what was not collected is unknown, not missing.",
    ),
    "undecided_note": (
        "没有作出任何判断的是“不明”，不算符合。",
        "A list of which nothing was decided is unknown; that is no pass.",
    ),
    "part_note": (
        "“部分”：只见于部分地方、只办其中一部分、暂停办理，或者还没有开始实施。",
        "Partly: in some places only, a part of the item only, suspended, or not yet in force.",
    ),
    "counted": ("计入合计 {n} 份", "{n} lists counted"),
    "unread_files": ("没有读成、没有计入的文件", "not read and not counted"),
    "new": ("新出现", "new"),
    "gone": ("消失", "gone"),
    "kept": ("不变", "kept"),
    "severity": ("级别改变", "other severity"),
    "turned": ("判断改变", "judgement changed"),
    "turned_new": ("新的判断", "new judgement"),
    "turned_gone": ("不再判断", "judged no more"),
    "same": ("判断不变", "judgements kept"),
    "findings": ("发现", "findings"),
    "judgements": ("判断", "judgements"),
    "nothing": ("没有影响", "no effect"),
    "none": ("不变", "unchanged"),
    "mixed": ("有好有差", "mixed"),
    "whether": ("是否允许", "allowed"),
    "absent": ("没有", "none"),
    "edition": ("全国基准", "edition"),
}


def said(code: str, lang: Lang, **values: object) -> str:
    """A word of these reports, or one of all reports; an unknown code stands for itself."""
    pair = SAID.get(code)
    if pair is None:
        return word(code, lang, **values)
    text = pair[0 if lang == "zh" else 1]
    return text.format(**values) if values else text


def result(counts: Counts, lang: Lang) -> str:
    """Whether what was asked is met, with how much of it was judged where that is not all: little is no praise."""
    if counts.word != "part_met":
        return said(counts.word, lang)
    return said("part_met_of", lang, n=counts.pairs.decided, of=counts.pairs.regulated)


def reason(standing: Standing, lang: Lang) -> str:
    """Why an item stands as it does: the code in words, and what the file itself says; empty where nothing is said."""
    if not standing.because:
        return ""
    return said(standing.because, lang) + (bracketed(visible(standing.text), lang) if standing.text else "")


def share(indicator: Indicator, lang: Lang) -> str:
    """A share as its two counts with the percentage that follows; only all of it is 100%, and only none of it 0%."""
    count, of = indicator.count, indicator.of
    if not of:
        return said("unknown", lang)
    percent = f"{100 * count // of}" if count in (0, of) else f"{min(max(100 * count / of, 0.1), 99.9):.1f}"
    return f"{count}/{of}" + bracketed(f"{percent}%", lang)


def counts_of(counts: Counts) -> dict[str, int]:
    """The counts of pairs, verdicts and effects under the codes of their words, in the order of a report."""
    found = asdict(counts.pairs)
    found.update((f"allowed_{name}", counts.verdicts[name]) for name in ("yes", "no", "unsettled"))
    found.update((name, counts.effects[name]) for name in ("better", "worse"))
    return found


def keys(coverage: Coverage) -> list[str]:
    """A short key for each column: the first two digits of a province's code, or its number where codes do not do."""
    short = [column.area[:2] for column in coverage.columns]
    if coverage.scope == "nation" and all(short) and len(set(short)) == len(short):
        return short
    wide = len(str(len(coverage.columns)))
    return [str(number).rjust(wide) for number in range(1, len(coverage.columns) + 1)]
