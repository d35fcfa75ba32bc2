"""Rules on the code beside a text: id and printed name, number and printed number must say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.loading.catalogue import Effective
from qingdan.model.base import Kind
from qingdan.model.declarations import elements
from qingdan.model.registry import Vocabulary
from qingdan.rules.limits import UNITS
from qingdan.rules.paths import Below, stated
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.references import DOCUMENTS, LISTS, vocabulary_of
from qingdan.rules.tables import hit, reads
from qingdan.rules.words import ELEMENTS
from qingdan.values import contradicts, kind_of, money

#: Members: where they stand, the key of the id, the key of the printed text, the registry (as in ``references.IDS``).
MEMBERS = (
    ("levels[]", "id", "text", "levels"),
    ("accepted_at[]", "id", "text", "accepted_at"),
    ("decided_at[]", "id", "text", "decided_at"),
    ("audience[]", "id", "text", "audience"),
    ("places[]", "id", "text", "places"),
    ("service_standard[]", "id", "text", "service_standard"),
    ("channels[]", "kind", "name", "channels"),
    ("conditions[].any_of[]", "id", "text", "criteria"),
    ("materials[]", "id", "name", "evidence"),
    ("materials[].any_of[]", "id", "text", "evidence"),
)
CITATIONS = tuple(path.rsplit(".", 1)[0] for path in DOCUMENTS)
#: Where figures stand beside the words they were taken from, and of which kind they are.
FIGURES: dict[str, Kind] = {
    **{
        f"{name}[]" if kind.keyed else name: kind.name
        for name, kind in zip(elements(), map(kind_of, elements()), strict=True)
        if kind.differs
    },
    **dict.fromkeys(("steps[].limit", "result.delivery_limit"), "limits"),
}


def other_name(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The printed text is the registered name of another id.

    It does not apply where one of the two is wider than the other, or stands for it among others: such a text says the
    same less exactly. Where ``local/…`` is a person's word that it is none of the registered ones, it is a remark.
    """
    for path, key, words, name in MEMBERS:
        for below, member in stated(subject, path):
            vocabulary = vocabulary_of(name, context.edition.registries)
            id, text = member.get(key, ""), member.get(words, "")
            other = vocabulary.resolve(None, text) if vocabulary and id and text else ""
            if vocabulary and other and other != id and not _related(vocabulary, id, other):
                yield _named(subject, (*below, words), vocabulary.name, id, text, other, vocabulary.names[other])
    yield from _other_document(subject, context)


def _other_document(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The same for documents; those that replaced one another are one."""
    documents = context.edition.registries.documents
    for below, citation in stated(subject, *CITATIONS):
        id = citation.get("document", "")
        other = documents.resolve(None, citation.get("number"), citation.get("title")) if id in documents.by_id else ""
        if other and other not in documents.family(id):
            words = "number" if documents.resolve(None, citation.get("number"), None) == other else "title"
            said = documents.by_id[other]["title"]
            yield _named(subject, (*below, words), "documents", id, citation[words], other, said)


def _named(
    subject: Effective, below: tuple[str | int, ...], list: str, id: str, text: str, other: str, said: str
) -> Hit:
    args = {"list": list, "id": id, "text": text, "other": other}
    weight = Severity.INFO if id.startswith("local/") else None
    return hit(subject, below, args=args, extra={"name": said}, suggestions=(other,), severity=weight)


def _related(vocabulary: Vocabulary, id: str, other: str) -> bool:
    """Whether one is wider than the other or shares an atom with it; an unknown id is said elsewhere."""
    if id not in vocabulary.names:
        return not id.startswith("local/")
    wider = {id, *vocabulary.broader.get(id, ())}, {other, *vocabulary.broader.get(other, ())}
    atoms = vocabulary.stands_for(id) & vocabulary.stands_for(other)
    return other in wider[0] or id in wider[1] or bool(atoms)


def other_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The text prints figures, and those beside it are others. What cannot be read for sure is passed over."""
    licence = subject.record.get("type") == "licence"
    for path, kind in FIGURES.items():
        for below, entry in stated(subject, path):
            if contradicts(kind, entry, licence):
                yield _said(subject, (*below, "text"), entry["text"], _figure(entry))
    for below, line in stated(subject, "fee.lines[]"):
        if "money" in line and money.differs(line["money"], line["standard"]):
            yield _said(subject, (*below, "standard"), line["standard"], _figure(line["money"]))


def _figure(entry: Mapping[str, object]) -> str:
    """The figures as the record holds them, ``5 working_day``; the renderer puts words for the units."""
    if "charged" in entry:
        return f"charged_{entry['charged']}"
    if "yuan" in entry:
        fen = f".{entry['fen']:02}" if entry.get("fen") else ""
        return f"{entry['yuan']}{fen} yuan"
    if "value" in entry:
        return str(entry["value"])
    unit = entry.get("unit") or ("time" if "per" in entry or "reason" in entry else "")
    return f"{entry.get('amount', '')} {unit}".strip()


def _said(subject: Effective, below: Below, text: str, stated: str) -> Hit:
    return hit(subject, below, args={"field": str(below[0]), "text": text[:60], "stated": stated})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_CHARGED = {"charged_no": Said("不收费", "free of charge"), "charged_yes": Said("收费", "charged")}
_WORDS = {**UNITS, "time": Said("次", "times"), "yuan": Said("元", "yuan"), **_CHARGED}

RULES = (
    Rule(
        id="REF010", severity=Severity.WARNING, scope="item", since="0.1", softens=False,
        reads=reads(*(row[0] for row in MEMBERS), *CITATIONS),
        title=Said("编号与原文说的不是一回事", "Id and text name different things"),
        message=Said("原文“{text}”在{list}中是 {other}（{name}），编号写的是 {id}",
                     "In the {list} '{text}' is {other} ({name}); the id here is {id}"),
        advice=Said("对照原文，编号写错的改成 {other}；原文录错的改原文；拿不准的删去编号，只留原文",
                    "By the original, write {other} or mend the text; if in doubt remove the id and keep the text"),
        why=Said("检查和比较只看编号；编号写错，不该要的材料会被当成另一种放过去",
                 "Only the id is compared; with a wrong one a paper that must not be asked for passes as another"),
        words={"list": LISTS},
        bad=_ITEM + "    materials: [{id: id-document, name: 户口簿}]\n",
        good=_ITEM + "    materials: [{id: household-register, name: 户口簿}]\n", check=other_name,
    ),
    Rule(
        id="ELM006", severity=Severity.WARNING, scope="item", since="0.1", softens=False,
        reads=reads(*FIGURES),
        title=Said("填的数与原文的数不同", "The figures differ from the printed ones"),
        message=Said("{field}的原文是“{text}”，填的是 {stated}",
                     "The text of {field} is '{text}'; the figures say {stated}"),
        advice=Said("对照原文，改正数字或单位；原文录错的改原文", "Mend number or unit, or the text, by the original"),
        why=Said("比较时看填的数，办事人看原文，两处要一致",
                 "Comparisons read the figures and people read the text; they must agree"),
        words={"field": ELEMENTS, "stated": _WORDS},
        bad=_ITEM + "    promised_limit: [{amount: 3, unit: working_day, text: 30个工作日}]\n",
        good=_ITEM + "    promised_limit: [{amount: 30, unit: working_day, text: 30个工作日}]\n", check=other_number,
    ),
)  # fmt: skip
