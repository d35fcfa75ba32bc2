"""Trees: which files are seen, which are left out and why, and that nothing leads out of the root."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qingdan.reading import FileTree, FolderTree, MemoryTree, Tree, data_folder, packaged, tree


def problems(tree: Tree) -> list[tuple[str, str, object]]:
    """Id, file and kind of each problem."""
    return [
        (finding.id, finding.location.file if finding.location else "", finding.args.get("kind"))
        for finding in tree.problems()
    ]


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "items/二.yaml", "items/a.yaml", ".git/config", ".venv/x.yaml", ".DS_Store"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    folder = FolderTree(tmp_path)
    assert folder.names() == ["b.yaml", "items/a.yaml", "items/二.yaml"]
    assert folder.read("items/二.yaml") == "items/二.yaml".encode()
    assert folder.problems() == []
    assert folder.label == str(tmp_path)


def test_links_and_special_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_bytes(b"x: 1")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.yaml").write_bytes(b"a: 1")
    (root / "link.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    (root / "links").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to(root)
    os.mkfifo(root / "pipe.yaml")
    folder = FolderTree(root)
    assert folder.names() == ["a.yaml"]
    assert problems(folder) == [
        ("RED010", "link.yaml", "symlink"),
        ("RED010", "links", "symlink"),
        ("RED010", "loop", "symlink"),
        ("RED010", "pipe.yaml", "special"),
    ]


@pytest.mark.parametrize("name", ["../outside.yaml", "/etc/hostname", "./a.yaml", "link.yaml", ".hidden"])
def test_only_listed_names_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.yaml").write_bytes(b"x")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.yaml").write_bytes(b"a: 1")
    (root / ".hidden").write_bytes(b"a: 1")
    (root / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(KeyError):
        FolderTree(root).read(name)


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.yaml").write_bytes(b"a: 1")
    folder = FolderTree(root)
    assert folder.names() == ["a.yaml"]
    (root / "a.yaml").unlink()
    (root / "a.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError):
        folder.read("a.yaml")


def test_a_root_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "link.yaml").symlink_to("real/a.yaml")
    for refused in (FolderTree(tmp_path / "link"), FileTree(tmp_path / "link.yaml")):
        assert refused.names() == []
        assert [problem[0] for problem in problems(refused)] == ["RED010"]


def test_size_is_looked_at_before_reading(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(8 * 1024 * 1024 + 1)
    folder = FolderTree(tmp_path)
    assert folder.names() == []
    assert problems(folder) == [("RED003", "large.yaml", None)]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [(b"\xff.yaml", "\\xff.yaml"), (b"a\nb.yaml", "a\\u000ab.yaml"), ("a\u202eb".encode(), "a\\u202eb")],
)
def test_names_that_cannot_be_shown_are_left_out(tmp_path: Path, raw: bytes, shown: str) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), raw))).write_bytes(b"a: 1")
    folder = FolderTree(tmp_path)
    assert folder.names() == []
    assert problems(folder) == [("RED011", shown, None)]
    assert folder.problems()[0].fingerprint


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / "a.yaml").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    assert problems(FolderTree(tmp_path)) == [("RED010", "a.yaml", "unreadable"), ("RED010", "closed", "unreadable")]


def test_a_single_file_and_files_in_memory(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    single = FileTree(tmp_path / "a.yaml")
    assert (single.names(), single.read("a.yaml"), single.problems()) == (["a.yaml"], b"a: 1", [])
    memory = MemoryTree({"b": b"2", "a": b"1"})
    assert (memory.names(), memory.read("b"), memory.problems()) == (["a", "b"], b"2", [])


def test_what_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileTree(tmp_path / "none.yaml")
    with pytest.raises(NotADirectoryError):
        FolderTree(tmp_path / "none")


def test_packaged_data_is_found_in_the_repository_and_in_the_package(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data_folder("catalogue") == repo / "catalogue"
    assert packaged("catalogue").label == str(repo / "catalogue")
    inside = tmp_path / "qingdan" / "_data" / "schemas" / "1"
    inside.mkdir(parents=True)
    (inside / "item.json").write_bytes(b"{}")
    monkeypatch.setattr(tree, "_PACKAGE", tmp_path / "qingdan")
    assert packaged("schemas", "1").names() == ["item.json"]
    with pytest.raises(FileNotFoundError):
        data_folder("catalogue")
    with pytest.raises(ValueError, match="provinces"):
        data_folder("provinces")


def test_an_installer_may_link_the_packaged_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache.json").write_bytes(b"{}")
    folder = tmp_path / "qingdan" / "_data" / "schemas"
    folder.mkdir(parents=True)
    (folder / "item.json").symlink_to(tmp_path / "cache.json")
    monkeypatch.setattr(tree, "_PACKAGE", tmp_path / "qingdan")
    assert packaged("schemas").read("item.json") == b"{}"


def test_importing_the_room_loads_no_parser(repo: Path) -> None:
    program = (
        "import sys, qingdan.reading; print(*[name for name in sys.modules if 'yaml' in name or name == 'pydantic'])"
    )
    environment = {**os.environ, "PYTHONPATH": str(repo / "cli")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == ""
