"""The JSON reader itself: strict, iterative, with the position of every key and value."""

from __future__ import annotations

import json
import re
from typing import Any

from qingdan.reading.checks import MAX_UNMEASURED, Checks
from qingdan.reading.limits import MAX_DEPTH, MAX_REFUSALS
from qingdan.reading.marks import DROPPED, NO_KEY
from qingdan.reading.notes import Notes
from qingdan.reading.slips import MEANT

_SPACE = re.compile(r"[ \t\r\n]*+")
# Possessive throughout: a hostile text must not make the pattern go back.
_VALUE = re.compile(
    r'(?P<string>"[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*+")'
    r"|(?P<number>-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?+[0-9]++)?+(?![\w.+-]))"
    r"|(?P<word>(?:true|false|null)(?!\w))"
    r"|(?P<open>[\[{])"
)
_WORDS = {"true": True, "false": False, "null": None}


class _SyntaxError(Exception):
    """Raised where the text is not JSON: a stable word, a plain sentence and the offset."""

    def __init__(self, word: str, text: str, offset: int) -> None:
        super().__init__(word)
        self.word, self.text, self.offset = word, text, offset


class _TooDeepError(Exception):
    """Raised where lists and objects nest deeper than the limit."""


class JsonReader:
    """Reads one value between two offsets, or several one after the other into one list."""

    __slots__ = ("_holder", "_key", "_limit", "_node", "_notes", "_stack", "_text", "checks", "root")

    def __init__(self, text: str, notes: Notes) -> None:
        self.checks = Checks(text, notes)
        self.root: list[object] = []
        self._text = text
        self._limit = len(text)
        self._notes = notes
        self._holder: Any = self.root
        self._node = -1
        self._stack: list[tuple[object, int]] = []
        #: Number, start and end of the key of the value that comes next.
        self._key = (NO_KEY, 0, 0)

    def open_lines(self) -> None:
        """Begin the list that holds the lines."""
        self._add([], 0, 0, 0)
        self._holder, self._node = self.root[0], 0

    def close_lines(self) -> None:
        """End the list that holds the lines."""
        self.checks.marks.ends[0] = len(self._text)
        self.checks.marks.afters[0] = len(self.checks.marks)

    def attempt(self, start: int, end: int) -> bool:
        """Read the one value between two offsets; whether it is JSON. What is wrong is reported."""
        outer = self._holder, self._node
        self._limit = end
        try:
            offset = self._skip(self._value(self._skip(start)))
            while self._stack:
                offset = self._skip(self._step(offset))
            if offset < end:
                raise _SyntaxError("text_after_end", "text after the end of the value", offset)
        except _SyntaxError as error:
            self._report(error, end)
        except _TooDeepError as error:
            self._notes.add("RED012", error.args[0], error.args[0] + 1, {"limit": MAX_DEPTH})
        except MemoryError:
            self._notes.add("RED004", start, start, {"problem": "exhausted"})
        else:
            return True
        while self._stack:
            self._close(self._limit)
        self._holder, self._node = outer
        self._key = (NO_KEY, 0, 0)
        return False

    def _report(self, error: _SyntaxError, end: int) -> None:
        """Report a syntax error; a full-width sign at its place is what is wrong."""
        offset, last = error.offset, min(error.offset + 1, end)
        found = self._at(offset)
        if found in MEANT and found not in "-:":
            edits = [(offset, last, MEANT[found])]
            self._notes.add("RED019", offset, last, {"found": found, "write": MEANT[found]}, edits=edits)
        else:
            self._notes.add("RED004", offset, last, {"problem": error.word}, extra={"text": error.text})

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset, self._limit)
        return match.end() if match else offset

    def _step(self, offset: int) -> int:
        """Read the next entry of the open list or object with what stands around it, or close it."""
        is_object = isinstance(self._holder, dict)
        closing = "}" if is_object else "]"
        mark = self._at(offset)
        filled = len(self.checks.marks) > self._node + 1
        if mark == closing:
            return self._close(offset + 1)
        if not mark or (filled and mark != ","):
            word = "unclosed_mapping" if is_object else "unclosed_list"
            raise _SyntaxError(word, f"expected ',' or '{closing}'", offset)
        if filled:
            comma, offset = offset, self._skip(offset + 1)
            if self._at(offset) == closing:
                raise _SyntaxError("trailing_comma", f"',' before '{closing}'", comma)
        return self._value(self._take_key(offset) if is_object else offset)

    def _at(self, offset: int) -> str:
        return self._text[offset] if offset < self._limit else ""

    def _take_key(self, offset: int) -> int:
        """Read a key and its colon; the offset of its value."""
        match = _VALUE.match(self._text, offset, self._limit)
        if match is None or match.lastgroup != "string":
            self._unclosed(offset)
            raise _SyntaxError("expected_key", "expected a key in double quotes", offset)
        end = match.end()
        name = self._string(offset, end, is_key=True)
        colon = self._skip(end)
        if self._at(colon) != ":":
            raise _SyntaxError("missing_colon", "expected ':' after the key", colon)
        number = self.checks.clean.get(name, NO_KEY)
        if number == NO_KEY:
            number = self.checks.key(name, offset, end, known=True)
        if self.checks.marks.names[number] in self._holder:
            number = self.checks.duplicate(self._node, name, offset, end)
        self._key = (number, offset, end)
        return self._skip(colon + 1)

    def _value(self, start: int) -> int:
        """Read a scalar, or open a list or object; the offset behind."""
        match = _VALUE.match(self._text, start, self._limit)
        if match is None:
            self._unclosed(start)
            raise _SyntaxError("expected_value", "expected a value", start)
        end, kind = match.end(), match.lastgroup
        if kind == "open":
            self._open({} if match[0] == "{" else [], start)
            return end
        value: object
        if kind == "string":
            value = self._string(start, end)
        elif kind == "number":
            value = self.checks.number(match[0], start, end)
        else:
            value = _WORDS[match[0]]
        self._add(value, start, end, len(self.checks.marks) + 1)
        return end

    def _unclosed(self, offset: int) -> None:
        if self._at(offset) == '"':
            raise _SyntaxError("unclosed_quote", "a string without an end", offset)

    def _string(self, start: int, end: int, *, is_key: bool = False) -> str:
        """The value of a string; keys are checked on their own."""
        value = self._text[start + 1 : end - 1]
        if "\t" in value:
            tab = self._text.index("\t", start)
            self._notes.add(
                "RED015", tab, tab + 1, {"codepoint": "U+0009"}, extra={"what": "control"}, limit=MAX_REFUSALS
            )
        if "\\" in value:
            try:
                value = json.loads(self._text[start:end], strict=False)
            except json.JSONDecodeError as error:
                raise _SyntaxError("bad_escape", error.msg, start + error.pos) from None
            value = self.checks.escaped(value, start, end)
        if not is_key and len(value) > MAX_UNMEASURED:
            self.checks.size(value, start, end)
        return value

    def _open(self, value: object, start: int) -> None:
        if len(self._stack) == MAX_DEPTH:
            raise _TooDeepError(start)
        self._add(value, start, start, 0)
        self._stack.append((self._holder, self._node))
        self._holder, self._node = value, len(self.checks.marks) - 1

    def _close(self, end: int) -> int:
        marks = self.checks.marks
        marks.ends[self._node] = end
        marks.afters[self._node] = len(marks)
        self._holder, self._node = self._stack.pop()
        return end

    def _add(self, value: object, start: int, end: int, after: int) -> None:
        """Put a value into the open list or object and its position into the arrays."""
        marks = self.checks.marks
        number, key_start, key_end = self._key
        if number == NO_KEY:
            self._holder.append(value)
        elif number != DROPPED:
            self._holder[marks.names[number]] = value
        marks.key_numbers.append(number)
        marks.key_starts.append(key_start)
        marks.key_ends.append(key_end)
        marks.starts.append(start)
        marks.ends.append(end)
        marks.afters.append(after)
        self._key = (NO_KEY, 0, 0)
