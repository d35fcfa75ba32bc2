"""Rules on materials: what a person could not prepare, and cases that are not told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model.parts import Material
from qingdan.rules.record import Hit, Related, Rule, RuleContext, Said, Severity, at
from qingdan.values.unasked import asked

#: The whole name is a catch-all: 其他材料, 相关证明, 经办机构认为需要的其他有关资料. 就业困难人员相关证明 is none.
CATCH_ALL = re.compile(
    r"^(?:.{0,14}(?:认为|规定|要求)?(?:需要|必须|应当|要求)(?:提供|提交|补充)?的)?(?=.*(?:其他|其它|有关|相关))"
    r"(?:其他|其它)?(?:有关|相关|需要|需|要求|规定|提供|提交|应当|必要|所|的)*(?:个人|单位)?(?:证明)?(?:申请|申报)?"
    r"(?:材料|资料|证明|证件|手续|文件)$"
)
#: A copy is wanted: not where the original or an electronic one will do, nor where none is taken.
_COPY = re.compile("(?<!不收)(?<!不要)(?<!无需)(?<!免收)(?<!免交)(?<!或)(?<!或者)(?:彩色)?复印件?(?!件|或|均可|皆可|/)")


def _path(material: Material, context: RuleContext) -> str:
    """What a path calls a material: its id where it is known, else its printed name."""
    return context.edition.registries.evidence.resolve(material.get("id"), material["name"]) or material["name"]


def catch_all(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A required paper whose whole name is a catch-all; optional ones and those the agency fetches are no ask."""
    for index, material in enumerate(subject.record.get("materials", [])):
        name = re.sub(r"[\s“”\"、，,。]|[(（].*?[)）]", "", material["name"])
        if asked(material) and (_path(material, context) == "catch-all" or CATCH_ALL.match(name)):
            args = {"name": material["name"]}
            yield at(subject, "materials", index, "name", name=_path(material, context), args=args)


