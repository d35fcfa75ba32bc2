"""Run the command as a process of its own: with streams, encodings and surroundings that a test chooses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "qingdan"]


def run_process(
    *words: str | Path | bytes, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run ``qingdan`` with both streams caught as bytes."""
    return subprocess.run(
        [*COMMAND, *words], cwd=cwd, capture_output=True, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "QINGDAN_LANG": "zh", **(env or {})},
    )  # fmt: skip


def run_shell(script: str, *words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which ``"$@"`` is ``qingdan`` with the words; its pipes fail as their parts do."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}", "bash", *COMMAND, *map(str, words)], capture_output=True,
        check=False, stdin=subprocess.DEVNULL, env={**os.environ, "QINGDAN_LANG": "zh", **(env or {})},
    )  # fmt: skip
