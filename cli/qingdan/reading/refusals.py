"""What a YAML text is refused for: what this project does not use, directives, syntax errors and slips."""

from __future__ import annotations

import re

from qingdan.reading.limits import MAX_REFUSALS
from qingdan.reading.notes import Notes
from qingdan.reading.reasons import Problem
from qingdan.reading.slips import Slip, indentation, slips_in_key, slips_near
from qingdan.words.characters import WIDE_SPACES

_PROPERTY = re.compile(r"(?:(?P<anchor>&[^\s,\[\]{}]+)|(?P<tag>!<[^>\s]*>|![^\s,\[\]{}]*))\s*")
#: An anchor or alias with a name that libyaml cannot read, such as ``&名称``; a name with a blank is no name.
_NAMED = re.compile(r"(?:(?P<anchor>&)|(?P<alias>\*))[^\s,\[\]{}]+")
#: The two directives of YAML, at the start of a line.
_DIRECTIVE = re.compile(r"%(?:YAML|TAG)(?=[ \t\r\n]|\Z)")
_TABS = re.compile(r"[ \t]*+")
_NOTHING = re.compile(r"(?:[ \t\r\n\ufeff]++|#[^\r\n]*+|\.\.\.(?=[ \t\r\n]|$))*+")
_REST_OF_LINE = re.compile(r"[^\r\n]*+")
#: How far to look back for the ``?`` of a key.
_LOOK_BACK = 80


class RefusedError(Exception):
    """Raised to stop reading a document that is refused as a whole."""


class Refusals:
    """Takes down why one text is refused."""

    __slots__ = ("_last_slip", "_notes", "_slips", "_text", "refused")

    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes
        #: Whether the document is refused as a whole, though reading goes on for its other findings.
        self.refused = False
        #: Where the last slip was found: the keys of one line share one finding.
        self._last_slip = -1
        self._slips = 0

    def refuse(self, kind: str, start: int, end: int) -> None:
        """Refuse the document for an anchor, alias, merge key or tag."""
        self.refused = True
        args = {"kind": kind, "text": self._text[start:end][:_LOOK_BACK]}
        if not self._notes.add("RED007", start, end, args, limit=MAX_REFUSALS):
            raise RefusedError

    def properties(self, start: int) -> None:
        """Refuse the anchor and the tag that stand before a node."""
        offset, match = start, _PROPERTY.match(self._text, start)
        while match:
            kind = match.lastgroup or "tag"
            self.refuse(kind, offset, match.end(kind))
            offset = match.end()
            match = _PROPERTY.match(self._text, offset)

    def report(self, problem: Problem) -> None:
        """Report a syntax error of the parser."""
        offset, word = problem.offset, problem.word
        end = min(offset + 1, self.end_of_line(offset))
        named = _NAMED.match(self._text, offset)
        if word == "undefined_tag":
            self.properties(offset)
        elif word == "bad_anchor" and named:
            self.refuse(named.lastgroup or "anchor", *named.span())
        elif word == "second_document":
            self._notes.add("RED008", offset, self.end_of_line(offset))
        elif word.startswith("tab"):
            self._tab(word, offset, end)
        elif word == "early_end" and self.content_from(offset) == len(self._text):
            self._notes.add("RED016", 0, 0)
        elif slips := slips_near(self._text, word, offset, problem.begun):
            self._report_slips(slips)
        else:
            begun = problem.begun
            related = None if begun is None else ("started_here", begun, begun + 1)
            self._notes.add("RED004", offset, end, {"problem": word}, extra={"text": problem.text}, related=related)

    def _tab(self, word: str, offset: int, end: int) -> None:
        """Report a tab in the place of a blank; behind a sign one blank means the same."""
        edits = []
        if word == "tab_behind_sign":
            blanks = _TABS.match(self._text, offset)
            edits = [(offset, blanks.end(), " ")] if blanks else []
        self._notes.add("RED005", offset, end, extra={"where": word}, edits=edits)

    def without_directives(self) -> str:
        """The text with the ``%`` lines before the first document made comments, each reported.

        A parser passes over them, so that what was meant as content would be gone without a word.
        """
        text, offset = self._text, 0
        while True:
            offset = self.content_from(offset)
            if text[offset : offset + 1] != "%" or self.before(offset)[-1:] not in ("", "\n", "\r"):
                return text
            end = self.end_of_line(offset)
            if _DIRECTIVE.match(text, offset):
                self.refuse("directive", offset, end)
            else:
                self._percent(offset, end)
            text = f"{text[:offset]}#{text[offset + 1 :]}"
            offset = end

    def _percent(self, start: int, end: int) -> None:
        """Refuse the document for a line that begins with ``%`` and is no directive of YAML."""
        self.refused = True
        args = {"text": self._text[start:end][:_LOOK_BACK].rstrip()}
        if not self._notes.add("RED020", start, end, args, limit=MAX_REFUSALS):
            raise RefusedError

    def slipped(self, name: str, start: int, siblings: dict[str, object]) -> bool:
        """Refuse the document for a key with slips around it: its structure is another than what was meant.

        Args:
            name: The key as it was read.
            start: Where it begins.
            siblings: What the mapping holds before it; behind a key with a value no entry of a list can begin.
        """
        slips = slips_in_key(self._text, name, start)
        if name[:1] == "-" and not _list_may_begin(siblings):
            slips = []
        if not slips and name[:1] in WIDE_SPACES:
            slips = indentation(self._text, start)
        if not slips:
            return False
        self.refused = True
        self._report_slips(slips)
        self._slips += 1
        if self._slips > MAX_REFUSALS:
            raise RefusedError
        return True

    def _report_slips(self, slips: list[Slip]) -> None:
        """One finding for the slips of one line."""
        first = slips[0]
        if first.offset == self._last_slip:
            return
        self._last_slip = first.offset
        args = {"found": first.found, "write": first.write}
        edits = [slip.edit(self._text) for slip in slips]
        self._notes.add("RED019", first.offset, first.offset + 1, args, edits=edits, limit=MAX_REFUSALS)

    def before(self, offset: int) -> str:
        """The last few characters before an offset, on its line and with the line break before it."""
        begin = max(offset - _LOOK_BACK, 0)
        return self._text[max(self._text.rfind("\n", begin, offset), begin) : offset]

    def content_from(self, offset: int) -> int:
        """The offset of what comes next that is no blank, comment or end of document."""
        match = _NOTHING.match(self._text, offset)
        return match.end() if match else offset

    def end_of_line(self, offset: int) -> int:
        """The offset behind the line that holds an offset."""
        match = _REST_OF_LINE.match(self._text, offset)
        return match.end() if match else offset


def _list_may_begin(siblings: dict[str, object]) -> bool:
    """Whether the entry of a list may be meant by what comes behind some keys of a mapping."""
    if not siblings:
        return True
    last = next(reversed(siblings))
    return last[:1] == "-" or siblings[last] is None
