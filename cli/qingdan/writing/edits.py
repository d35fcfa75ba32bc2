"""From what a file is to say to text edits by range. Comments, order, quotes and untouched lines stay as they are.

Two values are laid beside each other and only what differs is edited: a number in an entry, an entry of a list, a key.
The result is read again; what does not read back as it was meant is never handed on.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from qingdan.problems import NotAsMeant
from qingdan.reading import Document, read_document
from qingdan.reading.marks import Pointer
from qingdan.writing.layout import Entry, Layout, NoRoom
from qingdan.writing.scalars import in_place_of


def rewritten(document: Document, changes: Mapping[Pointer, object]) -> str:
    """The text of a file with some of its values changed.

    Args:
        document: The file as it was read.
        changes: Where in it → what is to stand there; each place is there already.

    Returns:
        The new text, without byte order mark; the same text where nothing differs.

    Raises:
        NotAsMeant: The edits would not read back as meant, or would make the reader complain.
    """
    meant, writer = copy.deepcopy(document.value), _Writer(document)
    for pointer, value in changes.items():
        writer.put(pointer, _at(document.value, pointer), value)
        meant = _with(meant, pointer, copy.deepcopy(value))
    text = writer.text()
    read = read_document(document.name, text.encode())
    if not _same(read.value, meant) or len(read.findings) > len(document.findings):
        raise NotAsMeant(document.name)
    return text


class _Writer:
    """The edits of one file, gathered before any of them is made."""

    def __init__(self, document: Document) -> None:
        self._layout = Layout(document)
        self._edits: list[tuple[int, int, str]] = []

    def text(self) -> str:
        """The text with all edits made.

        Raises:
            NotAsMeant: Two of them meet.
        """
        source, pieces, cursor = self._layout.text, [], 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < cursor:
                raise NotAsMeant(self._layout.name)
            pieces += [source[cursor:start], text]
            cursor = end
        return "".join([*pieces, source[cursor:]])

    def put(self, at: Pointer, old: object, new: object) -> None:
        """Make a value say what another says."""
        if _same(old, new):
            return
        made = len(self._edits)
        try:
            if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
                self._mapping(at, old, new)
            elif isinstance(old, list) and isinstance(new, list) and old and new:
                self._list(at, old, new)
            elif isinstance(old, list) and new == [] and not self._layout.is_flow(at):
                self._emptied(at, old)
            else:
                self._replaced(at, new)
        except NoRoom:
            del self._edits[made:]
            self._replaced(at, new)

    def _replaced(self, at: Pointer, new: object) -> None:
        start, end = self._layout.span(at)
        text = in_place_of(self._layout.text[start:end], new, self._layout.style(at))
        self._edits.append((start, end, self._layout.breaks(text)))

    def _emptied(self, at: Pointer, old: list[object]) -> None:
        """A block list without entries: its lines go, the comments between them stay."""
        self._edits.append(self._layout.after_key(at, " []"))
        for index in range(len(old)):
            self._edits.append(self._layout.lines_of((*at, index)))

    def _mapping(self, at: Pointer, old: dict[str, object], new: dict[str, object]) -> None:
        names = list(old)
        entries = [Entry((*at, name), name) for name in names]
        self._removed(at, entries, [name not in new for name in names])
        last = max(index for index, name in enumerate(names) if name in new)
        for name in names:
            if name in new:
                self.put((*at, name), old[name], new[name])
        for name in new:
            if name not in old:
                self._edits.append(self._layout.inserted(at, entries[last], Entry((*at, name), name), new[name]))

    def _list(self, at: Pointer, old: list[object], new: list[object]) -> None:
        entries = [Entry((*at, index)) for index in range(len(old))]
        gone = [False] * len(old)
        steps = SequenceMatcher(None, [_canonical(x) for x in old], [_canonical(x) for x in new], autojunk=False)
        for tag, a, b, c, d in steps.get_opcodes():
            if tag == "equal":
                continue
            kept = min(b - a, d - c)
            for offset in range(kept):
                self.put((*at, a + offset), old[a + offset], new[c + offset])
            gone[a + kept : b] = [True] * (b - a - kept)
            for value in new[c + kept : d]:
                before = entries[a + kept - 1] if a + kept else None
                self._edits.append(self._layout.inserted(at, before, Entry((*at, 0)), value))
        self._removed(at, entries, gone)

    def _removed(self, at: Pointer, entries: list[Entry], gone: list[bool]) -> None:
        """Take entries out, run by run, so that commas fit."""
        start = 0
        while start < len(entries):
            end = start
            while end < len(entries) and gone[end]:
                end += 1
            if end > start:
                self._edits.extend(self._layout.removed(at, entries, start, end))
            start = end + 1


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _same(a: object, b: object) -> bool:
    """Equal and of the same types: 1 is not true."""
    return a == b and _canonical(a) == _canonical(b)


def _at(value: Any, pointer: Pointer) -> Any:
    for step in pointer:
        value = value[step]
    return value


def _with(value: Any, pointer: Pointer, new: object) -> Any:
    """The value with another one in one place; the whole of it is the empty pointer."""
    if not pointer:
        return new
    _at(value, pointer[:-1])[pointer[-1]] = new
    return value
