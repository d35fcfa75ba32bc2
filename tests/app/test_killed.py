"""Commands that write are really killed, find a full disk or a read-only folder: the next run puts everything right."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qingdan.writing.beside import PREFIX
from tests.app.running import run, snapshot, start, write
from tests.reports.upgrades import AS_OF, EDITION, province
from tests.writing.killing import command, die_at, environment, kill_after, needs_kill

DAY = ("--as-of", "2026-11-22")
#: Drawn anew from the same seed: a failure can be repeated.
DRAWN = random.Random(20261122)
hangup = getattr(signal, "SIGHUP", None)


def upgrade(folder: Path) -> tuple[str | Path, ...]:
    return ("upgrade", folder, "--to", EDITION, "--as-of", AS_OF)


@needs_kill
def test_an_upgrade_that_is_killed_is_taken_back_and_done_again_with_the_same_counts(tmp_path: Path) -> None:
    straight = run(*upgrade(province(tmp_path / "straight")))
    done = snapshot(tmp_path / "straight" / "990000-example")
    seen = set()
    for step in (0, 1, 4, 6, 7):  # the journal, then six files
        folder = province(tmp_path / str(step))
        before = snapshot(folder)
        died = die_at(step, command(*upgrade(folder)))
        half = snapshot(folder)
        assert set(half) == set(before), "no part lies in the list itself"
        seen.add("before" if half == before else "done" if half == done else "half")
        if step == 4:
            assert "断在半路" in run(*upgrade(folder), "--dry-run").out
            assert snapshot(folder) == half, "a dry run writes nothing"
        again = run(*upgrade(folder))
        assert ("恢复了原样" in again.err) is (half not in (before, done))
        if died:
            assert again.out.replace(f"/{step}/", "/straight/") == straight.out
        assert snapshot(folder) == done
        assert [path.name for path in folder.parent.iterdir()] == ["990000-example"]
    assert seen == {"before", "half", "done"}


def test_an_upgrade_leaves_read_only_files_alone_and_says_which(tmp_path: Path) -> None:
    folder = province(tmp_path)
    kept = [path for path in folder.rglob("*.yaml") if "edition:" in path.read_text("utf-8")][:1]
    for path in kept:
        path.chmod(0o444)
    before = snapshot(folder)
    planned = run(*upgrade(folder), "--dry-run")
    assert planned.code == 1 and "只读" in planned.out and kept[0].name in planned.out
    value = json.loads(run(*upgrade(folder), "--dry-run", "--format", "json").out)
    assert [Path(each).name for each in value["protected"]] == [kept[0].name]
    for lang, said in (("zh", "只读"), ("en", "Read-only")):
        ran = run(*upgrade(folder), "--lang", lang)
        assert ran.code == 3 and said in ran.err and kept[0].name in ran.err
    assert snapshot(folder) == before and [path.name for path in tmp_path.iterdir()] == ["990000-example"]


@pytest.mark.parametrize("what", ["export", "schema"])
def test_no_other_command_replaces_a_read_only_file(repo: Path, tmp_path: Path, what: str) -> None:
    if what == "export":
        target = write(tmp_path, "out.csv", "mine")
        words: tuple[str | Path, ...] = ("export", repo / "provinces" / "990000-example", "-f", "csv", "-o", target)
    else:
        target = write(tmp_path, "items.schema.json", "mine")
        words = ("schema", tmp_path)
    target.chmod(0o444)
    ran = run(*words)
    assert ran.code == 3 and "只读" in ran.err and target.name in ran.err
    assert snapshot(tmp_path) == {target.name: b"mine"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A list, its site with a repository inside, and how long it takes to publish it."""
    folder = tmp_path_factory.mktemp("published")
    start(folder / "list")
    began = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "qingdan", "publish", str(folder / "site"), str(folder / "list"), *DAY],
        env=environment(), check=True, capture_output=True,
    )  # fmt: skip
    took = time.monotonic() - began
    write(folder / "site", ".git/HEAD", "ref")
    return folder, took


@pytest.fixture
def site(tmp_path: Path, published: tuple[Path, float]) -> Path:
    shutil.copytree(published[0], tmp_path / "p")
    return tmp_path / "p"


def whole(folder: Path) -> bool:
    """One site with its repository and nothing beside it."""
    names = sorted(path.name for path in folder.iterdir())
    inside = folder / "site"
    return names == ["list", "site"] and (inside / ".git/HEAD").is_file() and (inside / "index.html").is_file()


