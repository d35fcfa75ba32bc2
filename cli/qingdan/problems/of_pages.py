"""Problems of what is printed on pages: fonts that are not there, characters that no font has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qingdan.words.grammar import Lang


class NoChineseFont(Problem, exit_code=UNREADABLE):
    """Raised when this machine has no font by which Chinese can be printed; nothing was written.

    Attributes:
        families: Those that would do.
    """

    families: Sequence[str]


class NotPrintable(Problem, exit_code=UNREADABLE):
    """Raised when a sheet cannot be printed as it is: no font has a character, for one; nothing was written.

    Attributes:
        detail: What the printer says.
        line: The first text with the character, where that is it; else empty.
    """

    detail: str
    line: str = ""

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, where=self._say("where", lang) if self.line else "")
