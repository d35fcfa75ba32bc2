"""Tables that people keep, made into lists."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.checking.trust import trusted
from qingdan.loading import opening
from qingdan.reading import MemoryTree
from qingdan.sdk.asked import AnyPath, looked

if TYPE_CHECKING:
    from qingdan.importing import Imported
    from qingdan.importing.updating import Updated
    from qingdan.loading.workspace import Workspace
    from qingdan.sources import Book
    from qingdan.writing.recovery import Told


#: Endings of the names of files that are tables.
TABLES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".html", ".htm", ".docx")


def import_table(
    source: AnyPath,
    *,
    province: str,
    as_of: str,
    edition: AnyPath = opening.DEFAULT_EDITION,
    mapping: AnyPath = "",
    header: int = 0,
    whole: bool = False,
    alignment: AnyPath = "",
    workspace: Workspace | None = None,
    watch: Callable[[int, int, str], None] | None = None,
) -> Imported:
    """Make a list of a workbook, a text file, a web page or a document with tables; nothing is written.

    Args:
        source: The file: xlsx, xls, ods, et, csv, tsv, html or docx.
        province: Six digits of GB/T 2260, or a name.
        as_of: The day by which the edition is trusted: ``"2026-11-22"``.
        edition: Id of an edition in the package, or a folder with ``edition.yaml``.
        mapping: A ``mapping.yaml``: where columns go, as a person has decided.
        header: The first row of the headings, where they are not found; 0: they are looked for.
        whole: These are all matters of the province: what is missing is then found. No table says so by itself.
        alignment: An ``alignment.yaml``: which national items names are, as people have said.
        workspace: What was read for earlier questions; it is read anew where its files have changed.
        watch: Told again and again how many rows are done, how many there are, and the sheet; once more at the end.

    Returns:
        The files of the list by their paths, and the account of every cell; ``render`` puts it into words.

    Raises:
        NotATable: The file cannot be read as a table.
        NoHeadings: No row of it has headings that are known.
        BrokenMapping: ``mapping`` cannot be used.
        BrokenAlignment: ``alignment`` cannot be used.
        TablesMissing: What reads workbooks is not installed.
        UnknownProvince: ``province`` is none.
        UnknownEdition: There is no such edition.
        BrokenEdition: It has errors of its own.
    """
    from qingdan.importing.own_table import head_beside, imported_own, is_own
    from qingdan.importing.run import imported
    from qingdan.loading.answers import read_answers
    from qingdan.problems import NoHeadings, NotATable
    from qingdan.sources.opening import read_book
    from qingdan.starting import province_called
    from qingdan.workbooks.finding import is_ours
    from qingdan.workbooks.reading import list_of

    path = Path(source)
    division = province_called(province)
    nation = trusted(str(edition), as_of, looked(workspace))
    decided = _mapping(Path(mapping)) if str(mapping) else {}
    answers = read_answers(Path(alignment))[1] if str(alignment) else None
    if not path.is_file():
        raise NotATable(path.as_posix(), "missing")
    with _uncollected():
        book = read_book(path.name, path.read_bytes())
        if is_ours(book):  # it was written for a list: every sheet and column of it is known
            return list_of(book, division, nation)
        if is_own(book):
            return imported_own(book, head_beside(path), division, nation)
        found = imported(
            book, division, nation, mapping=decided, header=header, whole=whole, answers=answers, watch=watch
        )
    if not found.items:
        raise NoHeadings(path.as_posix(), _first_rows(book))
    return found


def with_tables(
    paths: Iterable[AnyPath], province: str, as_of: str, edition: AnyPath, workspace: Workspace | None
) -> Workspace:
    """A workspace in which files of tables are the lists that were made of them, as every function of the SDK asks.

    Args:
        paths: What was asked for; only files of tables are imported, and only where a province is named.
        province: Whose lists they are; empty: tables stay what they are.
        as_of: The day by which the edition is trusted.
        edition: See ``import_table``; empty: the default one.
        workspace: What was read for earlier questions.
    """
    kept = looked(workspace)
    named = edition or opening.DEFAULT_EDITION
    files = [path for path in map(Path, paths) if province and path.suffix.lower() in TABLES and path.is_file()]
    made = [import_table(path, province=province, as_of=as_of, edition=named, workspace=kept) for path in files]
    for path, found in zip(files, made, strict=True):
        kept.keep_made(str(path), MemoryTree({name: text.encode() for name, text in found.files.items()}))
    return kept


def write_imported(found: Imported, to: AnyPath) -> list[Path]:
    """Write an imported list into a new folder, all at once.

    Args:
        found: What ``import_table`` made.
        to: A folder that is not there yet, or is empty.

    Returns:
        The files written, sorted.

    Raises:
        TargetInUse: The folder holds something; nothing is written.
        WriteProtected: The folder is read-only.
    """
    from qingdan.problems import TargetInUse
    from qingdan.writing.new_folder import new_folder

    def draw(draft: Path) -> None:
        for name, text in found.files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_text(text, encoding="utf-8", newline="\n")

    folder = Path(to)
    try:
        new_folder(folder, draw, None)
    except FileExistsError as error:
        raise TargetInUse(folder) from error
    return sorted(path for path in folder.rglob("*") if path.is_file())


def update_list(found: Imported, to: AnyPath, *, told: Told | None = None) -> Updated:
    """What an imported table changes in a list that is there already; ``Updated.write`` writes it.

    Args:
        found: What ``import_table`` made.
        to: The folder of the list.
        told: Told where a killed run had left something, before anything else is done: that is put right first.

    Returns:
        Which matters change, which are new, which the table does not have, and a unified diff of each file.

    Raises:
        NotAList: It is no folder of a list.
        BrokenList: The list has faults of reading or structure.
        NotAsMeant: A file is laid out so that it cannot be edited safely.
    """
    from qingdan.importing.updating import updated
    from qingdan.writing.recovery import put_right

    folder = Path(to)
    if folder.is_dir():
        put_right(folder, told)
    return updated(found, folder)


def _mapping(path: Path) -> dict[str, str]:
    from qingdan.loading.structure import check, kind_of
    from qingdan.problems import BrokenMapping
    from qingdan.reading import read_document

    document = read_document(path.as_posix(), path.read_bytes())
    findings = list(document.findings)
    if not findings:
        _, wrong = kind_of(document, ["mapping"])
        findings = [wrong] if wrong else check("mapping", document).findings
    if findings:
        raise BrokenMapping(path.as_posix(), findings)
    return {row["heading"]: row["to"] for row in document.value["columns"]}


@contextmanager
def _uncollected() -> Iterator[None]:
    """What a table is made into holds no cycles: to look for some as it grows takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _first_rows(book: Book) -> list[str]:
    """The first rows of the first table, for a person to say where the headings are."""
    grid = book.grids[0]
    shown = range(1, min(grid.width, 12) + 1)
    rows = sorted({row for row, _ in grid.cells})[:5]
    texts = {row: [" ".join(grid.text(row, column).split()) for column in shown] for row in rows}
    return [f"{row}: {' | '.join(filter(None, each))}" for row, each in texts.items()]
