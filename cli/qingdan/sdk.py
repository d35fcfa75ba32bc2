"""The functions of the SDK that compare and check. What one of them alone needs is imported inside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan import validating
from qingdan.findings import Finding, Report
from qingdan.loading import opening
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.selecting import Options

if TYPE_CHECKING:
    from qingdan.answers.changelog import Changelog
    from qingdan.answers.coverage import Coverage
    from qingdan.answers.differences import Diff
    from qingdan.answers.documents import DocumentStates
    from qingdan.answers.entries import Export
    from qingdan.answers.impact import Impact
    from qingdan.answers.national import NationalItems
    from qingdan.answers.region import Region
    from qingdan.answers.upgrading import Upgrade
    from qingdan.words.grammar import Lang
    from qingdan.writing.recovery import Told

AnyPath = str | PathLike[str]


def national(edition: AnyPath = opening.DEFAULT_EDITION) -> Edition:
    """An edition of the national standard.

    Args:
        edition: Id of an edition in the package, such as ``"2025"``, or a folder with ``edition.yaml``.

    Raises:
        UnknownEdition: There is no such edition.
        NoEdition: Its ``edition.yaml`` cannot be read.

    >>> national().items["JY-0401"]["name"]
    '失业登记'
    """
    return opening.national(str(edition))


def items(*, edition: AnyPath = opening.DEFAULT_EDITION, search: str = "", theme: str = "") -> NationalItems:
    """The national items, or those that a word or a theme finds.

    Args:
        edition: Id of an edition in the package, such as ``"2025"``, or a folder with ``edition.yaml``.
        search: A word of a name, an id or the beginning of one, or a name as lists print it; where no name holds it,
            the items whose names come nearest are given and ``near`` is true.
        theme: Id or name of a theme; empty: all.

    Returns:
        The items in the order of the edition; their requirements are in ``.edition.requirements``.

    Raises:
        UnknownEdition: There is no such edition.
        NoEdition: Its ``edition.yaml`` cannot be read.
        UnknownTheme: The edition has no such theme.

    >>> [item["name"] for item in items(search="招聘会").items]
    ['招聘会']
    """
    from qingdan.answers.national import items_of

    return items_of(opening.national(str(edition)), search, theme)


def load(path: AnyPath) -> Catalogue:
    """The list of one province, read from a folder or a single file.

    What is wrong with the files is in ``.files.findings``; items that do not hold are left out by name.

    Args:
        path: A folder with ``catalogue.yaml``, or a file of items.

    Raises:
        NothingThere: The path is neither.
    """
    return opening.load(Path(path))


def validate(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    waivers_from: str = "",
    baseline: AnyPath = "",
    watch: Callable[[int, int, str], None] | None = None,
    workers: int = 1,
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
        watch: Told after each list how many are done, how many there are, and its name.
        workers: How many processes may share many lists; a script that asks for more than one must guard its main
            part with ``if __name__ == "__main__"`` where processes are spawned (Windows, macOS).

    Returns:
        The report: sections with findings, counts and judgements.

    Raises:
        NothingThere: A path holds nothing that could be checked.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        UnknownRule: ``select`` or ``ignore`` names something that does not exist.
        UnknownRevision: Git does not know ``waivers_from``, or a list is in no repository.
        BrokenBaseline: ``baseline`` is no such report.
        ValueError: ``as_of`` is no day.
    """
    chosen, left = ([each] if isinstance(each, str) else each for each in (select, ignore))
    options = Options(as_of, str(edition), tuple(chosen), tuple(left), waivers_from)
    earlier = Path(baseline) if str(baseline) else None
    return validating.validate([Path(path) for path in paths], options, watch, workers, earlier)


def compare(before: AnyPath, after: AnyPath, *, as_of: str, edition: AnyPath = "") -> Diff:
    """What differs between two sides.

    Args:
        before: ``national``, ``national@2025``; a province's code, name or folder; an edition's folder; a file; a
            province with ``/`` and a place of its list (``430000/433101``), or ``/all`` for every place; any of these
            at a git revision: ``main:provinces/330000-zhejiang``, ``main:330000``.
        after: The other side. The upper of two sides (the nation, the province of a place) is always the first of the
            answer.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: Judge by this edition in place of the one that each catalogue names.

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
    """
    from qingdan.answers import diffing
    from qingdan.loading import sides

    return diffing.diff(*sides.pair(str(before), str(after), str(edition)), as_of)


def region(*provinces: AnyPath, as_of: str, edition: AnyPath = "") -> Region:
    """What provinces would have to agree on, element by element, and what already agrees.

    Args:
        provinces: The whole lists of different provinces, each as in ``compare``.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: Bring their items together by this edition in place of the one that the first list names.

    Returns:
        The elements of each national item with what every province says, what is to be agreed on first.

    Raises:
        CannotCompare: They are not whole lists of different provinces.
        UnknownSide: One of them is nothing that can be compared; see ``compare`` for the rest.
    """
    from qingdan.answers import region as several
    from qingdan.loading import sides

    return several.region([sides.side(str(each), str(edition)) for each in provinces], as_of)


