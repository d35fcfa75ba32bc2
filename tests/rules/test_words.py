"""Findings of the reading and of the structural check can be put into words, whatever they hold."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qingdan.findings import Finding
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.edition import NoEdition, load_edition
from qingdan.reading import FolderTree, MemoryTree
from qingdan.reading.events import _PROBLEMS
from qingdan.reading.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_SCALAR_BYTES
from qingdan.rules import all_rules
from qingdan.rules.examples import EDITION_HEAD
from qingdan.rules.words import KINDS_OF_PATH, LIMITS, SYNTAX
from qingdan.selecting import Options
from qingdan.validating import validate

ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: {}\n"


def said(finding: Finding, language: str = "zh") -> str:
    rule = all_rules()[finding.id]
    values = rule.worded({**finding.args, **finding.extra}, language)
    message, advice = (rule.message.zh, rule.advice.zh) if language == "zh" else (rule.message.en, rule.advice.en)
    return f"{message} {advice}".format(**values)


def in_memory(data: bytes) -> list[Finding]:
    return load_catalogue(MemoryTree({"a.yaml": data})).files.findings


@pytest.mark.parametrize(
    ("id", "data", "words"),
    [
        ("RED001", ITEM.format("失业登记").encode("gb18030"), "GBK"),
        ("RED001", ITEM.format("失业登记").encode("utf-16"), "UTF-16"),
        ("RED001", b"a: \xff\xff\xff", "不明"),
        ("RED002", b"\xef\xbb\xbf" + ITEM.format("a").encode(), "BOM"),
        ("RED003", b"#" * (MAX_FILE_BYTES + 1), str(MAX_FILE_BYTES)),
        ("RED012", b"[" * (MAX_DEPTH + 1), str(MAX_DEPTH)),
        ("RED014", ITEM.format("a" * (MAX_SCALAR_BYTES + 1)).encode(), str(MAX_SCALAR_BYTES)),
    ],
)
def test_what_no_example_can_show(id: str, data: bytes, words: str) -> None:
    found = [finding for finding in in_memory(data) if finding.id == id]
    assert len(found) == 1
    assert words in said(found[0])
    assert said(found[0], "en")


def test_paths_that_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b")
    os.mkfifo(tmp_path / "c.yaml")
    (tmp_path / "x\x07.yaml").write_text("a: 1")
    texts = [said(finding) for finding in load_catalogue(FolderTree(tmp_path)).files.findings]
    assert any("符号链接" in text for text in texts)
    assert any("设备或管道" in text for text in texts)
    assert any("u0007" in text for text in texts)


def test_a_stray_file_is_named() -> None:
    with pytest.raises(NoEdition) as caught:
        load_edition(MemoryTree({"item.yaml": b"a: 1"}))
    assert "item.yaml" in said(caught.value.files.findings[0])
    assert load_edition(MemoryTree({"edition.yaml": EDITION_HEAD.encode()})).id == "example"


def test_an_unknown_edition_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "catalogue.yaml").write_text(
        'schema: catalogue/1\nprovince: "330000"\nname: 清单\nedition: "1999"\nkind: list\ncompleteness: partial\n'
        "source: {title: 页, evidence: sample, seen: whole}\n",
        encoding="utf-8",
    )
    report = validate([tmp_path], Options("2026-11-22", select=("REF",)))
    text = next(said(finding) for finding in report.findings if finding.id == "REF002")
    assert "1999" in text and "2025" in text


def test_every_syntax_error_has_words() -> None:
    words = {word for _, word in _PROBLEMS} | {"trailing_comma", "exhausted", "other"}
    assert words <= set(SYNTAX)
    assert set(KINDS_OF_PATH) == {"symlink", "special", "unreadable"}


def keywords(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, part in node.items():
            yield key
            yield from keywords(part)
    elif isinstance(node, list):
        for part in node:
            yield from keywords(part)


def test_every_limit_of_the_schemas_has_words(repo: Path) -> None:
    used: set[str] = set()
    for path in (repo / "schemas/1").glob("*.json"):
        used |= set(keywords(json.loads(path.read_text("utf-8"))))
    limits = {
        "pattern", "maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "uniqueItems", "multipleOf",
        "exclusiveMinimum", "exclusiveMaximum", "minProperties", "maxProperties", "dependentRequired", "oneOf", "anyOf",
    }  # fmt: skip
    assert used & limits <= set(LIMITS)


@pytest.mark.parametrize(("language", "text"), [("zh", "承诺时限 20个工作日"), ("en", "20 working days")])
def test_a_number_keeps_its_place_before_its_unit(language: str, text: str) -> None:
    rule = all_rules()["TIM001"]
    values = rule.worded({"promised": ["20 working_day"], "statutory": ["immediate", "原文"]}, language)
    values = {name: "、".join(each) for name, each in values.items()}
    message = (rule.message.zh if language == "zh" else rule.message.en).format(**values)
    assert text in message
    assert "原文" in message
