"""In which encoding a file is that should be UTF-8, as far as its bytes tell."""

from __future__ import annotations

_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
#: Share of zero bytes above which a file is taken for UTF-16: Latin letters make it half, Chinese ones less.
_ZEROS = 0.05


def is_utf16(data: bytes) -> bool:
    """Whether bytes are UTF-16, with a byte order mark or without."""
    return data[:2] in _UTF16_BOMS or data.count(0) > len(data) * _ZEROS


def guessed(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8: ``utf-16``, ``gb18030``, or ``""`` where nobody can say.

    GB 18030 (GBK is a part of it) is what reads as such and holds Chinese characters.
    """
    if is_utf16(data):
        return "utf-16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "gb18030" if any("\u4e00" <= character <= "\u9fff" for character in text) else ""


def as_utf8(data: bytes) -> tuple[bytes, str]:
    """The same text in UTF-8, for what was handed over in the encoding of somebody's working tree.

    Returns:
        The bytes, and the encoding they were in: ``""`` where they are UTF-8 already, ``unknown`` where nobody can say
        and they are left as they are.
    """
    if not is_utf16(data):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return data, ""
    guess = guessed(data)
    try:
        return data.decode(_codec(data) if guess == "utf-16" else guess).encode("utf-8"), guess
    except (LookupError, UnicodeError):
        return data, "unknown"


def _codec(data: bytes) -> str:
    """The kind of UTF-16: by its mark, or by which byte of the plain letters is zero."""
    if data[:2] in _UTF16_BOMS:
        return "utf-16"
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