def no_case(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """What is asked for in some cases only says in which."""
    for index, material in enumerate(subject.record.get("materials", [])):
        if material.get("necessity") == "conditional" and not {"when", "case"} & set(material):
            args = {"name": material["name"]}
            yield at(subject, "materials", index, "necessity", name=_path(material, context), args=args)


def no_deadline(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """What may be brought later says until when."""
    for index, material in enumerate(subject.record.get("materials", [])):
        if material.get("necessity") == "deferrable" and not {"when", "note"} & set(material):
            args = {"name": material["name"]}
            yield at(subject, "materials", index, "necessity", name=_path(material, context), args=args)


def listed_twice(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """One paper stands twice for the same case."""
    vocabulary = context.edition.registries.evidence
    seen: dict[tuple[str, str, str], int] = {}
    for index, material in enumerate(subject.record.get("materials", [])):
        id = vocabulary.resolve(material.get("id"), material["name"])
        if not id or "any_of" in material or id.startswith("local/"):
            continue
        key = (id, material.get("case", ""), material.get("when", ""))
        first = seen.setdefault(key, index)
        if first != index:
            related = (Related(subject.locate("materials", first), "first_defined"),)
            args = {"name": material["name"], "id": id}
            yield at(subject, "materials", index, "name", name=id, args=args, related=related)


def copy_of_id(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A copy of the identity document is asked for, in a list in use."""
    vocabulary = context.edition.registries.evidence
    for index, material in enumerate(() if context.printed else subject.record.get("materials", [])):
        id = vocabulary.resolve(material.get("id"), material["name"])
        if id == "id-document" and asked(material) and _COPY.search(material.get("form") or material["name"]):
            yield at(subject, "materials", index, "form", name=id, args={"name": material["name"]})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 就业困难人员认定\n    materials:\n"
_LIST = """--- file: catalogue.yaml
schema: catalogue/1
province: "990000"
name: 示例清单
edition: "2025"
kind: list
completeness: partial
source: {title: 示例, evidence: sample, seen: whole}
--- file: items/a.yaml
"""

RULES = (
    Rule(
        id="MAT001", severity=Severity.WARNING, scope="item", since="0.1", reads=("materials",),
        title=Said("材料名称是兜底的说法", "A catch-all as a material"),
        message=Said("“{name}”没有说明是什么材料", "'{name}' does not say which paper is meant"),
        advice=Said("逐个写出要哪些材料；已经列全的，删去这一项",
                    "Name each paper; if the list is complete without it, remove it"),
        why=Said("办事人备不齐一份不知道是什么的材料，只好多跑一趟",
                 "Nobody can prepare a paper without knowing which; people have to come twice"),
        bad=_ITEM + "      - {id: id-document, name: 有效身份证件}\n      - {name: 其他需要提交的资料}\n",
        good=_ITEM + "      - {id: id-document, name: 有效身份证件}\n      - {name: 低保家庭证明}\n", check=catch_all,
    ),
    Rule(
        id="MAT002", severity=Severity.WARNING, scope="item", since="0.1", reads=("materials",),
        title=Said("没有写什么情形下需要", "In which case is not said"),
        message=Said("“{name}”只在特定情形需要，没有写是什么情形",
                     "'{name}' is asked for in some cases, not said which"),
        advice=Said("在 when 写明情形；一律需要的把 necessity 改成 required",
                    "State the case in when, or write necessity: required"),
        why=Said("办事人要能看出自己该不该带", "People must be able to tell whether it concerns them"),
        bad=_ITEM + "      - {name: 残疾人证, necessity: conditional}\n",
        good=_ITEM + "      - {name: 残疾人证, necessity: conditional, when: 残疾人员}\n", check=no_case,
    ),
    Rule(
        id="MAT003", severity=Severity.INFO, scope="item", since="0.1", reads=("materials",),
        enforces="政务服务事项管理系统的代码集（容缺后补，实例）",
        title=Said("容缺后补没有写期限", "To be brought later, not said until when"),
        message=Said("“{name}”可以后补，没有写补交的期限", "'{name}' may be brought later; until when is not said"),
        advice=Said("在 when 或 note 写补交的期限", "State the deadline in when or note"),
        why=Said("不知道期限，办事人可能错过", "People may miss a deadline that they do not know"),
        bad=_ITEM + "      - {name: 结婚证, necessity: deferrable}\n",
        good=_ITEM + "      - {name: 结婚证, necessity: deferrable, note: 受理之日起5个工作日内补交}\n",
        check=no_deadline,
    ),
    Rule(
        id="MAT004", severity=Severity.INFO, scope="item", since="0.1", reads=("materials",),
        title=Said("同一材料列了两次", "A paper is listed twice"),
        message=Said("“{name}”与前面的一项是同一种材料", "'{name}' is a paper that is listed already"),
        advice=Said("合成一项；情形不同的，写明各是什么情形", "Join them, or state the case of each"),
        why=Said("办事人会以为要准备两份", "People will bring it twice"),
        bad=_ITEM + "      - {id: id-document, name: 身份证}\n      - {id: id-document, name: 有效身份证件}\n",
        good=_ITEM + "      - {id: id-document, name: 身份证, case: 本人}\n"
                     "      - {id: id-document, name: 有效身份证件, case: 代办}\n", check=listed_twice,
    ),
    Rule(
        id="MAT005", severity=Severity.INFO, scope="item", since="0.1", reads=("materials",),
        title=Said("要求提供身份证件复印件", "A copy of the identity document is asked for"),
        message=Said("要求提供“{name}”的复印件", "A copy of '{name}' is asked for"),
        advice=Said("能验原件、用电子证照或自行复印的，不必要复印件；确需留存的写明由谁复印",
                    "Where the original or an electronic one will do, no copy is needed"),
        why=Said("身份信息可以当场核验，复印件多花群众的时间",
                 "It can be verified on the spot; copies cost people time"),
        bad=_LIST + _ITEM + "      - {id: id-document, name: 身份证, form: 复印件}\n",
        good=_LIST + _ITEM + "      - {id: id-document, name: 身份证, form: 原件（查验）}\n", check=copy_of_id,
    ),
)  # fmt: skip
