"""Problems of tables: what is handed in as one and cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem

if TYPE_CHECKING:
    from typing import Literal

    from qingdan.words.grammar import Lang


class NotATable(Problem, exit_code=UNREADABLE):
    """Raised when a file holds no table that can be read; nothing was written.

    Attributes:
        file: Its name.
        why: ``missing``; ``password``; ``damaged``; ``bomb``: it would unpack to far more than a table; ``large``;
            ``empty``: no cell holds anything; ``word``, ``wps``, ``ofd``, ``pdf``, ``picture``: a kind of file that is
            to be saved as another one first; ``unknown``.
        detail: What the reader said, where it said something.
    """

    file: str
    why: Literal[
        "missing", "password", "damaged", "bomb", "large", "empty", "word", "wps", "ofd", "pdf", "picture", "unknown"
    ]
    detail: str = ""

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, what=self._say(self.why, lang), step=self._say(f"{self.why}_next", lang))
