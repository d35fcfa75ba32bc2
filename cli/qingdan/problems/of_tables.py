"""Problems of tables: what is handed in as one and cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal

    from qingdan.findings import Finding
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


class NoHeadings(Problem, exit_code=UNREADABLE):
    """Raised when no row of a table has headings that are known; nothing was written.

    Attributes:
        file: Its name.
        rows: The first rows, as they were seen.
    """

    file: str
    rows: Sequence[str]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, rows="".join(f"\n  {row[:100]}" for row in self.rows))


class TargetInUse(Problem, exit_code=UNREADABLE):
    """Raised when an imported list is to go into a folder that holds something already; nothing was written.

    Attributes:
        path: The folder.
    """

    path: Path


class BrokenMapping(Problem, exit_code=UNREADABLE):
    """Raised when a mapping of columns cannot be used.

    Attributes:
        file: The file.
        findings: What is wrong with it.
    """

    file: str
    findings: Sequence[Finding]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, findings=first(self.findings, lang))


class BrokenAlignment(Problem, exit_code=UNREADABLE):
    """Raised when an ``alignment.yaml`` cannot be used; nothing was written.

    Attributes:
        file: The file.
        findings: What is wrong with it.
    """

    file: str
    findings: Sequence[Finding]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, findings=first(self.findings, lang))


class SeveralLists(Problem):
    """Raised when several lists are to become one workbook or one table: each has one of its own.

    Attributes:
        lists: What was asked for.
    """

    lists: Sequence[str]
