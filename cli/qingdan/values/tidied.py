"""What a text is under the remains of where it was copied from: a web page, a mirror of one, a PDF, a narrow column.

What is taken away or put right here is never a matter of opinion, and is said: see ``Tidied.because``. Traditional
characters stay: one of them may stand for several simplified ones, and some names are written with them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from qingdan.model.folding import LOOKALIKES, RADICALS, certain
from qingdan.words.characters import without_hidden


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text and what was done to it.

    Attributes:
        text: Without what is none of it.
        because: What was done first, as a word of the messages (``tags``, ``pinyin``, ``radicals``, ``hidden``,
            ``wrapped``, ``spaces``); empty where nothing was.
    """

    text: str
    because: str = ""


def tidied(text: str) -> Tidied:
    r"""A text without what a web page, a mirror or a narrow column has left in it.

    >>> tidied("身份证<br/>户口簿&nbsp;"), tidied("就業(yè)服務(wù)")
    (Tidied(text='身份证\n户口簿', because='tags'), Tidied(text='就業服務', because='pinyin'))
    >>> tidied("⼈才服务"), tidied("<就业规定>")
    (Tidied(text='人才服务', because='radicals'), Tidied(text='<就业规定>', because=''))
    """
    because = ""
    for word, step in _STEPS:
        done = step(text)
        because = because or (word if done != text else "")
        text = done
    return Tidied(text, because)


#: Tags that say how a text looks. Those of text that is struck through (s, del, strike) are not among them.
_BREAKS = re.compile(r"<\s*/?\s*(?:br|p|div|li|ul|ol|tr|table|tbody|h[1-6])(?:\s[^<>]*)?/?\s*>", re.IGNORECASE)
_LOOKS = re.compile(
    r"<\s*/?\s*(?:span|td|th|b|strong|i|em|u|font|a|o:p|sub|sup|label)(?:\s[^<>]*)?/?\s*>", re.IGNORECASE
)
_CODES = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|emsp|ensp|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});"
)
#: A code that stands for a code: ``&amp;nbsp;``.
_DEEPEST = 3


def _without_tags(text: str) -> str:
    for _ in range(_DEEPEST):
        if "<" not in text and "&" not in text:
            break
        read = _LOOKS.sub("", _BREAKS.sub("\n", text))
        read = _CODES.sub(lambda match: html.unescape(match[0]).replace("\xa0", " "), read)
        if read == text:
            break
        text = read
    return text


#: How a character is said, in brackets behind it, as mirrors of web pages print it: the tone of a vowel tells.
_PINYIN = re.compile(
    r"(?<=[\u3400-\u9fff])[(（](?=[^()（）]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]"
)
_LONE = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zü]{1,6}[)）]")


def _without_pinyin(text: str) -> str:
    """Syllables that have no tone are taken away only beside others that have one."""
    read = _PINYIN.sub("", text)
    return read if read == text else _LONE.sub("", read)


def _with_ideographs(text: str) -> str:
    if not LOOKALIKES.search(text):
        return text
    return "".join(RADICALS.get(ord(each), each) if certain(each) else each for each in text)


_BLANKS = re.compile(r"\s+")
#: What no entry of a list ends in, and what none begins with.
_OPEN = re.compile("(?:[0-9一二三四五六七八九十]个|[之或和及与、，,（(《])$")
_GOING_ON = re.compile("^(?:[的之或和及与、。；，,;）)》]|个|日起|以?内|工作日)")
#: Two words of Latin letters or figures never are one.
_APART = re.compile(r"[0-9A-Za-z]\s+[0-9A-Za-z]")
#: Fewer lines show no width.
_FEWEST = 3


def _joined(text: str) -> str:
    """A text that a narrow column has broken inside its words, in one line; any other as it stands.

    Lines as long as each other may as well be the entries of a list. Only where one of them can be none, because of
    what it begins or ends with, and no line but the last is shorter than the others, the breaks mean nothing.
    """
    lines = _BLANKS.split(text.strip())
    inside = any(map(_OPEN.search, lines[:-1])) or any(map(_GOING_ON.match, lines[1:]))
    if len(lines) < _FEWEST or not inside or _APART.search(text):
        return text
    widths = [_width(line) for line in lines]
    if max(widths[:-1]) - min(widths[:-1]) > 1 or widths[-1] > max(widths):
        return text
    return "".join(lines)


def _width(text: str) -> int:
    """In half widths."""
    return sum(2 if each > "\u2e7f" else 1 for each in text)


_STEPS = (
    ("tags", _without_tags),
    ("pinyin", _without_pinyin),
    ("radicals", _with_ideographs),
    ("hidden", without_hidden),
    ("wrapped", _joined),
    ("spaces", str.strip),
)
