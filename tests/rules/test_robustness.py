"""No rule stumbles over an item that is structurally right, whatever parts of it are there."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.support import AS_OF

from qingdan.findings import Finding
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.opening import known_divisions, national
from qingdan.reading import MemoryTree
from qingdan.rules import all_rules
from qingdan.rules.record import RuleContext

TEXTS = st.sampled_from(
    ["失业登记", "无", "暂无", "其他材料", "（身份证)", "人社部发[2010] 29 号", "渝府发〔201455号", "0571-88396764", "88396764", "1 5个工作日",
     "限男性", "<br>", "www.x.cn", "https://x.gov.cn/a", "a\\b\"c", "12333", "{name}", "就业创业证", "GB/T 30662-2014"]
)  # fmt: skip
IDS = st.sampled_from(["id-document", "counter", "website", "natural-person", "hukou-place", "nobody", "local/x", "licence",
                       "level-4", "public-service", "entrusted", "county", "graded", "without-work", "catch-all"])  # fmt: skip
DATES = st.sampled_from(["2023-02-30", "2023", "2023-13", "2032-01-01", "2018-05", "2026-11-22"])
ITEM_IDS = st.sampled_from(["A-01", "A-02", "JY-0401", "JY-9999"])
SPECIAL = {
    "basic": st.sampled_from(["442199806003", "2000123000", "X"]),
    "implementation": st.sampled_from(["12441500196720244T3442199806003", "X1"]),
    "code": st.sampled_from(["12441500196720244T", "11500382774856013E", "X"]),
}
DEFS: dict[str, Any] = {}


@cache
def of(definition: str, name: str = "") -> st.SearchStrategy[Any]:
    """Values of one definition, made once."""
    return strategy(DEFS[definition], name)


def strategy(schema: dict[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Values that a schema of this project allows; optional keys come and go."""
    if "$ref" in schema:
        return of(schema["$ref"].rsplit("/", 1)[1], name)
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    if schema["type"] == "object":
        required = {
            key: strategy(part, key) for key, part in schema["properties"].items() if key in schema.get("required", [])
        }
        optional = {
            key: st.deferred(lambda part=part, key=key: strategy(part, key))
            for key, part in schema["properties"].items()
            if key not in required
        }
        return st.fixed_dictionaries(required, optional=optional)
    if schema["type"] == "array":
        return st.lists(st.deferred(lambda: strategy(schema["items"], name)), max_size=2)
    if schema["type"] == "integer":
        return st.integers(schema.get("minimum", 0), min(schema.get("maximum", 40), 40))
    pattern = schema.get("pattern", "")
    if name in SPECIAL:
        return SPECIAL[name]
    if "[0-9]{4}(-" in pattern:
        return DATES
    if pattern.startswith("^(local/)"):
        return IDS
    if pattern.startswith("^[A-Z0-9]+"):
        return ITEM_IDS
    if pattern.startswith("^[0-9]{1,9}/"):
        return st.just("2/3")
    if pattern.startswith("^[0-9]{6}"):
        return st.sampled_from(["330100", "330103", "980000", "330105001"])
    if pattern.startswith("^[0-9A-Za-z]"):
        return st.just("X1")
    return TEXTS


@pytest.fixture(scope="module", autouse=True)
def defs(repo: Any) -> None:
    for name in ("items", "locality"):
        schema = json.loads((repo / f"schemas/1/{name}.schema.json").read_text("utf-8"))
        DEFS.update(schema["$defs"])
        DEFS[name] = {key: value for key, value in schema.items() if key != "$defs"}


def everything(files: dict[str, Any]) -> list[Finding]:
    tree = MemoryTree({name: json.dumps(value, ensure_ascii=False).encode() for name, value in files.items()})
    catalogue = load_catalogue(tree)
    context = RuleContext(national(), known_divisions(), catalogue, AS_OF)
    subjects = list(catalogue.effective())
    found: list[Finding] = []
    for rule in all_rules().values():
        if rule.scope == "item":
            found.extend(finding for subject in subjects for finding in rule.run(subject, context))
        elif rule.scope == "catalogue":
            found.extend(rule.run(catalogue, context))
    return found


def shown(finding: Finding) -> None:
    """The message can be written, the fingerprint made, the place is there."""
    rule = all_rules()[finding.id]
    for language, said in (("zh", rule.message), ("en", rule.message), ("zh", rule.advice), ("en", rule.advice)):
        values = rule.told.worded({**finding.args, **finding.extra}, language)
        assert (said.zh if language == "zh" else said.en).format(**values)
    assert finding.fingerprint
    assert finding.location is not None and finding.location.line >= 1


@pytest.mark.parametrize("kind", ["list", "archive"])
@given(data=st.data())
def test_no_rule_raises_on_what_the_schema_allows(kind: str, data: st.DataObject) -> None:
    head = {
        "schema": "catalogue/1", "province": "330000", "name": "清单", "edition": "2025", "kind": kind, "completeness": "whole",
        "source": {"title": "页", "evidence": "sample", "seen": "part"},
    }  # fmt: skip
    one = data.draw(of("Item"), label="item")
    row = data.draw(of("Row"), label="row")
    place = {"schema": "locality/1", "area": "330103", "name": "某地", "level": "county", "items": [row]}
    files = {
        "catalogue.yaml": head,
        "items/a.json": {"schema": "items/1", "items": [one]},
        "localities/a.yaml": place,
    }
    for finding in everything(files):
        shown(finding)


@given(data=st.data())
def test_the_order_of_running_does_not_matter(data: st.DataObject) -> None:
    files = {"a.json": {"schema": "items/1", "items": [data.draw(of("Item"))]}}
    first, second = everything(files), everything(files)
    assert [finding.fingerprint for finding in first] == [finding.fingerprint for finding in second]
