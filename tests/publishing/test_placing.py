"""A new site takes the place of an old one: all of it or nothing, whatever fails and whoever interrupts."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from qingdan.publishing.placing import NotPutBack, change_places
from tests.app.running import snapshot, write


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """A new site and an old one with hidden files of its keeper."""
    write(tmp_path / "new", "index.html", "new")
    write(tmp_path / "new", ".qingdan-site", "new")
    write(tmp_path / "site", "index.html", "old")
    write(tmp_path / "site", ".qingdan-site", "old")
    write(tmp_path / "site", ".git/HEAD", "ref")
    write(tmp_path / "site", ".well-known/security.txt", "contact")
    return tmp_path


def change(folder: Path) -> None:
    change_places(folder / "new", folder / "site", folder / "old")


def at_step(monkeypatch: pytest.MonkeyPatch, step: int, do: Callable[[], None], *, every: bool = False) -> None:
    """Do something at one renaming, or at it and all that follow."""
    rename, done = os.rename, iter(range(100))

    def counted(source: Path, target: Path) -> None:
        number = next(done)
        if number == step or (every and number > step):
            do()
        rename(source, target)

    monkeypatch.setattr(os, "rename", counted)


def fail() -> None:
    raise PermissionError(1, "Operation not permitted")


def test_what_is_hidden_goes_along_and_the_mark_is_new(sites: Path) -> None:
    change(sites)
    found = snapshot(sites / "site")
    assert {name: found[name] for name in ("index.html", ".qingdan-site", ".git/HEAD", ".well-known/security.txt")} == {
        "index.html": b"new", ".qingdan-site": b"new", ".git/HEAD": b"ref", ".well-known/security.txt": b"contact",
    }  # fmt: skip


@pytest.mark.parametrize("step", range(4))
def test_a_step_that_fails_leaves_everything_as_it_was(sites: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    before = snapshot(sites)
    at_step(monkeypatch, step, fail)
    with pytest.raises(PermissionError):
        change(sites)
    assert snapshot(sites) == before


@pytest.mark.parametrize("step", [1, 2, 3])
def test_where_nothing_can_be_put_back_nothing_is_lost(sites: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    contents = sorted(snapshot(sites).values())
    at_step(monkeypatch, step, fail, every=True)
    with pytest.raises(NotPutBack) as told:
        change(sites)
    assert told.value.kept.exists()
    assert sorted(snapshot(sites).values()) == contents


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("step", range(4))
def test_who_interrupts_is_heard_when_all_is_done(
    sites: Path, monkeypatch: pytest.MonkeyPatch, step: int, number: signal.Signals
) -> None:
    heard: list[int] = []
    before = signal.signal(number, lambda which, _: heard.append(which))
    try:
        at_step(monkeypatch, step, lambda: signal.raise_signal(number))
        change(sites)
    finally:
        signal.signal(number, before)
    assert heard == [number]
    assert snapshot(sites / "site")["index.html"] == b"new" and (sites / "site" / ".git" / "HEAD").is_file()
