"""A workbook that was written for a list and filled in becomes that list again; every cell of it is accounted for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qingdan.importing.account import Account, Fate
from qingdan.importing.run import Imported
from qingdan.importing.telling import HIDDEN, findings_of
from qingdan.loading.edition import Edition
from qingdan.model.divisions import Division
from qingdan.sources import Book, GridCell
from qingdan.workbooks import paths, texts
from qingdan.workbooks.cells import Cells
from qingdan.workbooks.comments import Comment, commented
from qingdan.workbooks.finding import Found, Row, found_in, only_told
from qingdan.workbooks.kinds import GRANTED
from qingdan.workbooks.ordering import in_order
from qingdan.workbooks.putting import Entries, Files
from qingdan.workbooks.remarks import without_ours
from qingdan.workbooks.sheets import COMMENTS, HEAD, ITEMS, OWN, PLACES, REST, ROWS
from qingdan.workbooks.taking import NONE
from qingdan.writing.yaml_text import text_of

Record = dict[str, object]
#: Where a matter that somebody added stands, where no other does.
_FIRST_FILE = "items/01.yaml"


def list_of(book: Book, province: Division, edition: Edition) -> Imported:
    """Make a list of a workbook that was written for one.

    Args:
        book: Its sheets.
        province: Whose list it is, where the workbook does not say.
        edition: The national standard whose names stand in its cells.
    """
    return _Reader(book, province, edition).read()


class _Reader:
    """Reads the sheets one after the other: places and matters first, then what belongs to them."""

    def __init__(self, book: Book, province: Division, edition: Edition) -> None:
        self._book, self._province, self._edition = book, province, edition
        self._cells = Cells(edition.registries)
        self._found = found_in(book)
        self._files = Files()
        self._made = Imported(Account(book.file), notes=book.notes, grids=book.grids)
        self._matters: dict[tuple[str, str], tuple[str, Record]] = {}
        self._named: dict[str, list[str]] = {}
        self._places: dict[str, str] = {}
        self._long: dict[tuple[str, str], list[Row]] = {}

    def read(self) -> Imported:
        """The list, with the account."""
        for each in (found for sheets in self._found.values() for found in sheets):
            for cell in each.grid.rows[each.head]:
                self._tell(cell, "layout", each)
            self._made.tables += 1
        self._head()
        for row in self._rows(PLACES):
            self._place(row)
        self._new_matters_last()
        for element, sheet in OWN.items():
            for row in self._rows(sheet):
                self._entry(row, element)
        self._rest()
        self._defaults()
        self._write(list(self._comments()))
        for grid in self._book.grids:
            if only_told(grid):
                for at, across in grid.cells:
                    self._made.account.tell(grid, at, across, "layout")
            self._made.account.rest(grid)
        told = findings_of(self._book, self._made.account, ())
        self._made.findings = [each for each in told if each.id != HIDDEN]  # columns that stand empty are hidden by us
        return self._made

    def _rows(self, sheet: str) -> Iterator[Row]:
        for found in self._found.get(sheet, ()):
            yield from found.rows()

    def _head(self) -> None:
        for number, row in enumerate(self._rows(HEAD)):
            if number:
                self._leave(row, "there_already")
                continue
            record = self._files.file("catalogue.yaml")
            self._fill(row, record, "catalogue", record, "note")

    def _place(self, row: Row) -> None:
        """A place: it has a file of its own."""
        label = row.role("place")
        name = row.role("file") or (label if label.startswith("localities/") else "")
        if not name:
            area = next((cell.text.strip() for each, cell in row.cells.items() if each.path == ("area",)), "")
            free = (f"localities/{stem}.yaml" for stem in (area, *map(str, range(1, 10_000))) if stem)
            name = next(each for each in free if each not in self._files.files)
        if name in self._files.files or label in self._places:
            self._leave(row, "there_already")
            return
        record = self._files.file(name)
        if label:
            self._places[label] = name
        self._fill(row, record, f"localities[{label}]", None, "")
        if label and not row.role("file"):
            record.setdefault("name", label)

    def _new_matters_last(self) -> None:
        """Matters: those that have an id first, so that a new one never takes it."""
        waiting: list[tuple[str, Row]] = []
        for sheet in (ITEMS, ROWS):
            rows = list(self._rows(sheet))
            # what is a part of an item comes after all items
            for row in sorted(rows, key=lambda row: bool(row.role("owner"))):
                if row.role("id"):
                    self._matter(row, sheet, row.role("id"))
                elif any(cell.text.strip() for each, cell in row.cells.items() if each.path):
                    waiting.append((sheet, row))
                else:
                    self._leave(row, "no_name")
        for sheet, row in waiting:
            named = any(each.path == ("name",) for each in row.cells)
            item = next((cell.text.strip() for each, cell in row.cells.items() if each.path == ("item",)), "")
            if not named and not item:
                self._leave(row, "no_name")
                continue
            number = self._made.items + 1
            ids = (f"P{self._province.code[:2]}-{n:04}" for n in range(number, number + 1_000_000))
            taken = {id for _, id in self._matters}
            self._matter(row, sheet, item if sheet == ROWS and item else next(id for id in ids if id not in taken))

    def _matter(self, row: Row, sheet: str, id: str) -> None:
        place = row.role("place") if sheet == ROWS else ""
        owner = row.role("owner") if sheet == ITEMS else ""
        if (place, id) in self._matters:
            self._leave(row, "there_already")
            return
        if sheet == ROWS:
            name = self._places.get(place, "")
        elif owner:
            name = self._matters.get(("", owner), ("",))[0]
        else:
            name = row.role("file") or self._usual_file()
        if not name:
            self._leave(row, "no_matter")
            return
        if owner:
            parts = self._matters["", owner][1].setdefault("handling_items", Entries())
            assert isinstance(parts, Entries)  # other values are put after all matters
            entries = parts
        else:
            entries = self._files.entries(name)
        record: Record = {"id": id}
        entries.ids[id] = entries.add(record, row.order)
        self._matters[place, id] = (name, record)
        self._made.items += sheet == ITEMS and not owner
        before = f"localities[{place}].items[{id}]" if place else f"items[{id}]"
        self._fill(row, record, before, record, "notes")
        if isinstance(record.get("name"), str) and not place:
            self._named.setdefault(str(record["name"]), []).append(id)

    def _usual_file(self) -> str:
        return next((name for name in self._files.files if name.startswith("items/")), _FIRST_FILE)

    def _entry(self, row: Row, element: str) -> None:
        """An entry of a list: of the matter of its id, or of the one that is called so."""
        place, id, shown = row.role("place"), row.role("id"), row.role("shown")
        if not id and len(self._named.get(shown, ())) == 1:
            id = self._named[shown][0]
        said = [each for each in row.cells.values() if without_ours(each.comment)]
        said += [cell for each, cell in row.cells.items() if each.path and cell.text] + list(row.others.values())
        if not said and row.role("order") != NONE:
            for cell in row.cells.values():
                self._tell(cell, "layout", row)
            return
        _, record = self._matters.get((place, id), ("", None))
        if record is None:
            self._leave(row, "no_matter")
            return
        before = f"localities[{place}].items[{id}].{element}" if place else f"items[{id}].{element}"
        entry: Record = {}
        self._fill(row, entry, before, record, "notes")
        if not entry and row.role("order") != NONE:
            return
        entries = record.setdefault(element, Entries())
        assert isinstance(entries, Entries)  # other values are put after all entries
        if entry:
            entries.add(entry, row.order)
        first = min(cell.column for cell in row.cells.values())
        self._made.places.setdefault((id, element), (row.grid.sheet, row.number, first))

    def _fill(self, row: Row, record: Record, before: str, notes: Record | None, key: str) -> None:
        """Take what the cells of a row say into a record; what is not certain stays as a note of its matter."""
        kept: list[str] | None = None if notes is None else []
        matter = f"{before.partition('].')[0]}.{key}"
        for column, cell in row.cells.items():
            hers = without_ours(cell.comment)
            if hers and kept is not None:
                kept.append(f"{column.title}（批注）：{' '.join(hers.split())}")
            if not cell.text:
                fate: Fate = "layout" if not hers else "left_out" if kept is None else "noted"
                self._tell(cell, fate, row, matter, "comment" if hers else "")
            elif column.field is None:
                self._tell(cell, "layout" if column.role in ("shown", "problem", "order") else "taken", row, before)
            else:
                doubt = _doubt(cell)
                value = None if doubt else self._cells.read(_text(cell), column.field)
                if value is not None and _put(record, column.path, value):
                    self._tell(cell, "taken", row, f"{before}.{'.'.join(column.path)}")
                    place = row.grid.sheet, row.number, cell.column
                    self._made.places.setdefault((str(record.get("id", "")), column.path[0]), place)
                else:
                    self._keep(cell, column.title, row, doubt or "unread", matter, kept)
        for heading, cell in row.others.items():
            self._keep(cell, heading, row, "unknown_column", matter, kept)
        if notes is not None and kept:
            told_before = notes.setdefault(key, [])
            if isinstance(told_before, list):
                told_before += kept

    def _keep(self, cell: GridCell, title: str, row: Row, because: str, target: str, kept: list[str] | None) -> None:
        """Keep what a cell shows as a note of its matter; where there is none it is left out, and said to be."""
        text = " ".join(cell.text.split())
        if kept is None or not text:
            self._tell(cell, "left_out", row, "", because)
            return
        kept.append(f"{title}：{text}")
        self._tell(cell, "noted", row, target, because)

    def _rest(self) -> None:
        """What no other sheet can hold, to the places that are told."""
        for row in self._rows(REST):
            self._long.setdefault((row.role("file"), row.role("path")), []).append(row)
        for (name, path), rows in self._long.items():
            steps = paths.read(path)
            texts_ = ["".join(cell.text for each, cell in row.cells.items() if each.role == "value") for row in rows]
            text = "".join(texts_)
            if not text and steps and len(steps) == 1 and isinstance(steps[0], str):
                self._files.absent.add((name, steps[0]))
                self._files.file(name)
                self._told(rows, "taken", f"{name}#{path}")
                continue
            try:
                done = bool(name) and steps is not None and self._files.put(name, steps, texts.read(text))
            except ValueError:
                done = False
            if done:
                self._told(rows, "taken", f"{name}#{path}")
            else:
                for row in rows:
                    self._leave(row, "no_matter")

    def _told(self, rows: Sequence[Row], fate: Fate, target: str) -> None:
        for row in rows:
            for cell in row.cells.values():
                self._tell(cell, fate, row, target)

    def _comments(self) -> Iterator[tuple[str, Comment]]:
        for row in self._rows(COMMENTS):
            steps = paths.read(row.role("path"))
            text = next((cell.text for each, cell in row.cells.items() if each.role == "value"), "")
            try:
                said = texts.read(text) if text else ""
            except ValueError:
                said = text
            if row.role("file") not in self._files.files or steps is None:
                self._leave(row, "no_matter")
                continue
            line = " ".join(str(said).split("\n"))
            yield row.role("file"), Comment(steps, row.role("where"), row.order, line)
            self._told([row], "taken", row.role("file"))

    def _defaults(self) -> None:
        """What a list must say and goes without saying in a workbook."""
        for name in self._places.values():
            self._files.file(name).setdefault("items", Entries())
        if not any(True for _ in self._rows(HEAD)):
            return  # a file that stands alone has no head
        head = self._files.file("catalogue.yaml")
        if head.get("province", self._province.code) != self._province.code:
            self._made.notes += ("other_province",)
        name = f"{self._province.name}就业公共服务事项清单"
        source = {"title": self._book.file, "evidence": "inferred", "seen": "whole"}
        defaults = (self._province.code, name, self._edition.id, "list", "partial", source)
        for key, value in zip(GRANTED, defaults, strict=True):
            if ("catalogue.yaml", key) not in self._files.absent:
                head.setdefault(key, value)

    def _write(self, comments: list[tuple[str, Comment]]) -> None:
        for name, value in self._files.finished().items():
            ordered = in_order(name, value)
            if name.endswith(".json"):
                text = json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"
            elif name.endswith(".jsonl") and isinstance(ordered, list):
                text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ordered)
            elif isinstance(ordered, dict | list) and ordered:
                text = commented(ordered, [each for file, each in comments if file == name])
            else:
                text = text_of(ordered)
            self._made.files[name] = text

    def _leave(self, row: Row, because: str) -> None:
        """Say of every cell of a row that it is left out."""
        for cell in (*row.cells.values(), *row.others.values()):
            self._tell(cell, "left_out", row, "", because)

    def _tell(self, cell: GridCell, fate: Fate, row: Row | Found, target: str = "", because: str = "") -> None:
        self._made.account.tell(row.grid, cell.row, cell.column, fate, target, because)


def _put(record: Record, path: tuple[str, ...], value: object) -> bool:
    """Put a value into a record; ``False`` where something else stands in the way."""
    for key in path[:-1]:
        inside = record.setdefault(key, {})
        if not isinstance(inside, dict):
            return False
        record = inside
    record[path[-1]] = value
    return True


def _text(cell: GridCell) -> str:
    """What a cell states: what it shows; of a day that a program made of a text, the day."""
    if cell.kind == "date" and isinstance(cell.raw, str):
        return cell.raw[:10]
    return cell.text


def _doubt(cell: GridCell) -> str:
    """Why what a cell shows is not certain to be what was meant; empty where it is."""
    if cell.doubts:
        return cell.doubts[0]
    return "struck" if cell.struck or cell.struck_parts else ""
