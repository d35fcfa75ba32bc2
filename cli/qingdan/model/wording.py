"""Conditions as guides print them: which registered criterion a text is, and several in one sentence.

Words that change nothing are dropped on both sides (须, 依法, 已, 满 … 以上, 人员), numerals are read by the one reader
of figures, and what is left must be a registered wording or alias. Everything else stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from qingdan.model.figures import number

#: What stands in a registered wording for its number.
SOME = "若干"
_NUMBER = r"[0-9]{1,9}|[〇零一二两三四五六七八九十百廿卅]{1,9}|半"
_COUNTED = re.compile(rf"({_NUMBER})(?:\({_NUMBER}\))?(个?月|周?年|周?岁|%|人)")
#: Words in front, inside or behind that say nothing of which criterion it is.
_FRONT = re.compile(r"^(?:\(?[一二三四五六七八九十0-9]+[)、.．]|[a-zA-Z][)、.]|[①-⑳]|-|·|•)+")
_NOTHING = re.compile(
    r"(?:须|应当?|必须|需要?|已经|已|依法|按规定|的确?|了|具有|具备|进行|及以上|以上|(?<!圆)满|达到|不少于|不低于|至少|超过|\(含\)|\(含以上\)|\(不含补缴\))"
)
_SUBJECT = re.compile(r"(?:的?(?:城乡)?(?:劳动者|劳动力)|人员|个人|公民|求职者|者|状态|情形)+$")
_MARKS = re.compile(r"[。．;；,，、:：!！\s]+$|^[,，、;；:：]+")
#: What must be met together, and what any one of will do; 、 and 和 are either, by what they join.
_TOGETHER = re.compile("并且|而且|且|同时|[;；。]")
_LISTED = re.compile("[、,，]|(?<!共)和|以及|及(?!以上)|并(?=[\u4e00-\u9fff])|或者|或")
_EITHER = re.compile("或者|或")
#: So many characters of a piece may be shared with the one before it: 有劳动能力和就业意愿.
_SHARED = 5
#: Verbs that a piece may share with the middle of the one before it.
_VERBS = ("有", "无", "是", "已", "在")
#: Longer texts are no criterion.
_LONGEST = 60
#: A condition: any one of its criteria will do; several must all be met.
Line = tuple["Meant", ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """A registered criterion as a text means it.

    Attributes:
        id: Of the registry.
        value: Its number, ``None`` where the text has none.
    """

    id: str
    value: int | None = None


@dataclass
class Wordings:
    """Reads criteria by the wordings and aliases of one registry.

    Attributes:
        aliases: Plain wording or alias → id.
        groups: Ids of criteria that name people: 甲和乙 of people is either, of what is asked it is both.
    """

    aliases: Mapping[str, str]
    groups: frozenset[str] = frozenset()
    # what was read already: of two that read alike, one may have read more than the other
    _known: dict[str, tuple[Line, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _bare(self) -> dict[str, str]:
        """Wording without what changes nothing → id; what two criteria share after that is none of them."""
        found: dict[str, set[str]] = {}
        for text, id in self.aliases.items():
            found.setdefault(_without(text), set()).add(id)
        return {text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1 and text}

    def read(self, text: str) -> tuple[Line, ...]:
        """The conditions that a text means; empty where any part of it is not known.

        甲和乙 of people is either of them (高校毕业生和失业青年), of what is asked it is both (有劳动能力和就业要求).

        Args:
            text: The text, plain (see ``registry.plain``).
        """
        if text not in self._known:
            alone = self.one(text)
            lines = (
                [(alone,)]
                if alone
                else [line for piece in _TOGETHER.split(text) if piece for line in self._lines(piece)]
            )
            self._known[text] = tuple(dict.fromkeys(lines)) if all(lines) else ()
        return self._known[text]

    def _lines(self, text: str) -> list[Line]:
        """The conditions of a sentence without 且; one that is empty where a part is not known."""
        alone = self.one(text)
        if alone:
            return [(alone,)]
        pieces = [piece for piece in _LISTED.split(text) if piece]
        found = [self._piece(pieces, at) for at in range(len(pieces))]
        meant = [each for line in found for each in line]
        if not all(found):
            return [()]
        people = [each.id in self.groups for each in meant]
        if len(pieces) == 1:
            return [(each,) for each in meant]
        if _EITHER.search(text) or all(people):
            return [tuple(meant)] if all(len(line) == 1 for line in found) and not _mixed(text, people) else [()]
        return [()] if any(people) else [(each,) for each in meant]

    def _piece(self, pieces: list[str], at: int) -> Line:
        """One piece, with the beginning that it shares with the one before, or two criteria written as one."""
        piece, before = pieces[at], pieces[at - 1] if at else ""
        shared = [before[:end] for end in range(1, min(len(before), _SHARED))] + [
            verb for verb in _VERBS if verb in before
        ]
        for tried in (piece, *(beginning + piece for beginning in shared)):
            if meant := self.one(tried):
                return (meant,)
        for middle in range(len(piece) - 2, 1, -1):  # 法定劳动年龄内有劳动能力, 连续失业一年以上的高校毕业生
            first, second = self.one(piece[:middle]), self.one(piece[middle:].removeprefix("的"))
            if first and second:
                return (first, second)
        return ()

    def one(self, text: str) -> Meant | None:
        """The one criterion that a text means; ``None`` where it is none of the registered ones."""
        if text in self.aliases or len(text) > _LONGEST:
            return Meant(self.aliases[text]) if text in self.aliases else None
        bare = _without(text)
        if bare in self._bare:
            return Meant(self._bare[bare])
        for counted in _counted(bare):
            if counted[0] in self._bare:
                return Meant(self._bare[counted[0]], counted[1])
        return None


def _mixed(text: str, people: list[bool]) -> bool:
    """Whether 或 stands beside 和 among things that are asked: nobody can say which belong together."""
    words = {"or" if _EITHER.fullmatch(each) else "and" for each in _LISTED.findall(text) if each not in "、,，"}
    return len(words) > 1 and not all(people)


def _without(text: str) -> str:
    """A wording without what changes nothing."""
    bare = _FRONT.sub("", _MARKS.sub("", text))
    bare = _NOTHING.sub("", bare)
    shorter = _SUBJECT.sub("", bare)
    return shorter or bare


def _counted(text: str) -> Iterable[tuple[str, int]]:
    """The text with 若干 in place of its one number, and the number; years also as months, as the registry counts."""
    found = list(_COUNTED.finditer(text))
    if len(found) != 1:
        return
    match = found[0]
    amount, unit = number(match[1]), match[2]
    if amount is None:
        return
    units = {
        "个月": ("个月", 1),
        "月": ("个月", 1),
        "周岁": ("周岁", 1),
        "岁": ("周岁", 1),
        "%": ("%", 1),
        "人": ("人", 1),
    }
    choices = [("年", 1), ("个月", 12)] if unit.endswith("年") else [units[unit]]
    for name, factor in choices:
        value = amount * factor
        if value.denominator == 1:
            yield text[: match.start()] + SOME + name + text[match.end() :], int(value)