def changelog(before: AnyPath, after: AnyPath, *, as_of: str, edition: AnyPath = "") -> Changelog:
    """What changed between two versions of one list, as the rows of the annex that goes with a public notice.

    Args:
        before: The older version, named as for ``compare``: ``main:provinces/330000-zhejiang``. Two editions of the
            national standard are compared, too.
        after: The newer version.
        as_of: The day on which the annex is made: ``"2026-11-22"``.
        edition: Match names by the registries of this edition in place of the one that each catalogue names.

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
    from qingdan.answers import changelog
    from qingdan.loading import sides

    return changelog.changelog(sides.side(str(before), str(edition)), sides.side(str(after), str(edition)), as_of)


def upgrade(province: AnyPath, *, to: AnyPath, as_of: str, dry_run: bool = False, told: Told | None = None) -> Upgrade:
    """Bring a list to a newer edition: what the province did not touch follows the nation, the rest is kept or asked.

    Args:
        province: A province's code, name or folder.
        to: Id of an edition in the package, or a folder with ``edition.yaml``.
        as_of: The day by whose rules the list is judged: ``"2026-11-22"``.
        dry_run: Plan and prepare, write nothing.
        told: Told where a killed run had left something, before anything else is done: that is put right first.

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

    return upgrading.upgrade(str(province), str(to), as_of, dry_run=dry_run, told=told)


def describe(finding: Finding, lang: Lang = "zh") -> str:
    """What a finding says and what to do next, in one line.

    Args:
        finding: A finding of a report.
        lang: ``"zh"`` or ``"en"``.
    """
    from qingdan.reporting import messages

    return f"{messages.message(finding, lang)} {messages.advice(finding, lang)}"


def coverage(
    *paths: AnyPath,
    as_of: str,
    edition: AnyPath = "",
    localities: str = "",
    watch: Callable[[int, int, str], None] | None = None,
) -> Coverage:
    """Which national items the lists cover, and how much of them was judged.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        edition: An edition in place of the one that each catalogue names.
        localities: Code, name or folder of one of the lists: its places take the place of the lists.
        watch: Told before each list how many are done, how many there are, and its name; once more at the end.

    Returns:
        The matrix, with counts that are those of a validation.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownSide: ``localities`` is none of the lists.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.answers.coverage import of_places, of_provinces
    from qingdan.loading.sides import unknown_side

    roots, options = [Path(path) for path in paths], Options(as_of, str(edition))
    if not localities:
        return of_provinces(validating.lists(roots, options, watch), as_of)
    codes = {division.code for division in opening.known_divisions().find(localities)} | {localities}
    for listed in validating.lists(roots, options):
        head, path = listed.catalogue.head, Path(listed.label)
        if head["province"] in codes or localities in (head["name"], path.name) or path == Path(localities):
            return of_places(listed, as_of)
    raise unknown_side(localities)


def documents(
    *paths: AnyPath, as_of: str, edition: AnyPath = "", changed: bool = False, since: str = ""
) -> DocumentStates:
    """The documents of the national standard as they stand on a day, and what rests on them.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files: who of them cites a document.
        as_of: The day: ``"2026-11-22"``.
        edition: Id of an edition or a folder with ``edition.yaml``, in place of the default one.
        changed: Only documents that were replaced, ended or amended.
        since: Only those that changed on this day or later, or nobody knows when; it implies ``changed``.

    Returns:
        The documents, each with its successors, the requirements that rest on it and those that are open.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` or ``since`` is no day.
    """
    from qingdan.answers.documents import document_states
    from qingdan.model import dates

    if since and dates.parse(since) is None:
        raise ValueError(f"{since} is no day")
    options = Options(as_of, str(edition))
    nation = validating.trusted(options.edition or opening.DEFAULT_EDITION, as_of)
    listed = validating.lists([Path(path) for path in paths], options) if paths else ()
    return document_states(nation, as_of, (each.catalogue for each in listed), changed, since)


def export(*paths: AnyPath, as_of: str, edition: AnyPath = "") -> Export:
    """Lists as data: every guide with its place, its source and whether it is to be relied on.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        as_of: The day by which a guide is called old: ``"2026-11-22"``.
        edition: The edition whose names are used, in place of the default one.

    Returns:
        The guides, in the order of the lists.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: ``edition`` has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.answers.entries import export_of

    options = Options(as_of, str(edition))
    nation = validating.trusted(options.edition or opening.DEFAULT_EDITION, as_of)
    listed = validating.lists([Path(path) for path in paths], options)
    return export_of((each.catalogue for each in listed), nation, as_of)


def impact(
    *paths: AnyPath,
    edition: AnyPath,
    as_of: str,
    against: AnyPath = "",
    watch: Callable[[int, int, str], None] | None = None,
) -> Impact:
    """What a candidate edition would change for the lists that are here.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        edition: The candidate: a folder with ``edition.yaml``, or an id.
        as_of: The day by whose rules lists in use are judged: ``"2026-11-22"``.
        against: The edition in use; empty: the one that each catalogue names.
        watch: Told before each list how many are done, how many there are, and its name; once more at the end.

    Returns:
        Findings that become new or go, and judgements that turn, list by list.

    Raises:
        NothingThere: A path holds nothing, or there is no list.
        UnknownEdition: An edition is not to be had.
        BrokenEdition: An edition has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    from qingdan.answers.impact import impact_of

    roots = validating.list_roots([Path(path) for path in paths])
    before = validating.validate(roots, Options(as_of, str(against)), watch)
    return impact_of(before, validating.validate(roots, Options(as_of, str(edition)), watch))
