"""Rules on time limits: promise and statute, instant and promised, steps and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from qingdan.loading.catalogue import Effective
from qingdan.model.values import Limit
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at
from qingdan.rules.tables import Stated, demands, hit, reads
from qingdan.rules.words import pairs
from qingdan.values import split, within
from qingdan.values.context import Context

LIMITS = ("promised_limit[]", "statutory_limit[]", "applicant_deadline[]", "first_contact[]", "steps[].limit")
#: Why two limits cannot be compared although both are stated: their units are counted by different calendars.
_UNITS = ("day_unit", "calendar", "unit")


def _compared(subject: Effective, context: RuleContext) -> Iterator[tuple[Any, Any, str, str]]:
    """Promise and statute, channel by channel and case by case, with the answer and its reason."""
    licence = subject.record.get("type") == "licence"
    frame = Context(context.edition.registries, "promised_limit", working_days=licence)
    promised = split("limits", subject.record.get("promised_limit", []), frame)
    statutory = split("limits", subject.record.get("statutory_limit", []), frame)
    for key, promise in promised.items():
        statute = statutory.get(key) or statutory.get(("", ""))
        if statute:
            answer = within("limits", promise, statute, frame)
            yield promise, statute, answer.verdict, answer.reason


def promise_too_long(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The promise must not be longer than the statutory limit, whatever day it starts on."""
    for promise, statute, verdict, _ in _compared(subject, context):
        if verdict == "no":
            args = {"promised": _say(promise), "statutory": _say(statute)}
            yield at(subject, "promised_limit", _index(subject, promise), args=args)


