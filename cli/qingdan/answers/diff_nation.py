"""The nation and a province: what is missing, extra, better, worse, not allowed, unsettled. Read from conformance."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.answers.conformance import Judgement, conformance
from qingdan.answers.differences import Diff, Difference, of_change
from qingdan.answers.pointing import Pointing
from qingdan.answers.verdicts import bases_of
from qingdan.comparing.change import Change
from qingdan.findings import Location
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed


def nation_province(catalogue: Catalogue, edition: Edition, as_of: str, diff: Diff) -> None:
    """Fill a diff with what conformance says and with the items that only one side has.

    Args:
        catalogue: The list of the province.
        edition: The national standard.
        as_of: The day by whose rules a list in use is judged.
        diff: Is added to.
    """
    places, pointing = requirement_places(edition), Pointing(edition)
    for judgement in conformance(catalogue, edition, as_of).judgements:
        for change in judgement.changes:
            diff.add(_judged(judgement, change, edition, places, pointing))
    for difference in _items(catalogue, edition):
        diff.add(difference)


def _judged(
    judgement: Judgement, change: Change, edition: Edition, places: dict[str, Location], pointing: Pointing
) -> Difference:
    requirement, subject = judgement.requirement, judgement.subject
    after = pointing.place(subject, change)[0] if change.after is not None else subject.locate("id")
    both = (places.get(requirement["id"]), after)
    name = f"{subject.place} {subject.record.get('name', '')}".strip()
    return of_change(change, subject.path, name, both, requirement["id"], bases_of(requirement, edition))


def _items(catalogue: Catalogue, edition: Edition) -> Iterator[Difference]:
    """National items that no local item implements, and local items that implement none."""
    implemented: set[str] = set()
    extra: list[Effective] = []
    for subject in catalogue.effective():
        links = subject.record.get("implements", [])
        implemented.update(link["item"] for link in links)
        if not links and len(subject.layers) == 1:
            extra.append(subject)
    reason = "partial_list" if catalogue.head["completeness"] == "partial" else "no_link"
    for placed in edition.files.entries.get("national-items", []):
        item = placed.record
        if item["id"] not in implemented and item.get("state", "in_use") == "in_use":
            path, name = f"items[{item['id']}]", str(item.get("name", ""))
            yield Difference(
                path, name, "item", "not_stated", "unknown", "unsettled", reason=reason, before=name,
                before_place=placed.locate("id"),
            )  # fmt: skip
    for subject in extra:
        name = str(subject.record.get("name", ""))
        yield Difference(
            subject.path, name, "item", "added", "unknown", "unregulated", after=name, after_place=subject.locate("id")
        )


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
