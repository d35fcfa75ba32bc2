"""An imported table brought into a list that is there already: matter by matter, by identity, comments kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qingdan.findings import Severity
from qingdan.importing.run import Imported
from qingdan.loading.catalogue import Catalogue, load_catalogue
from qingdan.loading.opening import tree_of
from qingdan.problems import BrokenList, NotAList
from qingdan.reading import read_document
from qingdan.reading.marks import Pointer
from qingdan.writing.prepared import Prepared, prepared, unified
from qingdan.writing.replacing import replace_all

#: What identifies a matter, and what is never taken over from a table.
_KEPT = frozenset(("id", "implements"))
#: By what an entry of a list is known again.
_KEYS = ("id", "name", "text")


@dataclass
class Updated:
    """What a table changes in a list.

    Attributes:
        root: The folder of the list.
        changed: Ids of the matters that say something else now.
        added: Ids of the matters that are new.
        same: How many matters say the same.
        untouched: Names of the matters of the list that the table does not have; they stay as they are.
        diffs: File → its unified diff.
        files: Path → the bytes as they are, and as they will be.
    """

    root: Path
    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    same: int = 0
    untouched: list[str] = field(default_factory=list)
    diffs: dict[str, str] = field(default_factory=dict)
    files: Prepared = field(default_factory=dict, repr=False)

    def write(self) -> None:
        """Write all files, each whole or not at all.

        Raises:
            ChangedMeanwhile: A file is no longer what it was.
            WriteProtected: Some files are read-only.
            OSError: A file cannot be written; all of them are as they were.
        """
        made: list[Path] = []
        try:
            for path in (path for path, (old, _) in self.files.items() if not old):
                path.parent.mkdir(exist_ok=True)
                with path.open("xb") as file:
                    made.append(path)
                    file.write(self.files[path][1])
            replace_all(self.root, {path: each for path, each in self.files.items() if each[0]})
        except BaseException:
            for path in made:
                path.unlink(missing_ok=True)
            raise


def updated(found: Imported, folder: Path) -> Updated:
    """What a table changes in a list; nothing is written.

    A matter is the one that has the id that the table gives, else the only one of the same name. What the table does
    not say stays; what it says takes the place of what was said. An entry that says less than the one that is there (a
    paper's name alone) is that entry.

    Args:
        found: What was made of the table.
        folder: The folder of the list.

    Raises:
        NotAList: It is no folder of a list.
        BrokenList: The list has faults of reading or structure.
        NotAsMeant: A file is laid out so that it cannot be edited safely.
    """
    catalogue = _readable(folder)
    result = Updated(folder)
    if not found.records:
        _whole(found, catalogue, result)
        return result
    lists: dict[str, list[dict[str, object]]] = {
        each.document.name: list(each.document.value["items"]) for each in catalogue.items
    }
    places = _places(catalogue)
    taken: set[tuple[str, int]] = set()
    taken_ids = {str(row["id"]) for rows in lists.values() for row in rows}
    last = catalogue.items[-1].document.name if catalogue.items else ""
    for record in found.records:
        own = (str(record["id"]), "id") in found.places
        place = (places.get(str(record["id"])) if own else None) or places.get(f"={record['name']}")
        if place is None:
            new = {**record, "id": _free(str(record["id"]), taken_ids)}
            lists[last].append(new)
            result.added.append(str(new["id"]))
            continue
        taken.add(place)
        file, index = place
        old = lists[file][index]
        new = merged(old, record)
        if new == old:
            result.same += 1
        else:
            lists[file][index] = new
            result.changed.append(str(old["id"]))
    result.untouched = [
        str(row["name"]) for file, rows in lists.items() for index, row in enumerate(rows)
        if (file, index) not in taken and str(row["id"]) not in result.added
    ]  # fmt: skip
    changes: dict[str, Mapping[Pointer, object]] = {file: {("items",): rows} for file, rows in lists.items()}
    result.files, result.diffs = prepared(folder, *tree_of(folder), catalogue.files.documents, changes)
    return result


def _whole(found: Imported, catalogue: Catalogue, result: Updated) -> None:
    """The workbook of a list holds all of it: each file says what the workbook says, comments kept.

    A file that the workbook does not have stays as it is.
    """
    tree, prefix = tree_of(result.root)
    changes: dict[str, Mapping[Pointer, object]] = {}
    for name, text in found.files.items():
        old, new = catalogue.files.documents.get(prefix + name), read_document(name, text.encode()).value
        if old is None:
            result.files[result.root / name] = (b"", text.encode())
            result.diffs[prefix + name] = unified(prefix + name, "", text)
        elif old.value != new:
            changes[prefix + name] = {(): new}
            before = {row.get("id"): row for row in old.value.get("items", []) if row}
            now = [row for row in new.get("items", []) if row]
            result.changed += [str(row.get("id")) for row in now if before.get(row.get("id"), row) != row]
            result.added += [str(row.get("id")) for row in now if row.get("id") not in before]
    result.same = found.items - len(result.changed) - len(result.added)
    files, diffs = prepared(result.root, tree, prefix, catalogue.files.documents, changes)
    result.files |= files
    result.diffs |= diffs


def _readable(folder: Path) -> Catalogue:
    """The list of a folder, which must be readable as a whole: what could not be read would be lost or doubled."""
    if not (folder / "catalogue.yaml").is_file():
        raise NotAList(folder.as_posix())
    tree, prefix = tree_of(folder)
    catalogue = load_catalogue(tree, prefix=prefix)
    files = catalogue.files
    faults = [finding for finding in files.findings if finding.severity == Severity.ERROR]
    if faults or files.unread or files.left_out or files.dropped or not catalogue.items:
        raise BrokenList(folder.as_posix(), faults)
    return catalogue


def _places(catalogue: Catalogue) -> dict[str, tuple[str, int]]:
    """Id, and ``=name`` where only one matter is called so → its file and its place there."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for item in catalogue.items:
        index = item.pointer[-1]
        assert isinstance(index, int)  # the items are a list
        for key in (item.record["id"], f"={item.record['name']}"):
            found[key].append((item.document.name, index))
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _free(id: str, taken: set[str]) -> str:
    """An id that no matter has, counted on from the one that a table was given."""
    head, _, number = id.rpartition("-")
    count = int(number) if number.isdecimal() else 0
    while id in taken:
        count += 1
        id = f"{head}-{count:04}"
    taken.add(id)
    return id


def merged(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    """A matter with what a table says of it.

    >>> merged({"id": "A-1", "steps": [{"name": "受理", "text": "当场"}]}, {"id": "P-1", "steps": [{"name": "受理"}]})
    {'id': 'A-1', 'steps': [{'name': '受理', 'text': '当场'}]}
    """
    result = dict(old)
    for element, said in new.items():
        if element == "notes" and isinstance(said, list):
            before = old.get("notes", [])
            assert isinstance(before, list)
            result["notes"] = [*before, *(each for each in said if each not in before)]
        elif element not in _KEPT:
            result[element] = _merged(old.get(element), said)
        elif element not in old:
            result[element] = said
    return result


def _merged(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merged(old.get(key), each) for key, each in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [_entry(old, each) for each in new]
    return new


def _entry(old: Sequence[object], new: object) -> object:
    """An entry with all that the same entry said before."""
    if not isinstance(new, dict):
        return new
    for key in _KEYS:
        same = [each for each in old if isinstance(each, dict) and key in new and each.get(key) == new[key]]
        if len(same) == 1:
            return {**same[0], **new}
    return new
