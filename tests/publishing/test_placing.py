"""A new site takes the place of an old one: all of it or nothing, whatever fails, whoever interrupts or kills."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from qingdan.publishing import placing
from qingdan.publishing.placing import NotPutBack, change_places
from qingdan.writing.beside import PREFIX
from qingdan.writing.exchange import exchange
from qingdan.writing.recovery import PutRight, put_right
from tests.app.running import snapshot, write
from tests.writing.killing import die_at, needs_kill

PART = f"{PREFIX}x"
#: How often something is renamed: the journal, then the sites and two hidden parts.
STEPS = {True: 4, False: 5}
both_ways = pytest.mark.parametrize("at_once", [True, False])
every_step = pytest.mark.parametrize(
    ("at_once", "step"), [(at_once, step) for at_once, count in STEPS.items() for step in range(count - 1)]
)


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """A new site and an old one with hidden files of its keeper."""
    write(tmp_path / PART / "site", "index.html", "new")
    write(tmp_path / PART / "site", ".qingdan-site", "new")
    write(tmp_path / "site", "index.html", "old")
    write(tmp_path / "site", ".qingdan-site", "old")
    write(tmp_path / "site", ".git/HEAD", "ref")
    write(tmp_path / "site", ".well-known/security.txt", "contact")
    return tmp_path


def change(folder: Path) -> None:
    change_places(folder / PART, folder / "site")


@pytest.fixture(autouse=True)
def can_exchange(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Leave out what needs two folders to be exchanged where they cannot be."""
    if "at_once" in request.fixturenames and request.getfixturevalue("at_once"):
        one, other = (tmp_path_factory.mktemp("exchanged") for _ in range(2))
        if not exchange(one, other):
            pytest.skip("this system, or its disk, cannot exchange two folders")


def at_step(
    monkeypatch: pytest.MonkeyPatch, step: int, do: Callable[[], None], *, at_once: bool, every: bool = False
) -> None:
    """Do something at one renaming, or at it and all that follow."""
    done = iter(range(100))

    def counted(real: Callable[[Path, Path], object]) -> Callable[[Path, Path], object]:
        def move(source: Path, target: Path) -> object:
            number = next(done)
            if number == step or (every and number > step):
                do()
            return real(source, target)

        return move

    monkeypatch.setattr(os, "rename", counted(os.rename))
    monkeypatch.setattr(placing, "exchange", counted(exchange) if at_once else lambda one, other: False)


def fail() -> None:
    raise PermissionError(1, "Operation not permitted")


@both_ways
def test_what_is_hidden_goes_along_and_the_mark_is_new(
    sites: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    at_step(monkeypatch, 99, fail, at_once=at_once)
    change(sites)
    assert snapshot(sites / "site") == {
        "index.html": b"new", ".qingdan-site": b"new", ".git/HEAD": b"ref", ".well-known/security.txt": b"contact",
    }  # fmt: skip


def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    write(tmp_path, "one/a", "a")
    write(tmp_path, "two/b", "b")
    if not exchange(tmp_path / "one", tmp_path / "two"):
        pytest.skip("this system, or its disk, cannot exchange two folders")
    assert snapshot(tmp_path) == {"one/b": b"b", "two/a": b"a"}
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "nowhere")


@every_step
def test_a_step_that_fails_leaves_everything_as_it_was(
    sites: Path, monkeypatch: pytest.MonkeyPatch, step: int, at_once: bool
) -> None:
    before = snapshot(sites)
    at_step(monkeypatch, step, fail, at_once=at_once)
    with pytest.raises(PermissionError):
        change(sites)
    assert snapshot(sites) == before


@every_step
def test_where_nothing_can_be_put_back_nothing_is_lost_and_the_next_run_puts_it_right(
    sites: Path, monkeypatch: pytest.MonkeyPatch, step: int, at_once: bool
) -> None:
    if step == 0:
        return  # nothing was done that would have to be put back
    contents = sorted(snapshot(sites).values())
    with monkeypatch.context() as broken:
        at_step(broken, step, fail, at_once=at_once, every=True)
        with pytest.raises(NotPutBack) as told:
            change(sites)
    assert told.value.kept.exists()
    found = [text for name, text in snapshot(sites).items() if not name.endswith("journal.json")]
    assert sorted(found) == contents
    put_right(sites / "site")
    assert_whole(sites)


def assert_whole(folder: Path) -> None:
    """One whole site with everything of its keeper, and nothing beside it."""
    found = snapshot(folder)
    assert {path.split("/")[0] for path in found} == {"site"}
    assert found["site/.git/HEAD"] == b"ref" and found["site/.well-known/security.txt"] == b"contact"
    assert found["site/index.html"] == found["site/.qingdan-site"]


@needs_kill
@both_ways
@pytest.mark.parametrize("step", range(6))
def test_a_run_that_is_killed_is_put_right_by_the_next(sites: Path, step: int, at_once: bool) -> None:
    code = (
        "from pathlib import Path; from qingdan.publishing.placing import change_places;"
        f"change_places(Path({str(sites / PART)!r}), Path({str(sites / 'site')!r}))"
    )
    died = die_at(step, code, exchange=at_once)
    assert died is (step < STEPS[at_once])
    told: list[PutRight] = []
    put_right(sites / "site", told.append)
    assert_whole(sites)
    assert told and told[0].cleared == (sites / PART,)
    moved = [step in (2, 3), step in (2, 3, 4)][not at_once]
    assert bool(told[0].back) is moved


def test_a_repository_made_anew_in_between_is_not_overwritten(sites: Path) -> None:
    code = (
        "from pathlib import Path; from qingdan.publishing.placing import change_places;"
        f"change_places(Path({str(sites / PART)!r}), Path({str(sites / 'site')!r}))"
    )
    die_at(3, code, exchange=False)
    write(sites / "site", ".git/HEAD", "another")
    told: list[PutRight] = []
    put_right(sites / "site", told.append)
    assert told[0].kept == (sites / PART,)
    assert (sites / "site/.git/HEAD").read_text() == "another"
    assert (sites / PART / "old/.git/HEAD").read_text() == "ref"


@every_step
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_who_interrupts_is_heard_when_all_is_done(
    sites: Path, monkeypatch: pytest.MonkeyPatch, step: int, number: signal.Signals, at_once: bool
) -> None:
    heard: list[int] = []
    before = signal.signal(number, lambda which, _: heard.append(which))
    try:
        at_step(monkeypatch, step, lambda: signal.raise_signal(number), at_once=at_once)
        change(sites)
    finally:
        signal.signal(number, before)
    assert heard == [number]
    assert snapshot(sites / "site")["index.html"] == b"new" and (sites / "site" / ".git" / "HEAD").is_file()
