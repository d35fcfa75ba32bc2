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


@pytest.mark.parametrize("element", elements())
def test_a_kind_has_words_for_what_its_elements_hold(element: str) -> None:
    kind, model = kind_of(element), model_of(element)
    assert model is None or model in kind.words or not kind.ranked


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


#: Places that go by the name of an element, each with why no declaration can say it.
BY_NAME = {
    "aligning/texts.py": "the lists whose texts are looked up in a registry of what they may name",
    "importing/units.py": "codes of a set that nobody names stand in these columns of exchange tables alone",
    "reports/align/shape.py": "the lists whose texts are looked up in a registry, for programs",
    "reports/export/printed.py": "columns of a page are laid out for people to read, several elements in one",
    "rules/": "a rule speaks of the elements that it is about",
    "loading/repairs.py": "lists of plain texts, most of which are no elements",
    "publishing/facets.py": "the pages of groups are made of the people whom items are for",
    "publishing/guide.py": "heads of columns and layouts belong to sections, some of which are called like an element",
    "reports/changelog/sheet.py": "a change is counted by the people whom items are for; what introduces a new item",
    "reports/diff/editions.py": "another name of a national item is told of the item as a whole",
    "reports/diff/lists.py": "another name or level of an item is told of the item as a whole",
}
PACKAGE = REPO / "cli" / "qingdan"
#: What is read by those two tests, from the package on: everything but where kinds and elements are declared.
MODULES = {
    name: path.read_text("utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if not (name := path.relative_to(PACKAGE).as_posix()).startswith(("values/", "model/elements.py"))
}


def elements_by_name(source: str) -> list[int]:
    """Lines that compare something called ``element`` with the name of one, and tables of more than two."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            parts = {getattr(side, "slice", side) for side in sides}
            called = {getattr(part, "attr", getattr(part, "id", getattr(part, "value", ""))) for part in parts}
            if called & {"element", "field", "stated"} and elements().keys() & _constants(*sides):
                found.append(node.lineno)
        elif isinstance(node, ast.Dict | ast.Tuple):
            rows = _constants(*filter(None, node.keys if isinstance(node, ast.Dict) else node.elts))
            if len(rows) > 2 and rows <= elements().keys():
                found.append(node.lineno)
    return found


def _constants(*nodes: ast.expr) -> set[object]:
    return {each.value for node in nodes for each in ast.walk(node) if isinstance(each, ast.Constant)}


def test_nothing_outside_asks_for_a_kind_by_its_name() -> None:
    found = {name: lines for name, source in MODULES.items() if (lines := asked_by_name(source))}
    assert len(MODULES) > 100 and found == {}


def test_nothing_outside_goes_by_the_name_of_an_element_that_could_go_by_its_declaration() -> None:
    found = {name: lines for name, source in MODULES.items() if (lines := elements_by_name(source))}
    assert {name: lines for name, lines in found.items() if not name.startswith(tuple(BY_NAME))} == {}
    assert [place for place in BY_NAME if not any(name.startswith(place) for name in found)] == []


def test_such_a_question_is_seen() -> None:
    assert asked_by_name('if declaration(x).kind not in ("prose", "code"):\n    pass') == [1]
    assert asked_by_name('if diff.kind == "nation_province":\n    pass') == []
    assert elements_by_name('if row.element == "fee" or entry["element"] in ("visits", "fee"):\n    pass') == [1, 1]
    assert elements_by_name('told = {"fee": 1, "visits": 2, "audience": 3}') == [1]
    assert elements_by_name('if row.kind == "fee":\n    told = {"name": 1, "path": 2}') == []
