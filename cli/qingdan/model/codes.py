"""Codes of bodies and of items: unified social credit codes (GB 32100-2015), basic and implementation codes.

Three schemes of item codes live side by side. Here are the two whose inner structure is known; a province's own codes
(``local``) have none that could be checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Letters that look like figures (I, O, S, V, Z) are left out.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: value for value, character in enumerate(_ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_C0109 = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3})([0-9]{3})")
_G108 = re.compile(r"([A-Z]{2}|[0-9]{2})([0-9]{5})([0-9]{3})")
_IMPLEMENTATION = re.compile(r"([0-9A-HJ-NPQRTUWXY]{18})([1-9])([0-9]{12})")
_HANDLING = re.compile(r"(.{31})([0-9]{2})")


@dataclass(frozen=True, slots=True)
class BasicCode:
    """The code of an item (基本编码), split into its segments."""

    #: ``c0109`` (ZWFW C0109.1-2018, GB/T 39554.1-2020) or ``g108`` (国办函〔2016〕108号, GB/T 39046-2020).
    scheme: str
    #: ``00`` for the nation, else the first two digits of the province; empty in g108.
    region: str
    item_type: str
    #: Department or field of business; empty in g108.
    department: str
    main: str
    #: ``000`` is the main item itself.
    sub: str

    def __str__(self) -> str:
        return self.region + self.item_type + self.department + self.main + self.sub


@dataclass(frozen=True, slots=True)
class ImplementationCode:
    """The code of an item at one body (实施编码), 31 characters."""

    #: Unified social credit code of the body, as written; ``uscc_problem`` tells whether it is right.
    uscc: str
    #: Code of the level at which the body acts (行使层级), 1 to 9.
    level: str
    basic: BasicCode

    def __str__(self) -> str:
        return f"{self.uscc}{self.level}{self.basic}"


@dataclass(frozen=True, slots=True)
class HandlingCode:
    """The code of a handling item (业务办理项编码), 33 characters; the structure of longer, local ones is not known."""

    implementation: ImplementationCode
    serial: str

    def __str__(self) -> str:
        return f"{self.implementation}{self.serial}"


def uscc_problem(code: str) -> str:
    """What is wrong with a unified social credit code; empty where nothing is.

    Returns:
        ``length`` (not 18 characters), ``letter`` (a character outside the alphabet; small letters are outside),
        ``region`` (places 3 to 8 are not digits), ``check`` (the last character) or ``org_check`` (the check
        character of the organisation code, place 17), whichever comes first.
    """
    if len(code) != 18:
        return "length"
    if any(character not in _VALUE for character in code):
        return "letter"
    if not code[2:8].isdigit():
        return "region"
    if code[17] != _check_character(code):
        return "check"
    return "" if code[16] == _org_check_character(code[8:16]) else "org_check"


def parse_basic_code(code: str) -> BasicCode | None:
    """The segments of a basic code of 12 digits (c0109) or 10 characters (g108); None for anything else."""
    if match := _C0109.fullmatch(code):
        return BasicCode("c0109", *match.groups())
    if match := _G108.fullmatch(code):
        item_type, main, sub = match.groups()
        return BasicCode("g108", "", item_type, "", main, sub)
    return None


def parse_implementation_code(code: str) -> ImplementationCode | None:
    """The segments of an implementation code of 31 characters; None for anything else."""
    match = _IMPLEMENTATION.fullmatch(code)
    basic = parse_basic_code(match[3]) if match else None
    return ImplementationCode(match[1], match[2], basic) if match and basic else None


def parse_handling_code(code: str) -> HandlingCode | None:
    """The segments of a handling item's code of 33 characters; None for anything else."""
    match = _HANDLING.fullmatch(code)
    implementation = parse_implementation_code(match[1]) if match else None
    return HandlingCode(implementation, match[2]) if match and implementation else None


def _check_character(code: str) -> str:
    """GB 32100-2015: the weighted sum with the check character is a multiple of 31."""
    total = sum(_VALUE[character] * weight for character, weight in zip(code, _WEIGHTS, strict=False))
    return _ALPHABET[-total % 31]


def _org_check_character(body: str) -> str:
    """GB 11714: letters count from 10 (A) to 35 (Z), unlike above; 10 is written X."""
    total = sum(int(character, 36) * weight for character, weight in zip(body, _ORG_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]
