"""Rules on the rows of a place, looked at together: what one of them says another must not take back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.model.catalogue import LocalityFile
from qingdan.model.registry import plain
from qingdan.rules.record import Hit, Related, RuleContext, Severity, on

_TAKEN = ("claimed", "delegated")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a place.

    Attributes:
        placed: The row.
        file: The file that holds it.
        place: Path of the place.
        item: Id of the item of the province as it is today; ``""`` where the row names none.
    """

    placed: Placed
    file: LocalityFile
    place: str
    item: str

    @property
    def status(self) -> str:
        return str(self.placed.record["status"])

    @property
    def path(self) -> str:
        return f"{self.place}.items[{self.placed.record['id']}]"

    def hit(self, key: str, extra: Mapping[str, str], severity: Severity | None, first: _Row | None = None) -> Hit:
        """A hit at a key of the row, with the place of an earlier row."""
        path, args = f"{self.path}.{key}", {"item": self.item}
        related = (Related(first.placed.locate("id"), "first_defined"),) if first else ()
        return on(self.placed, key, path=path, args=args, extra=extra, related=related, severity=severity)


def _rows(catalogue: Catalogue) -> Iterator[_Row]:
    """Every row of every place; a row may still name an item by an id that it had."""
    records = [item.record for item in catalogue.items]
    today = {former: record["id"] for record in records for former in record.get("moved", [])}
    today |= {record["id"]: record["id"] for record in records}
    for file in catalogue.localities:
        for index, row in enumerate(file.record["items"]):
            if row is not None:
                named = str(row.get("item", ""))
                placed = Placed(row, file.document, ("items", index))
                yield _Row(placed, file.record, path_of(file.record), today.get(named, named))


def _together(catalogue: Catalogue) -> Iterator[list[_Row]]:
    """Rows of one place for one item, where there are several; one place may stand in two files."""
    groups: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _rows(catalogue):
        if row.item:
            groups[row.place, row.item].append(row)
    return (rows for rows in groups.values() if len(rows) > 1)


def claims_and_declines(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """One place takes an item on and does not take it on."""
    for rows in _together(catalogue):
        declined = [row for row in rows if row.status == "not_claimed"]
        taken = [row for row in rows if row.status != "not_claimed"]
        if declined and taken:
            later, first = (declined[0], taken[0]) if rows.index(declined[0]) else (taken[0], declined[0])
            yield later.hit("status", _names(later, catalogue), _weight(context), first)


def claimed_twice(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Two rows of one place take on, or decline, the same item. Under names of their own they may be parts of it."""
    for rows in _together(catalogue):
        for alike in (_TAKEN, ("not_claimed",), ("own",)):
            same = [row for row in rows if row.status in alike]
            for other in same[1:]:
                names = [plain(row.placed.record.get("name", "")) for row in (same[0], other)]
                severity = Severity.INFO if names[0] != names[1] else _weight(context)
                yield other.hit("id", _names(other, catalogue), severity, same[0])


def delegated_to_nobody(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A place hands an item on to a level below, and no place below takes it on.

    It does not apply where the row says by whom or where it is done, nor beside files that could not be read. A list
    known in part may only not hold the places below.
    """
    if catalogue.files.unread:
        return
    rows = list(_rows(catalogue))
    whole = catalogue.head["completeness"] != "partial"
    for row in rows:
        if row.status != "delegated" or {"provider", "accepted_at", "contact", "channels"} & row.placed.record.keys():
            continue
        if not any(other.item == row.item and _below(other, row, context) for other in rows if row.item):
            severity = _weight(context) if whole else Severity.INFO
            yield row.hit("status", _names(row, catalogue), severity)


def _below(other: _Row, row: _Row, context: RuleContext) -> bool:
    """Whether another row is one of a place below that takes the item on."""
    codes = [str(each.file.get("area") or each.file.get("zone", {}).get("within", "")) for each in (other, row)]
    inside = codes[1] in context.divisions.lineage(codes[0]) and other.place != row.place
    return inside and other.status != "not_claimed"


def claimed_though_cancelled(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A place takes on what the province has cancelled; one that ends on a day to come may still be taken on."""
    states = {item.record["id"]: item.record for item in catalogue.items if item.record.get("state") == "cancelled"}
    for row in _rows(catalogue) if states else ():
        above = states.get(row.item)
        if above is None or row.status not in _TAKEN or row.placed.record.get("state") in ("cancelled", "suspended"):
            continue
        ends = above.get("cancelled_on", "")
        if not ends or dates.known_before(context.as_of, ends) is False:
            yield row.hit("status", {**_names(row, catalogue), "cancelled_on": ends}, _weight(context))


def same_name(catalogue: Catalogue) -> Iterator[Hit]:
    """Two rows of one place with one name.

    Two rows for one item are told as such, and what two items of the province are both called is told there.
    """
    names = {item.record["id"]: item.record.get("name", "") for item in catalogue.items}
    seen: dict[tuple[str, str], _Row] = {}
    for row in _rows(catalogue):
        own = "name" in row.placed.record
        name = plain(row.placed.record.get("name", "") or names.get(row.item, ""))
        if not name or row.status == "not_claimed" or row.placed.record.get("state") == "cancelled":
            continue
        first = seen.setdefault((row.place, name), row)
        if first is row or (row.item and row.item == first.item) or not (own or "name" in first.placed.record):
            continue
        shown = row.placed.record.get("name", "") or names[row.item]
        related = (Related(first.placed.locate("id"), "first_defined"),)
        args = {"name": shown, "other": first.placed.record["id"]}
        yield on(row.placed, "name" if own else "id", path=f"{row.path}.name", args=args, related=related)


def _weight(context: RuleContext) -> Severity | None:
    """A remark where the text is kept as it was printed; else as the rule says."""
    return Severity.INFO if context.printed else None


def _names(row: _Row, catalogue: Catalogue) -> dict[str, str]:
    """How the item and the place are called."""
    names = {item.record["id"]: item.record.get("name", "") for item in catalogue.items}
    called = row.placed.record.get("name", "") or names.get(row.item, "")
    return {"place": row.file["name"], "name": called or row.item}
