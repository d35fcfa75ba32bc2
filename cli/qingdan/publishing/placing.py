"""A site that is whole takes the place of an old one: all of it, or nothing at all.

What begins with a dot belongs to whoever keeps the folder (``.git``, ``.well-known``): it moves to the new site before
the two change places, so that what cannot be moved stops everything while the old site still stands.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from qingdan.publishing.work import MARK


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


def change_places(new: Path, folder: Path, old: Path) -> None:
    """Put a new site where an old one stands, or may stand; all three lie on one disk.

    Args:
        new: The new site.
        folder: Where it goes.
        old: Where the old one goes; not there yet.

    Raises:
        OSError: A step failed; everything is as it was.
        NotPutBack: A step failed and another could not be undone.
    """
    done: list[tuple[Path, Path]] = []

    def move(source: Path, target: Path) -> None:
        os.rename(source, target)
        done.append((source, target))

    with _undisturbed():
        try:
            for hidden in sorted(folder.glob(".*")) if folder.is_dir() else ():
                if hidden.name != MARK and not os.path.lexists(new / hidden.name):
                    move(hidden, new / hidden.name)
            if folder.exists():
                move(folder, old)
            move(new, folder)
        except OSError:
            for source, target in reversed(done):
                try:
                    os.rename(target, source)
                except OSError as error:
                    raise NotPutBack(old if old.exists() else folder, error) from error
            raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Whoever stops the program (Ctrl-C, ``kill``) is heard when all steps are done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is told of signals
        return
    heard: list[int] = []

    def later(number: int, frame: FrameType | None) -> None:
        heard.append(number)

    before = {each: signal.signal(each, later) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for told in heard:
            signal.raise_signal(told)
