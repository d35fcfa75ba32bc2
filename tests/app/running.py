"""Run the command as a user does, in this process."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from qingdan.app import main


@dataclass(frozen=True)
class Ran:
    """What a run printed and its exit code."""

    code: int
    out: str
    err: str


def run(*words: str | Path, env: dict[str, str] | None = None) -> Ran:
    """Run ``qingdan`` with some words."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), patch.dict(os.environ, {"QINGDAN_LANG": "zh", **(env or {})}):
        try:
            main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
    return Ran(code, out.getvalue(), err.getvalue())


def start(folder: Path, province: str = "990000") -> Path:
    """A new list in a folder, with the worked example of the fictional province as that of any other."""
    assert run("init", folder, "--province", "990000").code == 0
    if province != "990000":
        head = (folder / "catalogue.yaml").read_text("utf-8").replace("990000", province)
        real = head.replace("kind: sample", "kind: list").replace("evidence: sample", "evidence: official")
        (folder / "catalogue.yaml").write_text(real, encoding="utf-8", newline="\n")
    return folder


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, to prove that nothing was written."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
