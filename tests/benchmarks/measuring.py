"""One run of one command in a process of its own: its time, its memory and what it printed."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

REPO = Path(__file__).resolve().parents[2]
#: ``ru_maxrss`` counts kibibytes on Linux and bytes on macOS.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """Wall seconds, most memory held in megabytes, and the output."""

    seconds: float
    megabytes: float
    output: str


@dataclass
class Series:
    """The runs of one command.

    Attributes:
        name: What the table calls it.
        command: Its words.
        codes: Exit codes that are in order.
    """

    name: str
    command: Sequence[str]
    codes: tuple[int, ...] = (0,)
    runs: list[Run] = field(default_factory=list)

    def once(self) -> None:
        """Run it once more."""
        self.runs.append(run(self.command, self.codes))

    @property
    def seconds(self) -> float:
        """The median of the runs."""
        return median(each.seconds for each in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The fastest and the slowest run."""
        return min(each.seconds for each in self.runs), max(each.seconds for each in self.runs)

    @property
    def megabytes(self) -> float:
        """The median of the most memory held."""
        return median(each.megabytes for each in self.runs)


def run(command: Sequence[str], codes: tuple[int, ...] = (0,)) -> Run:
    """Run a command from the top of the repository.

    Raises:
        RuntimeError: Its exit code is none of ``codes``; nothing it took can then be compared.
    """
    environment: Mapping[str, Any] = {**os.environ, "PYTHONPATH": os.pathsep.join((str(REPO), str(REPO / "cli")))}
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = os.posix_spawn(
            command[0], list(command), environment, file_actions=[
                (os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, output.fileno(), 2),
            ],
        )  # fmt: skip
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - begin
        output.seek(0)
        said = output.read().decode(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        raise RuntimeError(f"exit code {code}: {' '.join(command)[:200]}\n{said[-2000:]}")
    return Run(seconds, usage.ru_maxrss * _RSS_UNIT / 1_000_000, said)
