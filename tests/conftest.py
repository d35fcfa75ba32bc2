"""What every test may use: the repository, the research facts, and how long property tests run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPO = Path(__file__).resolve().parent.parent

# A test run must give the same answer twice: `ci` draws the same examples each time, `fuzz` (make fuzz) new and many.
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, database=None)
settings.register_profile("fuzz", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository."""
    return REPO


@pytest.fixture(scope="session")
def facts() -> Path:
    """The research facts folder; tests that need it are skipped where it is not there."""
    named = os.environ.get("QINGDAN_FACTS")
    if named:
        folder = Path(named)
        if not folder.is_dir():
            pytest.fail(f"QINGDAN_FACTS names no folder: {named}")
        return folder
    folder = REPO.parent / "shared" / "facts"
    if not folder.is_dir():
        pytest.skip("the research facts folder is not here; QINGDAN_FACTS can name it")
    return folder
