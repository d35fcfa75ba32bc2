"""Ways to everything without a search: the pages of groups and of life events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from qingdan.findings import Said
from qingdan.loading.edition import Edition
from qingdan.model import edition as model
from qingdan.model.registry import Vocabulary
from qingdan.model.ways import GroupWay, LifeEvent
from qingdan.publishing.site import Guide, Site
from qingdan.reports.export.addresses import slugged
from qingdan.words.grammar import Lang


@dataclass(frozen=True)
class Entrance:
    """A tile of the home page that leads to a page of its own."""

    url: str
    name: str
    #: How many national items stand behind it.
    items: int
    business: bool = False


@dataclass(frozen=True)
class GroupPage:
    """What a group finds.

    Attributes:
        entrance: Its tile.
        group: Its definition in the edition.
        own: Items that name the group.
        wide: Items for everybody, the group included.
        guides: Guides of places that name the group.
    """

    entrance: Entrance
    group: model.Group
    own: tuple[str, ...]
    wide: tuple[str, ...]
    guides: tuple[Guide, ...]


@dataclass(frozen=True)
class EventPage:
    """What somebody finds to whom something happened."""

    entrance: Entrance
    items: tuple[str, ...]


def group_pages(site: Site, lang: Lang) -> Iterator[GroupPage]:
    """The pages of the groups, in the order of the edition."""
    vocabulary = site.edition.registries.vocabulary("audience")
    defined = {group["id"]: group for group in site.edition.groups}
    audiences = {id: _audience(item, site.edition) for id, item in site.edition.items.items()}
    named = [(guide, _named(guide, vocabulary)) for guide in site.guides]
    for row in site.edition.ways["groups"]:
        own = tuple(id for id, concepts in audiences.items() if _names(row, concepts, vocabulary))
        wide = tuple(id for id, concepts in audiences.items() if id not in own and _serves(row, concepts, vocabulary))
        guides = tuple(guide for guide, concepts in named if _names(row, concepts, vocabulary))
        group = defined[row["group"]]
        name = Said.of({"zh": group["name"], **row}).say(lang, f"group.{row['id']}")
        entrance = Entrance(f"for/{slugged(row['id'])}.html", name, len(own) + len(wide))
        yield GroupPage(entrance, group, own, wide, guides)


def as_facet(found: Iterable[GroupPage], site: Site) -> list[tuple[str, str, set[str]]]:
    """Id, name and URLs of what is for each group: its items, those for everybody, and the guides of both."""
    return [(_slug(page), page.entrance.name, _urls(page, site)) for page in found]


def _slug(page: GroupPage) -> str:
    return page.entrance.url.removeprefix("for/").removesuffix(".html")


def _urls(page: GroupPage, site: Site) -> set[str]:
    items = (*page.own, *page.wide)
    guides = chain(page.guides, *(site.by_item.get(id, ()) for id in items))
    return {*(f"items/{slugged(id)}.html" for id in items), *(guide.url for guide in guides)}


def event_pages(site: Site, lang: Lang) -> Iterator[EventPage]:
    """The pages of the events, in the order of the edition."""
    for row in site.edition.ways["events"]:
        yield EventPage(_tile(row, lang), tuple(row["items"]))


def events_of(item: str, site: Site, lang: Lang) -> list[Entrance]:
    """The events that lead to an item; of one by the id of an older edition, to what it has become."""
    now = {item, *(id for id, each in site.edition.items.items() if item in each.get("moved", ()))}
    return [_tile(row, lang) for row in site.edition.ways["events"] if now & set(row["items"])]


def _tile(row: LifeEvent, lang: Lang) -> Entrance:
    name = Said.of(row).say(lang, f"event.{row['id']}")
    return Entrance(f"life/{slugged(row['id'])}.html", name, len(row["items"]), row.get("business", False))


def _audience(item: model.NationalItem, edition: Edition) -> frozenset[str]:
    """Whom a national item is for: by itself, and by what is required of its audience."""
    members = [*item.get("audience", ())]
    for requirement in edition.requirements[item["id"]]:
        if requirement["element"] == "audience" and requirement["relation"] != "excludes":
            members += requirement["value"].get("concepts", ())
    return frozenset(member["id"] for member in members if "id" in member)


def _named(guide: Guide, vocabulary: Vocabulary) -> frozenset[str]:
    members = guide.subject.record.get("audience", ())
    return frozenset(vocabulary.resolve(member.get("id"), member.get("text")) for member in members) - {""}


def _names(row: GroupWay, concepts: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether one of the concepts is the group, or people within it."""
    whole = {atom for concept in row["concepts"] for atom in vocabulary.stands_for(concept)} | set(row["concepts"])
    return any(whole & {concept, *_wider(concept, vocabulary.broader)} for concept in concepts)


def _serves(row: GroupWay, concepts: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether one of the concepts is wider than the group."""
    return any(concepts & _wider(concept, vocabulary.broader) for concept in row["concepts"])


def _wider(concept: str, broader: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return broader.get(concept, frozenset())
