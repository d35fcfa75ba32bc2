"""Every rule keeps its word: its bad example gives exactly its finding, its good one nothing."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from qingdan.findings import Finding
from qingdan.importing import imported
from qingdan.loading.opening import known_divisions, national
from qingdan.rules import all_rules
from qingdan.rules.examples import run
from qingdan.rules.record import Rule, Said
from qingdan.sources.opening import read_book

RULES = list(all_rules().values())
AS_OF = "2026-11-22"
#: Found only where files are bytes on a disk, far too large for a page, or compared with the nation or a git revision;
#: of tables, what a csv cannot hold.
NO_EXAMPLE = {
    "CNF001",
    "CNF004",
    "RED001",
    "RED002",
    "RED003",
    "RED010",
    "RED011",
    "RED012",
    "RED014",
    "REF002",
    "STR008",
    "STR011",
    "RED018",
    "RED022",
    "TBL001",
    "TBL002",
    "TBL006",
    "TBL007",
    "TBL011",
    "TBL013",
    "TBL014",
    "WVR012",
}


def found(rule: Rule, example: str) -> list[Finding]:
    if rule.scope == "table":
        province = known_divisions().get("330000")
        assert province is not None
        return imported(read_book("表.csv", example.encode()), province, national()).findings
    return run(rule, example, national(), known_divisions(), AS_OF)


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_record_is_filled_in(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.id)
    for said in (rule.title, rule.message, rule.advice, rule.why):
        assert said.zh.strip() and said.en.strip()
        assert not re.search("[\u4e00-\u9fff]", said.en), "English words without Chinese ones"
        assert re.search("[\u4e00-\u9fff]", said.zh)
    assert names_in(rule.message.zh) == names_in(rule.message.en)
    assert names_in(rule.advice.zh) == names_in(rule.advice.en)
    assert not rule.title.zh.endswith("。") and not rule.title.en.endswith(".")
    assert bool(rule.bad) is bool(rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_retired_rule_says_what_took_its_place_or_why_nothing_did(rule: Rule) -> None:
    assert (rule.status == "retired") is bool(rule.successor or rule.because)
    assert not rule.successor or all_rules()[rule.successor].status == "active"
    assert not rule.origin


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_message_blames(rule: Rule) -> None:
    for word in ("违规", "违法", "擅自", "必须立即"):
        assert word not in rule.title.zh + rule.message.zh + rule.advice.zh


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.bad], ids=lambda rule: rule.id)
def test_the_bad_example_gives_one_finding_and_the_good_one_none(rule: Rule) -> None:
    findings = found(rule, rule.bad)
    assert [finding.id for finding in findings] == [rule.id]
    assert found(rule, rule.good) == []
    finding = findings[0]
    shown = {**finding.args, **finding.extra}
    assert names_in(rule.message.zh) | names_in(rule.advice.zh) <= set(shown)
    assert finding.severity <= rule.severity
    assert finding.fingerprint
    for argument, words in rule.words.items():
        assert argument in shown
        values = shown[argument] if isinstance(shown[argument], list) else [shown[argument]]
        assert "" in words or all({value, value.rpartition(" ")[2]} & set(words) for value in values)
        assert all(isinstance(said, Said) for said in words.values())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.check], ids=lambda rule: rule.id)
def test_a_rule_with_a_function_has_examples_and_a_place(rule: Rule) -> None:
    assert rule.bad
    finding = found(rule, rule.bad)[0]
    assert finding.location is not None and finding.location.file.endswith((".yaml", ".yml", ".json"))


def test_what_has_no_example_is_known() -> None:
    assert {rule.id for rule in RULES if not rule.bad} == NO_EXAMPLE


def test_ids_are_in_order_within_their_group() -> None:
    groups: dict[str, list[str]] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append(rule.id)
    assert all(ids == sorted(ids) for ids in groups.values())
    assert all(len(ids) == len(set(ids)) for ids in groups.values())
