"""The rules on the rules that a list brings along in ``rules.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qingdan.loading.catalogue import Catalogue
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.words import pairs


def told(id: str) -> Callable[[Catalogue, RuleContext], Iterator[Hit]]:
    """What was seen of the rows under the id of one of these rules, when they were made into records."""

    def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
        yield from context.own.wrong.get(id, ())

    return check


_ROW = """--- file: items/a.yaml
schema: items/1
items: [{id: SL-01, name: 失业登记, contact: {phone: 暂无}}]
--- file: rules.yaml
schema: own-rules/1
rules:
  - id: ZJX001
    severity: warning
    title: {zh: 有电话，没有写地址}
    message: {zh: 写了电话，没有写地址}
    advice: {zh: 在 contact.address 写地址}
    why: {zh: 有人要当面问}
    where: {path: contact.phone}
    must_have: [contact.address]
    bad: |
      schema: items/1
      items: [{id: SL-01, name: 失业登记, contact: {phone: "12333"}}]
    good: |
      schema: items/1
      items: [{id: SL-01, name: 失业登记, contact: {phone: "12333", address: 示例路1号}}]
"""
_AGAIN = _ROW.partition("rules:\n")[2]
_SECOND = _AGAIN.replace("ZJX001", "ZJX002")
#: Two rules, the first of which is retired in favour of the other.
RETIRED = _ROW + "    successor: ZJX002\n" + _SECOND
_LEFT = Said("没有写对的规则不运行；其余的照常", "A rule that is wrong is not run; the others are")
_OTHER = Said("换一个：三个字母的组要是自己的，编号只用一次", "Choose another: a group of your own, each id once")
_ERROR = Severity.ERROR

RULES = (
    Rule(
        id="OWN001", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("自己的规则用了别人的组", "A rule of one's own in a group of others"),
        message=Said("{id} 的 {group} 是已有规则（如 {other}）的组；这条没有运行",
                     "{group} of {id} is the group of others, such as {other}; it was not run"),
        advice=_OTHER,
        why=Said("编号要看得出是谁的规则，以后也不与新的规则相撞",
                 "An id tells whose rule it is, and must not clash with rules to come"),
        bad=_ROW.replace("ZJX001", "TXT901"), good=_ROW, check=told("OWN001"),
    ),
    Rule(
        id="OWN002", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("规则编号重复", "The id of a rule is used twice"),
        message=Said("规则编号 {id} 前面已经用过；这条没有运行",
                     "The id {id} is used before this already; this one was not run"),
        advice=_OTHER, why=Said("报告、豁免和 --select 都只写编号", "Reports, waivers and --select name ids only"),
        bad=_ROW + _AGAIN, good=_ROW + _SECOND, check=told("OWN002"),
    ),
    Rule(
        id="OWN003", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("规则的条件没法查", "A rule whose test cannot be run"),
        message=Said("规则 {id} {problem}{path}；没有运行", "The rule {id} was not run: {problem}{path}"),
        advice=Said("要素和字段用 qingdan explain 查；列表后面写 []，如 channels[].kind；"
                    "must_have 和 must_not_have 只写一样",
                    "See qingdan explain for the fields; write [] behind a list, as in channels[].kind; "
                    "write one of must_have and must_not_have"),
        why=_LEFT,
        words={"problem": pairs("own_rule")},
        bad=_ROW.replace("[contact.address]", "[contact.adress]"), good=_ROW, check=told("OWN003"),
    ),
    Rule(
        id="OWN004", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("规则的例子不灵", "An example that does not show its rule"),
        message=Said("{id} 的{example}{problem}；没有运行", "The {example} of {id} {problem}; it was not run"),
        advice=Said("反面例子要恰好得到这一处发现，正面例子一处也没有；例子是一个事项文件的全文，本身不能有写法的错误",
                    "The bad example must give exactly one finding of its rule, the good one none; each is a whole "
                    "file of items without slips of form"),
        why=Said("例子跑得通，才知道规则查的就是要查的",
                 "Only examples that were run show that the rule means what it says"),
        words={"example": pairs("example"), "problem": pairs("example_fault")},
        bad=_ROW.replace('phone: "12333"}', "address: 示例路1号}"), good=_ROW, check=told("OWN004"),
    ),
    Rule(
        id="OWN005", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("代替的规则不存在", "A successor that does not exist"),
        message=Said("{id} 写明由 {successor} 代替，没有这条规则；没有运行",
                     "{id} names {successor} as its successor; there is none, and it was not run"),
        advice=Said("照另一条规则的编号写；没有代替的，写 retired 和原因",
                    "Write the id of the other rule; where there is none, write retired and why"),
        why=Said("选了停用的规则、豁免停用的规则的人，要知道改用哪一条",
                 "Who selects or waives a retired rule must learn which one to use"),
        bad=RETIRED.replace("successor: ZJX002", "successor: ZJX003"), good=RETIRED, check=told("OWN005"),
    ),
)  # fmt: skip
