"""Whatever becomes of the streams, the exit code says what was found, and nobody sees a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.processes import run_shell
from tests.app.running import start, write

DAY = ("--as-of", "2026-11-22")
BAD = '{id: A-1, name: 失业登记, implements: [{item: JY-0401}], fee: {charged: "yes"}}'
FULL = Path("/dev/full")


def found(folder: Path) -> Path:
    """A file in which something is found."""
    return write(folder, "bad.yaml", f"schema: items/1\nitems:\n  - {BAD}\n")


#: What is done with the streams → the exit code where findings were made, and where none were.
ENDS = {
    'nobody reads: "$@" | true': (1, 0),
    'a reader leaves early: "$@" | head -c 1 >/dev/null': (1, 0),
    'the output is closed: "$@" >&-': (1, 0),
    'the errors are closed: "$@" 2>&-': (1, 0),
    'both are closed: "$@" >&- 2>&-': (1, 0),
    'the disk is full: "$@" >/dev/full': (3, 3),
    'both disks are full: "$@" >/dev/full 2>/dev/full': (3, 3),
    'no room for errors: "$@" 2>/dev/full': (1, 0),
}


@pytest.mark.parametrize("what", ENDS)
@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_the_exit_code_of_validate_holds(what: str, format: str, tmp_path: Path) -> None:
    if "full" in what and not FULL.exists():
        pytest.skip("the system has no /dev/full")
    script = what.partition(": ")[2]
    bad, good = found(tmp_path), start(tmp_path / "list")
    codes = []
    for path in (bad, good):
        done = run_shell(script, "validate", path, "-f", format, *DAY)
        assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
        codes.append(done.returncode)
    assert tuple(codes) == ENDS[what]


@pytest.mark.parametrize(
    "words", [["--version"], ["-V"], ["--help"], ["validate", "--help"], ["rules"], ["explain", "TIM"]]
)
def test_what_only_tells_something_is_no_fault_either(words: list[str]) -> None:
    for script, code in (('"$@" | true', 0), ('"$@" >&-', 0), ('"$@" >/dev/full', 3)):
        if "full" in script and not FULL.exists():
            continue
        done = run_shell(script, *words)
        assert done.returncode == code and b"Traceback" not in done.stderr, (script, done.stderr)
        if code == 3:
            assert "磁盘满了" in done.stderr.decode() and "下一步" in done.stderr.decode() and b"\n" in done.stderr


@pytest.mark.parametrize(
    ("words", "code"), [(["validate", "nowhere"], 3), (["nonsense"], 2), (["explain", "JY-9999"], 2)]
)
def test_a_message_that_cannot_be_written_changes_no_exit_code(words: list[str], code: int) -> None:
    for script in ('"$@" 2>/dev/full', '"$@" 2>&-', '"$@" 2>&1 | true'):
        if "full" in script and not FULL.exists():
            continue
        assert run_shell(script, *words).returncode == code, script


def test_a_file_that_cannot_be_written_is_told_and_no_pass(tmp_path: Path) -> None:
    if not FULL.exists():
        pytest.skip("the system has no /dev/full")
    done = run_shell('"$@"', "validate", start(tmp_path / "list"), "-o", "json=/dev/full", *DAY)
    assert done.returncode == 3 and "磁盘满了" in done.stderr.decode()
