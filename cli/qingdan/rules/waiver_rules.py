"""The rules on waivers."""

from __future__ import annotations

from qingdan.rules import own_rules, waivers
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import pairs

_WAIVER = """--- file: items/a.yaml
schema: items/1
items: [{{id: SL-01, name: 失业登记, contact: {{phone: 暂无}}}}]
--- file: waivers.yaml
schema: waivers/1
waivers:
  - id: TXT001
    {}
    reason: 等待系统改造
    approved_by: 示例省就业局
    approved_on: "{}"
    until: "{}"
"""
_PATH = "path: items[SL-01].contact[phone]"
_GOOD = _WAIVER.format(_PATH, "2026-01-05", "2027-06-30")


#: A rule of a list's own that has a successor, and a waiver of it.
_RETIRED = own_rules.RETIRED + _GOOD.replace("TXT001", "ZJX001")


def _until(day: str) -> str:
    return _WAIVER.format(_PATH, "2026-01-05", day)


def _with(line: str) -> str:
    return _WAIVER.format(f"{_PATH}\n    {line}", "2026-01-05", "2027-06-30")


_BACK = Said(
    "问题解决了就删去豁免；还要更多时间的，重新批准并写新的日期",
    "Remove the waiver if the matter is settled, or have it approved again with a new date",
)
_TIME = Said(
    "豁免是暂时的；到期以后，原来的问题会重新列出", "A waiver holds for a time; after it the finding is shown again"
)
_COPY = Said("照报告里的编号改正", "Copy the id from the report")
_DAYS = Said("核对批准日期和到期日；写到哪一天，如 2027-06-30", "Check both dates; write the day, such as 2027-06-30")
_PLAIN = Said("谁都要看得出豁免从哪一天到哪一天有效", "Everybody must see from which day to which a waiver holds")
_WARNING = Severity.WARNING

