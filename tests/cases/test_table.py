"""The table of cases: inputs on which the product was once wrong, what became of each, and which test holds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPO

HERE = Path(__file__).parent
FATES = ("right", "mistaken", "part", "open")


def rows() -> list[dict[str, Any]]:
    return [row for file in sorted(HERE.glob("*.yaml")) for row in yaml.safe_load(file.read_text("utf-8"))]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_each_case_has_a_fate_a_test_and_inputs_of_our_own(row: dict[str, Any]) -> None:
    assert row["fate"] in FATES
    assert row["fate"] == "right" or row.get("note"), "what is not right says why"
    if row["fate"] != "open":
        file, _, name = row["test"].partition("::")
        assert f"def {name.partition('[')[0]}(" in (REPO / file).read_text("utf-8"), row["test"]
        assert len(row["own"]) >= 3 or row["fate"] == "part" or row.get("note"), "three inputs of our own"


def test_no_case_stands_twice() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids)) and len(ids) > 25
