"""Every file of data beside the pages: API, linked data, whole lists, feeds, what search engines ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.publishing import api
from qingdan.publishing.feed import feeds
from qingdan.publishing.identity import Identity
from qingdan.publishing.openapi import openapi
from qingdan.publishing.site import Site
from qingdan.reports.export import as_csv as entry_csv
from qingdan.reports.export import as_json as entry_json
from qingdan.reports.export import as_jsonld as linked
from qingdan.reports.export import schema as entry_schema
from qingdan.reports.export.addresses import slugged
from qingdan.reports.export.as_json import dumped
from qingdan.reports.export.facts import Export
from qingdan.reports.export.nodes import Nodes
from qingdan.words.grammar import Lang

if TYPE_CHECKING:
    from qingdan.publishing.pages import Page

#: The vocabulary of the project, as it is committed.
VOCABULARY = resources.files("qingdan.reports.export") / "vocabulary.ttl"
#: The files for all: path, format, and the word that says what they hold.
LISTED = (
    ("data/items.csv", "CSV", "data_csv"),
    ("data/items.jsonl", "JSON Lines", "data_jsonl"),
    ("data/items.jsonl.schema.json", "JSON Schema", "data_schema"),
    ("data/items.csv-metadata.json", "CSVW", "data_columns"),
    (f"{api.ROOT}/index.json", "JSON", "data_index"),
    (f"{api.ROOT}/guides.json", "JSON", "data_guides"),
    (f"{api.ROOT}/items.json", "JSON", "data_items"),
    (f"{api.ROOT}/provinces.json", "JSON", "data_provinces"),
    (f"{api.ROOT}/openapi.json", "OpenAPI 3.1", "data_openapi"),
    ("changes.atom", "Atom", "data_feed"),
    ("data/vocabulary.ttl", "Turtle", "data_vocabulary"),
)


def files(site: Site, identity: Identity, lang: Lang, base: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Path from the root of the site, and texts one after the other. No file is made before it is asked for.

    Args:
        site: What the site is made of.
        identity: Name of the site.
        lang: Language of headings and words.
        base: Address of the site with a slash at the end; empty where it is not known.
    """
    export = Export(site.as_of, site.edition, tuple(guide.entry for guide in site.guides), ())
    yield "data/items.jsonl", entry_json.lines(export)
    yield "data/items.csv", entry_csv.lines(export, lang)
    for format, ending in entry_schema.ENDINGS.items():
        yield f"data/items.{format}{ending}", [entry_schema.described(format, f"items.{format}", lang)]
    yield "data/vocabulary.ttl", [VOCABULARY.read_text(encoding="utf-8")]
    for path, text in feeds(site, identity, lang, base):
        yield path, [text]
    yield f"{api.ROOT}/openapi.json", [dumped(openapi(site.as_of, identity.name[lang], base), 1)]
    for path, text in api.files(site):
        yield path, [text]
    for path, text in _linked(site):
        yield f"{api.ROOT}/{path}", [text]


def _linked(site: Site) -> Iterator[tuple[str, str]]:
    for guide in site.guides:
        nodes = Nodes(site.edition)
        linked.add_guide(nodes, guide.entry)
        yield f"guides/{guide.entry.id}.jsonld", dumped(linked.document(nodes)) + "\n"
    for id in site.edition.items:
        nodes = Nodes(site.edition)
        linked.add_item(nodes, id)
        yield f"items/{slugged(id)}.jsonld", dumped(linked.document(nodes)) + "\n"


def beside(page: Page) -> list[tuple[str, str, str]]:
    """What stands beside a page for machines: media type, path from the root of the site, and its short name."""
    stem, place = page.url.removesuffix(".html"), page.view.get("place")
    if "guide" in page.view or "item" in page.view:
        json, jsonld = (f"{api.ROOT}/{stem}{end}" for end in (".json", ".jsonld"))
        return [("application/json", json, "JSON"), ("application/ld+json", jsonld, "JSON-LD")]
    if page.url == "index.html":
        return [("application/atom+xml", "changes.atom", "Atom")]
    if place is not None and place is place.province.places[0]:
        code = api.slug(place.province)
        json, feed = f"{api.ROOT}/provinces/{code}.json", f"places/{code}.atom"
        return [("application/json", json, "JSON"), ("application/atom+xml", feed, "Atom")]
    return []


def write(folder: Path, found: Iterable[tuple[str, Iterable[str]]], but: Collection[str] = ()) -> None:
    """Write files below a folder, but for those that are there by other means.

    Raises:
        OSError: One of them cannot be written.
    """
    for path, texts in found:
        if path not in but:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("w", encoding="utf-8", newline="") as file:
                file.writelines(texts)
