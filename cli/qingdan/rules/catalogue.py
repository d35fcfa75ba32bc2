"""Rules on a list as a whole: it holds something, each thing once, and leaves nothing national out."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.findings import Argument, LegalBasis
from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.registry import plain
from qingdan.rules import item_names, localities, written
from qingdan.rules.record import Hit, Related, RuleContext, Severity, on, on_head

#: Article 35 of this law names the services that a public agency offers free of charge.
LAW = "employment-promotion-law"
#: Evidence that can carry an error; anything less carries a warning at most (secondary, practice) or a remark.
_SEEN_TEXT = ("official", "copy")


def identified(catalogue: Catalogue) -> Iterator[tuple[str, str, Placed]]:
    """Everything with an id: the space in which the id must be unique, the path, the record."""
    for item in catalogue.items:
        yield "items", f"items[{item.record['id']}]", item
        for index, handling in enumerate(item.record.get("handling_items", [])):
            layer = Placed(handling, item.document, (*item.pointer, "handling_items", index))
            yield "items", f"items[{handling['id']}]", layer
    for file in catalogue.localities:
        space = path_of(file.record)
        for index, row in enumerate(file.record["items"]):
            if row is not None:
                yield (
                    f"{file.document.name}:",
                    f"{space}.items[{row['id']}]",
                    Placed(row, file.document, ("items", index)),
                )


def duplicate_id(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An id stands for one thing; the finding shows both places, the first one in the order of the files' names."""
    seen: dict[tuple[str, str], Placed] = {}
    rows = sorted(identified(catalogue), key=lambda row: written.order(row[2].document.name))
    for space, path, placed in rows:
        id = placed.record["id"]
        first = seen.setdefault((space, id), placed)
        if first is not placed:
            yield on(placed, "id", path=path, args={"id": id}, related=(Related(first.locate("id"), "first_defined"),))


def nothing_to_check(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Checking nothing is an error, never a pass; where files could not be read that has been said."""
    broken = any(finding.severity == Severity.ERROR for finding in catalogue.files.findings)
    if not broken and next(catalogue.effective(), None) is None:
        yield on_head(catalogue, path="items")


def _covered(catalogue: Catalogue, edition: Edition) -> set[str]:
    """The national items that something in the list implements; what is cancelled or not claimed no longer does.

    Links that were left out for their form count: whoever wrote them has the item. So does an item that is called after
    a national one and not linked to it: that is what is wrong with it, and said there.
    """
    records = [item.record for item in catalogue.items if item.record.get("state") != "cancelled"]
    records += [handling for record in records for handling in record.get("handling_items", [])]
    rows = [row for file in catalogue.localities for row in file.record["items"] if row is not None]
    records += [row for row in rows if row["status"] != "not_claimed"]
    linked = {link["item"] for record in records for link in record.get("implements", [])}
    called = {id for record in records if "item" not in record for id in item_names.named(record, edition)}
    return linked | called | written.implemented(catalogue)


def _uncovered_services(catalogue: Catalogue, context: RuleContext) -> Iterator[tuple[dict[str, Argument], list[str]]]:
    """The services of article 35 for which the list has no item at all, with their national items.

    Beside a file that could not be read nothing is known to be missing.
    """
    if catalogue.files.unread:
        return
    covered = _covered(catalogue, context.edition)
    for crosswalk in context.edition.crosswalks:
        if crosswalk.record["document"] != LAW:
            continue
        for row in crosswalk.record["rows"]:
            if row is None:
                continue
            targets = [target["item"] for target in row["items"]]
            if targets and not covered & set(targets):
                yield row, targets


def uncovered_service(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """The free services of article 35 must all be in the list of a province."""
    document = context.edition.registries.documents.by_id.get(LAW)
    for row, targets in _uncovered_services(catalogue, context):
        evidence = str(row["evidence"])
        severity = Severity.ERROR if evidence in _SEEN_TEXT else Severity.WARNING
        title = document["title"] if document else LAW
        number = document.get("number", "") if document else ""
        article = f"第三十五条{row.get('number', '')}"
        basis = LegalBasis(LAW, title, number, article, evidence, document["seen"] if document else "none")
        args, extra = {"service": row["id"]}, {"name": row["name"], "items": targets}
        yield on_head(
            catalogue, "completeness", path="items", args=args, extra=extra, severity=severity, basis=(basis,)
        )


def uncovered_item(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Each national item should be implemented by some item. What article 35 misses as a whole is said there."""
    if catalogue.files.unread:
        return
    covered = _covered(catalogue, context.edition)
    said = {target for _, targets in _uncovered_services(catalogue, context) for target in targets}
    for id, item in context.edition.items.items():
        if id in covered or id in said or item.get("state") == "cancelled":
            continue
        weight = Severity.INFO if item["evidence"] in ("recalled", "inferred") else Severity.WARNING
        args, extra = {"item": id}, {"name": item.get("name", id)}
        yield on_head(catalogue, "completeness", path="items", args=args, extra=extra, severity=weight)


def no_origin(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An item beyond the national ones says who added it. One that is called after a national item is said there."""
    for item in () if context.printed else catalogue.items:
        record = item.record
        if "origin" not in record and item_names.unlinked(record) and not item_names.named(record, context.edition):
            id, near = record["id"], tuple(item_names.perhaps(record, context.edition))
            extra = {"name": record.get("name", id)}
            yield on(item, "id", path=f"items[{id}]", args={"item": id}, extra=extra, suggestions=near)


def same_name(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Two items in use with one name, in the province or in one place, may be one item entered twice."""
    seen: dict[str, Placed] = {}
    for item in sorted(catalogue.items, key=lambda each: written.order(each.document.name)):
        record = item.record
        if "name" not in record or record.get("state") == "cancelled":
            continue
        first = seen.setdefault(plain(record["name"]), item)
        if first is not item:
            args = {"name": record["name"], "other": first.record["id"]}
            related = (Related(first.locate("name"), "first_defined"),)
            yield on(item, "name", path=f"items[{record['id']}].name", args=args, related=related)
        yield from _handling_of_one_name(item)
    yield from localities.same_name(catalogue)


def _handling_of_one_name(item: Placed) -> Iterator[Hit]:
    """Handling items of one item with a name of their own that another one has, too."""
    seen: dict[str, str] = {}
    for index, handling in enumerate(item.record.get("handling_items", [])):
        name = handling.get("name", "")
        if name and (first := seen.setdefault(plain(name), handling["id"])) != handling["id"]:
            path = f"items[{handling['id']}].name"
            yield on(item, "handling_items", index, "name", path=path, args={"name": name, "other": first})


def no_operating_rule(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Items that name no operating rule (业务规程): one remark for the whole list."""
    if context.printed or not catalogue.items:
        return
    without = [item.record["id"] for item in catalogue.items if "operating_rule" not in item.record.get("guide", {})]
    if without:
        extra: dict[str, Argument] = {"count": len(without), "total": len(catalogue.items), "items": without[:10]}
        yield on_head(catalogue, path="items", extra=extra)


def not_claimed_without_reason(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A locality that does not take on an item says why."""
    for file in catalogue.localities:
        for index, row in enumerate(file.record["items"]):
            if row is not None and row["status"] == "not_claimed" and "because" not in row:
                path = f"{path_of(file.record)}.items[{row['id']}].status"
                yield on(file, "items", index, "status", path=path, args={"item": row.get("item", row["id"])})
