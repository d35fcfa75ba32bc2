"""Linked data against the shapes and the context that SEMIC publishes, and against the records it is made of."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

import qingdan
from qingdan.reports.export import as_jsonld as linked
from qingdan.reports.export.facts import Export
from qingdan.reports.export.nodes import Nodes
from qingdan.reports.export.terms import CONTEXT, OFFICIAL, OWN, PREFIXES
from tests.reports.attacks import AS_OF, SCRIPT, STEERING, URL, attacked, example

REPO = Path(__file__).resolve().parents[2]
QD, M8G, CPSV, DCT = (Namespace(PREFIXES[name]) for name in ("qd", "m8g", "cpsv", "dct"))


@pytest.fixture(scope="session")
def cpsv() -> Path:
    """The folder with the context and the shapes of CPSV-AP."""
    folder = Path(os.environ.get("QINGDAN_CPSV_AP", REPO.parent / "shared" / "reference" / "cpsv-ap"))
    if not (folder / "3.2.0" / "cpsv-ap-SHACL.ttl").is_file():
        pytest.skip("context and shapes of CPSV-AP are not here; QINGDAN_CPSV_AP can name their folder")
    return folder


@cache
def real() -> Export:
    return qingdan.export(REPO / "provinces", as_of=AS_OF)


def graph_of(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld")


@cache
def whole() -> Graph:
    """All guides of all lists and all national items."""
    nodes = Nodes(real().edition)
    for entry in real().entries:
        linked.add_guide(nodes, entry)
    for id in real().edition.items:
        linked.add_item(nodes, id)
    return graph_of(json.dumps(linked.document(nodes)))


def checked(graph: Graph, shapes: Path) -> tuple[bool, Graph]:
    conforms, report, _ = validate(graph, shacl_graph=Graph().parse(shapes), inference="none")
    assert isinstance(report, Graph)
    return conforms, report


def counted(graph: Graph) -> Counter[str]:
    """Class → nodes of it."""
    return Counter(re.split("[/#]", str(type))[-1] for type in graph.objects(None, RDF.type))


def expected() -> Counter[str]:
    """What the records say there must be: counted without the export."""
    count: Counter[str] = Counter()
    for entry in real().entries:
        record: Any = entry.record
        count["PublicService"] += 1
        count["Evidence"] += sum(each.get("by") != "agency" for each in record.get("materials", []))
        count["Channel"] += len(record.get("channels", []))
        count["Requirement"] += len(record.get("conditions", []))
        count["Output"] += "name" in record.get("result", {})
        count["Visits"] += len(record.get("visits", []))
        count["Implementation"] += len(record.get("implements", []))
        count["Limit"] += sum(
            len(record.get(name, []))
            for name in (
                "promised_limit",
                "statutory_limit",
                "applicant_deadline",
                "first_contact",
                "contact_interval",
                "published_within",
            )
        )
    count["Dataset"] = count["Agent"] = len({entry.catalogue.province for entry in real().entries})
    count["Location"] = len({entry.id.partition("/")[0] for entry in real().entries})
    count["Rule"] = len(real().edition.by_id)
    return count


def test_every_class_has_as_many_nodes_as_the_records_say() -> None:
    found = counted(whole())
    wanted = expected()
    assert {name: found[name] for name in wanted} == dict(wanted)
    assert min(wanted.values()) > 0
    # these are shared or come from several elements: there must be some, and a mistyped one would be missing
    for name in (
        "Concept",
        "EvidenceType",
        "PublicOrganisation",
        "LegalResource",
        "Cost",
        "ContactPoint",
        "TemporalEntity",
        "Address",
        "LinguisticSystem",
    ):
        assert found[name] > 0, name
    assert all(whole().value(node, RDF.type) for node in set(whole().subjects()))


def test_all_that_is_referred_to_is_there() -> None:
    graph = whole()
    named = {
        each
        for each in graph.objects()
        if isinstance(each, URIRef) and each.startswith("urn:qingdan:") and QD not in each
    }
    assert named
    assert {each for each in named if (each, None, None) not in graph} == set()


def test_the_lists_conform_to_3_2_0(cpsv: Path) -> None:
    conforms, report = checked(whole(), cpsv / "3.2.0" / "cpsv-ap-SHACL.ttl")
    assert conforms, report.serialize()
    shapes = Graph().parse(cpsv / "3.2.0" / "cpsv-ap-SHACL.ttl")
    targets = {str(each) for each in shapes.objects(None, SH.targetClass)}
    held = Counter(str(type) for type in whole().objects(None, RDF.type) if str(type) in targets)
    assert held["http://purl.org/vocab/cpsv#PublicService"] == len(real().entries)
    assert len(held) >= 17, held


def test_the_lists_conform_to_3_1_1_but_for_the_kind_of_places(cpsv: Path) -> None:
    conforms, report = checked(whole(), cpsv / "3.1.1" / "cpsv-ap-SHACL.ttl")
    results = [
        (
            report.value(each, SH.resultPath),
            report.value(each, SH.sourceConstraintComponent),
            report.value(each, SH.focusNode),
        )
        for each in report.subjects(RDF.type, SH.ValidationResult)
    ]
    offices = set(whole().subjects(RDF.type, M8G.PublicOrganisation))
    assert not conforms and {result[:2] for result in results} == {(DCT.spatial, SH.ClassConstraintComponent)}
    assert {result[2] for result in results} == offices and len(results) == len(offices)


@pytest.mark.parametrize("predicate", [DCT.title, DCT.identifier, M8G.hasCompetentAuthority, DCT.description])
def test_what_is_missing_is_seen_by_the_shapes(cpsv: Path, predicate: URIRef) -> None:
    graph = graph_of(linked.render(example()))
    service = next(graph.subjects(RDF.type, CPSV.PublicService))
    graph.remove((service, predicate, None))
    assert not checked(graph, cpsv / "3.2.0" / "cpsv-ap-SHACL.ttl")[0]


def test_a_mistyped_graph_conforms_and_only_the_count_shows_it(cpsv: Path) -> None:
    graph = graph_of(linked.render(example()).replace('"cpsv:PublicService"', '"cpsv:PublicServices"'))
    assert checked(graph, cpsv / "3.2.0" / "cpsv-ap-SHACL.ttl")[0]
    assert counted(graph)["PublicService"] == 0


def full(context: dict[str, Any], name: str) -> Any:
    """A term with its prefixes written out."""
    found = context[name]
    row = {"@id": found} if isinstance(found, str) else dict(found)
    for key in ("@id", "@type"):
        prefix, colon, local = str(row.get(key, "")).partition(":")
        if colon and prefix in PREFIXES:
            row[key] = PREFIXES[prefix] + local
    return row


def test_the_terms_are_those_of_the_official_context(cpsv: Path) -> None:
    official = json.loads((cpsv / "3.2.0" / "cpsv-ap.jsonld").read_text("utf-8"))["@context"]
    assert set(OFFICIAL) <= set(official)
    assert {name: full(CONTEXT, name) for name in OFFICIAL} == {name: full(official, name) for name in OFFICIAL}


def test_the_official_context_reads_the_same_graph(cpsv: Path) -> None:
    official = json.loads((cpsv / "3.2.0" / "cpsv-ap.jsonld").read_text("utf-8"))["@context"]
    document = json.loads(linked.render(example()))
    ours = graph_of(json.dumps(document))
    own = {name: row for name, row in document["@context"].items() if name not in official}
    document["@context"] = [official, own]
    assert len(ours) > 1000 and isomorphic(ours, graph_of(json.dumps(document)))


def alone() -> Iterator[Graph]:
    """Some of the files that stand for themselves: those of guides and those of national items."""
    for entry in real().entries[::10]:
        nodes = Nodes(real().edition)
        linked.add_guide(nodes, entry)
        yield graph_of(json.dumps(linked.document(nodes)))
    for id in real().edition.items:
        nodes = Nodes(real().edition)
        linked.add_item(nodes, id)
        yield graph_of(json.dumps(linked.document(nodes)))


def test_a_file_alone_says_nothing_else_than_all_together() -> None:
    together = set(whole())
    for graph in alone():
        named = {each for each in graph if not any(isinstance(part, BNode) for part in each)}
        assert named and named <= together


def test_a_list_that_is_known_in_part_says_so() -> None:
    told = {str(service) for service in whole().subjects(QD.knownInPart)}
    assert len(told) == sum("known_in_part" in entry.record for entry in real().entries) > 0


def test_working_days_are_never_a_duration() -> None:
    graph, found = whole(), 0
    units = {str(unit) for unit in graph.objects(None, QD.unit)}
    assert {"working_day", "immediate"} <= units
    for service, duration in graph.subject_objects(M8G.processingTime):
        kinds = [
            each for each in graph.objects(service, QD.limit) if str(graph.value(each, QD.kind)) == "promised_limit"
        ]
        assert [str(graph.value(each, QD.unit)) for each in kinds] in (
            ["calendar_day"],
            ["month"],
            ["year"],
            ["hour"],
        ), duration
        found += 1
    promised = [entry.record.get("promised_limit", []) for entry in real().entries]
    assert found == sum(linked.duration(entry.record) != "" for entry in real().entries)
    assert all(
        linked.duration({"promised_limit": limits}) == ""
        for limits in promised
        if {each["unit"] for each in limits} & {"working_day", "day"}
    )
    assert linked.duration({"promised_limit": [{"amount": 30, "unit": "calendar_day"}]}) == "P30D"
    assert linked.duration({"promised_limit": [{"amount": 30, "unit": "calendar_day", "channel": "online"}]}) == ""


def test_that_a_place_keeps_a_requirement_is_never_said() -> None:
    assert (None, CPSV.follows, None) not in whole()
    assert len(set(whole().objects(None, QD.requirement))) == len(real().edition.by_id)


def test_fiction_and_specimens_say_so() -> None:
    graph = whole()
    for entry in real().entries:
        service = next(graph.subjects(DCT.identifier, Literal(entry.id)))
        assert graph.value(service, QD.sample) == Literal(entry.sample)
        assert str(graph.value(service, QD.specimen) or "") == entry.specimen
        assert str(graph.value(service, DCT.description)).startswith("【") is bool(entry.specimen)


def test_the_vocabulary_declares_and_the_page_tells_every_own_term() -> None:
    declared = Graph().parse(REPO / "cli/qingdan/reports/export/vocabulary.ttl")
    terms = {str(each).removeprefix(QD) for each in declared.subjects(RDF.type) if str(each).startswith(QD)}
    told = set(re.findall(r"`qd:(\w+)`", (REPO / "docs/vocabulary.md").read_text("utf-8")))
    used = {str(each).removeprefix(QD) for row in whole() for each in row if str(each).startswith(QD)}
    assert terms == set(OWN) == told
    assert used <= terms and {"limit", "Limit", "sample", "notStated"} <= used


def test_attacks_come_out_as_text() -> None:
    text = linked.render(attacked(example()))
    assert not any(mark in text for mark in STEERING)
    graph = graph_of(text)
    assert counted(graph)["PublicService"] == len(example().entries)
    assert all(not str(each).startswith("javascript:") for row in graph for each in row if isinstance(each, URIRef))
    assert any(URL in str(each) for each in graph.objects() if isinstance(each, Literal))
    assert any(SCRIPT in str(each) for each in graph.objects() if isinstance(each, Literal))
