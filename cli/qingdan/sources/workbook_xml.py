"""What the cells of a workbook refer to: its sheets, number formats, shared texts and comments, from its XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qingdan.sources.format_codes import BUILT_IN
from qingdan.sources.xml import local
from qingdan.sources.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

#: How a character that XML cannot hold is written in a workbook.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Style(NamedTuple):
    """How a cell looks, as far as it matters: the code of its number format, and whether its font is struck through."""

    format: str = ""
    struck: bool = False


class Rich(NamedTuple):
    """A text in parts: each with its text and whether it is struck through; None: as the cell is."""

    parts: tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, its part of the file, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Workbook:
    """What all sheets share.

    Attributes:
        file: Where its parts are.
        sheets: The sheets with cells, in order.
        styles: How cells look, by number.
        texts: The shared texts, by number.
        since_1904: Days are counted from 1904.
        notes: ``macros``, ``external_links``.
    """

    file: Zipped
    sheets: tuple[Sheet, ...]
    styles: tuple[Style, ...]
    texts: tuple[str | Rich, ...]
    since_1904: bool = False
    notes: tuple[str, ...] = field(default=())


def workbook(file: Zipped) -> Workbook:
    """Read what the sheets refer to.

    Args:
        file: The workbook.

    Raises:
        KeyError: A part is missing.
    """
    main = next((part for kind, part in file.relations("").values() if kind == "officeDocument"), "xl/workbook.xml")
    relations = file.relations(main)
    sheets: list[Sheet] = []
    since_1904 = False
    for _, each in file.elements(main, ("sheet", "workbookPr")):
        if local(each) == "workbookPr":
            since_1904 = _on(each.get("date1904"))
            continue
        kind, part = relations[next((value for key, value in each.items() if key.endswith("}id")), "")]
        if kind == "worksheet":
            sheets.append(Sheet(each.get("name", ""), part, each.get("state", "visible") != "visible"))
    parts = {kind: part for kind, part in relations.values()}
    styles = _styles(file, parts["styles"]) if parts.get("styles", "") in file else ()
    texts = _texts(file, parts["sharedStrings"]) if parts.get("sharedStrings", "") in file else ()
    notes = {"macros": "vbaProject" in parts, "external_links": "externalLink" in parts}
    return Workbook(file, tuple(sheets), styles, texts, since_1904, tuple(key for key, found in notes.items() if found))


def comments(file: Zipped, sheet: Sheet) -> dict[str, str]:
    """What somebody noted at the cells of a sheet, by address. Of a conversation each contribution is a line."""
    notes: dict[str, str] = {}
    talks: dict[str, list[str]] = {}
    for kind, part in file.relations(sheet.part).values():
        if kind == "comments" and part in file:
            for _, each in file.elements(part, ("comment",)):
                notes[each.get("ref", "")] = "".join(said for said, _ in _runs(each[0])) if len(each) else ""
        elif kind == "threadedComment" and part in file:
            for _, each in file.elements(part, ("threadedComment",)):
                said = "".join(child.text or "" for child in each if local(child) == "text")
                talks.setdefault(each.get("ref", ""), []).append(said)
    # the note that stands at such a cell for older programs only says that they cannot show it
    return notes | {place: "\n".join(said) for place, said in talks.items()}


def text_of(element: _Element) -> str | Rich:
    """The text of a shared or an inline text; in parts where it has parts that may look different."""
    if len(element) == 1 and local(first := element[0]) == "t":
        return unescaped(first.text or "")  # most are such
    runs = _runs(element)
    rich = any(local(child) == "r" for child in element)
    return Rich(tuple(runs)) if rich else "".join(said for said, _ in runs)


def unescaped(text: str) -> str:
    """A text as people see it: with characters that XML cannot hold, and line breaks of one kind."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _runs(element: _Element) -> list[tuple[str, bool | None]]:
    """The parts of a text, without the pronunciation that may stand above it."""
    found: list[tuple[str, bool | None]] = []
    for child in element:
        name = local(child)
        if name == "t":
            found.append((unescaped(child.text or ""), None))
        elif name == "r":
            said, struck = "", None
            for part in child:
                if local(part) == "rPr":
                    struck = any(local(each) == "strike" and _on(each.get("val", "1")) for each in part)
                elif local(part) == "t":
                    said += unescaped(part.text or "")
            found.append((said, struck))
    return found


def _texts(file: Zipped, part: str) -> tuple[str | Rich, ...]:
    return tuple(text_of(each) for _, each in file.elements(part, ("si",)))


def _styles(file: Zipped, part: str) -> tuple[Style, ...]:
    codes = dict(BUILT_IN)
    fonts: list[bool] = []
    styles: list[Style] = []
    for _, group in file.elements(part, ("numFmts", "fonts", "cellXfs")):
        for each in group:
            name = local(each)
            if name == "numFmt":
                codes[int(each.get("numFmtId", "0"))] = each.get("formatCode", "")
            elif name == "font":
                fonts.append(any(local(child) == "strike" and _on(child.get("val", "1")) for child in each))
            elif name == "xf":
                font = int(each.get("fontId", "0"))
                code = codes.get(int(each.get("numFmtId", "0")), "")
                style = Style("" if code.lower() == "general" else code, font < len(fonts) and fonts[font])
                styles.append(style)
    return tuple(styles)


def _on(value: str | None) -> bool:
    return value in ("1", "true", "on")
