"""Lists checked, counted and handed on as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.checking import listed, run
from qingdan.checking.trust import trusted
from qingdan.findings import Finding, Report
from qingdan.loading import opening
from qingdan.loading.workspace import Workspace
from qingdan.reading import Tree, UnsavedTree
from qingdan.sdk.asked import AnyPath, looked
from qingdan.sdk.importing import TABLES, import_table
from qingdan.selecting import Options

if TYPE_CHECKING:
    from qingdan.checking.check import Checked
    from qingdan.reports.coverage.facts import Coverage
    from qingdan.reports.export.facts import Export
    from qingdan.reports.impact.facts import Impact
    from qingdan.words.grammar import Lang


def validate(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    waivers_from: str = "",
    baseline: AnyPath = "",
    rules: Sequence[str] = (),
    profile: AnyPath = "",
    province: str = "",
    watch: Callable[[int, int, str], None] | None = None,
    workers: int = 1,
    workspace: Workspace | None = None,
) -> Report:
    """Check provinces, single files or editions.

    Args:
        paths: Folders with ``catalogue.yaml`` or ``edition.yaml``, folders of such folders, or single files.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: An edition in place of the one that each catalogue names.
        select: Run only these rules, requirements or groups: ``["TIM", "JY-0401-R02"]``; empty: all.
        ignore: Leave these out.
        waivers_from: The git revision whose waivers hold, such as the base of a pull request; empty: the files' own.
        baseline: An earlier report as JSON: the findings are then those that are new since, and each section says in
            ``since`` how many were there before, what has gone and what cannot be compared.
        rules: Installed distributions whose rules are run as well: ``["qingdan-rules-example"]``.
        profile: A file that chooses and weighs rules: its path, or the name of one in ``profiles`` of a list.
        province: Whose lists files of tables are (xlsx, csv, …): they are imported in memory, findings are at cells.
        watch: Told after each list how many are done, how many there are, and its name.
        workers: How many processes may share many lists; a script that asks for more than one must guard its main
            part with ``if __name__ == "__main__"`` where processes are spawned (Windows, macOS).
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The report: sections with findings, counts and judgements.

    Raises:
        NothingThere: A path holds nothing that could be checked.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        UnknownRule: ``select`` or ``ignore`` names something that does not exist.
        RetiredRule: ``select`` names a rule that is run no longer.
        UnknownRevision: Git does not know ``waivers_from``, or a list is in no repository.
        BrokenBaseline: ``baseline`` is no such report.
        UnknownRules: One of ``rules`` is not installed, or brings no rules.
        BrokenRules: What it brings cannot be used.
        UnknownProfile: There is no such ``profile``.
        BrokenProfile: It cannot be used.
        NotATable: A file of tables cannot be read.
        NoHeadings: No row of it has headings that are known.
        UnknownProvince: ``province`` is none.
        ValueError: ``as_of`` is no day.
    """
    options = _options(as_of, edition, select, ignore, rules, waivers_from)
    earlier, workspace = Path(baseline) if str(baseline) else None, looked(workspace)
    made, roots = {}, []
    for path in map(Path, paths):
        if province and path.suffix.lower() in TABLES:
            made[path.as_posix()] = import_table(path, province=province, as_of=as_of, workspace=workspace)
        else:
            roots.append(path)
    return run.validate(roots, options, workspace, watch, workers, earlier, str(profile), made)


def check(
    source: AnyPath | Tree,
    *,
    as_of: str,
    edition: AnyPath = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[str] = (),
    profile: AnyPath = "",
    unsaved: Mapping[str, bytes] | None = None,
    workspace: Workspace | None = None,
) -> Checked:
    """Check one list, wherever its files are: on disk, at a git revision, in memory, or not saved yet.

    Args:
        source: A list as ``compare`` names it, such as ``main:330000``, or a tree of files of one's own.
        as_of: The day by whose rules a list in use is judged: ``"2026-11-22"``.
        edition: An edition in place of the one that the list names.
        select: Run only these rules, requirements or groups; empty: all.
        ignore: Leave these out.
        rules: Installed distributions whose rules are run as well.
        profile: A file that chooses and weighs rules: its path, or the name of one in ``profiles`` of the list.
        unsaved: Name of a file inside the list → what it holds in place of what was saved, as an editor has it.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The list, its judgements, and the section of a report about it.

    Raises:
        UnknownSide: ``source`` is nothing that ``compare`` takes.
        UnknownRevision: Git does not know the revision, or nothing of that name in it.
        NothingThere: A folder holds no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        UnknownRule: ``select`` or ``ignore`` names something that does not exist.
        RetiredRule: ``select`` names a rule that is run no longer.
        UnknownRules: One of ``rules`` is not installed, or brings no rules.
        BrokenRules: What it brings cannot be used.
        UnknownProfile: There is no such ``profile``.
        BrokenProfile: It cannot be used.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.checking.check import check as checked
    from qingdan.checking.profiles import with_profile
    from qingdan.loading import sides

    tree, prefix, _ = sides.tree_named(str(source)) if isinstance(source, str | PathLike) else (source, "", "")
    workspace = looked(workspace)
    tree = UnsavedTree(tree, unsaved) if unsaved else tree
    options = with_profile(_options(as_of, edition, select, ignore, rules), str(profile), [(tree, prefix)])
    return checked(tree, workspace, run.settled(options, workspace, [tree]), prefix=prefix)


