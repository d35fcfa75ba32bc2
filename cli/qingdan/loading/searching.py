"""Where the side of a comparison is looked for: the folders that are here, or those of a git revision."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Protocol

from qingdan.loading.opening import known_divisions, nothing_there, tree_of
from qingdan.model.divisions import Division
from qingdan.problems import AmbiguousSide, UnknownRevision
from qingdan.reading import Tree
from qingdan.reading.revisions import RevisionTree

#: The folder in which a province is looked for by its code or name.
PROVINCES = "provinces"
HEADS = ("catalogue.yaml", "edition.yaml")


class Where(Protocol):
    """A place where folders are looked for; paths have ``/``."""

    def holds(self, path: str) -> bool:
        """Whether there is such a file or folder."""

    def folders(self) -> list[str]:
        """Names of the folders of lists below ``provinces``."""

    def open(self, path: str) -> tuple[Tree, str]:
        """The files of a path, and what is put before their names in locations."""


class Here:
    """The folders of the working directory."""

    def holds(self, path: str) -> bool:
        """See ``Where``."""
        return bool(path) and Path(path).exists()

    def folders(self) -> list[str]:
        """See ``Where``."""
        return sorted(head.parent.name for head in Path(PROVINCES).glob("*/catalogue.yaml"))

    def open(self, path: str) -> tuple[Tree, str]:
        """See ``Where``.

        Raises:
            NothingThere: The folder holds neither a list nor an edition.
        """
        place = Path(path)
        if not place.is_file() and not any((place / head).is_file() for head in HEADS):
            raise nothing_there(place)
        return tree_of(place)


class AtRevision:
    """The folders of a repository as they were; paths are relative to its top."""

    def __init__(self, revision: str) -> None:
        """Name the revision; git is asked at the first question."""
        self._revision = revision

    def holds(self, path: str) -> bool:
        """See ``Where``."""
        try:
            self._tree(path)
        except UnknownRevision as error:
            if error.missing != "path":
                raise
            return False
        return True

    def folders(self) -> list[str]:
        """See ``Where``."""
        return self._folders

    @cached_property
    def _folders(self) -> list[str]:
        if not self.holds(PROVINCES):
            return []
        steps = (name.split("/") for name in self._tree(PROVINCES).names())
        return sorted(step[0] for step in steps if step[1:] == ["catalogue.yaml"])

    def open(self, path: str) -> tuple[Tree, str]:
        """See ``Where``.

        Raises:
            UnknownRevision: Git does not know the revision, or there is neither a list nor an edition of that name.
        """
        tree = self._tree(path)
        if tree.is_folder and not set(HEADS) & set(tree.names()):
            raise UnknownRevision(tree.label, "list")
        folder = tree.folder if tree.is_folder else tree.folder.rpartition("/")[0]
        return tree, f"{self._revision}:{folder}/" if folder else f"{self._revision}:"

    def _tree(self, path: str) -> RevisionTree:
        return RevisionTree(Path(), self._revision, path)


def found(name: str, where: Where) -> tuple[str, str] | None:
    """The path of a list or an edition that a name means, and the place inside it; ``None`` if it means nothing there.

    Args:
        name: A path; a province's code, name or folder; or one of these with ``/`` and a place of the list.
        where: Where to look.

    Raises:
        AmbiguousSide: There are several lists of that province.
    """
    if where.holds(name):
        folder, _, last = name.rpartition("/")
        return (folder or "." if last in HEADS else name), ""
    folder = _folder_of(name, where)
    if folder:
        return folder, ""
    head, _, place = name.rpartition("/")
    base = head if head and where.holds(f"{head}/catalogue.yaml") else _folder_of(head, where)
    return (base, place) if base and place else None


def _folder_of(name: str, where: Where) -> str:
    """The folder of a province's list; ``""`` if there is none. A name alone means a province, never a city."""
    codes = {name} if re.fullmatch(r"[0-9]{6}", name) else {each.code for each in provinces_named(name)}
    fitting = [each for each in where.folders() if each == name or (each[:6] in codes and each[6:7] in ("", "-"))]
    exact = [each for each in fitting if each == name]
    chosen = exact or fitting
    if len(chosen) > 1:
        raise AmbiguousSide(name, [f"{PROVINCES}/{each}" for each in chosen])
    return f"{PROVINCES}/{chosen[0]}" if chosen else ""


def provinces_named(name: str) -> list[Division]:
    """The provinces of a name: 吉林 is the province here, not the city in it."""
    return [each for each in known_divisions().find(name) if each.level == "province"]
