"""Look a name up in the registries of an edition: which id it has, what it covers, where a document stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.loading.edition import Edition
from qingdan.model.edition import Document
from qingdan.model.likeness import closest
from qingdan.model.near_names import Likeness
from qingdan.model.registry import Documents, Vocabulary, plain
from qingdan.printing.words import word
from qingdan.reports.documents.facts import state_of
from qingdan.reports.documents.grounds import told_state
from qingdan.rules.numbers import NUMBER, number_form
from qingdan.words.grammar import Lang, bracketed, colon, joined
from qingdan.words.said import Phrases

_says = Phrases("explain")
_WIDER = Phrases("explain.wider")

#: What a registry is called.
_TITLES = Phrases("explain.list")


def lines(asked: str, edition: Edition, lang: Lang, day: str) -> Iterator[str]:
    """What the registries know of an id, a name, an alias or a document number; a whole list by the list's name."""
    tables = _tables(edition)
    for name, vocabulary in tables.items():
        title = _title(name, edition, lang)
        if asked in (name, title):
            yield f"{name}  {title}"
            yield from (f"  {id:<32} {shown}" for id, shown in vocabulary.names.items())
            return
    for name, vocabulary in tables.items():
        id = asked if asked in vocabulary.names else vocabulary.resolve(None, asked)
        if id:
            yield from _entry(id, name, vocabulary, edition, lang)
    documents = edition.registries.documents
    for found in _documents_named(asked, documents):
        yield from _document(documents.by_id[found], edition, lang, day)


def _documents_named(text: str, documents: Documents) -> list[str]:
    """The document that a text is, or those that it cites: by their numbers, or by titles in 《》."""
    if whole := documents.resolve(text, text, text):
        return [whole]
    numbers = (match[0] for match in NUMBER.finditer(text))
    titles = re.findall("《([^《》]+)》", text)
    cited = [documents.resolve(None, number_form(number).usual or number, None) for number in numbers]
    cited += [documents.resolve(None, None, title) for title in titles]
    return list(dict.fromkeys(id for id in cited if id))


def near(asked: str, edition: Edition, lang: Lang, most: int = 3) -> list[str]:
    """Lists and entries with names like what was asked for: to look at, never to take."""
    tables = _tables(edition)
    if list_meant := closest(asked, tables):
        return [list_meant]
    likeness, shown = Likeness(), {}
    for name, vocabulary in tables.items():
        for id, text in vocabulary.names.items():
            shown[f"{name}/{id}"] = f"{id} {text}{bracketed(_title(name, edition, lang), lang)}"
            likeness.add(plain(text), [f"{name}/{id}"])
    return [shown[each] for each in likeness.nearest(plain(asked), most)]


def _tables(edition: Edition) -> dict[str, Vocabulary]:
    registries = edition.registries
    documents = {id: str(row["title"]) for id, row in registries.documents.by_id.items()}
    groups = {row["id"]: row["name"] for row in edition.groups}
    return {
        "evidence": registries.evidence,
        "criteria": registries.criteria,
        **registries.concepts,
        "documents": Vocabulary("documents", documents, {}),
        "groups": Vocabulary("groups", groups, {plain(name): id for id, name in groups.items()}),
    }


def _title(name: str, edition: Edition, lang: Lang) -> str:
    if name in _TITLES:
        return _TITLES(name, lang)
    for file in edition.files.files.get("concepts", []):
        if file.document.name.rsplit("/", 1)[-1] == f"{name}.yaml":
            return str(file.record["name"])
    return name


def _entry(id: str, name: str, vocabulary: Vocabulary, edition: Edition, lang: Lang) -> Iterator[str]:
    yield f"{id}  {vocabulary.names[id]}" + bracketed(f"{_title(name, edition, lang)} {name}", lang)
    own = plain(vocabulary.names[id])
    aliases = sorted(text for text, owner in vocabulary.aliases.items() if owner == id and text != own)
    if aliases:
        yield f"  {_says('also_written', lang)}{colon(lang)}{joined(aliases, lang)}"
    wider = sorted(vocabulary.broader.get(id, ()))
    if wider:
        word = _WIDER("criteria" if name == "criteria" else "other", lang)
        yield f"  {word}{colon(lang)}{joined([vocabulary.names.get(each, each) for each in wider], lang)}"
    atoms = sorted(vocabulary.atoms.get(id, ()))
    if atoms:
        names = joined([vocabulary.names.get(each, each) for each in atoms], lang)
        yield f"  {_says('stands_for', lang)}{colon(lang)}{names}"


def _document(row: Document, edition: Edition, lang: Lang, day: str) -> Iterator[str]:
    """A document, what stands in its place, and what rests on it."""
    found = state_of(row, edition, day)
    yield f"{row['id']}  《{row['title']}》 {row.get('number', '')}".rstrip()
    known = (told_state(found, lang), row.get("date", ""), row.get("issuer", ""))
    yield "  " + "  ".join(filter(None, known))
    seen = [word(row["seen"], lang)] if row["seen"] != "none" else []
    yield f"  {_says('evidence', lang)}{colon(lang)}{joined([word(row['evidence'], lang), *seen], lang)}"
    if "note" in row:
        yield f"  {_says('note', lang)}{colon(lang)}{row['note']}"
    for requirement in found.requirements:
        mark = bracketed(word("open", lang), lang) if requirement["id"] in found.open else ""
        yield f"  {requirement['id']:<12} {requirement['explains']}{mark}"
