"""The figures printed beside a value: do both say the same, and is there anything else in the words?

Where they do not agree, nobody knows which of them holds: neither is used for a verdict, nor told as the one. A value
counts as what it says only where its words are read to the end: what is left of a text once the figure and words that
change nothing are taken away may be an extension, a further step, another start, other people. Then nobody is praised
for the figure and nobody accused by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from qingdan.model.figures import Figure, figures, located
from qingdan.model.registry import plain
from qingdan.values.answer import Answer, maybe
from qingdan.values.kind import Entry

Value = TypeVar("Value")
#: What stands for a figure while a text is read: for the stated one, for smaller ones of the same kind, for others.
STATED, LESS, OTHER = "\ue000", "\ue002", "\ue001"
_TOKENS = re.compile(f"[{STATED}{LESS}{OTHER}]")
_MARKS = re.compile(r"[,;。.()\[\]:、\"“”‘’'/|·]+")
#: Parts of an entry whose words may be printed once more in its text.
_OWN = ("base", "case", "reason")


def printed(entry: Entry, units: Iterable[str]) -> list[Figure]:
    """The figures of an entry's text that are in one of some units."""
    return [each for each in figures(str(entry.get("text", ""))) if each.unit in units]


def among(amount: Fraction, found: list[Fraction]) -> bool:
    """Whether a number is one of those printed, or may be made of several: a sum of steps, a whole less a part."""
    if amount in found:
        return True
    if len(found) < 2:
        return False
    apart = {abs(a - b) for a, b in combinations(found, 2)}
    return min(found) <= amount <= sum(found) or amount in apart


#: A longer text, or one with more figures, states no single value.
_LONGEST, _MOST_TRIED = 2000, 12
#: Less or more than a number is not that number: >5个工作日, <1000元.
_THAN = re.compile("[<>＜＞﹤﹥]")


def surely(
    text: str, entries: Iterable[Value], differs: Callable[[Value], bool], unread: Callable[[Value], str]
) -> Value | None:
    """The one of some readings that says what the text says and no more; ``None`` where none or several do."""
    if not text.strip() or len(text) > _LONGEST or _THAN.search(text):
        return None
    fitting: list[Value] = []
    tried: list[Value] = []
    for entry in entries:
        if entry in tried:
            continue
        tried.append(entry)
        if len(tried) > _MOST_TRIED:
            return None
        if not differs(entry) and not unread(entry):
            fitting.append(entry)
    return fitting[0] if len(fitting) == 1 else None


#: What stands in a cell of which nothing is said, or which sends the reader elsewhere.
_NOTHING = re.compile(
    r"[\W_]*(?:(?:暂|均)?无|没有|不需要?|无需|不用|免提交|不涉及|不适用|同上|略)?(?:任何)?(?:要求|条件|材料)?[\W_]*|(?:详见|参见|见(?:附件|附表|办事指南|文件|通知|[上下]))[^,，;；。]{0,12}"
)


def nothing(text: str) -> bool:
    """Whether a text names no member of a list: 无, —, 暂无, 见附件.

    >>> nothing("/"), nothing("无需材料"), nothing("见附件1"), nothing("无犯罪记录证明")
    (True, True, True, False)
    """
    return bool(_NOTHING.fullmatch(text))


#: Words for the upper and the lower end of what may be.
_MOST, _LEAST = (
    re.compile("最[高多长]|不(?:得)?(?:超过|高于|多于)|限额|[以之]内|(?<=[元年月%％])内"),
    re.compile("最[低少短]|至少|不(?:得)?(?:低|少)于|以上"),
)


def bound(text: str) -> dict[str, str]:
    """Which end of what may be a text gives, as a part of an entry: at most, at least; empty where it says neither."""
    most, least = bool(_MOST.search(text)), bool(_LEAST.search(text))
    return {} if most == least else {"bound": "max" if most else "min"}


def any_differs(differs: Callable[[Value], bool]) -> Callable[[Sequence[Value], bool], bool]:
    """Whether any of some entries differs from its words, licence or not."""
    return lambda entries, licence: any(map(differs, entries))


#: Whether a printed figure is the stated one.
Fits = Callable[[Figure], bool]


def rest(entry: Entry, fits: Fits, *harmless: re.Pattern[str], once: bool = True, less: Fits | None = None) -> str:
    """The words of an entry's text that are not read; empty where the text says what the entry says and no more.

    Args:
        entry: The entry, with ``text`` as printed.
        fits: Whether a printed figure is the stated one.
        less: Whether it is a smaller one that may be a part of it.
        once: It may stand there once only: the same number twice may be two steps.
        harmless: Words that change nothing, taken away one pattern after the other. ``STATED``, ``LESS`` and ``OTHER``
            stand for figures in what they are matched with.
    """
    text = plain(str(entry.get("text", "")))
    for key in _OWN:
        if key in entry:
            text = text.replace(plain(str(entry[key])), "")
    text = tokened(text, fits, less)
    for pattern in harmless:
        text = pattern.sub("", text)
    left = _MARKS.sub("", text).replace(STATED, "", 1 if once else -1)
    return shown(left)


def tokened(text: str, fits: Fits, less: Fits | None = None) -> str:
    """A text as it is read, with ``STATED``, ``LESS`` and ``OTHER`` for its figures."""
    read, found = located(text)
    for figure, start, end in sorted(found, key=lambda each: -each[1]):
        token = STATED if fits(figure) else LESS if less and less(figure) else OTHER
        read = read[:start] + token + read[end:]
    return read


def shown(text: str) -> str:
    """What is left of a text for people to read: a figure is an ellipsis."""
    return _TOKENS.sub("…", text)


def heard(answer: Answer, entry: Value, others: Sequence[Value], unread: Callable[[Value], str], *names: str) -> Answer:
    """Whether an entry is no more than others, once the words of all are heard: what is not read leaves it open."""
    if answer.verdict == "maybe" or entry in others or not any(map(unread, (entry, *others))):
        return answer
    return maybe("words_unread", *names)
