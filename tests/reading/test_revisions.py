"""Files of a git revision: what is read, what is refused, and what is said where they are not to be had."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.repositories import commit, git, repository

from qingdan.problems import UnknownRevision
from qingdan.reading.limits import MAX_FILE_BYTES
from qingdan.reading.revisions import RevisionTree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty repository."""
    (tmp_path / "r").mkdir()
    return repository(tmp_path / "r")


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def problems(tree: RevisionTree) -> list[tuple[str, str, object]]:
    return [
        (each.id, each.location.file if each.location else "", each.args.get("kind")) for each in tree.problems()
    ]  # fmt: skip


def test_files_are_read_as_they_were(folder: Path) -> None:
    files = {"a/b.yaml": b"x: 1\n", "a/事 项/c d.yaml": b"\x00\xff\n\n",
             "a/empty.yaml": b"", "a/*.yaml": b"star", "a/[x].yaml": b"bracket", "b.yaml": b"other"}  # fmt: skip
    write(folder, files)
    first = commit(folder, "first")
    write(folder, {"a/b.yaml": b"x: 2\n"})
    commit(folder, "second")
    tree = RevisionTree(folder, "HEAD~1", "a")
    assert (tree.commit, tree.folder, tree.is_folder, tree.label) == (first, "a", True, "HEAD~1:a")
    assert {f"a/{name}": tree.read(name) for name in tree.names()} == {
        name: data for name, data in files.items() if name.startswith("a/")
    }
    assert tree.problems() == []
    assert set(RevisionTree(folder, "HEAD", "").names()) == files.keys()
    assert RevisionTree(folder, "main", "a").read("b.yaml") == b"x: 2\n"
    assert (folder / "a/b.yaml").read_bytes() == b"x: 2\n" and git(folder, "status", "--porcelain") == ""


def test_one_file_keeps_its_last_name(folder: Path) -> None:
    write(folder, {"a/b.yaml": b"1", "a/b.yaml.old": b"2"})
    commit(folder, "first")
    tree = RevisionTree(folder, "HEAD", "a/b.yaml")
    assert (tree.names(), tree.is_folder, tree.read("b.yaml")) == (["b.yaml"], False, b"1")


def test_a_name_is_no_pattern(folder: Path) -> None:
    write(folder, {"abc/x.yaml": b"1", "a*/y.yaml": b"2"})
    commit(folder, "first")
    assert RevisionTree(folder, "HEAD", "a*").names() == ["y.yaml"]
    for name in ("a?c", ":(glob)a*", ":!abc", "ABC"):
        with pytest.raises(UnknownRevision):
            RevisionTree(folder, "HEAD", name)


def test_links_submodules_pointers_and_odd_names_are_refused(folder: Path) -> None:
    (folder / "x" / "inner").mkdir(parents=True)
    inner = repository(folder / "x" / "inner")
    write(inner, {"secret.yaml": b"s: 1"})
    commit(inner, "inner")
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"
    write(folder, {"x/good.yaml": b"a: 1", "x/large.yaml": pointer, "x/.hidden.yaml": b"h: 1", "x/new\nline.yaml": b"n: 1",
                   "x/huge.yaml": b"#" * (MAX_FILE_BYTES + 1)})  # fmt: skip
    (folder / "x" / "link.yaml").symlink_to("good.yaml")
    commit(folder, "first")
    tree = RevisionTree(folder, "HEAD", "x")
    assert sorted(problems(tree)) == [
        ("RED003", "huge.yaml", None), ("RED010", "inner", "submodule"), ("RED010", "link.yaml", "symlink"),
        ("RED011", "new\\u000aline.yaml", None), ("RED018", "large.yaml", None),
    ]  # fmt: skip
    assert tree.names() == ["good.yaml"]
    link = RevisionTree(folder, "HEAD", "x/link.yaml")
    assert (link.names(), link.is_folder, problems(link)) == ([], False, [("RED010", "link.yaml", "symlink")])


@pytest.mark.parametrize(
    "revision", ["nope", "--output=x", "-h", "--all", "HEAD..HEAD", "HEAD HEAD", "HEAD:a", "", "@{99}"]
)
def test_a_revision_that_is_none_does_nothing(folder: Path, revision: str) -> None:
    write(folder, {"a/b.yaml": b"1"})
    commit(folder, "first")
    before = sorted(folder.rglob("*"))
    with pytest.raises(UnknownRevision) as told:
        RevisionTree(folder, revision, "a")
    assert (told.value.missing, told.value.shallow) == ("revision", False)
    assert sorted(folder.rglob("*")) == before


def test_a_branch_may_look_like_an_option(folder: Path) -> None:
    write(folder, {"a/b.yaml": b"1"})
    commit(folder, "first")
    git(folder, "update-ref", "refs/heads/--output=x", "HEAD")
    assert RevisionTree(folder, "--output=x", "a").names() == ["b.yaml"]
    assert not (folder / "x").exists()


def test_a_folder_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    write(folder, {"a/b.yaml": b"1"})
    commit(folder, "first")
    for name in ("b", "a/c", "../r/a", "a/../.."):
        with pytest.raises(UnknownRevision) as told:
            RevisionTree(folder, "HEAD", name)
        assert told.value.missing == "path"
    (tmp_path / "none").mkdir()
    with pytest.raises(UnknownRevision) as told:
        RevisionTree(tmp_path / "none", "HEAD", "a")
    assert told.value.missing == "repository"


def test_without_git_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnknownRevision) as told:
        RevisionTree(folder, "HEAD", "")
    assert told.value.missing == "git"


def test_a_shallow_clone_says_that_it_is_one(folder: Path, tmp_path: Path) -> None:
    write(folder, {"a/b.yaml": b"1"})
    first = commit(folder, "first")
    commit(folder, "second")
    git(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    assert RevisionTree(shallow, "HEAD", "a").names() == ["b.yaml"]
    for revision in ("HEAD~1", first):
        with pytest.raises(UnknownRevision) as told:
            RevisionTree(shallow, revision, "a")
        assert (told.value.missing, told.value.shallow) == ("revision", True)
    git(shallow, "fetch", "-q", "--unshallow")
    assert RevisionTree(shallow, "HEAD~1", "a").commit == first


def test_a_partial_clone_fetches_nothing_by_itself(folder: Path, tmp_path: Path) -> None:
    git(folder, "config", "uploadpack.allowFilter", "true")
    write(folder, {"a/b.yaml": b"1"})
    commit(folder, "first")
    write(folder, {"a/b.yaml": b"2"})
    commit(folder, "second")
    git(tmp_path, "clone", "-q", "--filter=blob:none", folder.as_uri(), "partial")
    partial = tmp_path / "partial"
    assert RevisionTree(partial, "HEAD", "a").read("b.yaml") == b"2"
    with pytest.raises(UnknownRevision) as told:
        RevisionTree(partial, "HEAD~1", "a")
    assert told.value.missing == "objects"
    git(partial, "fetch", "-q", "--refetch", "--no-filter")
    assert RevisionTree(partial, "HEAD~1", "a").read("b.yaml") == b"1"


@pytest.mark.skipif(os.name == "nt", reason="names of bytes")
def test_a_name_that_is_no_text_is_refused(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/a\xff.yaml", "wb") as file:
        file.write(b"x: 1")
    commit(folder, "first")
    tree = RevisionTree(folder, "HEAD", "")
    assert (tree.names(), problems(tree)) == ([], [("RED011", "a\\xff.yaml", None)])
