"""Read every file of a tree that has a place in it, check its structure, and keep what holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from qingdan.findings import Finding, Location, Severity
from qingdan.loading import structure
from qingdan.loading.placed import Placed, placed
from qingdan.model.files import ENTRIES
from qingdan.reading import Document, Tree, read_document


@dataclass
class Files:
    """What was read of one tree.

    Attributes:
        heads: Kind of file → the one file of that kind (heads, registries).
        entries: Kind of file → its entries over all files of that kind, in order of file name.
        documents: Name → document, for showing source lines.
        hashes: Name → SHA-256 of the bytes.
        unread: Names of files that could not be read at all.
    """

    heads: dict[str, Placed] = field(default_factory=dict)
    entries: dict[str, list[Placed]] = field(default_factory=dict)
    files: dict[str, list[Placed]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def records(self, kind: str) -> list[Any]:
        """The entries of one kind of file without their places."""
        return [entry.record for entry in self.entries.get(kind, [])]


def read_files(tree: Tree, places: Mapping[str, Sequence[str]], *, prefix: str = "") -> Files:
    """Read the files of a tree.

    Args:
        tree: Names and bytes.
        places: Pattern of names, such as ``items/*.yaml`` → kinds of file that may stand there.
        prefix: Put before each name in locations, so that a person can open the file from where they are.
    """
    result = Files()
    for problem in tree.problems():
        place = problem.location or Location("")
        result.findings.append(replace(problem, location=replace(place, file=prefix + place.file)))
        result.unread.append(prefix + place.file)
    for name in tree.names():
        kinds = next((kinds for pattern, kinds in places.items() if _matches(name, pattern)), None)
        if kinds is None:
            result.findings.extend(_stray(prefix + name))
        else:
            _read_one(tree, name, kinds, prefix, result)
    return result


def _matches(name: str, pattern: str) -> bool:
    """Whether a name fits a pattern folder by folder: ``*`` stays inside one of them."""
    steps, wanted = name.split("/"), pattern.split("/")
    return len(steps) == len(wanted) and all(map(fnmatchcase, steps, wanted))


def _stray(name: str) -> list[Finding]:
    """A YAML or JSON file where none is looked for is most likely a slip; anything else is none of our business."""
    if not name.endswith((".yaml", ".yml", ".json", ".jsonl")):
        return []
    return [Finding("STR008", Severity.WARNING, Location(name), {"file": name.rsplit("/", 1)[-1]})]


def _read_one(tree: Tree, name: str, kinds: Sequence[str], prefix: str, result: Files) -> None:
    data = tree.read(name)
    document = read_document(prefix + name, data)
    result.documents[document.name] = document
    result.hashes[document.name] = hashlib.sha256(data).hexdigest()
    result.findings.extend(document.findings)
    if document.value is None:
        result.unread.append(document.name)
        return
    kind, problem = structure.kind_of(document, kinds)
    if problem:
        result.findings.append(problem)
        result.unread.append(document.name)
        return
    value, findings = structure.check(kind, document)
    result.findings.extend(findings)
    if value is None:
        result.unread.append(document.name)
        return
    whole = Placed(value, document, ())
    result.heads.setdefault(kind, whole)
    result.files.setdefault(kind, []).append(whole)
    if kind in ENTRIES:
        result.entries.setdefault(kind, []).extend(placed(document, value, ENTRIES[kind]))
