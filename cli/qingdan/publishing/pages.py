"""Which pages the site has: URL, template and what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qingdan.judging.conformance import in_force
from qingdan.model.force import ground
from qingdan.problems import SameAddress
from qingdan.publishing import changes, covering, data, earlier, facets, nation, provinces, structured
from qingdan.publishing.cells import Cell
from qingdan.publishing.glance import Glance
from qingdan.publishing.guide import Maker
from qingdan.publishing.qr import qr_code
from qingdan.publishing.replaced import replaced
from qingdan.publishing.search.documents import browsing
from qingdan.publishing.site import Guide, Place, Province, Site
from qingdan.publishing.standing import guarantees, judged_by, unjudged
from qingdan.publishing.text import spoken, web_link
from qingdan.publishing.words import told
from qingdan.reports.export.addresses import slugged
from qingdan.words.grammar import Lang


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        url: From the root of the site, ending in ``.html``.
        title: Of the browser's window, and the heading.
        template: Name of a template of the theme.
        view: What the template is given beside the page itself; a guide makes its values when they are asked for.
        indexed: Whether search engines may keep it.
        description: One sentence about the page.
    """

    url: str
    title: str
    template: str
    view: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = True
    description: str = ""


class Lazy(Mapping[str, object]):
    """Values that are made anew each time they are asked for: the text of thousands of guides is never held at once."""

    def __init__(self, **made: Callable[[], object]) -> None:
        self._made = made

    def __getitem__(self, key: str) -> object:
        return self._made[key]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def by_url(site: Site, lang: Lang, site_url: str = "") -> dict[str, Page]:
    """Every page by its URL.

    Raises:
        SameAddress: Two pages would be written to one file.
    """
    found: dict[str, Page] = {}
    written: dict[str, Page] = {}
    for page in pages(site, lang, site_url):
        other = written.setdefault(page.url.casefold(), page)  # some disks take upper and lower case for the same
        if other is not page:
            raise SameAddress(page.url, (other.title, page.title), tuple(_places(page.url, site)))
        found[page.url] = page
    return found


def _places(url: str, site: Site) -> Iterator[str]:
    for guide in site.guides:
        if guide.url.casefold() == url.casefold():
            place = guide.subject.layers[-1].locate("id")
            yield f"{place.file}:{place.line}"
    for province in site.provinces:
        if any(place.url.casefold() == url.casefold() for place in province.places):
            yield province.section.label


def pages(site: Site, lang: Lang, site_url: str = "") -> Iterator[Page]:
    """Every page that is made from data.

    Args:
        site: What the pages are about.
        lang: Of the interface; the text of lists stays as it is.
        site_url: Where the site will stand, ending in a slash; without it no page can show its own address.
    """
    yield from _ways_in(site, lang)
    for province in site.provinces:
        yield from _province(province, site, lang, site_url)
    yield from _nation(site, lang)
    yield Page("coverage.html", told("coverage", lang), "coverage.html", {"board": covering.dashboard(site, lang)})
    yield from _changes(site, lang)
    yield Page("replaced.html", told("replaced", lang), "replaced.html", {"found": tuple(replaced(site, lang))})
    yield Page("open-data.html", told("open_data", lang), "open-data.html", {"files": data.LISTED})
    yield Page("search.html", told("search", lang), "search.html", browsing(site), indexed=False)


def _ways_in(site: Site, lang: Lang) -> Iterator[Page]:
    """The home page, and the pages that its tiles lead to."""
    groups, events = list(facets.group_pages(site, lang)), list(facets.event_pages(site, lang))
    yield Page("index.html", "", "home.html", {"groups": groups, "events": events, "stock": _stock(site)})
    for group in groups:
        yield Page(group.entrance.url, group.entrance.name, "group.html", {"facet": group})
    for event in events:
        view = {"facet": event, "steps": [_step(item, site) for item in event.items]}
        yield Page(event.entrance.url, event.entrance.name, "event.html", view)
    yield Page("places/index.html", told("places", lang), "places.html", {"trees": _trees(site)})


def _step(item: str, site: Site) -> dict[str, object]:
    """A national item on the way through an event: what the nation requires of it today, and where there are guides.

    Those that a person can go by come first, fiction last.
    """
    order = ("", "not_yet", "ahead", "undated", "old", "archive", "sample")
    found = sorted(site.by_item.get(item, ()), key=lambda guide: order.index(guide.specimen))
    documents = site.edition.registries.documents
    rows = [row for row in site.edition.items[item].get("requirements", ()) if in_force(row, site.as_of)]
    own = [row["explains"] for row in rows if not ground(row, documents, site.as_of)]
    return {"id": item, "explains": own, "guides": found}


def _stock(site: Site) -> dict[str, int]:
    """How much is there, and how much of it a person can go by."""
    real = [province for province in site.provinces if not province.sample]
    guides = [guide for province in real for guide in province.guides]
    return {
        "provinces": len(real),
        "guides": len(guides),
        "live": sum(not guide.specimen for guide in guides),
        "official": sum(not (guide.specimen or guide.second_hand) for guide in guides),
        "samples": len(site.guides) - len(guides),
    }


