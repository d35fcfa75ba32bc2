"""Which names are like a name? What they share is counted, rare pieces for more than common ones.

Likeness suggests, it never decides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

#: How much of two names must be shared for one to be worth a look.
ALIKE = 0.3

#: How much the likeness of a part of a name counts.
_PART = 0.9

#: Different words for one thing; only to see what is near.
_SAME = (
    ("高等学校", "高校"), ("普通高校", "高校"), ("大学生", "高校毕业生"), ("高校高校", "高校"),
    ("社保", "社会保险"), ("社会保险费", "社会保险"), ("补助金", "补贴"), ("补助", "补贴"), ("资助", "补贴"),
    ("就业失业登记证", "就业创业证"), ("就业失业证", "就业创业证"), ("建档立卡贫困劳动力", "脱贫劳动力"),
    ("贫困劳动力", "脱贫劳动力"), ("脱贫人口", "脱贫劳动力"), ("公岗", "公益性岗位"), ("公益岗", "公益性岗"),
    ("工作许可证", "工作许可"), ("用人单位", "单位"), ("企业", "单位"), ("吸纳", "招用"),
)  # fmt: skip
_BRACKETS = re.compile(r"\(([^()]+)\)")
#: Words for asking and granting, before and behind; something must be left.
_ASKING = "申领|申请|申报|办理|发放|领取|受理|核发"
_BEFORE = re.compile(f"(?:我要|如何|怎样|怎么|提供|给予|享受|实施|{_ASKING})+(?=.{{3}})")
_BEHIND = re.compile(
    rf"(?<=...)(?:{_ASKING}|审核|审批|核定|核准|服务指南|办事指南|指南|如何|怎么|怎样|[?。]"
    r"|\((?:元|万元|金额|新|暂行|试行|[^()]{1,12}局)\))+$"
)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A name without the words for asking and granting around it, usual synonyms made one.

    >>> folded("申领灵活就业社保补贴"), folded("灵活就业社会保险补贴申领")
    ('灵活就业社会保险补贴', '灵活就业社会保险补贴')
    """
    if match := _BEFORE.match(text):
        text = text[match.end() :]
    text = _BEHIND.sub("", text)
    for one, other in _SAME:
        text = text.replace(one, other)
    return text


class Likeness:
    """Names with the ids that they may stand for."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}

    def add(self, name: str, ids: Iterable[str]) -> None:
        """Take a name in."""
        self._names.setdefault(folded(name), set()).update(ids)

    def same(self, name: str) -> list[str]:
        """The ids of a name that is the same once folded."""
        return sorted(self._names.get(folded(name), ()))

    def nearest(self, name: str, most: int, alike: float = ALIKE) -> list[str]:
        """The ids whose names are most like a name, the likest first; fewer, or none, where little is shared."""
        wanted = [(_pieces(folded(part)), share) for part, share in _readings(name)]
        best: dict[str, float] = {}
        for each, ids in self._names.items():
            score = max(share * self._alike(one, _pieces(each)) for one, share in wanted)
            for id in ids if score >= alike else ():
                best[id] = max(score, best.get(id, 0))
        return sorted(best, key=lambda id: (-best[id], id))[:most]

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """What two names share, of all that they have: 1 for the same name, 0 for nothing."""
        shared, whole = self._weight(one & other), self._weight(one) + self._weight(other)
        return 2 * shared / whole if whole else 0

    def _weight(self, pieces: frozenset[str]) -> float:
        return sum(self._rarity.get(piece, self._unseen) for piece in pieces)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        owners: dict[str, set[str]] = {}
        for name, ids in self._names.items():
            for piece in _pieces(name):
                owners.setdefault(piece, set()).update(ids)
        everyone = len(set().union(*self._names.values())) if self._names else 0
        return {piece: math.log(1 + everyone / len(ids)) for piece, ids in owners.items()}

    @cached_property
    def _unseen(self) -> float:
        return max(self._rarity.values(), default=1.0) / 2


def _readings(name: str) -> list[tuple[str, float]]:
    """A name as it is; less counted, without what is in brackets and that alone: 大类（小项）, 事项（对象）."""
    inside = _BRACKETS.findall(name)
    parts = [_BRACKETS.sub("", name), *inside] if inside else []
    return [(name, 1.0), *((part, _PART) for part in parts)]


@lru_cache(maxsize=8192)
def _pieces(name: str) -> frozenset[str]:
    """Pairs of neighbouring characters; a name of one character is its own piece."""
    return frozenset(name[at : at + 2] for at in range(len(name) - 1)) or frozenset((name,))
