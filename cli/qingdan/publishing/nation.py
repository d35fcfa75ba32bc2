"""The pages of the nation: an item with how each place does it, official lists with what stands for each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from qingdan.judging.verdicts import bases_of
from qingdan.model.declarations import titled
from qingdan.model.edition import CrosswalkFile, CrosswalkRow, Requirement
from qingdan.model.force import ended
from qingdan.model.item import Record
from qingdan.model.registry import NameOf
from qingdan.printing.messages import basis_line
from qingdan.publishing.cells import always_asked, within
from qingdan.publishing.facets import Entrance, events_of
from qingdan.publishing.site import Guide, Province, Site
from qingdan.publishing.standing import Word, guarantees
from qingdan.publishing.words import told
from qingdan.reports.coverage.cells import STATUSES
from qingdan.reports.documents.grounds import open_note
from qingdan.reports.export.addresses import slugged
from qingdan.values.saying import say
from qingdan.words.grammar import Lang

#: In the order in which they are told.
_STANDINGS: tuple[Word, ...] = ("worse", "differs", "better", "kept", "within")


@dataclass(frozen=True)
class Asked:
    """One requirement as a page shows it.

    Attributes:
        element: Title of the element.
        bases: Documents, the best known first, each with how well it is known.
        since: From when it holds; empty where it is not known.
        until: Its last day; empty where none is known.
        over: It was no longer in force on the day of the site.
        open: Why it is open on the day of the site whether the nation still requires it; else empty.
    """

    id: str
    element: str
    explains: str
    bases: tuple[str, ...]
    since: str
    until: str
    over: bool
    open: str


@dataclass(frozen=True)
class Way:
    """How one place does an item; an empty text is what its guide does not state.

    Attributes:
        standing: How many requirements of the nation it keeps, does better or worse, as far as that is decided.
    """

    guide: Guide
    limit: str
    papers: str
    visits: str
    fee: str
    standing: Mapping[Word, int]


@dataclass(frozen=True)
class RowPage:
    """One row of an official list.

    Attributes:
        url: Of its page.
        list: The list.
        row: The row.
        statuses: Status → how many lists of provinces stand so to the row.
    """

    url: str
    list: CrosswalkFile
    row: CrosswalkRow
    statuses: Mapping[str, int]


@dataclass(frozen=True)
class ListPage:
    """An official list: its rows under their themes."""

    url: str
    list: CrosswalkFile
    themes: Mapping[str, tuple[RowPage, ...]]


@dataclass(frozen=True)
class ItemPage:
    """A national item.

    Attributes:
        asked: What the nation requires of this item.
        shared: What it requires of many.
        ways: How places do it, in order of place.
        silent: Provinces of whose lists nothing is there.
        rows: Rows of official lists that it stands for.
        events: Life events that lead to it.
    """

    asked: tuple[Asked, ...]
    shared: tuple[Asked, ...]
    ways: tuple[Way, ...]
    silent: tuple[Province, ...]
    rows: tuple[RowPage, ...]
    events: tuple[Entrance, ...]


def list_pages(site: Site) -> Iterator[ListPage]:
    """The official lists of the edition, in order of file."""
    for placed in site.edition.crosswalks:
        found = cast(CrosswalkFile, placed.record)
        themes: dict[str, list[RowPage]] = {}
        for row in found["rows"]:
            if row is not None:
                themes.setdefault(row.get("theme", ""), []).append(_row(found, row, site))
        yield ListPage(
            f"lists/{slugged(found['id'])}.html", found, {name: tuple(rows) for name, rows in themes.items()}
        )


def _row(found: CrosswalkFile, row: CrosswalkRow, site: Site) -> RowPage:
    listed = [column.rows.get(found["id"], {}) for column in site.coverage.counting]
    answers = [rows[row["id"]].status for rows in listed if row["id"] in rows]
    statuses: dict[str, int] = {status: answers.count(status) for status in STATUSES if status in answers}
    return RowPage(f"lists/{slugged(found['id'])}/{slugged(row['id'])}.html", found, row, statuses)


def item_page(id: str, site: Site, rows: tuple[RowPage, ...], lang: Lang) -> ItemPage:
    """What the page of a national item shows; ``rows`` are those of all official lists."""
    guides = site.by_item.get(id, ())
    here = {guide.place.province.code for guide in guides}
    own = {row["id"] for row in site.edition.items[id].get("requirements", ())}
    asked = [_asked(requirement, site, lang) for requirement in site.edition.requirements.get(id, ())]
    asked.sort(key=lambda each: (each.over, bool(each.open)))
    return ItemPage(
        tuple(each for each in asked if each.id in own),
        tuple(each for each in asked if each.id not in own),
        tuple(_way(guide, site, lang) for guide in guides),
        tuple(province for province in site.provinces if province.code not in here and not province.sample),
        tuple(row for row in rows if any(target["item"] == id for target in row.row["items"])),
        tuple(events_of(id, site, lang)),
    )


def _asked(requirement: Requirement, site: Site, lang: Lang) -> Asked:
    element = titled(requirement["element"], lang)
    bases = tuple(basis_line(basis, lang) for basis in bases_of(requirement, site.edition, site.as_of))
    period = requirement.get("in_force", {})
    since, until = period.get("since", ""), period.get("until", "")
    over = ended(requirement, site.as_of)
    note = "" if over else open_note(requirement, site.edition, site.as_of, lang)
    return Asked(requirement["id"], element, requirement["explains"], bases, since, until, over, note)


def _entries(entries: object, element: str, names: NameOf, lang: Lang) -> str:
    """Values in words that are the same for all places, so that they can be compared, with what they leave out."""
    listed = entries if isinstance(entries, list) else ()
    bare = [{key: part for key, part in each.items() if key != "text"} for each in listed]
    told = [within(each, say([each], lang, names, element, printed=True), names, lang) for each in bare]
    return "；".join(dict.fromkeys(told))


def _way(guide: Guide, site: Site, lang: Lang) -> Way:
    record = guide.subject.record
    names = site.edition.registries.name
    limit, visits = (_entries(record.get(name, ()), name, names, lang) for name in ("promised_limit", "visits"))
    fee = say(record["fee"], lang, names, "fee") if "fee" in record else ""
    words = [each.word for each in guarantees(guide, guide.place.province.edition, lang, site.as_of)]
    standing = {word: words.count(word) for word in _STANDINGS if word in words}
    return Way(guide, limit, _papers(record, lang), visits, fee, standing)


def _papers(record: Record, lang: Lang) -> str:
    """How many papers everybody brings, and how many more some do."""
    asked = [each for each in record.get("materials", []) if each.get("by") != "agency"]
    always = sum(map(always_asked, asked))
    counts = [told("n_papers", lang, n=always)] if always or not asked else []
    counts += [told("n_papers_by_case", lang, n=len(asked) - always)] if len(asked) > always else []
    return told("semicolon", lang).join(counts) if "materials" in record else ""
