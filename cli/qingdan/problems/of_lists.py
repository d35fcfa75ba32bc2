"""Problems of what is read: lists, editions, rules, revisions of git, earlier reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, first, says
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Literal

    from qingdan.findings import Finding
    from qingdan.words.grammar import Lang


#: What other standards are called.
_STANDARDS = Phrases("found.standard")


class NothingThere(Problem, exit_code=UNREADABLE):
    """Raised when a path holds neither a catalogue nor an edition nor a file that could be one.

    Attributes:
        path: The path.
        holds: What it holds: ``nothing``; an ``edition`` where a list is wanted; files of another ``standard``;
            something ``else``.
        standard: Code of that standard; empty where there is none.
    """

    path: Path
    holds: Literal["nothing", "edition", "standard", "else"]
    standard: str = ""

    def _words(self, lang: Lang) -> str:
        standard = _STANDARDS.get(self.standard, lang)
        return self._say("said", lang, what=self._say(self.holds, lang, standard=standard))


class UnknownEdition(Problem):
    """Raised when an edition is named that is neither in the package nor a folder with ``edition.yaml``.

    Attributes:
        name: What was asked for.
        known: Ids of the editions in the package.
    """

    name: str
    known: Sequence[str]


def _not_usable(name: str, findings: Sequence[Finding], lang: Lang) -> str:
    return says("edition_not_usable", lang, name=name, n=len(findings), findings=first(findings, lang))


class NoEdition(Problem, exit_code=UNREADABLE):
    """Raised when a tree holds no edition that can be used.

    Attributes:
        label: The folder or revision that was looked at.
        findings: Why it cannot be used.
    """

    label: str
    findings: Sequence[Finding]

    def _words(self, lang: Lang) -> str:
        return _not_usable(self.label, self.findings, lang)


class BrokenEdition(Problem, exit_code=UNREADABLE):
    """Raised when an edition of one's own has errors: what it would judge could not be trusted.

    Attributes:
        name: The edition as it was named.
        findings: Its errors, in order of reading.
    """

    name: str
    findings: Sequence[Finding]

    def _words(self, lang: Lang) -> str:
        return _not_usable(self.name, self.findings, lang)


class NothingCalled(Problem):
    """Raised when nothing has an id or name.

    Attributes:
        name: What was asked for.
        near: Language → what comes near, in that language; it is for a person to judge.
    """

    name: str
    near: Mapping[str, Sequence[str]]

    def _words(self, lang: Lang) -> str:
        near = self.near.get(lang, ())
        kind = "near_one" if len(near) == 1 else "near_several"
        shown = near[0] if len(near) == 1 else "".join(f"\n  {each}" for each in near)
        return self._say("said", lang, near=self._say(kind, lang, near=shown) if near else "")


class UnknownTheme(Problem):
    """Raised when an edition has no theme of an id or a name.

    Attributes:
        name: What was asked for.
        known: Ids and names of the themes.
    """

    name: str
    known: Sequence[tuple[str, str]]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, known=[f"{id} {name}" for id, name in self.known])


class UnknownRevision(Problem):
    """Raised when git knows no such revision or folder.

    Attributes:
        revision: What was asked for.
        missing: ``git``, ``repository``, ``revision``, ``path``, ``list`` or ``objects``: what is not there.
        shallow: The clone is shallow, so that older revisions are not here at all.
    """

    revision: str
    missing: Literal["git", "repository", "revision", "path", "list", "objects"]
    shallow: bool = False

    def _words(self, lang: Lang) -> str:
        step = self._say("shallow" if self.shallow else f"{self.missing}_next", lang)
        return self._say("said", lang, what=self._say(self.missing, lang), step=step)


class BrokenBaseline(Problem, exit_code=UNREADABLE):
    """Raised when a baseline is no report of a validation that could be compared with.

    Attributes:
        path: The file.
        problem: ``too_large``, ``encoding``, ``not_json``, ``not_a_report``, ``version``, ``faults`` where it does not
            fit its schema, ``compared`` where it was itself made with a baseline and holds new findings only.
        detail: Where or what, ``""`` where there is nothing to add.
    """

    path: str
    problem: Literal["too_large", "encoding", "not_json", "not_a_report", "version", "faults", "compared"]
    detail: str = ""

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, what=self._say(self.problem, lang).rstrip())
