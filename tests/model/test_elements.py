"""Every column of the tables that were seen has a home in the model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qingdan.model.base import PROPERTIES
from qingdan.model.declarations import called, declaration, elements, in_section, told
from qingdan.reports.export.parts import HEAD, linked
from qingdan.reports.export.terms import CONTEXT, OWN
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


@pytest.mark.parametrize("element", elements())
def test_an_element_says_where_readers_find_it_or_why_not(element: str) -> None:
    where, why = told().get(element), elements()[element].hidden
    assert bool(where) != bool(why)
    assert where is None or where.section not in ("not_needed", "carriage"), "these are cut from other sections"
    assert (
        where is None
        or where.called is None
        or (where.called.zh and where.called.en and where.called.zh != elements()[element].title)
    )
    assert not why or len(why) > 10


def test_each_property_is_a_term_and_links_something() -> None:
    assert {name for name in PROPERTIES if name not in CONTEXT} == {"qd:fetched"}  # a plain text needs no context
    assert {name.removeprefix("qd:") for name in PROPERTIES if name.startswith("qd:")} <= set(OWN)
    made = {*HEAD, "qd:statement", *(property for property, _ in linked().values())}
    assert {each.property for each in told().values()} == made
    assert set(PROPERTIES) - made == {"PublicService.hasInputType", "qd:fetched"}  # of the papers, besides


def test_elements_stand_in_their_section_in_the_order_that_they_declare() -> None:
    assert in_section("audience") == ("audience", "places", "accepted_at")
    assert in_section("times")[:2] == ("promised_limit", "statutory_limit")
    assert declaration("promised_limit").group == "time"
    assert (called("promised_limit", "zh"), called("fee", "zh"), called("fee", "en")) == ("多久办好", "收费", "fee")
