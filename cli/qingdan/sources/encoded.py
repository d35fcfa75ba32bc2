"""Text out of bytes, strictly: what is not certain is refused, never guessed."""

from __future__ import annotations

import codecs
import re

from qingdan.problems.of_tables import NotATable

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: What pages name GB 2312 is GBK at least, and GB 18030 reads both.
_GB = {"gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "gb18030", "csgb2312", "hz-gb-2312"}
#: Latin letters, Chinese characters and their punctuation: what UTF-16 without a mark has to consist of.
_PLAIN = re.compile("[\t\r\n\x20-\x7e\u00a0-\u00ff\u2000-\u27bf\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*")
#: Letters of two bytes in UTF-8 that are not Latin with or without tones, Greek or Russian.
_STRANGE = re.compile("[\u0180-\u01cc\u01dd-\u0390\u03ca-\u040f\u0452-\u07ff]")
#: Share of zero bytes from which on UTF-16 is taken even for bytes that are UTF-8 with zeros in it.
_ZEROS = 0.05
#: As many characters of three bytes are no accident: text in GB 18030 does not read as such UTF-8.
_SURE = 10


def decoded(file: str, data: bytes, declared: str = "") -> str:
    """The text of bytes: by their mark, as UTF-16 where it is plain, as UTF-8, as declared, as GB 18030.

    Args:
        file: Its name.
        data: The bytes.
        declared: The encoding that the file itself names.

    Raises:
        NotATable: They are none of these, or UTF-8 of which some bytes are damaged.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(file, data[len(mark) :], codec)
    utf16 = _unmarked_utf16(data)
    if utf16 is not None:
        return utf16
    named = _codec(declared)
    text = _or_none(data, "utf-8")
    if text is not None and _is_strange(text):
        text = _or_none(data, "gb18030") or text
    if text is not None and (named in ("", "utf-8") or _wide(text) >= _SURE):
        return text
    if named not in ("", "utf-8"):
        text = _or_none(data, named)
        if text is not None:
            return text
    _refuse_damaged_utf8(file, data)
    return _strictly(file, data, "gb18030")


def _is_strange(text: str) -> bool:
    """Whether text has letters that no list has and no Chinese: 失业 in GB 18030 is two such letters in UTF-8."""
    return not _wide(text) and bool(_STRANGE.search(text))


def _codec(declared: str) -> str:
    """The codec of a name that a page gives; empty where it is not known or cannot be what it says."""
    if declared.lower() in _GB:
        return "gb18030"
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    # a name that was read as plain letters does not stand in UTF-16; other names are most often wrong
    return name if name in ("utf-8", "big5", "big5hkscs", "gb18030") else ""


def _or_none(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _strictly(file: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise NotATable(file, "damaged", f"{codec}: {error.reason}, {error.start}") from None


def _wide(text: str) -> int:
    """How many characters of a text take three bytes and more in UTF-8, those for damaged bytes left out."""
    return sum(character >= "\u0800" and character != "\ufffd" for character in text)


def _refuse_damaged_utf8(file: str, data: bytes) -> None:
    """Some bytes of UTF-8 that are damaged would make every Chinese character another one if read as GB 18030."""
    text = data.decode("utf-8", "replace")
    if _wide(text) > text.count("\ufffd"):
        _strictly(file, data, "utf-8")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: one of two bytes is zero at each Latin letter, and nothing but plain text comes out.

    A few Chinese characters have a zero, too, in their other byte: 一, 开, 最.
    """
    zeros = data.count(0)
    if not zeros or len(data) % 2:
        return None
    if zeros <= len(data) * _ZEROS and _or_none(data, "utf-8") is not None:
        return None
    orders = ("utf-16-be", "utf-16-le") if data[::2].count(0) * 2 > zeros else ("utf-16-le", "utf-16-be")
    texts = (_or_none(data, each) for each in orders)
    return next((each for each in texts if each is not None and _PLAIN.fullmatch(each)), None)
