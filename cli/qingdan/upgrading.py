"""Bring a list to a newer edition: plan, prepare every file, look the result over, and only then write.

Nothing is written unless everything could be: each file is edited in memory, read again, and the whole list validated
as it will be; the first file changes on disk after the last one is ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qingdan.checking.check import check
from qingdan.checking.trust import trusted
from qingdan.findings import Finding, Severity
from qingdan.loading import sides
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.loading.opening import editions, tree_of
from qingdan.loading.workspace import Workspace
from qingdan.problems import BrokenList, NoCommonAncestor, NoEdition, NotAList
from qingdan.reading import UnsavedTree
from qingdan.reports.upgrade.facts import Upgrade, UpgradeConflict, plan
from qingdan.selecting import Options
from qingdan.writing.prepared import Prepared, prepared
from qingdan.writing.recovery import Told, put_right, unfinished
from qingdan.writing.replacing import protected, replace_all


def upgrade(
    name: str, to: str, as_of: str, workspace: Workspace, *, dry_run: bool = False, told: Told | None = None
) -> Upgrade:
    """Bring a list to a newer edition.

    Args:
        name: A province's code, name or folder.
        to: Id of an edition in the package, or a folder with ``edition.yaml``.
        as_of: The day by whose rules the list is judged.
        workspace: What was read already.
        dry_run: Plan and prepare, write nothing.
        told: Told where a killed run had left something, before anything else is done.

    Raises:
        NotAList: It is no folder of a list.
        BrokenList: The list has faults of reading or structure.
        NoCommonAncestor: The new edition does not succeed that of the list.
        UnknownEdition: The new edition is not to be had.
        BrokenEdition: It has errors of its own.
        NotAsMeant: A file is laid out so that it cannot be edited safely.
        ChangedMeanwhile: A file was changed by somebody else in between.
        WriteProtected: Files that would change are read-only.
        OSError: A file cannot be written; all are as they were.
    """
    catalogue = _readable(name, workspace)
    half_done = unfinished(Path(catalogue.label))
    if not dry_run:
        put_right(Path(catalogue.label), told)
        catalogue = _readable(name, workspace) if half_done else catalogue
    new = trusted(to, as_of, workspace)
    line = lineage(catalogue.head["edition"], new, to, workspace)
    result = plan(catalogue, [edition for _, edition in line], as_of)
    result.names = new.registries.name
    result.half_done = half_done and dry_run
    if not result.changes:
        return result
    files = _prepared(catalogue, result)
    found = list(_found(catalogue, files, line, as_of, workspace, result))
    while _taken_back(result, found, line):
        files = _prepared(catalogue, result)
        found = list(_found(catalogue, files, line, as_of, workspace, result))
    result.conflicts += found
    result.protected = [path.as_posix() for path in protected(files)]
    if not dry_run:
        replace_all(Path(catalogue.label), files)
        result.written = list(result.diffs)
    return result


def _prepared(catalogue: Catalogue, result: Upgrade) -> Prepared:
    """Every file that changes, edited and read again: path → the bytes as they are, and as they will be."""
    root = Path(catalogue.label)
    files, result.diffs = prepared(root, *tree_of(root), catalogue.files.documents, result.changes)
    return files


def _taken_back(result: Upgrade, found: list[UpgradeConflict], line: list[tuple[str, Edition]]) -> bool:
    """Take back the edits that validation would object to: a person must decide; whether there were any."""
    elements = [edit for edit in result.edits if edit.what == "element"]
    told = [(each, each.finding) for each in found if each.finding]
    wrong = {edit.path: (edit, each) for edit in elements for each, finding in told if _speaks_of(finding, edit.path)}
    for edit, each in wrong.values():
        result.edits.remove(edit)
        del result.changes[edit.at[0]][edit.at[1]]
        old, new = edit.requirements[0] if edit.requirements else ("", "")
        base, now = line[0][1].by_id.get(old), line[-1][1].by_id.get(new)
        conflict = replace(each, name=edit.name, path=edit.path, element=edit.element, place=edit.place)
        result.conflicts.append(replace(conflict, value=edit.before, base=base, new=now))
    return bool(wrong)


def _readable(name: str, workspace: Workspace) -> Catalogue:
    catalogue = sides.side(name, workspace).catalogue
    if catalogue is None or "catalogue" not in catalogue.files.heads or not Path(catalogue.label).is_dir():
        raise NotAList(name)
    files = catalogue.files
    faults = [finding for finding in files.findings if finding.severity == Severity.ERROR]
    if faults or files.unread or files.left_out or files.dropped:
        raise BrokenList(name, faults)
    return catalogue


def lineage(before: str, new: Edition, named: str, workspace: Workspace) -> list[tuple[str, Edition]]:
    """The editions from that of a list to a new one, oldest first, each with the name it is opened by.

    Args:
        before: Id of the edition of the list.
        new: The new edition.
        named: Its id in the package, or its folder; those it succeeds are looked for in the package and beside it.
        workspace: What was read already.

    Raises:
        NoCommonAncestor: The new edition does not succeed that of the list.
    """
    line, seen = [(named, new)], {new.id}
    while line[0][1].id != before:
        wanted = line[0][1].head.get("succeeds", "")
        if not wanted or wanted in seen:
            raise NoCommonAncestor(before, new.id)
        seen.add(wanted)
        found = _edition(wanted, named, workspace)
        if found is None:
            raise NoCommonAncestor(before, new.id, wanted)
        line.insert(0, found)
    return line


def _edition(id: str, beside: str, workspace: Workspace) -> tuple[str, Edition] | None:
    """An edition of the package, or one in a folder beside another."""
    if id in editions():
        return id, workspace.edition(id)
    for head in sorted(Path(beside).parent.glob("*/edition.yaml")) if Path(beside).is_dir() else ():
        try:
            edition = workspace.edition(head.parent.as_posix())
        except NoEdition:
            continue
        if edition.id == id:
            return head.parent.as_posix(), edition
    return None


def _found(
    catalogue: Catalogue,
    files: Prepared,
    line: list[tuple[str, Edition]],
    as_of: str,
    workspace: Workspace,
    result: Upgrade,
) -> Iterator[UpgradeConflict]:
    """What validation would find after the upgrade, did not find before, and no conflict names yet."""
    root = Path(catalogue.label)
    tree, prefix = tree_of(root)
    now = UnsavedTree(tree, {path.relative_to(root).as_posix(): new for path, (_, new) in files.items()})
    before, after = (
        check(each, workspace, Options(as_of, edition), prefix=prefix).section.findings
        for each, edition in ((tree, line[0][0]), (now, line[-1][0]))
    )
    known = {(each.id, each.path) for each in before}
    judged = {each.path for each in before if each.id in line[0][1].by_id}
    paths = [each.path for each in result.conflicts]
    open_items = {id for each in result.conflicts for id, _ in each.candidates}
    for finding in after:
        again = (finding.id, finding.path) in known or (finding.id in line[-1][1].by_id and finding.path in judged)
        named = finding.args.get("item") in open_items or any(_speaks_of(finding, path) for path in paths)
        if again or named:
            continue
        yield _conflict(finding)


def _speaks_of(finding: Finding, path: str) -> bool:
    return bool(finding.path) and (finding.path == path or finding.path.startswith((f"{path}.", f"{path}[")))


def _conflict(finding: Finding) -> UpgradeConflict:
    return UpgradeConflict(finding.path, "", "finding", finding=finding, place=finding.location)
