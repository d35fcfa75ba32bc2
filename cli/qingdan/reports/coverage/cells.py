"""How a list stands to one national item: covered, partly, missing, not applicable, unknown, each with its reason.

What was not collected, not read or left out for its form is unknown, never missing: only a list that is whole and was
read whole can miss something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from qingdan.judging.conformance import place_of
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.edition import CrosswalkRow, NationalItem
from qingdan.reports.export.facts import begins
from qingdan.rules.item_names import named

Status = Literal["covered", "partly", "missing", "not_applicable", "unknown"]
#: In the order of a report.
STATUSES: tuple[Status, ...] = ("covered", "partly", "missing", "not_applicable", "unknown")
PROVINCE = "province"
#: A version from which on there was another one before.
_REVISED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How one list stands to a national item, or to a row of an official list.

    Attributes:
        status: The answer.
        because: Reason code; empty where an item in use simply covers it.
        text: The reason in the words of the file, where it gives one.
        by: Paths of the local items that offer it, or the relation by which a row is covered.
    """

    status: Status
    because: str = ""
    text: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """One local item that implements a national one.

    Attributes:
        subject: The local item.
        relation: How far it is the national one: ``exact``, ``part`` or ``wider``.
        begins: From when it is offered, where that is not yet.
        unseen: Nobody has looked at a text of it: it is a draft, and may not be there.
    """

    subject: Effective
    relation: str
    begins: str = ""
    unseen: bool = False

    @property
    def place(self) -> str:
        """Where it is offered: ``province``, or the path of a locality."""
        return place_of(self.subject)

    @property
    def gap(self) -> str:
        """Why the offer is less than the whole item; empty where it is not."""
        if self.subject.record.get("state") == "suspended":
            return "suspended"
        if self.begins:
            return "not_yet"
        return "part_of_item" if self.relation == "part" else ""

    @property
    def remark(self) -> str:
        """What is to be said of an offer that has no gap."""
        if self.subject.layers[-1].record.get("status") == "delegated":
            return "delegated"
        return "wider_item" if self.relation == "wider" else ""


def offers(subjects: Iterable[Effective], catalogue: Catalogue, as_of: str) -> dict[str, list[Offer]]:
    """National item → what implements it; what is cancelled no longer does.

    Args:
        subjects: The items of a list, or of a place in it.
        catalogue: The list. One that keeps what was printed is looked at on the day of each text.
        as_of: The day asked for.
    """
    own_day = catalogue.head["kind"] in ("archive", "collection")
    found: dict[str, list[Offer]] = defaultdict(list)
    for subject in subjects:
        if subject.record.get("state") != "cancelled":
            begins = _begins(subject, (subject.as_of if own_day else "") or as_of)
            links = {link["item"]: link.get("relation", "exact") for link in subject.record.get("implements", [])}
            for item, relation in links.items():
                source = subject.record.get("source") or catalogue.head["source"]
                found[item].append(Offer(subject, relation, begins, source["seen"] == "none"))
    return found


def _begins(subject: Effective, day: str) -> str:
    """From when an item is offered at all; a later version of one that is offered already only changes it."""
    version: Any = subject.record.get("version", 1)
    return begins(subject, day) if version < _REVISED else ""


def called_so(subjects: Iterable[Effective], edition: Edition) -> dict[str, list[str]]:
    """National item → paths of the local items that are called after it and linked to none: nobody says they are it."""
    found: dict[str, list[str]] = defaultdict(list)
    for subject in subjects:
        for item in sorted(named(subject.record, edition)):
            found[item].append(subject.path)
    return found


def not_claimed(catalogue: Catalogue, localities: Iterable[Placed]) -> dict[str, str]:
    """National item → why the files of a locality say that it does not take it on; empty where they give no reason."""
    links = {item.record["id"]: item.record.get("implements", []) for item in catalogue.items}
    for item in catalogue.items:
        links.update((each["id"], each.get("implements", links[item.record["id"]])) for each in _handling(item))
    found: dict[str, str] = {}
    for row in (row for locality in localities for row in locality.record["items"]):
        if row is not None and row["status"] == "not_claimed":
            for link in row.get("implements", links.get(row.get("item", ""), [])):
                found[link["item"]] = found.get(link["item"], "") or row.get("because", "")
    return found


