"""The documents of an edition as they stand on a day, what rests on them, and which lists cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.model import dates
from qingdan.model.edition import Document, Requirement
from qingdan.model.fields import of_model
from qingdan.model.force import GONE, ended, ended_on, ground, state_on, successors
from qingdan.model.values import Citation


@dataclass(frozen=True)
class Citing:
    """An item of a list that cites a document.

    Attributes:
        list: Name of the list.
        path: Path by identity of the item.
        name: Name of the item.
        day: The day of its text; empty where it has none.
    """

    list: str
    path: str
    name: str
    day: str


@dataclass(frozen=True)
class DocumentState:
    """One document on a day.

    Attributes:
        document: Its record in ``documents.yaml``.
        state: in_force, amended, replaced, repealed, expired or unknown on that day.
        since: The day of that state, or the last day of a document that expired; empty where none is recorded.
        successors: What took its place, one after the other.
        requirements: The national requirements that rest on it.
        open: Ids of those that are open, because nothing else carries them.
        over: Ids of those that have ended by their own words.
        items: National items on which those requirements are, or that cite it themselves: id → name.
        citing: Items of the lists that were given and cite it.
    """

    document: Document
    state: str
    since: str
    successors: tuple[Document, ...]
    requirements: tuple[Requirement, ...]
    open: tuple[str, ...]
    over: tuple[str, ...]
    items: dict[str, str]
    citing: tuple[Citing, ...] = ()

    @property
    def kept(self) -> tuple[str, ...]:
        """Ids of the requirements that still stand."""
        return tuple(row["id"] for row in self.requirements if row["id"] not in (*self.open, *self.over))


@dataclass(frozen=True)
class DocumentStates:
    """The documents of an edition as they stand on a day.

    Attributes:
        edition: Id of the edition.
        as_of: The day.
        changed: Whether only those are here that were replaced, ended or amended.
        since: From which day on they changed; empty for all.
        rows: In the order of the edition; of changed ones the last change first.
        lists: Names of the lists that were looked through.
    """

    edition: str
    as_of: str
    changed: bool
    since: str
    rows: tuple[DocumentState, ...]
    lists: tuple[str, ...] = field(default=())


def document_states(
    edition: Edition, as_of: str, catalogues: Iterable[Catalogue] = (), changed: bool = False, since: str = ""
) -> DocumentStates:
    """The documents of an edition on a day.

    Args:
        edition: The national standard.
        as_of: The day.
        catalogues: Lists in which it is looked who cites them.
        changed: Only those that were replaced, ended or amended.
        since: Only those that changed on this day or later, or nobody knows when; it implies ``changed``.
    """
    lists = list(catalogues)
    citing = _citing(lists, edition)
    rows = [
        state_of(document, edition, as_of, tuple(citing.get(id, ())))
        for id, document in edition.registries.documents.by_id.items()
    ]
    if changed or since:
        rows = [row for row in rows if row.state in (*GONE, "amended") and not _earlier(row, since)]
        rows.sort(key=lambda row: row.since, reverse=True)
    names = tuple(catalogue.head["name"] for catalogue in lists)
    return DocumentStates(edition.id, as_of, changed or bool(since), since, tuple(rows), names)


def resting_on(document: str, edition: Edition) -> list[Requirement]:
    """The requirements that name a document as a basis, in order of id."""
    return [
        row for _, row in sorted(edition.by_id.items()) if any(basis["document"] == document for basis in row["basis"])
    ]


def _earlier(row: DocumentState, since: str) -> bool:
    return bool(since and row.since) and dates.known_before(row.since, since) is True


def state_of(document: Document, edition: Edition, day: str, citing: tuple[Citing, ...] = ()) -> DocumentState:
    """One document on a day, with what rests on it; ``citing`` are the items of lists that cite it."""
    state, documents = state_on(document, day), edition.registries.documents
    since = ended_on(document) if state in GONE else document.get("status_on", "") if state == "amended" else ""
    resting = resting_on(document["id"], edition)
    over = tuple(row["id"] for row in resting if ended(row, day))
    opened = tuple(row["id"] for row in resting if row["id"] not in over and ground(row, documents, day))
    items = dict(_items(document["id"], {row["id"] for row in resting}, edition))
    followers = tuple(successors(document, documents))
    return DocumentState(document, state, since, followers, tuple(resting), opened, over, items, citing)


def _items(document: str, resting: set[str], edition: Edition) -> Iterator[tuple[str, str]]:
    """The national items that a document is about: by a requirement that speaks of some items, or as they cite it."""
    for id, item in edition.items.items():
        rows = edition.requirements.get(id, ())
        named = any(row["id"] in resting and ("items" in row or row in item.get("requirements", ())) for row in rows)
        cited = any(each.get("document") == document for name in of_model(Citation) for each in item.get(name, ()))  # type: ignore[attr-defined]
        if named or cited:
            yield id, str(item.get("name", id))


def _citing(catalogues: Iterable[Catalogue], edition: Edition) -> dict[str, list[Citing]]:
    """Document → the items that cite it; a place that only takes over what its province cites is not told."""
    found: dict[str, list[Citing]] = {}
    documents = edition.registries.documents
    for catalogue in catalogues:
        for subject in catalogue.effective():
            top = subject.layers[-1].record
            rows = [row for name in of_model(Citation) for row in top.get(name, ())]
            ids = [documents.resolve(row.get("document"), row.get("number"), row.get("title")) for row in rows]
            told = Citing(catalogue.head["name"], subject.path, str(subject.record.get("name", "")), subject.as_of)
            for id in dict.fromkeys(filter(None, ids)):
                found.setdefault(id, []).append(told)
    return found
