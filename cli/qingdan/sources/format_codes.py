"""The codes of number formats, taken apart: ``0.00"元";[Red]-0`` is two sections of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

#: Codes of the formats that a workbook names by number alone, as Chinese Excel shows them (ECMA-376 part 1, 18.8.30).
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
#: A cell with one of these shows what the computer it is opened on is set to; here a Chinese one.
_SYSTEM = {"$-f800": 'yyyy"年"m"月"d"日"', "$-f400": "h:mm:ss"}
_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"
    | [\\!](?P<escaped>.)
    | _(?P<space>.)
    | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+|aaaa?|e+)
    | (?P<digit>[0#?])
    | (?P<point>\.)
    | (?P<comma>,)
    | (?P<percent>%)
    | (?P<at>@)
    | (?P<end>;)
    | (?P<odd>[a-z/])
    | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(
    r"(black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|[黑蓝绿红白黄]色?|洋红|蓝绿色|颜色 ?\d+)$", re.I
)
_ELAPSED = re.compile(r"(h+|m+|s+)$", re.IGNORECASE)
#: Longer ones are no codes that somebody chose.
_LONGEST = 1000


class Token(NamedTuple):
    """A part of a code: ``literal``, ``digit``, ``date``, ``elapsed`` … and what stands there."""

    kind: str
    text: str


@dataclass(frozen=True)
class Section:
    """What is shown of numbers of one sign, or of text.

    Attributes:
        tokens: Its parts.
        odd: It says something that is not understood here: a condition, a fraction, numerals in characters.
    """

    tokens: tuple[Token, ...]
    odd: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether there is a token of one of these kinds."""
        return not self._kinds.isdisjoint(kinds)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(token.kind for token in self.tokens)


def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, at least one.

    Args:
        code: As it stands in the file.
    """
    found: list[Section] = []
    tokens: list[Token] = []
    odd = len(code) > _LONGEST
    for match in _TOKEN.finditer(_system(code[:_LONGEST])):
        kind, text = match.lastgroup or "", match.group(match.lastgroup or 0)
        if kind == "end":
            found.append(Section(tuple(tokens), odd))
            tokens, odd = [], False
        elif kind == "bracket":
            token = _bracket(text)
            odd = odd or token.kind == "odd"
            tokens.append(token)
        elif kind in ("quoted", "escaped", "literal"):
            tokens.append(Token("literal", text))
        elif kind not in ("space", "fill"):
            tokens.append(Token(kind, text.lower() if kind == "date" else text))
    found.append(Section(tuple(tokens), odd))
    return tuple(found)


def _system(code: str) -> str:
    for mark, meant in _SYSTEM.items():
        if code.lower().startswith(f"[{mark}]"):
            return meant
    return code


def _bracket(text: str) -> Token:
    """What stands in square brackets: a currency, a colour, hours that go beyond the day."""
    if text.startswith("$"):
        return Token("literal", text[1:].partition("-")[0])
    if _COLOUR.match(text):
        return Token("literal", "")
    if _ELAPSED.match(text):
        return Token("elapsed", text.lower())
    return Token("numerals" if text.lower().startswith("dbnum") else "odd", text)
