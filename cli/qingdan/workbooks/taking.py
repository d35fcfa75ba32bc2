"""The files of a list, taken apart into the rows of a workbook.

Whatever a cell can hold so that it comes back is put there; all else is a row of the sheet 其他, with its path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from qingdan.workbooks import paths, texts
from qingdan.workbooks.cells import Cells
from qingdan.workbooks.comments import Comment, comments_of
from qingdan.workbooks.kinds import GRANTED, FileKind, implied, kind_of
from qingdan.workbooks.ordering import in_order
from qingdan.workbooks.paths import Path
from qingdan.workbooks.sheets import COMMENTS, HEAD, ITEMS, OWN, PLACES, REST, ROWS, Role, columns_of, sheets

#: What says in a row of a list that it has no entries.
NONE = "无"
#: Keys and indexes in a file, as reading counts them: from 0.
Pointer = tuple[str | int, ...]
#: Sheet, row and column of a cell, all as an index from 0; the headings are row 0.
Place = tuple[str, int, int]
Row = dict[int, str | int]
#: What the roles of a row say.
Roles = dict[Role, str | int]


@dataclass
class Taken:
    """A list as rows.

    Attributes:
        problems: The sheets have a column for what was found.
        rows: Sheet → its rows: column, from 0 → what stands there.
        places: File and pointer → the cell in which the value stands.
    """

    problems: bool = False
    rows: dict[str, list[Row]] = field(default_factory=dict)
    places: dict[tuple[str, Pointer], Place] = field(default_factory=dict)

    def place(self, file: str, pointer: Pointer) -> Place | None:
        """The cell of a value, or of the nearest thing around it that has one."""
        for length in range(len(pointer), -1, -1):
            if found := self.places.get((file, pointer[:length])):
                return found
        return None


def taken(files: Mapping[str, object], raw: Mapping[str, str], cells: Cells, problems: bool = False) -> Taken:
    """Take a list apart.

    Args:
        files: Path in the folder of the list → what was read of it.
        raw: Path → the text of it, whose comments are kept.
        cells: What tells values.
        problems: With a column for what was found.
    """
    found = Taken(problems, {name: [] for name in sheets(problems)})
    labels = _labels(files)
    for name in sorted(files, key=lambda name: (name != "catalogue.yaml", name)):
        _File(name, files[name], cells, found, labels.get(name, "")).take()
    for name in sorted(raw):
        for comment in comments_of(name, raw[name], files[name]):
            _note(found, name, comment)
    return found


def _note(found: Taken, name: str, comment: Comment) -> None:
    told: Roles = {"file": name, "path": paths.said(comment.path), "order": comment.number, "where": comment.where}
    _add(found, COMMENTS, {**told, "value": texts.told(comment.text)})


def _add(found: Taken, sheet: str, roles: Roles) -> int:
    """Add a row with what its roles say, and give its number; what says nothing stays empty."""
    plan = sheets(found.problems)[sheet]
    found.rows[sheet].append({plan.number(role): told for role, told in roles.items() if told != ""})
    return len(found.rows[sheet])


def _labels(files: Mapping[str, object]) -> dict[str, str]:
    """File of a locality → what the workbook calls it: its name, and more where two have the same."""
    places = {name: value for name, value in files.items() if kind_of(name, value) == "locality"}
    names = {name: str(value.get("name") or "") for name, value in places.items() if isinstance(value, dict)}
    counts = Counter(names.values())
    plain = {name: said for name, said in names.items() if counts[said] == 1 and texts.is_plain(said)}
    return {name: plain.get(name) or name for name in names}


class _File:
    """Takes one file apart."""

    def __init__(self, name: str, value: object, cells: Cells, found: Taken, label: str) -> None:
        self._name, self._cells, self._found, self._label = name, cells, found, label
        self._value = in_order(name, value)
        self._kind: FileKind = kind_of(name, value)
        self._ids: set[object] = set()

    def take(self) -> None:
        value = self._value
        if isinstance(value, dict) and implied(self._name) and "schema" not in value:
            self._missing("schema")
        if self._kind == "other" or not isinstance(value, dict):
            self._rest((), value, ())
            return
        head = {key: each for key, each in value.items() if key != "items"}
        if implied(self._name) and head.get("schema") == implied(self._name):
            del head["schema"]
        for key in GRANTED if self._kind == "head" else ():
            if key not in head:
                self._missing(key)
        if self._kind == "items":
            for key, each in head.items():
                self._rest((key,), each, (key,))
        else:
            self._record(PLACES if self._kind == "locality" else HEAD, head, (), (), {})
        if self._kind != "head":
            self._matters(value["items"], ("items",), ("items",), "")
        elif "items" in value:
            self._rest(("items",), value["items"], ("items",))

    def _matters(self, matters: list[object], path: Path, pointer: Pointer, owner: str) -> None:
        """Rows of matters: items, their handling items, or what a place does."""
        if not matters:
            self._rest(path, matters, pointer)
        sheet = ROWS if self._kind == "locality" else ITEMS
        for index, matter in enumerate(matters):
            id = matter.get("id") if isinstance(matter, dict) else None
            if not (isinstance(matter, dict) and isinstance(id, str) and texts.is_plain(id) and id not in self._ids):
                self._rest((*path, index + 1), matter, (*pointer, index))
                continue
            self._ids.add(id)
            roles: Roles = {"id": id, "order": index + 1, "owner": owner, "place": self._label}
            if sheet == ITEMS:
                roles["file"] = self._name
            record = {key: each for key, each in matter.items() if key != "id"}
            self._record(sheet, record, (*path, id), (*pointer, index), roles)

    def _record(self, sheet: str, record: dict[str, object], path: Path, pointer: Pointer, roles: Roles) -> None:
        """A row of a record; its lists of entries are rows of other sheets."""
        if sheet == PLACES:
            roles = {"place": self._label, "file": self._name, "order": len(self._found.rows[PLACES]) + 1}
        plan = sheets(self._found.problems)[sheet]
        row = _add(self._found, sheet, {role: told for role, told in roles.items() if plan.number(role) >= 0})
        told = next((at for at, each in enumerate(plan.columns) if each.path), 0)
        self._found.places[self._name, pointer] = sheet, row, max(plan.number("id"), 0) if "id" in roles else told
        for key, value in record.items():
            if sheet in (ITEMS, ROWS) and key in OWN and isinstance(value, list):
                self._entries(OWN[key], value, (*path, key), (*pointer, key), roles, record)
            elif key == "handling_items" and sheet == ITEMS and not roles["owner"] and isinstance(value, list):
                self._matters(value, (*path, key), (*pointer, key), str(roles["id"]))
            else:
                self._part(sheet, row, (key,), value, (*path, key), (*pointer, key))

    def _part(self, sheet: str, row: int, keys: tuple[str, ...], value: object, path: Path, pointer: Pointer) -> None:
        """A field into its cell, or part by part into theirs."""
        known = columns_of(sheet, self._found.problems)
        if isinstance(value, dict) and value and any(each[: len(keys)] == keys and each != keys for each in known):
            for key, each in value.items():
                self._part(sheet, row, (*keys, key), each, (*path, key), (*pointer, key))
            return
        at = known.get(keys)
        plan = sheets(self._found.problems)[sheet].columns[at].field if at is not None else None
        told = self._cells.told(value, plan) if plan else None
        if at is None or told is None:
            self._rest(path, value, pointer)
            return
        self._found.rows[sheet][row - 1][at] = told
        self._found.places[self._name, pointer] = sheet, row, at

    def _entries(
        self,
        sheet: str,
        entries: list[object],
        path: Path,
        pointer: Pointer,
        roles: Roles,
        record: Mapping[str, object],
    ) -> None:
        """The entries of a list, a row each. That there are none is a row, too: it says that nothing is asked."""
        shown = record.get("name")
        who: Roles = {"id": roles["id"], "place": self._label, "shown": shown if isinstance(shown, str) else ""}
        first = next(iter(columns_of(sheet, self._found.problems).values()))
        if not entries:
            row = _add(self._found, sheet, {**who, "order": NONE})
            self._found.places[self._name, pointer] = sheet, row, sheets(self._found.problems)[sheet].number("order")
            return
        self._found.places[self._name, pointer] = sheet, len(self._found.rows[sheet]) + 1, first
        for index, entry in enumerate(entries):
            here, at = (*path, index + 1), (*pointer, index)
            if not isinstance(entry, dict) or not entry:
                self._rest(here, entry, at)
                continue
            row = _add(self._found, sheet, {**who, "order": index + 1})
            self._found.places[self._name, at] = sheet, row, first
            for key, value in entry.items():
                self._part(sheet, row, (key,), value, (*here, key), (*at, key))

    def _rest(self, path: Path, value: object, pointer: Pointer) -> None:
        """A row of what no other sheet can hold; of what holds more, a row a part."""
        if isinstance(value, dict) and value:
            for key, each in value.items():
                self._rest((*path, str(key)), each, (*pointer, key))
            return
        if isinstance(value, list) and value:
            for index, each in enumerate(value):
                self._rest((*path, index + 1), each, (*pointer, index))
            return
        text = texts.told(value)
        for start in range(0, len(text), texts.LONGEST):
            self._leaf(path, text[start : start + texts.LONGEST], pointer)

    def _leaf(self, path: Path, text: str, pointer: Pointer) -> None:
        row = _add(self._found, REST, {"file": self._name, "path": paths.said(path), "value": text})
        plan = sheets(self._found.problems)[REST]
        self._found.places.setdefault((self._name, pointer), (REST, row, plan.number("value")))

    def _missing(self, key: str) -> None:
        """A row without a value: the file does not state what goes without saying."""
        _add(self._found, REST, {"file": self._name, "path": key})