RULES = (
    Rule(
        id="WVR001", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免已经到期", "A waiver has expired"),
        message=Said("{waived} 的豁免 {until} 已到期，不再起作用（{place}）",
                     "The waiver of {waived} expired on {until} and no longer holds ({place})"),
        advice=_BACK, why=_TIME, bad=_until("2026-06-30"), good=_GOOD, check=waivers.expired,
    ),
    Rule(
        id="WVR002", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免快要到期", "A waiver is about to expire"),
        message=Said("{waived} 的豁免 {until} 到期，还有 {days} 天（{place}）",
                     "The waiver of {waived} ends on {until}, in {days} days ({place})"),
        advice=_BACK, why=_TIME, bad=_until("2026-12-01"), good=_GOOD, check=waivers.expiring,
    ),
    Rule(
        id="WVR003", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免没有写明是哪一处", "A waiver that names no place"),
        message=Said("{waived} 的豁免没有写 path 或 fingerprint，不起作用",
                     "The waiver of {waived} names neither path nor fingerprint and covers nothing"),
        advice=Said("用 --format json 查看 path 或 fingerprint，照抄一个",
                    "Look path or fingerprint up with --format json and copy one of them"),
        why=Said("豁免只对写明的一处有效，不能一次遮住整条规则",
                 "A waiver holds for one place; none may hide a whole rule"),
        bad=_WAIVER.format("basis: 示人社函〔2026〕30号", "2026-01-05", "2027-06-30"), good=_GOOD,
        check=waivers.covers_nothing,
    ),
    Rule(
        id="WVR004", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免的规则或要求不存在", "A waiver of no rule and no requirement"),
        message=Said("没有编号为 {waived} 的规则或要求，这条豁免不起作用",
                     "There is no rule or requirement {waived}; the waiver covers nothing"),
        advice=Said("照报告里的编号改正；是程序包的规则，检查时加 --rules 才认得",
                    "Copy the id from the report; a rule of a distribution is known only with --rules"),
        why=Said("编号写错，批准过的豁免就落空了", "With a wrong id an approved waiver has no effect"),
        bad=_GOOD.replace("TXT001", "TXT0O1"), good=_GOOD, check=waivers.names_nothing,
    ),
    Rule(
        id="WVR005", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免没有对上任何发现", "A waiver that matches no finding"),
        message=Said("这次检查里没有 {waived}（{place}）这一处发现，豁免没有用上",
                     "Nothing was found of {waived} at {place}; the waiver is not used"),
        advice=Said("问题已经解决的，删去这条豁免；编号或要素路径改过的，照报告里现在的写",
                    "Remove the waiver if the matter is settled; if an id or a path has changed, copy the present one"),
        why=Said("留着没有用的豁免，同样的问题再出现时会不声不响地放过",
                 "Left in place, it would quietly let the same thing pass when it comes back"),
        bad=_GOOD.replace("contact[phone]", "contact[address]"), good=_GOOD, check=waivers.matches_nothing,
    ),
    Rule(
        id="WVR006", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免的批准日期还没有到", "A waiver approved in the future"),
        message=Said("{waived} 的豁免 {approved_on} 才批准，在 {as_of} 还不起作用（{place}）",
                     "The waiver of {waived} is approved on {approved_on} and does not hold on {as_of} yet ({place})"),
        advice=_DAYS, why=_PLAIN,
        bad=_WAIVER.format(_PATH, "2026-12-05", "2027-06-30"), good=_GOOD, check=waivers.not_yet,
    ),
    Rule(
        id="WVR007", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免在批准以前就到期", "A waiver that ends before it begins"),
        message=Said("{waived} 的豁免 {until} 到期，{approved_on} 才批准，没有一天起作用（{place}）",
                     "The waiver of {waived} ends on {until} and is approved on {approved_on}: "
                     "it holds on no day ({place})"),
        advice=_DAYS, why=_PLAIN, bad=_until("2025-06-30"), good=_GOOD, check=waivers.ends_before_it_begins,
    ),
    Rule(
        id="WVR008", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免的日期不够具体", "A waiver with a vague date"),
        message=Said("{waived} 的豁免只写了 {date}，{as_of} 是否有效说不准，按不起作用处理（{place}）",
                     "The waiver of {waived} says {date} only; whether it holds on {as_of} cannot be told, "
                     "so it does not ({place})"),
        advice=_DAYS, why=_PLAIN, bad=_until("2026-11"), good=_GOOD, check=waivers.vague,
    ),
    Rule(
        id="WVR009", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免了不能豁免的发现", "A waiver of what cannot be waived"),
        message=Said("{waived} 不能豁免，这条豁免不起作用", "{waived} cannot be waived; the waiver covers nothing"),
        advice=Said("删去这条豁免，把文件改好", "Remove the waiver and mend the file"),
        why=Said("没有读成、没有查到的，谁也不知道里面有什么，不能当作接受",
                 "Nobody knows what is in that which was not read or checked, so nobody can accept it"),
        bad=_GOOD.replace("TXT001", "STR004"), good=_GOOD, check=waivers.unwaivable,
    ),
    Rule(
        id="WVR010", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("同一处发现有两条豁免", "Two waivers of one finding"),
        message=Said("{waived}（{place}）前面已经有一条豁免，有效期至 {until}",
                     "{waived} at {place} is waived before this already, until {until}"),
        advice=Said("只留一条：延长的改写原来那条的日期", "Keep one: to extend it, write a new date in the first"),
        why=Said("两条的理由、批准人和到期日可能不同，说不清按哪一条",
                 "Their reasons, approvers and ends may differ, and nobody knows which one counts"),
        bad=_GOOD + _GOOD.partition("waivers:\n")[2], good=_GOOD, check=waivers.doubled,
    ),
    Rule(
        id="WVR011", severity=Severity.INFO, scope="waiver", since="0.1",
        title=Said("豁免的依据看不出是哪份文件", "A waiver whose basis names no document"),
        message=Said("依据写的是“{basis}”，看不出是哪份文件（{waived} {place}）",
                     "The basis '{basis}' names no document that can be found ({waived} {place})"),
        advice=Said("写文件的标题或文号，如 示人社函〔2026〕30号；没有文件的，删去 basis，在 reason 里说明",
                    "Write its title or number; where there is none remove basis and say why in reason"),
        why=Said("批准要能查到根据", "Whoever looks into an approval must find what it rests on"),
        bad=_with("basis: 领导同意"), good=_with("basis: 示人社函〔2026〕30号"), check=waivers.unknown_basis,
    ),
    Rule(
        id="WVR012", severity=Severity.INFO, scope="waiver", since="0.1",
        title=Said("豁免还没有生效", "A waiver that is not in force yet"),
        message=Said("{waived}（{place}）的豁免还没有生效：{revision} {problem}",
                     "The waiver of {waived} at {place} is not in force yet: at {revision} {problem}"),
        advice=Said("由批准人审过这次改动、合并以后才起作用；合并以前，原来的发现照样列出",
                    "It holds once its approver has accepted and merged the change; until then the finding stands"),
        why=Said("一次改动不能自己批准自己：豁免以 --waivers-from 写的那个修订为准",
                 "A change cannot approve itself: waivers are read from the revision that --waivers-from names"),
        words={"problem": pairs("waiver_problem")},
    ),
    Rule(
        id="WVR013", severity=_WARNING, scope="waiver", since="0.1",
        title=Said("豁免的规则已经停用", "A waiver of a retired rule"),
        message=Said("{waived} 已经停用{by}{successor}，这条豁免不起作用（{place}）",
                     "{waived} is retired{by}{successor}; the waiver covers nothing ({place})"),
        advice=Said("删去这条豁免；代替它的规则也要豁免的，另外批准一条",
                    "Remove the waiver; if its successor is to be waived too, have that approved"),
        why=Said("停用的规则不再运行，豁免它没有意义", "A retired rule is not run, and there is nothing to waive"),
        words={"by": {"": Said("", ""), "successor": Said("，由后面这条代替：", " in favour of ")}},
        bad=_RETIRED, good=_RETIRED.replace("    successor: ZJX002\n", ""), check=waivers.retired,
    ),
)  # fmt: skip
