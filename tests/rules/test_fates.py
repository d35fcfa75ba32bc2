"""No candidate of the research is lost: each has an end, and what it names exists."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from qingdan.loading.opening import national
from qingdan.rules import all_rules

#: Candidates on calculating subsidies, on service packages and on comparing versions are looked at elsewhere.
ELSEWHERE = ("policy", "package", "diff")


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def fates(repo: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read(repo / "cli/qingdan/rules/fates.yaml")["fates"]
    return rows


def test_every_candidate_has_one_fate(fates: list[dict[str, Any]], facts: Path) -> None:
    candidates = read(facts / "national/rules.yaml")["rules"]
    wanted = {row["id"] for row in candidates if row["group"] not in ELSEWHERE}
    counted = Counter(row["candidate"] for row in fates)
    assert wanted and set(counted) == wanted
    assert set(counted.values()) == {1}


def test_a_fate_names_what_carries_it_or_says_why_there_is_nothing(fates: list[dict[str, Any]]) -> None:
    for row in fates:
        assert row["fate"] in ("requirement", "row", "rule", "not_built"), row
        if row["fate"] == "not_built":
            assert row.get("because") and "by" not in row, row
        else:
            assert row.get("by"), row


def test_what_carries_a_candidate_exists(fates: list[dict[str, Any]]) -> None:
    known = {*all_rules(), *national().by_id}
    named = {id for row in fates for id in row.get("by", [])}
    assert named <= known


def test_a_requirement_carries_each_candidate_that_became_one(fates: list[dict[str, Any]]) -> None:
    requirements = national().by_id
    for row in fates:
        if row["fate"] == "requirement":
            carrying = [requirements[id] for id in row["by"] if id in requirements]
            assert carrying, row
            # what is only shown and never judged says so
            assert "because" in row or any(each["relation"] != "free" for each in carrying), row
