"""JSON-LD of guides and national items in CPSV-AP 3.2.0.

A guide is a public service; a national item is a concept that services are classified by, and each of its requirements
a rule. That a service *follows* a rule is never said: whether it does is a judgement. What CPSV-AP has no word for, or
would say wrongly (a limit of working days is no ``xsd:duration``), stands in the project's own vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.model.dates import vagueness
from qingdan.model.declarations import elements
from qingdan.model.edition import Requirement
from qingdan.model.item import Implements
from qingdan.reports.export.as_json import dumped
from qingdan.reports.export.facts import Export, GuideEntry
from qingdan.reports.export.nodes import Nodes, digest, urn
from qingdan.reports.export.parts import Parts, duration
from qingdan.reports.export.terms import CONTEXT, LISTED, PREFIXES
from qingdan.values.linking import Node, text

_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
CHINESE = f"{_LANGUAGES}ZHO"
_VAGUE = {"year": "（日期只写到年）", "month": "（日期只写到月）"}
_NOTICES = {
    "sample": "【虚构示例，不是真的】",
    "archive": "【存档，不是现在的办法】",
    "old": "【内容已经两年以上】",
    "undated": "【原文没有写日期】",
    "not_yet": "【还没有实施】",
    "ahead": "【写的日期还没有到】",
}


def render(export: Export) -> str:
    """All guides with everything that they refer to, as one document."""
    nodes = Nodes(export.edition)
    for entry in export.entries:
        add_guide(nodes, entry)
    return dumped(document(nodes)) + "\n"


def document(nodes: Nodes) -> Node:
    """A document that stands alone: nodes, and those terms of the context that they use."""
    graph = list(nodes.by_id.values())
    used = set(_words(graph))
    context = {name: row for name, row in CONTEXT.items() if name in used or name in PREFIXES}
    return {"@context": context, "@graph": graph}


def _words(graph: Iterable[object]) -> Iterator[str]:
    todo = list(graph)
    while todo:
        each = todo.pop()
        if isinstance(each, list):
            todo.extend(each)
        elif isinstance(each, dict):
            yield from each
            yield each.get("@type", "")
            todo.extend(each.values())


def add_guide(nodes: Nodes, entry: GuideEntry) -> None:
    """A guide, as a public service of its place."""
    record, items = entry.record, nodes.edition.items
    id = urn("guide", *entry.id.split("/"))
    place = _place(nodes, entry)
    said = record.get("languages", [])
    themes = dict.fromkeys(items[item]["theme"] for item in entry.items if item in items)
    more: Node = {
        "PublicService.identifier": entry.id,
        "PublicService.name": [text(entry.name, said)],
        "PublicService.description": [text(_description(entry))],
        "PublicService.language": [nodes.put(each, "LinguisticSystem") for each in (CHINESE, *_languages(said))],
        "PublicService.spatial": [place],
        "PublicService.hasCompetentAuthority": [_authority(nodes, entry, place)],
        "PublicService.isPartOf": [_list(nodes, entry)],
        "PublicService.thematicArea": [_theme(nodes, theme) for theme in themes],
        "PublicService.isClassifiedBy": [_item(nodes, item) for item in entry.items],
        "qd:implementation": [_implementation(link) for link in record.get("implements", [])],
        "altLabel": [text(alias, said) for alias in record.get("aliases", [])],
        "PublicService.processingTime": duration(record),
        "qd:knownInPart": record.get("known_in_part", []),
        **_origin(entry),
    }
    if "everyday_name" in record:
        more["PublicService.keyword"] = [text(record["everyday_name"], said)]
    state = dict(record).get("state")
    if state:
        more["PublicService.status"] = nodes.concept("item-state", str(state).replace("_", "-"))
    more.update(Parts(nodes, id, record).all())
    nodes.put(id, "PublicService", {name: value for name, value in more.items() if value not in ("", [])})


def _languages(said: Iterable[str]) -> Iterator[str]:
    """The stated languages that the list of languages has."""
    for tag in said:
        if name := LISTED.get(tag.split("-")[0]):
            yield f"{_LANGUAGES}{name}"


def add_item(nodes: Nodes, id: str) -> None:
    """A national item, as a concept with its requirements as rules."""
    head, item = nodes.edition.head, nodes.edition.items[id]
    rules = [_rule(nodes, row) for row in nodes.edition.requirements.get(id, ())]
    more: Node = {
        "altLabel": [text(alias) for alias in item.get("aliases", [])],
        "PublicService.thematicArea": [_theme(nodes, item["theme"])],
        "qd:requirement": rules,
        "qd:sourceTitle": item.get("source") or head["source"]["title"],
        "qd:asOf": head.get("as_of", ""),
        "qd:evidence": item["evidence"],
        "qd:sample": head["kind"] == "sample",
    }
    nodes.by_id[_item(nodes, id)].update({name: value for name, value in more.items() if value not in ("", [])})


def _item(nodes: Nodes, id: str) -> str:
    name = nodes.edition.items[id].get("name", id) if id in nodes.edition.items else id
    return nodes.put(urn("item", id), "Concept", {"notation": id, "prefLabel": text(name)})


def _theme(nodes: Nodes, id: str) -> str:
    names = {theme["id"]: theme["name"] for theme in nodes.edition.head["themes"]}
    return nodes.put(urn("theme", id), "Concept", {"notation": id, "prefLabel": text(names.get(id, id))})


def _implementation(link: Implements) -> Node:
    relation = {"qd:relation": link["relation"]} if "relation" in link else {}
    return {"@type": "qd:Implementation", "qd:item": urn("item", link["item"]), **relation}


def _rule(nodes: Nodes, row: Requirement) -> str:
    more: Node = {
        "Rule.identifier": row["id"],
        "Rule.name": [text(f"{elements()[row['element']].title} {row['id']}")],
        "Rule.description": [text(row["explains"])],
        "Rule.implements": list(dict.fromkeys(nodes.document(basis["document"]) for basis in row["basis"])),
        "qd:element": row["element"],
        "qd:relation": row["relation"],
        "qd:evidence": sorted({basis["evidence"] for basis in row["basis"]}),
    }
    return nodes.put(urn("requirement", row["id"]), "Rule", more)


def _place(nodes: Nodes, entry: GuideEntry) -> str:
    slug = entry.id.partition("/")[0]
    more: Node = {"identifier": entry.subject.area or slug, "prefLabel": text(entry.place)}
    return nodes.put(urn("place", slug), "Location", more)


def _authority(nodes: Nodes, entry: GuideEntry, place: str) -> str:
    """Who is responsible; where the text names nobody, a node that says just that."""
    provider = entry.record.get("provider", {})
    name, code = provider.get("name") or provider.get("authority", ""), provider.get("code", "")
    label = "PublicOrganization.preferredLabel"
    more: Node = {"PublicOrganization.spatial": [place], label: [text(name or "原文没有写明由谁办")]}
    if not name:
        return nodes.put(f"{place}#not-stated", "PublicOrganization", {**more, "qd:notStated": "provider"})
    return nodes.put(
        f"{place}#{digest(name, code)}", "PublicOrganization", {**more, **({"identifier": code} if code else {})}
    )


def _list(nodes: Nodes, entry: GuideEntry) -> str:
    """The list that it stands in, with what kind of list it is."""
    head = entry.catalogue.head
    code = head["province"] or entry.catalogue.label
    id, publisher = urn("list", code), head["source"].get("publisher", "")
    agent: Node = {"Agent.identifier": f"{id}#publisher", "Agent.name": [text(publisher or "原文没有写明发布机构")]}
    if not publisher:
        agent["qd:notStated"] = "publisher"
    told = _NOTICES["sample"] if head["kind"] == "sample" else ""
    told += {"partial": "只收了一部分事项。", "names": "只有事项名称。"}.get(head["completeness"], "")
    more: Node = {
        "Dataset.identifier": [code],
        "Dataset.title": [text(head["name"])],
        "Dataset.description": [text(f"{told}出处：{head['source']['title']}。")],
        "Dataset.publisher": nodes.put(f"{id}#publisher", "Agent", agent),
        "qd:kind": head["kind"],
        "qd:sample": head["kind"] == "sample",
    }
    return nodes.put(id, "Dataset", more)


def _origin(entry: GuideEntry) -> Node:
    """Source, day, evidence, and whether it holds."""
    source = entry.source
    return {
        "qd:sourceTitle": source["title"],
        "qd:sourcePublisher": source.get("publisher", ""),
        "qd:sourceDate": source.get("date", ""),
        "qd:sourceUrl": source.get("url", ""),
        "qd:asOf": entry.subject.as_of,
        "qd:evidence": source["evidence"],
        "qd:seen": source["seen"],
        "qd:specimen": entry.specimen,
        "qd:sample": entry.sample,
    }


def _description(entry: GuideEntry) -> str:
    """What it is, with the reason why it must not be relied on first."""
    benefit = entry.record.get("benefit_text", "").rstrip("。")
    day = entry.subject.as_of or "（没有写日期）"
    day += _VAGUE.get(vagueness(entry.subject.as_of), "")
    parts = [_NOTICES.get(entry.specimen, ""), f"{entry.place}：{entry.name}。", f"{benefit}。" if benefit else ""]
    return "".join([*parts, f"出处：{entry.source['title']}，内容截至 {day}。"])
