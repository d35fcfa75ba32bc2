"""Share parts of work out among processes, and survive what happens to processes.

A pool of the standard library needs threads of its own; where none can start (a limit of processes, little memory) it
waits for ever. Here are only processes and pipes: where no process can start the work is done in this one, and a part
whose process was killed is tried once more, alone.
"""

from __future__ import annotations

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

#: What comes of one part.
Answer = TypeVar("Answer")
#: Takes the arguments of one part; a function of a module, so that every way of starting a process finds it.
Work = Callable[..., Answer]
#: No more processes: Windows cannot wait for more pipes at once.
MOST = 60


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands for the answer of a part that has none, though it was tried twice.

    Attributes:
        cause: ``signal 9``, ``exit 1`` or ``memory``: how its process ended.
    """

    cause: str


@dataclass(frozen=True, slots=True)
class _Failed:
    """The exception that a part ended with."""

    error: Exception


class _Worker(Generic[Answer]):
    """One process and the pipe to it."""

    def __init__(self, work: Work[Answer]) -> None:
        """Start the process.

        Raises:
            OSError: No process or pipe is to be had.
        """
        self.pipe, theirs = Pipe()
        self.busy: int | None = None
        self._process = Process(target=_serve, args=(work, theirs), daemon=True)
        try:
            self._process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, index: int, part: Sequence[object]) -> None:
        """Hand over a part; a process that has gone is noticed when its answer is awaited."""
        self.busy = index
        with suppress(OSError):
            self.pipe.send(part)

    def answer(self) -> Answer | Lost | _Failed:
        """What came of the part; ``Lost`` where the process ended before it was done."""
        try:
            answer: Answer | _Failed = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            code = self._process.exitcode or 0
            return Lost(f"signal {-code}" if code < 0 else f"exit {code}")
        if isinstance(answer, _Failed) and isinstance(answer.error, MemoryError):
            return Lost("memory")
        self.busy = None
        return answer

    def dismiss(self) -> None:
        """End the process, in the middle of its work if need be."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def shared(
    work: Work[Answer], parts: Sequence[Sequence[object]], workers: int, alone: Callable[[], None]
) -> Iterator[Answer | Lost]:
    """The answers to all parts, in their order.

    Args:
        work: What is done with each part; parts and answers must be fit for a pipe.
        parts: The arguments of each call.
        workers: How many processes may be started.
        alone: Called where they cannot be, and all is done in this process.

    Yields:
        The answer to each part, or ``Lost``.

    Raises:
        Exception: That of the first part that ended with one.
    """
    crew: list[_Worker[Answer]] = []
    try:
        for _ in range(min(workers, len(parts), MOST)):
            crew.append(_Worker(work))
    except (OSError, MemoryError):
        _dismiss(crew)
        alone()
        yield from (work(*part) for part in parts)
        return
    try:
        answers = _as_they_come(work, parts, crew)
        yield from _in_order(answers)
    finally:
        _dismiss(crew)


def _in_order(answers: Iterable[tuple[int, Answer | Lost | _Failed]]) -> Iterator[Answer | Lost]:
    """Answers that come in any order, each with its number, put in order."""
    early: dict[int, Answer | Lost | _Failed] = {}
    awaited = 0
    for index, answer in answers:
        early[index] = answer
        while awaited in early:
            answer = early.pop(awaited)
            awaited += 1
            if isinstance(answer, _Failed):
                raise answer.error
            yield answer


def _as_they_come(
    work: Work[Answer], parts: Sequence[Sequence[object]], crew: list[_Worker[Answer]]
) -> Iterator[tuple[int, Answer | Lost | _Failed]]:
    """First what the crew answers; then what it did not, part by part with the machine for itself."""
    missing = set(range(len(parts)))
    for index, answer in _together(parts, crew):
        missing.discard(index)
        yield index, answer
    _dismiss(crew)
    for index in sorted(missing):
        yield index, _once_more(work, parts[index])


def _together(parts: Sequence[Sequence[object]], crew: list[_Worker[Answer]]) -> Iterator[tuple[int, Answer | _Failed]]:
    """The answers of a crew as they come; who is lost is not replaced, for memory may be what was lacking."""
    waiting = deque(range(len(parts)))
    while True:
        for worker in crew:
            if worker.busy is None and waiting:
                worker.give(waiting[0], parts[waiting.popleft()])
        busy = [worker for worker in crew if worker.busy is not None]
        if not busy:
            return
        ready = wait([worker.pipe for worker in busy])
        for worker in (worker for worker in busy if worker.pipe in ready):
            index, answer = worker.busy, worker.answer()
            if isinstance(answer, Lost):
                crew.remove(worker)
                worker.dismiss()
            elif index is not None:
                yield index, answer


def _once_more(work: Work[Answer], part: Sequence[object]) -> Answer | Lost | _Failed:
    """The answer to a part for which a process of its own is started, with no other beside it."""
    try:
        worker = _Worker(work)
    except (OSError, MemoryError):
        return Lost("memory")
    try:
        worker.give(0, part)
        return worker.answer()
    finally:
        worker.dismiss()


def _dismiss(crew: list[_Worker[Answer]]) -> None:
    while crew:
        crew.pop().dismiss()


def _serve(work: Work[Answer], pipe: Connection) -> None:
    """What a process does: answer parts until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends this one
    try:
        while True:
            part = pipe.recv()
            try:
                pipe.send(work(*part))
            except Exception as error:
                pipe.send(_Failed(_fit_for_a_pipe(error)))
    except (EOFError, OSError):  # the parent has gone
        return


def _fit_for_a_pipe(error: Exception) -> Exception:
    """An exception that comes out of a pipe as it went in; in place of one that cannot, its name and words."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
