"""Several files are replaced together or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from qingdan.problems import ChangedMeanwhile
from qingdan.writing import replacing
from qingdan.writing.replacing import replace_all


def files(folder: Path) -> dict[Path, tuple[bytes, bytes]]:
    made = {}
    for name in "abc":
        path = folder / name
        path.write_bytes(name.encode())
        made[path] = (name.encode(), name.upper().encode())
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_are_replaced_and_keep_their_permissions(tmp_path: Path) -> None:
    wanted = files(tmp_path)
    os.chmod(tmp_path / "b", 0o600)
    replace_all(tmp_path, wanted)
    assert contents(tmp_path) == {"a": b"A", "b": b"B", "c": b"C"}
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_a_write_that_is_interrupted_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException
) -> None:
    wanted = files(tmp_path)
    calls = 0
    real = os.replace

    def failing(source: Any, target: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise error
        real(source, target)

    monkeypatch.setattr(replacing.os, "replace", failing)
    with pytest.raises(type(error)):
        replace_all(tmp_path, wanted)
    assert contents(tmp_path) == {"a": b"a", "b": b"b", "c": b"c"}


def test_a_file_changed_by_somebody_else_stops_everything(tmp_path: Path) -> None:
    wanted = files(tmp_path)
    (tmp_path / "c").write_bytes(b"mine")
    with pytest.raises(ChangedMeanwhile):
        replace_all(tmp_path, wanted)
    assert contents(tmp_path) == {"a": b"a", "b": b"b", "c": b"mine"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"x")
    link = tmp_path / "link"
    link.symlink_to(outside)
    with pytest.raises(ChangedMeanwhile):
        replace_all(tmp_path, {link: (b"x", b"y")})
    assert outside.read_bytes() == b"x"
