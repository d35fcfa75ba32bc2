"""Every sentence is there in every language, asks for the same values everywhere, is said somewhere, and said so."""

from __future__ import annotations

import ast
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from scripts import new_language
from scripts.generate import keys
from tests.conftest import REPO

from qingdan.reading import read_document
from qingdan.words.grammar import LANGS, Lang
from qingdan.words.said import Phrases, table

PACKAGE = REPO / "cli" / "qingdan"
WORDS = PACKAGE / "words"
HAN = re.compile("[\u3400-\u9fff]")
#: Sentences that are empty in a language which puts them elsewhere, or needs them not.
EMPTY = {"grammar.space", "explain.better_none", "validate.judged_by", "value.ten_thousand_yuan"}
#: Texts without a Chinese character, whatever the language.
SIGNS = {"：", "，", "；", "。", "、", ""}


def fields(text: str) -> dict[str, str]:
    """Name of a value → its format, as a sentence asks for them."""
    return {name: form or "" for _, name, form, _ in string.Formatter().parse(text) if name is not None}


#: What rules and elements say of themselves, in Chinese and English: a further language may have it under these keys.
OWN = dict(keys({group: new_language.table("bo")[group] for group in ("rule", "element")}))


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_every_sentence(lang: Lang) -> None:
    assert [key for key in table(lang) if key not in OWN] == list(table("zh"))
    for key, text in table(lang).items():
        assert text or key in EMPTY, key


@pytest.mark.parametrize("key", table("zh"))
def test_a_sentence_asks_for_the_same_values_in_every_language(key: str) -> None:
    for lang in LANGS:
        if table(lang)[key]:
            asked = fields(table(lang)[key])
            assert all(name.isidentifier() for name in asked)
            if key not in (
                "validate.judged_by",
                "validate.checked",
                "validate.later",
            ):  # one sentence takes what two say
                assert asked == fields(table("zh")[key])


@pytest.mark.parametrize("lang", LANGS[2:] or [LANGS[1]])
def test_rules_ask_for_the_same_values_in_a_further_language(lang: Lang) -> None:
    for key, english in ((key, text) for key, text in OWN.items() if key.endswith((".message", ".advice"))):
        text = table(lang).get(key, english)
        assert {name.partition("[")[0] for name in fields(text)} == {name.partition("[")[0] for name in fields(english)}


def test_chinese_is_chinese_and_english_is_english() -> None:
    for key, text in table("en").items():
        assert not HAN.search(text), key
    for key, text in table("zh").items():
        plain = "".join(part for part, *_ in string.Formatter().parse(text))
        assert HAN.search(plain) or not re.search("[A-Za-z]{4}", plain) or key in ("export.head.id",), key


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


@cache
def said() -> tuple[tuple[str, str, ast.Call], ...]:
    """Where, which group, which call: every sentence that is said by a table with a name."""
    found = []
    for path, module in sources():
        groups = {
            node.targets[0].id: node.value.args[0].value
            for node in ast.walk(module)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call)
            and getattr(node.value.func, "id", "") == "Phrases" and isinstance(node.value.args[0], ast.Constant)
        }  # fmt: skip
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                inner = node.func
                if isinstance(inner, ast.Name) and inner.id in groups:
                    found.append((f"{path.name}:{node.lineno}", groups[inner.id], node))
                elif isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "Phrases":
                    found.append((f"{path.name}:{node.lineno}", ast.literal_eval(inner.args[0]), node))
    return tuple(found)


def test_what_is_said_by_its_key_is_there_and_gets_its_values() -> None:
    calls = [(where, group, call) for where, group, call in said() if isinstance(call.args[0], ast.Constant)]
    assert len(calls) > 100
    for where, group, call in calls:
        key = f"{group}.{call.args[0].value}"  # type: ignore[attr-defined]
        assert key in table("zh"), f"{where}: {key}"
        given = {each.arg for each in call.keywords}
        if None not in given and key != "validate.judged_by":
            asked = set().union(*(fields(table(lang)[key]) for lang in LANGS))
            assert given == asked, f"{where}: {key} asks for {sorted(asked)}"


def test_no_sentence_is_left_that_nobody_says() -> None:
    """The last part of each key stands in the code or in a template, or begins as something there does."""
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html", ".xml", ".js")]
    words = set(re.findall(r"[A-Za-z0-9_-]+", "\n".join(texts)))
    beginnings = {each for text in texts for each in re.findall(r"([a-z]+_)(?:\{|['\"] *[~+])", text)}
    # the words of codes in findings are taken a group at a time
    groups = {key.split(".")[1] for key in table("zh") if key.startswith("found.")}
    assert all(f'pairs("{group}")' in "".join(texts) for group in groups), groups
    of_data = (
        "found",
        "not_met",
        "diff.code",
        "reasons",
        "report",
        "changelog",
        "coverage",
        "page",
        "value.inclusion",
        "citizens.element",
        "problems",
        "export.exchange.why",
    )
    left = [
        key
        for key in table("zh")
        if not key.startswith(of_data)
        and key.rpartition(".")[2] not in words
        and not key.rpartition(".")[2].startswith(tuple(beginnings))
    ]
    assert left == []


def _codes(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in LANGS


def _by_code(node: ast.AST) -> bool:
    """Whether something is chosen by the code of a language."""
    if isinstance(node, ast.Compare):
        return any(map(_codes, (node.left, *node.comparators)))
    if isinstance(node, ast.Subscript):
        return _codes(node.slice) and not (isinstance(node.value, ast.Name) and node.value.id == "Literal")
    return isinstance(node, ast.Dict) and bool(node.keys) and all(key is not None and _codes(key) for key in node.keys)


def test_nothing_is_chosen_by_the_code_of_a_language_elsewhere() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"  # type: ignore[attr-defined]
        for path, module in sources()
        if path.parent != WORDS and path != PACKAGE / "app" / "language.py"
        for node in ast.walk(module)
        if _by_code(node)
    ]
    assert wrong == []


def test_one_chinese_word_has_one_english_or_a_note_says_why_not() -> None:
    notes = read_document("notes.yaml", (WORDS / "notes.yaml").read_bytes()).value
    english: dict[str, set[str]] = defaultdict(set)
    for key, text in table("zh").items():
        english[text].add(table("en")[key].casefold().rstrip("s"))
    several = {text for text, said in english.items() if len(said) > 1}
    assert several == set(notes)
    assert all(isinstance(why, str) and why for why in notes.values())


def test_a_value_of_another_kind_is_refused() -> None:
    for key, text in table("zh").items():
        for name, form in fields(text).items():
            if form == "d":
                group, _, last = key.rpartition(".")
                with pytest.raises(ValueError, match="format code"):
                    Phrases(group)(last, "zh", **{**dict.fromkeys(fields(text), 1), name: "many"})
                return
    pytest.fail("no sentence says that a value is a number")
