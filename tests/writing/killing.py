"""Kill a process of its own, really and at once, at a step of its writing or at a moment that is drawn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
#: Runs the rest of the words as Python, and dies before renaming for the n-th time.
_DEADLY = """
import os, signal, sys
from qingdan.publishing import placing
steps, number = iter(range(10_000)), int(sys.argv[1])
def deadly(real):
    def step(*words, **more):
        if next(steps) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    return step
os.rename, os.replace = deadly(os.rename), deadly(os.replace)
placing.exchange = deadly(placing.exchange) if sys.argv[2] == "exchange" else lambda one, other: False
exec(sys.argv[3])
print(next(steps))
"""
needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process at once")


def environment() -> dict[str, str]:
    """As the tests run, with the package on the path whoever runs it."""
    return {**os.environ, "PYTHONPATH": str(REPO / "cli"), "QINGDAN_LANG": "zh"}


def die_at(step: int, code: str, *, exchange: bool = True) -> bool:
    """Run Python that dies before its n-th renaming; whether it did."""
    how = "exchange" if exchange else "renames"
    done = subprocess.run(
        [sys.executable, "-c", _DEADLY, str(step), how, code], env=environment(), capture_output=True, check=False
    )  # fmt: skip
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    return done.returncode != 0


def steps(code: str, *, exchange: bool = True) -> int:
    """Run Python to its end; how often it renames."""
    how = "exchange" if exchange else "renames"
    words = [sys.executable, "-c", _DEADLY, "-1", how, code]
    return int(subprocess.run(words, env=environment(), capture_output=True, check=True).stdout.split()[-1])


def command(*words: str | Path) -> str:
    """Python that runs ``qingdan`` with some words; its exit code does not count."""
    told = [str(word) for word in words]
    return f"from qingdan.app import main\ntry:\n    main({told!r})\nexcept SystemExit:\n    pass"


def kill_after(seconds: float, *words: str | Path, number: int = signal.SIGTERM) -> int:
    """Start ``qingdan``, send it a signal after a while; its exit code."""
    command = [sys.executable, "-m", "qingdan", *map(str, words)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(seconds)
        process.send_signal(number)
        process.communicate()
    return process.returncode
