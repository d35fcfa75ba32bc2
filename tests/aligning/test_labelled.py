"""Names that people have labelled: what is accepted is right, and what is wrong has been looked at one by one."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import alignment

from qingdan.loading.opening import national

#: What was decided wrongly, with a remark on each.
WRONG = Path(__file__).with_name("wrong.csv")
#: Shares that have been reached on lists whose own names are left out; what is added may raise them.
DECIDED, FOUND = 0.74, 0.55


@pytest.fixture(scope="module")
def found(repo: Path, facts: Path) -> list[alignment.Scored]:
    labels = alignment.labelled(facts) + alignment.implemented(repo / "provinces")
    return alignment.scored(labels, national(), unseen=False)


def strict(found: list[alignment.Scored]) -> list[alignment.Scored]:
    return [each for each in found if not each.label.doubtful and not each.label.between]


def test_at_most_one_name_is_taken_for_what_it_is_not(found: list[alignment.Scored]) -> None:
    accepted = [each for each in strict(found) if each.decision.outcome == "accepted"]
    assert sum(not each.right for each in accepted) <= 1
    with_item = sum(bool(each.label.items) for each in strict(found))
    assert len(accepted) / with_item >= FOUND


def test_most_is_decided(found: list[alignment.Scored]) -> None:
    names = strict(found)
    assert sum(each.decision.outcome != "open" for each in names) / len(names) >= DECIDED


def test_names_of_several_meanings_are_asked(found: list[alignment.Scored]) -> None:
    between = [each for each in found if each.label.between]
    assert between and all(each.decision.outcome == "open" for each in between)


def test_every_wrong_one_was_looked_at(found: list[alignment.Scored]) -> None:
    with WRONG.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = {(row["list"], row["name"]) for row in alignment.wrong(found)}
    assert {(row["list"], row["name"]) for row in rows} == wrong
    assert all(row["remark"] for row in rows)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 10, 0.1871, 0.8129)]
)
def test_the_bounds_are_exact(right: int, of: int, low: float, high: float) -> None:
    assert alignment.bounds(right, of) == pytest.approx((low, high), abs=1e-4)


def test_the_script_needs_no_facts_to_say_that_there_are_none(repo: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(repo / "scripts" / "alignment.py"), str(tmp_path / "nowhere")]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert "no labels" in run.stderr
