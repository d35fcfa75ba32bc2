"""Codes of bodies and items. The vectors are real codes, checked character by character in the research."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.codes import (
    REGISTERS,
    BasicCode,
    looks_like_uscc,
    parse_basic_code,
    parse_handling_code,
    parse_implementation_code,
    uscc_meant,
    uscc_problem,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
VALID = ["12441500196720244T", "11511301008778183N", "115113010833722043", "11500382774856013D"]
IMPLEMENTATION = "12441500196720244T3442199806003"


def issued(department: str, region: str, body: str) -> str:
    """A right code, its two check characters found by trying: not the way the code under test finds them."""
    candidates = (f"{department}{region}{body}{org}{check}" for org in "0123456789X" for check in ALPHABET)
    right = [candidate for candidate in candidates if not uscc_problem(candidate)]
    assert len(right) == 1
    return right[0]


codes = st.builds(
    issued,
    st.sampled_from([department + kind for department, kinds in REGISTERS.items() for kind in kinds]),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=8, max_size=8),
)


@pytest.mark.parametrize("code", VALID)
def test_real_codes_are_right(code: str) -> None:
    assert uscc_problem(code) == ""


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("11500382774856013E", "check"),
        ("1150038277485601D", "length"),
        ("", "length"),
        ("I1500382774856013D", "letter"),
        ("000000000000000000", "register"),
        ("66330000MB1234567X", "register"),
        ("00330000MB1234567X", "register"),
        ("14441500196720244T", "register"),
        ("12441500-196720244T", "separator"),
        ("12 441500 196720244 T", "separator"),
        ("12441500-19672024T", "length"),
        ("11500382774856013d", "letter"),
        ("1150038277485601３D", "letter"),
        ("11A00382774856013D", "region"),
        ("1150038A774856013D", "region"),
        ("1150038277485601AD", "check"),
    ],
)
def test_wrong_codes_say_why(code: str, reason: str) -> None:
    assert uscc_problem(code) == reason


def test_organisation_code_has_its_own_check() -> None:
    # The organisation code of a right code with its check figure raised by one, and the last character made to fit.
    body = "1150038277485601" + "4"
    problems = {uscc_problem(body + last) for last in ALPHABET}
    assert problems == {"check", "org_check"}


@given(codes)
def test_every_register_is_known_and_a_right_code_is_left_alone(code: str) -> None:
    assert uscc_problem(code) == "" and uscc_meant(code) == ""
    assert looks_like_uscc(code) or sum(map(str.isdigit, code)) < 8


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("12441500-196720244T", "12441500196720244T"),
        ("12441500 1967 20244t", "12441500196720244T"),
        ("１２４４１５００１９６７２０２４４Ｔ", "12441500196720244T"),
        ("I2441500196720244T", "12441500196720244T"),
        ("115OO382774856O13D", "11500382774856013D"),
        ("11500382774856013E", ""),
        ("1150038277485601D", ""),
        ("000000000000000000", ""),
    ],
)
def test_what_was_meant_is_told_only_where_the_code_then_checks(code: str, meant: str) -> None:
    assert uscc_meant(code) == meant


@pytest.mark.parametrize(
    "code", ["", "GD-2018-5", "008253562", "00825356-2", "杭州市人社局", "001100", "HR-ABCDEFGHIJKLM-001"]
)
def test_other_codes_of_bodies_are_not_measured(code: str) -> None:
    assert not looks_like_uscc(code)


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_changed_character_is_noticed(code: str, place: int, character: str) -> None:
    changed = code[:place] + character + code[place + 1 :]
    assert (uscc_problem(changed) == "") == (changed == code)


@given(codes, st.integers(0, 16))
def test_two_swapped_neighbours_are_noticed(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (uscc_problem(swapped) == "") == (swapped == code)


def test_implementation_code_splits_into_body_level_and_basic_code() -> None:
    code = parse_implementation_code(IMPLEMENTATION)
    assert code is not None
    assert (code.uscc, code.level) == ("12441500196720244T", "3")
    assert code.basic == BasicCode("c0109", "44", "21", "99", "806", "003")
    assert uscc_problem(code.uscc) == ""


def test_basic_code_of_the_older_scheme_has_no_region() -> None:
    assert parse_basic_code("GG00123004") == BasicCode("g108", "", "GG", "", "00123", "004")
    assert parse_basic_code("2000123000") == BasicCode("g108", "", "20", "", "00123", "000")


@pytest.mark.parametrize(
    "code",
    ["", "44219980600", "4421998060033", "44219980600A", "G100123004", "gg00123004", "４42199806003", "442199806003\n"],
)
def test_other_basic_codes_are_refused(code: str) -> None:
    assert parse_basic_code(code) is None


@pytest.mark.parametrize(
    "code",
    [
        "",
        IMPLEMENTATION[:-1],
        IMPLEMENTATION + "1",
        IMPLEMENTATION.replace("T3", "T0"),
        "I" + IMPLEMENTATION[1:],
        "512C0053300008-511602000000-000-115113010833722043-1-00",
    ],
)
def test_other_implementation_codes_are_refused(code: str) -> None:
    assert parse_implementation_code(code) is None


def test_handling_code_adds_a_serial() -> None:
    code = parse_handling_code(IMPLEMENTATION + "01")
    assert code is not None
    assert (str(code.implementation), code.serial) == (IMPLEMENTATION, "01")
    assert parse_handling_code(IMPLEMENTATION) is None
    assert parse_handling_code(IMPLEMENTATION + "0A") is None
    assert parse_handling_code("I" + IMPLEMENTATION[1:] + "01") is None


@given(st.from_regex(r"[0-9]{12}|([A-Z]{2}|[0-9]{2})[0-9]{8}", fullmatch=True).filter(str.isascii))
def test_segments_put_together_give_the_code_again(text: str) -> None:
    assert str(parse_basic_code(text)) == text
    if len(text) == 12:
        assert str(parse_handling_code(f"{VALID[0]}3{text}07")) == f"{VALID[0]}3{text}07"
