"""The recipe "Add a language": one made by machine, every sentence in marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from scripts.new_language import dumped

from tests.recipes import copies
from tests.words.test_pseudo import MARKED, pseudo

CODE = "bo"
EXAMPLE = "provinces/990000-example"
LISTED = "provinces/430000-hunan"


def marked(value: Any, template: bool = True) -> Any:
    """A group of sentences in marks; what is no template may hold braces."""
    if isinstance(value, dict):
        return {key: marked(each, template) for key, each in value.items()}
    return pseudo(value) if template else f"‹{value}›"


def translated(table: dict[str, Any]) -> dict[str, Any]:
    """All of a table in marks; of what rules say only two are templates."""
    rules = {
        id: {part: marked(text, part in ("message", "advice")) for part, text in row.items()}
        for id, row in table.pop("rule").items()
    }
    return {**marked(table), "rule": rules}


def follow(folder: Path) -> None:
    """What a person does, step by step; the machine translates."""
    copies.python(folder, "scripts/new_language.py", CODE)
    words = folder / "cli" / "qingdan" / "words"
    table = words / f"{CODE}.yaml"
    english = yaml.safe_load(table.read_text("utf-8"))
    assert english["grammar"]["tag"] == CODE
    text = translated(english)
    text["grammar"]["tag"] = CODE
    table.write_text(dumped(text), "utf-8")
    grammar = words / "grammar.py"
    known = 'Lang = Literal["zh", "en"]'
    assert grammar.read_text("utf-8").count(known) == 1
    grammar.write_text(grammar.read_text("utf-8").replace(known, f'Lang = Literal["zh", "en", "{CODE}"]'), "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", f"- `--lang {CODE}`。\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)


@pytest.mark.parametrize(
    "words",
    [
        ("validate", LISTED, "--fail-on", "never", *copies.DAY),
        ("diff", "national", LISTED, *copies.DAY),
        ("explain", "TIM003"),
        ("explain", "promised_limit"),
        ("rules",),
    ],
    ids=" ".join,
)
def test_the_command_speaks_it(changed: Path, words: tuple[str, ...]) -> None:
    told = copies.qingdan(changed, *words, "--lang", CODE)
    assert len(MARKED.findall(told)) > 3


def test_rules_and_elements_speak_it(changed: Path) -> None:
    assert "‹Case type and promise disagree›" in copies.qingdan(changed, "rules", "--lang", CODE)
    assert "‹places›" in copies.qingdan(changed, "validate", LISTED, "--fail-on", "never", "--lang", CODE, *copies.DAY)


def test_problems_and_the_locale_speak_it(changed: Path) -> None:
    wrong = copies.run(changed, "-m", "qingdan", "validate", "nowhere", "--lang", CODE)
    assert wrong.returncode == 3 and "‹does not exist›" in wrong.stderr
    program = "from qingdan.app.language import spoken; print(spoken())"
    done = copies.run(changed, "-c", f"import os; os.environ['QINGDAN_LANG'] = '{CODE}_CN.UTF-8'; {program}")
    assert done.stdout == f"{CODE}\n", done.stderr


def test_a_site_speaks_it(changed: Path) -> None:
    pytest.importorskip("mkdocs")
    copies.qingdan(changed, "publish", "site", EXAMPLE, "--lang", CODE, *copies.DAY)
    page = (changed / "site" / "index.html").read_text("utf-8")
    assert f'<html lang="{CODE}">' in page and "‹" in page


def test_the_tests_of_words_pass(changed: Path) -> None:
    assert copies.tested(changed, "tests/words/test_said.py") == ""
    assert copies.linted(changed) == ""


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("language", changed, language) == [set(), set()]