@needs_kill
@pytest.mark.parametrize("share", [DRAWN.uniform(0.3, 1.0) for _ in range(3)])
def test_a_publish_that_is_killed_at_a_drawn_moment_is_put_right(
    site: Path, published: tuple[Path, float], share: float
) -> None:
    kill_after(share * published[1], "publish", site / "site", site / "list", *DAY, number=signal.SIGKILL)
    found = [path for path in site.iterdir() if path.name.startswith(PREFIX)]
    again = run("publish", site / "site", site / "list", *DAY)
    assert again.code == 0 and whole(site)
    assert not found or ("清掉了" in again.err and found[0].name in again.err)


@needs_kill
@pytest.mark.parametrize("step", [2, 3])  # when the old site has moved away, and when its hidden files have not yet
def test_a_publish_that_is_killed_between_two_renamings_is_put_right_and_said(site: Path, step: int) -> None:
    words = ("publish", site / "site", site / "list", *DAY)
    assert die_at(step, command(*words), exchange=False) and not (site / "site" / ".git").exists()
    again = run(*words, "--lang", "en")
    assert again.code == 0 and "put back as it was" in again.err and whole(site)


@pytest.mark.skipif(hangup is None, reason="this system has no such signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, hangup])
def test_who_is_asked_to_stop_clears_away(site: Path, published: tuple[Path, float], number: signal.Signals) -> None:
    before = snapshot(site)
    process = subprocess.Popen(
        [sys.executable, "-m", "qingdan", "publish", str(site / "site"), str(site / "list"), *DAY],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # the tests may themselves run under nohup
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if any(path.name.startswith(PREFIX) for path in site.iterdir()):  # it has begun to write
            process.send_signal(number)
            break
        time.sleep(0.01)
    process.communicate()
    assert process.returncode == 128 + number
    assert snapshot(site) == before and whole(site)


@pytest.mark.skipif(hangup is None, reason="this system has no such signal")
def test_a_run_under_nohup_goes_on(tmp_path: Path) -> None:
    code = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from qingdan.app import main\n"
        "from qingdan import starting\n"
        "real = starting.province_called\n"
        "starting.province_called = lambda named: (os.kill(os.getpid(), signal.SIGHUP), real(named))[1]\n"
        f"main(['init', {str(tmp_path / 'list')!r}])"
    )
    assert subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True).returncode == 0
    assert (tmp_path / "list" / "catalogue.yaml").is_file()


#: Files can grow to so many bytes and no further: the writing fails as on a full disk.
_NO_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from qingdan.app import main
main(sys.argv[2:])
"""


def without_room(size: int, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _NO_ROOM, str(size), *map(str, words)], env=environment(), capture_output=True, text=True
    )  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="this system sets no such limit")
@pytest.mark.parametrize("what", ["init", "export", "upgrade", "publish"])
def test_where_there_is_no_room_nothing_changes_and_nothing_is_left(
    repo: Path, tmp_path: Path, site: Path, what: str
) -> None:
    folder = province(tmp_path)
    write(tmp_path, "out.jsonl", "kept")
    words: dict[str, tuple[str | Path, ...]] = {
        "init": ("init", tmp_path / "new"),
        "export": ("export", folder, "-o", tmp_path / "out.jsonl", *DAY),
        "upgrade": upgrade(folder),
        "publish": ("publish", site / "site", site / "list", *DAY),
    }
    before = snapshot(tmp_path)
    ran = without_room(2000, *words[what])
    assert ran.returncode == 3 and "文件太大" in ran.stderr, ran.stderr
    assert snapshot(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB, where one can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    ) if shutil.which("mount") and hasattr(os, "geteuid") and os.geteuid() == 0 else None  # fmt: skip
    if mounted is None or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_what_was_there(repo: Path, small_disk: Path) -> None:
    kept = write(small_disk, "out.jsonl", "kept")
    ran = run("export", repo / "provinces", "-o", kept, *DAY)
    assert ran.code == 3 and "磁盘满了" in ran.err
    ran = run("publish", small_disk / "site", repo / "provinces" / "990000-example", *DAY)
    assert ran.code == 3 and "磁盘满了" in ran.err
    assert snapshot(small_disk) == {"out.jsonl": b"kept"}
    assert [path.name for path in small_disk.iterdir()] == ["out.jsonl"]


def test_a_site_that_is_read_only_is_told_and_stays(site: Path) -> None:
    before = snapshot(site)
    (site / "site").chmod(0o555)
    ran = run("publish", site / "site", site / "list", *DAY)
    assert ran.code == 3 and "没有权限" in ran.err and "没有动" in ran.err
    assert snapshot(site) == before and [path.name for path in site.iterdir() if path.name.startswith(".")] == []
