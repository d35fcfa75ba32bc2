"""Rules on what an item states: what a guide should say, and parts that go together."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.rules.completeness import FREE, FULL, ITEM, PRACTICE, missing_first
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at
from qingdan.rules.tables import Stated, demands, hit
from qingdan.rules.words import ELEMENTS

#: The words of a result's name and the type that goes with them.
RESULT_TYPES = {"证": "certificate", "证书": "certificate", "批复": "approval", "批文": "approval"}


def result_type(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A result called 证 is a certificate, one called 批复 an approval; other endings say nothing."""
    result = subject.record.get("result", {})
    name, type = result.get("name", ""), result.get("type", "")
    vocabulary = context.edition.registries.vocabulary("result")
    stated = vocabulary.resolve(type, type) or vocabulary.resolve(None, type)
    for ending, expected in RESULT_TYPES.items():
        if name.endswith(ending) and expected in vocabulary.names and stated in ("certificate", "approval"):
            if stated != expected:
                args = {"name": name, "type": type}
                yield at(subject, "result", "type", name="type", args=args)
            return


def topics(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Topics for persons or for companies are given although the item does not serve them."""
    audience = subject.record.get("audience", [])
    vocabulary = context.edition.registries.vocabulary("audience")
    ids = [vocabulary.resolve(member.get("id"), member.get("text")) for member in audience]
    if not ids or not all(ids) or not subject.known_in_whole("audience"):
        return
    atoms = {
        atom for id in ids for wide in (id, *vocabulary.broader.get(id, ())) for atom in vocabulary.stands_for(wide)
    }
    for key, served in (("topics_person", "natural-person" in atoms), ("topics_company", atoms != {"natural-person"})):
        if key in subject.record.get("guide", {}) and not served:
            yield hit(subject, ("guide", key), args={"topics": key})


RULES = (
    Rule(
        id="ELM001", severity=Severity.WARNING, scope="item", since="0.1", from_grade="guides", enforces=PRACTICE,
        title=Said("办事人先要知道的没有写", "What a person asks first is missing"),
        message=Said("“{name}”没有写明：{elements}", "'{name}' does not state: {elements}"),
        advice=Said("先补这些：到哪里办、带什么、多久、收不收费、打哪个电话；确实没有的写明没有，如不需要材料写 "
                    "materials: []；原文就不全的，在 known_in_part 写 all；清单还只有名称的，写 completeness: names",
                    "State these first, also where the answer is none (materials: []); write known_in_part: [all] if "
                    "the text that was to be had is not complete, and completeness: names for a list of names"),
        why=Said("没有写的，办事人只能去问，也没法与全国要求比较",
                 "What is not stated people have to ask for, and it cannot be compared"),
        words={"elements": ELEMENTS},
        bad=ITEM + FULL, good=ITEM + FULL + FREE, check=missing_first,
    ),
    Rule(
        id="ELM002", severity=Severity.WARNING, scope="item", since="0.1", reads=("provider",), enforces=PRACTICE,
        title=Said("受委托组织没有写委托部门", "Entrusted, but not by whom"),
        message=Said("实施主体是受委托组织，没有写受哪个部门委托", "The body is entrusted, and it is not said by whom"),
        advice=Said("在 provider.entrusted_by 写委托部门；不是受委托的，改 nature", "State provider.entrusted_by"),
        why=Said("受委托实施的事项，由委托部门负责", "The entrusting department answers for the item"),
        bad=ITEM + "    provider: {name: 示例中心, nature: entrusted}\n",
        good=ITEM + "    provider: {name: 示例中心, nature: entrusted, entrusted_by: 示例市人社局}\n",
        check=demands(Stated("provider.nature", ("entrusted",)), "provider.entrusted_by"),
    ),
    Rule(
        id="ELM003", severity=Severity.INFO, scope="item", since="0.1", reads=("result",), enforces=PRACTICE,
        title=Said("证书类结果没有样本", "A certificate without a sample"),
        message=Said("办理结果是证照，没有给出样本", "The result is a certificate, and no sample is given"),
        advice=Said("在 result.sample 写样本的名称或文件名", "Name the sample in result.sample"),
        why=Said("看过样本，办事人才知道拿到的对不对", "With a sample people know what to expect"),
        bad=ITEM + "    result: {name: 就业创业证, type: certificate}\n",
        good=ITEM + "    result: {name: 就业创业证, type: certificate, sample: 就业创业证样本.pdf}\n",
        check=demands(Stated("result.type", ("certificate",)), "result.sample", only_in_use=True),
    ),
    Rule(
        id="ELM004", severity=Severity.INFO, scope="item", since="0.1", reads=("result",), enforces=PRACTICE,
        title=Said("结果名称与类型不一致", "The result's name and type disagree"),
        message=Said("结果名称是“{name}”，类型写的是 {type}", "The result is called '{name}', its type is {type}"),
        advice=Said("核对结果类型：证照 certificate，批文 approval", "Check the type: certificate or approval"),
        why=Said("结果类型决定能不能发电子证照", "The type decides whether an electronic certificate can be issued"),
        bad=ITEM + "    result: {name: 就业创业证, type: approval}\n",
        good=ITEM + "    result: {name: 就业创业证, type: certificate}\n", check=result_type,
    ),
    Rule(
        id="ELM005", severity=Severity.WARNING, scope="item", since="0.1", reads=("audience", "guide"),
        enforces=PRACTICE,
        title=Said("主题分类与服务对象不一致", "Topics for people who are not served"),
        message=Said("写了{topics}，服务对象里没有他们", "There are {topics}, and the audience does not include them"),
        advice=Said("核对服务对象；对象确实不包括的，删去主题分类", "Check the audience, or remove the topics"),
        why=Said("主题分类决定办事人在哪里找得到这个事项", "Topics decide where people find the item"),
        words={"topics": {"topics_person": Said("面向自然人的主题分类", "topics for persons"),
                          "topics_company": Said("面向法人的主题分类", "topics for companies")}},
        bad=ITEM + "    audience: [{id: natural-person}]\n    guide: {topics_company: [就业]}\n",
        good=ITEM + "    audience: [{id: natural-person}]\n    guide: {topics_person: [就业]}\n", check=topics,
    ),
)  # fmt: skip
