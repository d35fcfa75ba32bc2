"""What `make test-fast` leaves out is there, named once and in order; what it runs is most of the tests' modules."""

from __future__ import annotations

from tests.conftest import REPO, SLOW


def test_what_is_left_out_is_there() -> None:
    assert list(SLOW) == sorted(set(SLOW))
    for name in SLOW:
        file, _, test = name.partition("::")
        path = REPO / file
        assert path.is_dir() if file.endswith("/") else path.is_file(), name
        assert not test or f"def {test}" in path.read_text("utf-8"), name


def test_the_target_leaves_out_what_is_slow() -> None:
    assert '-m "not fuzz and not slow"' in (REPO / "Makefile").read_text("utf-8")
    modules = [path.relative_to(REPO).as_posix() for path in (REPO / "tests").rglob("test_*.py")]
    fast = [name for name in modules if not name.startswith(SLOW)]
    assert len(fast) > len(modules) / 2
