"""The schemas mean the same to validators of other people: jsonschema as it is, jsonschema-rs, and ajv in strict mode."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.test_schemas import FITTING, NAMES, SCHEMAS, WRONG, mutated, places, valid

#: What a text can be spoilt with at either end; line feeds are what engines disagree on.
SPOILS = [
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u0000",
    "\u007f",
    "，",
    "𠮷",
    "-",
    "/",
    "_",
]
#: Words of ours that no dialect of JSON Schema knows; a strict ajv is told of them with ``addVocabulary``.
OUR_WORDS = ["x-columns", "x-group", "x-variation"]
Case = tuple[dict[str, Any], list[Any]]


def strings(node: Any) -> Iterator[dict[str, Any]]:
    """Every description of a text with a pattern, inside of a schema."""
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str) and node.get("type") == "string":
            yield node
        for key, each in node.items():
            if key not in ("examples", "not"):
                yield from strings(each)
    elif isinstance(node, list):
        for each in node:
            yield from strings(each)


def spoilt(node: dict[str, Any]) -> list[str]:
    """Texts that fit a description, and the same with something before, behind or inside."""
    texts = FITTING[node["pattern"]]
    made = [*texts, ""]
    for text in texts:
        made += [text + spoil for spoil in SPOILS] + [spoil + text for spoil in SPOILS]
        made += [text[:1] + spoil + text[1:] for spoil in SPOILS]
    return [*made, "x" * (node["maxLength"] + 1), "𠮷" * node["maxLength"]]


def text_cases() -> list[Case]:
    """Each description of a text with a pattern, once, with texts that fit and that do not."""
    found = {json.dumps(node, sort_keys=True): node for name in NAMES for node in strings(SCHEMAS[name])}
    return [(node, spoilt(node)) for _, node in sorted(found.items())]


def drawn(name: str) -> list[Any]:
    """Documents of one kind: some that hold, and each with one thing changed, line feeds at the ends of texts too."""
    made: list[Any] = []

    @settings(max_examples=25, database=None, derandomize=True)
    @given(data=st.data())
    def draw(data: st.DataObject) -> None:
        value = data.draw(valid(SCHEMAS[name], SCHEMAS[name]))
        place = data.draw(st.sampled_from(places(value)))
        there = value
        for step in place:
            there = there[step]
        wrong = [f"{there}\n"] * len(WRONG) if isinstance(there, str) else []
        how = data.draw(st.sampled_from(["replace", "drop", "rename", "double"]))
        made.extend([value, mutated(value, place, how, data.draw(st.sampled_from(WRONG + wrong)))])

    draw()
    return made


def by_python(cases: list[Case]) -> list[list[bool]]:
    return [[jsonschema.Draft202012Validator(schema).is_valid(value) for value in values] for schema, values in cases]


def by_rust(cases: list[Case]) -> list[list[bool]]:
    return [
        [jsonschema_rs.Draft202012Validator(schema).is_valid(value) for value in values] for schema, values in cases
    ]


def by_ajv(cases: list[Case], repo: Path) -> list[list[bool]]:
    node = shutil.which("node")
    modules = [os.environ.get("NODE_PATH", ""), str(repo / ".venv" / "npm" / "node_modules")]
    if not node:
        pytest.skip("node is not there: ajv cannot be asked")
    given = {"words": OUR_WORDS, "cases": [{"schema": schema, "values": values} for schema, values in cases]}
    done = subprocess.run(
        [node, str(Path(__file__).with_name("ajv.cjs"))], input=json.dumps(given), capture_output=True, text=True,
        env={**os.environ, "NODE_PATH": os.pathsep.join(filter(None, modules))}, check=False, encoding="utf-8",
    )  # fmt: skip
    if "Cannot find module 'ajv" in done.stderr:
        pytest.skip("ajv is not installed: make ajv")
    assert done.returncode == 0, done.stderr
    answers: list[list[bool]] = json.loads(done.stdout)
    return answers


def disagreements(cases: list[Case], one: list[list[bool]], other: list[list[bool]]) -> list[tuple[Any, bool]]:
    """What two validators answer differently: the value, and whether the first accepts it."""
    return [
        (value, first)
        for (_, values), ones, others in zip(cases, one, other, strict=True)
        for value, first, second in zip(values, ones, others, strict=True)
        if first is not second
    ]


def test_python_and_rust_agree_on_every_text_and_its_spoilt_kin() -> None:
    cases = text_cases()
    assert len(cases) > 20
    assert disagreements(cases, by_python(cases), by_rust(cases)) == []
    refused = {value for (_, values), row in zip(cases, by_rust(cases), strict=True)
               for value, good in zip(values, row, strict=True) if not good}  # fmt: skip
    assert {"身份证\n", "JY-0401\n", "2024\n", "430000\n", "2/3\n", "id-document\n", "0123456789abcdef\n"} <= refused


def test_ajv_agrees_on_every_text_and_its_spoilt_kin(repo: Path) -> None:
    cases = text_cases()
    assert disagreements(cases, by_ajv(cases, repo), by_rust(cases)) == []


def test_all_agree_on_drawn_documents(repo: Path) -> None:
    cases = [(SCHEMAS[name], drawn(name)) for name in NAMES]
    by_one = by_rust(cases)
    assert any(not good for row in by_one for good in row)
    assert disagreements(cases, by_python(cases), by_one) == []
    assert disagreements(cases, by_ajv(cases, repo), by_one) == []


def test_no_pattern_asks_for_more_than_every_engine_can() -> None:
    patterns = {node["pattern"] for name in NAMES for node in strings(SCHEMAS[name])}
    for pattern in patterns:
        assert pattern[0] == "^" and pattern[-1] == "$"
        assert not any(sign in pattern for sign in ("(?", "\\d", "\\w", "\\s", "\\b", "\\p", "."))


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_says_what_it_is_for_and_shows_one_that_holds(name: str) -> None:
    schema = SCHEMAS[name]
    assert len(schema["description"]) > 10
    assert any("\u4e00" <= letter <= "\u9fff" for letter in schema["description"])
    (example,) = schema["examples"]
    assert example or name == "api"
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(example)] == []
