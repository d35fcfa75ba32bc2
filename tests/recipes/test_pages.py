"""What CONTRIBUTING.md says of its recipes holds in both languages, and each of them is followed by a test."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPO
from tests.recipes import copies

PAGE = (REPO / "CONTRIBUTING.md").read_text("utf-8")
BOTH = pytest.mark.parametrize("name", copies.HEADINGS)


def test_every_recipe_is_followed() -> None:
    told = re.findall(r"^## (加.*|Add .*)$", PAGE, re.MULTILINE)
    assert sorted(told) == sorted(heading for both in copies.HEADINGS.values() for heading in both)
    for name in copies.HEADINGS:
        assert (REPO / "tests" / "recipes" / f"test_{name.replace(' ', '_')}.py").is_file()


@BOTH
def test_the_two_languages_say_the_same(name: str) -> None:
    chinese, english = (copies.steps(name, language) for language in (0, 1))
    assert len(chinese) == len(english) > 0
    for ours, theirs in zip(chinese, english, strict=True):
        shown = [{" ".join(code.split()) for code in re.findall("`([^`]+)`", step)} for step in (ours, theirs)]
        assert shown[0] == shown[1]
    assert copies.named(name, 0) == copies.named(name, 1) > {"CHANGELOG.md"}


@BOTH
def test_what_a_recipe_runs_and_links_is_there(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (REPO / "Makefile").read_text("utf-8"), re.MULTILINE))
    for step in copies.steps(name, 1):
        assert set(re.findall(r"`make ([a-z-]+)", step)) <= targets
        assert [link for link in re.findall(r"\]\(([^)]+)\)", step) if not (REPO / link).is_file()] == []
    assert any("`make test-fast`" in step and "`make generate`" in step for step in copies.steps(name, 1))
