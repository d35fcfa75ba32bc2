"""The records of the rules on an edition; their functions are in ``editions``."""

from __future__ import annotations

from qingdan.rules import editions
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.references import LISTS
from qingdan.rules.words import ELEMENTS

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_DOCUMENTS = """--- file: documents.yaml
schema: documents/1
documents:
  - {id: law-a, title: 示例法, kind: law, status: in_force, evidence: copy, seen: part}
"""
_ITEM = """--- file: items/a.yaml
schema: national-items/1
items:
  - id: EX-01
    name: 失业登记
    theme: registration
    evidence: copy
"""
_REQUIREMENT = """    requirements:
      - id: {}-R01
        element: {}
        relation: within
        value: {{limits: [{{amount: 3, unit: working_day}}]}}
        basis: [{{document: {}, evidence: copy, seen: {}}}]
        explains: 三个工作日办结。
"""
_CROSSWALK = """--- file: crosswalks/a.yaml
schema: crosswalk/1
id: list-a
name: 示例清单
document: law-a
rows:
  - {{id: A-1, name: 失业登记, evidence: copy, items: [{}]{}}}
"""
_EVIDENCE = """--- file: evidence.yaml
schema: evidence/1
evidence:
  - {{id: id-document, name: 有效身份证件, kind: proof, aliases: [身份证]}}
  - {{id: {}, name: {}, kind: proof}}
"""
_TARGET = "{item: EX-01, relation: exact}"
_RESOLVE = Said("全国基准错了，每个省的判断都会错", "Where the edition is wrong every province is judged wrongly")
_GOOD = _DOCUMENTS + _ITEM + _REQUIREMENT.format("EX-01", "promised_limit", "law-a", "part")
_MISSING = Said("核对编号，或先登记再引用", "Check the id, or register it first")

