"""A few steps that belong together are not torn apart by whoever stops the program."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: The signals by which a program is asked to stop: Ctrl-C, ``kill``, and a terminal that is closed.
STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Whoever stops the program (Ctrl-C, ``kill``, a closed terminal) is heard when all steps are done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is told of signals
        return
    heard: list[int] = []

    def later(number: int, frame: FrameType | None) -> None:
        heard.append(number)

    # what is ignored (nohup) or was set by another language than Python stays so
    before = {each: handler for each in STOPPING if (handler := signal.getsignal(each)) not in (None, signal.SIG_IGN)}
    for each in before:
        signal.signal(each, later)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for told in heard:
            signal.raise_signal(told)
