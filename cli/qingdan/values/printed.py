"""The figures printed beside a value: do both say the same, and do the words speak of more?

Where they do not agree, nobody knows which of them holds: neither is used for a verdict, nor told as the one. Where the
words say more, nobody is praised for the figure and nobody accused by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from qingdan.model.figures import Figure, figures
from qingdan.values.answer import Answer, maybe
from qingdan.values.kind import Entry

#: What is longer in the text is another limit: the statutory one, the former one, what is not counted in.
EARLIER = re.compile("法定|原|由|从|压缩|缩短|提速|不含|不包括|不计|除外|公示|有效")
#: What is the least of it; of times that is what is promised: 每年至少四次.
LEAST = "不少于|不低于(?!当地|最低|本市|所在地)|至少|(?:元|%)(?:及)?以上$|起$"
#: A cap of a total, or what a share is taken of.
CAPPED = re.compile("(?:最高|不超过|不得超过|上限|封顶|累计|合计|总额|每年|限额)[^,，;；。()（）]*")
RAISED = re.compile(f"{LEAST}|上浮|叠加|[另再](?:加|给|发|奖|补)|(?:可|适当|可适当)(?:提高|增加|上调)")


def printed(entry: Entry, units: Iterable[str]) -> list[Figure]:
    """The figures of an entry's text that are in one of some units."""
    return [each for each in figures(entry.get("text", "")) if each.unit in units]


def among(amount: Fraction, found: list[Fraction]) -> bool:
    """Whether a number is one of those printed, or may be made of several: a sum of steps, a whole less a part."""
    if amount in found:
        return True
    if len(found) < 2:
        return False
    apart = {abs(a - b) for a, b in combinations(found, 2)}
    return min(found) <= amount <= sum(found) or amount in apart


def any_differs(differs: Callable[[Any], bool]) -> Callable[[Sequence[Entry], bool], bool]:
    """Whether any of some entries differs from its words, licence or not."""
    return lambda entries, licence: any(map(differs, entries))


def beyond(entry: Entry, text: str, stated: Any, found: Iterable[Fraction], words: re.Pattern[str]) -> bool:
    """Whether a text prints more than is stated, or says so; what is former or excepted is none."""
    if entry.get("bound") == "min":  # that says so itself
        return False
    larger = not EARLIER.search(text) and any(each > stated for each in found)
    return larger or bool(words.search(text))


def vetoed(
    answer: Answer,
    entry: Entry,
    others: Sequence[Entry],
    says_more: Callable[[Entry], bool],
    *names: str,
    reason: str = "more_said",
) -> Answer:
    """Whether an entry is no more than others, once its words and theirs are heard: what speaks of more is open."""
    if answer.verdict == "yes" and entry not in others and says_more(entry):
        return maybe(reason, *names)
    if answer.verdict == "no" and any(map(says_more, others)):
        return maybe(reason, *names)
    return answer
