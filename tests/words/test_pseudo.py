"""A language made by machine: every sentence in marks. What stands outside of them was never translated."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from tests.app.running import run
from tests.conftest import REPO

from qingdan.findings import Said
from qingdan.loading.opening import national
from qingdan.model.declarations import told
from qingdan.problems import Problem
from qingdan.reading import read_document
from qingdan.reports.formats import FORMATS
from qingdan.words import said
from qingdan.words.grammar import Lang

AS_OF = ("--as-of", "2026-11-22", "--lang", "en")
EXAMPLE = str(REPO / "provinces" / "990000-example")
HUNAN = str(REPO / "provinces" / "430000-hunan")
OTHER = str(REPO / "docs" / "tutorial" / "edition-2099")
#: Four words of English in a row that are no ids and no data.
SENTENCE = re.compile(r"\b[a-z]{2,}(?:[ ,;]+[a-z]{2,}){3,}\b")
MARKED = re.compile("‹[^‹›]*›")


def pseudo(text: str) -> str:
    """Every stretch of words between two values in marks."""
    parts = []
    for literal, name, form, _ in string.Formatter().parse(text):
        literal = literal.replace("{", "{{").replace("}", "}}")
        parts.append(re.sub(r"\S(?:.*\S)?", lambda words: f"‹{words[0]}›", literal, count=1, flags=re.S))
        parts.append("" if name is None else "{" + name + (f":{form}" if form else "") + "}")
    return "".join(parts)


@pytest.fixture(autouse=True)
def language(monkeypatch: pytest.MonkeyPatch) -> None:
    """English, as if it were another language."""
    plain, words, of_rules = said.table, Problem.said, Said.say

    @cache
    def table(lang: Lang) -> Mapping[str, str]:
        # other languages hold the words of rules as well, and those are no templates: {kind: …} in an example of YAML
        return {key: pseudo(text) for key, text in plain(lang).items()} if lang == "en" else plain(lang)

    monkeypatch.setattr(said, "table", table)
    monkeypatch.setattr(Problem, "said", lambda self, lang="zh": f"‹{words(self, lang)}›")
    monkeypatch.setattr(Said, "say", lambda self, lang, key="": pseudo(of_rules(self, lang, key)))


def left(text: str) -> list[str]:
    """The sentences outside of all marks."""
    text = unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "\n", text, flags=re.S))
    while MARKED.search(text):
        text = MARKED.sub("|", text)
    return SENTENCE.findall(text)


def test_a_sentence_that_is_not_translated_is_seen() -> None:
    assert left("‹files of ‹3› kinds›") == []
    assert left("<p>nothing of this was translated</p>") == ["nothing of this was translated"]


def commands() -> Iterator[tuple[str, ...]]:
    for name in FORMATS["validate"]:
        yield "validate", HUNAN, "--fail-on", "never", "--format", name, *AS_OF
    for name in FORMATS["diff"]:
        yield "diff", "national", HUNAN, "--format", name, *AS_OF
    for name in FORMATS["region"]:
        yield "diff", "national", EXAMPLE, HUNAN, "--format", name, *AS_OF
    for name in ("markdown", "html"):
        for whom in ("office", "citizens"):
            yield "changelog", "2025", OTHER, "--for", whom, "--format", name, *AS_OF
    for name in FORMATS["coverage"]:
        yield "coverage", HUNAN, EXAMPLE, "--format", name, *AS_OF
    for name in FORMATS["impact"]:
        yield "impact", EXAMPLE, "--edition", OTHER, "--format", name, *AS_OF
    for name in FORMATS["upgrade"]:
        yield "upgrade", EXAMPLE, "--to", OTHER, "--dry-run", "--format", name, *AS_OF
    for name in (name for name, each in FORMATS["import"].items() if each.kind != "binary"):
        yield "import", str(REPO / "docs" / "tutorial" / "table.csv"), "--province", "990000", "--format", name, *AS_OF
    yield "items", "--lang", "en"
    yield "items", "--search", "稳岗", "--lang", "en"
    yield "documents", "--changed", *AS_OF
    yield "rules", "--lang", "en"
    for id in ("TIM003", "JY-0401-R01", "JY-0401", "promised_limit", "户口本", "没有这个", "start", "criteria"):
        yield "explain", id, "--lang", "en"
    yield "validate", "nowhere", "--lang", "en"
    yield "validate", "--no-such-option", "--lang", "en"


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_no_command_says_what_is_not_translated(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert "‹" in done.out + done.err or "json" in words
    assert left(done.out) + left(done.err) == []


def test_no_page_says_what_is_not_translated(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    assert run("publish", str(tmp_path / "site"), EXAMPLE, "--broken", *AS_OF).code == 0
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    identity = read_document("identity.yaml", (REPO / "cli/qingdan/publishing/identity.yaml").read_bytes()).value
    own = [
        said["en"] for said in identity.values() if isinstance(said, dict) and "en" in said
    ]  # what the publisher says of itself
    ways = national().ways
    own += [each.called.en for each in told().values() if each.called]  # an element brings its own words
    own += [str(row.get("en", "")) for row in (*ways["groups"], *ways["events"])]  # and the edition of its ways in

    def outside(page: Path) -> list[str]:
        text = page.read_text("utf-8")
        for sentence in filter(None, own):
            text = text.replace(sentence, "")
        return left(text)

    found = {str(page.relative_to(tmp_path)): outside(page) for page in pages}
    assert {name: told for name, told in found.items() if told} == {}
