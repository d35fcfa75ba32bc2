"""Long lists: what is looked up answers as what is gone through one by one does, and takes no square of time."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from qingdan.loading.opening import national
from qingdan.model.likeness import ALIKE, CLEAR, closest, longest_held
from qingdan.values import asks, criteria
from qingdan.values.context import Context
from qingdan.values.looked_up import LookedUp

REGISTRIES = national().registries


NARROW = [id for id in REGISTRIES.evidence.names if REGISTRIES.evidence.broader.get(id)]
PEOPLE = sorted({each for people in REGISTRIES.evidence.holders.values() for each in people})
HELD = sorted(REGISTRIES.evidence.holders)
PAPERS = [*NARROW, *(wide for id in NARROW for wide in REGISTRIES.evidence.broader[id]), "catch-all", "local/a", *HELD]
IMPLYING = [id for id in REGISTRIES.criteria.names if REGISTRIES.criteria.broader.get(id)][:6]
CRITERIA = [*IMPLYING, *(each for id in IMPLYING for each in REGISTRIES.criteria.broader[id]), "local/a", "nobody"]
CRITERIA += [id for id in REGISTRIES.criteria.names if REGISTRIES.stricter.get(id)][:4]


def paper(draw: random.Random) -> dict[str, Any]:
    def option() -> dict[str, Any]:
        return {"id": draw.choice(PAPERS)} if draw.random() < 0.6 else {"text": draw.choice("甲乙丙")}

    first = option()
    material: dict[str, Any] = {"name": first.get("text", "x"), **{key: first[key] for key in first if key == "id"}}
    if draw.random() < 0.3:
        material["any_of"] = [option() for _ in range(draw.randrange(1, 4))]
    return {**material, "necessity": draw.choice(["required", "conditional", "optional"])}


def condition(draw: random.Random) -> dict[str, Any]:
    def criterion() -> dict[str, Any]:
        known: dict[str, Any] = (
            {"id": draw.choice(CRITERIA)} if draw.random() < 0.6 else {"text": draw.choice("甲乙丙")}
        )
        return {**known, "value": draw.randrange(3)} if "id" in known and draw.random() < 0.4 else known

    made: dict[str, Any] = {"any_of": [criterion() for _ in range(draw.choice([1, 1, 2, 3]))]}
    return {**made, "case": draw.choice("一二")} if draw.random() < 0.2 else made


def whole(looked_up: LookedUp[Any], *_: object) -> list[Any]:
    """All members, in place of those that were looked up."""
    return list(looked_up._members)


@pytest.mark.parametrize(
    ("element", "entry", "room"), [("materials", paper, asks), ("conditions", condition, criteria)]
)
def test_looking_up_answers_as_going_through_does(
    element: Any, entry: Callable[[random.Random], Any], room: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(1)
    asked = []
    for _ in range(4000):
        a, b = ([entry(draw) for _ in range(draw.randrange(6))] for _ in range(2))
        flags = {flag: draw.random() < 0.9 for flag in ("a_whole", "b_whole", "a_checked", "b_checked")}
        served = frozenset(draw.sample(PEOPLE, draw.randrange(2)))
        context = Context(REGISTRIES, element, **flags, served=served)
        asked.append((a, b, context, room.within(a, b, context), room.weighed(a, b, context)))
    for method in ("deciding", "holding"):
        monkeypatch.setattr(LookedUp, method, whole)
    for a, b, context, answer, praised in asked:
        assert room.within(a, b, context) == answer, (a, b)
        assert room.weighed(a, b, context) == praised, (a, b)
    assert {"", "asks_more", "unmatched", "known_in_part"} <= {answer.reason for _, _, _, answer, _ in asked}
    assert {True, False} == {praised for *_, praised in asked}


@pytest.mark.parametrize(
    ("room", "step", "entry"),
    [
        (asks, "_has", lambda name: {"name": name, "necessity": "required"}),
        (criteria, "_follows", lambda name: {"any_of": [{"text": name}]}),
    ],
)
def test_two_long_lists_are_not_compared_each_with_each(
    room: Any, step: str, entry: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    whole = getattr(room, step)
    monkeypatch.setattr(room, step, lambda *args: calls.append(1) or whole(*args))
    names = [f"第{number}号" for number in range(400)]
    for others in (names[::-1], [f"另{name}" for name in names], names[:200]):
        calls.clear()
        room.within([entry(name) for name in names], [entry(name) for name in others], Context(REGISTRIES, "materials"))
        assert len(calls) <= 4 * len(names)


def closest_one_by_one(word: str, candidates: list[str]) -> str:
    """``closest`` without the look at letters first."""
    from difflib import SequenceMatcher

    scored = sorted(((SequenceMatcher(None, word, each).ratio(), each) for each in set(candidates)), reverse=True)
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR):
        return ""
    return scored[0][1]


def test_the_closest_name_is_the_same_as_ever() -> None:
    draw = random.Random(2)
    names = list(REGISTRIES.evidence.aliases)[::5]
    found = 0
    for name in draw.sample(names, 60):
        letters = list(name)
        letters.insert(draw.randrange(len(letters)), draw.choice("证明书表"))
        word = "".join(letters[draw.randrange(2) :])
        assert closest(word, names) == closest_one_by_one(word, names)
        assert longest_held(word, names) == max(
            (each for each in names if len(each) > 1 and each in word), key=len, default=""
        )
        found += bool(closest(word, names))
    assert found
