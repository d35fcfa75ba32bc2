"""The ``qingdan`` command. Each command is a thin shell over one SDK function: options in, call, renderer out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from qingdan.problems import UNREADABLE as UNREADABLE
from qingdan.problems import USAGE as USAGE

#: What the exit code says, beside the two of problems.
CLEAN, FOUND, FAULT = 0, 1, 4
#: What a shell expects of a command that was stopped with Ctrl-C.
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit.

    Args:
        arguments: The words after ``qingdan``; those of the process where none are given.

    Raises:
        SystemExit: Always: 0 clean, 1 findings, 2 usage, 3 input that cannot be read, 4 a fault of the tool.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):  # answered before anything is imported
        raise SystemExit(_version())
    from qingdan.app.command import run

    code = run(words)
    gc.freeze()  # the process ends: to look through all that was read for cycles once more costs a twentieth
    raise SystemExit(code)


def _version() -> int:
    from qingdan import __version__
    from qingdan.app import streams

    streams.prepare()
    try:
        streams.text([f"qingdan {__version__}\n"])
    except OSError as error:
        from qingdan.app import failures
        from qingdan.app.language import spoken

        return failures.unwritable(error, spoken())
    return CLEAN
