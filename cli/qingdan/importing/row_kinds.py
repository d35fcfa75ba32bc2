"""Rows of a table that are no matters: notes, totals, numbers of pages, headings of parts and of other tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_NOTE = re.compile(
    r"\s*[（(【]?\s*(?:备?注|说明|填表说明|填报说明|填表人|制表人?|审核人|单位负责人|联系人)\s*[:：1１①)）】]"
)
_LABELLED = re.compile(r"[^:：]{2,10}[:：].*", re.DOTALL)
_TOTAL = re.compile(r"[（(]?(?:合|小|总|共|累)\s*计[）)]?(?:[:：]?\s*[0-9]*\s*[项个件]?)")
_PAGE = re.compile(
    r"第\s*[0-9一二三四五六七八九十]+\s*页(?:[，,\s/]*共\s*[0-9一二三四五六七八九十]+\s*页)?|.*[（(]续表?[）)]|续表"
    r"|[-—]\s*[0-9]+\s*[-—]"
)
_PART = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
#: How a column is called that stands first in tables of other things.
_OTHERS = re.compile(
    r"[^0-9:：，。、]{0,8}(?:序号|名称|姓名|窗口|单位|部门|材料|机构|科室|县区|区县|地区|环节|步骤|大厅|渠道)"
)
#: A heading is no longer.
_LONGEST = 12


def is_note(texts: Sequence[str]) -> bool:
    """Whether what a row shows is a note, a total or the number of a page.

    >>> is_note(["注：以上均可网上办理"]), is_note(["合计", "3项"]), is_note(["制表人：甲", "审核人：乙"])
    (True, True, True)
    >>> is_note(["1", "合计核定"]), is_note(["失业登记"]), is_note(["说明", "备注：可代办"])
    (False, False, False)
    """
    if any(_TOTAL.fullmatch(text.strip()) for text in texts[:2]):
        return True
    if len(texts) == 1:
        return bool(_NOTE.match(texts[0]) or _PAGE.fullmatch(texts[0].strip()))
    return bool(texts and _NOTE.match(texts[0])) and all(map(_LABELLED.fullmatch, texts))


def is_part(texts: Sequence[str]) -> bool:
    """Whether a row is the heading of a part of a table whose rows are counted 1, 2, 3: a Chinese number and a name.

    >>> is_part(["一", "登记类"]), is_part(["一", "失业登记", "12333"]), is_part(["1", "失业登记"])
    (True, False, False)
    """
    return 0 < len(texts) <= 2 and bool(_PART.fullmatch(texts[0].strip()))


def heads_another(text: str) -> bool:
    """Whether a heading is one of a table of other things than matters.

    >>> heads_another("窗口名称"), heads_another("失业登记")
    (True, False)
    """
    return bool(_OTHERS.fullmatch("".join(text.split())))


def is_other_head(texts: Sequence[str], target: Callable[[str], str]) -> bool:
    """Whether a row holds the headings of a table of other things: 窗口名称, 窗口电话, 地址.

    Args:
        texts: What it shows, from left to right.
        target: What a column of a list is called → where it goes.
    """
    short = all(len(text) <= _LONGEST and not re.search("[0-9:：，。、]", text) for text in texts)
    if len(texts) < 2 or not short or not heads_another(texts[0]):
        return False
    return any(heads_another(text) or any(target(text[at:]) for at in range(len(text) - 1)) for text in texts[1:])
