"""Swapping the sides mirrors every difference: lists, provinces, editions and revisions; and no two share a fingerprint."""

from __future__ import annotations

import subprocess
from functools import cache
from itertools import combinations
from typing import get_args

import pytest

from qingdan.comparing.change import Allowed, Effect
from qingdan.loading.sides import Side, side
from qingdan.loading.workspace import Workspace
from qingdan.reports.diff.facts import Diff, Word
from qingdan.reports.diff.sides import diff
from tests.comparing.mirrors import ALLOWED, CHANGE, EFFECT, WAIVERS, assert_mirrored
from tests.comparing.mutations import REPO

AS_OF = "2026-11-22"
PROVINCES = sorted(path.parent.as_posix() for path in (REPO / "provinces").glob("*/catalogue.yaml"))
EDITION_2099 = (REPO / "docs" / "tutorial" / "edition-2099").as_posix()


@cache
def opened(name: str) -> Side:
    return side(name, Workspace())


def both_ways(a: str, b: str) -> tuple[Diff, Diff]:
    return diff(opened(a), opened(b), AS_OF), diff(opened(b), opened(a), AS_OF)


def test_every_word_has_a_mirror_or_a_waiver() -> None:
    assert CHANGE.keys() == set(get_args(Word))
    assert EFFECT.keys() == set(get_args(Effect))
    assert ALLOWED.keys() | (WAIVERS.keys() & set(get_args(Allowed))) == set(get_args(Allowed))
    for words in (EFFECT, ALLOWED):
        assert all(words[mirror] == word for word, mirror in words.items())
    for word, mirrors in CHANGE.items():
        assert all(word in CHANGE[mirror] for mirror in mirrors), word
        assert (len(mirrors) == 1) != (word in WAIVERS), word
    assert all(reason.strip() for reason in WAIVERS.values())


def test_any_two_provinces_are_mirrored() -> None:
    told = 0
    for a, b in combinations(PROVINCES, 2):
        there, back = both_ways(a, b)
        assert_mirrored(there, back)
        told += len(there.differences)
    assert told > 1000


def test_two_editions_are_mirrored() -> None:
    there, back = both_ways("national", EDITION_2099)
    assert len(there.differences) > 15
    assert_mirrored(there, back)


@pytest.mark.parametrize("province", PROVINCES)
def test_a_province_and_the_nation_are_the_same_diff_from_either_side(province: str) -> None:
    there, back = both_ways("national", province)
    assert there.differences == back.differences
    assert (there.before, there.after) == (back.before, back.after)


@pytest.mark.parametrize("province", PROVINCES)
def test_a_province_with_itself_gives_nothing(province: str) -> None:
    found = diff(opened(province), side(province, Workspace()), AS_OF)
    assert found.same
    assert not found.differences
    assert not found.suggestions


def _revisions(province: str) -> list[str]:
    """The last revisions of a province that git knows; none where this is no clone."""
    words = ["git", "-C", REPO.as_posix(), "log", "--format=%H", "-n4", "--", province]
    try:
        ran = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return []
    return ran.stdout.split() if ran.returncode == 0 else []


def test_revisions_of_real_provinces_are_mirrored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPO)
    compared = 0
    for province in PROVINCES:
        folder = province.removeprefix(f"{REPO.as_posix()}/")
        for older in _revisions(folder)[1:]:
            there, back = both_ways(f"{older}:{folder}", province)
            assert_mirrored(there, back)
            _each_has_its_own_fingerprint(there)
            compared += 1
    if not compared:
        pytest.skip("git knows no older revision of a province")


def _each_has_its_own_fingerprint(found: Diff) -> None:
    prints = [each.fingerprint for each in found.differences]
    assert len(set(prints)) == len(prints)


def test_no_two_differences_of_a_real_diff_share_a_fingerprint() -> None:
    for province in PROVINCES:
        _each_has_its_own_fingerprint(diff(opened("national"), opened(province), AS_OF))
    for a, b in combinations(PROVINCES, 2):
        _each_has_its_own_fingerprint(diff(opened(a), opened(b), AS_OF))
    _each_has_its_own_fingerprint(diff(opened("national"), opened(EDITION_2099), AS_OF))
