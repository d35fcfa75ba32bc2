"""The records of the rules on names of items; their functions are in ``item_names``."""

from __future__ import annotations

from qingdan.rules import item_names
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import pairs

_LIST = "--- file: items/a.yaml\nschema: items/1\nitems:\n"
_READS = ("name", "aliases", "implements")
_COMPARED = Said(
    "没有对应上，就不与全国要求比较，办事人也查不到；对应错了，就会拿别的事项的要求来判断",
    "Without the link nothing is compared; with the wrong one it is judged by what is required of another service",
)
GUESSED = Said(
    "同一个名称，各地指的不是一件事；猜错了，就会拿别的事项的要求来判断",
    "Places mean different things by one name; a wrong guess would judge by another service",
)
_NATION = """--- file: items/a.yaml
schema: national-items/1
items:
  - {{id: EX-01, name: 失业登记, theme: registration, evidence: copy, aliases: [{}]}}
  - {{id: EX-02, name: 就业登记, theme: registration, evidence: copy, aliases: [{}]}}
"""
_AMBIGUOUS = """--- file: ambiguous.yaml
schema: ambiguous/1
ambiguous:
  - {names: [人员登记], items: [EX-01, EX-02], decides: 看登记的是就业还是失业。}
"""
_RELATION = pairs("relation")

RULES = (
    Rule(
        id="REF011", severity=Severity.WARNING, scope="item", since="0.1", reads=_READS, softens=False,
        title=Said("与全国事项同名，没有写对应", "Called as a national item and not linked to it"),
        message=Said("“{text}”在全国基准里是 {called}（{relation}），这里没有写对应，所以什么也没有比较",
                     "In the edition '{text}' is {called} ({relation}); without a link nothing was compared"),
        advice=Said("确是这一项的，写 implements: [{{item: {item}}}] 和 relation；看过不是的，写 implements: []",
                    "If it is, write implements: [{{item: {item}}}] with its relation; if a person has seen that it is "
                    "not, write implements: []"),
        why=_COMPARED, words={"relation": _RELATION},
        bad=_LIST + "  - {id: SL-01, name: 失业登记, origin: province}\n",
        good=_LIST + "  - {id: SL-01, name: 失业登记, implements: [{item: JY-0401, relation: exact}]}\n"
                     "  - {id: SL-02, name: 失业登记, origin: province, implements: []}\n",
        check=item_names.named_not_linked,
    ),
    Rule(
        id="REF012", severity=Severity.WARNING, scope="item", since="0.1", reads=_READS, softens=False,
        title=Said("名称是一个全国事项的，对应的是另一个", "Called as one national item, linked to another"),
        message=Said("“{text}”在全国基准里是 {called}，对应写的是 {linked_called}",
                     "In the edition '{text}' is {called}; it is linked to {linked_called}"),
        advice=Said("写错的改过来；两项都办的，两项都写；确实不是一回事的，在对应里写 note 说明",
                    "Mend the link; link both if it is both; if it is another service say why in the link's note"),
        why=_COMPARED,
        bad=_LIST + "  - {id: SL-01, name: 失业登记, implements: [{item: JY-0402, relation: exact}]}\n",
        good=_LIST + "  - {id: SL-01, name: 失业登记, implements: [{item: JY-0401}, {item: JY-0402}]}\n"
                     "  - {id: SL-02, name: 失业登记, implements: [{item: JY-0402, note: 本省并入就业登记}]}\n",
        check=item_names.linked_to_another,
    ),
    Rule(
        id="REF013", severity=Severity.WARNING, scope="edition", since="0.1",
        title=Said("一个名称属于两个全国事项", "One name for two national items"),
        message=Said("“{text}”是 {id} 的名称，也是 {other} 的，没有声明为一名多义",
                     "'{text}' is a name of {id} and of {other} and is not declared as ambiguous"),
        advice=Said("在 ambiguous.yaml 里声明，写明看什么能分清；一行里有两个事项的，写 relation: wider",
                    "Declare it in ambiguous.yaml with what decides; where one row holds both write relation: wider"),
        why=GUESSED,
        bad=_NATION.format("失业登记服务", "失业登记服务"), good=_NATION.format("失业登记服务", "就业登记服务"),
        check=item_names.shared_name,
    ),
    Rule(
        id="REF014", severity=Severity.WARNING, scope="edition", since="0.1",
        title=Said("一名多义的名称又写作别名", "A name declared as ambiguous is an alias, too"),
        message=Said("“{text}”在 ambiguous.yaml 里可能是 {items}，又写成了 {id} 的名称",
                     "By ambiguous.yaml '{text}' may be {items}; it is a name of {id}, too"),
        advice=Said("分得清的，从 ambiguous.yaml 里去掉；分不清的，从事项的名称里去掉",
                    "If it is clear remove it from ambiguous.yaml; if not, from the names of the item"),
        why=GUESSED,
        bad=_NATION.format("人员登记", "就业登记服务") + _AMBIGUOUS,
        good=_NATION.format("失业登记服务", "就业登记服务") + _AMBIGUOUS, check=item_names.ambiguous_name,
    ),
)  # fmt: skip
