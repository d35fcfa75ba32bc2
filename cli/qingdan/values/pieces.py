"""The entries that stand in one text: by their numbers (1. ① （一）), else by lines.

Only numbers of the kind that comes first take a text apart: 1.属于下列人员：（1）… （2）… is one entry that has two
of its own. Numbers that are missing or come twice change nothing: each begins an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qingdan.model.figures import number

_HAN = "一二三四五六七八九十"
#: Kind of number → its pattern. 1.5 is a figure, and 一、二级 names two grades.
_KINDS = {
    "dot": r"(?P<dot>[0-9]{1,2})[.．、](?![0-9])",
    "brackets": r"[(（](?P<brackets>[0-9]{1,2})[)）]",
    "bracket": r"(?P<bracket>[0-9]{1,2})[)）]",
    "circle": "(?P<circle>[①-⑳])",
    "han_brackets": rf"[(（](?P<han_brackets>[{_HAN}]{{1,3}})[)）]",
    "han": rf"(?P<han>[{_HAN}]{{1,3}})[、.．](?![{_HAN}])",
}
#: Where a number may begin: at the start, behind a break or a mark, and right behind what goes before it.
_BEFORE = r"(?P<before>^|[\n；;。]\s*|[\s：:，,、]\s*|(?<=[\u4e00-\u9fff》）)”]))"
_MARK = re.compile(rf"{_BEFORE}(?:{'|'.join(_KINDS.values())})[ \t]*")
_LINES = re.compile(r"\n+")
#: A number with a blank behind it, which no unit follows: 1 身份证, but 2 寸照片.
_BARE = re.compile(r"(?P<n>[0-9]{1,2})[ \t\u3000]+(?P<rest>(?![寸份张年个月日次名人种项])[\u4e00-\u9fff《].*)")
_ENDS = re.compile(r"^[\s；;。，,、]+|[\s；;。，,、]+$")
_CLOSED = ("。", "；", ";", "：", ":")
#: What a web page offers beside the name of a paper.
_LINKS = re.compile(
    r"(?:(?:点击|附件|表格|样表)?下载[:：]?\s*)?(?:[\[【]\s*(?:空白(?:表格?|样表)|示例(?:表格?|样表|文本)|样表|填写样例|下载|预览|查看)\s*[\]】]\s*)+"
    r"|(?:点击|附件|表格|样表)?下载[:：]?"
)
#: Element → what headings of its column are about; another element may have an entry that is called so.
_ABOUT = {
    "conditions": "条件",
    "materials": "材料|资料",
    "steps": "流程图?|程序",
    "legal_basis": "依据",
    "audience": "对象",
    "channels": "渠道|方式",
}
_PEOPLE = "(?:申请(?:人|单位|者)?|申报(?:人|单位)?|办理人?)?"
_ACTS = "(?:必?须|应当?|需要?)?(?:同时)?(?:符合|具备|满足|提供|提交|携带|递交)"
_WORDS = "(?:申请|申报|办理|申领|认定|享受|受理|服务|办事|所需)?"


@cache
def _heading(element: str) -> re.Pattern[str]:
    """A heading that says no more than the heading of a column does: 申请材料, 需提供以下材料：."""
    if element not in _ABOUT:
        return re.compile("(?!)")
    about = f"(?:{_ABOUT[element]})"
    return re.compile(
        f"{_WORDS}{about}(?:如下)?[:：]?|{_PEOPLE}{_ACTS}?(?:以下|下列)(?:所有|全部|各项)?{_WORDS}{about}(?:的)?[:：]?"
        f"|{_PEOPLE}{_ACTS}?{_WORDS}{about}(?:如下)?[:：]"
    )


#: Headings of one column that holds three, and what says that there is nothing under one of them.
_SECTION = re.compile(r"(?:^|(?<=\n))(数量限制|禁止性要求)(?:[ \t]*[:：]?[ \t]*\n|[:：])[ \t]*(?!数量限制|禁止性要求)")
_NO_SECTION = re.compile(
    r"(?:^|(?<=\n))(?:数量限制|禁止性要求)[:：]?"
    r"(?:\s*(?:无(?:数量限制|禁止性要求)?|不限|没有)[。；]?[ \t]*(?=\n|$)|[ \t]*(?=\s*$|\n(?:数量限制|禁止性要求)))"
)
#: Lines that go on with no line before them.
_OWN_LINE = re.compile("(?:数量限制|禁止性要求)：|(?:办理)?流程图?$")


class Pieces(NamedTuple):
    """A text taken apart.

    Attributes:
        entries: Its entries; none where it has headings only.
        without: Headings and links of the page were left away.
    """

    entries: list[str]
    without: bool


def taken_apart(text: str, element: str) -> Pieces:
    r"""The entries of a text, without headings that say no more than its column does, and without links of a page.

    Args:
        text: The text, tidy.
        element: The element whose entries they are.

    >>> taken_apart("申请条件\n（一）甲；\n（二）乙。\n数量限制\n禁止性要求\n无禁止性要求", "conditions")
    Pieces(entries=['甲', '乙'], without=True)
    """
    read = _SECTION.sub(r"\1：", _NO_SECTION.sub("", text))
    found = pieces(read) if read.strip() else []
    heading = _heading(element)
    kept = [each for each in found if not heading.fullmatch(each) and not _LINKS.fullmatch(each)]
    return Pieces(kept, kept != found or read != text)


def pieces(text: str) -> list[str]:
    """The parts of a text: by numbers before them, and by lines; the whole where it has none.

    >>> pieces("1.身份证；2.户口簿"), pieces("①身份证②户口簿")
    (['身份证', '户口簿'], ['身份证', '户口簿'])
    >>> pieces("1.属于下列人员：（1）甲；（2）乙。2.已登记"), pieces("一式两份")
    (['属于下列人员：（1）甲；（2）乙', '已登记'], ['一式两份'])
    """
    marks = list(_numbers(text))
    if not marks and (bare := _without_bare(text)):
        return bare
    if not marks:
        return [each for each in map(_clean, _LINES.split(text)) if each] or [text]
    found = _by_lines(text[: marks[0][0]])
    ends = [start for start, _ in marks[1:]] + [len(text)]
    for (_, begin), end in zip(marks, ends, strict=True):
        found += _by_lines(text[begin:end])
    return found or [text]


def _without_bare(text: str) -> list[str]:
    """The lines of a text of which each begins with its number and a blank; nothing of any other text."""
    found = [_BARE.fullmatch(line.strip()) for line in _LINES.split(text) if line.strip()]
    rows = [match for match in found if match]
    counted = [int(match["n"]) for match in rows] == list(range(1, len(found) + 1))
    return [_clean(match["rest"]) for match in rows] if counted and len(rows) > 1 else []


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of the kind that comes first begin and end."""
    kind, last = "", 0
    for match in _MARK.finditer(text):
        own = str(match.lastgroup)
        strong = not match.start() or any(each in match["before"] for each in "\n；;。")
        value = _value(match[own])
        goes_on = value == last + 1 and (last or match["before"])
        if (kind and own != kind) or not (strong or goes_on):
            continue  # 每月 15. 发放: within a line only the next number goes on
        kind, last = own, value
        yield match.start() + len(match["before"]), match.end()


def _value(sign: str) -> int:
    if "①" <= sign <= "⑳":
        return ord(sign) - ord("①") + 1
    return int(sign) if sign.isascii() else int(number(sign) or 0)


def _by_lines(text: str) -> list[str]:
    """The lines of one entry; one that only goes on with the line before it is no entry of its own."""
    found: list[str] = []
    for line in filter(str.strip, _LINES.split(text)):
        goes_on = found and (not found[-1].rstrip().endswith(_CLOSED) or _MARK.match(line.strip()))
        if goes_on and not _LINKS.fullmatch(_clean(line)) and not _OWN_LINE.match(line):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    return [each for each in map(_clean, found) if each]


def _clean(line: str) -> str:
    return " ".join(_ENDS.sub("", line).split())
