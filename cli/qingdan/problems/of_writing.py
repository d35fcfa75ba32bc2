"""Problems of what is written: a new list, a newer edition, files that others hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qingdan.findings import Finding
    from qingdan.model.divisions import Division
    from qingdan.words.grammar import Lang


class FolderInUse(Problem):
    """Raised when the folder of a new list is there already and not empty.

    Attributes:
        path: The folder.
    """

    path: Path


class UnknownItems(Problem):
    """Raised when a list is to begin with items that the national edition does not have.

    Attributes:
        items: What was asked for and is not there.
        near: An id of the edition that one of them is like; ``""`` where there is none.
        edition: Id of the edition.
    """

    items: Sequence[str]
    near: str
    edition: str

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, near=self._say("near", lang) if self.near else "")


class UnknownProvince(Problem):
    """Raised when a code or name is not that of a province.

    Attributes:
        name: What was asked for.
        above: The province in which it lies, where it is another division.
    """

    name: str
    above: Division | None = None

    def _words(self, lang: Lang) -> str:
        if self.above:
            return self._say("inside", lang, province=self.above.name, code=self.above.code)
        return self._say("said", lang)


class NotAList(Problem):
    """Raised when what is to be upgraded is no folder with ``catalogue.yaml``.

    Attributes:
        name: As it was asked for.
    """

    name: str


class BrokenList(Problem, exit_code=UNREADABLE):
    """Raised when a list has faults of reading or structure: what would be written could not be trusted.

    Attributes:
        name: Its name.
        findings: The faults.
    """

    name: str
    findings: Sequence[Finding]


class NoCommonAncestor(Problem):
    """Raised when an edition does not, in however many steps, succeed the one that a list was written against.

    Attributes:
        before: Id of the edition of the list.
        after: Id of the new edition.
        missing: Id of the edition in between that is not to be had; ``""`` where the succession simply ends.
    """

    before: str
    after: str
    missing: str = ""

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, gap=self._say("gap", lang) if self.missing else "")


class NotAsMeant(Problem, exit_code=UNREADABLE):
    """Raised when a file cannot be edited so that it reads back as meant.

    Attributes:
        file: Its name.
    """

    file: str


class ChangedMeanwhile(Problem, exit_code=UNREADABLE):
    """Raised when a file is no longer what it was when it was read, or is no plain file; nothing was written.

    Attributes:
        path: The file.
    """

    path: Path


class WriteProtected(Problem, exit_code=UNREADABLE):
    """Raised when files are read-only, so that somebody does not want them changed; nothing was written.

    Attributes:
        paths: All of them.
    """

    paths: Sequence[Path]
