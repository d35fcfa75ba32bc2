"""Findings of the reading and of the structural check can be put into words, whatever they hold."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qingdan.checking.run import validate
from qingdan.findings import Finding
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.edition import load_edition
from qingdan.loading.workspace import Workspace
from qingdan.printing.words import WORDS
from qingdan.problems import NoEdition
from qingdan.reading import FolderTree, MemoryTree
from qingdan.reading.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_SCALAR_BYTES
from qingdan.reading.reasons import _AT_ITS_PLACE, _PROBLEMS
from qingdan.reading.slips import MEANT as SLIPS
from qingdan.rules import all_rules
from qingdan.rules.examples import EDITION_HEAD
from qingdan.rules.words import CHOICES, ENTRY_KINDS, FORMS, KINDS_OF_PATH, LIMITS, MEANT, SYNTAX, TYPED
from qingdan.selecting import Options

ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: {}\n"


def said(finding: Finding, language: str = "zh") -> str:
    rule = all_rules()[finding.id]
    values = rule.told.worded({**finding.args, **finding.extra}, language)
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


def test_the_words_of_a_broken_file_agree_with_the_guide(repo: Path) -> None:
    advice = all_rules()["RED001"].advice.zh
    assert "记事本" in advice and "UTF-8" in advice and "不要用 Excel、WPS" in advice
    assert "记事本" in (repo / "docs/howto/offline.md").read_text("utf-8")
    assert "照常读入" in all_rules()["RED002"].message.zh
    (found,) = in_memory(ITEM.format("失业登记\n    contact: {hours: 电话:, phone: 12333}").encode())
    assert "引号" in said(found)


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
    assert "item.yaml" in said(caught.value.findings[0])
    assert load_edition(MemoryTree({"edition.yaml": EDITION_HEAD.encode()})).id == "example"


def test_an_unknown_edition_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "catalogue.yaml").write_text(
        'schema: catalogue/1\nprovince: "330000"\nname: 清单\nedition: "1999"\nkind: list\ncompleteness: partial\n'
        "source: {title: 页, evidence: sample, seen: whole}\n",
        encoding="utf-8",
    )
    report = validate([tmp_path], Options("2026-11-22", select=("REF",)), Workspace())
    text = next(said(finding) for finding in report.findings if finding.id == "REF002")
    assert "1999" in text and "2025" in text


def test_every_syntax_error_has_words() -> None:
    words = {word for _, word in _PROBLEMS} | {word for _, _, word in _AT_ITS_PLACE}
    assert words - {"tab"} | {"trailing_comma", "exhausted", "other"} <= set(SYNTAX)
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


def values_of(repo: Path, key: str, names: tuple[str, ...] = ()) -> Iterator[Any]:
    """The values of a keyword in the schemas of some kinds of file, all of them where none is named."""

    def inside(node: Any) -> Iterator[Any]:
        if isinstance(node, dict):
            if key in node and not isinstance(node[key], dict):
                yield node[key]
            for part in node.values():
                yield from inside(part)
        elif isinstance(node, list):
            for part in node:
                yield from inside(part)

    for path in (repo / "schemas/1").glob("*.json"):
        if not names or path.name.split(".")[0] in names:
            yield from inside(json.loads(path.read_text("utf-8")))


def test_every_pattern_of_the_schemas_has_words(repo: Path) -> None:
    # that a text of one line has no line feed at its end is said a second time, for engines that overlook it there
    patterns = set(values_of(repo, "pattern")) - {r"\n"}
    assert len(patterns) > 8
    assert patterns == set(FORMS)


def test_every_value_that_an_office_can_choose_has_a_chinese_word(repo: Path) -> None:
    files = ("catalogue", "items", "locality", "waivers")
    values = {value for allowed in values_of(repo, "enum", files) for value in allowed}
    assert {"working_day", "yes", "claimed"} <= values <= set(CHOICES)


def test_every_word_of_a_description_is_understood(repo: Path) -> None:
    from qingdan.loading.meanings import described, value_meant
    from qingdan.loading.schemas import schema

    fields = [field for part in schema("items")["$defs"].values() for field in part.get("properties", {}).values()]
    told = [(field, value, said) for field in fields for value, said in described(field).items()]
    assert len(told) > 20
    for field, value, said in told:
        assert value_meant(field, said) == value


def test_every_slip_and_every_kind_of_entry_has_words() -> None:
    from qingdan.model.files import ENTRIES

    assert set(SLIPS) <= set(TYPED) and set(SLIPS.values()) | {""} <= set(MEANT)
    assert set(ENTRIES) == set(ENTRY_KINDS)


def roles(source: str) -> Iterator[str]:
    """The roles of second places that a module names: in ``Related(place, role)`` and ``related = (role, …)``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Related":
            given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "role")]
        elif isinstance(node, ast.keyword | ast.Assign) and "related" in ast.unparse(node).split("=")[0]:
            given = [part.elts[0] for part in ast.walk(node.value) if isinstance(part, ast.Tuple) and part.elts]
        else:
            continue
        yield from (each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_role_of_a_second_place_has_a_word(repo: Path) -> None:
    emitted = {role for path in (repo / "cli/qingdan").rglob("*.py") for role in roles(path.read_text("utf-8"))}
    assert {"started_here", "first_defined"} <= emitted <= set(WORDS)


@pytest.mark.parametrize(("language", "text"), [("zh", "承诺时限 20个工作日"), ("en", "20 working days")])
def test_a_number_keeps_its_place_before_its_unit(language: str, text: str) -> None:
    rule = all_rules()["TIM001"]
    values = rule.told.worded({"promised": ["20 working_day"], "statutory": ["immediate", "原文"]}, language)
    values = {name: "、".join(each) for name, each in values.items()}
    message = (rule.message.zh if language == "zh" else rule.message.en).format(**values)
    assert text in message
    assert "原文" in message
