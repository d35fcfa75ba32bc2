"""The nation and a province: what is missing, extra, better, worse, not allowed, unsettled. Read from conformance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qingdan.comparing.change import Change
from qingdan.findings import Location
from qingdan.judging.conformance import Judgement, conformance
from qingdan.judging.pointing import Pointing
from qingdan.judging.verdicts import bases_of
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.loading.sides import Side
from qingdan.reports.coverage.cells import called_so
from qingdan.reports.diff.facts import Diff, Difference, of_change


def nation_province(catalogue: Catalogue, side: Side, edition: Edition, as_of: str, diff: Diff) -> None:
    """Fill a diff with what conformance says and with the items that only one side has.

    Args:
        catalogue: The list of the province.
        side: What of it is meant: all of it, all its places, or one of them.
        edition: The national standard.
        as_of: The day by whose rules a list in use is judged.
        diff: Is added to.
    """
    places, pointing = requirement_places(edition), Pointing(edition)
    subjects = list(side.subjects())
    meant = {subject.path for subject in subjects}
    for judgement in conformance(catalogue, edition, as_of).judgements:
        if judgement.subject.path in meant:
            for change in judgement.changes:
                diff.add(_judged(judgement, change, edition, places, pointing))
    for subject in subjects:
        if not subject.record.get("implements") and len(subject.layers) == 1:
            diff.add(extra(subject))
    if not side.place:  # what one place does not list may be listed by the province
        for difference in _missing(catalogue, subjects, edition):
            diff.add(difference)


def _judged(
    judgement: Judgement, change: Change, edition: Edition, places: dict[str, Location], pointing: Pointing
) -> Difference:
    requirement, subject = judgement.requirement, judgement.subject
    after = pointing.place(subject, change)[0] if change.after is not None else subject.locate("id")
    both = (places.get(requirement["id"]), after)
    name, basis = str(subject.record.get("name", "")), bases_of(requirement, edition, judgement.judged_on)
    return of_change(change, subject.path, name, both, requirement["id"], basis, judgement.item)


def extra(subject: Effective) -> Difference:
    """A local item that has nothing above it."""
    name = str(subject.record.get("name", ""))
    return Difference(
        subject.path, name, "item", "added", "unknown", "unregulated", after=name, after_place=subject.locate("id")
    )


def _missing(catalogue: Catalogue, subjects: list[Effective], edition: Edition) -> Iterator[Difference]:
    """National items that no local item implements; one may be called so all the same."""
    called = called_so(subjects, edition)
    implemented = {link["item"] for subject in subjects for link in subject.record.get("implements", [])}
    files = catalogue.files
    reason = "partial_list" if catalogue.head["completeness"] == "partial" else "no_link"
    if files.unread or files.left_out:  # what implements it may be in there
        reason = "unread" if files.unread else "left_out"
    for placed in edition.files.entries.get("national-items", []):
        item = placed.record
        if item["id"] not in implemented and item.get("state", "in_use") == "in_use":
            path, name = f"items[{item['id']}]", str(item.get("name", ""))
            why, place = "called_so" if item["id"] in called else reason, placed.locate("id")
            silent = Difference(path, name, "item", "not_stated", "unknown", "unsettled", national=item["id"])
            yield replace(silent, before=name, reason=why, before_place=place)


def requirement_places(edition: Edition) -> dict[str, Location]:
    """Requirement id → where it stands in the edition."""
    places: dict[str, Location] = {}
    for placed in edition.files.entries.get("requirements", []):
        places[placed.record["id"]] = placed.locate("id")
    for placed in edition.files.entries.get("national-items", []):
        for index, requirement in enumerate(placed.record.get("requirements", [])):
            below = Placed(requirement, placed.document, (*placed.pointer, "requirements", index))
            places[requirement["id"]] = below.locate("id")
    return places
