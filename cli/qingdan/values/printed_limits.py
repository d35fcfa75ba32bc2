"""A limit of time beside the words that it was taken from: do they say the same, and no more?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from qingdan.model.figures import Figure, figures
from qingdan.values.kind import Entry
from qingdan.values.printed import OTHER, STATED, among, rest

#: From which event a limit runs when nothing is said.
USUAL_START = "application-received"
_AT_ONCE = re.compile(
    "即时|即办|即到|即来|即审|即刻|当场|当日|当天|现场|现办|立等|立即|立刻|马上|随到|随时|实时|秒|自动|免申"
)
#: What is no moment and no length of time: 按时办理, 根据认定情况决定, 无.
_VAGUE = re.compile(
    "(?:按|及|适|定|限)(?:时|期)|尽快|视.{0,12}(?:而定|情况)|(?:根据|依据|按照?|依照?).{0,24}(?:决定|确定|办理|执行)"
    "|另行|待定|不(?:定|确定)|次月|^(?:无|/|-+|—+|暂无|不限|长期)$"
)
#: Printed unit → the units that it may stand for: 日 is often a calendar day, and for a licence a working day.
_SPANS = {
    "working_day": ("working_day",), "calendar_day": ("calendar_day", "day"), "day": ("day", "calendar_day"),
    "week": ("week",), "month": ("month",), "year": ("month",), "hour": ("hour",),
}  # fmt: skip
#: The same span in another unit: printed unit, stated unit → how many of the latter are one of the former.
_SAME = {
    ("year", "month"): Fraction(12), ("month", "year"): Fraction(1, 12), ("year", "year"): Fraction(1),
    ("hour", "day"): Fraction(1, 24), ("hour", "calendar_day"): Fraction(1, 24),
    ("day", "hour"): Fraction(24), ("calendar_day", "hour"): Fraction(24),
    ("week", "day"): Fraction(7), ("week", "calendar_day"): Fraction(7), ("week", "working_day"): Fraction(5),
}  # fmt: skip
_TIMES = ("working_day", "calendar_day", "day", "week", "month", "year", "hour")
#: Words of a limit that change nothing. Of several starts only that from which time runs anyway is among them.
_ASIDE = re.compile(
    f"(?:由|从)?(?:原来?的?|法定的?)(?:办结|办理|承诺)?(?:时限|期限)?(?:为|是)?(?:{OTHER}|[0-9]+个?)以?内?"
    f"|由{OTHER}(?:压缩|缩短|提速|减少|优化)(?:至|到|为)(?={STATED})|{OTHER}以?内?承诺(?={STATED})"
    f"|(?:其中)?含[^,;。()不]*|不(?:再|得|能|予|可)?(?:延长|延期|顺延)|节假日(?:除外|不计|顺延)|不含(?:法定)?节假日"
)
_START = re.compile(
    "自?(?:(?:正式)?受理(?:申请|登记)?|收到(?:完整|齐全)?(?:的)?(?:申请|申报)?(?:材料|资料)?|(?:提交|递交|提出)?申请(?:材料)?"
    "|(?:以上|申请|申报)?(?:材料|资料|手续)(?:齐全|齐备)(?:、?(?:有效|合规|无误|符合(?:法定形式|要求|规定|条件)))?|符合(?:法定)?(?:条件|要求|规定))"
    "(?:之日|当日|之时)?(?:的|起|后|之后|以后|并受理)?"
)
#: What a limit leaves out by its own statement may be printed once more.
_LEFT_OUT = re.compile("不(?:含|包括|包含|计)[^,;。()]*")
_MONTHLY = re.compile(f"每月(?:至少)?联系(?:{OTHER})?")
#: Names of a channel that the entry states itself.
_CHANNEL = re.compile("网上|线上|在线|现场|窗口|自助|邮寄|掌上")
#: The starts that ``_START`` names.
_USUAL = (USUAL_START, "accepted")
#: Another start, which the entry states itself.
_OWN_START = re.compile(f"自?[^,;。()、{STATED}{OTHER}]{{1,20}}?(?:之日起|之日|以?后|起)(?={STATED})|取证(?={STATED})")
_KNOWN = re.compile(
    "承诺(?:办结|办理)?(?:时限|期限)?|(?:办结|办理|审批|审核)(?:时限|期限)|时限|期限|原则上|不超过|最长|最多|"
    "以内|之内|内|完成|办结|办理|办毕|办好|审核|审批|审查|作出|做出|决定|答复|回复|回电|电话|联系(?:一次|本人)?|发放|转递|告知|通知|"
    "进行|予以|给予|对接|登记|为职工|档案(?:转移|转递)?手续|手续|为|是|的|在|共|于|经办机构|本人"
)


def differs(limit: Entry, licence: bool = False) -> bool:
    """Whether a limit's number and unit are not those of its text. A text alone has nothing to differ from.

    Args:
        limit: The entry, with ``text`` as printed.
        licence: For an administrative licence 日 means a working day.

    >>> differs({"amount": 3, "unit": "working_day", "text": "三至五个工作日"})
    True
    >>> differs({"amount": 12, "unit": "month", "text": "一年"})
    False
    """
    text, unit = limit.get("text", ""), limit.get("unit", "")
    if not text or not unit:
        return False
    found = [each for each in figures(text) if each.unit in _TIMES]
    if unit == "immediate" or limit.get("amount") == 0:
        if _AT_ONCE.search(text):
            return False
        return any(each.high for each in found) or bool(not found and _VAGUE.search(text))
    if "amount" not in limit or not found:
        return False
    worded = "working_day" if licence or "工作日" in text else ""
    amounts = [amount for each in found for amount in _in_unit(each, unit, worded)]
    return not among(Fraction(limit["amount"]), amounts)


def _in_unit(figure: Figure, unit: str, worded: str) -> list[Fraction]:
    """What a printed span is in the stated unit; empty where it is none of those. Of a range the longer end holds."""
    if (figure.unit, unit) in _SAME:
        return [figure.high * _SAME[figure.unit, unit]]
    spans = (*_SPANS[figure.unit], worded) if figure.unit == "day" else _SPANS[figure.unit]
    return [figure.high] if unit in spans else []


def differ(limits: Sequence[Entry], licence: bool) -> bool:
    """Whether any of some limits differs from its words; those of single steps are no part of the whole."""
    return any(differs(limit, licence) for limit in limits if "step" not in limit or len(limits) == 1)


def unread(limit: Entry) -> str:
    """The words beside a limit that are not read: an extension, another step, another start.

    >>> unread({"amount": 3, "unit": "working_day", "text": "自受理之日起3个工作日内办结（法定20个工作日）"})
    ''
    >>> unread({"amount": 3, "unit": "working_day", "text": "3个工作日（特殊情况延长至10个工作日）"})
    '特殊情况延长至…'
    """
    unit, text = limit.get("unit", ""), limit.get("text", "")
    if not unit or not text or "step" in limit:  # a single step is no part of the whole
        return ""
    at_once = unit == "immediate" or limit.get("amount") == 0
    known = (_START,) if limit.get("start", USUAL_START) in _USUAL else (_OWN_START, _START)

    def fits(figure: Figure) -> bool:
        stated = _in_unit(figure, unit, "working_day") if figure.unit in _TIMES else []
        return not at_once and Fraction(limit.get("amount", -1)) in stated

    aside = (_LEFT_OUT, _ASIDE) if "excludes" in limit else (_ASIDE,)
    monthly = (_MONTHLY,) if (unit, limit.get("amount")) == ("month", 1) else ()
    channel = (_CHANNEL,) if "channel" in limit else ()
    return rest(limit, fits, *aside, *monthly, *channel, *known, *((_AT_ONCE,) if at_once else ()), _KNOWN)
