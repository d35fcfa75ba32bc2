"""What a cell shows of a number: 1100 with the format 000000 is 001100. What is not understood is shown in general."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from qingdan.sources.date_formats import is_date, moment
from qingdan.sources.format_codes import Section, sections
from qingdan.sources.grid import CellKind, Doubt, Raw

#: A cell in the general format is eleven characters wide before it shows an exponent.
_WIDE = 11
#: A workbook keeps so many digits.
_KEPT = 15
#: What an exponent looks like in what is shown.
_EXPONENT = re.compile(r"\dE\+\d+$")


class Shown(NamedTuple):
    """What a cell shows.

    Attributes:
        text: That.
        raw: What it holds; of days and times ISO 8601.
        kind: Of what it holds.
        doubts: Why the text is not certain.
    """

    text: str
    raw: Raw
    kind: CellKind
    doubts: tuple[Doubt, ...] = ()


def shown(held: str, code: str, since_1904: bool = False) -> Shown:
    """What a cell with a number shows.

    Args:
        held: The number as the file has it: ``1100``, ``4.5E-2``.
        code: The number format; empty for the general one.
        since_1904: The workbook counts days from 1904 and not from 1900.

    Raises:
        ValueError: It is no number.
    """
    if not code and len(held) <= _WIDE and held.isascii() and held.isdigit():
        return Shown(str(int(held)), int(held), "number")  # most numbers are such
    value, raw = _number(held)
    parts = _parsed(code)
    section = _of(parts, value)
    doubts: tuple[Doubt, ...] = (
        ("long_number",) if value == value.to_integral_value() and value.adjusted() >= _KEPT else ()
    )
    if any(is_date(part) for part in parts):
        if section and is_date(section) and (told := moment(section, value, since_1904)):
            return Shown(*told)
        return Shown(general(value), raw, "number", (*doubts, "no_date"))
    text = _formatted(section, abs(value) if len(parts) > 1 and value < 0 and section is parts[1] else value)
    if _EXPONENT.search(text):
        doubts = (*doubts, "exponent")
    return Shown(text, raw, "number", doubts)


def text_shown(text: str, code: str) -> str:
    """What a cell with a text shows: ``@"元"`` adds to it, ``;;;`` hides it.

    Args:
        text: What it holds.
        code: The number format.
    """
    parts = _parsed(code)
    last = parts[-1]
    if not last.has("at"):
        return "" if len(parts) == 4 and not last.tokens else text
    return "".join(text if kind == "at" else each if kind == "literal" else "" for kind, each in last.tokens)


def general(value: Decimal) -> str:
    """A number as a cell without a format of its own shows it.

    >>> general(Decimal("1100")), general(Decimal("0.1000")), general(Decimal("123456789012"))
    ('1100', '0.1', '1.23457E+11')

    Args:
        value: The number.
    """
    if not value:
        return "0"
    if -5 < value.adjusted() < _WIDE:
        places = max(0, _WIDE - 2 - max(0, value.adjusted()))
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if rounded.adjusted() < _WIDE:
            return _plain(rounded)
    return _scientific(value, 5, optional=True)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(value: Decimal, places: int, optional: bool, width: int = 2) -> str:
    head, _, power = f"{value:.{places}E}".partition("E")
    return f"{_plain(Decimal(head)) if optional else head}E{power[0]}{power[1:].zfill(width)}"


def _number(held: str) -> tuple[Decimal, Raw]:
    """A number with the digits that a workbook keeps, and what stands in the file."""
    if held.isascii() and held.isdigit() and len(held) <= _KEPT:
        return Decimal(held), int(held)
    try:
        exact = Decimal(held.strip())
        value = Decimal(f"{float(exact):.{_KEPT}g}")
    except (InvalidOperation, OverflowError) as error:
        raise ValueError(held) from error
    if not value.is_finite():
        raise ValueError(held)
    if exact == exact.to_integral_value() and exact.adjusted() < 2 * _KEPT:
        return value, int(exact)
    return value, float(exact)


@lru_cache(maxsize=1024)
def _parsed(code: str) -> tuple[Section, ...]:
    return sections(code) if code and code.lower() != "general" else (Section(()),)


def _of(parts: tuple[Section, ...], value: Decimal) -> Section | None:
    """The section that shows a number; None for the general one."""
    numeric = parts[:-1] if parts[-1].has("at") else parts[:3]
    if not numeric or parts == (Section(()),):
        return None
    if value < 0 and len(numeric) > 1:
        return numeric[1]
    return numeric[2] if not value and len(numeric) > 2 else numeric[0]


def _formatted(section: Section | None, value: Decimal) -> str:
    if section is None or section.odd or section.has("odd", "numerals", "half", "date", "elapsed", "at"):
        return general(value)
    tokens = section.tokens
    if section.has("general"):
        if section.has("digit", "point", "percent", "exponent"):
            return general(value)
        sign = "-" if value < 0 else ""
        number = general(abs(value))
        return sign + "".join(number if kind == "general" else text for kind, text in tokens)
    if section.has("exponent"):
        return _with_exponent(section, value)
    try:
        return _with_digits(section, value)
    except InvalidOperation:  # more digits than are kept
        return general(value)


def _with_exponent(section: Section, value: Decimal) -> str:
    """One digit, a point, digits, an exponent: other forms are shown in general."""
    code = "".join(text for kind, text in section.tokens if kind != "literal" or text)
    match = re.fullmatch(r"0(?:\.(0+))?E\+(0+)", code)
    return _scientific(value, len(match[1] or ""), False, len(match[2])) if match else general(value)


def _with_digits(section: Section, value: Decimal) -> str:
    tokens = section.tokens
    digits = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    if not digits:
        return ("-" if value < 0 else "") + "".join(token.text for token in tokens if token.kind != "digit")
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), None)
    left = [at for at in digits if point is None or at < point]
    right = [at for at in digits if point is not None and at > point]
    end = left[-1] if left else -1
    commas = [at for at, token in enumerate(tokens) if token.kind == "comma"]
    thousands = any(left[0] < at < end for at in commas) if left else False
    scale = 0
    for each in (end, right[-1] if right else end):
        while each + 1 in commas:  # each comma behind the digits is a thousand fewer
            commas.remove(each + 1)
            scale, each = scale - 3, each + 1
    scale += 2 * sum(token.kind == "percent" for token in tokens)
    rounded = abs(value).scaleb(scale).quantize(Decimal(1).scaleb(-len(right)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    placed = _whole(whole.lstrip("0"), [(at, tokens[at].text) for at in left], thousands)
    placed |= _fraction(fraction, [(at, tokens[at].text) for at in right])
    said = "-" if value < 0 and rounded else ""
    for at, (kind, text) in enumerate(tokens):
        if kind == "point" and not left:
            said += whole.lstrip("0")
        said += placed.get(at, "") if kind == "digit" else "" if kind == "comma" else text
    return said


def _whole(number: str, places: list[tuple[int, str]], thousands: bool) -> dict[int, str]:
    """Position in the code → what of the whole number stands there; the first place takes what is left."""
    made: dict[int, str] = {}
    written = 0
    for order, (at, sign) in enumerate(reversed(places)):
        last = order == len(places) - 1
        taken = number if last else number[-1:]
        number = "" if last else number[:-1]
        if not taken and sign == "0":
            taken = "0"
        text = ""
        for digit in reversed(taken):
            text = digit + ("," if thousands and written and written % 3 == 0 else "") + text
            written += 1
        made[at] = text
    return made


def _fraction(number: str, places: list[tuple[int, str]]) -> dict[int, str]:
    """Position in the code → the digit that stands there; zeros at the end only where the code wants them."""
    wanted = max((order + 1 for order, (_, sign) in enumerate(places) if sign == "0"), default=0)
    kept = max(len(number.rstrip("0")), wanted)
    return {at: number[order] for order, (at, _) in enumerate(places) if order < kept}
