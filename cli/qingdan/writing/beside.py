"""A folder for what is being written, beside where it will stand: all such folders have one recognisable name.

While its maker lives the folder is held by a lock that the system itself lets go of, however the maker ends. So a
folder that nobody holds was left by a run that was killed, and may be cleared away.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: What the name of every such folder begins with; hidden, so that no list and no site takes it for a part of itself.
PREFIX = ".qingdan-part-"
#: In such a folder: how to put right what was begun, for as long as it would have to be.
JOURNAL = "journal.json"
_LOCK = "lock"


@contextmanager
def scratch(parent: Path) -> Iterator[Path]:
    """A new folder inside another, gone at the end unless a journal in it says that something is still to be put right.

    Args:
        parent: On the disk on which the result will stand.

    Yields:
        The folder; only its owner may look into it.

    Raises:
        OSError: It cannot be made.
    """
    path, held = _made(parent)
    try:
        yield path
    finally:
        if not (path / JOURNAL).exists():
            _removed(path, held)
        else:
            os.close(held)


def left_behind(*parents: Path) -> Iterator[Path]:
    """The folders that killed runs of this user left inside some others, each held while the caller looks at it.

    Args:
        parents: Where to look; one that cannot be read has none.
    """
    for parent in dict.fromkeys(parents):
        for path in _parts(parent):
            try:
                held = _held(path)
            except OSError:  # its maker lives, or nobody can say
                continue
            if os.name == "nt":  # where nothing can be removed of what is open
                os.close(held)
                yield path
                continue
            try:
                yield path
            finally:
                os.close(held)


def clear(path: Path) -> bool:
    """Remove a folder that was left; whether it is gone."""
    shutil.rmtree(path, ignore_errors=True)
    return not path.exists()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no other run of this program pass at the same time, where the system can see to it."""
    held = None
    with suppress(OSError):  # folders of some networks, and all of Windows, cannot be locked
        held = os.open(folder, os.O_RDONLY)
        if sys.platform != "win32":
            fcntl.flock(held, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def is_read_only(path: Path) -> bool:
    """Whether a file or folder is not to be written to: no permission says so, or this user has none.

    To replace a file, the system asks only for the right to change its folder; and an administrator may do anything.
    """
    return not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)


def _made(parent: Path) -> tuple[Path, int]:
    """A new folder with its lock. Between the two, somebody else may take it for one that was left: then once more."""
    while True:
        path = Path(tempfile.mkdtemp(dir=parent, prefix=PREFIX))
        try:
            held = _opened(path)
        except FileNotFoundError:
            continue
        except OSError:
            clear(path)
            raise
        try:
            _locked(held)
        except BlockingIOError:
            os.close(held)
            continue
        except OSError:  # a disk without locks: what is left there is never cleared
            return path, held
        if _is_still(held, path / _LOCK):
            return path, held
        os.close(held)


def _is_still(held: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), path.stat())
    except FileNotFoundError:
        return False


def _held(path: Path) -> int:
    """The lock of a folder.

    Raises:
        OSError: Somebody holds it, or the disk has no locks.
    """
    held = _opened(path)
    try:
        _locked(held)
    except OSError:
        os.close(held)
        raise
    return held


def _opened(path: Path) -> int:
    return os.open(path / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _locked(held: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error
    else:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _removed(path: Path, held: int) -> None:
    if os.name == "nt":  # where a file that is open cannot be removed
        os.close(held)
        clear(path)
    else:
        clear(path)
        os.close(held)


def _parts(parent: Path) -> list[Path]:
    """Folders of that name that belong to this user."""
    found = []
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False) and _own(entry):
                found.append(parent / entry.name)
    return sorted(found)


def _own(entry: os.DirEntry[str]) -> bool:
    return not hasattr(os, "geteuid") or entry.stat(follow_symlinks=False).st_uid == os.geteuid()
