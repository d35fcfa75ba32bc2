"""A site that is whole takes the place of an old one: all of it, or nothing at all.

What begins with a dot belongs to whoever keeps the folder (``.git``, ``.well-known``). The two sites change places in
one step, where the system can, else in two; then what is hidden moves over to the new one. It is taken from the old
site and never overwritten, so that even two runs at once lose nothing of it. A journal says how to put right what a
killed run leaves.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from qingdan.publishing.work import MARK
from qingdan.writing.beside import alone
from qingdan.writing.exchange import exchange
from qingdan.writing.recovery import Back, note, settled
from qingdan.writing.undisturbed import undisturbed

#: Below the folder of parts: the new site, and where the old one goes if the two cannot be exchanged.
NEW, OLD = "site", "old"


class NotPutBack(Exception):
    """Raised when a change of places failed half-way and could not be undone; nothing was deleted.

    Attributes:
        kept: Where the old site is now.
        error: What the system said.
    """

    def __init__(self, kept: Path, error: OSError) -> None:
        super().__init__(f"{kept}: {error}")
        self.kept = kept
        self.error = error


def change_places(part: Path, folder: Path) -> None:
    """Put a new site where an old one stands, or may stand.

    Args:
        part: The folder of parts, on the same disk, with the new site in ``site``.
        folder: Where it goes.

    Raises:
        OSError: A step failed; everything is as it was.
        NotPutBack: A step failed and another could not be undone.
    """
    with undisturbed(), alone(folder.parent):
        hidden = _hidden(folder, part / NEW)
        note(part, folder, [Back(OLD, ""), *(Back(f"{old}/{name}", name) for old in (OLD, NEW) for name in hidden)])
        undo: list[Callable[[], object]] = []
        try:
            old = _swap(part, folder, undo)
            for name in hidden:
                _move(old / name, folder / name, undo)
        except OSError:
            for step in reversed(undo):
                try:
                    step()
                except OSError as error:
                    raise NotPutBack(part / OLD if (part / OLD).exists() else part / NEW, error) from error
            settled(part)
            raise
        settled(part)


def _hidden(folder: Path, new: Path) -> list[str]:
    """What the keeper of the folder has there and the new site does not bring along."""
    if not folder.is_dir():
        return []
    return sorted(each.name for each in folder.glob(".*") if each.name != MARK and not os.path.lexists(new / each.name))


def _swap(part: Path, folder: Path, undo: list[Callable[[], object]]) -> Path:
    """Put the new site in the place of the old one; where the old one is now."""
    if folder.exists():
        if exchange(part / NEW, folder):
            undo.append(lambda: exchange(part / NEW, folder))
            return part / NEW
        _move(folder, part / OLD, undo)
    _move(part / NEW, folder, undo)
    return part / OLD


def _move(source: Path, target: Path, undo: list[Callable[[], object]]) -> None:
    os.rename(source, target)
    undo.append(lambda: os.rename(target, source))
