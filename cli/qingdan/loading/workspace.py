"""Editions that are read once for everybody who asks, by what their files hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from qingdan.loading.edition import Edition
from qingdan.loading.opening import DEFAULT_EDITION, edition_tree, national, tree_of
from qingdan.problems import UnknownEdition
from qingdan.reading import Tree

Made = TypeVar("Made")


@dataclass
class _Kept:
    """An edition, and what was made of it since it was read."""

    edition: Edition
    made: dict[Hashable, object] = field(default_factory=dict)


class Workspace:
    """What one who works with lists has read already.

    One answer rests on one reading: an edition that changes on disk meanwhile is read anew only after ``look_again``,
    with which every function of the SDK begins. Whoever asks often keeps one; nothing is kept outside of it.
    """

    def __init__(self, made: Mapping[str, Tree] | None = None) -> None:
        """Begin.

        Args:
            made: Name of a file that is no list → the list that was made of it.
        """
        self._editions: dict[str, _Kept] = {}
        self._made = dict(made or {})

    def __reduce__(self) -> tuple[type[Workspace], tuple[dict[str, Tree]]]:
        return Workspace, (self._made,)  # another process reads for itself

    def keep_made(self, name: str, tree: Tree) -> None:
        """Take in a list that was made of a file that is none, such as a table: it is read in its place.

        Args:
            name: How the file is called where it is asked for.
            tree: The files of the list.
        """
        self._made[Path(name).as_posix()] = tree

    def made(self, name: str) -> Tree | None:
        """The list that was made of a file; ``None`` where none was."""
        return self._made.get(Path(name).as_posix()) if self._made else None

    def tree_of(self, root: Path) -> tuple[Tree, str]:
        """The tree of a root, and what is put before its names so that a person finds the file."""
        made = self.made(str(root))
        return (made, f"{root.as_posix()}/") if made else tree_of(root)

    def edition(self, name: str = DEFAULT_EDITION) -> Edition:
        """An edition of the national standard.

        Args:
            name: Id of an edition in the package, or a folder with ``edition.yaml``.

        Raises:
            UnknownEdition: There is no such edition.
            NoEdition: Its ``edition.yaml`` cannot be read.
        """
        return self._kept(name).edition

    def made_of(self, name: str, what: Hashable, make: Callable[[Edition], Made]) -> Made:
        """Something that is made of an edition, made once.

        Args:
            name: See ``edition``.
            what: What it is, and all that it depends on besides the edition.
            make: Makes it.

        Raises:
            UnknownEdition: There is no such edition.
            NoEdition: Its ``edition.yaml`` cannot be read.
        """
        kept = self._kept(name)
        if what not in kept.made:
            kept.made[what] = make(kept.edition)
        return cast("Made", kept.made[what])

    def look_again(self) -> Workspace:
        """Forget the editions whose files are not what they were, and what was made of any file; the same workspace."""
        self._made.clear()
        for name in [name for name, kept in self._editions.items() if not _as_it_was(name, kept.edition)]:
            del self._editions[name]
        return self

    def _kept(self, name: str) -> _Kept:
        if name not in self._editions:
            self._editions[name] = _Kept(national(name))
        return self._editions[name]


def _as_it_was(name: str, edition: Edition) -> bool:
    """Whether the files of an edition are the same, each with the same bytes."""
    try:
        tree, prefix = edition_tree(name)
        now = {prefix + each: hashlib.sha256(tree.read(each)).hexdigest() for each in tree.names()}
    except (OSError, UnknownEdition):
        return False
    return now == edition.files.hashes
