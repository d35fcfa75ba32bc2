"""A book of tables becomes a list: its layout, its columns, its values, its rows, and the account of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qingdan.aligning.run import NAME as ALIGNMENT
from qingdan.aligning.run import AlignedName, aligned_name, alignment_file, answer_rows, links_of
from qingdan.findings import Finding
from qingdan.importing import columns, papers, shapes
from qingdan.importing.account import Account
from qingdan.importing.files import files_of
from qingdan.importing.forms import form
from qingdan.importing.layout import Table, tables
from qingdan.importing.matters import Matter, Place, Reader, Row
from qingdan.importing.outline import outline
from qingdan.importing.same import without_repeated
from qingdan.importing.telling import findings_of
from qingdan.importing.watching import Progress, Watch
from qingdan.loading.answers import Answers
from qingdan.loading.edition import Edition
from qingdan.model.divisions import Division
from qingdan.sources import Book, Grid


@dataclass
class Imported:
    """What was made of a book.

    Attributes:
        records: The matters, as they stand in its file.
        files: Path in the folder of the list → its text.
        account: What became of every cell.
        items: How many matters there are.
        mapping: Heading → where it went, as ``mapping.yaml`` has it.
        places: Id of a matter and element → sheet, row and column from which it was taken.
        linked: How many matters have a national item by their names.
        aligned: What each matter is among the national items.
        answers: What people have said of that before.
        tables: How many tables were found.
        grids: The tables as they were read.
        notes: What was not followed, run or shown: see ``Book.notes``; ``hidden_sheet`` where a sheet is hidden.
        findings: What a person has to look at, at its cell.
    """

    account: Account
    records: list[Row] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    items: int = 0
    mapping: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    linked: int = 0
    aligned: list[AlignedName] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)
    tables: int = 0
    grids: tuple[Grid, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def imported(
    book: Book,
    province: Division,
    edition: Edition,
    *,
    mapping: Mapping[str, str] | None = None,
    header: int = 0,
    whole: bool = False,
    answers: Answers | None = None,
    watch: Watch | None = None,
) -> Imported:
    """Make a list of the tables of a book.

    Args:
        book: The tables.
        province: Whose list it is.
        edition: The national standard that it is held against.
        mapping: Heading → where its column goes, as a person has decided.
        header: The first row of the headings, where they are not found; 0: they are looked for.
        whole: A person says that these are all matters of the province. No table says so by itself, and a list that is
            taken for whole is asked for what is missing in it.
        answers: What people have said of which national items the names are; it is obeyed.
        watch: Told again and again how many rows are done, how many there are, and the sheet; once more at the end.
    """
    hidden = ("hidden_sheet",) if any(grid.hidden for grid in book.grids) else ()
    found = Imported(Account(book.file), notes=(*book.notes, *hidden), grids=book.grids, answers=answers or Answers())
    reader = Reader(found.account, edition.registries, f"P{province.code[:2]}-", edition.items)
    matters: list[Matter] = []
    seen: list[tuple[Table, list[columns.Placed]]] = []
    laid = list(_tables(book, header))
    progress = Progress(watch, sum(len(table.rows) for table in laid))
    for table in laid:
        found.tables += 1
        looks = [shapes.shape_of(_values(table, column.number)) for column in table.columns]
        there = columns.placed(table.columns, mapping, looks)
        seen.append((table, there))
        found.mapping |= {each.column.name: each.target for each in there if each.column.headings}
        matters += progress.over(reader.read(table, there), table.grid.sheet)
    for grid in book.grids if len(matters) == 1 else ():
        papers.add(matters[0], grid, found.account, edition.registries)
    for grid in book.grids:
        read = any(sheet == grid.sheet for sheet, _, _ in found.account.cells)
        if not grid.prose or read or outline(grid, columns.target):  # a text may hold matters beside those of a table
            found.account.rest(grid)
    matters = without_repeated(matters, found.account)
    for matter in progress.over(matters, book.file):
        _link(matter.record, edition, found)
        found.places |= {(str(matter.record["id"]), element): place for element, place in matter.places.items()}
    found.items = len(matters)
    if matters:
        found.records = [matter.record for matter in matters]
        found.files = files_of(found.records, book, province, edition.id, found.mapping, whole)
        if rows := answer_rows(found.aligned, edition, found.answers, accepted=False):
            found.files[ALIGNMENT] = alignment_file(rows)
    found.findings = findings_of(book, found.account, seen)
    progress.end()
    return found


def _tables(book: Book, header: int) -> Iterator[Table]:
    """The tables of a book in whatever way they are laid out; running text where no table holds a matter."""
    before: Table | None = None
    seen = False
    for grid in book.grids:
        if grid.prose or (not header and papers.head_of(grid)):
            continue
        laid = None if header else form(grid, columns.target)
        there = [laid] if laid else tables(grid, columns.target, header, before)
        for table in there:
            seen, before = seen or _names(table), table
            yield table
    for grid in book.grids if not seen else ():
        if grid.prose and (text := outline(grid, columns.target)):
            yield text


def _names(table: Table) -> bool:
    """Whether a table has a column of names; where none has, a text may hold the matters."""
    return any(columns.target(text) in ("name", columns.MAIN_NAME) for each in table.columns for text in each.headings)


def _values(table: Table, column: int) -> Iterator[str]:
    return (table.grid.text(rows[0], column) for rows in table.rows)


def _link(record: Row, edition: Edition, found: Imported) -> None:
    """The national items that a matter is: by what people have said, else by its name and what stands beside it."""
    aligned = aligned_name(record, edition, found.answers)
    found.aligned.append(aligned)
    if links := links_of(aligned.decision):
        record["implements"] = links
        found.linked += 1
    elif aligned.decision.reason.why == "said":
        record["implements"] = []  # none of them: a person's word
