"""The edition in the package keeps its own rules, and rules on editions see what is wrong."""

from __future__ import annotations

import pytest
from tests.rules.support import AS_OF

from qingdan.loading.opening import known_divisions, national
from qingdan.rules import all_rules
from qingdan.rules.examples import run
from qingdan.rules.record import RuleContext
from qingdan.rules.references import LISTS

EDITION_RULES = [rule for rule in all_rules().values() if rule.scope == "edition"]


@pytest.mark.parametrize("rule", EDITION_RULES, ids=lambda rule: rule.id)
def test_the_packaged_edition_keeps_the_rule(rule) -> None:  # type: ignore[no-untyped-def]
    edition = national()
    found = list(rule.run(edition, RuleContext(edition, known_divisions(), None, AS_OF)))
    assert [(finding.path, dict(finding.args)) for finding in found] == []


def check(id: str, text: str) -> list[str]:
    return [finding.path for finding in run(all_rules()[id], text, national(), known_divisions(), AS_OF)]


def test_every_kind_of_reference_is_followed() -> None:
    text = """--- file: items/a.yaml
schema: national-items/1
items:
  - id: EX-01
    name: 失业登记
    theme: registration
    evidence: copy
    successor: EX-02
    requirements:
      - id: EX-01-R01
        element: materials
        relation: within
        value: {asks: [{id: paper-a, name: 甲}, {name: 乙或丙, any_of: [{id: paper-b}, {id: local/c}]}]}
        basis: [{document: law-a, evidence: copy, seen: part}]
        explains: 一句话。
--- file: requirements/a.yaml
schema: requirements/1
requirements:
  - id: ALL-R01
    element: fee
    relation: within
    items: [EX-01, EX-03]
    value: {fee: {charged: "no"}}
    basis: [{document: law-b, evidence: copy, seen: part}]
    explains: 一句话。
"""
    assert sorted(check("EDN001", text)) == [
        "items[EX-01].successor",
        "requirements[ALL-R01].basis.law-b.document",
        "requirements[ALL-R01].items.EX-03",
        "requirements[EX-01-R01].basis.law-a.document",
        "requirements[EX-01-R01].value.asks.paper-a.id",
        "requirements[EX-01-R01].value.asks.乙或丙.any_of.paper-b.id",
    ]


def test_two_values_are_as_wrong_as_another_one() -> None:
    text = """schema: national-items/1
items:
  - id: EX-01
    theme: registration
    evidence: copy
    requirements:
      - id: EX-01-R01
        element: visits
        relation: {}
        value: {{counts: [{{amount: 1}}], limits: [{{unit: immediate}}]}}
        basis: [{{document: a, evidence: copy, seen: part}}]
        explains: 一句话。
"""
    assert check("EDN002", text.format("within")) == ["requirements[EX-01-R01].value"]
    assert check("EDN002", text.format("free")) == [], "what is only shown may show more"


REQUIRED = """--- file: items/a.yaml
schema: national-items/1
items:
  - id: EX-01
    theme: registration
    evidence: copy
    requirements:
      - id: EX-01-R01
        element: {element}
        relation: {relation}
        value: {value}
        basis: [{{document: law-a, evidence: copy, seen: part}}]
        explains: 一句话。
"""


def test_an_element_that_is_not_there_is_named_with_what_was_meant() -> None:
    text = REQUIRED.format(element="promise_limit", relation="within", value="{limits: [{unit: immediate}]}")
    (finding,) = run(all_rules()["EDN012"], text, national(), known_divisions(), AS_OF)
    assert finding.args == {"element": "promise_limit"} and finding.suggestions == ("promised_limit",)
    assert check("EDN002", text) == []


def test_a_requirement_without_a_value_says_so() -> None:
    text = REQUIRED.format(element="promised_limit", relation="within", value="{}")
    assert check("EDN013", text) == ["requirements[EX-01-R01].value"]
    assert check("EDN002", text) == []
    assert check("EDN013", REQUIRED.format(element="promised_limit", relation="free", value="{}")) == []


LAW = "  - {{id: law-a, title: 示例法, kind: law, status: in_force, evidence: copy, seen: part{}}}\n"
DOCUMENTS = "--- file: documents.yaml\nschema: documents/1\ndocuments:\n"
ITEM = "--- file: items/b.yaml\nschema: national-items/1\nitems:\n  - {{id: EX-02, theme: registration, evidence: copy{}}}\n"
TARGETS = """--- file: crosswalks/a.yaml
schema: crosswalk/1
id: list-a
name: 示例清单
document: law-a
rows:
  - {id: A-1, name: 失业登记, evidence: copy, items: [{item: EX-02, relation: exact}]}
"""
VALID = REQUIRED.format(element="promised_limit", relation="within", value="{limits: [{unit: immediate}]}")


