"""The waivers of a list as they were at a git revision, so that a change to the files cannot approve itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from qingdan.findings import Finding, Severity
from qingdan.loading.catalogue import PLACES
from qingdan.loading.files import read_files
from qingdan.loading.placed import Placed
from qingdan.problems import UnknownRevision
from qingdan.reading.revisions import RevisionTree, place_of

NAME = "waivers.yaml"
HEAD = "catalogue.yaml"
Record = Mapping[str, str]


@dataclass(frozen=True)
class WaiversAt:
    """The waivers of one list at a revision.

    Attributes:
        revision: As it was asked for.
        commit: The commit that it meant in the repository of the list.
        records: Its waivers there.
        problem: Why there are none: ``no_list``, ``unreadable``, or ``""``.
    """

    revision: str
    commit: str
    records: tuple[Record, ...] = ()
    problem: Literal["", "no_list", "unreadable"] = ""


def waivers_at(folder: Path, revision: str) -> WaiversAt:
    """Read the waivers of a list from git.

    Args:
        folder: The folder of the list, in the working tree.
        revision: A commit, a branch, a tag.

    Raises:
        UnknownRevision: There is no git, the folder is in no repository, or there is no such revision.
    """
    place = place_of(folder, revision)
    try:
        tree = RevisionTree(folder, revision, f"{place}{NAME}")
    except UnknownRevision as error:
        if error.missing != "path":
            raise
        return _without(folder, revision, place)
    files = read_files(tree, {NAME: PLACES[NAME]})
    if files.unread:
        return WaiversAt(revision, tree.commit, problem="unreadable")
    return WaiversAt(revision, tree.commit, tuple(files.records("waivers")))


def _without(folder: Path, revision: str, place: str) -> WaiversAt:
    """There are no waivers at the revision: because there were none yet, or because there was no list."""
    try:
        return WaiversAt(revision, RevisionTree(folder, revision, f"{place}{HEAD}").commit)
    except UnknownRevision as error:
        if error.missing != "path":
            raise
        return WaiversAt(revision, "", problem="no_list")


def in_force(here: Sequence[Placed], base: WaiversAt) -> list[Placed]:
    """The waivers that hold: those of the revision which the working tree still names, each as it reads there.

    What the working tree no longer names does not hold: to take a waiver away needs no approval.
    """
    return [replace(placed, record=record) for placed, record in _paired(here, base.records) if record is not None]


def not_in_force(here: Sequence[Placed], base: WaiversAt) -> Iterator[Finding]:
    """A remark on each waiver that is new or other than at the revision."""
    for placed, record in _paired(here, base.records):
        if record == placed.record:
            continue
        id = placed.record["id"]
        place = " ".join(placed.record[name] for name in ("path", "fingerprint") if name in placed.record)
        problem = base.problem or ("new" if record is None else "changed")
        args = {"waived": id, "place": place, "problem": problem}
        extra, pointer, path = {"revision": base.revision}, placed.pointer_to("id"), f"waivers[{id}]"
        yield Finding("WVR012", Severity.INFO, placed.locate("id"), args, extra, pointer=pointer, path=path)


def _key(record: Record) -> tuple[str, str, str]:
    return record["id"], record.get("path", ""), record.get("fingerprint", "")


def _paired(here: Sequence[Placed], records: Sequence[Record]) -> Iterator[tuple[Placed, Record | None]]:
    """Each waiver of the working tree with what it was: the same, or one of the same finding that it took the place of.

    A second waiver beside one that stayed as it was is a new one.
    """
    there: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    kept: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in records:
        there[_key(record)].append(record)
    for placed in here:
        kept[_key(placed.record)].append(placed.record)
    for placed in here:
        same = there.get(_key(placed.record), [])
        left = (each for each in same if each not in kept[_key(each)])
        yield placed, placed.record if placed.record in same else next(left, None)
