"""What every problem is: an exception with a code, an exit code, values for programs and words in every language.

A class declares its values as a data class does. What is wrong and what to do next is the sentence ``said`` of its code
in the tables of words, under ``problems``; a class that has more to say does so in ``_words``. The public name, the
page of the reference and the answer of the command follow from that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

from qingdan.words.grammar import joined
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.findings import Finding
    from qingdan.words.grammar import Lang

#: What the command ends with: what was asked for cannot be meant so; something could not be read or written.
USAGE, UNREADABLE = 2, 3
#: The sentences of all problems.
says = Phrases("problems")


@dataclass_transform()
class Problem(Exception):
    """Raised when what was asked for cannot be done. What is wrong with a list is a finding and no problem.

    Attributes:
        code: Which kind of problem it is, for programs: ``unknown_rule`` for ``UnknownRule``.
        exit_code: With what the command ends: 2: it cannot be meant so; 3: something could not be read or written.
    """

    code: ClassVar[str] = "problem"
    exit_code: ClassVar[int] = USAGE
    _names: ClassVar[tuple[str, ...]] = ()
    #: What a finding says. Its words stand with the rules, floors above: the package hands them down.
    _message: ClassVar[Callable[[Finding, Lang], str]]

    def __init_subclass__(cls, exit_code: int = USAGE) -> None:
        cls.exit_code = exit_code
        cls.code = "".join(f"_{each.lower()}" if each.isupper() else each for each in cls.__name__).removeprefix("_")
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, *given: object, **named: object) -> None:
        vars(self).update(zip(self._names, given, strict=False), **named)
        super().__init__(*(getattr(self, name) for name in self._names))  # with these it is made anew from a pipe

    def __str__(self) -> str:
        return self.said("en")

    def said(self, lang: Lang = "zh") -> str:
        """What is wrong and what to do next, as the command says it.

        Args:
            lang: A language of ``words/``: ``"zh"``, ``"en"``.
        """
        return self._words(lang)

    def values(self) -> dict[str, object]:
        """What the problem carries, by name, as JSON can hold it."""
        return {name: _plain(getattr(self, name)) for name in self._names}

    def _words(self, lang: Lang) -> str:
        """What is wrong and what to do next."""
        return self._say("said", lang)

    def _say(self, key: str, lang: Lang, **more: object) -> str:
        """A sentence of this problem, with what it carries and more."""
        carried = {name: getattr(self, name) for name in self._names} | more
        return says(f"{self.code}.{key}", lang, **{name: self._shown(each, lang) for name, each in carried.items()})

    @staticmethod
    def _shown(value: object, lang: Lang) -> object:
        """A value as it stands in a sentence: several as a list."""
        return joined(value, lang) if isinstance(value, list | tuple) else value


def first(findings: Sequence[Finding], lang: Lang) -> str:
    """The first five of some findings, a line each."""
    lines = ""
    for finding in findings[:5]:
        place = finding.location
        where = f"{place.file}:{place.line}:{place.column} {finding.id}" if place else finding.id
        lines += f"\n  {where} {Problem._message(finding, lang)}"
    return lines


def _plain(value: object) -> object:
    """A value as JSON can hold it: parts of data classes by name, what else there is as its text."""
    from dataclasses import fields, is_dataclass
    from enum import Enum

    if isinstance(value, Enum):
        return value.name.lower()
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, Iterable):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return str(value)
