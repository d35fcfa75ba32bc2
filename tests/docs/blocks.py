"""The blocks of a page that can be run: what is typed, what is changed, what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- (exit|edit|write) (\S+) -->\s*\Z")
#: Stands for any text inside a line, or for any number of lines where it stands alone.
ELLIPSIS = "..."


@dataclass(frozen=True)
class Command:
    """One command with its exit code and the output that the page shows."""

    line: str
    exit: int
    shown: str


@dataclass(frozen=True)
class Change:
    """A text of a file that a reader is asked to replace."""

    file: str
    before: str
    after: str


@dataclass(frozen=True)
class NewFile:
    """A file that a reader is asked to write."""

    file: str
    text: str


def steps(markdown: str) -> Iterator[Command | Change | NewFile]:
    """The runnable steps of a page in their order: ``console`` blocks, and blocks that change or write a file.

    A comment ``<!-- exit 1 -->``, ``<!-- edit FILE -->`` or ``<!-- write FILE -->`` stands right before the block that it
    speaks of.
    """
    for block in _FENCE.finditer(markdown):
        mark = _MARK.search(markdown[: block.start()])
        word, value = (mark[1], mark[2]) if mark else ("", "")
        if block[1] == "console":
            yield from _commands(block[2], int(value) if word == "exit" else 0)
        elif block[1] == "diff" and word == "edit":
            lines = block[2].splitlines()
            before, after = ("\n".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
            yield Change(value, before, after)
        elif word == "write":
            yield NewFile(value, block[2])


def _commands(body: str, code: int) -> Iterator[Command]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield Command(line, code, shown.strip("\n"))


def matches(shown: str, real: str) -> bool:
    """Whether the real output is what a page shows, ``...`` standing for what was left out.

    >>> matches("a\\n...\\nc d...", "a\\nb\\nb\\nc d e\\n")
    True
    """
    pattern = "".join(_line(line) for line in shown.splitlines()) if shown else ""
    return re.fullmatch(pattern, _stripped(real)) is not None


def _line(line: str) -> str:
    if line.strip() == ELLIPSIS:
        return r"(?:[^\n]*\n)*"
    return "[^\n]*".join(re.escape(part) for part in line.rstrip().split(ELLIPSIS)) + r"\n"


def _stripped(text: str) -> str:
    """Without blank lines at the ends and blanks at the ends of lines, which a page does not keep."""
    lines = [line.rstrip() for line in text.strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in lines)
