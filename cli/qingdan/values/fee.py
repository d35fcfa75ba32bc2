"""Whether a service is free."""

from __future__ import annotations

import re

from qingdan.model.figures import figures
from qingdan.model.parts import Fee
from qingdan.values.answer import YES, Answer, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind, Speaker
from qingdan.values.printed import OTHER, any_differs, heard, shown, tokened
from qingdan.words.grammar import bracketed, joined
from qingdan.words.showing import visible

_FREE = re.compile(
    "免费|免收|不(?:得|再|另)?(?:行)?收|无(?:需|须)?(?:收|缴|交)?费|不用(?:交|付|缴)|取消收|停止收|^(?:无|否|不收费|免)$"
)
_CHARGES = re.compile("收费|缴费|交费|付费|收取")
#: Clauses beside a free service that change nothing: of what is free too, of what was charged, of the post.
_HARMLESS = re.compile(
    "(?:个人|全程|一律|均|完全)?(?:免费|免收|不收费|不收取?任何费用|不收取费用|无需(?:缴|收|交)?费用?|无收费|不用交钱|否|无|免)(?:办理|服务|发布|提供|申请|领取)?"
    f"|(?:免收?|无需缴纳|不用交|不(?:再|另)?(?:行)?收取?|无|取消|停收)(?:取)?(?:工本费|押金|手续费|服务费|任何费用){OTHER}?"
    f"|原来?(?:收取?)?(?:工本费)?{OTHER}?(?:工本费)?|工本费由财政(?:承担|负担|支付)"
    "|(?:快递|邮寄|物流|邮政|EMS|ems)(?:费用?)?(?:自理|到付|(?:由)?(?:申请人|本人|收件人|个人|单位)(?:自理|自付|承担|支付|负担))"
)


_CLAUSES = re.compile(r"[,;。.()、:]")
#: Beside a charge: that there may be none, or only for the post.
_NONE = re.compile("免|不(?:再|予|另|得)?收|停(?:征|收|止)|暂|取消|(?<![0-9])0元|仅|邮|快递|原|减")


def within(a: Fee, b: Fee, context: Context) -> Answer:
    """Whether a charges no more than b. Two that both charge are compared by nobody but a person."""
    if a["charged"] == "no":
        return heard(YES, a, [b], unread)
    return heard(no("charged"), a, [b], unread) if b["charged"] == "no" else maybe("charges")


def differs(fee: Entry) -> bool:
    """Whether it says that there is no charge beside words that charge, or the other way round."""
    text = fee.get("text", "")
    if not text:
        return False
    free, sums = bool(_FREE.search(text)), [each for each in figures(text) if each.unit == "yuan" and each.high]
    if fee["charged"] == "no":
        return not free and bool(sums or _CHARGES.search(text))
    return free and not sums


def unread(fee: Entry) -> str:
    """The words beside a fee that are not read: 免费（证书工本费5元）. Beside a charge, any word of none is left over.

    >>> unread({"charged": "no", "text": "免收工本费5元，快递费自理"})
    ''
    >>> unread({"charged": "no", "text": "免费（证书工本费5元）"})
    '证书工本费…'
    """
    if fee["charged"] == "yes":
        return "".join(_NONE.findall(fee.get("text", "")))
    clauses = _CLAUSES.split(tokened(fee.get("text", ""), lambda figure: False))
    return shown("、".join(clause for clause in clauses if clause and not _HARMLESS.fullmatch(clause)))


def say(entry: Entry, speaker: Speaker) -> str:
    """Whether there is a charge; what, how much and on what basis stands on lines of its own."""
    told = (("收费", "charged") if entry["charged"] == "yes" else ("不收费", "free"))[speaker.pick]
    lines = [f"{line['name']} {line['standard']}" for line in entry.get("lines", [])]
    return told + (bracketed(visible(joined(lines, speaker.lang)), speaker.lang) if lines else "")


KIND = Kind(name="fee", within=within, differs=any_differs(differs), unread=unread, words={Fee: say})
