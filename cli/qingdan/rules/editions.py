"""Rules on an edition of the national standard: what it names is there, and it claims no more than it knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.declarations import elements
from qingdan.model.edition import CrosswalkFile, Requirement, Value
from qingdan.model.fields import words_of
from qingdan.model.likeness import closest
from qingdan.model.registry import Vocabulary, plain
from qingdan.rules.days import half_checked, impossible
from qingdan.rules.paths import Below, called, values
from qingdan.rules.record import Hit, Related, RuleContext, on
from qingdan.rules.references import IDS, vocabulary_of
from qingdan.rules.written import absent

#: Evidence that says the text was seen.
_SEEN = ("official", "copy")
#: Registries with names and aliases: kind of file → the key of a row's name.
_NAMED = {"evidence": "name", "criteria": "wording"}
#: What a list is called in findings → the kind of file that holds it; any other list is one of concepts.
_KINDS = {"items": "national-items", **{name: name for name in ("evidence", "criteria", "documents", "groups")}}


def requirements(edition: Edition) -> Iterator[tuple[Placed, str]]:
    """Every requirement with the id of the item it stands on; ``""`` for shared ones."""
    for item in edition.files.entries.get("national-items", []):
        for index, row in enumerate(item.record.get("requirements", [])):
            yield Placed(row, item.document, (*item.pointer, "requirements", index)), item.record["id"]
    for placed in edition.files.entries.get("requirements", []):
        yield placed, ""


def _path(placed: Placed, below: Below = ()) -> str:
    return ".".join(part for part in (f"requirements[{placed.record['id']}]", called(placed.record, below)) if part)


def _missing(
    edition: Edition, placed: Placed, below: Below, path: str, id: str, list: str, known: Iterable[str]
) -> Iterator[Hit]:
    """An id that is not in its list, nor among what was left out, nor perhaps in a file that was not read."""
    # a list without a name of its own may be any of the files of concepts
    name = list if list in edition.registries.concepts else ""
    if list == "themes" or absent(edition.files, _KINDS.get(list, "concepts"), id, name):
        near = closest(id, known)
        args = {"id": id, "list": list}
        yield on(placed, *below, path=path, args=args, suggestions=(near,) if near else ())


def unresolved(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """Documents, papers, criteria, concepts and items that a requirement or an item names must be there."""
    for placed, _ in requirements(edition):
        for below, id, name, known in _named(placed.record, edition):
            if id not in known and not id.startswith("local/"):
                yield from _missing(edition, placed, below, _path(placed, below), id, name, known)
    for item in edition.files.entries.get("national-items", []):
        path = f"items[{item.record['id']}]"
        if (successor := item.record.get("successor", "")) and successor not in edition.items:
            yield from _missing(edition, item, ("successor",), f"{path}.successor", successor, "items", edition.items)
        for place, name in IDS.items():
            vocabulary = vocabulary_of(name, edition.registries)
            for below, id in values(item.record, place) if vocabulary else ():
                if vocabulary and id not in vocabulary.names and not id.startswith("local/"):
                    where = f"{path}.{called(item.record, below)}"
                    yield from _missing(edition, item, below, where, id, vocabulary.name, vocabulary.names)
    for kind, field in (("ambiguous", "items"), ("gaps", "near")):
        for placed in edition.files.entries.get(kind, []):
            for index, id in enumerate(placed.record.get(field, [])):
                if id not in edition.items:
                    path = f"{kind}[{placed.record['names'][0]}].{field}" if placed.record["names"] else kind
                    yield from _missing(edition, placed, (field, index), path, id, "items", edition.items)
    documents = edition.registries.documents.by_id
    for placed in edition.files.entries.get("documents", []):
        successor = placed.record.get("successor", "")
        if successor and successor not in documents:
            path = f"documents[{placed.record['id']}].successor"
            yield from _missing(edition, placed, ("successor",), path, successor, "documents", documents)
    yield from _unresolved_ways(edition)


def _unresolved_ways(edition: Edition) -> Iterator[Hit]:
    """What the ways in lead to and whom they are for must be there: a page is made of it without another look."""
    audience = edition.registries.vocabulary("audience")
    for path, name, known in (
        ("everyday[].item", "items", edition.items),
        ("groups[].group", "groups", [group["id"] for group in edition.groups]),
        ("groups[].concepts[]", audience.name, audience.names),
        ("events[].items[]", "items", edition.items),
    ):
        for file in edition.files.files.get("ways", []):
            for below, id in values(file.record, path):
                if id not in known:
                    where = f"ways.{called(file.record, below)}"
                    yield from _missing(edition, file, below, where, id, name, known)


def _named(record: Requirement, edition: Edition) -> Iterator[tuple[Below, str, str, Iterable[str]]]:
    registries = edition.registries
    for path in ("basis[].document", "value.documents[].document"):
        for below, id in values(record, path):
            yield below, id, "documents", registries.documents.by_id
    for path in ("items[]", "excluding[]"):
        for below, id in values(record, path):
            yield below, id, "items", edition.items
    concepts: Vocabulary = registries.vocabulary(record["element"])
    for path, vocabulary in (
        ("asks[].id", registries.evidence),
        ("asks[].any_of[].id", registries.evidence),
        ("criteria[].any_of[].id", registries.criteria),
        ("concepts[].id", concepts),
    ):
        for part in ("value", "besides", "tolerated"):
            for below, id in values(record, f"{part}.{path}"):
                yield below, id, vocabulary.name, vocabulary.names


def wrong_value(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """The value of a requirement is of its element's kind, and there is exactly one."""
    for placed, _ in requirements(edition):
        element = placed.record["element"]
        declared = elements()[element].declaration if element in elements() else None
        wanted = declared.kind if declared and declared.kind in words_of(Value) else ""
        for part in ("value", "besides", "tolerated"):
            found = list(placed.record.get(part, {}))
            if declared and placed.record["relation"] != "free" and found and found != [wanted]:
                args = {"element": element, "found": found, "wanted": wanted}
                yield on(placed, part, path=_path(placed, (part,)), args=args)


