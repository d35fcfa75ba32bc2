"""Sides held against each other, and lists brought to a newer edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.loading.workspace import Workspace
from qingdan.sdk.asked import AnyPath, looked
from qingdan.sdk.importing import with_tables

if TYPE_CHECKING:
    from qingdan.reports.changelog.facts import Changelog
    from qingdan.reports.diff.facts import Diff
    from qingdan.reports.region.facts import Region
    from qingdan.reports.upgrade.facts import Upgrade
    from qingdan.writing.recovery import Told


def compare(
    before: AnyPath,
    after: AnyPath,
    *,
    as_of: str,
    edition: AnyPath = "",
    province: str = "",
    workspace: Workspace | None = None,
) -> Diff:
    """What differs between two sides.

    Args:
        before: ``national``, ``national@2025``; a province's code, name or folder; an edition's folder; a file; a
            province with ``/`` and a place of its list (``430000/433101``), or ``/all`` for every place; any of these
            at a git revision: ``main:provinces/330000-zhejiang``, ``main:330000``.
        after: The other side. The upper of two sides (the nation, the province of a place) is always the first of the
            answer.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: Judge by this edition in place of the one that each catalogue names.
        province: Whose list a side is that is a file of tables (xlsx, csv, …): it is imported in memory.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The differences, worst first.

    Raises:
        UnknownSide: A side is none of these.
        UnknownPlace: A list has no such place.
        AmbiguousSide: A name means several lists or places.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
        UnknownEdition: An edition is not to be had.
        NoEdition: The ``edition.yaml`` of a side cannot be read.
        NothingThere: A folder holds neither a list nor an edition.
        CannotCompare: Nothing sensible can be said of the two sides together.
        NothingRead: A side is a file of which not one item could be read.
        NotATable: A file of tables cannot be read.
        NoHeadings: No row of it has headings that are known.
        UnknownProvince: ``province`` is none.
    """
    from qingdan.loading import sides
    from qingdan.reports.diff import sides as diffing

    kept = with_tables((before, after), province, as_of, edition, workspace)
    return diffing.diff(*sides.pair(str(before), str(after), kept, str(edition)), as_of)


def git_diff(path: str, before: bytes, after: bytes, *, workspace: Workspace | None = None) -> Diff | None:
    """What differs between two versions of one file of a list, as git hands them over.

    Args:
        path: Of the file, from the top of its repository.
        before: The older version, in UTF-8.
        after: The newer version.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The differences by identity; ``None`` where a version cannot be read or holds no items.
    """
    from qingdan.reports.diff.sides import of_bytes

    return of_bytes(path, before, after, looked(workspace))


def region(*provinces: AnyPath, as_of: str, edition: AnyPath = "", workspace: Workspace | None = None) -> Region:
    """What provinces would have to agree on, element by element, and what already agrees.

    Args:
        provinces: The whole lists of different provinces, each as in ``compare``.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: Bring their items together by this edition in place of the one that the first list names.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The elements of each national item with what every province says, what is to be agreed on first.

    Raises:
        CannotCompare: They are not whole lists of different provinces.
        UnknownSide: One of them is nothing that can be compared; see ``compare`` for the rest.
    """
    from qingdan.loading import sides
    from qingdan.reports.region import facts as several

    workspace = looked(workspace)
    return several.region([sides.side(str(each), workspace, str(edition)) for each in provinces], as_of)


def changelog(
    before: AnyPath, after: AnyPath, *, as_of: str, edition: AnyPath = "", workspace: Workspace | None = None
) -> Changelog:
    """What changed between two versions of one list, as the rows of the annex that goes with a public notice.

    Args:
        before: The older version, named as for ``compare``: ``main:provinces/330000-zhejiang``. Two editions of the
            national standard are compared, too.
        after: The newer version.
        as_of: The day on which the annex is made: ``"2026-11-22"``.
        edition: Match names by the registries of this edition in place of the one that each catalogue names.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The rows by kind, with reason, basis and day where the files state them.

    Raises:
        NotOneList: The sides are lists of two provinces or places, or the nation and a province.
        UnknownSide: A side is none of those that ``compare`` takes.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
        UnknownEdition: An edition is not to be had.
        NoEdition: The ``edition.yaml`` of a side cannot be read.
        NothingThere: A folder holds neither a list nor an edition.
    """
    from qingdan.loading import sides
    from qingdan.reports.changelog import facts as changelog

    workspace = looked(workspace)
    older, newer = (sides.side(str(each), workspace, str(edition)) for each in (before, after))
    return changelog.changelog(older, newer, as_of)


def upgrade(
    province: AnyPath,
    *,
    to: AnyPath,
    as_of: str,
    dry_run: bool = False,
    told: Told | None = None,
    workspace: Workspace | None = None,
) -> Upgrade:
    """Bring a list to a newer edition: what the province did not touch follows the nation, the rest is kept or asked.

    Args:
        province: A province's code, name or folder.
        to: Id of an edition in the package, or a folder with ``edition.yaml``.
        as_of: The day by whose rules the list is judged: ``"2026-11-22"``.
        dry_run: Plan and prepare, write nothing.
        told: Told where a killed run had left something, before anything else is done: that is put right first.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The edits, the conflicts that a person must decide, and a unified diff of each file.

    Raises:
        NotAList: It is no folder of a list.
        BrokenList: The list has faults of reading or structure.
        NoCommonAncestor: The new edition does not succeed that of the list.
        UnknownSide: There is no such province.
        UnknownEdition: The new edition is not to be had.
        BrokenEdition: It has errors of its own.
        NotAsMeant: A file is laid out so that it cannot be edited safely; nothing was written.
        ChangedMeanwhile: Somebody else changed a file in between; nothing was written.
        WriteProtected: Files that would change are read-only; nothing was written.
        ValueError: ``as_of`` is no day.
    """
    from qingdan import upgrading

    return upgrading.upgrade(str(province), str(to), as_of, looked(workspace), dry_run=dry_run, told=told)
