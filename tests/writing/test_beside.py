"""Folders of parts: known by their name, held while their maker lives, cleared when it was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qingdan.writing.beside import PREFIX, left_behind, scratch
from qingdan.writing.recovery import Back, PutRight, note, put_right, unfinished
from qingdan.writing.whole import write_whole
from tests.app.running import snapshot, write
from tests.writing.killing import environment, needs_kill

KILLED = """
import os, signal, sys
from pathlib import Path
from qingdan.writing.beside import scratch
with scratch(Path(sys.argv[1])) as part:
    (part / "big").write_text("x" * 1000)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def leave(folder: Path) -> Path:
    """What a killed process leaves in a folder."""
    before = set(folder.iterdir())
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], env=environment(), check=False)
    [left] = set(folder.iterdir()) - before
    return left


def told_by(target: Path) -> PutRight:
    found = [PutRight()]
    put_right(target, found.append)
    return found[-1]


def test_nothing_is_left_where_all_goes_well_or_fails(tmp_path: Path) -> None:
    with scratch(tmp_path) as part:
        assert part.name.startswith(PREFIX) and list(tmp_path.iterdir()) == [part]
    with pytest.raises(KeyboardInterrupt), scratch(tmp_path):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@needs_kill
def test_what_a_killed_run_left_is_cleared_and_told_and_what_one_alive_uses_is_not(tmp_path: Path) -> None:
    left = leave(tmp_path)
    assert left.name.startswith(PREFIX)
    with scratch(tmp_path) as alive:
        assert told_by(tmp_path / "file") == PutRight(cleared=(left,))
        assert list(tmp_path.iterdir()) == [alive]
    assert told_by(tmp_path / "file") == PutRight()


@needs_kill
def test_a_file_that_is_written_clears_what_lies_beside_it(tmp_path: Path) -> None:
    leave(tmp_path)
    leave(tmp_path)
    write_whole(tmp_path / "out", ["whole"])
    assert snapshot(tmp_path) == {"out": b"whole"}


def killed_with_a_journal(folder: Path, target: Path, steps: list[Back], parts: dict[str, str]) -> Path:
    """What a run left that was killed half-way; the lock of whoever died is free."""
    part = folder / f"{PREFIX}abc"
    part.mkdir(parents=True)
    for name, text in parts.items():
        write(part, name, text)
    note(part, target, steps)
    return part


def test_a_part_goes_back_where_nothing_stands_or_what_it_was_replaced_by(tmp_path: Path) -> None:
    import hashlib

    target = tmp_path / "list"
    write(target, "new.yaml", "new")
    steps = [
        Back("1", "gone/there.yaml"),
        Back("2", "new.yaml", hashlib.sha256(b"new").hexdigest()),
        Back("3", "never.yaml"),
    ]
    (target / "gone").mkdir()
    part = killed_with_a_journal(tmp_path, target, steps, {"1": "one", "2": "two"})
    assert unfinished(target)
    told = told_by(target)
    assert (told.back, told.cleared) == ((target / "gone/there.yaml", target / "new.yaml"), (part,))
    assert snapshot(tmp_path) == {"list/gone/there.yaml": b"one", "list/new.yaml": b"two"}
    assert not unfinished(target)


def test_what_somebody_changed_since_is_not_overwritten_and_the_part_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "list"
    write(target, "a.yaml", "work of an afternoon")
    part = killed_with_a_journal(tmp_path, target, [Back("1", "a.yaml", "0" * 64)], {"1": "old"})
    for _ in range(2):
        assert told_by(target) == PutRight(kept=(part,))
    assert (target / "a.yaml").read_text() == "work of an afternoon" and (part / "1").read_text() == "old"


def test_what_belongs_to_another_folder_waits_for_it(tmp_path: Path) -> None:
    part = killed_with_a_journal(tmp_path, tmp_path / "other", [Back("1", ".git")], {"1": "repository"})
    assert told_by(tmp_path / "mine") == PutRight() and part.exists()
    (tmp_path / "other").mkdir()
    assert told_by(tmp_path / "other").back == (tmp_path / "other" / ".git",)


@pytest.mark.parametrize("to", ["../out", "/tmp/out-of-here", "a/../../out"])
def test_no_journal_leads_out_of_its_folders(tmp_path: Path, to: str) -> None:
    (tmp_path / "list").mkdir()
    killed_with_a_journal(tmp_path, tmp_path / "list", [Back("1", to), Back("../secret", "b")], {"1": "x"})
    write(tmp_path, "secret", "s")
    put_right(tmp_path / "list")
    assert snapshot(tmp_path).keys() == {"secret"}


def test_a_link_of_that_name_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/a", "a")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / f"{PREFIX}link").symlink_to(tmp_path / "outside")
    assert list(left_behind(tmp_path / "inside")) == []
    put_right(tmp_path / "inside" / "file")
    assert (tmp_path / "outside" / "a").exists()


def test_a_folder_that_cannot_be_read_has_nothing(tmp_path: Path) -> None:
    assert list(left_behind(tmp_path / "nowhere", Path(os.devnull))) == []
