"""Replace several files together: all of them prepared and looked over before the first one changes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from qingdan.problems import ChangedMeanwhile, WriteProtected
from qingdan.writing.beside import alone, is_read_only, scratch
from qingdan.writing.recovery import Back, note, put_back, settled
from qingdan.writing.undisturbed import undisturbed


def replace_all(root: Path, files: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Replace files, each whole or not at all; where one of them fails, those already replaced are put back.

    Args:
        root: The folder that all of them lie in. Parts are kept beside it, so that no killed run leaves any inside.
        files: Path → the bytes as they were read, and the bytes that take their place.

    Raises:
        ChangedMeanwhile: A file is no longer what it was.
        WriteProtected: Some files are read-only.
        OSError: A file cannot be written; all of them are as they were.
    """
    root = Path(os.path.realpath(root))
    with scratch(_home(root)) as part, alone(root):
        _look_over(files)
        steps = []
        for number, (path, (old, new)) in enumerate(files.items()):
            mode = stat.S_IMODE(path.stat().st_mode)
            _write(part / f"{number}.new", new, mode)
            _write(part / f"{number}.old", old, mode)
            name = Path(os.path.realpath(path)).relative_to(root).as_posix()
            steps.append(Back(f"{number}.old", name, hashlib.sha256(new).hexdigest()))
        with undisturbed():
            note(part, root, steps)
            try:
                for number, path in enumerate(files):
                    os.replace(part / f"{number}.new", path)
            except BaseException:
                put_back(part, root)
                raise
            settled(part)


def protected(files: Iterable[Path]) -> list[Path]:
    """Those files that are read-only."""
    return [path for path in files if is_read_only(path)]


def _look_over(files: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Make sure that every file is still as it was read and may be written to."""
    for path, (old, _) in files.items():
        if not stat.S_ISREG(path.lstat().st_mode) or path.read_bytes() != old:
            raise ChangedMeanwhile(path)
    if protected(files):
        raise WriteProtected(protected(files))


def _home(root: Path) -> Path:
    """Where parts are kept: beside the folder, unless only inside it there are the same disk and the right to write."""
    beside = root.parent
    same_disk = beside.stat().st_dev == root.stat().st_dev
    return beside if same_disk and not is_read_only(beside) else root


def _write(path: Path, data: bytes, mode: int) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(path, mode)
