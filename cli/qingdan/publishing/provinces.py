"""The page of a province or a place: its guides by theme, what is its own, how complete it is, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from qingdan.findings import Finding, Severity
from qingdan.loading.opening import known_divisions
from qingdan.printing.messages import title
from qingdan.publishing.site import Guide, Place, Province, Site
from qingdan.reports.coverage.facts import Column
from qingdan.words.grammar import Lang


@dataclass(frozen=True)
class Found:
    """How often one rule or requirement found something.

    Attributes:
        title: What the rule looks for, or what the requirement asks.
        url: Of the page that explains it; a rule that is none of the package has none.
    """

    id: str
    title: str
    url: str
    severity: Severity
    times: int


@dataclass(frozen=True)
class PlacePage:
    """What the page of a place shows.

    Attributes:
        themes: Name of a theme → guides, in the order of the edition.
        special: Guides of items that the nation does not have.
        below: Name of a prefecture → places in it; an empty name for those that are in none.
        column: What the list covers; ``None`` for a locality.
        found: What a validation found, worst and most frequent first; nothing for a locality.
    """

    themes: Mapping[str, tuple[Guide, ...]]
    special: tuple[Guide, ...]
    below: Mapping[str, tuple[Place, ...]]
    column: Column | None
    found: tuple[Found, ...]


def place_page(place: Place, site: Site, lang: Lang) -> PlacePage:
    """What the page of a place shows."""
    province = place.province
    whole = province.here is place
    themes: dict[str, list[Guide]] = {theme["id"]: [] for theme in site.edition.head["themes"]}
    special: list[Guide] = []
    for guide in province_guides(province) if whole else place.guides:
        links = [link["item"] for link in guide.subject.record.get("implements", [])]
        known = next((site.edition.items[item] for item in links if item in site.edition.items), None)
        (themes.setdefault(known["theme"], []) if known else special).append(guide)
    names = {theme["id"]: theme["name"] for theme in site.edition.head["themes"]}
    return PlacePage(
        {names[id]: tuple(guides) for id, guides in themes.items() if guides and id in names},
        tuple(special),
        below(province) if whole else {},
        next((each for each in site.coverage.columns if each.label == province.section.label), None) if whole else None,
        tuple(_found(province, site, lang)) if whole else (),
    )


def province_guides(province: Province) -> list[Guide]:
    """What a province's page lists: its items, and those of its places that are not just taken over from it."""
    own = [guide for place in province.places[1:] for guide in place.guides if len(guide.subject.layers) == 1]
    return [*province.here.guides, *own]


def below(province: Province) -> dict[str, tuple[Place, ...]]:
    """The localities of a province under the names of their prefectures; those in none under an empty name."""
    found: dict[str, list[Place]] = {}
    for place in province.places[1:]:
        above = [known_divisions().get(code) for code in known_divisions().lineage(place.area)]
        prefecture = next((each.name for each in above if each and each.level == "prefecture"), "")
        found.setdefault(prefecture, []).append(place)
    # a city of which there is nothing but itself needs no heading
    alone = [name for name, places in found.items() if [place.short for place in places] == [name]]
    single = [place for name in ("", *alone) for place in found.get(name, [])]
    named = {name: tuple(places) for name, places in found.items() if name and name not in alone}
    return {"": tuple(single), **named} if single else named


def _found(province: Province, site: Site, lang: Lang) -> list[Found]:
    found = {(finding.id, finding.severity): finding for finding in province.section.findings}
    times = Counter((finding.id, finding.severity) for finding in province.section.findings)
    rows = [_row(found[key], number, site, lang) for key, number in times.items()]
    return sorted(rows, key=lambda row: (-row.severity, -row.times, row.id))


def _row(finding: Finding, times: int, site: Site, lang: Lang) -> Found:
    id, requirement = finding.id, site.edition.by_id.get(finding.id)
    if requirement is None:
        url = "" if finding.told else f"reference/rules-{id[:3]}.html#{id.lower()}"
        return Found(id, title(finding, lang), url, finding.severity, times)
    return Found(id, requirement["explains"], f"reference/requirements.html#{id.lower()}", finding.severity, times)
