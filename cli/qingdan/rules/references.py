"""Rules on references into the edition: what an item points to must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model.base import RegistryKind
from qingdan.model.declarations import elements
from qingdan.model.likeness import closest
from qingdan.model.registry import Registries, Vocabulary
from qingdan.rules.paths import Below, element_of, stated
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at
from qingdan.rules.tables import hit, reads
from qingdan.rules.words import pairs

#: Where ids of a registry stand → the kind of the registry.
IDS: dict[str, RegistryKind] = {
    "type": "type",
    "levels[].id": "levels",
    "accepted_at[].id": "accepted_at",
    "decided_at[].id": "decided_at",
    "audience[].id": "audience",
    "places[].id": "places",
    "service_standard[].id": "service_standard",
    "channels[].kind": "channels",
    "provider.nature": "provider",
    "online.depth": "online",
    "cross_region.scope": "cross_region",
    "promised_limit[].channel": "channels",
    "statutory_limit[].channel": "channels",
    "visits[].channel": "channels",
    "promised_limit[].start": "event",
    "statutory_limit[].start": "event",
    "applicant_deadline[].start": "event",
    "months[].until": "event",
    "conditions[].any_of[].id": "criteria",
    "materials[].id": "evidence",
    "materials[].any_of[].id": "evidence",
}
_BY_ELEMENT = {
    element: [(path, name) for path, name in IDS.items() if element_of(path) == element]
    for element in map(element_of, IDS)
}
#: The registries and lists of an edition by name: ``list`` of several rules.
LISTS = pairs("list")
#: Where ids of documents stand.
DOCUMENTS = ("legal_basis[].document", "standards[].document", "materials[].basis[].document")


def vocabulary_of(kind: RegistryKind, registries: Registries) -> Vocabulary | None:
    """The registry of a kind; ``None`` where the edition has none, so that nothing can be said."""
    found = registries.vocabulary(kind)
    return found if found.names else None


def unknown_national_item(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """``implements`` must name an item of the edition."""
    edition = context.edition
    for index, link in enumerate(subject.record.get("implements", [])):
        if link["item"] not in edition.items:
            args, near = {"item": link["item"], "edition": edition.id}, _near(link["item"], edition.items)
            yield at(subject, "implements", index, "item", name=link["item"], args=args, suggestions=near)


def _rows_of(subject: Effective) -> Iterator[tuple[str, str]]:
    """The rows of ``IDS`` on elements that the top layer states."""
    for element in subject.layers[-1].record:
        yield from _BY_ELEMENT.get(element, ())


def unknown_id(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Ids of papers, criteria and concepts must be in their registry; ``local/…`` stands for itself."""
    for path, name in _rows_of(subject):
        for below, id in stated(subject, path):
            vocabulary = vocabulary_of(name, context.edition.registries)
            if vocabulary and id not in vocabulary.names and not id.startswith("local/"):
                yield _unknown(subject, below, id, vocabulary.name, vocabulary.names)


