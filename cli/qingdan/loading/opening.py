"""Where editions and catalogues are: in the package, in a folder, in a single file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from qingdan.loading import as_read
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.edition import Edition, load_edition
from qingdan.loading.foreign import standard_of_folder
from qingdan.model import divisions, readings
from qingdan.model.divisions import Divisions
from qingdan.model.readings import Readings
from qingdan.problems import NothingThere, UnknownEdition
from qingdan.reading import FileTree, FolderTree, Tree, data_folder

#: The edition that is used where a catalogue names none.
DEFAULT_EDITION = "2025"


@cache
def known_divisions() -> Divisions:
    """The table of divisions that travels with the package."""
    folder = data_folder("catalogue") / "divisions"
    return divisions.parse((folder / "divisions.csv").read_bytes(), (folder / "changes.csv").read_bytes())


@cache
def known_readings() -> Readings:
    """How the names of divisions are read: the table that travels with the package."""
    return readings.parse((data_folder("catalogue") / "divisions" / "readings.csv").read_bytes())


def editions() -> list[str]:
    """Ids of the editions in the package."""
    return sorted(path.parent.name for path in data_folder("catalogue").glob("*/edition.yaml"))


def edition_tree(name: str) -> tuple[Tree, str]:
    """The files of an edition, and what is put before their names so that a person finds them.

    Args:
        name: Id of an edition in the package, or a folder with ``edition.yaml``.

    Raises:
        UnknownEdition: There is no such edition.
    """
    known = editions()
    if name in known:
        return FolderTree(data_folder("catalogue") / name), f"catalogue/{name}/"
    if not (Path(name) / "edition.yaml").is_file():
        raise UnknownEdition(name, known)
    return FolderTree(Path(name)), f"{Path(name).as_posix()}/"


def national(name: str = DEFAULT_EDITION) -> Edition:
    """Read an edition of the national standard; who needs it more than once asks a ``Workspace``.

    Args:
        name: See ``edition_tree``.

    Raises:
        UnknownEdition: There is no such edition.
        NoEdition: Its ``edition.yaml`` cannot be read.
    """
    tree, prefix = edition_tree(name)
    return load_edition(tree, prefix=prefix, as_read=as_read.kept(name) if name in editions() else None)


def load(path: Path) -> Catalogue:
    """The list of one province, from a folder or a single file.

    Raises:
        NothingThere: The path is neither.
    """
    if not path.is_file() and not (path / "catalogue.yaml").is_file():
        raise nothing_there(path)
    tree, prefix = tree_of(path)
    return load_catalogue(tree, prefix=prefix)


def roots(path: Path) -> Iterator[Path]:
    """The catalogues, editions and single files that a path stands for.

    Raises:
        NothingThere: There are none.
    """
    if path.is_file():
        yield path
        return
    heads = ("catalogue.yaml", "edition.yaml")
    if any((path / head).is_file() for head in heads):
        yield path
        return
    below = sorted(child.parent for head in heads for child in path.glob(f"*/{head}")) if path.is_dir() else []
    if not below:
        raise nothing_there(path)
    yield from below


def nothing_there(path: Path) -> NothingThere:
    """What is to be raised of a path where something else was wanted: it says what is there."""
    if (path / "edition.yaml").exists():
        return NothingThere(path, "edition")
    if path.is_dir() and (standard := standard_of_folder(each.name for each in path.iterdir())):
        return NothingThere(path, "standard", standard)
    return NothingThere(path, "else" if path.exists() else "nothing")


def tree_of(root: Path) -> tuple[Tree, str]:
    """The tree of a root, and what is put before its names so that a person finds the file."""
    if root.is_file():
        return FileTree(root), f"{root.parent.as_posix()}/" if root.parent != Path() else ""
    return FolderTree(root), f"{root.as_posix()}/" if root != Path() else ""
