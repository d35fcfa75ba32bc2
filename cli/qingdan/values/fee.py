"""Whether a service is free."""

from __future__ import annotations

import re

from qingdan.model.figures import figures
from qingdan.model.parts import Fee
from qingdan.values.answer import YES, Answer, maybe, no
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind
from qingdan.values.printed import any_differs, vetoed

_BEYOND = "costs_said"
_FREE = re.compile(
    "免费|免收|不(?:收|得收|再收)|无(?:需|须)?(?:收|缴|交)?费|不用(?:交|付|缴)|取消收|停止收|^(?:无|否|不收费|免)$"
)
_CHARGES = re.compile("收费|缴费|交费|付费|收取")
#: What is said not to be charged, what was, and what the post takes.
_NOT_CHARGED = re.compile(
    "(?:免收|免征|停征|取消|停止|不(?:再|得)?收|不(?:再|得)?另收|原|快递|邮|寄)[^,，;；。()（）]*"
)
_COSTS = re.compile("工本费|加急费?|押金|另(?:行)?收|有偿|自费")


def within(a: Fee, b: Fee, context: Context) -> Answer:
    """Whether a charges no more than b. Two that both charge are compared by nobody but a person."""
    if a["charged"] == "no":
        return vetoed(YES, a, [b], says_more, reason=_BEYOND)
    return no("charged") if b["charged"] == "no" else maybe("charges")


def differs(fee: Entry) -> bool:
    """Whether it says that there is no charge beside words that charge, or the other way round."""
    text = fee.get("text", "")
    if not text:
        return False
    free, sums = bool(_FREE.search(text)), [each for each in figures(text) if each.unit == "yuan" and each.high]
    if fee["charged"] == "no":
        return not free and bool(sums or _CHARGES.search(text))
    return free and not sums


def says_more(fee: Entry) -> bool:
    """Whether words beside a service that is free speak of something that costs money all the same.

    >>> says_more({"charged": "no", "text": "免费（证书工本费5元）"})
    True
    >>> says_more({"charged": "no", "text": "免收工本费5元"})
    False
    """
    rest = _NOT_CHARGED.sub("", fee.get("text", ""))
    return bool(_COSTS.search(rest)) or any(each.unit == "yuan" and each.high for each in figures(rest))


KIND = Kind(name="fee", within=within, differs=any_differs(differs), says_more=says_more, beyond=_BEYOND)
