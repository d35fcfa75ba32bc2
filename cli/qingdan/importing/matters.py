"""The rows of a table become records of matters, and every cell is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from qingdan.importing import columns, names, values
from qingdan.importing.account import Account, Fate
from qingdan.importing.columns import MAIN_NAME, NOTES, NOTHING, PART_NAME, UNIT, Placed
from qingdan.importing.layout import Table, merged
from qingdan.importing.shapes import misplaced
from qingdan.importing.units import bare_codes, in_heading, with_unit
from qingdan.model.declarations import elements
from qingdan.model.edition import NationalItem
from qingdan.model.fields import lists, model_of, required_in
from qingdan.model.registry import Registries, plain
from qingdan.sources import Grid, GridCell, address
from qingdan.values import phones
from qingdan.words.characters import without_hidden

Row = dict[str, object]
#: What became of a cell, where it went, and why.
Told = tuple[Fate, str, str]
#: Sheet, row and column of a cell as the person sees them.
Place = tuple[str, int, int]
#: What can be the id of a matter, and is no number in a list.
_OWN_ID = re.compile(r"(?=.{6})(?=.*[0-9])[A-Z0-9]+(?:-[A-Z0-9]+)*")
#: What programs write where they have nothing to write.
_NO_DAY = re.compile(r"(?:1970-0?1-0?1|1900-0?1-0?[01]|0000-00-00|9999-12-31)(?:[ T]0?0:00(?::00)?)?")
_OF_SYSTEMS = frozenset(("null", "NULL", "undefined", "NaN", "nan", "None", "[object Object]", "#N/A", "(null)"))


@dataclass
class Matter:
    """One matter of a table.

    Attributes:
        record: Its record.
        grid: Where it stands.
        rows: Its rows there.
        places: Element → the cell from which it was taken.
    """

    record: Row
    grid: Grid
    rows: tuple[int, ...]
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.record["name"])


class Reader:
    """Reads the matters of the tables of one book.

    Attributes:
        account: What became of every cell.
    """

    def __init__(
        self, account: Account, registries: Registries, prefix: str, national: Mapping[str, NationalItem]
    ) -> None:
        """Begin.

        Args:
            account: Takes in what became of every cell.
            registries: Ids, names and aliases of the edition.
            prefix: What the ids of matters begin with that have none of their own: ``P33-``.
            national: The national items; no matter of a province has one of their ids.
        """
        self.account = account
        self._registries = registries
        self._prefix = prefix
        self._national = national
        self._known = {plain(each) for item in national.values() for each in (item["name"], *item.get("aliases", ()))}
        self._count = 0
        self._ids: set[str] = set()
        self._zeros: dict[int, int] = {}

    def read(self, table: Table, placed: Sequence[Placed]) -> Iterator[Matter]:
        """The matters of a table, in order; rows without a name are left out, and said to be.

        Args:
            table: The table.
            placed: Its columns with where they go.
        """
        self._tell_layout(table)
        self._zeros = {each.column.number: _zeros(table, each) for each in placed if each.target in ("id", "")}
        for rows in table.rows:
            id = f"{self._prefix}{self._count + 1:04}"
            matter = Matter({"id": id}, table.grid, rows)
            self._own_id(matter, placed)
            parts = self._parts(matter, placed)
            for each in sorted(placed, key=lambda each: each.target.endswith(UNIT)):
                self._column(matter, each, parts)
            _name_of_the_whole(matter)
            self._keep_parts(matter.record)
            if "name" in matter.record:
                self._count += 1
                yield matter
                continue
            self._tell_nameless(matter, placed)

    def _tell_nameless(self, matter: Matter, placed: Sequence[Placed]) -> None:
        """Say that rows are left out, and of what stands where their name should why it is none."""
        for row in matter.rows:
            for each in placed:
                place = matter.grid.cells.get((row, each.column.number))
                told = self.account.cells.get((matter.grid.sheet, place.row, place.column)) if place else None
                why = told.because if told and each.target == "name" and told.because in _NO_NAME else "no_name"
                self.account.tell(matter.grid, row, each.column.number, "left_out", because=why)

    def _tell_layout(self, table: Table) -> None:
        for row in table.laid_out:
            for cell in table.grid.rows.get(row, ()):
                self.account.tell(table.grid, row, cell.column, "layout")
        for cell in table.labels:
            self.account.tell_cell(table.grid.sheet, cell, "layout")
        for row in table.notes:
            for cell in table.grid.rows.get(row, ()):
                self.account.tell(table.grid, row, cell.column, "left_out", because="note_row")

    def _keep_parts(self, record: Row) -> None:
        """Keep as notes what was said of an element that says nothing without another part: how much, not whether."""
        for element in [each for each, value in record.items() if each in elements() and isinstance(value, dict)]:
            value = record[element]
            assert isinstance(value, dict)
            if required_in(model_of(element)) - value.keys():
                del record[element]
                notes = record.setdefault("notes", [])
                assert isinstance(notes, list)
                notes += [f"{elements()[element].title}：{each}"[:_NOTE] for each in value.values()]
                self.account.keep_as_note(_path(record, element), _path(record, "notes"), "unread")

    def _own_id(self, matter: Matter, placed: Sequence[Placed]) -> None:
        """Take the id that a matter has in the table: a text that is no running number, and that no other one has."""
        for each in placed:
            cell = matter.grid.cells.get((matter.rows[0], each.column.number)) if each.target == "id" else None
            if cell is None or not isinstance(cell.raw, str) or doubt_of(cell):
                continue
            id = cell.text.strip()
            if self._lost_zero(each, id):
                continue
            if _OWN_ID.fullmatch(id) and id not in self._ids and id not in self._national:
                self._ids.add(id)
                matter.record["id"] = id
                matter.places["id"] = (matter.grid.sheet, cell.row, cell.column)
                self.account.tell_cell(matter.grid.sheet, cell, "taken", _path(matter.record, "id"))

    def _parts(self, matter: Matter, placed: Sequence[Placed]) -> Mapping[int, Row]:
        """Row → the record of the part of the matter that stands there; none where it has no parts of its own."""
        named = next((each.column.number for each in placed if each.target == PART_NAME), 0)
        called = [(row, _line(matter.grid.text(row, named))) for row in matter.rows] if named else []
        filled = [(row, name) for row, name in called if 0 < len(name) <= _LONGEST_NAME]
        if len(filled) != len(called) or not filled:
            return {}
        id = matter.record["id"]
        parts: dict[int, Row] = {}
        for place, (row, name) in enumerate(filled, 1):
            parts[row] = {"id": f"{id}-{place}", "name": name}
        matter.record["handling_items"] = list(parts.values())
        for row, _ in filled:
            self.account.tell(matter.grid, row, named, "taken", _path(parts[row], "name"))
        return parts

    def _column(self, matter: Matter, each: Placed, parts: Mapping[int, Row]) -> None:
        """Take what the cells of a column say of a matter, or of its parts where it says it row by row."""
        if each.target == PART_NAME and parts:
            return
        if each.target == "id" and matter.record["id"] in self._ids:
            return
        cells = _cells(matter.grid, matter.rows, each.column.number)
        if each.target.endswith(UNIT):  # those that went with their numbers are told of
            told = self.account.cells
            cells = [(row, cell) for row, cell in cells if (matter.grid.sheet, cell.row, cell.column) not in told]
        apart = len(matter.rows) > 1 and parts and len(cells) > 1 and each.target not in ("name", MAIN_NAME, NOTHING)
        for part in [[cell] for cell in cells] if apart else [cells] if cells else []:
            self._take_cells(matter, parts[part[0][0]] if apart else matter.record, each, part)

    def _take_cells(self, matter: Matter, record: Row, each: Placed, cells: Sequence[tuple[int, GridCell]]) -> None:
        """Take what cells say that speak of one thing: those of rows that go on are more lines of it."""
        text = "\n".join([cell.text for _, cell in cells if cell.text])
        for _, cell in cells:
            if cell.comment:
                _note(record, each, cell.comment, "（批注）")
        if not text:
            told: Told = "noted", _path(record, "notes"), "comment"
        elif each.target == NOTHING:
            told = "layout", "", ""
        elif doubt := next(filter(None, (doubt_of(cell) for _, cell in cells)), ""):
            told = self._keep(record, each, text, doubt)
        elif self._lost_zero(each, text):
            told = self._keep(record, each, text, "lost_zero")
        else:
            joined = self._limit(matter, record, each, cells) if each.target in _LIMITS else None
            told = joined or self._said(matter, record, each, text, cells[0][1])
        for row, _ in cells:
            self.account.tell(matter.grid, row, each.column.number, *told)

    def _lost_zero(self, each: Placed, text: str) -> bool:
        """Whether a code or a telephone has lost the zero before it, by the others of its column or by its own form."""
        text = text.strip()
        if each.target.endswith(".phone"):
            return phones.without_zero(text)
        return text.isdecimal() and not text.startswith("0") and len(text) < self._zeros.get(each.column.number, 0)

    def _said(self, matter: Matter, record: Row, each: Placed, text: str, first: GridCell) -> Told:
        """Take what a text says, and say what became of it."""
        target = each.target
        if each.because not in ("", "unknown_column"):
            return self._keep(record, each, text, each.because)
        if target not in _KEPT and (parts := columns.labelled(text)):
            taken = [self._take(record, each, where, part) for where, part in parts]
            otherwise = any(reading.because == "said_otherwise" for _, reading in taken)
            paths = " ".join(dict.fromkeys(path for path, _ in taken))
            return "changed", paths, "said_otherwise" if otherwise else "taken_apart"
        if target == NOTES:
            _note(record, each, text)
            return "taken", _path(record, "notes"), ""
        if target == MAIN_NAME:
            record[MAIN_NAME] = (each, text)
            return "noted", _path(record, "notes"), "main_name"
        if not target or (target in _KEPT and target != "name"):
            return self._keep(record, each, text, _KEPT.get(target, "unknown_column"))
        if (
            target.endswith(UNIT)
            or bare_codes(text, target)
            or ("." in target and columns.speaks_of_others(text, target))
        ):
            return self._keep(record, each, text, "unread")
        if misplaced(text, target) and target != "name":
            return self._keep(record, each, text, "unread")
        name = names.read(text, self._known) if target == "name" else names.Name(text)
        if not name.text:
            return "left_out", "", name.because
        path, reading = self._take(record, each, target, name.text if name.because == "numbered" else text)
        if name.because:
            reading = reading._replace(fate="changed", because=name.because)
        if reading.value is not None:
            matter.places.setdefault(target.partition(".")[0], (matter.grid.sheet, first.row, first.column))
        return reading.fate, path, reading.because

    def _limit(self, matter: Matter, record: Row, each: Placed, cells: Sequence[tuple[int, GridCell]]) -> Told | None:
        """Take a number with the unit beside it; a number without one is kept as a note."""
        row, cell = cells[0]
        beside = matter.grid.cells.get((row, each.unit))
        unit = beside.text if beside and not doubt_of(beside) else "" if each.unit else in_heading(each.column.name)
        if len(cells) > 1 or not (text := with_unit(cell.text, unit)):
            bare = each.unit and len(cells) == 1 and cell.text.strip().isdecimal()
            return self._keep(record, each, cell.text, "unread") if bare else None
        path, reading = self._take(record, each, each.target, text)
        told: Told = (reading.fate, path, reading.because)
        if reading.value is not None:
            matter.places.setdefault(each.target, (matter.grid.sheet, cell.row, cell.column))
            told = ("changed", path, "with_unit")
        self.account.tell(matter.grid, row, each.unit, *told)
        return told

    def _keep(self, record: Row, each: Placed, text: str, because: str) -> Told:
        """Keep a text as a note."""
        _note(record, each, text)
        return "noted", _path(record, "notes"), because

    def _take(self, record: Row, each: Placed, target: str, text: str) -> tuple[str, values.Reading]:
        """Write what is read into a record, and say where: its element, else its notes, else nowhere."""
        reading = values.read(text, target, self._registries)
        element, _, part = target.partition(".")
        if part and lists(element):  # a person's mapping: one entry's part says nothing of the others
            reading = values.Reading(None, "noted", "unknown_column")
        if reading.value is None:
            if reading.fate != "noted":
                return "", reading
            _note(record, each, text)
            return _path(record, "notes"), reading
        if not part and record.get(element, reading.value) != reading.value:
            _note(record, each, text)  # another cell has said something else
            return _path(record, "notes"), values.Reading(None, "noted", "said_otherwise")
        if part:
            parts = record.setdefault(element, {})
            if not isinstance(parts, dict) or not isinstance(reading.value, dict) or _other(parts, reading.value):
                _note(record, each, text)
                return _path(record, "notes"), values.Reading(None, "noted", "said_otherwise")
            parts.update(reading.value)
        else:
            record[element] = reading.value
        return _path(record, element), reading


#: Why what stands in a column of names is no name, where that says more than that there is none.
_NO_NAME = frozenset(("struck", "of_system", "example", "too_long"))
#: Columns whose texts are never taken apart → why those of some are kept as notes.
_KEPT = {"name": "", NOTES: "", MAIN_NAME: "main_name", "id": "own_id", PART_NAME: "part_name"}


#: The limits whose numbers may stand without a unit, where the column beside them, or the heading, says it.
_LIMITS = frozenset(("statutory_limit", "promised_limit"))


def _zeros(table: Table, each: Placed) -> int:
    """How long the codes of a column are that begin with a zero; 0 where none does, or they are of several lengths."""
    texts = (table.grid.text(rows[0], each.column.number).strip() for rows in table.rows)
    long = {len(text) for text in texts if text.startswith("0") and text.isdecimal() and len(text) > 1}
    return long.pop() if len(long) == 1 else 0


def _path(record: Row, element: str) -> str:
    return _path_of(str(record["id"]), element)


@lru_cache(maxsize=256)
def _path_of(id: str, element: str) -> str:
    """One text for all cells that go to one place: there are as many cells as a table is large."""
    return f"items[{id}].{element}"


def _name_of_the_whole(matter: Matter) -> None:
    """A matter without a name of its own is called what the whole is called; else that is kept as a note."""
    said = matter.record.pop(MAIN_NAME, None)
    if isinstance(said, tuple):
        each, text = said
        if "name" in matter.record or len(_line(text)) > _LONGEST_NAME:
            _note(matter.record, each, text)
        else:
            matter.record["name"] = _line(text)


def _line(text: str) -> str:
    """A name on one line, without what nobody sees."""
    return " ".join(without_hidden(text).split())


def _cells(grid: Grid, rows: Sequence[int], column: int) -> Sequence[tuple[int, GridCell]]:
    """The cells of a column that speak of one matter; one that is merged over several matters speaks of each."""
    held = [(row, cell) for row in rows if (cell := grid.cells.get((row, column)))]
    if cells := [each for each in held if (each[1].text or each[1].comment) and not each[1].covered_by]:
        return cells
    over = merged(grid, rows[0], column)
    above = grid.cells.get((over.top, over.left)) if over and over.top < rows[0] else None
    return [(over.top, above)] if over and above else []


def doubt_of(cell: GridCell) -> str:
    """Why what a cell shows is not certain to be what was meant; empty where it is."""
    if cell.doubts:
        return cell.doubts[0]
    if cell.struck or cell.struck_parts:
        return "struck"
    text = cell.text.strip()
    return "of_system" if text in _OF_SYSTEMS or _NO_DAY.fullmatch(text) else ""


def _other(parts: Mapping[str, object], said: Mapping[str, object]) -> bool:
    """Whether another cell has said something else of a part."""
    return any(parts.get(key, each) != each for key, each in said.items())


#: So many characters the name of a part has at most.
_LONGEST_NAME = 200
#: So much of a heading is said, and so much of a text stands in one note.
_HEADING, _NOTE = 100, 1800


def _note(record: Row, each: Placed, text: str, kind: str = "") -> None:
    """Keep as a note what no element can hold, under the heading of its column."""
    notes = record.setdefault("notes", [])
    assert isinstance(notes, list)
    heading = (each.column.name or address(1, each.column.number).rstrip("1"))[:_HEADING] + kind
    line = _line(text)
    for start in range(0, max(len(line), 1), _NOTE):
        notes.append(f"{heading}{'（续）' if start else ''}：{line[start : start + _NOTE]}")