@pytest.mark.parametrize(
    ("documents", "found"),
    [
        (LAW.format(""), 0), (LAW.format(", nonsense: 1"), 0), ("  - [\n", 0),
        (LAW.format("").replace("law-a", "law-b"), 1), (LAW.format(", nonsense: 1").replace("law-a", "law-b"), 1),
        (LAW.format("").replace("id: law-a", "id: [law-a]"), 0),
    ],
)  # fmt: skip
def test_what_could_not_be_read_is_not_called_missing(documents: str, found: int) -> None:
    assert len(check("EDN001", VALID + DOCUMENTS + documents)) == found


@pytest.mark.parametrize(("more", "found"), [("", 0), (", nonsense: 1", 0), (": [", 0)])
def test_a_crosswalk_is_not_blamed_for_a_broken_item(more: str, found: int) -> None:
    assert len(check("EDN006", TARGETS + ITEM.format(more))) == found
    assert len(check("EDN006", TARGETS)) == 1


CONCEPTS = "--- file: concepts/place.yaml\nschema: concepts/1\nname: 可办地\nelements: [places]\nconcepts:\n"


@pytest.mark.parametrize(
    ("concepts", "found"),
    [
        ("  - {id: here, name: 这里}\n", 0),
        ("  - {id: there, name: 那里}\n", 1),
        ("  - [\n", 0),
        ("  - {id: here}\n", 0),
    ],
)
def test_a_list_of_concepts_that_could_not_be_read_lacks_nothing(concepts: str, found: int) -> None:
    text = REQUIRED.format(element="places", relation="covers", value="{concepts: [{id: here}]}")
    assert len(check("EDN001", text + DOCUMENTS + LAW.format("") + CONCEPTS + concepts)) == found


def test_every_list_of_the_packaged_edition_has_a_name_for_people() -> None:
    assert set(national().registries.concepts) <= set(LISTS)


WAYS = """--- file: ways.yaml
schema: ways/1
evidence: inferred
everyday:
  - {item: EX-01, words: [下岗]}
groups:
  - {id: graduate, group: g01-graduates, concepts: [graduates], en: Graduate}
events:
  - {id: lost-job, zh: 失业了, en: I lost my job, items: [EX-01]}
"""
GROUPS = "--- file: groups.yaml\nschema: groups/1\ngroups:\n  - {id: g01-graduates, name: 高校毕业生, evidence: copy}\n"
AUDIENCE = """--- file: concepts/audience.yaml
schema: concepts/1
name: 服务对象
elements: [audience]
concepts:
  - {id: graduates, name: 高校毕业生}
"""
LED_TO = ITEM.format(", name: 失业登记").replace("EX-02", "EX-01") + GROUPS + AUDIENCE


def test_ways_that_lead_to_what_is_there_are_good() -> None:
    assert check("EDN001", LED_TO + WAYS) == check("EDN005", LED_TO + WAYS) == []


@pytest.mark.parametrize(
    ("written", "slip", "path"),
    [
        ("{item: EX-01", "{item: EX-09", "ways.everyday.EX-09.item"),
        ("group: g01-graduates", "group: g09-graduates", "ways.groups.graduate.group"),
        ("concepts: [graduates]", "concepts: [graduate]", "ways.groups.graduate.concepts.graduate"),
        ("items: [EX-01]", "items: [EX-01, EX-09]", "ways.events.lost-job.items.EX-09"),
    ],
)
def test_a_way_to_what_is_not_there_is_found(written: str, slip: str, path: str) -> None:
    assert WAYS.count(written) == 1
    assert check("EDN001", LED_TO + WAYS.replace(written, slip)) == [path]


@pytest.mark.parametrize("gone", [GROUPS, AUDIENCE])
def test_a_group_needs_its_definition_and_its_people(gone: str) -> None:
    assert len(check("EDN001", LED_TO.replace(gone, "") + WAYS)) == 1


def test_a_group_that_could_not_be_read_is_not_called_missing() -> None:
    assert check("EDN001", LED_TO.replace("name: 高校毕业生, evidence: copy", "nonsense: 1") + WAYS) == []


def test_two_ways_of_one_id_would_be_one_page() -> None:
    again = "  - {id: lost-job, zh: 下岗了, en: I was laid off, items: [EX-01]}\n"
    assert check("EDN005", LED_TO + WAYS + again) == ["ways.events[lost-job]"]
    assert check("EDN005", LED_TO + WAYS + again.replace("lost-job", "graduate")) == [], "a group has another folder"
