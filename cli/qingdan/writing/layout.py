"""How a file is laid out around its values: flow or block, where a line of a list begins, its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from qingdan.reading import Document
from qingdan.reading.marks import Pointer
from qingdan.writing.scalars import Style, flow

_COMMA = re.compile(r"\s*,\s*")
_DASH = re.compile(r"\s*-(?=\s)")
Edit = tuple[int, int, str]


class NoRoom(Exception):
    """Raised when a file is laid out so that a single entry cannot be taken out or put in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, or one key of a mapping."""

    pointer: Pointer
    key: str = ""


class Layout:
    """The text of one file, asked by pointers."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.name = document.name
        self._document = document
        self._json = document.name.lower().endswith((".json", ".jsonl"))
        first = self.text.find("\n")
        self._break = "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def span(self, at: Pointer) -> tuple[int, int]:
        """Start and end of a value, the line breaks behind a folded text left out."""
        node, found = self._document.marks.find(at)
        if node is None or not found:
            raise NoRoom
        start, end = self._document.marks.starts[node], self._document.marks.ends[node]
        return start, start + len(self.text[start:end].rstrip())

    def is_flow(self, at: Pointer) -> bool:
        """Whether a list or a mapping is written in brackets."""
        return self.text[self.span(at)[0]] in "[{"

    def breaks(self, text: str) -> str:
        """A text with the line breaks of this file."""
        return text.replace("\r\n", "\n").replace("\n", self._break)

    def style(self, near: Pointer) -> Style:
        """How values are written at a place."""
        start, end = self.span(near)
        inner = self.text[start:end]
        return Style(self._json, padded="{ " in inner, quote=self._quote(near))

    def _quote(self, near: Pointer) -> str:
        """The quotes that every string below a place is written in."""
        value: Any = self._document.value
        for step in near:
            value = value[step]
        strings = [pointer for pointer, each in _scalars(value, near) if isinstance(each, str)]
        quotes = {self.text[self.span(pointer)[0]] for pointer in strings}
        return quotes.pop() if len(strings) > 1 and quotes in ({'"'}, {"'"}) else ""

    def after_key(self, at: Pointer, text: str) -> Edit:
        """Put a text behind the colon of a key."""
        node, _ = self._document.marks.find(at)
        end = self._document.marks.key_ends[node] if node is not None else 0
        if not end:
            raise NoRoom
        colon = self.text.index(":", end) + 1
        return colon, colon, text

    def lines_of(self, at: Pointer) -> Edit:
        """Take out the lines of one entry of a block list."""
        start = self._line_start(self._dash(at))
        return start, self._next_line(self.span(at)[1]), ""

    def removed(self, at: Pointer, entries: list[Entry], start: int, end: int) -> list[Edit]:
        """Take out a run of entries.

        Args:
            at: The list or mapping.
            entries: All of its entries in order.
            start: The first that goes.
            end: The first after it that stays.
        """
        if self.is_flow(at):
            return self._removed_flow(entries, start, end)
        if not entries[start].key:
            return [self.lines_of(entry.pointer) for entry in entries[start:end]]
        edits = []
        for entry in entries[start:end]:
            begin = self._start(entry)
            if self.text[self._line_start(begin) : begin].strip():
                raise NoRoom  # the first key, beside the dash
            edits.append((self._line_start(begin), self._next_line(self.span(entry.pointer)[1]), ""))
        return edits

    def _removed_flow(self, entries: list[Entry], start: int, end: int) -> list[Edit]:
        if end < len(entries):
            return [self._up_to_next(entries, start, end)]
        last = self.span(entries[-1].pointer)[1]
        if not start:
            raise NoRoom
        behind = self.span(entries[start - 1].pointer)[1]
        if "#" in self.text[behind : self._start(entries[start])]:
            comma = _COMMA.match(self.text, behind)
            if comma is None:
                raise NoRoom
            at = self.text.index(",", behind)
            return [(at, at + 1, ""), (self._start(entries[start]), last, "")]
        return [(behind, last, "")]

    def _up_to_next(self, entries: list[Entry], start: int, end: int) -> Edit:
        """Take out a run before another entry; comments on lines of their own between the two stay."""
        first, last = self._start(entries[start]), self.span(entries[end - 1].pointer)[1]
        following = self._start(entries[end])
        line_end = self.text.find("\n", last, following)
        if (
            line_end < 0
            or "#" not in self.text[line_end:following]
            or "," not in self.text[last:line_end].split("#")[0]
        ):
            return first, following, ""
        begin = self._line_start(first)
        if self.text[begin:first].strip():
            return first, line_end - (self._break == "\r\n"), ""
        return begin, line_end + 1, ""

    def inserted(self, at: Pointer, behind: Entry | None, new: Entry, value: Any) -> Edit:
        """Put an entry in.

        Args:
            at: The list or mapping, which is not empty.
            behind: The entry after which it comes; ``None`` at the beginning.
            new: Tells its key, if it has one.
            value: What it says.
        """
        neighbour = behind.pointer if behind else (*at, 0)
        style = self.style(at if new.key else neighbour)
        written = (f"{flow(new.key, Style(self._json))}: " if new.key else "") + flow(value, style)
        if self.is_flow(at):
            if behind is None:
                place = self.span(neighbour)[0]
                return place, place, f"{written}, "
            place = self.span(behind.pointer)[1]
            return place, place, f", {written}"
        if new.key:
            indent = " " * self._column(self._start(behind) if behind else self.span(at)[0])
        else:
            dash = self._dash(neighbour)
            indent = " " * self._column(dash)
            written = f"- {self._entry(neighbour, value, style, indent)}"
        return self._line(indent + written, behind, neighbour)

    def _line(self, line: str, behind: Entry | None, neighbour: Pointer) -> Edit:
        if behind is None:
            place = self._line_start(self._dash(neighbour))
            return place, place, line + self._break
        place = self._next_line(self.span(behind.pointer)[1])
        if place == len(self.text) and not self.text.endswith("\n"):
            return place, place, self._break + line
        return place, place, line + self._break

    def _entry(self, neighbour: Pointer, value: Any, style: Style, indent: str) -> str:
        """An entry of a block list, written as its neighbour is: over several lines or on one."""
        start = self.span(neighbour)[0]
        if not isinstance(value, dict) or not value or self.text[start] == "{":
            return flow(value, style)
        inner = " " * max(self._column(start), len(indent) + 2)
        if self._column(start) <= len(indent):
            return flow(value, style)
        rows = [f"{flow(key, Style())}: {flow(each, style)}" for key, each in value.items()]
        return f"{self._break}{inner}".join(rows)

    def _start(self, entry: Entry) -> int:
        """Where an entry begins, its key counted in."""
        node, found = self._document.marks.find(entry.pointer)
        if node is None or not found:
            raise NoRoom
        return self._document.marks.key_starts[node] if entry.key else self._document.marks.starts[node]

    def _dash(self, at: Pointer) -> int:
        """The dash of an entry of a block list: on its own line or on one before it."""
        start = self.span(at)[0]
        line = self._line_start(start)
        prefix = self.text[line:start]
        while not prefix.strip() or prefix.lstrip().startswith("#"):
            if not line:
                raise NoRoom
            end, line = line, self._line_start(line - 1)
            prefix = self.text[line:end]
        found = _DASH.match(prefix)
        rest = prefix[found.end() :].strip() if found else "-"
        if found is None or (rest and not rest.startswith("#")):
            raise NoRoom  # a list inside a list, dash beside dash
        return line + found.end() - 1

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _next_line(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1


def _scalars(value: object, at: Pointer) -> list[tuple[Pointer, object]]:
    """The scalars below a place."""
    if isinstance(value, dict):
        return [row for key, each in value.items() for row in _scalars(each, (*at, key))]
    if isinstance(value, list):
        return [row for index, each in enumerate(value) for row in _scalars(each, (*at, index))]
    return [(at, value)]