def unknown_element(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A requirement speaks of an element that there is."""
    known = [name for name, words in elements().items() if words.declaration]
    for placed, _ in requirements(edition):
        element = placed.record["element"]
        if element not in known:
            near = closest(element, known)
            suggestions = (near,) if near else ()
            yield on(
                placed, "element", path=_path(placed, ("element",)), args={"element": element}, suggestions=suggestions
            )


def no_value(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A requirement that is judged says what is required."""
    for placed, _ in requirements(edition):
        if not placed.record["value"] and placed.record["relation"] != "free":
            args = {"element": placed.record["element"]}
            yield on(placed, "value", key=True, path=_path(placed, ("value",)), args=args)


def claims_too_much(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A basis says that its text was seen, and the record of the document says that nothing of it was.

    An article may have been seen in whole where the document was seen in part.
    """
    for placed, _ in requirements(edition):
        for index, row in enumerate(placed.record["basis"]):
            document = edition.registries.documents.by_id.get(row["document"])
            if document is None:
                continue
            if document["seen"] == "none" and (row["seen"] != "none" or row["evidence"] in _SEEN):
                below = ("basis", index, "seen")
                args = {"document": row["document"], "seen": row["seen"]}
                yield on(
                    placed, *below, path=_path(placed, below), args=args, extra={"document_seen": document["seen"]}
                )


def foreign_id(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """The id of a requirement on one item begins with that item's id."""
    for placed, item in requirements(edition):
        id = placed.record["id"]
        if item and not id.startswith(f"{item}-R"):
            yield on(placed, "id", path=_path(placed, ("id",)), args={"id": id, "item": item})


def repeated_id(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """Ids of items, requirements and rows of registries stand for one thing each."""
    seen: dict[tuple[str, str], Placed] = {}
    entries = [(kind, placed) for kind, rows in edition.files.entries.items() for placed in rows]
    entries = [row for row in entries if row[0] in ("national-items", "evidence", "criteria", "documents", "groups")]
    entries += [("requirements", placed) for placed, _ in requirements(edition)]
    for file in edition.files.files.get("concepts", []):
        rows = enumerate(file.record["concepts"])
        entries += [(file.document.name, Placed(row, file.document, ("concepts", i))) for i, row in rows if row]
    for file in edition.files.files.get("ways", []):
        for key in ("groups", "events"):
            entries += [(f"ways.{key}", Placed(row, file.document, (key, i))) for i, row in enumerate(file.record[key])]
    for kind, placed in entries:
        id = placed.record["id"]
        first = seen.setdefault((kind, id), placed)
        if first is not placed:
            related = (Related(first.locate("id"), "first_defined"),)
            yield on(placed, "id", path=f"{kind}[{id}]", args={"id": id}, related=related)


def crosswalk_rows(edition: Edition) -> Iterator[tuple[Placed, CrosswalkFile]]:
    """Every row of every crosswalk, with its file."""
    for file in edition.crosswalks:
        for index, row in enumerate(file.record["rows"]):
            if row is not None:
                yield Placed(row, file.document, ("rows", index)), file.record


def crosswalk_target(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A row of an official list points to items of the edition."""
    for placed, file in crosswalk_rows(edition):
        for below, id in values(placed.record, "items[].item"):
            if id not in edition.items:
                path = f"crosswalks[{file['id']}].rows[{placed.record['id']}]"
                yield from _missing(edition, placed, below, path, id, "items", edition.items)


def crosswalk_silent(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A row of an official list for which nothing stands here says why."""
    for placed, file in crosswalk_rows(edition):
        if not placed.record["items"] and "because" not in placed.record:
            path = f"crosswalks[{file['id']}].rows[{placed.record['id']}]"
            yield on(
                placed, "items", path=path, args={"row": placed.record["id"]}, extra={"name": placed.record["name"]}
            )


def unknown_theme(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """The theme of an item is one of the edition's."""
    themes = [theme["id"] for theme in edition.head["themes"]]
    for item in edition.files.entries.get("national-items", []):
        theme = item.record["theme"]
        if theme not in themes:
            path = f"items[{item.record['id']}].theme"
            yield from _missing(edition, item, ("theme",), path, theme, "themes", themes)


def shared_alias(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """One name or alias for two rows of a registry: the first would win unseen."""
    lists: list[tuple[str, str, list[Placed]]] = [
        (kind, name, edition.files.entries.get(kind, [])) for kind, name in _NAMED.items()
    ]
    for file in edition.files.files.get("concepts", []):
        rows = [Placed(row, file.document, ("concepts", i)) for i, row in enumerate(file.record["concepts"]) if row]
        lists.append((file.document.name, "name", rows))
    for kind, name, entries in lists:
        owners: dict[str, str] = {}
        for placed in entries:
            id = placed.record["id"]
            for text in dict.fromkeys((placed.record[name], *placed.record.get("aliases", []))):
                other = owners.setdefault(plain(text), id)
                if other != id:
                    yield on(placed, path=f"{kind}[{id}]", args={"text": text, "id": id, "other": other})


def _everything(edition: Edition) -> Iterator[tuple[str, Placed]]:
    for kind, files in edition.files.files.items():
        for file in files:
            yield kind, file


def impossible_date(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """Dates that the calendar does not have, anywhere in the edition."""
    for kind, file in _everything(edition):
        yield from impossible(file, kind)


def unfinished_check(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """``checked_by`` and ``checked_on`` go together."""
    for kind, file in _everything(edition):
        yield from half_checked(file, kind)