RULES = (
    Rule(
        id="EDN001", severity=_ERROR, scope="edition", since="0.1",
        title=Said("引用的编号不存在", "An id that is not there"),
        message=Said("{list}里没有 {id}", "There is no {id} in the {list}"), advice=_MISSING, why=_RESOLVE,
        words={"list": LISTS},
        bad=_DOCUMENTS + _ITEM + _REQUIREMENT.format("EX-01", "promised_limit", "law-b", "part"), good=_GOOD,
        check=editions.unresolved,
    ),
    Rule(
        id="EDN002", severity=_ERROR, scope="edition", since="0.1",
        title=Said("要求的值与要素对不上", "The value does not fit the element"),
        message=Said("{element}的值应当写在 {wanted} 下，这里写的是 {found}",
                     "The value of {element} belongs under {wanted}; it stands under {found}"),
        advice=Said("核对要素名和值的种类", "Check the element and the kind of value"), why=_RESOLVE,
        words={"element": ELEMENTS},
        bad=_DOCUMENTS + _ITEM + _REQUIREMENT.format("EX-01", "materials", "law-a", "part"), good=_GOOD,
        check=editions.wrong_value,
    ),
    Rule(
        id="EDN003", severity=_WARNING, scope="edition", since="0.1",
        title=Said("依据写得比看到的多", "A basis that claims more than was seen"),
        message=Said("要求写着看到了 {document} 的 {seen}，文件登记的是 {document_seen}",
                     "The requirement says that {seen} of {document} was seen; its record says {document_seen}"),
        advice=Said("按实际看到的写；补看了原文的，更新 documents.yaml",
                    "State what was seen, or update documents.yaml"),
        why=Said("没有看到全文，要求就不能写得比摘录宽", "A requirement is not to be worded wider than what was seen"),
        bad=_GOOD.replace("evidence: copy, seen: part}\n--", "evidence: copy, seen: none}\n--"), good=_GOOD,
        check=editions.claims_too_much,
    ),
    Rule(
        id="EDN004", severity=_ERROR, scope="edition", since="0.1",
        title=Said("要求的编号不是这个事项的", "The id of a requirement on another item"),
        message=Said("{id} 写在事项 {item} 下，编号应当以它开头", "{id} stands on {item} and should begin with its id"),
        advice=Said("改编号，或把要求移到它的事项下", "Rename it, or move it to its item"), why=_RESOLVE,
        bad=_DOCUMENTS + _ITEM + _REQUIREMENT.format("EX-02", "promised_limit", "law-a", "part"), good=_GOOD,
        check=editions.foreign_id,
    ),
    Rule(
        id="EDN005", severity=_ERROR, scope="edition", since="0.1",
        title=Said("编号重复", "An id is used twice"),
        message=Said("编号 {id} 已经用过", "The id {id} is used already"),
        advice=Said("给其中一个新编号，或合成一条", "Give one of them a new id, or join them"), why=_RESOLVE,
        bad=_EVIDENCE.format("id-document", "户口簿"), good=_EVIDENCE.format("household-register", "户口簿"),
        check=editions.repeated_id,
    ),
    Rule(
        id="EDN006", severity=_ERROR, scope="edition", since="0.1",
        title=Said("对照表指向的事项不存在", "A crosswalk points to no item"),
        message=Said("{list}里没有 {id}", "There is no {id} in the {list}"), advice=_MISSING, why=_RESOLVE,
        words={"list": LISTS},
        bad=_ITEM + _CROSSWALK.format("{item: EX-09, relation: exact}", ""),
        good=_ITEM + _CROSSWALK.format(_TARGET, ""), check=editions.crosswalk_target,
    ),
    Rule(
        id="EDN007", severity=_WARNING, scope="edition", since="0.1",
        title=Said("对照表的一行没有事项，也没有原因", "A row of a crosswalk with neither item nor reason"),
        message=Said("{row} {name} 没有对应事项，没有写原因", "{row} {name} has no item, and no reason is given"),
        advice=Said("写明对应的事项；没有的，在 because 写原因",
                    "Name its items, or say why there are none in because"),
        why=Said("一行不漏，才能说对照过整份清单",
                 "Only with every row accounted for has the whole list been compared"),
        bad=_ITEM + _CROSSWALK.format("", ""), good=_ITEM + _CROSSWALK.format("", ", because: 兜底的一项"),
        check=editions.crosswalk_silent,
    ),
    Rule(
        id="EDN008", severity=_ERROR, scope="edition", since="0.1",
        title=Said("主题不存在", "There is no such theme"),
        message=Said("{list}里没有 {id}", "There is no {id} in the {list}"), advice=_MISSING,
        why=Said("按主题找的人看不到这个事项", "People who look by theme do not find the item"), words={"list": LISTS},
        bad=_ITEM.replace("theme: registration", "theme: registry"), good=_ITEM, check=editions.unknown_theme,
    ),
    Rule(
        id="EDN009", severity=_WARNING, scope="edition", since="0.1",
        title=Said("核对人和核对日期只写了一个", "Checked by whom, or when, is missing"),
        message=Said("只写了 {stated}", "Only {stated} is stated"),
        advice=Said("checked_by 和 checked_on 一起写；没有核对过的都不写",
                    "State checked_by and checked_on, or neither"),
        why=Said("“已核对”要说得出谁、哪一天对照了官方原文",
                 "Verified means that a named person compared it with the official text on a known day"),
        bad="--- file: edition.yaml\nschema: edition/1\nid: example\nname: 示例基准\nkind: sample\nthemes: []\n"
            "source: {title: 示例, evidence: sample, seen: whole, checked_by: 示例员}\n",
        good="--- file: edition.yaml\nschema: edition/1\nid: example\nname: 示例基准\nkind: sample\nthemes: []\n"
             "source: {title: 示例, evidence: sample, seen: whole}\n", check=editions.unfinished_check,
    ),
    Rule(
        id="EDN010", severity=_ERROR, scope="edition", since="0.1",
        title=Said("日期不存在", "A day that does not exist"),
        message=Said("{date} 在日历上不存在", "There is no such day as {date}"),
        advice=Said("核对日期；不知道哪一天的，只写到年或月",
                    "Check it; write year or month only if the day is not known"),
        why=Said("日期决定要求从哪一天起适用", "Dates decide from when a requirement holds"),
        bad=_DOCUMENTS.replace("kind: law", 'kind: law, date: "2023-02-30"'), good=_DOCUMENTS,
        check=editions.impossible_date,
    ),
    Rule(
        id="EDN011", severity=_WARNING, scope="edition", since="0.1",
        title=Said("一个名称给了两个编号", "One name for two ids"),
        message=Said("“{text}”同时是 {other} 和 {id} 的名称或别名",
                     "'{text}' is a name or alias of both {other} and {id}"),
        advice=Said("留在其中一个下面，另一个换一个说得清的名称", "Keep it with one of them"),
        why=Said("按名称认材料和条件时会认错", "Papers and criteria that are recognised by name would be mistaken"),
        bad=_EVIDENCE.format("household-register", "身份证"), good=_EVIDENCE.format("household-register", "户口簿"),
        check=editions.shared_alias,
    ),
    Rule(
        id="EDN012", severity=_ERROR, scope="edition", since="0.1",
        title=Said("要求的要素不存在", "A requirement on no element"),
        message=Said("没有名为“{element}”的要素", "There is no element called '{element}'"),
        advice=Said("写要素的英文名，如 promised_limit", "Write the name of an element, such as promised_limit"),
        why=_RESOLVE,
        bad=_DOCUMENTS + _ITEM + _REQUIREMENT.format("EX-01", "promise_limit", "law-a", "part"), good=_GOOD,
        check=editions.unknown_element,
    ),
    Rule(
        id="EDN013", severity=_ERROR, scope="edition", since="0.1",
        title=Said("要求没有写值", "A requirement without a value"),
        message=Said("对{element}的要求没有写 value", "The requirement on {element} has no value"),
        advice=Said("在 value 下写要求的值；只展示、不判断的，把 relation 写成 free",
                    "State what is required in value; write relation: free if it is only shown"),
        why=_RESOLVE, words={"element": ELEMENTS},
        bad=_GOOD.replace("value: {limits: [{amount: 3, unit: working_day}]}", "value: {}"), good=_GOOD,
        check=editions.no_value,
    ),
)  # fmt: skip
