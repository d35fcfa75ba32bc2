"""What can be found: the pages of national items, of life events, of places and of guides, with names and text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingdan.loading.opening import known_divisions
from qingdan.model.division_names import short_names
from qingdan.model.edition import Theme
from qingdan.model.naming_items import names_of
from qingdan.publishing.facets import event_pages
from qingdan.publishing.site import Guide, Place, Province, Site
from qingdan.publishing.words import told
from qingdan.reports.export.addresses import slugged
from qingdan.reports.export.facts import Specimen
from qingdan.words.grammar import Lang

#: A guide → the lines that its page shows.
Shown = Callable[[Guide], Iterable[str]]


@dataclass(frozen=True)
class Document:
    """One page as the search sees it.

    Attributes:
        url: From the root of the site.
        title: The heading.
        names: What else people call it: everyday name and words, aliases, the national items it is, the place and those
            above it.
        body: The other lines of the page.
        where: The place, as it stands beside the title of a guide.
        under: What stands under the title in a list of results.
        items: Ids of national items.
        places: URLs of the pages of the place and of its province.
        specimen: Why it must not be relied on; empty for what is found at once.
        as_of: The day of its text.
    """

    url: str
    title: str
    names: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    where: str = ""
    under: str = ""
    items: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    specimen: Specimen = ""
    as_of: str = ""


def documents(site: Site, shown: Shown, lang: Lang) -> list[Document]:
    """All documents: national items, life events, places, then guides, those of one item side by side.

    Args:
        site: What was read.
        shown: Gives the lines that the page of a guide shows.
        lang: Language of what the pages say of themselves.
    """
    order = {id: number for number, id in enumerate(site.edition.items)}
    papers = _papers(site)
    guides = [_guide(guide, site, (*shown(guide), *_called(guide, papers)), lang) for guide in site.guides]
    guides.sort(key=lambda each: order.get(each.items[0], len(order)) if each.items else len(order))
    places = [_place(place) for province in site.provinces for place in province.places]
    return [*_items(site, lang), *_events(site, lang), *places, *guides]


def province_name(province: Province) -> str:
    """The name of a province; of its list where its code is not known."""
    division = known_divisions().get(province.code)
    return division.name if division else province.catalogue.head["name"]


def place_name(place: Place) -> str:
    """The name of a place as results show it."""
    return province_name(place.province) if place is place.province.places[0] else place.name


def browsing(site: Site) -> dict[str, object]:
    """What the page of the search shows without a query, beside the provinces: each theme with its items."""
    items = site.edition.items.values()
    return {
        "themes": [(theme["name"], [item for item in items if item["theme"] == theme["id"]]) for theme in _themes(site)]
    }


def _themes(site: Site) -> Sequence[Theme]:
    return site.edition.head["themes"]


def _items(site: Site, lang: Lang) -> Iterator[Document]:
    themes = {theme["id"]: theme["name"] for theme in _themes(site)}
    for id, item in site.edition.items.items():
        requirements = tuple(each["explains"] for each in site.edition.requirements.get(id, ()))
        names = (id, *dict.fromkeys(text for text, _ in names_of(item)), *_everyday(site, id))
        under = " · ".join(filter(None, (told("items", lang), themes.get(item["theme"], ""))))
        yield Document(f"items/{slugged(id)}.html", item["name"], names, requirements, under=under, items=(id,))


def _events(site: Site, lang: Lang) -> Iterator[Document]:
    for page in event_pages(site, lang):
        body = tuple(site.edition.items[id]["name"] for id in page.items)
        yield Document(page.entrance.url, page.entrance.name, body=body, under=told("i_want", lang))


def _place(place: Place) -> Document:
    first = place.province.places[0]
    specimen: Specimen = "sample" if place.province.sample else ""
    names = (*_place_names(place), place.name)
    return Document(place.url, place_name(place), names, places=tuple({place.url, first.url}), specimen=specimen)


def _papers(site: Site) -> dict[str, list[str]]:
    """Id of a paper → what else people call it. Forms are left out: their names hold names of places."""
    registries = site.edition.registries
    found: dict[str, list[str]] = {}
    for alias, id in registries.evidence.aliases.items():
        if registries.evidence_kinds.get(id) == "proof":
            found.setdefault(id, [registries.evidence.names[id]]).append(alias)
    return found


def _called(guide: Guide, papers: Mapping[str, list[str]]) -> Iterator[str]:
    """The other names of the papers that a guide asks for: who types 社保卡 finds 社会保障卡."""
    for material in guide.subject.record.get("materials", []):
        for member in (material, *material.get("any_of", ())):
            yield from papers.get(member.get("id", ""), ())


def _guide(guide: Guide, site: Site, body: tuple[str, ...], lang: Lang) -> Document:
    record, place = guide.subject.record, guide.place
    second_hand = guide.second_hand and not guide.specimen
    implemented = (link["item"] for link in record.get("implements", []))
    items = tuple(id for id in dict.fromkeys(implemented) if id in site.edition.items)
    everyday = record.get("everyday_name", "")
    national = [name for id in items for name in _names_of_item(site, id)]
    names = (guide.subject.id, everyday, *record.get("aliases", ()), *national, *_place_names(place))
    return Document(
        guide.url,
        guide.name,
        tuple(name for name in dict.fromkeys(names) if name),
        body,
        place_name(place),
        " · ".join(filter(None, (told("mark_second_hand", lang) if second_hand else "", everyday))),
        items,
        tuple(dict.fromkeys((place.province.places[0].url, place.url))),
        guide.specimen,
        str(guide.subject.as_of or ""),
    )


def _names_of_item(site: Site, id: str) -> Iterator[str]:
    """The names of the very item: a guide is not called by what is but a part of it, or more."""
    yield from (text for text, meant in names_of(site.edition.items[id]) if meant.relation == "exact")
    yield from _everyday(site, id)


def _everyday(site: Site, id: str) -> Iterator[str]:
    """What people type when they do not know what an item is called."""
    yield from (word for row in site.edition.ways["everyday"] if row["item"] == id for word in row["words"])


def _place_names(place: Place) -> tuple[str, ...]:
    """The full and the short names of a place and of those it lies in."""
    divisions = known_divisions()
    above = [divisions.get(code) for code in divisions.lineage(place.area)]
    full = [division.name for division in above if division is not None]
    short = [name for each in full for name in short_names(each)]
    return tuple(dict.fromkeys((place_name(place), *full, *short)))
