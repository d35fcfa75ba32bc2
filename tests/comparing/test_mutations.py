"""Each mutation of the example province gives exactly the differences that it declares, and swapped their mirror."""

from __future__ import annotations

import copy
import json
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qingdan
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.sides import Side
from qingdan.reading.tree import MemoryTree
from qingdan.reports.diff.facts import Diff
from qingdan.reports.diff.sides import diff
from tests.comparing.mirrors import CHANGE, assert_mirrored
from tests.comparing.mutations import Data, Declared, Mutation, example, part, records, unchanged, values

OPERATORS = (*values.OPERATORS, *records.OPERATORS, *unchanged.OPERATORS)
#: All of the example province where there is time (make fuzz), else so much of it that every operator finds a place.
DATA = example() if settings.get_current_profile_name() == "fuzz" else part(example(), "01", "03", "04", "05", "11")


def side(data: Data) -> Side:
    files = {name: json.dumps(value, ensure_ascii=False).encode() for name, value in data.items()}
    catalogue = load_catalogue(MemoryTree(files, label="province"))
    assert not catalogue.files.findings
    return Side("province", qingdan.national(), catalogue)


@cache
def base() -> Side:
    return side(DATA)


@cache
def mutations() -> dict[str, list[Mutation]]:
    """Every mutation, by the name of its operator; so that a rare one is drawn as often as a common one."""
    found: dict[str, list[Mutation]] = {}
    for operator in OPERATORS:
        for mutation in operator(DATA):
            found.setdefault(mutation.name, []).append(mutation)
    return found


MUTATION = st.sampled_from(sorted(mutations())).flatmap(lambda name: st.sampled_from(mutations()[name]))


def _key(path: str, change: str, effect: str, allowed: str, before: object, after: object) -> str:
    return json.dumps([path, change, effect, allowed, before, after], ensure_ascii=False, sort_keys=True)


def told(found: Diff) -> Counter[str]:
    rows = found.differences
    return Counter(_key(each.path, each.change, each.effect, each.allowed, each.before, each.after) for each in rows)


def wanted(declared: list[Declared]) -> Counter[str]:
    return Counter(
        _key(each.path, each.change, each.effect, each.allowed, each.before, each.after) for each in declared
    )


def check(chosen: list[Mutation]) -> None:
    data = copy.deepcopy(DATA)
    for mutation in chosen:
        mutation.edit(data)
    mutated = side(data)
    found = diff(base(), mutated, "")
    expected = wanted([each for mutation in chosen for each in mutation.declared])
    assert told(found) == expected, [mutation.name for mutation in chosen]
    assert_mirrored(found, diff(mutated, base(), ""))
    prints = [each.fingerprint for each in found.differences]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("name", sorted(mutations()))
def test_each_operator_gives_what_it_declares(name: str) -> None:
    rows = mutations()[name]
    check([rows[len(rows) // 2]])


@given(MUTATION)
def test_one_mutation_gives_exactly_its_difference(mutation: Mutation) -> None:
    check([mutation])


@given(st.lists(MUTATION, min_size=2, max_size=8))
def test_several_mutations_give_the_sum_of_their_differences(drawn: list[Mutation]) -> None:
    chosen: list[Mutation] = []
    for mutation in drawn:
        if all(mutation.independent(other) for other in chosen):
            chosen.append(mutation)
    check(chosen)


def test_a_province_compared_with_itself_gives_nothing() -> None:
    found = diff(base(), side(DATA), "")
    assert found.same > 500
    assert not found.differences


def test_mutations_reach_every_kind_of_change() -> None:
    words = {each.change for rows in mutations().values() for row in rows for each in row.declared}
    assert {*CHANGE} - words == {"same"}
    effects = {each.effect for rows in mutations().values() for row in rows for each in row.declared}
    assert effects == {"better", "worse", "none", "unknown"}
