"""How like two names are: as scikit-learn has it, times the share of the name that is known."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.near_names import Likeness, folded

#: Made once with TfidfVectorizer(analyzer="char", ngram_range=(1, 2)) of scikit-learn 1.9.1.
TABLE = Path(__file__).with_name("likeness.csv")
NAMES = st.text(alphabet="失业就登记补贴创证0", min_size=1, max_size=8)


def test_likeness_is_that_of_scikit_learn_times_the_share_that_is_known() -> None:
    wanted: dict[str, dict[str, float]] = defaultdict(dict)
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wanted[row["asked"]][row["known"]] = float(row["score"])
            assert float(row["score"]) == pytest.approx(float(row["cosine"]) * float(row["share_known"]), abs=1e-8)
    likeness = Likeness()
    for known in next(iter(wanted.values())):
        assert folded(known) == known  # the table was made of names that folding leaves as they are
        likeness.add(known, [known])
    for asked, scores in wanted.items():
        found = likeness.known(asked)
        for known, score in scores.items():
            assert found.get(known, 0) == pytest.approx(score, abs=1e-8), (asked, known)


@given(st.lists(NAMES, min_size=1, max_size=6), NAMES)
def test_likeness_lies_between_nothing_and_the_same(known: list[str], asked: str) -> None:
    likeness = Likeness()
    for each in known:
        likeness.add(each, [each])
    scores = likeness.known(asked)
    assert all(0 < score <= 1 + 1e-9 for score in scores.values())
    for each in known:
        assert likeness.known(each)[folded(each)] == pytest.approx(1)


def test_what_shares_nothing_is_not_like_anything() -> None:
    likeness = Likeness()
    likeness.add("失业登记", ["a"])
    assert likeness.known("结婚") == {} and likeness.nearest("结婚", 3) == []
    assert likeness.known("") == {}
