"""A text, or any value, as it may stand in a cell of a workbook: what was put in comes out.

A text stands as it is wherever every program that keeps workbooks hands it on unchanged. Where one may not (control
characters, blanks at its ends, what reads like ``_x0041_``), and where a value is no text, JSON stands in its place.
"""

from __future__ import annotations

import json
import re

#: So many characters a cell holds.
LONGEST = 32_767
#: With what a value begins that is written as JSON, and no text that is not.
JSON = ("{", "[", '"')
#: What workbooks, or the XML in which they are kept, do not hand on.
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|_x(?=[0-9A-Fa-f]{4}_)")


def told(value: object) -> str:
    """Any value as the text of a cell; a plain text stands as it is.

    >>> told("3个工作日"), told(" 3"), told(3)
    ('3个工作日', '" 3"', '3')
    """
    if isinstance(value, str) and is_plain(value):
        return value
    return data(value)


def data(value: object) -> str:
    r"""Any value as JSON that every program hands on.

    >>> data("_x0041_")
    '"\\u005fx0041_"'
    """
    return _ODD.sub(_escaped, json.dumps(value, ensure_ascii=False))


def read(text: str) -> object:
    """The value that such a text stands for.

    Raises:
        ValueError: It is no value: a JSON text that is broken.
    """
    if text.startswith(JSON) or _is_literal(text):
        try:
            value: object = json.loads(text)
        except RecursionError as error:
            raise ValueError("nested too deep") from error
        return value
    return text


def is_plain(text: str) -> bool:
    """Whether a text can stand in a cell as it is, and is read back as a text."""
    odd = not text or text != text.strip() or _ODD.search(text) or text.startswith(JSON) or _is_literal(text)
    return not odd


def same(a: object, b: object) -> bool:
    """Whether two values are the same data: a yes is no 1, and 1 is no 1.0."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def _is_literal(text: str) -> bool:
    """Whether JSON reads a text as a number, a yes, a no or nothing."""
    return bool(re.fullmatch(r"true|false|null|NaN|-?Infinity|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", text))


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    return "\\u005fx" if found == "_x" else f"\\u{ord(found):04x}"
