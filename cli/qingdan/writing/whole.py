"""Write one file whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from qingdan.problems import WriteProtected
from qingdan.writing.beside import is_read_only, scratch
from qingdan.writing.recovery import Told, put_right


def write_whole(path: Path, chunks: Iterable[str | bytes], told: Told | None = None) -> None:
    """Write texts as UTF-8, or bytes as they are; a file that was there is replaced once everything is written.

    Args:
        path: The file. Something that is no plain file, such as a pipe, is written to as it is.
        chunks: One after the other; nothing is put between them.
        told: Is told where a killed run had left something.

    Raises:
        WriteProtected: It is read-only.
        OSError: It cannot be written; what was there is as it was.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(map(_bytes, chunks))
        return
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if target.exists() and is_read_only(target):
        raise WriteProtected([path])
    put_right(target, told)
    with scratch(target.parent) as beside:
        part = beside / "part"
        with part.open("wb") as file:
            file.writelines(map(_bytes, chunks))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(part, target.stat().st_mode & 0o777)
        os.replace(part, target)


def _bytes(chunk: str | bytes) -> bytes:
    return chunk.encode("utf-8") if isinstance(chunk, str) else chunk
