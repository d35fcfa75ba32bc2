"""What the provinces cover of the nation's items, and how much of it was judged. Read from conformance.

Every count is that of conformance, taken apart by item and place and put together again by adding; a share is made of
two counts at the very end, and never of other shares.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, cast

from qingdan.checking.listed import Listed
from qingdan.judging.conformance import Judgement, place_of
from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.edition import CrosswalkFile, CrosswalkRow
from qingdan.reports.coverage import cells as standing
from qingdan.reports.coverage.cells import PROVINCE, Offer, Standing
from qingdan.reports.coverage.counting import Counts, Summary


@dataclass(frozen=True)
class Cell:
    """One national item in one list or place.

    Attributes:
        standing: Whether it is covered, and why not.
        counts: The counts of what was judged for it there.
    """

    standing: Standing
    counts: Counts


@dataclass
class Column:
    """One list, or one place of a list.

    Attributes:
        label: The path as it was given; for a locality its path inside the list.
        name: Its own name.
        kind: list, archive, collection or sample.
        area: Code of the province or place, ``""`` where it has none.
        edition: Id of the edition that judged it.
        not_counted: Why it is in no total: ``sample``, ``sample_edition``, or ``no_head`` where its ``catalogue.yaml``
            cannot be read; empty where it counts.
        items: How many items, handling items and rows it holds.
        unread: Files that could not be read.
        cells: National item → how it stands here.
        rows: Id of an official list → id of a row → how it stands here.
        summary: What is added up, all places of the list included.
        counted: What goes into the totals: the summary without places that are samples.
    """

    label: str
    name: str
    kind: str
    area: str
    edition: str
    not_counted: str = ""
    items: int = 0
    unread: list[str] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    rows: dict[str, dict[str, Standing]] = field(default_factory=dict)
    summary: Summary = field(default_factory=Summary)
    counted: Summary = field(default_factory=Summary)


@dataclass
class Coverage:
    """The matrix of national items and lists, or of national items and the places of one list.

    Attributes:
        as_of: The day by whose rules lists in use were judged.
        scope: ``nation`` for lists side by side, ``places`` for the places of one list.
        items: National item → its name, in the order of the edition.
        lists: Id of an official list → the list.
        columns: The lists or places.
    """

    as_of: str
    scope: Literal["nation", "places"]
    items: dict[str, str] = field(default_factory=dict)
    lists: dict[str, CrosswalkFile] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)

    @property
    def counting(self) -> list[Column]:
        """The columns that go into totals."""
        return [column for column in self.columns if not column.not_counted]

    @property
    def total(self) -> Summary:
        """The counts of all columns that count, added up."""
        total = Summary()
        for column in self.counting:
            total.add(column.counted)
        return total

    @property
    def words(self) -> Counter[str]:
        """How many of the columns that count meet what was decided, do not meet it, or are not known."""
        return Counter(column.counted.counts.word for column in self.counting)

    def across(self, item: str) -> Counter[str]:
        """How many of the columns that count stand how to a national item."""
        return Counter(column.cells[item].standing.status for column in self.counting if item in column.cells)

    @property
    def unread(self) -> list[str]:
        """Files that could not be read: what is in them was not counted."""
        return [name for column in self.columns for name in column.unread]


def of_provinces(lists: Iterable[Listed], as_of: str) -> Coverage:
    """The matrix of national items and lists, in order of the codes of their provinces.

    Args:
        lists: Lists of provinces, each with its edition; fiction comes by its code last.
        as_of: The day by whose rules a list in use is judged.
    """
    coverage = Coverage(as_of, "nation")
    for listed in sorted(lists, key=lambda each: each.catalogue.province):
        catalogue, edition = listed.catalogue, listed.edition
        judged, subjects = listed.conformance.judgements, list(catalogue.effective())
        samples = _sample_places(catalogue)
        real = [subject for subject in subjects if place_of(subject) not in samples]
        kept = [each for each in judged if place_of(each.subject) not in samples]
        found = standing.offers(real, catalogue, as_of)
        column = _column(listed, listed.label, catalogue.head["name"], catalogue.head["kind"], catalogue.province)
        column.items, column.unread = len(subjects), catalogue.files.unread
        called = standing.called_so(real, edition)
        _fill(column, edition, kept, found, partial(standing.in_list, called=called, catalogue=catalogue))
        column.summary.counts, column.counted.counts = Counts.of(judged, subjects), Counts.of(kept, real)
        _into(coverage, edition, column)
    return coverage


def _sample_places(catalogue: Catalogue) -> set[str]:
    """Paths of the places of a real list that are samples; in a sample nothing is less real than the rest."""
    if catalogue.head["kind"] == "sample":
        return set()
    return {path_of(each.record) for each in catalogue.localities if each.record.get("kind") == "sample"}


def of_places(listed: Listed, as_of: str) -> Coverage:
    """The matrix of national items and the places of one list: the province itself, then each locality.

    Args:
        listed: The list of a province with its edition.
        as_of: The day by whose rules a list in use is judged.
    """
    coverage = Coverage(as_of, "places")
    catalogue, edition = listed.catalogue, listed.edition
    judged, subjects = listed.conformance.judgements, list(catalogue.effective())
    localities = _places(catalogue)
    for path in (PROVINCE, *localities):
        column = _place_column(listed, path, localities)
        here = [subject for subject in subjects if place_of(subject) == path]
        kept = [each for each in judged if place_of(each.subject) == path]
        column.items, called = len(here), standing.called_so(here, edition)
        stand = partial(standing.in_list, called=called, catalogue=catalogue)
        if path == PROVINCE:
            column.unread = catalogue.files.unread
        else:
            refused = standing.not_claimed(catalogue, localities[path])
            stand = partial(standing.in_place, called=called, refused=refused, catalogue=catalogue)
        _fill(column, edition, kept, standing.offers(here, catalogue, as_of), stand)
        column.summary.counts = column.counted.counts = Counts.of(kept, here)
        _into(coverage, edition, column)
    return coverage


def _places(catalogue: Catalogue) -> dict[str, list[Placed]]:
    """Path of each locality → its files; there should be one."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for placed in catalogue.localities:
        found[path_of(placed.record)].append(placed)
    return found


