"""What the site is about: lists and the edition, read once, as places, guides and items that know each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from qingdan.checking.check import Checked
from qingdan.checking.listed import Watch
from qingdan.checking.run import check_each
from qingdan.checking.trust import trusted
from qingdan.findings import Finding, Report, Section, Severity
from qingdan.judging.conformance import Judgement
from qingdan.loading.catalogue import Catalogue, Effective, code_of, path_of
from qingdan.loading.edition import Edition
from qingdan.loading.opening import DEFAULT_EDITION, known_divisions
from qingdan.loading.workspace import Workspace
from qingdan.model.catalogue import LocalityFile
from qingdan.problems import NotFitToPublish
from qingdan.publishing.earlier import Since, since
from qingdan.publishing.search.pinyin import sounding
from qingdan.reports.coverage.facts import Coverage, of_provinces
from qingdan.reports.export.addresses import slugged
from qingdan.reports.export.beside import days_of
from qingdan.reports.export.facts import GuideEntry, Specimen, dated, specimen_of, surely_old
from qingdan.selecting import Options

#: What was read from an official text or a copy of one.
FIRST_HAND = ("official", "copy")


# these know each other: written out, each would hold all the others
@dataclass(frozen=True, repr=False)
class Guide:
    """One item in one place.

    Attributes:
        url: Of its page, from the root of the site; it holds ids only, so that it stays.
        subject: The item as it holds there.
        place: The place.
        specimen: Why it must not be relied on; empty for a guide to go by.
        judgements: What the comparison with the nation says of it.
        maybe_old: It bears a year or a month, of which a part only is too long ago.
    """

    url: str
    subject: Effective
    place: Place = field(repr=False)
    specimen: Specimen
    judgements: tuple[Judgement, ...] = ()
    maybe_old: bool = False

    @property
    def entry(self) -> GuideEntry:
        """The guide as data."""
        province = self.place.province
        return GuideEntry(self.subject, province.catalogue, self.specimen, province.beside)

    @property
    def mark(self) -> str:
        """The word for why it must not be relied on."""
        return "old_vague" if self.maybe_old else self.specimen

    @property
    def evidence(self) -> str:
        """How well its text is known."""
        source = self.subject.record.get("source") or self.place.province.catalogue.head["source"]
        return source["evidence"]

    @property
    def second_hand(self) -> bool:
        """Whether it is real and neither an official text nor a copy of one was seen."""
        return self.evidence not in FIRST_HAND and self.specimen != "sample"

    @property
    def name(self) -> str:
        """The item as the place calls it; its id where it has no name."""
        return self.entry.name


@dataclass(repr=False)  # they know each other: a text of one would hold them all
class Place:
    """A province or a locality with its guides.

    Attributes:
        area: Code of the place; of the place it lies in where it has none.
        name: Its own name, in full for a locality: 湖南省湘西州吉首市.
        short: Its name among its neighbours: 吉首市.
        level: province, prefecture, county, township or village.
        url: Of its page.
        province: Its province; itself for a province.
        guides: In the order of the list.
    """

    area: str
    name: str
    short: str
    level: str
    url: str
    province: Province = field(repr=False)
    guides: list[Guide] = field(default_factory=list)


@dataclass(repr=False)
class Province:
    """One list with its places.

    Attributes:
        catalogue: The list.
        section: What a validation says of it.
        edition: The edition that judges it.
        since: What changed since a revision, where one was asked for.
        beside: Its day, where it is an archive that stands beside another list of the province.
        places: The province itself first, then its localities in order of code, those without one by their sound.
    """

    catalogue: Catalogue
    section: Section
    edition: Edition
    since: Since | None = None
    beside: str = ""
    places: list[Place] = field(default_factory=list)

    @property
    def code(self) -> str:
        """Its code."""
        return self.catalogue.province

    @property
    def here(self) -> Place:
        """The province itself."""
        return self.places[0]

    @property
    def broken(self) -> bool:
        """Whether parts of the list could not be read."""
        return unreadable(self.section)

    @property
    def sample(self) -> bool:
        """Whether it is fiction, which never counts."""
        return self.catalogue.head["kind"] == "sample"

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
        coverage: What the lists cover, as ``qingdan coverage`` counts it.
    """

    edition: Edition
    as_of: str
    report: Report = field(repr=False)
    provinces: list[Province] = field(repr=False)
    by_item: Mapping[str, Sequence[Guide]] = field(repr=False)
    coverage: Coverage = field(repr=False)

    @property
    def guides(self) -> list[Guide]:
        """All guides."""
        return [guide for province in self.provinces for guide in province.guides]


