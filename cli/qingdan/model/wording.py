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
    r"(?:须|应当?|必须|需要?|已经|已|依法|按规定|的确?|了|具有|具备|进行|及以上|以上|(?<!圆)满|达到|不少于|不低于|至少|"
    rf"(?<!不)超过(?={_NUMBER})|\(含\)|\(含以上\))"
)
_SUBJECT = re.compile(r"(?:的?(?:城乡)?(?:劳动者|劳动力)|人员|个人|公民|求职者|者|状态|情形|的)+$")
_MARKS = re.compile(r"[。．;；,，、:：!！\s]+$|^[,，、;；:：]+")
#: What must be met together, and what any one of will do; 、 and 和 are either, by what they join.
_TOGETHER = re.compile("并且|而且|且|同时|[;；。]")
#: 无其他生活来源和劳动能力: what a piece denies the next one may deny, too.
_DENIED = re.compile("^(?:无|未|没有|没|非|不)")
_VERB = re.compile("有|具|无|未|没|非|不|已|是|在|处于|持|属|为")
_BOTH = re.compile("并且|而且|且|同时")
_LISTED = re.compile("[、,，]|(?<!共)和|以及|及(?!以[上下])|并(?=[\u4e00-\u9fff])|或者|或")
_EITHER = re.compile("或者|或")
#: So many characters of a piece may be shared with the one before it: 有劳动能力和就业意愿.
_SHARED = 5
#: Verbs that a piece may share with the middle of the one before it.
_VERBS = ("有", "无", "是", "已", "在")
#: So many neighbouring pieces may be one criterion.
_JOINED = 8
#: And others: what stands before it is not all.
_OPEN = re.compile(
    r"(?:(?<=[^平同中高初均相])等|(?:^|(?<=[、,，]))其他)(?:人员|人|情形|情况|条件|对象|群体)?[。．;；,，]*$"
)
#: The ages of women and of men in one.
_AGE = r"性?(?:年?满)?"
_AGES = re.compile(
    rf"(?P<first>[女男]){_AGE}(?P<age>[0-9]{{2}})(?:周?岁)?(?:及?以上)?[、,，和或]?"
    rf"(?P<second>[女男]){_AGE}(?P<other>[0-9]{{2}})(?:周?岁)?(?:(?:\(含\))?及?以上)?"
)
_AT_LEAST = re.compile("满|以上")
#: Units as the registry writes them, where they are written otherwise.
_UNITS = {"月": "个月", "岁": "周岁"}
#: Longer texts are no criterion.
_LONGEST = 60
#: A condition: any one of its criteria will do; several must all be met.
Line = tuple["Meant", ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """A registered criterion as a text means it.

    Attributes:
        id: Of the registry; empty for others that a text only mentions (等).
        value: Its number, ``None`` where the text has none.
    """

    id: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A criterion in a sentence.

    Attributes:
        text: Its words.
        lines: The conditions that it means; empty where it is not known.
        before: What joins it to the part before it.
    """

    text: str
    lines: tuple[Line, ...]
    before: str = ""


@dataclass
class Wordings:
    """Reads criteria by the wordings and aliases of one registry.

    Attributes:
        aliases: Plain wording or alias → id.
        groups: Ids of criteria that name people: 甲和乙 of people is either, of what is asked it is both.
        ties: Ids that tie somebody to the place: of 本地户籍、本地常住 nobody can say whether it is either or both.
    """

    aliases: Mapping[str, str]
    groups: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
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
            lines = [(alone,)] if alone else self._sentences(text)
            self._known[text] = tuple(dict.fromkeys(lines)) if all(lines) else ()
        return self._known[text]

    def parts(self, text: str) -> list[Part]:
        """What a text is made of, one criterion each, in its order; what is not known is a part that means nothing.

        Args:
            text: The text, plain (see ``registry.plain``).
        """
        if alone := self.one(text):
            return [Part(text, ((alone,),))]
        return [part for sentence in _TOGETHER.split(text) if sentence for part in self._parts(sentence)]

    def _sentences(self, text: str) -> list[Line]:
        """The conditions of all sentences; people told in a sentence each are either, as in a list."""
        told = [self._lines(self._parts(each)) for each in _TOGETHER.split(text) if each]
        lines = [line for each in told for line in each]
        if len(told) < 2 or not all(lines):
            return lines
        both = bool(_BOTH.search(text))
        if _EITHER.search(text) and (both or any(map(_EITHER.match, _TOGETHER.split(text)))):
            return [()]  # 甲且乙或丙; 甲；或乙: nobody can say which belong together
        if both:
            return lines
        kinds = [self._names(line) for line in lines]
        if kinds.count("ties") > 1 or ("people" in kinds and (len(set(kinds)) > 1 or len(told) < len(lines))):
            return [()]
        return [tuple(meant for line in lines for meant in line)] if set(kinds) == {"people"} else lines

    def _names(self, line: Line) -> str:
        """What a condition speaks of: people, ties to the place, or what is asked of somebody."""
        ids = {meant.id for meant in line if meant.id}
        return "people" if ids <= self.groups else "ties" if ids <= self.ties else ""

    def _lines(self, parts: list[Part]) -> list[Line]:
        """The conditions of a sentence without 且; one that is empty where a part is not known."""
        lines = [line for part in parts for line in part.lines]
        if not all(part.lines for part in parts):
            return [()]
        if len(parts) == 1:
            return lines
        kinds = {self._names(line) for line in lines if line[0].id}
        between = [part.before for part in parts if part.before]
        if any(_EITHER.fullmatch(word) for word in between) or kinds == {"people"}:
            # 并 joins, and so do 或 and a comma beside each other: nobody can say which belong together
            clear = len(lines) == len(parts) and "并" not in between and (kinds == {"people"} or not _mixed(between))
            return [tuple(meant for line in lines for meant in line)] if clear else [()]
        # 本地户籍、本地常住 may be either or both; of people beside what is asked the same is true
        return [()] if "people" in kinds or (kinds == {"ties"} and set(between) != {"并"}) else lines

    def _parts(self, sentence: str) -> list[Part]:
        """The criteria of a sentence; of neighbours that are one criterion together, the most."""
        rest = _OPEN.sub("", sentence).rstrip("、,，")
        cuts = [(0, 0), *(match.span() for match in _LISTED.finditer(rest)), (len(rest),) * 2]
        found: list[Part] = []
        at = 0
        while at < len(cuts) - 1:
            before, start = rest[slice(*cuts[at])], cuts[at][1]
            for last in range(min(at + _JOINED, len(cuts) - 1), at, -1):
                piece = rest[start : cuts[last][0]]
                lines = self._several(piece) if last > at + 1 else self._piece(piece, found[-1].text if found else "")
                if lines or last == at + 1:
                    break
            if piece:
                found.append(Part(piece, lines, before if found else ""))
            at = last
        if rest != sentence:  # 退役军人等: who else is meant nobody can say
            found.append(Part(sentence[len(rest) :], ((Meant(""),),), "、"))
        return found

    def _several(self, piece: str) -> tuple[Line, ...]:
        """One criterion, or the two ages of women and men."""
        if ages := _AGES.fullmatch(piece):
            return self._ages(ages)
        meant = self.one(piece)
        return ((meant,),) if meant else ()

    def _ages(self, ages: re.Match[str]) -> tuple[Line, ...]:
        """女40男50周岁以上: a woman of 40 or a man of 50."""
        if ages["first"] == ages["second"] or not _AT_LEAST.search(ages[0]):
            return ()
        pair = ((ages["first"], ages["age"]), (ages["second"], ages["other"]))
        meant = tuple(self.one(f"{sex}性达到{age}周岁") for sex, age in pair)
        return (tuple(each for each in meant if each),) if all(meant) else ()

    def _piece(self, piece: str, before: str) -> tuple[Line, ...]:
        """One piece, with the beginning that it shares with the one before, or two criteria written as one."""
        if lines := self._several(piece):
            return () if _DENIED.search(before) and not _VERB.match(piece) else lines
        shared = [before[:end] for end in range(1, min(len(before), _SHARED))] + [
            verb for verb in _VERBS if verb in before
        ]
        for beginning in shared:
            if meant := self.one(beginning + piece):
                return ((meant,),)
        for middle in range(len(piece) - 2, 1, -1):  # 法定劳动年龄内有劳动能力, 连续失业一年以上的高校毕业生
            first, second = self.one(piece[:middle]), self.one(piece[middle:].removeprefix("的"))
            if first and second:
                return ((first,), (second,))
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


_HERE = re.compile("(?:本地){2,}")
#: 本市, 本县: the place itself, whatever it is.
_THIS_PLACE = re.compile("本(?:市|县|区|省|州|旗)(?![级域])")


def at_home(text: str, here: Iterable[str]) -> str:
    """A plain text with 本地 for the names of its own place: 柯城区户籍 in a list of 柯城 is 本地户籍."""
    for name in sorted(here, key=len, reverse=True):
        text = text.replace(name, "本地")
    return _HERE.sub("本地", text)


def _mixed(between: list[str]) -> bool:
    """Whether 或 stands beside 和 or a comma among things that are asked: nobody can say which belong together."""
    return len({bool(_EITHER.fullmatch(each)) for each in between}) > 1


def _without(text: str) -> str:
    """A wording without what changes nothing."""
    bare = _THIS_PLACE.sub("本地", _FRONT.sub("", _MARKS.sub("", text)))
    bare = _NOTHING.sub("", bare)
    shorter = _SUBJECT.sub("", bare)
    return shorter or bare


def _counted(text: str) -> Iterable[tuple[str, int]]:
    """The text with 若干 for one of its numbers, and the number; years also as months, as the registry counts."""
    for match in _COUNTED.finditer(text):
        amount, unit = number(match[1]), match[2]
        if amount is None:
            continue
        for name, factor in [("年", 1), ("个月", 12)] if unit.endswith("年") else [(_UNITS.get(unit, unit), 1)]:
            value = amount * factor
            if value.denominator == 1:
                yield text[: match.start()] + SOME + name + text[match.end() :], int(value)
