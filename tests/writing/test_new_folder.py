"""A new list stands there whole or not at all, whoever kills it, and the second of two is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qingdan.problems import FolderInUse, WriteProtected
from qingdan.starting import start_catalogue
from qingdan.writing import new_folder as module
from tests.app.running import run, snapshot, write
from tests.writing.killing import command, die_at, environment, needs_kill, steps


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole") / "list"
    start_catalogue(folder, "330000")
    return snapshot(folder)


def here(folder: Path) -> str:
    """Python that begins a list in the folder that the shell stands in."""
    return f"import os; os.chdir({str(folder)!r})\n{command('init', '.', '--province', '330000')}"


@needs_kill
@pytest.mark.parametrize("is_there", [False, True])
def test_killed_at_any_step_there_is_nothing_or_all_and_it_can_be_repeated(
    tmp_path: Path, whole: dict[str, bytes], is_there: bool
) -> None:
    died, end = True, steps(command("init", tmp_path / "steps" / "list", "--province", "330000"))
    for step in (0, end // 2, end - 1, end):
        folder = tmp_path / str(step) / "list"
        folder.parent.mkdir()
        if is_there:
            folder.mkdir()
        died = die_at(step, command("init", folder, "--province", "330000"))
        assert (snapshot(folder) if folder.exists() else {}) in ({}, whole)
        again = run("init", folder, "--province", "330000")
        assert again.code == (0 if died else 2), again.err
        assert snapshot(folder.parent) == {f"list/{name}": text for name, text in whole.items()}
        assert not died or "清掉了" in again.err
    assert not died, "the last step lies beyond the end"


@needs_kill
@pytest.mark.parametrize("from_outside", [False, True])
def test_a_folder_that_has_to_stay_can_be_begun_again_too(
    tmp_path: Path, whole: dict[str, bytes], from_outside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    died, end = True, steps(here(made(tmp_path / "steps")))
    for step in (5, end // 2, end * 2 // 3, end - 1, end):
        folder = tmp_path / str(step)
        folder.mkdir()
        before = folder.stat().st_ino
        died = die_at(step, here(folder))
        if not died:
            assert snapshot(folder) == whole and folder.stat().st_ino == before
            break
        assert not (folder / "catalogue.yaml").exists(), "what makes it a list comes last"
        monkeypatch.chdir(tmp_path if from_outside else folder)
        again = run("init", folder, "--province", "330000")
        assert again.code == 0, again.err
        assert snapshot(folder) == whole
    assert not died


@needs_kill
def test_what_somebody_put_there_after_a_kill_stays(tmp_path: Path, whole: dict[str, bytes]) -> None:
    folder = made(tmp_path / "list")
    assert die_at(steps(here(made(tmp_path / "steps"))) - 1, here(folder)) and (folder / "items").exists()
    write(folder, "items/01.yaml", "work of an afternoon")
    assert run("init", folder, "--province", "330000").code == 2
    assert snapshot(folder) == {"items/01.yaml": b"work of an afternoon"}


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("is_there", [False, True])
def test_of_two_at_once_one_list_is_made_and_the_other_is_told(
    tmp_path: Path, whole: dict[str, bytes], is_there: bool
) -> None:
    folder = tmp_path / "list"
    if is_there:
        folder.mkdir()
    words = [sys.executable, "-m", "qingdan", "init", str(folder), "--province"]
    both = [
        subprocess.Popen([*words, province], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for province in ("330000", "430000")
    ]
    told = [each.communicate()[1].decode() for each in both]
    assert sorted(each.returncode for each in both) == [0, 2]
    assert any("已经有东西" in each for each in told)
    assert len({snapshot(folder)["catalogue.yaml"] == whole["catalogue.yaml"], both[0].returncode == 0}) == 1
    assert set(snapshot(folder)) == set(whole) and [path.name for path in tmp_path.iterdir()] == ["list"]


def test_whoever_was_quicker_keeps_his_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.rename

    def late(source: Path, target: Path) -> None:
        if Path(target).name == "list":
            write(tmp_path, "list/mine", "mine")
        rename(source, target)

    monkeypatch.setattr(module.os, "rename", late)
    with pytest.raises(FolderInUse):
        start_catalogue(tmp_path / "list", "330000")
    assert snapshot(tmp_path) == {"list/mine": b"mine"}


def test_an_empty_folder_keeps_its_rights_and_one_that_is_read_only_is_told(tmp_path: Path) -> None:
    folder = made(tmp_path / "list")
    folder.chmod(0o2750)
    start_catalogue(folder, "330000")
    assert folder.stat().st_mode & 0o7777 == 0o2750
    other = made(tmp_path / "other")
    other.chmod(0o555)
    with pytest.raises(WriteProtected):
        start_catalogue(other, "330000")
    assert list(other.iterdir()) == []


def test_a_link_to_an_empty_folder_stays_a_link(tmp_path: Path, whole: dict[str, bytes]) -> None:
    made(tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    start_catalogue(tmp_path / "link", "330000")
    assert (tmp_path / "link").is_symlink() and snapshot(tmp_path / "real") == whole


@pytest.mark.parametrize("here", [False, True])
def test_where_a_step_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: bool) -> None:
    folder = made(tmp_path / "list")
    if here:
        monkeypatch.chdir(folder)
    rename, done = os.rename, iter(range(100))

    def full(source: Path, target: Path) -> None:
        if Path(target).is_relative_to(folder) and next(done) == (3 if here else 0):
            raise OSError(28, "No space left on device")
        rename(source, target)

    monkeypatch.setattr(module.os, "rename", full)
    with pytest.raises(OSError):
        start_catalogue(folder, "330000")
    assert list(folder.iterdir()) == [] and list(tmp_path.iterdir()) == [folder]
