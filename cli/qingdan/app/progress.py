"""How far long work has come: a line on the error stream of a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable

from qingdan.words.showing import visible

#: Work of fewer parts is over before a person has read the line.
FEWEST = 4


def watcher() -> Callable[[int, int, str], None] | None:
    """A function that shows parts done, parts in all and the name of the next; ``None`` where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        if total >= FEWEST:
            filled = 24 * done // total
            line = f"[{'#' * filled}{'.' * (24 - filled)}] {done}/{total} {visible(name)}"
            sys.stderr.write("\r\x1b[K" + (line if done < total else ""))
            sys.stderr.flush()

    return show
