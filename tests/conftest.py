"""What every test may use: the repository, the research facts, and how long property tests run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPO = Path(__file__).resolve().parent.parent

#: What `make test-fast` leaves out, as the ids of tests begin: what takes most of the time and breaks least often.
SLOW = (
    "tests/app/",
    "tests/checking/",
    "tests/comparing/",
    "tests/docs/test_developers.py",
    "tests/docs/test_docs.py::test_in_the_sample_workflow",
    "tests/docs/test_docs.py::test_the_sample_workflow",
    "tests/docs/test_docs.py::test_what_a_page_shows",
    "tests/docs/test_offline.py",
    "tests/docs/test_sdk_pages.py",
    "tests/judging/test_baselines.py",
    "tests/loading/test_foreign.py",
    "tests/model/test_validators.py",
    "tests/paged/",
    "tests/publishing/",
    "tests/recipes/test_element.py",
    "tests/recipes/test_format.py",
    "tests/recipes/test_kind_of_value.py",
    "tests/recipes/test_national_item.py",
    "tests/recipes/test_province.py",
    "tests/recipes/test_requirement.py",
    "tests/recipes/test_rule.py",
    "tests/reports/test_changelog.py",
    "tests/reports/test_changelog_formats.py",
    "tests/reports/test_diff_sides.py",
    "tests/reports/test_entry_types.py",
    "tests/reports/test_impact.py",
    "tests/reports/test_linked.py",
    "tests/reports/test_region.py",
    "tests/reports/test_render.py",
    "tests/reports/test_upgrade_laws.py",
    "tests/reports/test_upgrading.py",
    "tests/rules/test_new_rule.py",
    "tests/rules/test_robustness.py",
    "tests/test_impact_script.py",
    "tests/test_lot.py",
    "tests/test_sharing.py",
    "tests/values/test_laws.py",
    "tests/values/test_long_lists.py",
    "tests/words/test_pseudo.py",
    "tests/workbooks/",
    "tests/writing/",
)

# A test run must give the same answer twice: `ci` draws the same examples each time, `fuzz` (make fuzz) new and many.
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, database=None)
settings.register_profile("fuzz", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile("ci")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even read what is slow where it is left out: to read all tests takes a quarter of a minute."""
    name = collection_path.relative_to(REPO).as_posix() + ("/" if collection_path.is_dir() else "")
    return True if "not slow" in config.option.markexpr and name.startswith(SLOW) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)


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
