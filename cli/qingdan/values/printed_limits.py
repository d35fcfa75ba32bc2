"""A limit of time beside the words that it was taken from: do they say the same, and no more?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from qingdan.model.figures import Figure, figures
from qingdan.model.values import Limit
from qingdan.values.printed import LESS, OTHER, STATED, among, rest

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
_SPANS = {unit: (unit,) for unit in ("working_day", "week", "month", "hour")} | {
    "calendar_day": ("calendar_day", "day"),
    "day": ("day", "calendar_day"),
    "year": ("month",),
}
#: The same span in another unit: printed unit, stated unit → how many of the latter are one of the former.
_SAME = {("year", "month"): Fraction(12), ("month", "year"): Fraction(1, 12), ("year", "year"): Fraction(1)} | {
    **dict.fromkeys((("hour", "day"), ("hour", "calendar_day")), Fraction(1, 24)),
    **dict.fromkeys((("day", "hour"), ("calendar_day", "hour")), Fraction(24)),
    **dict.fromkeys((("week", "day"), ("week", "calendar_day")), Fraction(7)),
    ("week", "working_day"): Fraction(5),
}
_TIMES = ("working_day", "calendar_day", "day", "week", "month", "year", "hour")
#: Calendar days in a unit, roughly: enough to see that one span may be a part of another.
_DAYS = {"hour": Fraction(1, 24), "working_day": Fraction(7, 5), "calendar_day": Fraction(1), "day": Fraction(1)}
_DAYS |= {"week": Fraction(7), "month": Fraction(30), "year": Fraction(365)}
#: What may be counted in, or left out, as a part of the whole.
_PART = "(?:公示|专家评审|评审|听证|检验|检测|现场核查|实地核查|核查|送达)(?:期间?|时间|环节)?"
_PARTS = f"{_PART}(?:{LESS}|[0-9]+个)?(?:[、和及]{_PART}(?:{LESS}|[0-9]+个)?)*"
#: Clauses of a limit that change nothing: the statutory or former one, what is counted in, holidays.
_ASIDE = re.compile(
    f"(?:由|从)?(?:原来?的?|法定的?)(?:办结|办理|承诺)?(?:时限|期限)?[:为是]?(?:{OTHER}|{LESS}|[0-9]+个?|无)(?:以?内)?(?:办结|办理)?"
    f"(?=[,;。.()、]|$|承诺|{STATED})|由{OTHER}(?:压缩|缩短|提速|减少|优化)(?:至|到|为)(?={STATED})"
    f"|{OTHER}以?内?承诺(?={STATED})|无法定(?:办结)?时限|在法定时限(?:的)?基础上压缩{OTHER}|(?:其中)?(?:包?含|包括){_PARTS}(?!{STATED})|不(?:再|得|能|予|可)?(?:延长|延期|顺延)"
    "|(?:遇)?(?:法定)?节假日(?:除外|不计|顺延)|不含(?:法定)?节假日"
)
#: The start from which time runs anyway, whether it is printed or not.
_START = re.compile(
    "自?(?:从)?(?:(?:(?:正式)?受理(?:申请)?|收到(?:完整|齐全)?的?(?:申请|申报)?(?:材料|资料)?|收件|收齐(?:材料|资料)|(?:申请人)?(?:提交|递交|提出)(?:齐全|完整)?的?(?:申请)?(?:材料|资料)|(?:申请人)?(?:提交|递交|提出)?申请(?:材料|之日)?)"
    f"(?:之日|当日|之时)?(?:起计算|起算?|后|之后|以后|(?={STATED}))"
    "|对?(?:以上|申请|申报)?(?:材料|资料|手续)(?:齐全|齐备)(?:[、且并](?:有效|合规|无误|符合(?:法定(?:形式|条件)|要求|规定|条件)))?(?:的(?:情况下)?|后)?"
    "|符合(?:法定)?(?:形式|条件|要求|规定)的?)"
)
_MONTHLY = re.compile(f"每月(?:至少)?联系(?:{OTHER}|{LESS})?")
#: What a limit leaves out by its own statement may be printed once more.
_OUT = f"(?:{_PART}|补正)(?:{OTHER}|{LESS})?"
_LEFT_OUT = re.compile(f"不(?:含|包括|包含|计){_OUT}(?:[、和及]{_OUT})*")
#: Names of a channel that the entry states itself.
_CHANNEL = re.compile("网上|线上|在线|现场|线下|窗口|自助|邮寄|掌上")
#: The starts that ``_START`` names.
_USUAL = (USUAL_START, "accepted")
#: Another start, which the entry states itself → the words for it.
_EVENTS = {
    "registered": "(?:失业)?登记",
    "employment-ended": "(?:与[^,;。]{0,8})?(?:终止|解除|离职)(?:或者?解除)?(?:劳动)?(?:关系|合同)?",
    "hired": "(?:招用|录用|用工)",
    "certificate-issued": "证书核发|发证|取得?证书?|取证",
    "recognised": "认定",
    "confirmed": "确认",
    "licence-issued": "(?:领取|取得)营业执照",
    "information-made": "信息形成(?:或者?变更)?|形成或者?变更",
    "transfer-papers-received": "收到(?:转档手续|调档函)",
    "decided": "作出决定",
    "occurred": "[^,;。、()]{1,16}?",
}
_KNOWN = re.compile(
    "承诺(?:办结|办理)?(?:时限|期限)?|(?:办结|办理)(?:时限|期限)|时限|期限|原则上|一般|不超过|最长|最多|应当?|以内|之内|内|"
    "完成(?:审核|审批|审查)?|(?:审核|审批|办理)(?:完毕|办结)|办结|办理|办毕|办好|(?:作出|做出)(?:审核|审批)?决定|答复|回复|回电|电话|"
    "联系(?:一次|本人)?|转递(?:档案)?|(?:失业|就业)?登记|出具(?:登记)?结果|进行|予以|给予|对接|每月联系一次|为职工|档案(?:转移|转递)?手续|承诺件|(?:告知|报告)经办机构|为|是|的|在|共|于|经办机构|本人"
)
#: At once, and done: 当场受理 and 随时申请 are no promise of an end.
_DONE_AT_ONCE = re.compile(
    "(?:当场|即时)受理(?=[,、]?(?:当场|即时)办)|秒[批办]|即时|即办件?|当场|当日|当天|立等可取|立等|立即|立刻|马上|随到随办|即来即办|即到即办|实时|现场(?=办结|办理[:]即时)"
)


def differs(limit: Limit, licence: bool = False) -> bool:
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


def differ(limits: Sequence[Limit], licence: bool) -> bool:
    """Whether any of some limits differs from its words; those of single steps are no part of the whole."""
    return any(differs(limit, licence) for limit in limits if "step" not in limit or len(limits) == 1)


def unread(limit: Limit) -> str:
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
    event = _EVENTS.get(limit.get("start", USUAL_START))
    own = re.compile(f"自?从?(?:{event})(?:之日)?(?:起|后|之后|以后|(?={STATED}))") if event else None
    known = (own,) if own else (_START,) if limit.get("start", USUAL_START) in _USUAL else ()

    def fits(figure: Figure) -> bool:
        stated = _in_unit(figure, unit, "working_day") if figure.unit in _TIMES else []
        return not figure.high if at_once else Fraction(limit.get("amount", -1)) in stated

    def less(figure: Figure) -> bool:
        stated = Fraction(limit.get("amount", -1)) * _DAYS.get(unit, Fraction(0))
        return not at_once and figure.unit in _DAYS and figure.high * _DAYS[figure.unit] <= stated

    aside = (_LEFT_OUT, _ASIDE) if "excludes" in limit else (_ASIDE,)
    monthly = (_MONTHLY,) if (unit, limit.get("amount")) == ("month", 1) else ()
    channel = (_CHANNEL,) if "channel" in limit else ()
    return rest(
        limit, fits, *aside, *monthly, *channel, *known, *((_DONE_AT_ONCE,) if at_once else ()), _KNOWN, less=less
    )
