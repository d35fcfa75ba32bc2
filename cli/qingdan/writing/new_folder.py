"""Make a folder with everything in it by one renaming, or not at all.

An empty folder that is there already changes places with the new one. Where it cannot, because the shell stands in it,
a disk is mounted there, or nothing may be put beside it, it is filled file by file, the topmost files last; what a
killed run put there, and nobody has touched since, is taken back by the next one.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from qingdan.problems import WriteProtected
from qingdan.writing.beside import alone, clear, is_read_only, left_behind, scratch
from qingdan.writing.recovery import Told, put_right
from qingdan.writing.undisturbed import undisturbed

#: Below the folder of parts: what is drawn up.
_NEW = "new"
#: What systems answer where a folder cannot go because something stands there.
_TAKEN = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR)


def new_folder(folder: Path, draw: Callable[[Path], None], told: Told | None = None) -> None:
    """Make a folder.

    Args:
        folder: Not there yet, or empty.
        draw: Draws up what is to be in it, in another folder.
        told: Is told where a killed run had left something.

    Raises:
        FileExistsError: It holds something, or is no folder, by now; nothing was changed.
        WriteProtected: It is read-only.
        OSError: It cannot be written; nothing was changed.
    """
    target = Path(os.path.realpath(folder))
    with alone(target) if target.is_dir() else nullcontext():
        for left in left_behind(target):
            _take_back(left / _NEW, target)
            clear(left)
        put_right(target, told)
        if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
            raise FileExistsError(target)
        if target.exists() and is_read_only(target):
            raise WriteProtected([folder])
        if _has_to_stay(target):
            _fill(target, draw)
        else:
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except FileExistsError as error:  # a file stands where a folder above it should be
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
            _put(target, draw)


def _has_to_stay(target: Path) -> bool:
    if not target.is_dir():
        return False
    try:
        if target.samefile(os.getcwd()):
            return True
    except FileNotFoundError:  # the shell stands in a folder that is gone
        pass
    return os.path.ismount(target) or is_read_only(target.parent)


def _put(target: Path, draw: Callable[[Path], None]) -> None:
    """By one renaming; somebody else may have been first."""
    with scratch(target.parent) as part:
        (part / _NEW).mkdir()
        draw(part / _NEW)
        try:
            if target.exists():
                os.chmod(part / _NEW, stat.S_IMODE(target.stat().st_mode))
                if os.name == "nt":  # where a folder is never renamed onto another one
                    target.rmdir()
            os.rename(part / _NEW, target)
        except OSError as error:
            if error.errno in _TAKEN:
                raise FileExistsError(target) from error
            raise


def _fill(target: Path, draw: Callable[[Path], None]) -> None:
    with scratch(target) as part:
        (part / _NEW).mkdir()
        draw(part / _NEW)
        names = [path.relative_to(part / _NEW) for path in (part / _NEW).rglob("*") if path.is_file()]
        with undisturbed():
            try:
                for name in sorted(names, key=lambda name: (-len(name.parts), name)):
                    (target / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(part / _NEW / name, part / "copy")
                    os.rename(part / "copy", target / name)
            except BaseException:
                _take_back(part / _NEW, target)
                raise


def _take_back(draft: Path, target: Path) -> None:
    """Remove what is as it was drawn up, and the folders that held nothing else."""
    for path in sorted(draft.rglob("*"), reverse=True):
        found = target / path.relative_to(draft)
        if path.is_file() and found.is_file() and found.read_bytes() == path.read_bytes():
            found.unlink()
        elif path.is_dir() and found.is_dir() and not any(found.iterdir()):
            found.rmdir()
