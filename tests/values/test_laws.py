"""Laws that hold for every kind of value: reflexive, transitive where decided, mirrored when the sides are swapped."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from qingdan.comparing.compare import compare
from qingdan.model.base import Kind
from qingdan.model.declarations import declaration, elements
from qingdan.values import within
from qingdan.values.context import Context
from tests.values.registries import small_registries

REGISTRIES = small_registries()


def entries(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries({}, optional=fields), min_size=0, max_size=3)


NAMES = st.sampled_from(
    ["身份证", "有效身份证件", "护照", "社保卡", "毕业证书", "登记表", "说不清的证明", "另一种证明"]
)
NECESSITY = st.sampled_from(["required", "conditional", "optional", "deferrable"])
MATERIALS = st.lists(
    st.fixed_dictionaries(
        {"name": NAMES},
        optional={
            "necessity": NECESSITY,
            "by": st.sampled_from(["applicant", "agency"]),
            "any_of": st.lists(NAMES.map(lambda name: {"text": name}), min_size=1, max_size=2),
        },
    ),
    max_size=3,
)
CRITERION = st.one_of(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["insured-months", "registered", "jobless", "hukou"])},
        optional={"value": st.integers(0, 36)},
    ),
    st.sampled_from(["说不清", "另一条"]).map(lambda text: {"text": text}),
)
CONDITIONS = st.lists(st.lists(CRITERION, min_size=1, max_size=2).map(lambda rows: {"any_of": rows}), max_size=3)
CONCEPTS = st.lists(
    st.sampled_from(["person", "graduate", "company", "charity", "legal"]).map(lambda id: {"id": id}), max_size=3
)
UNITS = st.sampled_from(["working_day", "calendar_day", "day", "month", "year"])
LIMIT = st.one_of(
    st.just({"unit": "immediate"}),
    st.fixed_dictionaries({"amount": st.integers(1, 400), "unit": UNITS}),
    st.fixed_dictionaries({"amount": st.integers(1, 400), "unit": UNITS}, optional={"start": st.sampled_from(["registered", "hired", "accepted", "application-received"])}),
)  # fmt: skip
LIMITS = LIMIT.map(lambda limit: [limit])
COUNTS = st.fixed_dictionaries(
    {"amount": st.integers(0, 50)}, optional={"per": st.sampled_from(["once", "month", "year", "quarter"])}
).map(lambda row: [row])
MONEY = st.fixed_dictionaries(
    {"yuan": st.integers(0, 9)}, optional={"fen": st.integers(0, 9), "per": st.sampled_from(["人", "月"])}
).map(lambda row: [row])
RATIOS = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda row: [{"value": f"{row[0]}/{row[1]}"}])
MONTHS = st.one_of(st.integers(0, 40).map(lambda n: [{"amount": n}]), st.just([{"until": "retirement"}]))
FEE = st.sampled_from([{"charged": "yes"}, {"charged": "no"}])
DOCUMENTS = st.lists(
    st.sampled_from(["财社〔2017〕164号", "财社〔2023〕181号", "不认识的文号"]).map(lambda number: {"number": number}),
    max_size=3,
)
VALUES: dict[Kind, tuple[str, st.SearchStrategy[Any]]] = {
    "asks": ("materials", MATERIALS), "criteria": ("conditions", CONDITIONS), "concepts": ("audience", CONCEPTS),
    "limits": ("promised_limit", LIMITS), "counts": ("visits", COUNTS), "money": ("amount", MONEY),
    "ratios": ("ratio", RATIOS), "months": ("months", MONTHS), "fee": ("fee", FEE),
    "documents": ("legal_basis", DOCUMENTS), "name": ("name", NAMES),
}  # fmt: skip
KINDS = st.sampled_from(sorted(VALUES))
MIRROR = {"better": "worse", "worse": "better", "mixed": "mixed", "none": "none", "unknown": "unknown"}


def test_every_kind_but_codes_and_prose_is_covered_here() -> None:
    declared = {words.declaration.kind for words in elements().values() if words.declaration}
    assert declared - {"prose", "code"} == set(VALUES)


@given(st.data())
def test_within_is_reflexive(data: st.DataObject) -> None:
    kind = data.draw(KINDS)
    element, values = VALUES[kind]
    a = data.draw(values)
    # a second, equal object: the answer must not hang on identity
    assert within(kind, a, [*a] if isinstance(a, list) else a, Context(REGISTRIES, element)).verdict == "yes"


@given(st.data())
def test_yes_is_transitive(data: st.DataObject) -> None:
    kind = data.draw(KINDS)
    element, values = VALUES[kind]
    a, b, c = (data.draw(values) for _ in range(3))
    context = Context(REGISTRIES, element)
    if within(kind, a, b, context).verdict == within(kind, b, c, context).verdict == "yes":
        assert within(kind, a, c, context).verdict == "yes"


@given(st.data())
def test_comparing_with_itself_gives_nothing(data: st.DataObject) -> None:
    kind = data.draw(KINDS)
    element, values = VALUES[kind]
    a = data.draw(values)
    changes = list(compare(a, a, Context(REGISTRIES, element)))
    assert {change.change for change in changes} <= {"same"}


@given(st.data())
def test_swapping_the_sides_mirrors_the_effect(data: st.DataObject) -> None:
    kind = data.draw(KINDS)
    element, values = VALUES[kind]
    a, b = data.draw(values), data.draw(values)
    context = Context(REGISTRIES, element)
    there, back = list(compare(a, b, context)), list(compare(b, a, context))
    assert [MIRROR[change.effect] for change in there] == [change.effect for change in back]
    assert [change.change for change in there] == [change.change for change in back]


@given(st.data())
def test_knowing_less_never_turns_maybe_into_an_accusation(data: st.DataObject) -> None:
    kind = data.draw(KINDS)
    element, values = VALUES[kind]
    a, b = data.draw(values), data.draw(values)
    whole = within(kind, a, b, Context(REGISTRIES, element))
    partly = within(kind, a, b, Context(REGISTRIES, element, a_whole=False, b_whole=False))
    if partly.verdict == "no":
        assert whole.verdict == "no"


def test_each_element_has_a_kind_that_can_answer_its_relation() -> None:
    for name, words in elements().items():
        declared = declaration(name)
        assert words.title and words.description, name
        if declared.kind == "prose":
            assert declared.relation == "free", name
