"""What the site is about: lists and the edition, read once, as places, guides and items that know each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from qingdan import validating
from qingdan.answers.conformance import Judgement, conformance
from qingdan.findings import Report, Section
from qingdan.loading.catalogue import Catalogue, Effective, path_of
from qingdan.loading.edition import Edition
from qingdan.loading.opening import DEFAULT_EDITION
from qingdan.model import dates
from qingdan.selecting import Options

#: A text older than so many days is no longer shown as a guide to go by.
TOO_OLD = 2 * 365
#: Why a guide is only a specimen: it is fiction, an archive, older than two years, or without a day.
Specimen = Literal["", "sample", "archive", "old", "undated"]
_NOT_IN_URLS = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, repr=False)
class Guide:
    """One item in one place.

    Attributes:
        url: Of its page, from the root of the site; it holds ids only, so that it stays.
        subject: The item as it holds there.
        place: The place.
        specimen: Why it must not be relied on; empty for a guide to go by.
        judgements: What the comparison with the nation says of it.
    """

    url: str
    subject: Effective
    place: Place
    specimen: Specimen
    judgements: tuple[Judgement, ...] = ()

    @property
    def name(self) -> str:
        """The item as the place calls it; its id where it has no name."""
        return str(self.subject.record.get("name") or self.subject.id)


@dataclass(repr=False)  # they know each other: a text of one would hold them all
class Place:
    """A province or a locality with its guides.

    Attributes:
        area: Code of the place; of the place it lies in where it has none.
        name: Its own name.
        level: province, prefecture, county, township or village.
        url: Of its page.
        province: Its province; itself for a province.
        guides: In the order of the list.
    """

    area: str
    name: str
    level: str
    url: str
    province: Province
    guides: list[Guide] = field(default_factory=list)


@dataclass(repr=False)
class Province:
    """One list with its places.

    Attributes:
        catalogue: The list.
        section: What a validation says of it.
        places: The province itself first, then its localities in order of code.
    """

    catalogue: Catalogue
    section: Section
    places: list[Place] = field(default_factory=list)

    @property
    def code(self) -> str:
        """Its code."""
        return self.catalogue.province

    @property
    def sample(self) -> bool:
        """Whether it is fiction, which never counts."""
        return self.catalogue.head["kind"] == "sample"

    @property
    def broken(self) -> bool:
        """Whether parts of it could not be read: its pages say so."""
        return unreadable(self.section)

    @property
    def guides(self) -> list[Guide]:
        """The guides of all its places."""
        return [guide for place in self.places for guide in place.guides]


@dataclass(repr=False)
class Site:
    """Everything that pages are made of.

    Attributes:
        edition: The national standard.
        as_of: The day on which the site is made.
        report: The validation of all lists.
        provinces: In order of code, fiction last.
        by_item: National item → guides that implement it, in order of place.
    """

    edition: Edition
    as_of: str
    report: Report
    provinces: list[Province]
    by_item: Mapping[str, Sequence[Guide]]

    @property
    def guides(self) -> list[Guide]:
        """All guides."""
        return [guide for province in self.provinces for guide in province.guides]


class NotFitToPublish(Exception):
    """Raised when a list has errors of reading or structure: pages made of it would be missing something.

    Attributes:
        names: Of the lists.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"lists with broken files: {', '.join(names)}")
        self.names = tuple(names)


def read(
    paths: Sequence[Path], as_of: str, edition: str = "", *, broken: bool = False, watch: validating.Watch | None = None
) -> Site:
    """Read and judge the lists of a site.

    Args:
        paths: Folders of lists, or folders of such folders.
        as_of: The day on which the site is made.
        edition: An edition in place of the default one.
        broken: Publish lists that have errors of reading or structure, too; their pages say so.
        watch: Told after each list how many are done, how many there are, and its name.

    Raises:
        NothingThere: There is no list.
        NotFitToPublish: A list has errors of reading or structure, and ``broken`` was not asked for.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        ValueError: ``as_of`` is no day.
    """
    report, catalogues = validating.validate_and_keep(paths, Options(as_of, edition), watch)
    unfit = [section.label for section in report.sections if unreadable(section)]
    if unfit and not broken:
        raise NotFitToPublish(unfit)
    nation = validating.trusted(edition or DEFAULT_EDITION, as_of)
    provinces = [
        _province(catalogue, section, nation, as_of)
        for catalogue, section in zip(catalogues, report.sections, strict=True)
    ]
    provinces.sort(key=lambda province: (province.sample, province.code))
    by_item: dict[str, list[Guide]] = defaultdict(list)
    for province in provinces:
        for guide in province.guides:
            for item in dict.fromkeys(link["item"] for link in guide.subject.record.get("implements", [])):
                by_item[item].append(guide)
    return Site(nation, as_of, report, provinces, by_item)


def unreadable(section: Section) -> bool:
    """Whether a list has files or entries that could not be used."""
    return any(finding.id.startswith(("RED", "STR")) and finding.severity for finding in section.findings)


def _province(catalogue: Catalogue, section: Section, edition: Edition, as_of: str) -> Province:
    province = Province(catalogue, section)
    judged: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in conformance(catalogue, edition, as_of).judgements:
        judged[judgement.subject.path].append(judgement)
    own = slugged(catalogue.province or Path(catalogue.label).name)  # a list without a head has no code
    here = Place(catalogue.province, catalogue.head["name"], "province", f"places/{own}.html", province)
    places = {"": here}
    for file in sorted(catalogue.localities, key=lambda placed: path_of(placed.record)):
        slug = slugged(path_of(file.record)[len("localities[") : -1])
        area = str(file.record.get("area") or file.record.get("zone", {}).get("within", ""))
        places[path_of(file.record)] = Place(
            area, file.record["name"], file.record["level"], f"places/{slug}.html", province
        )
    for subject in catalogue.effective():
        place = places[subject.path.partition(".items[")[0] if ".items[" in subject.path else ""]
        folder = place.url.removeprefix("places/").removesuffix(".html")
        url = f"guides/{folder}/{slugged(subject.id)}.html"
        specimen = _specimen(subject, catalogue, as_of)
        place.guides.append(Guide(url, subject, place, specimen, tuple(judged[subject.path])))
    province.places = list(places.values())
    return province


def slugged(text: str) -> str:
    """A text as it may stand in a URL: letters of any script, digits, dots and dashes."""
    return _NOT_IN_URLS.sub("-", text).strip("-.") or "-"


def _specimen(subject: Effective, catalogue: Catalogue, as_of: str) -> Specimen:
    kind = catalogue.head["kind"]
    if kind == "sample":
        return "sample"
    if kind == "archive":
        return "archive"
    spoken, today = dates.parse(subject.as_of), dates.parse(as_of)
    if spoken is None:
        return "undated"
    return "old" if _days(spoken.last, today.first if today else date.max) > TOO_OLD else ""


def _days(earlier: date, later: date) -> int:
    return (later - earlier).days
