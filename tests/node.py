"""Programs from npm, where they are there: of the repository, of ``make ajv``, or in the folder that is named.

``npm install --no-save ajv openapi-typescript typescript@5 @redocly/cli @stoplight/spectral-cli`` puts them there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]
_FOLDERS = (REPO / "node_modules", REPO / ".venv" / "npm" / "node_modules")
MODULES = Path(os.environ.get("QINGDAN_NODE_MODULES") or next(filter(Path.is_dir, _FOLDERS), _FOLDERS[0]))


def needs(*packages: str) -> None:
    """Skip, and say why, where node or one of the packages is not there."""
    if shutil.which("node") is None:
        pytest.skip("node is not here")
    missing = [name for name in packages if not (MODULES / name).is_dir()]
    if missing:
        pytest.skip(f"not in {MODULES}: {', '.join(missing)}; QINGDAN_NODE_MODULES can name another folder")


def run(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run node, or a program of a package, in a folder; nothing is told to anybody."""
    first, *rest = map(str, words)
    program = [first] if first == "node" else ["node", str((MODULES / ".bin" / first).resolve())]
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "SCARF_ANALYTICS": "false"}
    return subprocess.run(
        [*program, *rest], cwd=folder, env={**os.environ, **quiet, "NODE_PATH": str(MODULES)}, capture_output=True,
        text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
