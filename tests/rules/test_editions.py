"""The edition in the package keeps its own rules, and rules on editions see what is wrong."""

from __future__ import annotations

import pytest
from tests.rules.support import AS_OF

from qingdan.rules import all_rules
from qingdan.rules.examples import run
from qingdan.rules.record import RuleContext
from qingdan.loading.opening import known_divisions, national

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
