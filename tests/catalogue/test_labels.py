"""Names of real lists that people have labelled: nothing is taken for what it is not, and most is found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts import labels

from qingdan.loading.opening import national

#: Shares of the labelled names that have been reached; what is added may raise them and takes none away: decided
#: rightly, with the item nearest, among the nearest.
LEARNT = (0.63, 0.90, 0.93)
GAPS_KNOWN = 0.95
#: The same for names that nobody has seen: with the item nearest, among the nearest.
UNSEEN = (0.76, 0.82)


def kept(facts: Path, doubtful: bool = False) -> list[labels.Label]:
    rows = labels.read(facts)
    return [row for row in rows if doubtful or row["certainty"] != "doubtful" or "between" in row]


def test_no_name_is_taken_for_what_it_is_not(facts: Path) -> None:
    rows = kept(facts, doubtful=True)
    for names in (national().names, labels.without_labels(national())):
        assert labels.measure(rows, names).decided_wrong == []


def test_what_the_edition_has_learnt_is_found(facts: Path) -> None:
    score = labels.measure(kept(facts), national().names)
    reached = [found / score.with_item for found in (score.decided, score.first, score.among)]
    assert all(share >= floor for share, floor in zip(reached, LEARNT, strict=True)), reached
    assert score.gap_known / score.without_item >= GAPS_KNOWN
    assert score.declared == score.ambiguous > 0


def test_names_that_nobody_has_seen_are_found_among_the_nearest(facts: Path) -> None:
    score = labels.measure(kept(facts), labels.without_labels(national()))
    reached = [found / score.with_item for found in (score.first, score.among)]
    assert all(share >= floor for share, floor in zip(reached, UNSEEN, strict=True)), reached


def test_the_script_needs_no_facts_to_say_that_there_are_none(repo: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(repo / "scripts" / "labels.py"), str(tmp_path / "nowhere")]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert "no labels" in run.stderr


def test_a_file_of_labels_is_measured(repo: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    rows = (
        "  - {name: 失业登记, employment: true, items: [{item: JY-0401}], certainty: sure}\n"
        "  - {name: 失业人员登记, employment: true, items: [], certainty: sure}\n"
    )
    file.write_text(f"schema: name-labels/1\nlabels:\n{rows}", encoding="utf-8")
    command = [sys.executable, str(repo / "scripts" / "labels.py"), str(file)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 1
    assert "失业人员登记: JY-0401" in run.stdout