def _trees(site: Site) -> list[tuple[Province, Mapping[str, tuple[Place, ...]]]]:
    return [(province, provinces.below(province)) for province in site.provinces]


def _province(province: Province, site: Site, lang: Lang, site_url: str) -> Iterator[Page]:
    for place in province.places:
        view = {"place": place, "province": province, "view": provinces.place_page(place, site, lang)}
        yield Page(place.url, place.name, "place.html", view, indexed=not province.sample)
        for guide in place.guides:
            yield _guide(guide, site, lang, site_url)


def _guide(guide: Guide, site: Site, lang: Lang, site_url: str) -> Page:
    source = guide.subject.record.get("source") or guide.place.province.catalogue.head["source"]
    about = (guide, site.edition, lang)
    maker, glance = Maker(*about), Glance(*about)
    # nobody should be led by a code to what must not be relied on
    address = site_url + guide.url if site_url and not guide.specimen else ""
    view = Lazy(
        guide=lambda: guide,
        record=lambda: guide.subject.record,
        heading=lambda: Cell(tuple(spoken(guide.name, guide.subject.record.get("languages", ())))),
        blocks=lambda: tuple(maker.blocks()),
        glance=lambda: tuple(glance.answers()),
        partly=maker.partly,
        second_hand=maker.second_hand,
        guarantees=lambda: tuple(guarantees(guide, guide.place.province.edition, lang, site.as_of)),
        unjudged=lambda: tuple(unjudged(guide, site, lang)),
        judged_by=lambda: judged_by(guide, lang),
        items=lambda: _links(guide, site),
        service=lambda: structured.government_service(guide, site.edition.registries.name),
        related=lambda: _related(guide),
        events=lambda: _events(guide, site, lang),
        source_link=lambda: web_link(source.get("url", "")) if not guide.specimen else "",
        address=lambda: address,
        qr=lambda: qr_code(address) if address else None,
    )
    title = f"{guide.name} — {guide.place.name}"
    return Page(guide.url, title, "guide.html", view, indexed=not guide.specimen)


def _links(guide: Guide, site: Site) -> list[tuple[str, str]]:
    """The national items that it implements: URL and name."""
    ids = dict.fromkeys(link["item"] for link in guide.subject.record.get("implements", []))
    return [
        (f"items/{slugged(id)}.html", str(site.edition.items[id].get("name", id)))
        for id in ids
        if id in site.edition.items
    ]


def _related(guide: Guide) -> list[Guide]:
    """The guides of the items that it names as related: of the same place, else of the province."""
    province = guide.place.province
    found = []
    # a place that writes none takes over those of its province
    named = guide.subject.layers[-1].record.get("related", guide.subject.layers[0].record.get("related", []))
    for id in named:
        for place in (guide.place, province.here):
            near = [each for each in place.guides if any(layer.record["id"] == id for layer in each.subject.layers)]
            if near:
                found.append(near[0])
                break
    return found


def _events(guide: Guide, site: Site, lang: Lang) -> list[facets.Entrance]:
    """The life events that lead to it."""
    links = [link["item"] for link in guide.subject.record.get("implements", [])]
    return list(dict.fromkeys(event for item in links for event in facets.events_of(item, site, lang)))


def _nation(site: Site, lang: Lang) -> Iterator[Page]:
    """The national items and the official lists."""
    lists = list(nation.list_pages(site))
    rows = tuple(row for found in lists for theme in found.themes.values() for row in theme)
    yield Page("items/index.html", told("items", lang), "items.html")
    for id, item in site.edition.items.items():
        view = {"item": item, "view": nation.item_page(id, site, rows, lang)}
        yield Page(f"items/{slugged(id)}.html", str(item.get("name", id)), "item.html", view)
    yield Page("lists/index.html", told("lists", lang), "lists.html", {"lists": lists})
    for found in lists:
        yield Page(found.url, found.list["name"], "list.html", {"view": found})
    for row in rows:
        view = {"view": row, "document": site.edition.registries.documents.by_id.get(row.list["document"])}
        yield Page(row.url, row.row["name"], "row.html", view)


def _changes(site: Site, lang: Lang) -> Iterator[Page]:
    view: dict[str, object] = {"changes": changes.of_edition(site, lang), "subject": None}
    nation_page = Page("changes/nation.html", site.edition.head["name"], "changes.html", view)
    found = []
    for province in site.provinces:
        url = f"changes/{province.here.url.removeprefix('places/')}"
        view = {"changes": changes.of_province(province, lang), "subject": province, **_since(province, lang)}
        found.append(Page(url, province.here.name, "changes.html", view, indexed=not province.sample))
    yield Page("changes/index.html", told("changes", lang), "all-changes.html", {"found": [nation_page, *found]})
    yield nation_page
    yield from found


def _since(province: Province, lang: Lang) -> dict[str, object]:
    """What a list looks like beside an earlier revision, where one was asked for."""
    found = province.since
    return {"since": found, "since_told": earlier.told(found, lang)} if found else {}


__all__ = ["Lazy", "Page", "by_url", "pages"]
