"""The sides of a comparison: the nation, a province, a place of one, a file, or any of these at a git revision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qingdan.loading.catalogue import Catalogue, Effective, load_catalogue, path_of
from qingdan.loading.edition import Edition, load_edition
from qingdan.loading.opening import DEFAULT_EDITION, editions, known_divisions
from qingdan.loading.searching import AtRevision, Here, found
from qingdan.loading.workspace import Workspace
from qingdan.problems import AmbiguousSide, UnknownPlace, UnknownSide
from qingdan.reading import Tree

#: A place of a list that stands for all its places.
ALL = "all"
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")
_NATIONAL = re.compile(r"national(?:@(?P<edition>.+))?", re.DOTALL)


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes:
        label: As it was asked for.
        edition: The edition itself, or the one by which the catalogue is judged.
        catalogue: The list of a province; ``None`` for the nation.
        place: Path of the one locality that is meant, ``all`` for every one; ``""`` for the whole list.
        single: It is one file that stands alone.
    """

    label: str
    edition: Edition
    catalogue: Catalogue | None = None
    place: str = ""
    single: bool = False

    @property
    def name(self) -> str:
        """What a report calls the side."""
        if self.catalogue is None:
            return str(self.edition.head["name"])
        names = [file.record["name"] for file in self.catalogue.localities if path_of(file.record) == self.place]
        return names[0] if names else str(self.catalogue.head["name"])

    @property
    def named(self) -> str:
        """The edition that the catalogue names; ``""`` where it names none."""
        return self.catalogue.head["edition"] if self.catalogue else ""

    @property
    def unread(self) -> list[str]:
        """Files of the side that could not be read."""
        return self.catalogue.files.unread if self.catalogue else self.edition.files.unread

    @property
    def left_out(self) -> list[str]:
        """Entries and elements of the side that were left out for their structure, each by identity."""
        files = self.catalogue.files if self.catalogue else self.edition.files
        entries = [f"{kind}[{id}]" for kind, id in files.left_out]
        return entries + [f"{kind}[{id}].{element}" for kind, id, element in files.dropped]

    def subjects(self) -> Iterator[Effective]:
        """The items that the side stands for, each as it holds in its place."""
        start = "localities[" if self.place == ALL else f"{self.place}.items[" if self.place else ""
        for subject in self.catalogue.effective() if self.catalogue else ():
            if subject.path.startswith(start):
                yield subject


def pair(before: str, after: str, workspace: Workspace, edition: str = "") -> tuple[Side, Side]:
    """Open two sides; ``national`` against a list is the edition by which the list is judged.

    Args:
        before: See ``side``.
        after: See ``side``.
        workspace: What was read already.
        edition: See ``side``.
    """
    one, other = side(before, workspace, edition), side(after, workspace, edition)
    if before == "national" and other.catalogue:
        one = replace(one, edition=other.edition)
    if after == "national" and one.catalogue:
        other = replace(other, edition=one.edition)
    return one, other


def side(name: str, workspace: Workspace, edition: str = "") -> Side:
    """Open one side.

    Args:
        name: ``national``, ``national@2025``; a province's code, name or folder; an edition's folder; a file; a
            province with ``/`` and a place of its list, or ``/all`` for every place; any of these after ``REVISION:``
            as it was.
        workspace: What was read already.
        edition: Judge a catalogue by this edition instead of the one it names.

    Raises:
        UnknownSide: It is none of these.
        UnknownPlace: The list has no such place.
        AmbiguousSide: The name means several lists or places.
        NothingThere: A folder holds neither a list nor an edition.
        UnknownEdition: The edition is not to be had.
        NoEdition: Its ``edition.yaml`` cannot be read.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
    """
    nation = _NATIONAL.fullmatch(name)
    if nation:
        return Side(name, workspace.edition(nation["edition"] or edition or DEFAULT_EDITION))
    tree, prefix, place = tree_named(name, edition, workspace)
    names = tree.names()
    if "edition.yaml" in names:
        return Side(name, load_edition(tree, prefix=prefix))
    catalogue = load_catalogue(tree, prefix=prefix)
    judged = edition or (catalogue.head["edition"] if catalogue.head["edition"] in editions() else DEFAULT_EDITION)
    meant = _place(name, place, catalogue) if place else ""
    return Side(name, workspace.edition(judged), catalogue, meant, "catalogue.yaml" not in names)


def tree_named(name: str, edition: str = "", workspace: Workspace | None = None) -> tuple[Tree, str, str]:
    """The files that a name means, what is put before their names in locations, and the place inside the list.

    Args:
        name: See ``side``; ``national`` only after a revision.
        edition: The edition that ``national`` means there.
        workspace: What was read already.

    Raises:
        UnknownSide: It is none of these.
        AmbiguousSide: The name means several lists.
        NothingThere: A folder holds neither a list nor an edition.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
    """
    if "\0" in name:
        raise unknown_side(name)
    if made := workspace.made(name) if workspace else None:
        return made, f"{Path(name).as_posix()}/", ""
    here = Here()
    meant = found(name, here)
    if meant:
        return *here.open(meant[0]), meant[1]
    revision, colon, below = name.partition(":")
    if not colon or not revision or _DRIVE.match(name):
        raise unknown_side(name)
    then, below = AtRevision(revision), below.replace("\\", "/").strip("/")
    nation = _NATIONAL.fullmatch(below)
    if nation:
        below = f"catalogue/{nation['edition'] or edition or DEFAULT_EDITION}"
    path, place = found(below, then) or (below, "")
    return *then.open(path), place


def _place(name: str, place: str, catalogue: Catalogue) -> str:
    """The locality of a list that a code or name means."""
    known = {path_of(file.record): file.record for file in catalogue.localities}
    if place == ALL and known:
        return ALL
    codes = {place} | {division.code for division in known_divisions().find(place)}
    called = [
        path
        for path, file in known.items()
        if file.get("area") in codes or place in (file["name"], file.get("zone", {}).get("name"))
    ]
    if len(called) > 1:
        raise AmbiguousSide(name, [_asked(known[path]) for path in called])
    if not called:
        raise UnknownPlace(place, [_asked(file) for file in known.values()])
    return called[0]


def _asked(file: dict[str, object]) -> str:
    """A place as it can be asked for."""
    return f"{file['area']} {file['name']}" if "area" in file else str(file["name"])


def unknown_side(name: str) -> UnknownSide:
    """What is to be raised of a name that means no side: it says which divisions are called so."""
    coded = known_divisions().get(name)
    return UnknownSide(name, [coded] if coded else known_divisions().find(name))
