"""Problems of publishing: what a site is made from, where it goes, and what it looks like."""

from __future__ import annotations

from errno import ENOSPC
from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem
from qingdan.words.grammar import bracketed, colon, joined
from qingdan.words.system import why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal

    from qingdan.words.grammar import Lang


class NotFitToPublish(Problem, exit_code=UNREADABLE):
    """Raised when a list has errors of reading or structure: pages made of it would be missing something.

    Attributes:
        names: Of the lists.
        places: Rule, file and line of some of the findings.
        headless: Their heads could not be read, or a single file was given: whether they are fiction or an archive is
            not known, and they are not published at all.
    """

    names: Sequence[str]
    places: Sequence[str] = ()
    headless: bool = False

    def _words(self, lang: Lang) -> str:
        if self.headless:
            return self._say("headless", lang)
        return self._say("said", lang, places=self._say("such_as", lang) if self.places else "")


class SameAddress(Problem, exit_code=UNREADABLE):
    """Raised when two pages would be written to one file, on any file system.

    Attributes:
        url: Of the second page.
        titles: Of both pages.
        places: File and line of the guides that have it; of two lists or places their folders.
    """

    url: str
    titles: tuple[str, str]
    places: Sequence[str] = ()

    def _words(self, lang: Lang) -> str:
        first, second = self.titles
        if self.url.startswith("places/") and len(set(self.places)) > 1:
            return self._say("one_place", lang, second=second)
        where = bracketed(joined(self.places, lang), lang) if self.places else ""
        return self._say("said", lang, first=first, second=second, places=where)


class NotOurFolder(Problem):
    """Raised when a site would take the place of something that is none; nothing was touched.

    Attributes:
        path: The folder.
        why: ``file``: it is no folder; ``strange``: it holds something else; ``lists``: it holds the lists;
            ``inputs``: it holds what else the site is made from, or lies inside a list.
    """

    path: Path
    why: Literal["file", "strange", "lists", "inputs"]

    def _words(self, lang: Lang) -> str:
        lists = self.path if self.why == "lists" else "provinces"
        return self._say("said", lang, why=self._say(self.why, lang), lists=lists)


class BadIdentity(Problem):
    """Raised when the file of the identity cannot be used.

    Attributes:
        path: The file.
        why: ``missing``: it is not there; ``unread``: it is no YAML; ``unknown``: there is no such part; ``part``: a
            part is missing in one language; ``colour``: a colour is unknown or not written as ``#0b4f8a``; of the logo,
            ``logo``: it is not there; ``link``: it is a symbolic link, no plain file, or outside of the folder;
            ``large``: it is too large; ``picture``: by its content it is no picture; ``active``: it is an SVG that is
            more than a picture.
        what: Which part, colour or logo, and what of an SVG is not allowed.
        error: What the system said, where the file could not be opened.
    """

    path: str
    why: Literal["missing", "unread", "unknown", "part", "colour", "logo", "link", "large", "picture", "active"]
    what: str = ""
    error: OSError | None = None

    def _words(self, lang: Lang) -> str:
        said = colon(lang) + why(self.error, lang) if self.error else ""
        what = f" {self.what}" if self.what else ""
        return self._say("said", lang, what=what, why=self._say(self.why, lang) + said)


class NotPublished(Problem, exit_code=UNREADABLE):
    """Raised when a site could not be written, for want of room or of rights; what was there is as it was.

    Attributes:
        path: Where it was to go.
        error: What the system said.
        kept: Where the old site is, if it could not be put back; nothing of it was deleted.
    """

    path: Path
    error: OSError
    kept: Path | None = None

    def _words(self, lang: Lang) -> str:
        step = self._say("full" if self.error.errno == ENOSPC else "look", lang)
        old = self._say("kept_apart" if self.kept else "untouched", lang)
        return self._say("said", lang, why=why(self.error, lang), old=old, step=step)


class BadAddress(Problem):
    """Raised when a site cannot stand at an address: it must be http or https, a host, and a plain path.

    Attributes:
        address: As it was given.
        offered: The same address as it is written in links, where it only had to be written otherwise; else empty.
    """

    address: str
    offered: str = ""

    def _words(self, lang: Lang) -> str:
        return self._say("offered" if self.offered else "said", lang)
