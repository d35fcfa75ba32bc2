"""What stands in a column of names: the name of a matter, or something else that is not to become one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from qingdan.importing.shapes import misplaced
from qingdan.model.registry import plain
from qingdan.values.tidied import tidied

#: A number before a name; it is no part of any.
_NUMBERED = re.compile(
    r"\s*(?:[0-9]{1,3}\s*[、.．](?![0-9])|[（(](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)]|"
    r"[一二三四五六七八九十]{1,3}[、.．]|[①-⑳])\s*"
)
#: What says that there is none.
_NONE = re.compile(r"无|暂无|无子项|/+|\\+|[-—–]+|\*+|[甲乙丙丁戊己庚辛壬癸]")
#: A row that shows how to fill in a table, or that somebody has made to try a system.
_EXAMPLE = re.compile(
    r"(?:例|例如|示例|样例|范例)(?:[:：].*|[0-9一二三]*)|[（(](?:请?填写|填报|示例|样例).*[）)]", re.DOTALL
)
_TRIED = re.compile(r"(?:测试|test|demo)(?:事项|数据|用|专用|一下|勿动|请勿.*)?[0-9一二三()（）_-]*", re.IGNORECASE)
#: No name is longer.
_LONGEST = 200


class Name(NamedTuple):
    """What was read of a cell.

    Attributes:
        text: The name; empty where there is none.
        because: Why it was changed, or is none.
    """

    text: str
    because: str = ""


def read(text: str, known: Collection[str]) -> Name:
    r"""The name of a matter that a cell states.

    Args:
        text: What it shows.
        known: Names of national items, plainly.

    >>> read("（三）职业介绍", ()), read("16周岁以下登记", ())
    (Name(text='职业介绍', because='numbered'), Name(text='16周岁以下登记', because=''))
    >>> read("无", ()), read("3个工作日", ()), read("测试事项001", ())
    (Name(text='', because='nothing'), Name(text='', because='unread'), Name(text='', because='of_system'))
    >>> read("1.失业登记\n2.就业登记", ()).because
    'several_names'
    """
    tidy = tidied(text).text.strip()
    if _NONE.fullmatch(tidy):
        return Name("", "nothing")
    if _TRIED.fullmatch(tidy):
        return Name("", "of_system")
    if _EXAMPLE.fullmatch(tidy):
        return Name("", "example")
    if len(tidy) > _LONGEST:
        return Name("", "too_long")
    if misplaced(tidy, "name") or not any(each.isalpha() for each in tidy):
        return Name("", "unread")
    if _several(tidy, known):
        return Name(tidy, "several_names")
    bare = _NUMBERED.sub("", tidy, count=1) if _NUMBERED.match(tidy) else tidy
    return Name(bare, "numbered" if bare != tidy else "") if bare else Name("", "unread")


def _several(text: str, known: Collection[str]) -> bool:
    """Whether a cell names several matters: each line has a number, or each is the name of a national item."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or plain("".join(lines)) in known:
        return False
    return all(map(_NUMBERED.match, lines)) or all(plain(line) in known for line in lines)
