"""What a plain scalar means: the core schema of YAML 1.2 (chapter 10.3), and nothing more.

``yes``, ``no``, ``on`` and ``off`` are text, dates are text. A number without fraction is an int, so 3.0 comes as 3.
"""

from __future__ import annotations

import re

from qingdan.reading.limits import MAX_NUMBER_LENGTH

Scalar = str | int | float | bool | None

#: First characters of everything that may be other than text; an empty scalar is null.
STARTERS = frozenset("0123456789+-.~nNtTfF")

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)"
    r"|0o(?P<octal>[0-7]+)"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<none>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
#: Whole numbers that YAML 1.1 reads otherwise: base 8 behind a 0, text where a digit is none of that base.
_LEADING_ZERO = re.compile(r"(?P<sign>[-+]?)0(?:(?P<octal>[0-7]+)|[0-9]+)")
_BASES = {"decimal": 10, "octal": 8, "hexadecimal": 16}
_NOT_ZERO = re.compile(r"[-+.0]*[1-9]")
#: Up to here every whole number is exact as a float.
_EXACT = 2**53


class NotRepresentableError(ValueError):
    """Raised when a number is infinite, not a number, too long, or too large or small for a float."""


def resolve(raw: str) -> Scalar:
    """The value of a plain scalar.

    Args:
        raw: Its text, unquoted and without surrounding space.

    Returns:
        None, a bool, an int, a float, or ``raw`` itself where it is text.

    Raises:
        NotRepresentableError: It is a number that cannot be kept.
    """
    if raw in _WORDS:
        return _WORDS[raw]
    match = _NUMBER.fullmatch(raw)
    if match is None:
        return raw
    kind = match.lastgroup or ""
    if kind == "none" or len(raw) > MAX_NUMBER_LENGTH:
        raise NotRepresentableError(raw[:MAX_NUMBER_LENGTH])
    if kind in _BASES:
        return int(match[kind], _BASES[kind])
    return _number(raw)


def _number(raw: str) -> int | float:
    """A decimal number with a fraction or an exponent."""
    value = float(raw)
    if value in (float("inf"), float("-inf")) or (value == 0 and _NOT_ZERO.match(raw)):
        raise NotRepresentableError(raw)
    return int(value) if value.is_integer() and abs(value) <= _EXACT else value


def elsewhere(raw: str) -> str:
    """What programs that read YAML 1.1 take a number for: another number, ``text``, or ``""`` where they agree."""
    if raw[:2] == "0o":
        return "text"
    match = _LEADING_ZERO.fullmatch(raw)
    if match is None or not raw.strip("+-0"):
        return ""
    if match["octal"] is None:
        return "text"
    value = int(match["sign"] + match["octal"], 8)
    return "" if value == int(raw) else str(value)


def kind_of(raw: str) -> str:
    """What a plain scalar is if it is no text: ``null``, ``boolean`` or ``number``; ``""`` where it is text."""
    if raw and raw[0] not in STARTERS:
        return ""
    if raw in _WORDS:
        return "null" if _WORDS[raw] is None else "boolean"
    return "number" if _NUMBER.fullmatch(raw) else ""


def is_text(raw: str) -> bool:
    """Whether a plain scalar means text, and so may be a key without quotes."""
    return not kind_of(raw)
