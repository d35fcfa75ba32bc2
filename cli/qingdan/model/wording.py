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
_NUMBER = r"[0-9]+|[〇零一二两三四五六七八九十百廿卅]+|半"
_COUNTED = re.compile(rf"({_NUMBER})(?:\({_NUMBER}\))?(个?月|周?年|周?岁|%|人)")
#: Words in front, inside or behind that say nothing of which criterion it is.
_FRONT = re.compile(r"^(?:\(?[一二三四五六七八九十0-9]+[)、.．]|[a-zA-Z][)、.]|[①-⑳]|-|·|•)+")
_NOTHING = re.compile(
    r"(?:须|应当?|必须|需要?|已经|已|依法|按规定|的确?|了|具有|具备|进行|及以上|以上|(?<!圆)满|达到|不少于|不低于|至少|超过|\(含\)|\(含以上\)|\(不含补缴\))"
)
_SUBJECT = re.compile(r"(?:的?(?:城乡)?(?:劳动者|劳动力)|人员|个人|公民|求职者|者|状态|情形)+$")
_MARKS = re.compile(r"[。．;；,，、:：!！\s]+$|^[,，、;；:：]+")
#: Criteria of one sentence are joined by these.
_JOINED = re.compile("[、,，;；。]|(?<!共)和|并且|而且|且|同时|以及|并(?=[\u4e00-\u9fff])")


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
    _known: dict[str, tuple[Meant, ...]] = field(default_factory=dict)

    @cached_property
    def _bare(self) -> dict[str, str]:
        """Wording without what changes nothing → id; what two criteria share after that is none of them."""
        found: dict[str, set[str]] = {}
        for text, id in self.aliases.items():
            found.setdefault(_without(text), set()).add(id)
        return {text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1 and text}

    def read(self, text: str) -> tuple[Meant, ...]:
        """The criteria that a text means, all of which must be met; empty where any part of it is not known.

        A list of kinds of people is met by being one of them: it is no list of demands and stays unread.

        Args:
            text: The text, plain (see ``registry.plain``).
        """
        if text not in self._known:
            alone = self.one(text)
            self._known[text] = (alone,) if alone else self._several(text)
        return self._known[text]

    def one(self, text: str) -> Meant | None:
        """The one criterion that a text means; ``None`` where it is none of the registered ones."""
        if text in self.aliases:
            return Meant(self.aliases[text])
        bare = _without(text)
        if bare in self._bare:
            return Meant(self._bare[bare])
        for counted in _counted(bare):
            if counted[0] in self._bare:
                return Meant(self._bare[counted[0]], counted[1])
        return None

    def _several(self, text: str) -> tuple[Meant, ...]:
        """有劳动能力和就业意愿: each piece by itself, with the beginning that it shares with the one before."""
        pieces = [piece for piece in _JOINED.split(text) if piece]
        found: list[Meant] = []
        for at, piece in enumerate(pieces if len(pieces) > 1 else ()):
            before = pieces[at - 1] if at else ""
            tried: Iterable[str] = (piece, *(before[:end] + piece for end in range(1, min(len(before), 5))))
            meant = next((one for each in tried if (one := self.one(each))), None)
            if meant is None or meant.id in self.groups:
                return ()
            found.append(meant)
        return tuple(dict.fromkeys(found))


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
