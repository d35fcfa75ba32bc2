"""Every guide of some lists, one by one, with what a reader must know of it: place, source, day, whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from qingdan.findings import Section, Severity
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.opening import known_divisions
from qingdan.model import dates
from qingdan.model.item import Record
from qingdan.model.parts import Source
from qingdan.reports.export.addresses import slugged
from qingdan.reports.export.beside import days_of

#: A text older than so many days is no longer shown as a guide to go by.
TOO_OLD = 2 * 365
#: Why a guide is only a specimen: it is fiction, an archive, of a day to come, not yet in force, older than two years,
#: or without a day.
Specimen = Literal["", "sample", "archive", "ahead", "not_yet", "old", "undated"]
Kind = Literal["list", "archive", "collection", "sample"]


@dataclass(frozen=True)
class GuideEntry:
    """One item in one place.

    Attributes:
        subject: The item as it holds there.
        catalogue: The list it stands in.
        specimen: Why it must not be relied on; empty for a guide to go by.
        beside: The day of the list, where it is an archive that stands beside another list of its province.
    """

    subject: Effective
    catalogue: Catalogue
    specimen: Specimen
    beside: str = ""

    @property
    def id(self) -> str:
        """Of the guide: place and item, ``433101/JS-01``. It holds ids only, so that it stays."""
        return f"{slug_of(self.subject, self.beside)}/{slugged(self.subject.id)}"

    @property
    def record(self) -> Record:
        """The merged record."""
        return self.subject.record

    @property
    def name(self) -> str:
        """The item as the place calls it; its id where it has no name."""
        return str(self.record.get("name", "")).strip() or self.subject.id

    @property
    def place(self) -> str:
        """The name of the place."""
        return place_name(self.subject.area, self.subject.level, self.subject.place)

    @property
    def source(self) -> Source:
        """Where it was read; the source of the whole list where it names none of its own."""
        return self.record.get("source") or self.catalogue.head["source"]

    @property
    def day(self) -> str:
        """The day of which a reader must know: from when it holds where it does not yet, else of which it speaks."""
        return str(self.record.get("effective_on", "")) if self.specimen == "not_yet" else self.subject.as_of

    @property
    def sample(self) -> bool:
        """Whether it is fiction, which never counts."""
        return self.specimen == "sample"

    @property
    def items(self) -> list[str]:
        """The national items that it implements, each once."""
        return list(dict.fromkeys(link["item"] for link in self.record.get("implements", [])))


@dataclass(frozen=True)
class Template:
    """A list that is still to be filled in.

    Attributes:
        province: The name of the province.
        files: Path in the folder of the list → what the file holds so far.
        items: Id of a matter → the national items that it implements.
    """

    province: str
    files: Mapping[str, object]
    items: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Export:
    """Lists as data.

    Attributes:
        as_of: The day by which guides are called old.
        edition: The national standard whose names are used.
        entries: Every guide, in the order of the lists.
        unread: Lists of which something is left out: files or entries that could not be used, a second entry with the
            id of a first one, and everything where the head could not be read.
        lists: The lists, as they were read.
        sections: What was found in each of them, where that was asked for; else empty.
        template: A list that is still to be filled in, in place of lists.
    """

    as_of: str
    edition: Edition
    entries: tuple[GuideEntry, ...]
    unread: tuple[str, ...]
    lists: tuple[Catalogue, ...] = ()
    sections: tuple[Section, ...] = ()
    template: Template | None = None


def export_of(
    catalogues: Iterable[Catalogue], edition: Edition, as_of: str, sections: Iterable[Section] = ()
) -> Export:
    """All guides of some lists, with what was found in each, where that was asked for."""
    entries: dict[str, GuideEntry] = {}
    unread = []
    lists = list(catalogues)
    for catalogue, beside in zip(lists, days_of(lists), strict=True):
        found = [] if _headless(catalogue) else list(entries_of(catalogue, as_of, beside))
        # whoever takes the data by its ids would make one guide of two
        twice = [entry for entry in found if entries.setdefault(entry.id.casefold(), entry) is not entry]
        lost = [each for each in catalogue.files.findings if each.id.startswith(("RED", "STR"))]
        if twice or any(finding.severity > Severity.INFO for finding in lost):
            unread.append(catalogue.label)
    return Export(as_of, edition, tuple(entries.values()), tuple(unread), tuple(lists), tuple(sections))


def _headless(catalogue: Catalogue) -> bool:
    """Whether a list has a head that could not be read: nobody knows then whether it is fiction or an archive."""
    files = catalogue.files
    return "catalogue" not in files.heads and any(name.endswith("catalogue.yaml") for name in files.unread)


def entries_of(catalogue: Catalogue, as_of: str, beside: str = "") -> Iterator[GuideEntry]:
    """The guides of one list; ``beside`` is its day, where it stands beside another list of its province."""
    for subject in catalogue.effective():
        yield GuideEntry(subject, catalogue, specimen_of(subject, catalogue, as_of), beside)


def specimen_of(subject: Effective, catalogue: Catalogue, as_of: str) -> Specimen:
    """Why a guide must not be relied on; empty for one to go by.

    Args:
        subject: The item as it holds in a place.
        catalogue: Its list.
        as_of: The day by which it is called old, or ahead: a text is seen before it is entered, so that is a slip.
    """
    kind = _kind(subject, catalogue)
    if kind in ("sample", "archive"):
        return kind
    spoken, today = dates.parse(subject.as_of), dates.parse(as_of)
    if spoken and today and spoken.first > today.last:
        return "ahead"
    if begins(subject, as_of):
        return "not_yet"
    if spoken is None:
        return "undated"
    # of a year or a month the earliest day counts: who wrote less down is no younger for it
    return "old" if ((today.first if today else date.max) - spoken.first).days > TOO_OLD else ""


def surely_old(subject: Effective, as_of: str) -> bool:
    """Whether every day that its date may stand for is too long ago."""
    spoken, today = dates.parse(subject.as_of), dates.parse(as_of)
    return bool(spoken and today and (today.first - spoken.last).days > TOO_OLD)


def begins(subject: Effective, day: str) -> str:
    """From when an item is in force, as it is written, where that is after a day; of a month its first day counts."""
    stated = str(subject.record.get("effective_on", ""))
    first, today = dates.parse(stated), dates.parse(day)
    return stated if first and today and first.first > today.last else ""


def _kind(subject: Effective, catalogue: Catalogue) -> Kind:
    """The kind of the place's own file where it names one; what stands in a fictional list is fiction."""
    listed = catalogue.head["kind"]
    file = subject.layers[-1].document.value
    return listed if listed == "sample" or not isinstance(file, dict) else file.get("kind", listed)


def place_name(area: str, level: str, name: str) -> str:
    """The name of a place: a province is called by its own name, not by that of its list."""
    division = known_divisions().get(area) if level == "province" else None
    return division.name if division else name


def slug_of(subject: Effective, beside: str = "") -> str:
    """The place of a guide as it stands in a URL: its code, or its name within the place that has one, and the day."""
    where, inside, _ = subject.path.partition(".items[")
    return slugged(dated(where.removeprefix("localities[").removesuffix("]") if inside else subject.area, beside))


def dated(name: str, beside: str) -> str:
    """What a place is called in an address, with the day of its list where that stands beside another one."""
    return f"{name}-{beside}" if beside else name
