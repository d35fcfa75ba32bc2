"""The text of one cell of a document, from everything that Word puts around and into its letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qingdan.sources.numbering import Numbering, runs_on
from qingdan.sources.runs import Runs
from qingdan.sources.symbols import symbol
from qingdan.sources.xml import attribute, child, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from qingdan.sources.runs import Look

#: Properties, codes of fields, readings over characters; what stands there is not shown, or the same again.
_NO_TEXT = set("pPr rPr tcPr sdtPr sdtEndPr instrText delInstrText rt softHyphen".split())
_TICKS = "☐☑"


@dataclass
class Document:
    """What the cells of one document share.

    Attributes:
        numbering: Its lists, counted so far.
        comments: Number → text.
        told: Numbers of the comments that stand at a cell already.
        hides: Some cell has hidden text.
    """

    numbering: Numbering
    comments: Mapping[str, str]
    told: set[str] = field(default_factory=set)
    hides: bool = False


class CellText:
    """The text of a cell.

    Attributes:
        runs: Its pieces.
        comment: What is noted at it.
    """

    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look: Look = look
        self._nested: Callable[[Element], None] = lambda table: None
        self._breaks = False
        self._fields: list[str] = []
        self.runs = Runs()
        self.comment = ""

    def read(self, cell: Element, nested: Callable[[Element], None]) -> None:
        """Read a cell.

        Args:
            cell: The cell.
            nested: What is to be done with a table inside it.
        """
        self._nested = nested
        self._children(cell, self._look, "")
        self._document.hides = self._document.hides or self.runs.hides

    def _children(self, element: Element | None, look: Look, font: str) -> None:
        for each in element if element is not None else ():
            self._add(each, look, font)

    def _add(self, element: Element, look: Look, font: str) -> None:
        """Add what an element shows; one that is not known shows what is in it."""
        match local(element):
            case "t" | "delText":
                if "code" not in self._fields[:-1]:  # the result of a field that is part of another one's code
                    self.runs.add(symbol(font, element.text or ""), look)
            case "tab" | "ptab":
                self.runs.add("\t", look)
            case "br" | "cr":
                self.runs.add("\n", look)
            case "noBreakHyphen":
                self.runs.add("-", look)
            case "sym":
                self.runs.add(_of_symbol(element), look)
            case "p":
                self._paragraph(element, look)
            case "r":
                fonts = child(element, "rPr", "rFonts")
                inner = attribute(fonts, "ascii") if fonts is not None else font
                self._children(element, _look(child(element, "rPr"), look), inner)
            case "del" | "moveFrom":
                self._children(element, "deleted", font)
            case "ruby":
                self._children(child(element, "rubyBase"), look, font)
            case "AlternateContent":  # the same twice, the second time for older programs
                chosen = child(element, "Choice")
                self._children(child(element, "Fallback") if chosen is None else chosen, look, font)
            case "sdt":
                self._control(element, look, font)
            case "fldChar":
                self._field(element, look)
            case "f" if child(element, "num") is not None:  # a fraction
                self._children(child(element, "num"), look, font)
                self.runs.add("/", look)
                self._children(child(element, "den"), look, font)
            case "commentReference" | "commentRangeStart":
                self._comment(attribute(element, "id"))
            case "tbl":
                self._nested(element)
            case kind if kind not in _NO_TEXT:
                self._children(element, look, font)

    def _paragraph(self, paragraph: Element, look: Look) -> None:
        """Add a paragraph with its number. One whose end a tracked change took away runs on into the next one."""
        if self._breaks:
            self.runs.add("\n", look)
        if look != "deleted":
            self.runs.add(self._document.numbering.next(paragraph), _look(child(paragraph, "pPr", "rPr"), look))
        self._breaks = True  # a text box inside it has lines of its own
        self._children(paragraph, look, "")
        self.runs.trim()
        self._breaks = not runs_on(paragraph)

    def _control(self, control: Element, look: Look, font: str) -> None:
        """Add a content control: a box to tick as it is ticked, what else there is as it is filled in."""
        content = child(control, "sdtContent")
        box = child(control, "sdtPr", "checkbox")
        if box is None:
            self._children(content, look, font)
            return
        if child(content, "p") is not None:
            if self._breaks:
                self.runs.add("\n", look)
            self._breaks = True
        self.runs.add(_TICKS[is_on(box, "checked")], look)

    def _field(self, mark: Element, look: Look) -> None:
        """Go into the code of a field, on to its result, or out of it. Old boxes to tick have no result."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append("code")
            box = child(mark, "ffData", "checkBox")
            if box is not None:
                ticked = is_on(box, "checked") if child(box, "checked") is not None else is_on(box, "default")
                self.runs.add(_TICKS[ticked], look)
            self.runs.add(_chosen(child(mark, "ffData", "ddList")), look)
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _comment(self, id: str) -> None:
        text = self._document.comments.get(id, "")
        if text and id not in self._document.told:
            self._document.told.add(id)
            self.comment = f"{self.comment}\n{text}".strip()


def _look(properties: Element | None, look: Look) -> Look:
    """How text looks with properties of its own inside text that looks so."""
    if look in ("deleted", "hidden"):
        return look
    if is_on(properties, "vanish"):
        return "hidden"
    return "struck" if is_on(properties, "strike") or is_on(properties, "dstrike") else look


def _of_symbol(element: Element) -> str:
    """A letter of a picture font: what shows the same, else the letter in the range that such fonts have."""
    try:
        letter = chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= letter <= "\udfff" else symbol(attribute(element, "font"), letter)


def _chosen(choices: Element | None) -> str:
    """What is chosen of an old list of choices; the first where nothing is."""
    if choices is None:
        return ""
    entries = [attribute(each, "val") for each in choices if local(each) == "listEntry"]
    place = number(value(choices, "result") or value(choices, "default"))
    return entries[place] if place < len(entries) else ""
