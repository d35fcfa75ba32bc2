"""A book of tables becomes a list: its layout, its columns, its values, its rows, and the account of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qingdan.aligning.run import NAME as ALIGNMENT
from qingdan.aligning.run import AlignedName, aligned_name, alignment_file, answer_rows, links_of
from qingdan.importing import columns, values
from qingdan.importing.account import Account, Fate
from qingdan.importing.columns import NOTES, NOTHING, Placed
from qingdan.importing.layout import Table, merged, tables
from qingdan.loading.answers import Answers
from qingdan.loading.edition import Edition
from qingdan.model.divisions import Division
from qingdan.sources import Book, Grid, GridCell, address
from qingdan.words.characters import without_hidden
from qingdan.writing.yaml_text import dumped

#: Cells of one column that speak of one matter, with their rows.
Cells = Sequence[tuple[int, GridCell]]
#: What a matter of a list of names has.
_NAMES = frozenset(("id", "name", "aliases", "notes", "implements"))


@dataclass
class Imported:
    """What was made of a book.

    Attributes:
        files: Path in the folder of the list → its text.
        account: What became of every cell.
        items: How many matters there are.
        mapping: Heading → where it went, as ``mapping.yaml`` has it.
        places: Id of a matter and element → sheet, row and column from which it was taken.
        linked: How many matters have a national item by their names.
        aligned: What each matter is among the national items.
        answers: What people have said of that before.
        tables: How many tables were found.
        notes: What was not followed, run or shown: see ``Book.notes``; ``hidden_sheet`` where a sheet is hidden.
    """

    account: Account
    files: dict[str, str] = field(default_factory=dict)
    items: int = 0
    mapping: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], tuple[str, int, int]] = field(default_factory=dict)
    linked: int = 0
    aligned: list[AlignedName] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)
    tables: int = 0
    notes: tuple[str, ...] = ()


def imported(
    book: Book,
    province: Division,
    edition: Edition,
    *,
    mapping: Mapping[str, str] | None = None,
    header: int = 0,
    whole: bool = False,
    answers: Answers | None = None,
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
    """
    hidden = ("hidden_sheet",) if any(grid.hidden for grid in book.grids) else ()
    found = Imported(Account(book.file), notes=(*book.notes, *hidden), answers=answers or Answers())
    records: list[dict[str, object]] = []
    for grid in book.grids:
        for table in tables(grid, columns.target, header):
            found.tables += 1
            records += _records(table, columns.placed(table.columns, mapping), province, edition, found)
        found.account.rest(grid)
    if records:
        found.files = _files(records, book, province, edition, found.mapping, whole)
        if rows := answer_rows(found.aligned, edition, found.answers, accepted=False):
            found.files[ALIGNMENT] = alignment_file(rows)
    return found


def _records(
    table: Table, placed: Sequence[Placed], province: Division, edition: Edition, found: Imported
) -> Iterator[dict[str, object]]:
    grid, account = table.grid, found.account
    for row in (*table.titles, *range(table.head[0], table.head[1] + 1), *table.again):
        for column in range(1, grid.width + 1):
            account.tell(grid, row, column, "layout")
    for row in table.notes:
        for column in range(1, grid.width + 1):
            account.tell(grid, row, column, "left_out", because="note_row")
    found.mapping |= {each.column.name: each.target for each in placed if each.column.headings}
    for rows in table.rows:
        id = f"P{province.code[:2]}-{found.items + 1:04}"
        record: dict[str, object] = {"id": id}
        for each in placed:
            _column(record, each, grid, rows, edition, found)
        if "name" in record:
            found.items += 1
            _link(record, edition, found)
            yield record
            continue
        found.places = {place: where for place, where in found.places.items() if place[0] != id}
        for row in rows:
            for each in placed:
                account.tell(grid, row, each.column.number, "left_out", because="no_name")


