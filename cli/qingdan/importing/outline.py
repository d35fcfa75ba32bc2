"""Guides written as running text: label and value in one line (``事项名称：…``), or numbered headings and what follows.

A page may speak of several matters, each under a heading of its own: 一、 a subsidy, （一） whom it is for, and so on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingdan.importing import columns
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
#: How what stands below a page begins, and below a letter: it speaks of no matter.
_BELOW = re.compile(
    "版权所有|主办单位|主办[:：]|网站地图|网站标识码|.{0,8}ICP备|.{0,6}公网安备|技术支持|上一篇|下一篇|责任编辑|扫一扫|分享到|【?打印|【?关闭"
    "|(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日$"
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
    for place, line in enumerate(lines[: _end(lines, names, usual)]):
        if place in names:
            found.matters.append({})
            found.put(NAME, line.cell._replace(text=names[place]))
            label, inside = "", True
        elif not inside:
            # what is said before any name belongs to nothing, but for the label of the name
            found.cells += [line.cell] if line.known in ("", "name") else []
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
    labelled = None if columns.labelled(text) else _LABELLED.fullmatch(text)
    if labelled and (level < _UNNUMBERED or target(labelled[1])):
        return _Line(cell, level, labelled[1].strip(), labelled[2].strip(), target(labelled[1]))
    whole = text.strip().rstrip(":：")
    heading = bool(_HEADING.fullmatch(whole)) and (level < _UNNUMBERED or bool(target(whole)))
    return _Line(cell, level, whole if heading else "", "", target(whole) if heading else "")


def _end(lines: Sequence[_Line], names: Mapping[int, str], usual: int) -> int:
    """Where the matters end: at what stands below the page, or at labels that stand once, behind several matters."""
    first = next(place for place, line in enumerate(lines) if line.known)
    below = (
        place
        for place in range(first + 1, len(lines))
        if _BELOW.match(lines[place].cell.text.strip()) and (lines[place - 1].rest or not lines[place - 1].label)
    )
    end = next(below, len(lines))
    while len(names) > 1 and usual < _UNNUMBERED == lines[end - 1].level and lines[end - 1].rest:
        if any(line.known == lines[end - 1].known for line in lines[: end - 1]):
            break
        end -= 1
    return end


def _said(lines: Sequence[_Line], place: int) -> Iterator[tuple[int, str]]:
    """Where the name stands that a label announces, and the name: on its line, or on the next one."""
    if lines[place].rest:
        yield place, lines[place].rest
    elif place + 1 < len(lines) and not lines[place + 1].known:
        yield place + 1, lines[place + 1].cell.text.strip()


def _names(lines: Sequence[_Line], usual: int) -> Iterator[tuple[int, str]]:
    """Places of the lines that name a matter, with its name.

    A label says so; else the heading above labels; else, for the first matter, the title of a guide.
    """
    said = [each for place, line in enumerate(lines) if line.known == "name" for each in _said(lines, place)]
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
