"""Every column of the tables that were seen has a home in the model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qingdan.model.declarations import elements
from qingdan.reports.schema import schema

#: Columns of the exchange tables that are met by something other than a field of the same meaning.
ELSEWHERE = {
    "use_level": "levels",
    "accept_condition": "conditions",
    "is_need": "materials[].necessity",
}


def columns() -> set[str]:
    """All column names that some field of an item declares."""
    text = json.dumps(schema("items"), ensure_ascii=False)
    found: set[str] = set()
    decoder = json.JSONDecoder()
    start = text.find('"x-columns": ')
    while start >= 0:
        value, _ = decoder.raw_decode(text[start + len('"x-columns": ') :])
        found.update(value)
        start = text.find('"x-columns": ', start + 1)
    return found


def test_every_column_has_a_home(facts: Path) -> None:
    yaml = pytest.importorskip("ruamel.yaml").YAML(typ="safe")
    rows = yaml.load((facts / "national" / "elements.yaml").read_text(encoding="utf-8"))
    wanted = {row["key"] for part in ("directory", "basic", "extend", "material", "fee") for row in rows[part]}
    assert wanted - columns() - set(ELSEWHERE) == set()


def test_elements_stand_in_the_groups_of_a_guide() -> None:
    groups = [words.declaration.group for words in elements().values() if words.declaration]
    order = list(dict.fromkeys(groups))
    assert order == [
        "identity", "basis", "provider", "audience", "materials", "results", "channels", "steps", "time", "visits", "fee",
        "benefit", "cross_region", "follow_up", "remedy", "guide", "exchange",
    ]  # fmt: skip
    # each group is one run: a person finds an element where its group is
    assert groups == sorted(groups, key=order.index)