def _column(
    record: dict[str, object], each: Placed, grid: Grid, rows: Sequence[int], edition: Edition, found: Imported
) -> None:
    """Take what the cells of a column say of one matter; those of rows that go on are more lines of it."""
    number, id = each.column.number, str(record["id"])
    cells = _cells(grid, rows, number)
    if not cells:
        return
    first = cells[0][0]
    because = each.because or next(filter(None, (_doubt(cell) for _, cell in cells)), "")
    text = "\n".join(cell.text for _, cell in cells if cell.text)
    for _, cell in cells:
        if cell.comment:
            _note(record, each, cell.comment, "（批注）")
    if not text:
        _tell(found, grid, cells, number, "noted", f"items[{id}].notes", "comment")
    elif each.target == NOTHING:
        _tell(found, grid, cells, number, "layout")
    elif because or not each.target:
        _note(record, each, text)
        _tell(found, grid, cells, number, "noted", f"items[{id}].notes", because or "unknown_column")
    elif each.target == NOTES:
        _note(record, each, text)
        _tell(found, grid, cells, number, "taken", f"items[{id}].notes")
    elif each.target == "id":
        _note(record, each, text)
        _tell(found, grid, cells, number, "noted", f"items[{id}].notes", "own_id")
    elif parts := columns.labelled(text):
        taken = [
            _take(record, each, where, values.read(part, where, edition.registries), part) for where, part in parts
        ]
        _tell(found, grid, cells, number, "changed", " ".join(dict.fromkeys(taken)), "taken_apart")
    else:
        reading = values.read(text, each.target, edition.registries)
        path = _take(record, each, each.target, reading, text)
        found.places[id, each.target.partition(".")[0]] = (grid.sheet, first, number)
        _tell(found, grid, cells, number, reading.fate, path, reading.because)


def _take(record: dict[str, object], each: Placed, target: str, reading: values.Reading, text: str) -> str:
    """Write what was read into a record, and say where: its element, else its notes, else nowhere."""
    element, _, part = target.partition(".")
    if reading.value is None:
        if reading.fate != "noted":
            return ""
        _note(record, each, text)
        return f"items[{record['id']}].notes"
    if part:
        parts = record.setdefault(element, {})
        assert isinstance(parts, dict) and isinstance(reading.value, dict)  # parts of one element
        parts.update(reading.value)
    else:
        record[element] = reading.value
    return f"items[{record['id']}].{element}"


def _cells(grid: Grid, rows: Sequence[int], column: int) -> Cells:
    """The cells of a column that speak of one matter; one that is merged over several matters speaks of each."""
    held = ((row, grid.cells.get((row, column))) for row in rows)
    cells = [(row, cell) for row, cell in held if cell and (cell.text or cell.comment) and not cell.covered_by]
    over = merged(grid, rows[0], column)
    above = grid.cells.get((over.top, over.left)) if over and over.top < rows[0] else None
    return cells or ([(over.top, above)] if over and above else [])


def _doubt(cell: GridCell) -> str:
    """Why what a cell shows is not certain to be what was meant; empty where it is."""
    if cell.doubts:
        return cell.doubts[0]
    return "struck" if cell.struck or cell.struck_parts else ""


def _tell(
    found: Imported, grid: Grid, cells: Cells, column: int, fate: Fate, target: str = "", because: str = ""
) -> None:
    for row, _ in cells:
        found.account.tell(grid, row, column, fate, target, because)


def _note(record: dict[str, object], each: Placed, text: str, kind: str = "") -> None:
    """Keep as a note what no element can hold, under the heading of its column."""
    notes = record.setdefault("notes", [])
    assert isinstance(notes, list)
    heading = each.column.name or address(1, each.column.number).rstrip("1")
    notes.append(f"{heading}{kind}：{' '.join(without_hidden(text).split())}")


def _link(record: dict[str, object], edition: Edition, found: Imported) -> None:
    """The national items that a matter is: by what people have said, else by its name and what stands beside it."""
    aligned = aligned_name(record, edition, found.answers)
    found.aligned.append(aligned)
    if links := links_of(aligned.decision):
        record["implements"] = links
        found.linked += 1
    elif aligned.decision.reason.why == "said":
        record["implements"] = []  # none of them: a person's word


def _files(
    records: list[dict[str, object]],
    book: Book,
    province: Division,
    edition: Edition,
    mapping: Mapping[str, str],
    whole: bool,
) -> dict[str, str]:
    bare = all(set(record) <= _NAMES for record in records)
    head = {
        "schema": "catalogue/1",
        "province": province.code,
        "name": f"{province.name}就业公共服务事项清单",
        "edition": edition.id,
        "kind": "list",
        "completeness": ("names" if bare else "guides") if whole else "partial",
        "source": {"title": book.file, "evidence": "inferred", "seen": "whole"},
    }
    listed = [{"heading": heading, "to": to or NOTES} for heading, to in mapping.items()]
    order = ("id", "name", "implements")
    rows = [{**{key: row[key] for key in order if key in row}, **row} for row in records]
    return {
        "catalogue.yaml": dumped(head, "由 qingdan import 写成：出处、完整程度、证据等级由人核对后改"),
        "items/01.yaml": dumped({"schema": "items/1", "items": rows}, f"由 qingdan import 从 {book.file} 写成"),
        "mapping.yaml": dumped({"schema": "mapping/1", "columns": listed}, "表头 → 写到哪里；改了再导入"),
    }
