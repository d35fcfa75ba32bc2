"""Read every file of a tree that has a place in it, check its structure, and keep what holds."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from qingdan.findings import Finding, Location, Severity
from qingdan.loading import structure
from qingdan.loading.as_read import AsRead
from qingdan.loading.placed import Placed, placed
from qingdan.model.files import ENTRIES
from qingdan.reading import Document, FileTree, Tree, read_before, read_document

_READABLE = (".yaml", ".yml", ".json", ".jsonl")
#: Kind of file that is not read → the endings of its name.
_ENDINGS = {
    "spreadsheet": ("xls", "xlsx", "xlsm", "et", "ett", "ods", "csv", "tsv"),
    "document": ("doc", "docx", "wps", "wpt", "odt", "rtf", "pdf", "ofd"),
    "linked": ("jsonld", "ttl", "rdf", "nt", "nq", "trig"),
    "archive": ("zip", "rar", "7z", "gz", "tar"),
    "text": ("txt", "md"),
}
#: Endings of what people put beside a list and what holds nothing of it.
_NOTES = (".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
#: What desktops leave in folders.
_OF_THE_DESKTOP = ("thumbs.db", "desktop.ini")


@dataclass
class Files:
    """What was read of one tree.

    Attributes:
        heads: Kind of file → the one file of that kind (heads, registries).
        entries: Kind of file → its entries over all files of that kind, in order of file name.
        documents: Name → document, for showing source lines.
        hashes: Name → SHA-256 of the bytes.
        unread: Names of files that could not be read at all.
        left_out: Kind and id of each entry that was left out for its structure; ``#3`` for the third without an id.
        dropped: Kind and id of an entry, and an element of it that was left out for its structure.
    """

    heads: dict[str, Placed] = field(default_factory=dict)
    entries: dict[str, list[Placed]] = field(default_factory=dict)
    files: dict[str, list[Placed]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str, str]] = field(default_factory=list)

    def records(self, kind: str) -> list[Any]:
        """The entries of one kind of file without their places."""
        return [entry.record for entry in self.entries.get(kind, [])]


def read_files(
    tree: Tree, places: Mapping[str, Sequence[str]], *, prefix: str = "", as_read: Mapping[str, AsRead] | None = None
) -> Files:
    """Read the files of a tree.

    Args:
        tree: Names and bytes.
        places: Pattern of names, such as ``items/*.yaml`` → kinds of file that may stand there.
        prefix: Put before each name in locations, so that a person can open the file from where they are.
        as_read: Name → what was read of the file before; it counts only for the very same bytes.
    """
    result = Files()
    for problem in tree.problems():
        place = problem.location or Location("")
        result.findings.append(replace(problem, location=replace(place, file=prefix + place.file)))
        result.unread.append(prefix + place.file)
    folders = {pattern.split("/")[0] for pattern in places if "/" in pattern}
    for name in tree.names():
        kinds = next((kinds for pattern, kinds in places.items() if _matches(name, pattern)), None)
        if kinds is None and isinstance(tree, FileTree):
            args = {"file": name.rsplit("/", 1)[-1]}
            kind = _kind_of_stray(args["file"])
            result.findings.append(Finding("STR011", Severity.ERROR, Location(prefix + name), args, {"kind": kind}))
            result.unread.append(prefix + name)
        elif kinds is None:
            strays = _stray(name, prefix + name, folders)
            result.findings.extend(strays)
            result.unread.extend(prefix + name for _ in strays if not _beside(name))
        else:
            _read_one(tree, name, kinds, prefix, result, (as_read or {}).get(name))
    return result


def _matches(name: str, pattern: str) -> bool:
    """Whether a name fits a pattern folder by folder: ``*`` stays inside one of them."""
    steps, wanted = name.split("/"), pattern.split("/")
    return len(steps) == len(wanted) and all(map(fnmatchcase, steps, wanted))


def _stray(name: str, shown: str, folders: Collection[str]) -> list[Finding]:
    """A file that is not read although it seems to belong to the list; what lies elsewhere is none of our business."""
    first, _, last = name.rpartition("/")
    inside = name.split("/", 1)[0] in folders and bool(first)
    if last.startswith("~$") or last.lower() in _OF_THE_DESKTOP:
        return []
    kind = _kind_of_stray(last)
    if not inside and not last.lower().endswith(_READABLE) and kind != "extension":
        return []
    return [Finding("STR008", Severity.WARNING, Location(shown), {"file": last}, {"kind": kind})]


def _beside(name: str) -> bool:
    """Whether a file among those of a list can hold none of it: a note, a picture."""
    return name.lower().endswith(_NOTES)


def _kind_of_stray(last: str) -> str:
    """What a file is by its name: a word of the message."""
    steps = last.lower().split(".")
    if steps[-1] in ("yaml", "json", "jsonl"):
        return "place" if last.endswith(_READABLE) else "extension"
    if steps[-1] == "yml" or set(steps[1:-1]) & {"yaml", "yml", "json"}:
        return "extension"
    return next((kind for kind, endings in _ENDINGS.items() if steps[-1] in endings), "other")


def _read_one(tree: Tree, name: str, kinds: Sequence[str], prefix: str, result: Files, before: AsRead | None) -> None:
    try:
        data = tree.read(name)
    except (OSError, KeyError):  # gone, or no longer a plain file, since it was listed
        result.findings.append(Finding("RED010", Severity.ERROR, Location(prefix + name), {"kind": "unreadable"}))
        result.unread.append(prefix + name)
        return
    name, digest = prefix + name, hashlib.sha256(data).hexdigest()
    result.hashes[name] = digest
    if before and before["sha256"] == digest:
        document = read_before(name, data, before["value"])
        kind, value = before["kind"], before["value"]
    else:
        document = read_document(name, data)
        kind, value = _sound(document, kinds, result)
    result.documents[name] = document
    if value is None:
        result.unread.append(name)
        return
    whole = Placed(value, document, ())
    result.heads.setdefault(kind, whole)
    result.files.setdefault(kind, []).append(whole)
    if kind in ENTRIES:
        result.entries.setdefault(kind, []).extend(placed(document, value, ENTRIES[kind]))


def _sound(document: Document, kinds: Sequence[str], result: Files) -> tuple[str, object]:
    """The kind of a file and what of its value holds, None if nothing does; what is found is taken down."""
    if document.value is None:
        nothing = Finding("RED016", Severity.ERROR, Location(document.name))  # it may be written out: null
        result.findings.extend(document.findings or [nothing])
        return "", None
    kind, problem = structure.kind_of(document, kinds)
    if problem:
        result.findings.extend((*document.findings, problem))
        return "", None
    checked = structure.check(kind, document)
    result.findings.extend(structure.findings_once(document.findings, checked.findings))
    result.left_out.extend(checked.left_out)
    result.dropped.extend(checked.dropped)
    return kind, checked.value
