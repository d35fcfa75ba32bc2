"""What is checked alike in YAML and in JSON: duplicate keys, sizes, characters."""

from __future__ import annotations

from typing import Any

from qingdan.findings import Severity
from qingdan.model.folding import LOOKALIKES
from qingdan.reading import lookalikes
from qingdan.reading.limits import MAX_REFUSALS, MAX_SCALAR_BYTES
from qingdan.reading.marks import DROPPED, Marks
from qingdan.reading.notes import Notes
from qingdan.reading.scalars import NotRepresentableError, Scalar, elsewhere, resolve
from qingdan.words.characters import (
    SEPARATORS,
    SURROGATE,
    UNFIT_FOR_KEY,
    UNWANTED,
    UNWANTED_IN_QUOTES,
    WIDE_SPACES,
    WITHOUT_WIDTH,
    code_point,
    hidden,
    kind_of,
    needed,
)

#: No text of so many characters can be longer than the limit in bytes.
MAX_UNMEASURED = MAX_SCALAR_BYTES // 4
#: A fix with more edits is none that anybody could look through.
_MOST_EDITS = 20
_AROUND = "".join(WIDE_SPACES)
_OPENING = _AROUND + " \"'"


class Checks:
    """Looks at the keys and values of one document while it is being read."""

    __slots__ = ("_notes", "_text", "_unfit_keys", "clean", "marks", "suspect")

    def __init__(self, text: str, notes: Notes) -> None:
        self.marks = Marks()
        #: Number of each key that was found sound and may be used again unseen.
        self.clean: dict[str, int] = {}
        #: Whether the text holds any unwanted character: one look, for nearly every text holds none.
        self.suspect = UNWANTED.search(text) is not None
        self._text = text
        self._notes = notes
        self._unfit_keys: set[int] = set()

    def key(self, name: str, start: int, end: int, *, known: bool) -> int:
        """The number of a key; what is wrong with it is reported, and it is used all the same.

        With ``known`` a sound key is remembered, and need not be looked at again.
        """
        sound = self.size(name, start, end)
        if UNFIT_FOR_KEY.search(name):
            self._unfit_keys.add(start)
            self._notes.add("RED017", start, end, {"key": name})
            sound = False
        elif not self.characters(name, start, end):
            sound = False
        meant = WITHOUT_WIDTH.sub("", name).strip(_AROUND)
        if meant and meant != name:
            self._around(name, start, end)
            # what nobody can see is reported and taken out, so that it does not make the key an unknown one
            sound, name = False, meant
        number = self.marks.number(name)
        if sound and known:
            self.clean[name] = number
        return number

    def _around(self, name: str, start: int, end: int) -> None:
        """Report the first wide space that stands right before or behind a key."""
        bare = name.strip(_AROUND)
        if bare == name:
            return
        written = self._text[start:end]
        first = len(written) - len(written.lstrip(_OPENING))
        last = len(written.rstrip(_OPENING))
        outside = [*range(first), *range(last, len(written))]
        around = [index for index in outside if written[index] in WIDE_SPACES]
        first = start + around[0] if around else start
        last = first + 1 if around else end
        args = {"found": next(sign for sign in name if sign in WIDE_SPACES), "write": ""}
        edits = [(start + index, start + index + 1, "") for index in around] if len(around) <= _MOST_EDITS else []
        self._notes.add("RED019", first, last, args, edits=edits, safe=True, limit=MAX_REFUSALS)

    def size(self, value: str, start: int, end: int) -> bool:
        """Whether a key or value keeps to its limit of bytes."""
        if len(value) <= MAX_UNMEASURED or len(value.encode("utf-8", "surrogatepass")) <= MAX_SCALAR_BYTES:
            return True
        self._notes.add("RED014", start, end, {"limit": MAX_SCALAR_BYTES})
        return False

    def characters(self, value: str, start: int, end: int) -> bool:
        """Whether a key or value is free of unwanted characters written as escapes; raw ones are left to ``scan``."""
        every = UNWANTED_IN_QUOTES.finditer(value)
        found = next((match[0] for match in every if not needed(value, match.start())), "")
        if found and next(hidden(self._text, start, end), None) is None:
            self._hidden(found, start, end)
        return not found

    def _hidden(self, character: str, start: int, end: int, **fix: Any) -> bool:
        args, extra = {"codepoint": code_point(character)}, {"what": kind_of(character)}
        return self._notes.add("RED015", start, end, args, extra=extra, limit=MAX_REFUSALS, **fix)

    def escaped(self, value: str, start: int, end: int) -> str:
        """A value that was written with escapes, fit to be kept: half a surrogate pair becomes U+FFFD."""
        self.characters(value, start, end)
        if not LOOKALIKES.search(self._text, start, end):
            lookalikes.tell_escaped(value, start, end, self._notes)
        return SURROGATE.sub("\ufffd", value)

    def number(self, raw: str, start: int, end: int) -> Scalar:
        """The value of a plain scalar, or its raw text where it is a number that cannot be kept."""
        try:
            value = resolve(raw)
        except NotRepresentableError as error:
            self._notes.add("RED013", start, end, {"raw": str(error)[:40]})
            return raw
        older = elsewhere(raw)
        if older:
            args, edits = {"raw": raw, "value": str(value)}, [(start, end, str(value))]
            self._notes.add("RED021", start, end, args, extra={"older": older}, severity=Severity.WARNING, edits=edits)
        return value

    def duplicate(self, node: int, name: str, start: int, end: int) -> int:
        """Report a key that the mapping ``node`` has already; its value is dropped."""
        first = self.marks.child(node, name)
        related = None
        if first is not None:
            related = ("first_defined", self.marks.key_starts[first], self.marks.key_ends[first])
        self._notes.add("RED006", start, end, {"key": name}, related=related)
        return DROPPED

    def scan(self) -> None:
        """Report the unwanted characters of the text itself, once the document has been read as far as it goes."""
        if LOOKALIKES.search(self._text):
            lookalikes.tell(self._text, self.marks, self._notes)
        for match in hidden(self._text) if self.suspect else ():
            offset = match.start()
            scalar = self.marks.scalar_at(offset)
            if scalar is not None and scalar[0] in self._unfit_keys:
                continue
            if match[0] in SEPARATORS and (scalar is None or self._text[scalar[0]] in "\"'"):
                continue
            edits = [(offset, offset + 1, "")] if match[0] not in SEPARATORS else []
            if not self._hidden(
                match[0], offset, offset + 1, edits=edits, safe=WITHOUT_WIDTH.match(match[0]) is not None
            ):
                return
