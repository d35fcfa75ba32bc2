"""Numbers of lists in documents: they stand in no text, and are counted as the document is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qingdan.sources.symbols import symbol
from qingdan.sources.xml import attribute, child, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HAN, _POWERS = "零一二三四五六七八九", ("", "十", "百", "千")
#: Signs before an entry that say something; a dot does not.
_BOXES = ("□", "☑", "☒", "✓", "✗")
_PLACE = re.compile("%([1-9])")
#: Beyond it styles and levels of the formats differ, and lists of documents do not go.
_MOST = 9999
#: A level that says nothing begins anew after each higher one.
_DEPTH = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    gap: str
    legal: bool
    restarts_after: int
    style: str
    font: str


class Numbering:
    """The lists of one document, counted so far.

    Attributes:
        missed: A number could not be told: its format or its list is not one that is counted.
    """

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        parts = list(numbering) if numbering is not None else []
        self._lists = {
            attribute(each, "abstractNumId"): _levels(each) for each in parts if local(each) == "abstractNum"
        }
        self._numbers = {attribute(each, "numId"): each for each in parts if local(each) == "num"}
        self._styles = {attribute(each, "styleId"): each for each in (styles if styles is not None else ())}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.missed = False

    def next(self, paragraph: Element) -> str:
        """The number before a paragraph, which is counted; empty where it has none."""
        if runs_on(paragraph):
            return ""
        id, depth = self._of(child(paragraph, "pPr"))
        if id in ("", "0"):
            return ""
        list_id, levels = self._levels(id)
        if depth not in levels:
            self.missed = True
            return ""
        counts = self._counts.setdefault(list_id, {})
        begins = self._begins(id, depth)
        if begins is not None:
            counts[depth] = begins
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [each for each in counts if each > depth]:
            if deeper in levels and depth < levels[deeper].restarts_after:
                del counts[deeper]
        return self._said(levels, levels[depth], counts)

    def _levels(self, id: str) -> tuple[str, dict[int, _Level]]:
        """The list with whose numbers another one goes on, and the levels, some of which it may have its own of."""
        own = self._numbers.get(id)
        list_id = value(own, "abstractNumId")
        levels = self._lists.get(list_id, {})
        for each in own if own is not None else ():
            levels = levels | _levels(each)
        return list_id, levels

    def _begins(self, id: str, depth: int) -> int | None:
        """With which number a list begins anew that shares its levels with others."""
        for each in self._numbers[id]:
            over = child(each, "startOverride")
            if number(attribute(each, "ilvl")) == depth and over is not None and (id, depth) not in self._begun:
                self._begun.add((id, depth))
                return number(attribute(over, "val"), 1)
        return None

    def _of(self, properties: Element | None) -> tuple[str, int]:
        """List and level of a paragraph: its own, else those of its style and of what that is based on."""
        own = child(properties, "numPr")
        id = value(own, "numId")
        if id:
            return id, number(value(own, "ilvl"))
        name, seen = value(properties, "pStyle"), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            id = value(style, "pPr", "numPr", "numId")
            if id:
                linked = next((depth for depth, level in self._levels(id)[1].items() if level.style in seen), 0)
                return id, number(value(own, "ilvl") or value(style, "pPr", "numPr", "ilvl"), linked)
            name = value(style, "basedOn")
        return "", 0

    def _said(self, levels: Mapping[int, _Level], level: _Level, counts: Mapping[int, int]) -> str:
        if level.format == "none":
            return ""
        if level.format == "bullet":
            shown = symbol(level.font, level.text)
            return shown + level.gap if shown in _BOXES else ""
        text = level.text
        for place in _PLACE.findall(level.text):
            above = int(place) - 1
            if above not in levels:
                self.missed = True
                return ""
            count = counts.get(above, levels[above].start)
            shown = _counted(count, "decimal" if level.legal else levels[above].format)
            if not shown:
                self.missed = True
                return ""
            text = text.replace(f"%{place}", shown)
        return text + level.gap if text else ""


def runs_on(paragraph: Element) -> bool:
    """Whether a tracked change took away the end of a paragraph, so that it runs on into the next one."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _levels(abstract: Element) -> dict[int, _Level]:
    levels = {}
    for each in abstract:
        if local(each) == "lvl":
            fonts = child(each, "rPr", "rFonts")
            levels[number(attribute(each, "ilvl"))] = _Level(
                number(value(each, "start"), 1),
                value(each, "numFmt", default="decimal"),
                value(each, "lvlText")[:99],
                "" if value(each, "suff") == "nothing" else " ",
                child(each, "isLgl") is not None,
                number(value(each, "lvlRestart"), _DEPTH),
                value(each, "pStyle"),
                attribute(fonts, "ascii") if fonts is not None else "",
            )
    return levels


def _counted(count: int, format: str) -> str:
    """A number in a format; empty where the format is not one that is known.

    >>> [_counted(12, each) for each in ("decimal", "chineseCountingThousand", "upperLetter", "lowerRoman")]
    ['12', '十二', 'L', 'xii']
    """
    if not 0 < count <= _MOST:
        return str(count) if format == "decimal" and count == 0 else ""
    if format in ("decimal", "decimalZero"):
        return f"{count:02}" if format == "decimalZero" else str(count)
    if format in ("chineseCountingThousand", "chineseCounting", "japaneseCounting", "taiwaneseCountingThousand"):
        # from a hundred on each of them says it in its own way
        return _han(count) if count < 100 or format == "chineseCountingThousand" else ""
    if format in ("upperLetter", "lowerLetter"):  # A … Z, AA, BB …
        letters = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if format == "upperLetter" else letters.lower()
    if format in ("upperRoman", "lowerRoman"):
        return _roman(count) if format == "upperRoman" else _roman(count).lower()
    if format in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and count <= 20:
        return chr(ord("①") + count - 1)
    return ""


def _han(count: int) -> str:
    """As people count: 十二, 二十, 一百零三, 一百一十."""
    said, zero = "", False
    digits = str(count)
    for place, digit in enumerate(digits):
        if digit == "0":
            zero = True
            continue
        said += ("零" if zero else "") + _HAN[int(digit)] + _POWERS[len(digits) - place - 1]
        zero = False
    return said.removeprefix("一") if 10 <= count < 20 else said


def _roman(count: int) -> str:
    said = ""
    for worth, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    ):
        times, count = divmod(count, worth)
        said += sign * times
    return said
