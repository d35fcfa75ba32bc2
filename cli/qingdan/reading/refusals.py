"""What a YAML text is refused for: what this project does not use, directives, syntax errors and slips."""

from __future__ import annotations

import re

from qingdan.reading.characters import WIDE_SPACES
from qingdan.reading.events import Problem
from qingdan.reading.limits import MAX_REFUSALS
from qingdan.reading.notes import Notes
from qingdan.reading.slips import Slip, indentation, slips_in_key, slips_near

_PROPERTY = re.compile(r"(?:(?P<anchor>&[\w-]+)|(?P<tag>!<[^>\s]*>|![^\s,\[\]{}]*))\s*")
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
        offset = problem.offset
        end = min(offset + 1, self.end_of_line(offset))
        if problem.word == "undefined_tag":
            self.properties(offset)
        elif problem.word == "tab":
            self._notes.add("RED005", offset, end)
        elif slips := slips_near(self._text, problem.word, offset, problem.begun):
            self._report_slips(slips)
        else:
            begun = problem.begun
            related = None if begun is None else ("started_here", begun, begun + 1)
            args, extra = {"problem": problem.word}, {"text": problem.text}
            self._notes.add("RED004", offset, end, args, extra=extra, related=related)

    def without_directives(self) -> str:
        """The text with the ``%`` lines before the first document made comments.

        The time libyaml needs for many ``%TAG`` lines grows with their square, and it need not know the version.
        """
        text, offset = self._text, 0
        for _ in range(MAX_REFUSALS):
            offset = self.content_from(offset)
            if text[offset : offset + 1] != "%" or self.before(offset)[-1:] not in ("", "\n", "\r"):
                return text
            end = self.end_of_line(offset)
            if text.startswith("%TAG", offset):
                self.refuse("tag", offset, end)
            text = f"{text[:offset]}#{text[offset + 1 :]}"
            offset = end
        self.report(Problem("bad_directive", "too many directives", offset, None))
        raise RefusedError

    def slipped(self, name: str, start: int) -> bool:
        """Refuse the document for a key with slips around it: its structure is another than what was meant."""
        slips = slips_in_key(self._text, name, start)
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