def _place_column(listed: Listed, path: str, localities: Mapping[str, list[Placed]]) -> Column:
    head = listed.catalogue.head
    if path == PROVINCE:
        return _column(listed, PROVINCE, head["name"], head["kind"], listed.catalogue.province)
    record = localities[path][0].record
    kind = "sample" if head["kind"] == "sample" else record.get("kind", head["kind"])
    return _column(listed, path, record["name"], kind, record.get("area", ""))


def _column(listed: Listed, label: str, name: str, kind: str, area: str) -> Column:
    why = "sample" if kind == "sample" else "sample_edition" if listed.edition.head["kind"] == "sample" else ""
    files = listed.catalogue.files
    if "catalogue" not in files.heads and any(
        name.endswith("catalogue.yaml") for name in (*files.unread, *files.hashes)
    ):
        why = "no_head"  # whose head cannot be read may be fiction
    return Column(label, name, kind, area, listed.edition.id, why)


def _fill(
    column: Column,
    edition: Edition,
    judgements: Sequence[Judgement],
    offers: Mapping[str, list[Offer]],
    stands: Callable[..., Standing],
) -> None:
    """Fill the cells of a column, then the rows of the official lists from the cells."""
    by_item: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_item[judgement.item].append(judgement)
    for id, item in edition.items.items():
        here = offers.get(id, [])
        counts = Counts.of(by_item[id], (offer.subject for offer in here))
        column.cells[id] = Cell(stands(item, here), counts)
    answers = {id: cell.standing for id, cell in column.cells.items()}
    for placed in edition.crosswalks:
        rows = [cast(CrosswalkRow, row) for row in placed.record["rows"] if row is not None]
        column.rows[placed.record["id"]] = {row["id"]: standing.of_row(row, answers) for row in rows}
    for summary in (column.summary, column.counted):
        summary.statuses.update(answer.status for answer in answers.values())
        for name, found in column.rows.items():
            summary.lists[name].update(each.by[0] if each.by else each.status for each in found.values())


def _into(coverage: Coverage, edition: Edition, column: Column) -> None:
    for id, item in edition.items.items():
        coverage.items.setdefault(id, item.get("name", id))
    for placed in edition.crosswalks:
        coverage.lists.setdefault(placed.record["id"], placed.record)
    coverage.columns.append(column)
