"""What was typed does not fit: raised by commands, said once by the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from qingdan.words.grammar import Lang


class Misused(Problem):
    """Raised where what was typed cannot be meant so; nothing was read or written."""


class NoDay(Misused):
    """Raised where a day is none.

    Attributes:
        option: After which it was typed.
        day: What was typed.
    """

    option: str
    day: str


class NoOfficialList(Misused):
    """Raised where coverage has nothing of that name.

    Attributes:
        name: What was typed.
        known: What there is.
    """

    name: str
    known: Sequence[str]


class EditionForCitizens(Misused):
    """Raised where what changed in an edition is to be told to citizens."""


class NotATerminal(Misused):
    """Raised where a command is to ask a person, and nobody sits at a terminal.

    Attributes:
        option: By which it was to ask.
    """

    option: str


class NoPlaceForAlignment(Misused):
    """Raised where an alignment is to be written, and it is not clear into which file.

    Attributes:
        why: ``several``: one file for several lists; ``table``: a table has no folder.
    """

    why: Literal["several", "table"]

    def _words(self, lang: Lang) -> str:
        return self._say(self.why, lang)


class NoFormat(Misused):
    """Raised where a report has no such format.

    Attributes:
        option: After which it was typed.
        name: The format.
        known: Those that there are.
        near: The one that was probably meant; empty where none comes near.
        whole: All that was typed, where a format stood before a file; else empty.
    """

    option: str
    name: str
    known: Sequence[str]
    near: str
    whole: str

    def _words(self, lang: Lang) -> str:
        step = self._say("near" if self.near else "one_of", lang)
        return self._say("said", lang, step=step + (self._say("with_equals", lang) if self.whole else ""))


class NamedTwice(Misused):
    """Raised where two outputs would go to one place.

    Attributes:
        file: The second; empty for the screen.
    """

    file: str

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, file=self.file or self._say("screen", lang))


class NoText(Misused):
    """Raised where a format that is no text would go to a terminal.

    Attributes:
        format: Its name.
    """

    format: str


class FileIsRead(Misused):
    """Raised where an output would take the place of what is read.

    Attributes:
        file: As it was typed.
    """

    file: str


class FileInList(Misused):
    """Raised where an output would lie in a list or an edition.

    Attributes:
        file: As it was typed.
    """

    file: str


class NeedsFormat(Misused):
    """Raised where an option says something of one format, and another one is to be written.

    Attributes:
        option: The option.
        format: The format that it is for.
    """

    option: str
    format: str


class TemplateOrLists(Misused):
    """Raised where an empty list is wanted and lists are named, or neither, or nobody says for which province.

    Attributes:
        missing: ``province``, ``lists``, or ``neither``: what does not fit.
    """

    missing: str

    def _words(self, lang: Lang) -> str:
        return self._say(self.missing, lang)
