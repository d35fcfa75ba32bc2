"""Codes of bodies and of items: unified social credit codes (GB 32100-2015), basic and implementation codes.

Three schemes of item codes live side by side. Here are the two whose inner structure is known; a province's own codes
(``local``) have none that could be checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qingdan.model.folding import folded

#: Letters that look like figures (I, O, S, V, Z) are left out.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: value for value, character in enumerate(_ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

#: GB 32100-2015, table 1, with what was registered since: department of registration → its kinds of bodies.
REGISTERS = {
    "1": "1239",  # 机构编制: 机关, 事业单位, 群众团体, 其他
    "2": "19",  # 外交: 外国常驻新闻机构, 其他
    "3": "123459",  # 司法行政: 律师执业机构, 公证处, 基层法律服务所, 司法鉴定机构, 仲裁委员会, 其他
    "4": "19",  # 文化: 外国在华文化中心, 其他
    "5": "12349",  # 民政: 社会团体, 民办非企业单位, 基金会, 基层群众性自治组织, 其他
    "6": "129",  # 旅游: 外国、港澳台旅游部门常驻代表机构, 其他
    "7": "129",  # 宗教: 宗教活动场所, 宗教院校, 其他
    "8": "19",  # 工会: 基层工会, 其他
    "9": "1239",  # 市场监管（工商）: 企业, 个体工商户, 农民专业合作社, 其他
    "A": "19",  # 中央军委改革和编制办公室: 军队事业单位, 其他
    "N": "1239",  # 农业农村: 组级、村级、乡镇级集体经济组织, 其他
    "Y": _ALPHABET,  # 其他
}

_SEPARATORS = re.compile(r"[\s\-‐‑‒–—―−－_.·]+")
#: What people type for a figure or letter that looks alike; the code has none of these letters.
_MISTYPED = str.maketrans("OISZ", "0152")

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
        ``separator`` (18 characters and others between them), ``length`` (not 18 characters), ``letter`` (a character
        outside the alphabet; small letters are outside), ``register`` (no department registers such bodies), ``region``
        (places 3 to 8 are not digits), ``check`` (the last character) or ``org_check`` (the check character of the
        organisation code, place 17), whichever comes first. The last two are no proof: some early codes do not check.
    """
    if len(code) != 18 or _SEPARATORS.search(code):
        return "separator" if len(_SEPARATORS.sub("", code)) == 18 else "length"
    if any(character not in _VALUE for character in code):
        return "letter"
    if code[1] not in REGISTERS.get(code[0], ""):
        return "register"
    if not code[2:8].isdigit():
        return "region"
    if code[17] != _check_character(code):
        return "check"
    return "" if code[16] == _org_check_character(code[8:16]) else "org_check"


def uscc_meant(code: str) -> str:
    """A code that checks once separators, widths, small letters and letters for figures are set right; or ``""``.

    >>> uscc_meant("12441500-19672o244t")
    '12441500196720244T'
    """
    bare = _SEPARATORS.sub("", folded(code)).upper()
    meant = next((each for each in (bare, bare.translate(_MISTYPED)) if not uscc_problem(each)), "")
    return meant if meant != code else ""


def looks_like_uscc(code: str) -> bool:
    """Whether a code of a body is meant to be one of 18 characters; codes of other kinds are as long as they like."""
    bare = _SEPARATORS.sub("", folded(code))
    return 16 <= len(bare) <= 20 and bare.isascii() and bare.isalnum() and sum(map(str.isdigit, bare)) >= 8


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
