"""Replace several files together: all of them prepared and looked over before the first one changes."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path


class ChangedMeanwhile(Exception):
    """Raised when a file is no longer what it was when it was read, or is no plain file; nothing was written.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def replace_all(files: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Replace files, each whole or not at all; where one of them fails, those already replaced are put back.

    Args:
        files: Path → the bytes as they were read, and the bytes that take their place.

    Raises:
        ChangedMeanwhile: A file is no longer what it was.
        OSError: A file cannot be written; all of them are as they were.
    """
    parts: dict[Path, str] = {}
    done: list[Path] = []
    try:
        for path, (old, new) in files.items():
            mode = path.lstat().st_mode
            if not stat.S_ISREG(mode) or path.read_bytes() != old:
                raise ChangedMeanwhile(path)
            parts[path] = _beside(path, new, mode)
        for path in files:
            os.replace(parts[path], path)
            done.append(path)
    except BaseException:
        for path in done:
            os.replace(_beside(path, files[path][0], path.lstat().st_mode), path)
        for path, part in parts.items():
            if path not in done and os.path.exists(part):
                os.unlink(part)
        raise


def _beside(path: Path, data: bytes, mode: int) -> str:
    """A file next to another, under a name that nobody can have laid a link at."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".qingdan-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, stat.S_IMODE(mode))
    except BaseException:
        os.unlink(part)
        raise
    return part