def read(
    paths: Sequence[Path],
    as_of: str,
    edition: str = "",
    *,
    broken: bool = False,
    revision: str = "",
    watch: Watch | None = None,
    workspace: Workspace | None = None,
) -> Site:
    """Read and judge the lists of a site.

    Args:
        paths: Folders of lists, or folders of such folders.
        as_of: The day on which the site is made.
        edition: An edition in place of the default one.
        broken: Publish lists that have errors of reading or structure, too; their pages say so.
        revision: A git revision with which each list is compared, for the pages of changes.
        watch: Told after each list how many are done, how many there are, and its name.
        workspace: What was read already.

    Raises:
        NothingThere: There is no list.
        NotFitToPublish: A list has errors of reading or structure, and ``broken`` was not asked for; or it has no head.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        UnknownRevision: Git does not know ``revision``, or a list is in no repository.
        ValueError: ``as_of`` is no day.
    """
    workspace = workspace or Workspace()
    report, lists = check_each(paths, Options(as_of, edition), workspace, watch)
    headless = [each.section.label for each in lists if "catalogue" not in each.listed.catalogue.files.heads]
    if headless:
        raise NotFitToPublish(headless, headless=True)
    unfit = [section for section in report.sections if unreadable(section)]
    if unfit and not broken:
        raise NotFitToPublish([section.label for section in unfit], list(islice(_places(unfit), 3)))
    nation = trusted(edition or DEFAULT_EDITION, as_of, workspace)
    days = days_of([each.listed.catalogue for each in lists])
    provinces = [_province(*each, as_of) for each in zip(lists, days, strict=True)]
    if revision:
        for each in provinces:
            each.since = since(Path(each.section.label), each.catalogue, each.edition, revision, as_of)
    provinces.sort(key=lambda province: (province.sample, province.code, province.beside))
    by_item: dict[str, list[Guide]] = defaultdict(list)
    for province in provinces:
        for guide in province.guides:
            for item in dict.fromkeys(link["item"] for link in guide.subject.record.get("implements", [])):
                by_item[item].append(guide)
    return Site(nation, as_of, report, provinces, by_item, of_provinces((each.listed for each in lists), as_of))


def unreadable(section: Section) -> bool:
    """Whether a list has files or entries that could not be used."""
    return any(map(_lost, section.findings))


def _lost(finding: Finding) -> bool:
    """Whether something of a file was left out for this finding."""
    return finding.id.startswith(("RED", "STR")) and finding.severity > Severity.INFO


def _places(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        for finding in filter(_lost, section.findings):
            place = finding.location
            yield f"{finding.id} {place.file}:{place.line}" if place else finding.id


def _province(checked: Checked, beside: str, as_of: str) -> Province:
    catalogue = checked.listed.catalogue
    province = Province(catalogue, checked.section, checked.listed.edition, beside=beside)
    judged: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in checked.listed.conformance.judgements:
        judged[judgement.subject.path].append(judgement)
    division = known_divisions().get(catalogue.province)
    name = division.name if division else catalogue.head["name"]
    name = f"{name}（{beside}）" if beside else name
    # a list without a head has no code
    slug = slugged(dated(catalogue.province or Path(catalogue.label).name, beside))
    places = {"": Place(catalogue.province, name, name, "province", f"places/{slug}.html", province)}
    for file in sorted(catalogue.localities, key=lambda placed: _order(placed.record)):
        path = path_of(file.record)
        slug = slugged(dated(path.removeprefix("localities[").removesuffix("]"), beside))
        places[path] = _locality(file.record, f"places/{slug}.html", province)
    for subject in catalogue.effective():
        place = places[subject.path.partition(".items[")[0] if ".items[" in subject.path else ""]
        folder = place.url.removeprefix("places/").removesuffix(".html")
        url = f"guides/{folder}/{slugged(subject.id)}.html"
        specimen = specimen_of(subject, catalogue, as_of)
        maybe_old = specimen == "old" and not surely_old(subject, as_of)
        place.guides.append(Guide(url, subject, place, specimen, tuple(_judgements(subject, judged)), maybe_old))
    province.places = list(places.values())
    return province


def _order(record: LocalityFile) -> tuple[str, tuple[tuple[str, ...], str]]:
    """By code; places without one after the place that they lie in, by how their names are read."""
    return code_of(record), ((), "") if "area" in record else sounding(record["name"])


def _locality(record: LocalityFile, url: str, province: Province) -> Place:
    area = code_of(record)
    division = known_divisions().get(record.get("area", ""))
    # of a place without a code the name alone may say nothing: 县名未见, 如意湖办事处
    return Place(area, record["name"], division.name if division else record["name"], record["level"], url, province)


def _judgements(subject: Effective, judged: Mapping[str, list[Judgement]]) -> Iterator[Judgement]:
    """What was judged of an item as it holds here: of what a place takes over, what was judged of its province."""
    yield from judged.get(subject.path, ())
    for depth, layer in enumerate(subject.layers[:-1], 1):
        above = subject.layers[depth:]
        for each in judged.get(f"items[{layer.record['id']}]", ()):
            if not any(each.requirement["element"] in upper.record for upper in above):
                yield each
