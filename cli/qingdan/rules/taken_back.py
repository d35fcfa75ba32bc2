"""A rule on words that take back the value they stand beside: such a value is neither praised nor held against anybody.

The words settle nothing by themselves; the rule tells the keeper how to write what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.rules.contradictions import FIGURES
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.tables import hit, reads
from qingdan.rules.words import ELEMENTS
from qingdan.values import KINDS, says_more
from qingdan.values.concepts import closed
from qingdan.values.unasked import unasking


def taken_back(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """More than the figure, no paper to bring, or a channel that is not open, by the words beside it."""
    for path, kind in FIGURES.items():
        for below, entry in stated(subject, path):
            if says_more(kind, entry):
                yield _said(subject, (*below, "text"), entry["text"], KINDS[kind].beyond)
    for below, material in stated(subject, "materials[]"):
        words = unasking(material)
        if words and material.get("by") != "agency" and material.get("necessity") != "optional":
            name = material["name"]
            yield _said(subject, (*below, "name"), name if words in name else f"{name}（{words}）", "unasked")
    for below, channel in stated(subject, "channels[]"):
        if closed(channel):
            yield _said(subject, below, channel.get("name", ""), "closed")


def _said(subject: Effective, below: tuple[str | int, ...], text: str, what: str) -> Hit:
    return hit(subject, below, args={"field": str(below[0]), "text": text[:60], "what": what})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_WHAT = {
    "more_said": Said("不止填的数", "speaks of more than the figure"),
    "costs_said": Said("另有费用", "speaks of costs"),
    "unasked": Said("不用交，或者不一定要交", "says that it need not be brought, or not always"),
    "closed": Said("没有开通，或者只能查询", "says that it is not open, or only for enquiries"),
}
RULES = (
    Rule(
        id="ELM007", severity=Severity.INFO, scope="item", since="0.1", softens=False,
        reads=reads(*FIGURES, "materials[]", "channels[]"),
        title=Said("旁边的字收回了填的内容", "The words beside a value take it back"),
        message=Said("{field}写着“{text}”，说的是{what}，没有拿它判断",
                     "{field}: '{text}' {what}; it is not judged"),
        advice=Said("照字的意思写：延长的、另一步的各写一条（case、step）；部门核验的材料写 by: agency，可交可不交的写 "
                    "necessity: optional；要收费的写 charged: yes；没有开通的渠道删去。字不对的改字",
                    "Write what the words mean: an extension or step as an entry of its own, by: agency or necessity: "
                    "optional for a paper, charged: yes for costs, no row for a closed channel; or mend the words"),
        why=Said("只看填的内容会夸错、也会冤枉；办事人看的是字",
                 "By the value alone an office is praised or blamed wrongly; people read the words"),
        words={"field": ELEMENTS, "what": _WHAT},
        bad=_ITEM + "    materials: [{name: 户口簿（无需提交）}]\n",
        good=_ITEM + "    materials: [{name: 户口簿, by: agency}]\n", check=taken_back,
    ),
)  # fmt: skip
