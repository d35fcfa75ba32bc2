"""What changed, as far as the lists and the edition say it themselves; nothing is worked out or guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from qingdan.model.declarations import elements
from qingdan.model.item import Item
from qingdan.model.values import Citation
from qingdan.publishing.site import Guide, Province, Site
from qingdan.publishing.words import told
from qingdan.words.grammar import Lang, joined, reads_chinese

Kind = Literal["stated", "effective", "cancelled", "guide_changed", "requirement", "document"]


@dataclass(frozen=True)
class Change:
    """One thing that changed.

    Attributes:
        day: As it is written, a year or a month where no day is; empty where none is.
        kind: ``stated``: the list gives reason, basis or day; ``effective`` and ``cancelled``: an item begins or ends;
            ``guide_changed``: the day on which a guide was changed; ``requirement``: a requirement of the nation comes
            into force; ``document``: a document is replaced or ends.
        name: Of the item, the requirement or the document.
        url: Of its page.
        text: What the file says of it.
        basis: The documents it names.
    """

    day: str
    kind: Kind
    name: str
    url: str
    text: str = ""
    basis: str = ""


def of_province(province: Province, lang: Lang) -> tuple[Change, ...]:
    """What a list says of its changes, the last first."""
    found = [change for guide in province.guides for change in _of_guide(guide, lang)]
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))


def of_edition(site: Site, lang: Lang) -> tuple[Change, ...]:
    """What the edition says of when its requirements came into force and what became of documents, the last first."""
    found = [
        Change(since, "requirement", _on(id, site, lang), f"reference/requirements.html#{id.lower()}", row["explains"])
        for id, row in site.edition.by_id.items()
        if (since := row.get("in_force", {}).get("since", ""))
    ]
    for document in site.edition.registries.documents.by_id.values():
        if "status_on" in document:
            told = document["title"], "reference/documents.html", document["status"], document.get("number", "")
            found.append(Change(document["status_on"], "document", *told))
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))


def _on(id: str, site: Site, lang: Lang) -> str:
    """The item that a requirement is on, by name; how many, where it is on several."""
    items = [item for item, rows in site.edition.requirements.items() if any(row["id"] == id for row in rows)]
    return site.edition.items[items[0]]["name"] if len(items) == 1 else told("n_items", lang, n=len(items))


def _of_guide(guide: Guide, lang: Lang) -> Iterator[Change]:
    """Only what the top layer says: what a place takes over changed in its province, once."""
    own = cast(Item, guide.subject.layers[-1].record)
    for row in own.get("changes", []):
        element = elements().get(row.get("element", ""))
        parts = [element.title if element and reads_chinese(lang) else row.get("element", ""), row.get("reason", "")]
        basis = joined([_cited(each) for each in row.get("basis", [])], lang)
        yield Change(
            row.get("effective_on", ""), "stated", guide.name, guide.url, "：".join(filter(None, parts)), basis
        )
    if "effective_on" in own:
        yield Change(own["effective_on"], "effective", guide.name, guide.url)
    if "cancelled_on" in own:
        yield Change(own["cancelled_on"], "cancelled", guide.name, guide.url, own.get("successor", ""))
    if "changed_on" in own.get("guide", {}):
        yield Change(own["guide"]["changed_on"], "guide_changed", guide.name, guide.url)


def _cited(citation: Citation) -> str:
    return " ".join(filter(None, (citation.get("title", ""), citation.get("number", ""), citation.get("article", ""))))
