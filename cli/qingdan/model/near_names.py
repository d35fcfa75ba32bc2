"""Which names are like a name? The characters and pairs they share are counted, rare ones for more than common ones.

Likeness suggests, it never decides.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise

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
    ("工作许可证", "工作许可"), ("失业保险待遇", "失业待遇"), ("用人单位", "单位"), ("企业", "单位"), ("吸纳", "招用"),
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
    """Names with the ids that they may stand for.

    Two names are as like as the cosine of their grams weighted by TF-IDF, as scikit-learn's ``TfidfVectorizer`` has it
    for characters and pairs of them (``analyzer="char"``, ``ngram_range=(1, 2)``); times the share of the grams of the
    name that is asked for that any known name has: what is called by words that no name knows is another matter.
    """

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}

    def add(self, name: str, ids: Iterable[str]) -> None:
        """Take a name in; all are to be in before the first is asked for."""
        self._names.setdefault(folded(name), set()).update(ids)

    def same(self, name: str) -> list[str]:
        """The ids of a name that is the same once folded."""
        return sorted(self._names.get(folded(name), ()))

    def nearest(self, name: str, most: int, alike: float = ALIKE) -> list[str]:
        """The ids whose names are most like a name, the likest first; fewer, or none, where little is shared."""
        best: dict[str, float] = {}
        for known, score in self.known(name, alike).items():
            for id in self._names[known]:
                best[id] = max(score, best.get(id, 0))
        return sorted(best, key=lambda id: (-best[id], id))[:most]

    def known(self, name: str, alike: float = 0.0) -> dict[str, float]:
        """Every known name, folded, that is so like a name: 1 where it is the same once folded, 0 where nothing is."""
        best: dict[str, float] = {}
        for part, share in _readings(name):
            scores = zip(self._names, self._alike(folded(part)), strict=False)
            for known, score in [(known, share * score) for known, score in scores if score and share * score >= alike]:
                best[known] = max(score, best.get(known, 0))
        return best

    def ids(self, known: str) -> list[str]:
        """What a known name, as ``known`` has it, may stand for."""
        return sorted(self._names[known])

    def _alike(self, name: str) -> list[float]:
        """How like each known name is to one that is folded, in their order; none where no gram of it is known."""
        grams = _grams(name)
        weights = {gram: count * self._rarity[gram] for gram, count in grams.items() if gram in self._rarity}
        if not weights:
            return []
        share = sum(grams[gram] for gram in weights) / grams.total()
        length = math.hypot(*weights.values())
        alike = [0.0] * len(self._names)
        for gram, weight in weights.items():
            weight *= share / length
            for number, its in self._weights[gram]:
                alike[number] += weight * its
        return alike

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How much a gram counts: the more, the fewer names have it."""
        having = Counter(gram for name in self._names for gram in _grams(name))
        return {gram: math.log((1 + len(self._names)) / (1 + names)) + 1 for gram, names in having.items()}

    @cached_property
    def _weights(self) -> dict[str, list[tuple[int, float]]]:
        """Each gram with the numbers of the names that have it and its weight there, where a name is of length 1."""
        weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, name in enumerate(self._names):
            own = {gram: count * self._rarity[gram] for gram, count in _grams(name).items()}
            length = math.hypot(*own.values())
            for gram, weight in own.items():
                weights[gram].append((number, weight / length))
        return weights


def _readings(name: str) -> list[tuple[str, float]]:
    """A name as it is; less counted, without what is in brackets and that alone: 大类（小项）, 事项（对象）."""
    inside = _BRACKETS.findall(name)
    parts = [_BRACKETS.sub("", name), *inside] if inside else []
    return [(name, 1.0), *((part, _PART) for part in parts)]


def _grams(name: str) -> Counter[str]:
    """The characters of a name and its pairs of neighbouring ones, each with how often it stands there."""
    return Counter([*name, *map("".join, pairwise(name))])
