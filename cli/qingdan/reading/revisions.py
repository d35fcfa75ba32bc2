"""Files of a git revision, without a checkout: ``ls-tree`` names them, one ``cat-file --batch`` gives their bytes.

Git runs with no network and no lazy fetch. Links and submodules are not followed; a pointer of git LFS is named as one,
because its bytes are not the file.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from pathlib import Path

from qingdan.findings import Finding, Location, Severity
from qingdan.problems import UnknownRevision
from qingdan.reading.document import too_large
from qingdan.reading.limits import MAX_FILE_BYTES
from qingdan.reading.tree import printable

_LFS = b"version https://git-lfs.github.com/spec/"
#: What git calls the things in a tree that are no plain files.
_REFUSED = {"120000": "symlink", "160000": "submodule"}


class RevisionTree:
    """The files below a folder of a repository as they were at one revision; a ``Tree``.

    Attributes:
        label: Revision and folder, as they were asked for.
        commit: The commit that the revision stands for.
        folder: The folder or file, without steps that lead nowhere; ``""`` for all of the repository.
        is_folder: A folder was asked for, and not one file.
    """

    def __init__(self, repository: Path, revision: str, folder: str) -> None:
        """Name the revision.

        Args:
            repository: Any folder inside the repository.
            revision: A commit, a branch, a tag, ``HEAD~1`` …
            folder: A folder or file of the repository, relative to its top, with ``/``; ``""`` for all of it.

        Raises:
            UnknownRevision: There is no git, no repository, no such revision, or nothing of that name in it.
        """
        self.label = f"{revision}:{folder}"
        self._repository = repository
        self.commit = self._commit(revision)
        self._files: dict[str, tuple[str, int]] = {}
        self._problems: list[Finding] = []
        self._contents: dict[str, bytes] | None = None
        self.is_folder = True
        steps = posixpath.normpath(folder.strip("/") or ".")
        if steps.split("/")[0] == "..":
            raise UnknownRevision(self.label, "path")
        self.folder = "" if steps == "." else steps
        self._list(self.folder, revision)

    def names(self) -> list[str]:
        """See ``Tree``."""
        return sorted(self._files)

    def read(self, name: str) -> bytes:
        """See ``Tree``; all files are read at the first question, with one git process."""
        if self._contents is None:
            self._contents = self._read_all()
        return self._contents[name]

    def problems(self) -> list[Finding]:
        """See ``Tree``."""
        if self._contents is None:
            self._contents = self._read_all()
        return list(self._problems)

    def _commit(self, revision: str) -> str:
        if self._git("rev-parse", "--git-dir").returncode != 0:
            raise UnknownRevision(revision, "repository")
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode != 0:
            shallow = self._git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
            raise UnknownRevision(revision, "revision", shallow=shallow)
        commit = found.stdout.strip().splitlines()[-1].decode()
        if commit.startswith("^"):  # what a revision leaves out is no revision
            raise UnknownRevision(revision, "revision")
        return commit

    def _list(self, folder: str, revision: str) -> None:
        wanted = [f":(literal){folder}"] if folder else []
        listed = self._git("ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", self.commit, *wanted)
        rows = [row for row in listed.stdout.split(b"\0") if row]
        if listed.returncode != 0:  # the sizes are not to be had: a partial clone has not fetched the files
            raise UnknownRevision(revision, "objects")
        if folder and not rows:
            raise UnknownRevision(self.label, "path")
        for row in rows:
            head, _, raw = row.partition(b"\t")
            mode, _, blob, size = head.decode("ascii").split()
            path = raw.decode("utf-8", "surrogateescape")
            self.is_folder = self.is_folder and path != folder
            self._take(_below(path, folder), mode, blob, 0 if size == "-" else int(size))

    def _take(self, name: str, mode: str, blob: str, size: int) -> None:
        if any(step.startswith(".") for step in name.split("/")):
            return
        shown = printable(name)
        if mode in _REFUSED:
            self._problems.append(Finding("RED010", Severity.ERROR, Location(shown), {"kind": _REFUSED[mode]}))
        elif shown != name:
            self._problems.append(Finding("RED011", Severity.ERROR, Location(shown), {"name": shown}))
        elif size > MAX_FILE_BYTES:
            self._problems.append(too_large(name, size))
        else:
            self._files[name] = (blob, size)

    def _read_all(self) -> dict[str, bytes]:
        """All blobs in one go; pointers of LFS are taken out and named."""
        names = self.names()
        asked = "".join(f"{self._files[name][0]}\n" for name in names).encode()
        output = self._git("cat-file", "--batch", feed=asked).stdout
        contents: dict[str, bytes] = {}
        at = 0
        for name in names:
            end = output.index(b"\n", at)
            size = int(output[at:end].split()[-1])
            data = output[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
            if data.startswith(_LFS):
                self._problems.append(Finding("RED018", Severity.ERROR, Location(name), {}))
                del self._files[name]
            else:
                contents[name] = data
        return contents

    def _git(self, *words: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        command = ["git", "-C", str(self._repository), "-c", "core.quotePath=false", *words]
        try:
            return subprocess.run(command, input=feed, capture_output=True, env=environment, check=False)
        except FileNotFoundError:
            raise UnknownRevision(words[0], "git") from None


def place_of(folder: Path, revision: str) -> str:
    """Where a folder lies below the top of its repository, with a slash at the end; ``""`` at the top itself.

    Args:
        folder: A folder of the working tree.
        revision: What will be asked for there, for the error.

    Raises:
        UnknownRevision: There is no git, or the folder is in no repository.
    """
    command = ["git", "-C", str(folder), "rev-parse", "--show-prefix"]
    try:
        found = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise UnknownRevision(revision, "git") from None
    if found.returncode != 0:
        raise UnknownRevision(revision, "repository")
    return found.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def _below(path: str, folder: str) -> str:
    """The name of a path inside a folder; a file that was asked for itself keeps its last name."""
    if not folder:
        return path
    return path[len(folder) + 1 :] if path != folder else path.rsplit("/", 1)[-1]
