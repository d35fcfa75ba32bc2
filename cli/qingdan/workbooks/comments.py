"""The comments that people wrote into files of a list: where each stands, and back to that place.

A comment stands above the line on which something begins, behind what stands on its line, or at the end of the file.
Where a file is written anew its lines are others: so a comment is told by the place that it has among the new lines,
and the file that is written from them is the same every time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from qingdan.reading import Document, read_document
from qingdan.reading.marks import DROPPED, NO_KEY
from qingdan.workbooks.ordering import in_order
from qingdan.workbooks.paths import Path
from qingdan.writing.yaml_text import text_of

ABOVE, BESIDE, END = "上方", "行末", "文末"


@dataclass(frozen=True)
class Comment:
    """One line of comment.

    Attributes:
        path: What it stands at; empty at the end of a file.
        where: ``上方``, ``行末`` or ``文末``.
        number: Its number in its file, from 1.
        text: What it says, without blanks around it.
    """

    path: Path
    where: str
    number: int
    text: str


def comments_of(name: str, text: str, value: object) -> list[Comment]:
    """The comments of a file, at the places that they have once it is written anew.

    Args:
        name: Its path in the folder of the list.
        text: Its text.
        value: What was read of it.
    """
    if not name.endswith((".yaml", ".yml")) or "#" not in text or not isinstance(value, dict | list) or not value:
        return []
    found = _found(read_document(name, text.encode("utf-8")))
    return _found(read_document(name, commented(in_order(name, value), found).encode("utf-8"))) if found else []


def commented(value: object, comments: Sequence[Comment]) -> str:
    """A file with its comments.

    Args:
        value: What it holds.
        comments: Those that can be placed; one whose place is not there any more stands at the end.
    """
    text = text_of(value)
    if not comments:
        return text
    lines = text.split("\n")[:-1]
    places = {path: line for line, path in reversed(list(_begins(read_document("a.yaml", text.encode("utf-8")))))}
    above: dict[int, list[str]] = {}
    beside: dict[int, str] = {}
    last: list[str] = []
    for each in sorted(comments, key=lambda each: each.number):
        line = places.get(each.path)
        if line is None or each.where == END:
            last.append(_sign_of(each))
        elif each.where == BESIDE and line not in beside:
            beside[line] = f"  {_sign_of(each)}"
        else:
            indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
            above.setdefault(line, []).append(indent + _sign_of(each))
    out: list[str] = []
    for number, line_text in enumerate(lines):
        out += [*above.get(number, ()), line_text + beside.get(number, "")]
    return "\n".join([*out, *last]) + "\n"


def _found(document: Document) -> list[Comment]:
    """The comments of a file as it stands."""
    starts = list(_begins(document))
    first_on = {line: path for line, path in reversed(starts)}
    lines = sorted(first_on)
    found: list[Comment] = []
    offset = 0
    for number, line in enumerate(document.text.splitlines(keepends=True)):
        at = _sign(document, offset, line)
        offset += len(line)
        if at < 0:
            continue
        said = line[at + 1 :].strip()
        if line[:at].strip():
            behind = max((each for each in lines if each <= number), default=None)
            path, where = (first_on[behind], BESIDE) if behind is not None else ((), END)
        else:
            ahead = next((each for each in lines if each > number), None)
            path, where = (first_on[ahead], ABOVE) if ahead is not None else ((), END)
        found.append(Comment(path, where, len(found) + 1, said))
    return found


def _sign_of(comment: Comment) -> str:
    return f"# {comment.text}".rstrip()


def _sign(document: Document, offset: int, line: str) -> int:
    """Where a comment begins on a line; -1 where none does."""
    at = line.find("#")
    while at >= 0:
        if (at == 0 or line[at - 1] in " \t") and document.marks.scalar_at(offset + at) is None:
            return at
        at = line.find("#", at + 1)
    return -1


def _begins(document: Document) -> Iterator[tuple[int, Path]]:
    """Line, from 0, and path of everything in a file but the whole of it, in order."""
    marks = document.marks
    for node, path in _nodes(document):
        start = marks.key_starts[node] if marks.key_numbers[node] != NO_KEY else marks.starts[node]
        yield document.lines.location("", start, start).line - 1, path


def _nodes(document: Document) -> Iterator[tuple[int, Path]]:
    """The nodes of a file with their paths; entries that have an id are named by it."""
    marks = document.marks
    todo: list[tuple[int, object, Path]] = [(0, document.value, ())] if len(marks) else []
    while todo:
        node, value, path = todo.pop()
        if path:
            yield node, path
        below = []
        counts = Counter(each.get("id") for each in value if _is_matter(each)) if isinstance(value, list) else {}
        child, index = node + 1, 0
        while child < marks.afters[node]:
            number = marks.key_numbers[child]
            if number == NO_KEY and isinstance(value, list) and index < len(value):
                below.append((child, value[index], (*path, _named(value[index], index, counts))))
                index += 1
            elif number not in (NO_KEY, DROPPED) and isinstance(value, Mapping):
                key = marks.names[number]
                below.append((child, value.get(key), (*path, key)))
            child = marks.afters[child]
        todo += reversed(below)


def _named(entry: object, index: int, counts: Mapping[object, int]) -> str | int:
    """What names an entry of a list: the id of a matter, where it is the only one; else its number, from 1."""
    id = entry.get("id") if isinstance(entry, Mapping) else None
    return id if isinstance(id, str) and counts.get(id) == 1 else index + 1


def _is_matter(entry: object) -> TypeGuard[Mapping[str, object]]:
    """Whether an entry is a matter: their ids are capitals, those of papers and concepts are not."""
    id = entry.get("id") if isinstance(entry, Mapping) else None
    return isinstance(id, str) and id.upper() == id and any(letter.isalpha() for letter in id)
