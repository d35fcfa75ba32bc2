"""The two streams of the command: whatever becomes of them, the exit code says what was found.

A reader that has gone (``| head``) is no fault: what is left to say has nowhere to go. A disk that is full is one: what
was asked for has not been written. Nothing is left in a buffer that Python would trip over at its end.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

#: What the system says where nobody reads a pipe any more; Windows calls it an invalid argument.
_GONE = (errno.EPIPE, errno.ESHUTDOWN, *((errno.EINVAL,) if os.name == "nt" else ()))

#: What stands for the name of a file in errors of the standard output.
NAME = "<stdout>"


def prepare() -> None:
    """A stream that was closed leads nowhere; a console that lacks a character gets its escape (GBK, ASCII)."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def text(texts: Iterable[str | bytes]) -> None:
    """Write texts for a person to the standard output, in what the console speaks.

    Raises:
        OSError: They cannot be written, and it is not that nobody reads them.
    """
    _put(texts, sys.stdout.write)


def data(texts: Iterable[str | bytes]) -> None:
    """Write data for programs: UTF-8 whatever the console speaks. On a terminal it is text like any other.

    Raises:
        OSError: They cannot be written, and it is not that nobody reads them.
    """
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        return text(texts)
    sys.stdout.flush()
    _put((each if isinstance(each, bytes) else each.encode("utf-8") for each in texts), buffer.write)


def _put(parts: Iterable[object], write: Callable[..., object]) -> None:
    try:
        for part in parts:
            write(part)
        sys.stdout.flush()
    except OSError as error:
        silence(sys.stdout)
        if not gone(error):
            raise OSError(error.errno, error.strerror, NAME) from error


def complain(said: str) -> None:
    """Write to the error stream; where that cannot be, the exit code says it all the same."""
    try:
        sys.stderr.write(said)
        sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def settle() -> OSError | None:
    """Empty both buffers before the end; the error with which the standard output could not be, if there was one."""
    failed = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError) as error:
            silence(stream)
            if stream is sys.stdout and isinstance(error, OSError) and not gone(error):
                failed = OSError(error.errno, error.strerror, NAME)
    return failed


def gone(error: OSError) -> bool:
    """Whether an error says that nobody reads the pipe any more."""
    return isinstance(error, BrokenPipeError) or error.errno in _GONE


def silence(stream: TextIO) -> None:
    """Lead a stream nowhere, together with what its buffer still holds."""
    try:
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except (OSError, ValueError):
        return
    os.dup2(nowhere, number)
    os.close(nowhere)
