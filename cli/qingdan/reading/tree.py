"""Where files come from: names and bytes, whatever holds them.

A tree gives the names of the files that can be read, and a finding for each that cannot. It never leads out of its
root: symbolic links and special files are not followed, and only names that it listed itself can be read.
"""

from __future__ import annotations

import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from qingdan.findings import Finding, Location, Severity
from qingdan.reading.document import too_large
from qingdan.reading.limits import MAX_FILE_BYTES
from qingdan.words.characters import UNFIT_FOR_KEY, UNWANTED, escaped

#: Folders of data that travel inside the wheel.
DATA_FOLDERS = ("catalogue", "schemas")

_PACKAGE = Path(__file__).resolve().parent.parent


class Tree(Protocol):
    """Files by name."""

    @property
    def label(self) -> str:
        """What a report calls the tree, such as the path of its folder."""

    def names(self) -> list[str]:
        """The names of all files that can be read, sorted: relative paths with ``/``."""

    def read(self, name: str) -> bytes:
        """The bytes of one of the ``names``.

        Raises:
            KeyError: It is none of the names.
            OSError: It can no longer be read.
        """

    def problems(self) -> list[Finding]:
        """A finding for each file or folder that was left out; hidden ones are left out in silence."""


class MemoryTree:
    """Files that are given as bytes."""

    def __init__(self, files: Mapping[str, bytes], label: str = "memory") -> None:
        self.label = label
        self._files = dict(files)

    def names(self) -> list[str]:
        """See ``Tree``."""
        return sorted(self._files)

    def read(self, name: str) -> bytes:
        """See ``Tree``."""
        return self._files[name]

    def problems(self) -> list[Finding]:
        """Always none: what is given as bytes can be read."""
        return []


class UnsavedTree:
    """A tree some of whose files hold something else than was saved, as an editor has it."""

    def __init__(self, saved: Tree, files: Mapping[str, bytes]) -> None:
        """Put bytes in the place of files, or beside them."""
        self.label = saved.label
        self._saved = saved
        self._files = dict(files)

    def names(self) -> list[str]:
        """See ``Tree``."""
        return sorted({*self._saved.names(), *self._files})

    def read(self, name: str) -> bytes:
        """See ``Tree``."""
        return self._files[name] if name in self._files else self._saved.read(name)

    def problems(self) -> list[Finding]:
        """See ``Tree``: of what was saved and has nothing in its place."""
        found = self._saved.problems()
        return [each for each in found if each.location is None or each.location.file not in self._files]


class _DiskTree(ABC):
    """Files on disk, looked over once, at the first question."""

    def __init__(self, root: Path, *, follow_links: bool = False) -> None:
        self.label = str(root)
        self._root = root
        self._follow_links = follow_links
        self._listing: tuple[dict[str, Path], list[Finding]] | None = None

    def names(self) -> list[str]:
        """See ``Tree``."""
        return sorted(self._listed()[0])

    def read(self, name: str) -> bytes:
        """See ``Tree``."""
        return _read_regular(self._listed()[0][name], follow_links=self._follow_links)

    def problems(self) -> list[Finding]:
        """See ``Tree``."""
        return list(self._listed()[1])

    def _listed(self) -> tuple[dict[str, Path], list[Finding]]:
        if self._listing is None:
            files: dict[str, Path] = {}
            findings: list[Finding] = []
            for name, path in self._candidates(findings):
                finding = _unfit(name, path, follow_links=self._follow_links)
                if finding is None:
                    files[name] = path
                else:
                    findings.append(finding)
            self._listing = (
                files,
                sorted(findings, key=lambda finding: finding.location.file if finding.location else ""),
            )
        return self._listing

    @abstractmethod
    def _candidates(self, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
        """Name and path of each file that may be read; what cannot be looked at is added to the findings."""


class FileTree(_DiskTree):
    """One single file; its name is the last part of its path."""

    def __init__(self, path: Path) -> None:
        """Name the file.

        Raises:
            FileNotFoundError: There is no such file.
        """
        super().__init__(path)
        path.lstat()

    def _candidates(self, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
        yield self._root.name, self._root


class FolderTree(_DiskTree):
    """All regular files below a folder, except hidden ones (names that begin with a dot).

    With ``follow_links`` files that are symbolic links are read too: only for data of this package, which an installer
    may have linked.
    """

    def __init__(self, root: Path, *, follow_links: bool = False) -> None:
        """Name the folder.

        Raises:
            NotADirectoryError: There is no such folder.
        """
        super().__init__(root, follow_links=follow_links)
        if not root.is_dir():
            raise NotADirectoryError(str(root))

    def _candidates(self, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
        if self._root.is_symlink() and not self._follow_links:
            findings.append(_left_out(printable(self._root.name), "symlink"))
            return
        folders = [("", self._root)]
        while folders:
            prefix, folder = folders.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError:
                findings.append(_left_out(printable(prefix.rstrip("/") or "."), "unreadable"))
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{name}/", Path(entry.path)))
                else:
                    yield name, Path(entry.path)


def data_folder(name: str) -> Path:
    """Where one of the ``DATA_FOLDERS`` is: inside the installed package, or at the top of the repository.

    Raises:
        ValueError: It is none of them.
        FileNotFoundError: It is in neither place.
    """
    if name not in DATA_FOLDERS:
        raise ValueError(name)
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name}: neither in the package nor in the repository")


def packaged(*parts: str) -> Tree:
    """The data that comes with the package, such as ``packaged("catalogue", "2025")``."""
    folder, *below = parts
    return FolderTree(data_folder(folder).joinpath(*below), follow_links=True)


def _unfit(name: str, path: Path, *, follow_links: bool) -> Finding | None:
    """Why a file is left out, None where nothing speaks against it."""
    shown = printable(name)
    if shown != name:
        return Finding("RED011", Severity.ERROR, Location(shown), {"name": shown})
    try:
        status = path.stat() if follow_links else path.lstat()
    except OSError:
        return _left_out(name, "unreadable")
    if stat.S_ISLNK(status.st_mode):
        return _left_out(name, "symlink")
    if not stat.S_ISREG(status.st_mode):
        return _left_out(name, "special")
    if status.st_size > MAX_FILE_BYTES:
        return too_large(name, status.st_size)
    return None if os.access(path, os.R_OK) else _left_out(name, "unreadable")


def _left_out(name: str, kind: str) -> Finding:
    """The finding about a path that is no regular file, or that may not be read."""
    return Finding("RED010", Severity.ERROR, Location(name), {"kind": kind})


def printable(name: str) -> str:
    """The name with bytes that are no UTF-8, control characters and marks of direction written as escapes."""
    decoded = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    for pattern in (UNFIT_FOR_KEY, UNWANTED):
        decoded = pattern.sub(lambda match: escaped(match[0]), decoded)
    return decoded


def _read_regular(path: Path, *, follow_links: bool) -> bytes:
    """The bytes of a file that still is what it was when it was listed: regular, no link, not beyond the limit."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    if not follow_links:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"not a regular file: {path}")
        return file.read(MAX_FILE_BYTES + 1)
