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
        environment: Its environment.
        codes: Exit codes that are in order.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    codes: tuple[int, ...] = (0,)
    runs: list[Run] = field(default_factory=list)

    def warm_up(self) -> None:
        """Run it unmeasured, so that modules are compiled and files in the cache of the system."""
        run(self.command, self.environment, self.codes)

    def once(self) -> None:
        """Run it once more."""
        self.runs.append(run(self.command, self.environment, self.codes))

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


def environment(bytecode: Path) -> dict[str, str]:
    """The environment of the runs: compiled modules are kept, as they are wherever a package is installed.

    Args:
        bytecode: Where the compiled modules go, so that none lands in the repository.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(REPO), "PYTHONPYCACHEPREFIX": str(bytecode)}


def run(command: Sequence[str], environment: Mapping[str, str], codes: tuple[int, ...] = (0,)) -> Run:
    """Run a command.

    Raises:
        RuntimeError: Its exit code is none of ``codes``; nothing it took can then be compared.
    """
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        both = [(os.POSIX_SPAWN_DUP2, output.fileno(), stream) for stream in (1, 2)]
        process = os.posix_spawn(command[0], list(command), environment, file_actions=both)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - begin
        output.seek(0)
        said = output.read().decode(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        raise RuntimeError(f"exit code {code}: {' '.join(command)[:200]}\n{said[-2000:]}")
    return Run(seconds, usage.ru_maxrss * _RSS_UNIT / 1_000_000, said)
