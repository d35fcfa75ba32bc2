"""The sides of a comparison: the nation, a province, a file, or any of these as it was at a git revision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition, load_edition
from qingdan.loading.opening import (
    DEFAULT_EDITION,
    NothingThere,
    editions,
    known_divisions,
    national,
    tree_of,
)  # fmt: skip
from qingdan.reading import Tree
from qingdan.reading.revisions import RevisionTree

#: Where a province is looked for by its code or name.
PROVINCES = "provinces"
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")


class UnknownSide(Exception):
    """Raised when a side of a comparison is neither the nation, nor a province, nor a path, nor a revision of one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"neither national, nor a province, nor a path: {name!r}")
        self.name = name


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes:
        label: As it was asked for.
        edition: The edition itself, or the one by which the catalogue is judged.
        catalogue: The list of a province; ``None`` for the nation.
    """

    label: str
    edition: Edition
    catalogue: Catalogue | None = None

    @property
    def name(self) -> str:
        """What a report calls the side."""
        return self.catalogue.head["name"] if self.catalogue else self.edition.head["name"]

    @property
    def unread(self) -> list[str]:
        """Files of the side that could not be read."""
        return self.catalogue.files.unread if self.catalogue else self.edition.files.unread


def side(name: str, edition: str = "") -> Side:
    """Open one side.

    Args:
        name: ``national``, ``national@2025``, a province's code, name or folder, an edition's folder, a file, or
            ``REVISION:path`` for a folder or file as it was.
        edition: Judge a catalogue by this edition instead of the one it names.

    Raises:
        UnknownSide: It is none of these.
        UnknownEdition: The edition is not to be had.
        NoEdition: Its ``edition.yaml`` cannot be read.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
    """
    if name == "national" or name.startswith("national@"):
        return Side(name, national(name.partition("@")[2] or edition or DEFAULT_EDITION))
    path = _found(name)
    if path is not None:
        return _of_path(name, path, edition)
    revision, colon, below = name.partition(":")
    if colon and revision and not _DRIVE.match(name):
        return _of_tree(name, RevisionTree(Path(), revision, below.replace("\\", "/")), f"{revision}:", edition)
    raise UnknownSide(name)


def _found(name: str) -> Path | None:
    """The path that a name means: itself, or the folder of a province of that code or name."""
    path = Path(name)
    if path.exists():
        return path
    codes = [name] if re.fullmatch(r"[0-9]{6}", name) else [each.code for each in known_divisions().find(name)]
    folders = (folder for code in codes for folder in sorted(Path(PROVINCES).glob(f"{code}-*")))
    return next(folders, None)


def _of_path(name: str, path: Path, edition: str) -> Side:
    if (path / "edition.yaml").is_file():
        return Side(name, national(path.as_posix()))
    if not path.is_file() and not (path / "catalogue.yaml").is_file():
        raise NothingThere(path)
    tree, prefix = tree_of(path)
    return _of_tree(name, tree, prefix, edition)


def _of_tree(name: str, tree: Tree, prefix: str, edition: str) -> Side:
    if "edition.yaml" in tree.names():
        return Side(name, load_edition(tree, prefix=prefix))
    catalogue = load_catalogue(tree, prefix=prefix)
    named = catalogue.head["edition"]
    return Side(name, national(edition or (named if named in editions() else DEFAULT_EDITION)), catalogue)
