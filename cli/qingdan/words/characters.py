"""Characters that nobody sees and that change what is read.

Control and format characters, marks that turn the direction of writing, characters that show nothing, private ones that
every machine shows otherwise, and the line separators that YAML 1.1 took for line breaks and YAML 1.2 does not. The
table follows the categories of Unicode; some scripts need some of them, and inside these scripts they are text.

libyaml refuses some of them and breaks lines at others; for its eyes each is replaced by one private character, so that
positions stay right and the rest of the file can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SEPARATORS = "\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NON_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
#: Category Cf and what else is ignored in showing (Default_Ignorable_Code_Point), but for signs that stand over digits.
_WITHOUT_WIDTH = (
    "\u00ad\u034f\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8"
    "\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_TAGS = "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
#: What shows a blank, and marks that enclose other text.
_BLANK = "\u115f\u1160\u2800\u3164\uffa0\ufff9-\ufffb"
_PRIVATE, _PRIVATE_PLANES = "\ue000-\uf8ff", "\U000f0000-\U0010fffd"
#: Tags, private ones, marks that choose another glyph for the ideograph before them; all else there was never assigned.
#: One range is searched ten times as fast as each of them.
_BEYOND = "\U0003fffe-\U0010ffff"
_SURROGATES = "\ud800-\udfff"
_HIDDEN = f"{_CONTROLS}{_DIRECTIONS}{_WITHOUT_WIDTH}{_BLANK}{_PRIVATE}{_NON_CHARACTERS}{_BEYOND}"

#: Spaces that Chinese text holds rightly, and that are no indentation and no part of a key.
WIDE_SPACES = ("\u3000", "\u00a0")
#: What shows nothing and means nothing: it can be taken out of a text without anybody seeing a difference.
WITHOUT_WIDTH = re.compile(f"[{_WITHOUT_WIDTH}{_TAGS}]")
#: Line separators of YAML 1.1: harmless in quotes, a trap outside them.
SEPARATORS = frozenset(_SEPARATORS)
#: Everything that a text should not hold, line separators included, unless its script needs it.
UNWANTED = re.compile(f"[{_HIDDEN}{_SEPARATORS}]")
#: The same without line separators; also half a surrogate pair, which JSON can escape and no file can hold.
UNWANTED_IN_QUOTES = re.compile(f"[{_HIDDEN}{_SURROGATES}]")
#: The same with line separators and line feeds: what may not reach a line of a terminal or a page.
STEERING = re.compile(f"[{_HIDDEN}{_SEPARATORS}{_SURROGATES}\n\r]")
#: What a key may not hold at all.
UNFIT_FOR_KEY = re.compile(f"[\t\n\r{_CONTROLS}{_SEPARATORS}]")
#: Halves of surrogate pairs.
SURROGATE = re.compile(f"[{_SURROGATES}]")

# Letters of scripts that need some of them, with the marks of these scripts themselves.
_MONGOLIAN = "\u1800-\u180d\u180f\u1810-\u18aa\U00011660-\U0001166c"
_RIGHT_TO_LEFT = "\u0590-\u06ff\u0700-\u07ff\u0860-\u08ff\ufb1d-\ufdcf\ufe70-\ufefc"
_SOUTH = "\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aad\ua840-\ua877\ua9e0-\ua9fe\uaa60-\uaa7f"
_TIBETAN = "\u0f00-\u0fda"
_HANGUL = "\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb"
_SIGNS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
#: Marks → the letters that need them: they say how to join, where to break, which way to write.
_JOINING = (
    ("\u180e", _MONGOLIAN),
    ("\u200c\u200d", _MONGOLIAN + _RIGHT_TO_LEFT + _TIBETAN + _SOUTH),
    ("\u200b", _TIBETAN + _SOUTH),
    ("\u200e\u200f\u061c", _RIGHT_TO_LEFT),
    ("\u200d", f"{_SIGNS}\ufe0f"),
    ("\u115f\u1160", _HANGUL),
)
#: Marks → what they may stand behind: they choose one of its forms.
_CHOOSING = (
    ("\u180b-\u180d\u180f", _MONGOLIAN),
    ("\ufe0e\ufe0f", _SIGNS),
    ("\ufe00", "\u1000-\u109f\u2200-\u22ff\ua840-\ua877"),
)
#: A mark inside its script: letters of no other script stand beside it. Also the sign for a key: 1 in a box.
_NEEDED = re.compile(
    "|".join(
        [rf"(?<=[{each}])[{marks}](?=[{each}]|[\W\d]|\Z)|(?<!\w)[{marks}](?=[{each}])" for marks, each in _JOINING]
        + [f"(?<=[{each}])[{marks}]" for marks, each in _CHOOSING]
        + ["(?<=[#*0-9])\ufe0f(?=\u20e3)"]
    )
)

_MISREAD = re.compile(f"[{_CONTROLS}{_SEPARATORS}\ufeff\ufffe\uffff]")
_PLANE = 0x10_0000
_STAND_IN = re.compile("[\U00100000-\U0010ffff]")


def needed(text: str, place: int) -> bool:
    """Whether the character at a place is a mark that the script around it needs.

    >>> needed("\u0645\u06cc\u200c\u062e", 2), needed("失业\u200c登记", 2)
    (True, False)
    """
    return _NEEDED.match(text, place) is not None


def hidden(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Every character of ``UNWANTED`` that its script does not need."""
    found = UNWANTED.finditer(text, start, len(text) if end is None else end)
    return (match for match in found if not needed(text, match.start()))


def without_hidden(text: str) -> str:
    """A text without the characters that nobody sees and no list may hold."""
    for match in reversed(list(hidden(text))):
        text = text[: match.start()] + text[match.end() :]
    return text


def kind_of(character: str) -> str:
    """What a hidden character does: ``private``, ``direction``, ``control`` or, for all others, ``invisible``."""
    kinds = (("private", _PRIVATE + _PRIVATE_PLANES), ("direction", _DIRECTIONS), ("control", _CONTROLS))
    return next((kind for kind, characters in kinds if re.match(f"[{characters}]", character)), "invisible")


def code_point(character: str) -> str:
    """The notation of Unicode, such as ``U+202E``."""
    return f"U+{ord(character):04X}"


def escaped(character: str) -> str:
    r"""A character as its escape in JSON, YAML and Python, such as ``\u202e``."""
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


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
