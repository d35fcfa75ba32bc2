"""LibreOffice, which opens what people send and saves it again, for the tests that ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

#: Set where a missing LibreOffice is a failure and no reason to skip.
REQUIRED = "QINGDAN_LIBREOFFICE_REQUIRED"


def soffice() -> str:
    """The program; the test is skipped where there is none, and fails where it is required."""
    found = os.environ.get("QINGDAN_SOFFICE") or shutil.which("soffice") or ""
    if not found and os.environ.get(REQUIRED):
        pytest.fail("LibreOffice is not here: make libreoffice")
    if not found:
        pytest.skip("LibreOffice is not installed: make libreoffice")
    return found


def converted(path: Path, form: str, *options: str) -> Path:
    """A file as LibreOffice saves it, in a folder of its own.

    Args:
        path: The file.
        form: As ``--convert-to`` takes it: ``ods``, ``docx:Office Open XML Text``.
        options: More options.
    """
    folder = Path(tempfile.mkdtemp(dir=path.parent))
    with tempfile.TemporaryDirectory() as user:
        command = [soffice(), "--headless", f"-env:UserInstallation={Path(user).as_uri()}", "--convert-to", form]
        subprocess.run(
            [*command, *options, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=300
        )
    return folder / f"{path.stem}.{form.partition(':')[0]}"
