"""Whether a service is free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.model.figures import Figure, figures
from qingdan.model.parts import Fee
from qingdan.values.answer import YES, Answer, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Speaker
from qingdan.values.linking import Linked, Linker, Node, text
from qingdan.values.printed import OTHER, STATED, any_differs, heard, shown, surely, tokened
from qingdan.words.grammar import bracketed, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_FREE = re.compile(
    "免费|免收|零收费|(?:禁止|严禁|未|没有|从不)收|无偿|全免|不(?:涉及|得|再|另)?(?:行)?收|无(?:需|须)?(?:收|缴|交)?费|不用(?:交|付|缴)|取消收|停止收|(?:^|[:：])(?:无|否|不收费|免)$|^0元?$"
)
_CHARGES = re.compile("收费|缴费|交费|付费|收取")
_CLAUSES = re.compile(r"[,;。.()、]")
#: Clauses that say that all of it is free.
_ALL_FREE = re.compile(
    f"(?:本事项|全程|一律|均|完全|按规定)?(?:免费|免收费?|不收费|不涉及收费|不收取?任何费用|不收取费用|无需(?:缴|收|交)?费用?|无收费|不用交钱|免收费用|不收费用|零收费|无偿|全免|否|无|免|0|{STATED})"
    "(?:办理|服务|发布|发放|提供|申请|领取)?|(?:是否收费|收费标准|收费情况|收费)[:为是]?(?:否|无|不收费|免费)"
    f"|(?:免收?|无需缴纳|不用交|不(?:再|另)?(?:行)?收取?|无|取消|停收)(?:取)?(?:工本费|任何费用|(?:人事)?(?:档案)?(?:保管|管理|转递|查阅|存档)费)(?:{OTHER})?|工本费由财政(?:承担|负担|支付)"
)
#: And those beside them that change nothing: what else is free, what was charged, the post.
_BESIDE = re.compile(
    f"(?:免收?|无需缴纳|不用交|不(?:再|另)?(?:行)?收取?|无|取消|停收)(?:取)?(?:押金|手续费|服务费)(?:{OTHER})?|收费依据[:]无"
    f"|原来?(?:收取?)?(?:工本费)?(?:{OTHER})?(?:工本费)?"
    "|(?:快递|邮寄|寄递|物流|邮政|EMS|ems)(?:费用?)?(?:自理|到付|除外|(?:由)?(?:申请人|本人|收件人|个人|单位)(?:自理|自付|承担|支付|负担))"
)
#: Clauses that say for certain that there is a charge.
_CHARGED = re.compile(
    "(?:需要?|要|须|应)?(?:收费|缴费|付费|交费|收取费用)|按(?:规定|标准|(?:物价部门)?(?:核定|公布)?的?标准)(?:收费|收取|缴费)"
    f"|(?!.*(?:快递|邮|寄|物流|押|复印))(?:收费标准)?[:]?(?:收取|缴纳|交)?(?:[^,;。不免停暂减次对向]{{0,8}}费)?(?:每[月年份次人本])?(?:{OTHER}(?:[/每][^,;。]{{1,3}})?)?"
)
_CNY = "http://publications.europa.eu/resource/authority/currency/CNY"
#: Lines that are no charge of the office.
_NO_LINE = re.compile("快递|邮|寄|物流|押金|(?<![0-9])0元|到付")


def within(a: Fee, b: Fee, context: Context) -> Answer:
    """Whether a charges no more than b. Two that both charge are compared by nobody but a person."""
    if a["charged"] == "no":
        return heard(YES, a, [b], unread)
    return heard(no("charged"), a, [b], unread) if b["charged"] == "no" else maybe("charges")


def differs(fee: Fee) -> bool:
    """Whether it says that there is no charge beside words that charge, or the other way round."""
    text = fee.get("text", "")
    if not text:
        return False
    free, sums = bool(_FREE.search(text)), [each for each in figures(text) if each.unit == "yuan" and each.high]
    if fee["charged"] == "no":
        return not free and bool(sums or _CHARGES.search(text))
    return free and not sums


def unread(fee: Fee) -> str:
    """The words beside a fee that are not read: 免费（证书工本费5元）. Beside a charge, any word of none is left over.

    >>> unread({"charged": "no", "text": "免收工本费5元，快递费自理"})
    ''
    >>> unread({"charged": "no", "text": "免费（证书工本费5元）"})
    '证书工本费…'
    """
    lines = [f"{line['name']} {line['standard']}" for line in fee.get("lines", [])]
    clauses = [each for each in _CLAUSES.split(tokened(fee.get("text", ""), _nothing)) if each]
    if fee["charged"] == "yes":
        left = [each for each in clauses if not _CHARGED.fullmatch(each)]
        none = lines if all(map(_NO_LINE.search, lines)) else []
        return shown("、".join([*left, *none]))
    left = [each for each in clauses if not _ALL_FREE.fullmatch(each) and not _BESIDE.fullmatch(each)]
    alone = clauses and not any(map(_ALL_FREE.fullmatch, clauses))
    return shown("、".join([*(clauses if alone else left), *lines]))


def _nothing(figure: Figure) -> bool:
    """Whether a sum is none: 0元."""
    return not figure.high


def say(entry: Fee, speaker: Speaker) -> str:
    """Whether there is a charge; what, how much and on what basis stands on lines of its own."""
    told = Phrases("value")("charged" if entry["charged"] == "yes" else "free", speaker.lang)
    lines = [f"{line['name']} {line['standard']}" for line in entry.get("lines", [])]
    return told + (bracketed(visible(joined(lines, speaker.lang)), speaker.lang) if lines else "")


#: Words with which a text that ends in 费 tells of no charge of the office, or of none at all: 社会保险费, 退费.
_NO_CHARGE = re.compile(
    "禁|严|拒|未|没|勿|非|零|无|可|拟|[0０]费|取消|退|返还|欠|报销|垫付|补贴|补助|补缴|经费|社会?保|保险|会费|自费|"
    "企业|个人|单位"
)


def read(text: str, context: Context) -> Fee | None:
    """Whether there is a charge, as printed: 不收费, 按标准收费.

    >>> read("免费", None)
    {'charged': 'no', 'text': '免费'}
    >>> read("免费（证书工本费5元）", None) is None
    True
    """
    entries: list[Fee] = [{"charged": "no", "text": text}]
    if not _NO_CHARGE.search(text):
        entries.append({"charged": "yes", "text": text})
    return surely(text, entries, differs, unread)


def linked(fee: Fee, linker: Linker) -> Iterator[str]:
    """A cost of nothing where it says that it is free; else its lines, with a value only where it is exact."""
    if fee["charged"] == "no":
        yield _cost("不收费", 0.0, linker)
    for line in fee.get("lines", []):
        money = line.get("money")
        exact = money is not None and money.get("bound", "exact") == "exact"
        value = money["yuan"] + money.get("fen", 0) / 100 if money is not None and exact else None
        yield _cost(f"{line['name']}：{line['standard']}", value, linker)


def _cost(said: str, value: float | None, linker: Linker) -> str:
    more: Node = {"Cost.description": [linker.text(said)]}
    if value is not None:
        currency = linker.shared(_CNY, "Concept", {"notation": "CNY", "prefLabel": text("人民币")})
        more |= {"Cost.hasValue": value, "Cost.currency": currency}
    return linker.put("cost", said, "Cost", more)


KIND = Kind(
    name="fee",
    within=within,
    read=read,
    differs=any_differs(differs),
    unread=unread,
    words={Fee: say},
    linked={Fee: Linked(linked, frozenset(("charged",)))},
)
