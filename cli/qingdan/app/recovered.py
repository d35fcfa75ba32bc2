"""What the command says of what a killed run had left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.app.telling import tell
from qingdan.words.grammar import joined
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang
    from qingdan.writing.recovery import PutRight, Told

#: Part of what was found → what is said of it.
_SAID = Phrases("app.left_behind")


def told_in(lang: Lang) -> Told:
    """What tells of it on the error stream, in a language."""

    def told(found: PutRight) -> None:
        for part in _SAID:
            paths = getattr(found, part)
            if paths:
                tell(_SAID(part, lang, paths=joined(paths, lang)), err=True)

    return told
