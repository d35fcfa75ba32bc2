"""Rules on names as they are printed: words beside an id, two papers in one entry, alternatives in one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from json import dumps

from qingdan.loading.catalogue import Effective
from qingdan.model.declarations import declaration
from qingdan.model.naming import Paper, Printed
from qingdan.model.parts import Material
from qingdan.rules.contradictions import MEMBERS
from qingdan.rules.paths import Below, element_of, stated
from qingdan.rules.record import Edit, Fix, Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.references import LISTS, vocabulary_of
from qingdan.rules.tables import hit, reads
from qingdan.rules.words import ELEMENTS

#: Where words stand beside ids that are judged by: who may come, where to, with which papers and on which conditions.
WORDED = tuple(row for row in MEMBERS if declaration(element_of(row[0])).worded)
#: A scalar that needs no quotes in YAML.
_BARE = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]*")
#: Words of YAML itself.
_RESERVED = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))


def foreign_words(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The words beside an id are neither those of the registry nor these with a form word.

    It does not apply where a person has put a name to it (``matched_by``), to ``local/…``, and where the words are the
    registered name of another id, which REF010 says.
    """
    for path, key, words, name in WORDED:
        vocabulary = vocabulary_of(name, context.edition.registries)
        for below, member in stated(subject, path) if vocabulary else ():
            id, text = member.get(key, ""), member.get(words, "")
            if not id or not text or "matched_by" in member or vocabulary is None:
                continue
            if vocabulary.vouches(id, text) or vocabulary.named(text) or _several(text, context, name):
                continue
            args = {"list": vocabulary.name, "id": id, "text": text[:60]}
            extra = {"name": vocabulary.names[id], "field": str(below[0])}
            yield hit(subject, (*below, words), args=args, extra=extra)


def _several(text: str, context: RuleContext, registry: str) -> bool:
    """Whether a name of a paper holds several, which is told as such."""
    return registry == "evidence" and context.edition.registries.evidence.printed(text).grouping != "one"


def _named(subject: Effective, context: RuleContext) -> Iterator[tuple[Below, Material, Printed]]:
    """The papers of an item whose name holds several, with the name taken apart; what the agency fetches is no ask."""
    papers = context.edition.registries.evidence
    for below, material in stated(subject, "materials[]"):
        if material.get("by") == "agency" or "matched_by" in material:
            continue
        printed = papers.printed(material["name"])
        if len({paper.id or paper.text for paper in printed.papers}) > 1:
            yield below, material, printed


