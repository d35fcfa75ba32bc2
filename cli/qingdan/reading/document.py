"""One file, read: its value, and where each part of it stands.

Reading never fails. What is wrong becomes findings, and the value is None where the file is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from qingdan.findings import Finding, Location, Severity, sort_key
from qingdan.reading.compose import compose
from qingdan.reading.encodings import guessed, is_utf16
from qingdan.reading.limits import MAX_FILE_BYTES
from qingdan.reading.lines import Lines
from qingdan.reading.marks import Marks, Pointer
from qingdan.reading.notes import Notes

_BOM = "\ufeff"


@dataclass
class Document:
    """A file that was read.

    ``value`` holds plain dicts, lists and scalars. ``text`` is the text without byte order mark; ``findings`` is what
    the reading found. The same file gives the same document: nothing of it may be changed by its readers.
    """

    name: str
    value: Any
    text: str
    #: None until they are asked for, where the value was known without reading the text.
    _marks: Marks | None
    findings: list[Finding]
    lines: Lines = field(repr=False)

    @property
    def marks(self) -> Marks:
        """Where each part of the value stands in the text."""
        if self._marks is None:
            self._marks = _reader(self.name)(self.text, Notes(self.name, self.lines))[1]
        return self._marks

    def locate(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Where a value stands.

        Args:
            pointer: Keys and indexes from the root; ``()`` is the root.
            key: Ask for the key of the value instead, where it has one.

        Returns:
            The range of the value, or of its nearest existing ancestor.
        """
        start, end = self._range(pointer, key=key)
        return self.lines.location(self.name, start, end)

    def raw(self, pointer: Pointer) -> str:
        """The source text of a value as it is written, quotes included, such as ``3.0``; empty where there is none."""
        if not self.has(pointer):
            return ""
        start, end = self._range(pointer)
        return self.text[start:end]

    def line(self, number: int) -> str:
        """One line of the text, counted from 1, without its line break; empty where there is no such line."""
        return self.lines.line(number)

    def has(self, pointer: Pointer) -> bool:
        """Whether the document has a value, null included, at a pointer."""
        return self.marks.find(pointer)[1]

    def _range(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        node, _ = self.marks.find(pointer)
        if node is None:
            return 0, 0
        marks = self.marks
        if key and marks.key_ends[node]:
            return marks.key_starts[node], marks.key_ends[node]
        return marks.starts[node], marks.ends[node]


def read_document(name: str, data: bytes) -> Document:
    """Read one file.

    Args:
        name: Its name in its tree. ``.json`` is read as JSON, ``.jsonl`` as JSON Lines (a list, one entry for each
            line), everything else as YAML.
        data: Its bytes.

    Returns:
        The document; its value is None where the file is refused.
    """
    text, findings = _decoded(name, data)
    if text is None:
        # the lines as they most likely read: a person must see which ones are meant
        guess = str(findings[0].args.get("guess", ""))
        return Document(name, None, "", Marks(), findings, Lines(data.decode(guess, "replace") if guess else ""))
    lines = Lines(text)
    notes = Notes(name, lines)
    value, marks = _reader(name)(text, notes)
    return Document(name, value, text, marks, sorted(findings + notes.findings, key=sort_key), lines)


def read_before(name: str, data: bytes, value: Any) -> Document:
    """A file whose very bytes were read before, without a finding: it is read again only to say where something stands.

    Args:
        name: Its name in its tree.
        data: Its bytes.
        value: What was read of them.
    """
    text = data.decode("utf-8")
    return Document(name, value, text, None, [], Lines(text))


def _reader(name: str) -> Callable[[str, Notes], tuple[object, Marks]]:
    """What reads a file of this name; nearly all are YAML, and the reader of JSON is imported for the others only."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in (".json", ".jsonl"):
        return compose
    from qingdan.reading.json_text import read_json, read_json_lines

    return read_json if suffix == ".json" else read_json_lines


def too_large(name: str, size: int) -> Finding:
    """The finding about a file past the limit of bytes."""
    return Finding("RED003", Severity.ERROR, Location(name), {"limit": MAX_FILE_BYTES}, {"bytes": size})


def _decoded(name: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """The text of a file without byte order mark, None where it is too large or not UTF-8."""
    if len(data) > MAX_FILE_BYTES:
        return None, [too_large(name, len(data))]
    if is_utf16(data):
        return None, [_not_utf8(name, "utf-16", 0, data)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(name, guessed(data), error.start, data)]
    if text.startswith(_BOM):
        return text[1:], [Finding("RED002", Severity.ERROR, Location(name))]
    return text, []


def _not_utf8(name: str, guess: str, offset: int, data: bytes) -> Finding:
    """The finding about a file in another encoding, at its first byte that is not UTF-8."""
    before = data[:offset].decode("utf-8").removeprefix(_BOM)
    if guess and offset:
        # the bytes before may be UTF-8 by chance; on its own line they are counted as they most likely read
        head, _, last = data[:offset].rpartition(b"\n")
        before = "\n" * (head.count(b"\n") + (len(last) < offset)) + last.decode(guess, "replace")
    place = Lines(f"{before}?").location(name, len(before), len(before) + 1)
    return Finding("RED001", Severity.ERROR, place, {"guess": guess})
