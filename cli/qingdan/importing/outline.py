"""Guides written as running text: label and value in one line (``事项名称：…``), or numbered headings and what follows.

A page may speak of several matters, each under a heading of its own: 一、 a subsidy, （一） whom it is for, and so on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingdan.importing.forms import Labelled
from qingdan.importing.layout import Table, Target
from qingdan.sources import Grid, GridCell

#: Ways to number headings, from the outer one to the inner one.
_LEVELS = tuple(
    re.compile(rf"\s*{pattern}\s*")
    for pattern in (
        "第[一二三四五六七八九十百]+[章节部分]+",
        "[一二三四五六七八九十]{1,3}[、.．]",
        "[（(][一二三四五六七八九十]{1,3}[）)]",
        r"[0-9]{1,2}\s*[、.．](?![0-9])",
        "[（(][0-9]{1,2}[）)]",
        "[①-⑳]",
    )
)
#: A line without a number stands below all headings that have one.
_UNNUMBERED = len(_LEVELS)
_LABELLED = re.compile(r"([^:：，。；]{2,20})[:：]\s*(.*)", re.DOTALL)
#: A heading is no sentence.
_HEADING = re.compile(r"[^。；;！!]{2,30}")
_GUIDE = re.compile(
    r"(?!关于|办事|服务|办理|业务|操作)(?P<name>[^：:，。]{2,30}?)(?:的)?(?:办事|服务|办理|申办|业务|操作)?指南"
)
#: A text is a guide where it has so many known labels, for each matter.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """One line.

    Attributes:
        cell: Where it stands.
        level: How it is numbered, from 0; ``_UNNUMBERED``.
        label: What it calls what follows; empty where it is no label.
        rest: What follows on the line itself.
        known: Where the label goes; empty where that is not known.
    """

    cell: GridCell
    level: int
    label: str
    rest: str
    known: str


def outline(grid: Grid, target: Target) -> Table | None:
    """The matters of a running text as a table in rows; ``None`` where it holds none that has a name and labels.

    Args:
        grid: A line a row.
        target: What a column of a list is called → where it goes.
    """
    lines = [_line(cell, target) for row in grid.rows for cell in grid.rows[row] if cell.text.strip()]
    labels = [line.level for line in lines if line.known]
    if len(labels) < _FEWEST:
        return None
    usual = Counter(labels).most_common(1)[0][0]
    found = Labelled()
    names = dict(_names(lines, usual))
    label, inside = "", False
    for place, line in enumerate(lines):
        if place in names:
            found.matters.append({})
            found.put(NAME, line.cell._replace(text=names[place]))
            label, inside = "", True
        elif not inside:
            found.cells += [] if line.known else [line.cell]  # what is said before any name belongs to nothing
        elif line.level <= usual and (line.known or line.level < _UNNUMBERED) and line.label:
            label = line.label
            if line.rest:
                found.put(label, line.cell._replace(text=line.rest))
            else:
                found.cells.append(line.cell)
        elif line.known and line.level == _UNNUMBERED and line.rest:
            found.put(line.label, line.cell._replace(text=line.rest))
        elif label:
            found.put(label, line.cell)
        else:
            found.put(_UNDER_NAME, line.cell)
    return found.table(grid, lambda text: "name" if text == NAME else target(text)) if found.matters else None


#: What the column of names is called in a text, which has no heading for it.
NAME = "事项名称"
#: What stands below a name and above all labels.
_UNDER_NAME = "正文"


def _line(cell: GridCell, target: Target) -> _Line:
    level, text = _UNNUMBERED, cell.text.strip()
    for place, pattern in enumerate(_LEVELS):
        if match := pattern.match(text):
            level, text = place, text[match.end() :]
            break
    labelled = _LABELLED.fullmatch(text)
    if labelled and (level < _UNNUMBERED or target(labelled[1])):
        return _Line(cell, level, labelled[1].strip(), labelled[2].strip(), target(labelled[1]))
    whole = text.strip().rstrip(":：")
    heading = bool(_HEADING.fullmatch(whole)) and (level < _UNNUMBERED or bool(target(whole)))
    return _Line(cell, level, whole if heading else "", "", target(whole) if heading else "")


def _names(lines: Sequence[_Line], usual: int) -> Iterator[tuple[int, str]]:
    """Places of the lines that name a matter, with its name.

    A label says so; else the heading above labels; else, for the first matter, the title of a guide.
    """
    said = [(place, line.rest) for place, line in enumerate(lines) if line.known == "name" and line.rest]
    if said:
        yield from said
        return
    above = [place for place, line in enumerate(lines) if line.level < usual and line.label and not line.known]
    for place, after in zip(above, [*above, len(lines)][1:], strict=True):
        if sum(bool(line.known) for line in lines[place:after]) >= 2:
            yield place, lines[place].label
    if not above:
        first = next(place for place, line in enumerate(lines) if line.known)
        for place, line in enumerate(lines[:first]):
            if guide := _GUIDE.fullmatch(line.cell.text.strip()):
                yield place, guide["name"]
                return
