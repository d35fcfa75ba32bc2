"""Characters that nobody sees and that change what is read.

Control characters, marks that turn the direction of writing, characters without width, a byte order mark in mid-text,
and the line separators that YAML 1.1 took for line breaks and YAML 1.2 does not. libyaml refuses some of them and
breaks lines at others; for its eyes each is replaced by one private character, so that positions stay right and the
rest of the file can be read.
"""

from __future__ import annotations

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WITHOUT_WIDTH = "\u00ad\u180e\u200b-\u200d\u2060-\u2064"
_SEPARATORS = "\x85\u2028\u2029"
_NON_CHARACTERS = "\ufeff\ufffe\uffff"

#: Spaces that Chinese text holds rightly, and that are no indentation and no part of a key.
WIDE_SPACES = ("\u3000", "\u00a0")
#: What shows nothing and means nothing: it can be taken out of a text without anybody seeing a difference.
WITHOUT_WIDTH = re.compile(f"[{_WITHOUT_WIDTH}\ufeff]")
#: Line separators of YAML 1.1: harmless in quotes, a trap outside them.
SEPARATORS = frozenset(_SEPARATORS)
#: Everything that a text should not hold, line separators included.
UNWANTED = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_WITHOUT_WIDTH}{_SEPARATORS}{_NON_CHARACTERS}]")
#: The same without line separators; also half a surrogate pair, which JSON can escape and no file can hold.
UNWANTED_IN_QUOTES = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_WITHOUT_WIDTH}{_NON_CHARACTERS}\ud800-\udfff]")
#: What a key may not hold at all.
UNFIT_FOR_KEY = re.compile(f"[\t\n\r{_CONTROLS}{_SEPARATORS}]")
#: Halves of surrogate pairs.
SURROGATE = re.compile("[\ud800-\udfff]")

_MISREAD = re.compile(f"[{_CONTROLS}{_SEPARATORS}{_NON_CHARACTERS}]")
_PLANE = 0x10_0000
_STAND_IN = re.compile("[\U00100000-\U0010ffff]")


def code_point(character: str) -> str:
    """The notation of Unicode, such as ``U+202E``."""
    return f"U+{ord(character):04X}"


def shielded(text: str) -> str:
    """The text with a stand-in for each character that libyaml would misread; the same object where there is none."""
    if _MISREAD.search(text) is None or _STAND_IN.search(text):
        return text
    return _MISREAD.sub(lambda match: chr(ord(match[0]) + _PLANE), text)


def unshielded(value: str) -> str:
    """The value with the characters that the stand-ins stood for; what never was a stand-in stays as it is."""
    return _STAND_IN.sub(lambda match: _meant(match[0]), value)


def _meant(stand_in: str) -> str:
    character = chr(ord(stand_in) - _PLANE)
    return character if _MISREAD.match(character) else stand_in
