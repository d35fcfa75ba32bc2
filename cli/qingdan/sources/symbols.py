"""Letters of picture fonts that stand for ticks and boxes, as the character that shows the same."""

from __future__ import annotations

_PICTURES = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆",
        0xA1: "○", 0xA7: "▪", 0xA8: "□",
        **{0x81 + n: chr(ord("①") + n) for n in range(10)},
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA2: "■", 0xA3: "□",
    },
}  # fmt: skip
#: Fonts of pictures keep their letters here, in the part of Unicode that has no meaning of its own.
_PRIVATE = 0xF000


def symbol(font: str, text: str) -> str:
    r"""The text with letters of a picture font replaced where a character shows the same; the others stay.

    Args:
        font: Name of the font in which it stands.
        text: The letters, as they are or in the private range.

    >>> symbol("Wingdings", "þ\uf0a8"), symbol("Wingdings 2", "R"), symbol("宋体", "þ")
    ('☑□', '☑', 'þ')
    """
    pictures = _PICTURES.get(font.lower())
    return "".join(pictures.get(_code(each), each) for each in text) if pictures else text


def _code(letter: str) -> int:
    code = ord(letter)
    return code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