def joint_papers(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """One entry names two papers: the second would hide behind the id of the first."""
    for below, material, printed in _named(subject, context):
        if printed.grouping in ("all", "mixed") and "any_of" not in material:
            fix = _split(subject, below, material, printed) if printed.grouping == "all" and not printed.open else None
            papers = [paper.text for paper in printed.papers]
            yield hit(
                subject, (*below, "name"), args={"name": material["name"][:60]}, extra={"papers": papers}, fix=fix
            )


def alternatives(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A name says 或, and the papers are not listed one by one."""
    for below, material, printed in _named(subject, context):
        if printed.grouping == "any" and "any_of" not in material:
            extra = {"papers": [paper.text for paper in printed.papers]}
            fix = _listed(subject, below, material, printed)
            yield hit(subject, (*below, "name"), args={"name": material["name"][:60]}, extra=extra, fix=fix)


def _split(subject: Effective, below: Below, material: Material, printed: Printed) -> Fix:
    """One entry for each paper; what else the entry says stands in each."""
    rest = {key: value for key, value in material.items() if key not in ("id", "name")}
    entries = [{**_id(paper), "name": paper.text, **rest} for paper in printed.papers]
    return _replaced(subject, below, [_flow(entry) for entry in entries])


def _listed(subject: Effective, below: Below, material: Material, printed: Printed) -> Fix:
    """The same entry with its alternatives one by one; the id was that of one of them."""
    options = [{**_id(paper), "text": paper.text} for paper in printed.papers]
    rest = {key: value for key, value in material.items() if key not in ("id", "name")}
    return _replaced(subject, below, [_flow({"name": material["name"], "any_of": options, **rest})])


def _id(paper: Paper) -> dict[str, str]:
    return {"id": paper.id} if paper.id else {}


def _replaced(subject: Effective, below: Below, entries: list[str]) -> Fix:
    layer = subject.origin(str(below[0]))
    place = layer.locate(*below)
    flow = layer.document.raw((*layer.pointer, below[0])).startswith("[")
    between = ", " if flow else "\n" + " " * max(place.column - 3, 0) + "- "
    return Fix((Edit(place, between.join(entries)),), safe=False)


def _flow(value: object) -> str:
    """A value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    plain = isinstance(value, str) and _BARE.fullmatch(value) and value.lower() not in _RESERVED
    return str(value) if plain else dumps(value, ensure_ascii=False)


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"

RULES = (
    Rule(
        id="REF016", severity=Severity.WARNING, scope="item", since="0.1", reads=reads(*(row[0] for row in WORDED)),
        title=Said("编号旁边的字不是登记表里的说法", "The words beside an id are not those of the registry"),
        message=Said("{field}里“{text}”的编号是 {id}（{name}），登记表里没有这样的说法",
                     "In {field} '{text}' has the id {id} ({name}), which is not called so in the registry"),
        advice=Said("对照原文：确是同一个意思的，写 matched_by: 核对人；不是的，改编号，或者删去编号只留原文",
                    "If it means the same state matched_by (who checked); else change the id or keep the text alone"),
        why=Said("比较只看编号，办事人看的是字；没有人核对过的，这个要素先不判断",
                 "Only the id is compared and people read the words; until somebody has checked, nothing is judged"),
        words={"list": LISTS, "field": ELEMENTS},
        bad=_ITEM + "    conditions: [{any_of: [{id: of-working-age, text: 年满50周岁}]}]\n",
        good=_ITEM + "    conditions: [{any_of: [{id: of-working-age, text: 在法定劳动年龄内}]}]\n",
        check=foreign_words,
    ),
    Rule(
        id="MAT006", severity=Severity.WARNING, scope="item", since="0.1", reads=("materials",),
        title=Said("一条里写了两种材料", "Two papers in one entry"),
        message=Said("“{name}”一条里有几种材料：{papers}", "'{name}' holds several papers: {papers}"),
        advice=Said("拆成几条，一条一种材料；是“任一即可”的写成 any_of",
                    "One entry for each paper; if any one of them will do list them in any_of"),
        why=Said("只有一个编号，后面的材料就被前面的挡住，比较时看不见",
                 "With one id the others stand hidden behind the first and are not compared"),
        bad=_ITEM + "    materials: [{id: id-document, name: 身份证及户口簿}]\n",
        good=_ITEM + "    materials: [{id: id-document, name: 身份证}, {id: household-register, name: 户口簿}]\n",
        check=joint_papers,
    ),
    Rule(
        id="MAT007", severity=Severity.INFO, scope="item", since="0.1", reads=("materials",),
        title=Said("名称里写着“或”，没有逐个列出", "Alternatives in one name"),
        message=Said("“{name}”写的是任一即可：{papers}", "'{name}' stands for any one of {papers}"),
        advice=Said("在 any_of 里逐个列出，才能与全国要求比较", "List them in any_of, so that they can be compared"),
        why=Said("逐个列出，才知道哪一种都行", "Only one by one can each be found"),
        bad=_ITEM + "    materials: [{name: 身份证或社会保障卡}]\n",
        good=_ITEM + "    materials:\n      - name: 身份证或社会保障卡\n        any_of:\n"
                     "          [{id: id-document, text: 身份证}, {id: social-security-card, text: 社会保障卡}]\n",
        check=alternatives,
    ),
)  # fmt: skip
