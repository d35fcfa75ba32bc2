"""Each kind of value is complete, and nothing outside its room asks for one by its name."""

from __future__ import annotations

import ast
from typing import get_args

import pytest

from qingdan.model.base import Kind as KindName
from qingdan.model.declarations import elements, told
from qingdan.model.fields import model_of, words_of
from qingdan.reports.export.parts import HEAD
from qingdan.values import KINDS, kind_of
from tests.conftest import REPO

NAMES: tuple[KindName, ...] = get_args(KindName)
STATED = "qd:statement"


def test_every_kind_that_elements_may_declare_is_there() -> None:
    assert set(KINDS) == set(NAMES)
    assert {kind_of(element).name for element in elements()} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_is_whole(name: KindName) -> None:
    kind = KINDS[name]
    assert kind.name == name
    assert not (kind.keyed and kind.members), "a list is met by its members or by channel and case"
    assert bool(kind.differs) == bool(kind.unread), "words beside figures are read both ways"
    assert bool(kind.disjoint) <= bool(kind.members) and bool(kind.weighed) <= bool(kind.disjoint)
    assert kind.judged or not kind.ranked
    if kind.members:
        assert bool(kind.members.called) == kind.members.apart, "a member with a finding of its own has a name"
    assert set(kind.linked) <= {model_of(element) for element in elements() if kind_of(element) is kind}
    for model, each in kind.linked.items():
        assert each.parts is None or each.parts <= words_of(model).keys(), "it says parts that there are"


@pytest.mark.parametrize("element", [name for name, each in told().items() if each.property not in (*HEAD, STATED)])
def test_a_kind_links_its_elements_by_the_properties_that_they_declare(element: str) -> None:
    assert model_of(element) in kind_of(element).linked


def asked_by_name(source: str) -> list[int]:
    """Lines that compare something called ``kind`` with the name of a kind of value."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            called = any(getattr(side, "attr", getattr(side, "id", "")) == "kind" for side in sides)
            names = {each.value for side in sides for each in ast.walk(side) if isinstance(each, ast.Constant)}
            if called and names & (set(NAMES) - {"name"}):
                found.append(node.lineno)
    return found


def test_nothing_outside_asks_for_a_kind_by_its_name() -> None:
    package = REPO / "cli" / "qingdan"
    modules = [path for path in package.rglob("*.py") if "values" not in path.relative_to(package).parts]
    found = {str(path): lines for path in modules if (lines := asked_by_name(path.read_text("utf-8")))}
    assert len(modules) > 100 and found == {}


def test_such_a_question_is_seen() -> None:
    assert asked_by_name('if declaration(x).kind not in ("prose", "code"):\n    pass') == [1]
    assert asked_by_name('if diff.kind == "nation_province":\n    pass') == []
