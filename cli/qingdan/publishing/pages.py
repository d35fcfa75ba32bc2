"""Which pages the site has: URL, template and what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qingdan.publishing.guide import Maker
from qingdan.publishing.site import Guide, Place, Site
from qingdan.reporting.words import Lang


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        url: From the root of the site, ending in ``.html``.
        title: Of the browser's window, and the heading.
        template: Name of a template of the theme.
        view: What the template is given beside the page itself; a guide makes its values when they are asked for.
        indexed: Whether search engines may keep it.
    """

    url: str
    title: str
    template: str
    view: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = True


class Lazy(Mapping[str, Any]):
    """Values that are made anew each time they are asked for: the text of thousands of guides is never held at once."""

    def __init__(self, **made: Callable[[], Any]) -> None:
        self._made = made

    def __getitem__(self, key: str) -> Any:
        return self._made[key]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class SameAddress(Exception):
    """Raised when two pages would be written to one file, on any file system.

    Attributes:
        url: Of the second page.
        titles: Of both pages.
    """

    def __init__(self, url: str, titles: tuple[str, str]) -> None:
        super().__init__(f"two pages have the address {url}: {titles[0]!r} and {titles[1]!r}; change one id")
        self.url = url
        self.titles = titles


def by_url(site: Site, lang: Lang) -> dict[str, Page]:
    """Every page by its URL.

    Raises:
        SameAddress: Two pages would be written to one file.
    """
    found: dict[str, Page] = {}
    written: dict[str, Page] = {}
    for page in pages(site, lang):
        other = written.setdefault(page.url.casefold(), page)  # some disks take upper and lower case for the same
        if other is not page:
            raise SameAddress(page.url, (other.title, page.title))
        found[page.url] = page
    return found


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


def _guide(guide: Guide, site: Site, names: dict[str, str], lang: Lang) -> Page:
    maker = Maker(guide, site.edition, names, lang)
    view = Lazy(
        guide=lambda: guide,
        record=lambda: guide.subject.record,
        blocks=lambda: tuple(maker.blocks()),
        glance=lambda: tuple(maker.glance()),
        guarantees=lambda: tuple(maker.guarantees()),
        items=lambda: _links(guide, site),
    )
    return Page(guide.url, f"{guide.name} — {guide.place.name}", "guide.html", view, indexed=not guide.specimen)


def _links(guide: Guide, site: Site) -> list[tuple[str, str]]:
    """The national items that it implements: URL and name."""
    ids = dict.fromkeys(link["item"] for link in guide.subject.record.get("implements", []))
    return [(f"items/{id}.html", str(site.edition.items[id].get("name", id))) for id in ids if id in site.edition.items]


__all__ = ["Lazy", "Page", "Place", "SameAddress", "by_url", "pages"]
