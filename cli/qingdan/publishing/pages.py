"""Which pages the site has: URL, template and what the template shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qingdan.publishing import structured
from qingdan.publishing.guide import Maker
from qingdan.publishing.search.documents import browsing
from qingdan.publishing.site import Guide, Place, Site
from qingdan.publishing.words import told
from qingdan.reporting.words import Lang


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        url: From the root of the site, ending in ``.html``.
        title: Of the browser's window, and the heading.
        template: Name of a template of the theme.
        view: What the template is given beside the page itself.
        indexed: Whether search engines may keep it.
    """

    url: str
    title: str
    template: str
    view: dict[str, Any] = field(default_factory=dict)
    indexed: bool = True


def pages(site: Site, lang: Lang) -> Iterator[Page]:
    """Every page that is made from data."""
    names = site.edition.registries.labels
    yield Page("index.html", "", "home.html", {"provinces": site.provinces, "site": site})
    for province in site.provinces:
        for place in province.places:
            yield Page(place.url, place.name, "place.html", {"place": place, "site": site}, indexed=not province.sample)
            for guide in place.guides:
                yield _guide(guide, site, names, lang)
    for id, item in site.edition.items.items():
        view = {"item": item, "guides": site.by_item.get(id, ()), "requirements": site.edition.requirements.get(id, ())}
        yield Page(f"items/{id}.html", str(item.get("name", id)), "item.html", view)
    yield Page("items/index.html", "", "items.html", {"site": site})
    yield Page("search.html", told("search", lang), "search.html", browsing(site), indexed=False)


def _guide(guide: Guide, site: Site, names: dict[str, str], lang: Lang) -> Page:
    maker = Maker(guide, site.edition, names, lang)
    view = {
        "guide": guide,
        "record": guide.subject.record,
        "blocks": tuple(maker.blocks()),
        "glance": tuple(maker.glance()),
        "guarantees": tuple(maker.guarantees()),
        "items": _links(guide, site),
        "service": structured.government_service(guide, names),
    }
    return Page(guide.url, f"{guide.name} — {guide.place.name}", "guide.html", view, indexed=not guide.specimen)


def _links(guide: Guide, site: Site) -> list[tuple[str, str]]:
    """The national items that it implements: URL and name."""
    ids = dict.fromkeys(link["item"] for link in guide.subject.record.get("implements", []))
    return [(f"items/{id}.html", str(site.edition.items[id].get("name", id))) for id in ids if id in site.edition.items]


__all__ = ["Page", "Place", "pages"]