def _options(
    as_of: str, edition: AnyPath, select: Sequence[str], ignore: Sequence[str], rules: Sequence[str], base: str = ""
) -> Options:
    """What was asked for; one name may stand for a list of one."""
    chosen, left, named = ((each,) if isinstance(each, str) else tuple(each) for each in (select, ignore, rules))
    return Options(as_of, str(edition), chosen, left, base, named)


def describe(finding: Finding, lang: Lang = "zh") -> str:
    """What a finding says and what to do next, in one line.

    Args:
        finding: A finding of a report.
        lang: ``"zh"`` or ``"en"``.
    """
    from qingdan.printing import messages

    return f"{messages.message(finding, lang)} {messages.advice(finding, lang)}"


def coverage(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    localities: str = "",
    watch: Callable[[int, int, str], None] | None = None,
    workspace: Workspace | None = None,
) -> Coverage:
    """Which national items the lists cover, and how much of them was judged.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: An edition in place of the one that each catalogue names.
        localities: Code, name or folder of one of the lists: its places take the place of the lists.
        watch: Told before each list how many are done, how many there are, and its name; once more at the end.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The matrix, with counts that are those of a validation.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownSide: ``localities`` is none of the lists.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.loading.sides import unknown_side
    from qingdan.reports.coverage.facts import of_places, of_provinces

    workspace = looked(workspace)
    roots, options = [Path(path) for path in paths], Options(as_of, str(edition))
    if not localities:
        return of_provinces(listed.lists(roots, options, workspace, watch), as_of)
    codes = {division.code for division in opening.known_divisions().find(localities)} | {localities}
    for each in listed.lists(roots, options, workspace):
        head, path = each.catalogue.head, Path(each.label)
        if head["province"] in codes or localities in (head["name"], path.name) or path == Path(localities):
            return of_places(each, as_of)
    raise unknown_side(localities)


def impact(
    *paths: AnyPath,
    edition: AnyPath,
    as_of: str,
    against: AnyPath = "",
    watch: Callable[[int, int, str], None] | None = None,
    workspace: Workspace | None = None,
) -> Impact:
    """What a candidate edition would change for the lists that are here.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        edition: The candidate: a folder with ``edition.yaml``, or an id.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        against: The edition in use; empty: the one that each catalogue names.
        watch: Told before each list how many are done, how many there are, and its name; once more at the end.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        Findings that become new or go, and judgements that turn, list by list.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: An edition is not to be had.
        BrokenEdition: An edition has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.reports.impact.facts import impact_of

    workspace, roots = looked(workspace), listed.list_roots([Path(path) for path in paths])
    before = run.validate(roots, Options(as_of, str(against)), workspace, watch)
    return impact_of(before, run.validate(roots, Options(as_of, str(edition)), workspace, watch))


def export(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    findings: bool = False,
    workspace: Workspace | None = None,
) -> Export:
    """Lists as data: every guide with its place, its source and whether it is to be relied on.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        as_of: The day by which a guide is called old: ``"2026-11-22"``.
        edition: The edition whose names are used, in place of the default one.
        findings: Check each list, too: a workbook of it then says at each cell what was found.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        The guides, in the order of the lists.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.checking.check import check as checked
    from qingdan.reports.export.facts import export_of

    options, workspace = Options(as_of, str(edition)), looked(workspace)
    nation = trusted(options.edition or opening.DEFAULT_EDITION, as_of, workspace)
    roots = [Path(path) for path in paths]
    if not findings:
        return export_of((each.catalogue for each in listed.lists(roots, options, workspace)), nation, as_of)
    listed.check_day(as_of)
    found = []
    for root in listed.list_roots(roots):
        tree, prefix = opening.tree_of(root)
        found.append(checked(tree, workspace, options, label=root.as_posix(), prefix=prefix))
    lists = (each.listed.catalogue for each in found)
    return export_of(lists, nation, as_of, [each.section for each in found])


def template(
    province: str,
    *,
    as_of: str,
    edition: AnyPath = "",
    items: str = "all",
    workspace: Workspace | None = None,
) -> Export:
    """A list that is still to be filled in: ``render(…, "xlsx")`` makes it a workbook that says what is required.

    Args:
        province: Six digits of GB/T 2260, or a name.
        as_of: The day by which it is told what is in force: ``"2026-11-22"``.
        edition: Id of an edition or a folder with ``edition.yaml``, in place of the default one.
        items: The national items: ``all``, or ids with commas between them.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        An export without guides, with the list in ``.template``.

    Raises:
        UnknownProvince: ``province`` is none.
        UnknownItems: The edition has no such item.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.reports.export.facts import Export, Template
    from qingdan.skeletons import template_of
    from qingdan.starting import province_called

    listed.check_day(as_of)
    nation = trusted(str(edition) or opening.DEFAULT_EDITION, as_of, looked(workspace))
    division = province_called(province)
    files, links = template_of(division, nation, items)
    return Export(as_of, nation, (), (), template=Template(division.name, files, links))