def not_comparable(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Working days and calendar days are never compared as bare numbers; where the answer stays open it is said."""
    for promise, statute, verdict, reason in _compared(subject, context):
        if verdict == "maybe" and reason in _UNITS:
            args = {"promised": _say(promise), "statutory": _say(statute)}
            yield at(subject, "promised_limit", _index(subject, promise), args=args)


def _index(subject: Effective, limits: list[Limit]) -> int:
    return next(i for i, limit in enumerate(subject.record["promised_limit"]) if limit is limits[0])


def _say(limits: list[Limit]) -> list[str]:
    """Limits as the record holds them, ``5 working_day``; the renderer puts words for the units."""
    return [limit.get("text") or f"{limit.get('amount', '')} {limit.get('unit', '')}".strip() for limit in limits]


def _instant(limit: Limit) -> bool:
    return limit.get("unit") == "immediate" or limit.get("amount") == 0


def case_type(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Instant cases have no waiting time, promised ones have some; one channel that fits is enough."""
    type = subject.record.get("case_type", "")
    whole = [limit for limit in subject.record.get("promised_limit", []) if "step" not in limit]
    if not whole or not type or any("amount" not in limit and not _instant(limit) for limit in whole):
        return
    hours = any(limit.get("unit") == "hour" for limit in whole)
    fits = any(_instant(limit) is (type == "instant") for limit in whole)
    if not fits and not hours:
        yield at(subject, "case_type", args={"case_type": type, "promised": _say(whole)})


def steps_too_long(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The steps together take longer than the promise: only where all count in one unit and nothing is left out.

    It does not apply where the promise differs by channel or case, names an inclusion or exclusion, or two steps share
    a name (they may run side by side).
    """
    promise = [limit for limit in subject.record.get("promised_limit", []) if "step" not in limit]
    steps = subject.record.get("steps", [])
    if (
        len(promise) != 1
        or not {"amount", "unit"} <= promise[0].keys()
        or {"includes", "excludes", "channel", "case"} & set(promise[0])
    ):
        return
    if max(Counter(step["name"] for step in steps).values(), default=0) > 1:
        return
    unit = promise[0]["unit"]
    timed = [step["limit"] for step in steps if "limit" in step and not _instant(step["limit"])]
    if any(limit.get("unit") != unit or "amount" not in limit for limit in timed):
        return
    total = sum(limit["amount"] for limit in timed)
    if total > promise[0]["amount"]:
        args = {"steps": total, "promised": promise[0]["amount"], "unit": unit}
        yield at(subject, "steps", key=True, args=args)


def no_amount(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A unit without a number."""
    for below, limit in stated(subject, *LIMITS):
        if "amount" not in limit and limit.get("unit", "immediate") != "immediate":
            yield hit(subject, below, args={"unit": limit["unit"]})


def no_promise(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A limit that is words alone: it names no length of time."""
    for below, limit in stated(subject, *LIMITS):
        if "text" in limit and not {"amount", "unit"} & limit.keys():
            yield hit(subject, (*below, "text"), args={"text": limit["text"][:60]})


def no_unit(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A number without its unit, or nothing at all."""
    for below, limit in stated(subject, *LIMITS):
        if "unit" not in limit and ("amount" in limit or "text" not in limit):
            yield hit(subject, below, args={"amount": limit.get("amount", "")})


def immediate_with_amount(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """At once, and yet with a number."""
    for below, limit in stated(subject, *LIMITS):
        if limit.get("unit") == "immediate" and limit.get("amount", 0) > 0:
            yield hit(subject, (*below, "amount"), args={"amount": limit["amount"]})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 就业创业证申领\n"
_BOTH = Said(
    "核对两处，改正录错的一处；渠道不同的分渠道写",
    "Check both and mend the one that is wrong; state limits channel by channel where they differ",
)
UNITS = pairs("unit")
#: The same units where no number stands before them.
BARE_UNITS = {name: Said(said.zh.removeprefix("个"), said.en) for name, said in UNITS.items()}

RULES = (
    Rule(
        id="TIM001", severity=Severity.WARNING, scope="item", since="0.1", less_is_better=("promised",), softens=False,
        reads=("promised_limit", "statutory_limit"),
        title=Said("承诺时限长于法定时限", "The promise is longer than the statutory limit"),
        message=Said("承诺时限 {promised} 长于法定时限 {statutory}",
                     "The promise, {promised}, is longer than the statutory limit, {statutory}"),
        advice=_BOTH, why=Said("承诺是在法定时限之内再快一些", "A promise is to be quicker than the law demands"),
        words={"promised": UNITS, "statutory": UNITS},
        bad=_ITEM + "    promised_limit: [{amount: 20, unit: working_day}]\n"
                    "    statutory_limit: [{amount: 15, unit: working_day}]\n",
        good=_ITEM + "    promised_limit: [{amount: 10, unit: working_day}]\n"
                     "    statutory_limit: [{amount: 15, unit: working_day}]\n", check=promise_too_long,
    ),
    Rule(
        id="TIM002", severity=Severity.INFO, scope="item", since="0.1", reads=("promised_limit", "statutory_limit"),
        title=Said("承诺时限与法定时限单位不同，无法比较",
                   "Promise and statutory limit in units that cannot be compared"),
        message=Said("承诺时限 {promised} 与法定时限 {statutory} 的单位不同，说不准哪个长",
                     "Which is longer, {promised} or {statutory}, depends on the calendar"),
        advice=Said("写明是工作日还是自然日，两处用同一种",
                    "Say whether working or calendar days are meant, and use one unit"),
        why=Said("工作日和自然日不能只看数字", "Working and calendar days are not to be compared as bare numbers"),
        words={"promised": UNITS, "statutory": UNITS},
        bad=_ITEM + "    promised_limit: [{amount: 10, unit: working_day}]\n"
                    "    statutory_limit: [{amount: 15, unit: calendar_day}]\n",
        good=_ITEM + "    promised_limit: [{amount: 10, unit: working_day}]\n"
                     "    statutory_limit: [{amount: 15, unit: working_day}]\n", check=not_comparable,
    ),
    Rule(
        id="TIM003", severity=Severity.WARNING, scope="item", since="0.1", reads=("case_type", "promised_limit"),
        enforces="政务服务事项管理系统的校验规则（实例）",
        title=Said("办件类型与承诺时限不一致", "Case type and promise disagree"),
        message=Said("办件类型是{case_type}，承诺时限是 {promised}",
                     "It is {case_type}, and the promise is {promised}"),
        advice=Said("当场办结的写即办件和 immediate；需要等的写承诺件",
                    "Say instant and immediate where it is done at once, promised where people wait"),
        why=Said("即办件就是当场办结", "An instant case is done while the applicant waits"),
        words={"case_type": {"instant": Said("即办件",
                                             "an instant case"), "promised": Said("承诺件", "a promised case")},
               "promised": UNITS},
        bad=_ITEM + "    case_type: instant\n    promised_limit: [{amount: 5, unit: working_day}]\n",
        good=_ITEM + "    case_type: instant\n    promised_limit: [{unit: immediate}]\n", check=case_type,
    ),
    Rule(
        id="TIM004", severity=Severity.INFO, scope="item", since="0.1",
        less_is_better=("steps",), reads=("steps", "promised_limit"),
        title=Said("各环节时限加起来超过承诺时限", "The steps take longer than the promise"),
        message=Said("各环节时限合计 {steps}{unit}，承诺时限是 {promised}{unit}",
                     "The steps take {steps} {unit}, the promise is {promised} {unit}"),
        advice=Said("核对各环节时限；同时进行或不计入的，在承诺时限里写 excludes",
                    "Check the steps; state excludes where a step does not count"),
        why=Said("环节走完才算办结", "The matter is finished when all its steps are"),
        words={"unit": UNITS},
        bad=_ITEM + "    promised_limit: [{amount: 5, unit: working_day}]\n    steps:\n"
                    "      - {name: 受理, limit: {amount: 2, unit: working_day}}\n"
                    "      - {name: 审核, limit: {amount: 5, unit: working_day}}\n",
        good=_ITEM + "    promised_limit: [{amount: 5, unit: working_day}]\n    steps:\n"
                     "      - {name: 受理, limit: {amount: 2, unit: working_day}}\n"
                     "      - {name: 审核, limit: {amount: 3, unit: working_day}}\n", check=steps_too_long,
    ),
    Rule(
        id="TIM005", severity=Severity.WARNING, scope="item", since="0.1", reads=reads(*LIMITS),
        title=Said("时限只有单位没有数字", "A limit without a number"),
        message=Said("时限的单位写了“{unit}”，没有写数字", "The limit has the unit '{unit}' and no number"),
        advice=Said("补上 amount；当场办结的写 unit: immediate", "Add amount, or write unit: immediate"),
        why=Said("没有数字的时限不能算承诺", "A limit without a number promises nothing"), words={"unit": BARE_UNITS},
        bad=_ITEM + "    promised_limit: [{unit: working_day}]\n",
        good=_ITEM + "    promised_limit: [{amount: 10, unit: working_day}]\n", check=no_amount,
    ),
    Rule(
        id="TIM006", severity=Severity.WARNING, scope="item", since="0.1",
        less_is_better=("amount",), reads=reads(*LIMITS),
        title=Said("即时办结又写了数字", "At once, and yet with a number"),
        message=Said("单位是即时，又写了 {amount}", "The unit is immediate, and the amount is {amount}"),
        advice=Said("当场办结的删去数字；不是的写清单位", "Remove the number, or state its unit"),
        why=Said("两种说法只有一种是对的", "Only one of the two can be right"),
        bad=_ITEM + "    promised_limit: [{amount: 3, unit: immediate}]\n",
        good=_ITEM + "    promised_limit: [{unit: immediate}]\n", check=immediate_with_amount,
    ),
    Rule(
        id="TIM007", severity=Severity.WARNING, scope="item", since="0.1", reads=("case_type",),
        title=Said("承诺件没有写承诺时限", "A promised case without a promise"),
        message=Said("办件类型是承诺件，没有写承诺时限", "It is a promised case, and no promise is stated"),
        advice=Said("补上 promised_limit；法定时限没有可以不写",
                    "Add promised_limit; a statutory limit there need not be"),
        why=Said("公共服务可以没有法定时限，承诺时限就更要写明",
                 "A public service may have no statutory limit; the more its promise matters"),
        bad=_ITEM + "    case_type: promised\n",
        good=_ITEM + "    case_type: promised\n    promised_limit: [{amount: 10, unit: working_day}]\n",
        check=demands(Stated("case_type", ("promised",)), "promised_limit", "statutory_limit"),
    ),
    Rule(
        id="TIM008", severity=Severity.WARNING, scope="item", since="0.1", reads=reads(*LIMITS),
        title=Said("时限只有一句话，没有填数和单位", "A limit in words alone, without number and unit"),
        message=Said("时限只写了“{text}”这句话，没有填数（amount）和单位（unit）",
                     "The limit is only '{text}', without amount and unit"),
        advice=Said("填 amount 和 unit，当场办结的填 unit: immediate；确实说不出多久的照原文留着，它不与全国的时限比较",
                    "Enter amount and unit, or unit: immediate; what cannot be said stays as it is, not compared"),
        why=Said("只有一句话的时限不能比较", "A limit in words alone cannot be compared"),
        bad=_ITEM + "    promised_limit: [{text: 按时办理}]\n",
        good=_ITEM + "    promised_limit: [{amount: 10, unit: working_day, text: 10个工作日}]\n", check=no_promise,
    ),
    Rule(
        id="TIM009", severity=Severity.WARNING, scope="item", since="0.1", reads=reads(*LIMITS),
        title=Said("时限没有单位", "A limit without a unit"),
        message=Said("时限写了“{amount}”，没有写单位", "The limit is '{amount}' and has no unit"),
        advice=Said("补上 unit，如 working_day；只有一句话的写在 text", "Add a unit such as working_day"),
        why=Said("不知道是几天还是几个月，不能比较", "Days or months: it cannot be compared"),
        bad=_ITEM + "    promised_limit: [{amount: 10}]\n",
        good=_ITEM + "    promised_limit: [{amount: 10, unit: working_day}]\n", check=no_unit,
    ),
)  # fmt: skip
