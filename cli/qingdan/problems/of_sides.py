"""Problems of what is compared: which side was meant, and whether the two can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from qingdan.findings import Finding
    from qingdan.model.divisions import Division
    from qingdan.words.grammar import Lang


class UnknownSide(Problem):
    """Raised when a side of a comparison is neither the nation, nor a province, nor a path, nor a revision of one.

    Attributes:
        name: What was asked for.
        divisions: The divisions of that code or name: a province without a list here, or a place inside one.
    """

    name: str
    divisions: Sequence[Division]

    def _words(self, lang: Lang) -> str:
        for each in self.divisions:
            if each.level == "province":
                return self._say("no_list", lang, province=each.name, code=each.code)
        if self.divisions:
            places = [f"{each.code[:2]}0000/{each.code} {each.name}" for each in self.divisions[:5]]
            return self._say("place", lang, places=places)
        return self._say("said", lang)


class UnknownPlace(Problem):
    """Raised when a list has no such place.

    Attributes:
        name: The place that was asked for.
        known: Names of the places that the list has.
    """

    name: str
    known: Sequence[str]

    def _words(self, lang: Lang) -> str:
        return self._say("said" if self.known else "no_places", lang)


class AmbiguousSide(Problem):
    """Raised when a name means several lists or places.

    Attributes:
        name: What was asked for.
        choices: What it may mean, each as it can be asked for.
    """

    name: str
    choices: Sequence[str]


class NothingRead(Problem, exit_code=UNREADABLE):
    """Raised when not one item of a side could be read.

    Attributes:
        name: The side, as it was asked for.
        findings: Why.
    """

    name: str
    findings: Sequence[Finding]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, findings=first(self.findings, lang))


class CannotCompare(Problem):
    """Raised when two sides can be read, but nothing sensible can be said of them together.

    Attributes:
        before: The first side, as it was asked for.
        after: The second; all the others where there are three and more.
        why: ``file_and_list``, ``places`` (two places, or a place and another province's list) or ``region`` (three
            sides and more that are not whole lists of different provinces).
    """

    before: str
    after: Sequence[str]
    why: Literal["file_and_list", "places", "region"]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, why=self._say(self.why, lang))


class NotOneList(Problem):
    """Raised when two sides are not two versions of one list, nor two editions of the national standard.

    Attributes:
        before: Name of the first side.
        after: Name of the second.
        why: ``two_provinces``; ``nation`` where one side is an edition and the other a list; ``scope`` where they speak
            of different places, or one is a file of the other.
    """

    before: str
    after: str
    why: Literal["two_provinces", "nation", "scope"]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, why=self._say(self.why, lang))
