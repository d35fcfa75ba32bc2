"""From the events of a YAML text to plain values and, beside them, positions.

The composer is a loop over a stack of its own: no nesting can exhaust the stack of Python. What this project does not
use (anchors, aliases, merge keys, tags, several documents, complex keys) is refused by a finding at its place; nothing
is ever expanded, so an alias bomb costs no more than its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any

from qingdan.reading.checks import MAX_UNMEASURED, Checks
from qingdan.reading.events import Event, events_of
from qingdan.reading.limits import MAX_DEPTH
from qingdan.reading.marks import DROPPED, NO_KEY, Marks
from qingdan.reading.notes import Notes
from qingdan.reading.reasons import Problem, problem_of
from qingdan.reading.refusals import Refusals, RefusedError
from qingdan.reading.scalars import STARTERS, Scalar, is_text, kind_of
from qingdan.words.characters import shielded, unshielded

# In flow style the parser takes a ``?`` for the sign of a key even without a blank behind it.
_EXPLICIT_KEY = re.compile(r"(?:^|[\r\n\t \-\[{,:?])\?[ \t]*$")
#: So much of a key that is no plain text is shown, and stands for its name.
_LONGEST_SHOWN = 80
_EXPLICIT_KEYS = re.compile(r"(?:^|[\r\n\t \-\[{,:?])\?")


def compose(text: str, notes: Notes) -> tuple[object, Marks]:
    """Read one YAML text.

    Args:
        text: The text, without byte order mark.
        notes: Takes down what is found.

    Returns:
        The value, None where the document is refused or has no content, and the positions of its nodes.
    """
    composer = _Composer(text, notes)
    value = None
    try:
        value = composer.run()
    except RefusedError:
        pass
    except (RecursionError, MemoryError) as error:
        notes.add("RED004", 0, 0, {"problem": "exhausted"}, extra={"text": type(error).__name__})
    composer.checks.scan()
    return value, composer.checks.marks


class _Composer:
    """One reading of one text. The methods of single events are kept lean: they run hundreds of thousands of times."""

    __slots__ = (
        "_escapes",
        "_explicit_keys",
        "_holder",
        "_key_end",
        "_key_start",
        "_known",
        "_last_end",
        "_mapping",
        "_marks",
        "_merged",
        "_next_event",
        "_node",
        "_notes",
        "_number",
        "_refusals",
        "_shielded",
        "_stack",
        "_text",
        "checks",
    )

    def __init__(self, text: str, notes: Notes) -> None:
        self.checks = Checks(text, notes)
        self._marks = self.checks.marks
        #: With a line feed at its end: what a text block ends with must not hang on how an editor saves a file.
        self._text = text if text.endswith(("\n", "\r")) else f"{text}\n"
        self._notes = notes
        self._next_event: Callable[[], Event]
        self._refusals = Refusals(self._text, notes)
        #: Whether private characters stand in for some that libyaml misreads.
        self._shielded = False
        #: Whether the text may hold escapes, and keys written with ``? ``; if not, no scalar needs a look for them.
        self._escapes = "\\" in text
        self._explicit_keys = "?" in text and _EXPLICIT_KEYS.search(text) is not None
        #: Keys that need no second look.
        self._known = {} if self._explicit_keys else self.checks.clean
        #: Where the last merge key ended: its alias is the same fact and no second finding.
        self._merged = -1
        #: The open container, whether it is a mapping, its node; and the same of those around it.
        self._holder: Any = []
        self._mapping = False
        self._node = -1
        self._stack: list[tuple[Any, bool, int, int]] = []
        #: In a mapping: NO_KEY while a key is awaited, else the key of the awaited value.
        self._number = NO_KEY
        self._key_start = 0
        self._key_end = 0
        self._last_end = 0

    def run(self) -> object:
        """Read the whole text; the value of its first document."""
        from yaml.error import YAMLError

        source = self._refusals.without_directives()
        safe = shielded(source) if self.checks.suspect else source
        self._shielded = safe is not source
        self._next_event = events_of(safe)
        try:
            value = self._document()
        except YAMLError as error:
            self._refusals.report(problem_of(error, self._text))
            raise RefusedError from None
        return None if self._refusals.refused else value

    def _document(self) -> object:
        """Compose the first document."""
        from yaml import events

        next_event, take_scalar, scalar_event = self._next_event, self._scalar, events.ScalarEvent
        root = self._holder
        while True:
            event = next_event()
            kind: type = type(event)
            if kind is scalar_event:
                take_scalar(event)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                self._open(event, is_mapping=kind is events.MappingStartEvent)
            elif kind is events.AliasEvent:
                self._alias(event)
            elif self._stack:
                self._close(event)
            elif kind is events.DocumentEndEvent or kind is events.StreamEndEvent:
                break
        if kind is events.DocumentEndEvent:
            self._end_of_document(event.end_mark.index)
        if not root or (root[0] is None and self._marks.starts[0] == self._marks.ends[0]):
            if not self._refusals.refused:
                self._notes.add("RED016", 0, 0)
            return None
        return root[0]

    def _scalar(self, event: Event) -> None:
        start = event.start_mark.index
        end = event.end_mark.index
        text = event.value
        if self._shielded:
            text = unshielded(text)
        if event.tag is not None or event.anchor is not None:
            self._refusals.properties(start)
        plain = event.implicit[0]
        if self._mapping and self._number == NO_KEY:
            number = self._known.get(text)
            if number is None:
                number = self._doubtful_key(text, start, end, plain)
            if number != DROPPED and self._marks.names[number] in self._holder:
                number = self.checks.duplicate(self._node, self._marks.names[number], start, end)
            self._number = number
            self._key_start = start
            self._key_end = end
            return
        if plain and (not text or text[0] in STARTERS):
            value = self._not_text(text, start, end)
        else:
            value = intern(text)  # guides repeat each other: at 2,000 of them equal texts would take 35 MB more
            if not plain and self._escapes and event.style == '"' and "\\" in self._text[start:end]:
                self.checks.escaped(text, start, end)
        if end - start > MAX_UNMEASURED and isinstance(value, str):
            self.checks.size(value, start, end)
        self._add(value, start, end, len(self._marks.starts) + 1)

    def _open(self, event: Event, *, is_mapping: bool) -> None:
        """Begin a list or mapping; as a key it is composed too, for its own findings, but not kept."""
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refusals.properties(start)
        if len(self._stack) == MAX_DEPTH:
            self._notes.add("RED012", start, start + 1, {"limit": MAX_DEPTH})
            raise RefusedError
        after_it = NO_KEY
        if self._mapping and self._number == NO_KEY:
            self._number = after_it = DROPPED
            self._key_start = self._key_end = start
        value: object = {} if is_mapping else []
        self._add(value, start, start, 0)
        self._stack.append((self._holder, self._mapping, self._node, after_it))
        self._holder, self._mapping, self._node = value, is_mapping, len(self._marks.starts) - 1

    def _close(self, event: Event) -> None:
        """End a list or mapping. In block style its mark stands before the next token, far behind the last entry."""
        marks = self._marks
        end = event.end_mark.index
        if end > event.start_mark.index:
            self._last_end = end
        node = self._node
        marks.ends[node] = self._last_end
        marks.afters[node] = len(marks.starts)
        kind = "mapping" if self._mapping else "list"
        self._holder, self._mapping, self._node, self._number = self._stack.pop()
        if self._number == DROPPED:
            self._complex_key(kind, marks.starts[node], max(self._last_end, marks.starts[node] + 1))

    def _alias(self, event: Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if self._key_end != self._merged:
            self._refusals.refuse("alias", start, end)
        if self._mapping and self._number == NO_KEY:
            self._number, self._key_start, self._key_end = DROPPED, start, end
        else:
            self._add(None, start, end, len(self._marks.starts) + 1)

    def _add(self, value: object, start: int, end: int, after: int) -> None:
        """Put a value into the open container and its position into the arrays."""
        marks, number = self._marks, self._number
        if self._mapping:
            if number != DROPPED:
                self._holder[marks.names[number]] = value
            marks.key_starts.append(self._key_start)
            marks.key_ends.append(self._key_end)
            self._number = NO_KEY
        else:
            self._holder.append(value)
            marks.key_starts.append(0)
            marks.key_ends.append(0)
        marks.key_numbers.append(number)
        marks.starts.append(start)
        marks.ends.append(end)
        marks.afters.append(after)
        self._last_end = end

    def _not_text(self, raw: str, start: int, end: int) -> Scalar:
        """The value of a plain scalar that may be other than text."""
        if raw == "-":
            # libyaml reads it as text between brackets, where YAML 1.2 has no such text
            self._refusals.report(Problem("lone_dash", "a '-' alone is no text", start, None))
            raise RefusedError
        value = self.checks.number(raw, start, end)
        return intern(value) if isinstance(value, str) else value

    def _doubtful_key(self, name: str, start: int, end: int, plain: bool) -> int:
        """The number of a key that is not known to be sound; it is looked at from all sides."""
        if plain and name == "<<":
            self._merged = end
            self._refusals.refuse("merge", start, end)
            return DROPPED
        if plain and self._refusals.slipped(name, start, self._holder):
            return self._marks.number(name)
        explicit = self._explicit_keys and _EXPLICIT_KEY.search(self._refusals.before(start)) is not None
        reason = "question_mark" if explicit else kind_of(name) if plain else ""
        if reason:
            self._no_text(reason, start, end)
            if "\n" in name:
                return self._marks.number(self._shown(start, end))
        return self.checks.key(name, start, end, known=is_text(name) and name != "<<")

    def _complex_key(self, kind: str, start: int, end: int) -> None:
        """Take the text of a list or mapping that stands as a key for its name: what it means, no schema can say."""
        self._no_text(kind, start, end)
        name = self._shown(start, end)
        self._number = DROPPED if name in self._holder else self._marks.number(name)
        self._key_start, self._key_end = start, end

    def _no_text(self, reason: str, start: int, end: int) -> None:
        """Report a key that is no plain text, by what stands in the file."""
        self._notes.add("RED009", start, end, {"key": self._shown(start, end)}, extra={"reason": reason})

    def _shown(self, start: int, end: int) -> str:
        """The source of a key on one line, cut where it is long."""
        return " ".join(self._text[start : min(end, start + _LONGEST_SHOWN)].split())

    def _end_of_document(self, offset: int) -> None:
        """Look at what follows the first document: a second one is reported and not read."""
        from yaml.events import DocumentStartEvent

        offset = self._refusals.content_from(offset)
        if self._text[offset : offset + 1] == "%" or isinstance(self._next_event(), DocumentStartEvent):
            self._notes.add("RED008", offset, self._refusals.end_of_line(offset))
