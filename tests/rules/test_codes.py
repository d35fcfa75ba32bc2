"""What codes say inside, beside what the item says."""

from __future__ import annotations

import pytest
from tests.rules.support import alone, check, head, item, items

from qingdan.printing.messages import message

REAL = "12441500196720244T3442199806003"
WUTONGQIAO = "11511012008562235K4002014008001"
CODES = [f"COD00{number}" for number in range(1, 9)]


@pytest.mark.parametrize(
    ("province", "lines"),
    [
        (
            "440000",
            f"codes: {{scheme: c0109, basic: '442199806003', implementation: {REAL}}}\nlevels: [{{id: prefecture}}]",
        ),
        (
            "510000",
            f"type: public-service\ncodes: {{scheme: c0109, basic: '002014008001', implementation: {WUTONGQIAO}}}\n"
            "provider: {code: 11511012008562235K}\nlevels: [{id: county}]",
        ),
        ("310000", "type: confirmation\ncodes: {basic: '310750019000'}"),
        ("510000", "codes: {scheme: local, basic: 512C0053300008-511602000000-000-115113010833722043-1-00}"),
    ],
)
def test_real_codes_are_found_to_be_right(province: str, lines: str) -> None:
    text = head(province=province) + items(item(lines))
    assert {id: check(id, text) for id in CODES} == {id: [] for id in CODES}


def test_a_code_of_no_stated_scheme_is_not_measured_by_one() -> None:
    assert alone("COD001", "codes: {basic: GD-2018-5}") == []
    assert alone("COD002", "codes: {implementation: GD-2018-5}") == []


def test_ten_characters_are_right_in_one_scheme_and_wrong_in_the_other() -> None:
    assert alone("COD001", "codes: {scheme: g108, basic: '2000123000'}") == []
    assert len(alone("COD001", "codes: {scheme: c0109, basic: '2000123000'}")) == 1


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("11500382774856013E", "check"), ("I1500382774856013D", "letter"), ("115003827748560 3D", None),
        ("1150038277485601D", "length"), ("1150038277485601-3D", "separator"), ("000000000000000000", "register"),
        ("66330000MB1234567X", "register"), ("115003827748560133D", "length"), ("11500382774856013d", "letter"),
        ("11500382774856013D", None), ("115113010833722043", None), ("GD-2018-5", None), ("00825356-2", None),
    ],
)  # fmt: skip
def test_check_characters_of_bodies(code: str, problem: str | None) -> None:
    found = alone("COD005", f"provider: {{code: '{code}'}}")
    assert [finding.args["problem"] for finding in found] == ([problem] if problem else [])


def test_a_code_that_only_needs_another_writing_is_mended() -> None:
    (finding,) = alone("COD005", "provider: {code: 12441500-196720244T}")
    assert finding.suggestions == ("12441500196720244T",)
    assert finding.fix is not None and finding.fix.safe


def test_a_code_that_does_not_check_is_not_called_wrong() -> None:
    for code in ("11500382774856013E", "11500382774856014D"):
        (finding,) = alone("COD005", f"provider: {{code: {code}}}")
        for lang, early, wrong in (("zh", "早期", "有误"), ("en", "some early codes do not", "wrong")):
            said = message(finding, lang)
            assert early in said and wrong not in said


def test_a_wrong_body_inside_the_code_is_found_where_the_body_is_not_stated() -> None:
    wrong = REAL.replace("0244T", "0244R")
    (finding,) = alone("COD005", f"codes: {{implementation: {wrong}}}")
    assert finding.path == "items[A-01].codes[implementation]"


def test_the_level_is_compared_only_with_levels_that_are_all_known() -> None:
    code = f"codes: {{implementation: {REAL}}}\n"
    assert len(alone("COD006", code + "levels: [{id: county}]")) == 1
    assert alone("COD006", code + "levels: [{text: 各级}]") == []
    assert alone("COD006", code + "levels: [{id: county}]\nknown_in_part: [levels]") == []
    assert alone("COD006", code) == []


@pytest.mark.parametrize(("type", "found"), [("public-service", True), ("confirmation", False)])
def test_the_type_inside_the_code(type: str, found: bool) -> None:
    assert bool(alone("COD007", f"type: {type}\ncodes: {{basic: '310750019000'}}")) is found


def test_types_beyond_the_common_ones_are_not_judged() -> None:
    assert alone("COD007", "type: public-service\ncodes: {basic: '442199806003'}") == []


def test_a_code_used_twice_shows_the_first_place() -> None:
    code = f"codes: {{implementation: {REAL}}}"
    (finding,) = check("COD009", head() + items(item(code), item(code, id="A-02")))
    assert finding.related[0].role == "first_defined"
    assert finding.path == "items[A-02].codes[implementation]"


def test_handling_items_may_repeat_the_code_of_their_item() -> None:
    code = f"codes: {{implementation: {REAL}}}\nhandling_items: [{{id: A-02, codes: {{implementation: {REAL}}}}}]"
    assert check("COD009", head() + items(item(code))) == []
