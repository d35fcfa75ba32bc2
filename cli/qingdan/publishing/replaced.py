"""What was replaced and what it touches: the documents of the edition that changed, with what rested on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.model.fields import of_model
from qingdan.model.values import Citation
from qingdan.publishing.site import Guide, Site
from qingdan.reports.documents.facts import DocumentState, document_states
from qingdan.reports.documents.grounds import told_state
from qingdan.words.grammar import Lang


@dataclass(frozen=True)
class Replaced:
    """One document that was replaced, ended or amended.

    Attributes:
        state: The document with what rests on it.
        told: How it stands, in words.
        guides: The guides that cite it, fiction last.
    """

    state: DocumentState
    told: str
    guides: tuple[Guide, ...]


def replaced(site: Site, lang: Lang) -> Iterator[Replaced]:
    """The documents that changed up to the day of the site, the last first."""
    citing = _citing(site)
    for row in document_states(site.edition, site.as_of, changed=True).rows:
        guides = sorted(citing.get(row.document["id"], ()), key=lambda guide: guide.specimen == "sample")
        yield Replaced(row, told_state(row, lang), tuple(guides))


def _citing(site: Site) -> dict[str, list[Guide]]:
    """Document → the guides whose own text cites it."""
    found: dict[str, list[Guide]] = {}
    documents = site.edition.registries.documents
    for guide in site.guides:
        own = guide.subject.layers[-1].record
        rows = [row for name in of_model(Citation) for row in own.get(name, ())]
        ids = (documents.resolve(row.get("document"), row.get("number"), row.get("title")) for row in rows)
        for id in dict.fromkeys(filter(None, ids)):
            found.setdefault(id, []).append(guide)
    return found