def _handling(item: Placed) -> list[Mapping[str, str]]:
    rows: list[Mapping[str, str]] = item.record.get("handling_items", [])
    return rows


def in_list(
    item: NationalItem, found: list[Offer], called: Mapping[str, Sequence[str]], catalogue: Catalogue
) -> Standing:
    """How the list of a province stands to an item.

    What only some of its localities offer is covered in part: of the others nothing is known. What is called so without
    a link is not missing: nobody knows whether it is the same.
    """
    closed = _closed(item)
    if closed:
        return closed
    if found and all(offer.unseen for offer in found):
        return _not_seen(found)
    here = [offer for offer in found if offer.place == PROVINCE and not offer.unseen]
    if here:
        return _offered(here)
    if found:
        return Standing("partly", "in_places", by=tuple(offer.subject.path for offer in found))
    if item["id"] in called:
        return Standing("unknown", "called_so", by=tuple(called[item["id"]]))
    absent = _absent(catalogue)
    return Standing("unknown", absent) if absent else Standing("missing", "no_link")


def in_place(
    item: NationalItem,
    found: list[Offer],
    called: Mapping[str, Sequence[str]],
    refused: Mapping[str, str],
    catalogue: Catalogue,
) -> Standing:
    """How one locality stands to an item: a place that has no row for it has said nothing."""
    closed = _closed(item)
    if closed:
        return closed
    if found:
        seen = [offer for offer in found if not offer.unseen]
        return _offered(seen) if seen else _not_seen(found)
    if item["id"] in refused:
        return Standing("not_applicable", "not_claimed", refused[item["id"]])
    if item["id"] in called:
        return Standing("unknown", "called_so", by=tuple(called[item["id"]]))
    return Standing("unknown", _absent(catalogue) or "no_row")


def _closed(item: NationalItem) -> Standing | None:
    """An item that the nation itself has cancelled or suspended asks nothing of anybody."""
    state = item.get("state", "in_use")
    return None if state == "in_use" else Standing("not_applicable", f"nation_{state}", item.get("successor", ""))


def _not_seen(found: list[Offer]) -> Standing:
    return Standing("unknown", "not_seen", by=tuple(offer.subject.path for offer in found))


def _offered(found: list[Offer]) -> Standing:
    whole = [offer for offer in found if not offer.gap]
    by = tuple(offer.subject.path for offer in whole or found)
    if whole:
        plain = any(not offer.remark for offer in whole)
        return Standing("covered", "" if plain else whole[0].remark, by=by)
    return Standing("partly", found[0].gap, found[0].begins, by)


def _absent(catalogue: Catalogue) -> str:
    """Why what is not in a list may be there all the same; empty where it is missing."""
    if catalogue.files.unread:
        return "unread"
    if catalogue.files.left_out:
        return "left_out"
    return "partial_list" if catalogue.head["completeness"] == "partial" else ""


def of_row(row: CrosswalkRow, cells: Mapping[str, Standing]) -> Standing:
    """How a list stands to one row of an official list, by the national items that stand for the row.

    One item that is the row itself, or wider than it, covers it; items that are each a part of it cover it together.
    """
    if not row["items"]:
        return Standing("not_applicable", "no_item", row.get("because", ""))
    targets = [(target["relation"], cells[target["item"]].status) for target in row["items"] if target["item"] in cells]
    for relation in ("exact", "wider"):
        if (relation, "covered") in targets:
            return Standing("covered", by=(relation,))
    open_parts = [status for relation, status in targets if relation == "part" and status != "not_applicable"]
    if open_parts and all(status == "covered" for status in open_parts):
        return Standing("covered", by=("part",))
    statuses = {status for _, status in targets}
    if statuses & {"covered", "partly"}:
        return Standing("partly", "some_items")
    if "unknown" in statuses or not statuses:
        return Standing("unknown", "items_unknown")
    return Standing("missing", "no_link") if "missing" in statuses else Standing("not_applicable", "nation_cancelled")