def unknown_document(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Ids of documents must be in documents.yaml."""
    known = context.edition.registries.documents.by_id
    for below, id in stated(subject, *DOCUMENTS) if known else ():
        if id not in known and not id.startswith("local/"):
            yield _unknown(subject, below, id, "documents", known)


def unknown_element(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """``known_in_part`` names elements, or ``all``; a stated change names one element."""
    for below, name in stated(subject, "known_in_part[]", "changes[].element"):
        if name not in elements() and (name, below[0]) != ("all", "known_in_part"):
            yield hit(subject, below, args={"element": name}, suggestions=_near(name, elements()))


def _unknown(subject: Effective, below: Below, id: str, list: str, known: Iterable[str]) -> Hit:
    args, extra = {"id": id, "list": list}, {"registry": list}
    return hit(subject, below, args=args, extra=extra, suggestions=_near(id, known))


def _near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    near = closest(word, known)
    return (near,) if near else ()


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"

RULES = (
    Rule(
        id="REF001", severity=Severity.ERROR, scope="item", since="0.1", reads=("implements",),
        title=Said("对应的全国事项不存在", "The national item does not exist"),
        message=Said("对应的全国事项 {item} 不在全国基准 {edition} 中",
                     "National item {item} is not in edition {edition}"),
        advice=Said("核对编号；确属地方特色的事项，删去 implements 并写明 origin",
                    "Check the id; if the item is local, remove implements and state its origin"),
        why=Said("没有对应上全国事项，就无法与全国要求比较，也会被当作缺项",
                 "Without the link nothing can be compared, and the national item counts as missing"),
        bad=_ITEM + "    implements: [{item: JY-9999}]\n",
        good=_ITEM + "    implements: [{item: JY-0401}]\n",
        check=unknown_national_item,
    ),
    Rule(
        id="REF002", severity=Severity.ERROR, scope="structure", since="0.1",
        title=Said("清单对照的全国基准找不到", "The edition named by the list is not to be had"),
        message=Said("清单写明对照全国基准 {edition}，这里没有这个版本，已改用 {used}；现有的版本：{known}",
                     "The list names edition {edition}, which is not here; {used} was used instead. Known: {known}"),
        advice=Said("把 edition 改成现有的版本；自编的基准用 --edition 给出它的文件夹",
                    "Name one of these editions; give your own edition by its folder with --edition"),
        why=Said("对照的版本不同，全国要求就可能不同", "Another edition may require other things"),
    ),
    Rule(
        id="REF003", severity=Severity.ERROR, scope="item", since="0.1", reads=reads(*IDS),
        title=Said("编号不在登记表中", "The id is not in its registry"),
        message=Said("编号 {id} 不在{list}中", "{id} is not in the {list}"),
        advice=Said("用 qingdan explain {registry} 查有哪些编号；登记表里确实没有的，删去编号，只留原文；"
                    "经人工确认是地方特有的，写成 local/ 开头",
                    "See the ids with qingdan explain {registry}; if there is no such thing keep the text only; write "
                    "local/… if a person has made sure that it is local"),
        why=Said("编号认不出来，这一条就无法与全国要求比较", "What is not recognised cannot be compared"),
        words={"list": LISTS},
        bad=_ITEM + "    materials: [{id: id-documnet, name: 有效身份证件}]\n",
        good=_ITEM + "    materials: [{id: id-document, name: 有效身份证件}]\n",
        check=unknown_id,
    ),
    Rule(
        id="REF004", severity=Severity.ERROR, scope="item", since="0.1", reads=reads(*DOCUMENTS),
        title=Said("引用的文件编号不存在", "The cited document is not in the registry"),
        message=Said("文件编号 {id} 不在 documents.yaml 中", "{id} is not in documents.yaml"),
        advice=Said("用 qingdan explain documents 查有哪些编号；没有登记的文件，删去 document，写标题和文号",
                    "See the ids with qingdan explain documents; for a document that is not registered write its title "
                    "and number instead"),
        why=Said("认不出是哪份文件，就不能说明它是否仍然有效",
                 "Whether a document is still in force can only be said where it is known"),
        bad=_ITEM + "    legal_basis: [{document: employment-promotion-act}]\n",
        good=_ITEM + "    legal_basis: [{document: employment-promotion-law}]\n",
        check=unknown_document,
    ),
    Rule(
        id="REF005", severity=Severity.ERROR, scope="item", since="0.1", reads=("known_in_part", "changes"),
        title=Said("写了不存在的要素名", "An element that does not exist"),
        message=Said("没有名为 {element} 的要素", "There is no element called {element}"),
        advice=Said("写要素的英文名，如 materials；整份指南不全写 all；变更说明讲整个事项的不写 element",
                    "Write the name of an element such as materials; all in known_in_part, and no element in changes, "
                    "stand for the whole item"),
        why=Said("名单不全却没有认出来，缺少的内容会被误当作没有；变更说明对不上要素，公示附件里就会空着",
                 "If a partial list is not recognised as such, what is missing would be taken for absent; a reason for "
                 "a change that names no element is lost to the annex"),
        bad=_ITEM + "    known_in_part: [material]\n",
        good=_ITEM + "    known_in_part: [materials]\n",
        check=unknown_element,
    ),
)  # fmt: skip
