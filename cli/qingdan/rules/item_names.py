"""What an item is called, and which national item it is linked to: the two must agree.

They do not apply where a person has said so: ``implements: []`` is the word that an item is none of the national ones,
a ``note`` on a link that it is another one than its name says. What is cancelled is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qingdan.findings import Edit, Fix
from qingdan.loading.catalogue import Effective
from qingdan.loading.edition import Edition
from qingdan.loading.placed import Placed
from qingdan.model.item import Record
from qingdan.model.naming_items import Meant, bare, names_of
from qingdan.rules.paths import Below
from qingdan.rules.record import Hit, RuleContext, at, on


def called(record: Record) -> list[tuple[Below, str]]:
    """Where a record states what it is called, and the text: its name, then its aliases."""
    name: list[tuple[Below, str]] = [(("name",), record["name"])] if "name" in record else []
    return [*name, *((("aliases", index), text) for index, text in enumerate(record.get("aliases", ())))]


def _called_here(subject: Effective) -> list[tuple[Below, str]]:
    """What the top layer calls the item, but for what a layer below calls it too: that is said there."""
    below = [layer.record for layer in subject.layers[:-1]]
    known = {bare(text) for record in below for _, text in called(record)}
    return [(place, text) for place, text in called(subject.layers[-1].record) if bare(text) not in known]


def meant(text: str, edition: Edition) -> tuple[Meant, ...]:
    """The national items in use that a name means."""
    return tuple(each for each in edition.names.means(text) if _in_use(each.item, edition))


def _in_use(id: str, edition: Edition) -> bool:
    return edition.items[id].get("state") != "cancelled"


def unlinked(record: Record) -> bool:
    """Whether nobody has said which national item it is, or that it is none."""
    return "implements" not in record and record.get("state") != "cancelled"


def named(record: Record, edition: Edition) -> set[str]:
    """Ids of the national items after which a record is called without a link to them: what REF011 and REF012 say."""
    if record.get("state") == "cancelled" or _decided(record):
        return set()
    meanings = (meant(text, edition) for _, text in called(record))
    ids = [each.item for each in next(filter(None, meanings), ())]
    linked = {link["item"] for link in record.get("implements", [])}
    return set() if linked & _with_successors(ids, edition) else set(ids)


def _decided(record: Record) -> bool:
    """Whether a person has said that it is another item than its name says, or none of them."""
    links = record.get("implements")
    return links == [] or any("note" in link for link in links or [])


def named_not_linked(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An item is called as a national one and not linked to any: nothing of it is compared. One finding an item."""
    if not unlinked(subject.record):
        return
    for below, text in _called_here(subject):
        found = meant(text, context.edition)
        if found:
            ids, fix = [each.item for each in found], _fix(subject.layers[-1], found)
            yield _hit(subject, below, text, ids, context.edition, fix, relation=found[0].relation)
            return


def linked_to_another(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An item is called as one national item and linked to others only.

    A successor of the one that it is called after will do. A link that names no national item is said elsewhere.
    """
    linked = {link["item"] for link in subject.record.get("implements", [])}
    cancelled = subject.record.get("state") == "cancelled"
    if not linked or cancelled or _decided(subject.record) or linked - context.edition.items.keys():
        return
    here = called(subject.record) if "implements" in subject.layers[-1].record else _called_here(subject)
    for _, text in here:
        ids = _named_after(text, context.edition)
        if ids and not linked & _with_successors(ids, context.edition):
            args = {"text": text, "items": ids, "linked": sorted(linked)}
            shown = {"called": _shown(ids, context.edition), "linked_called": _shown(sorted(linked), context.edition)}
            yield at(subject, "implements", args=args, extra=shown, suggestions=tuple(ids))
            return


def _named_after(text: str, edition: Edition) -> list[str]:
    """The national items that a name means, or among which it must be."""
    row = edition.names.ambiguous(text)
    may_be = row["items"] if row and "otherwise" not in row and set(row["items"]) <= edition.items.keys() else []
    return [each.item for each in meant(text, edition)] or may_be


def several_meanings(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A name that means several things and no link to say which. Where CAT005 asks for a link it names them itself."""
    if not _open(subject, context):
        return
    for below, text in _called_here(subject)[:1]:
        row = context.edition.names.ambiguous(text)
        if row and set(row["items"]) <= context.edition.items.keys():
            yield _hit(subject, below, text, row["items"], context.edition, decides=row["decides"])


def nearly_named(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """But for words of asking and granting an item is called as a national one. Likeness asks; it decides nothing."""
    if not _open(subject, context):
        return
    for below, text in _called_here(subject)[:1]:
        ids = near(text, context.edition)
        if ids:
            yield _hit(subject, below, text, ids, context.edition)


def perhaps(record: Record, edition: Edition) -> list[str]:
    """The national items that the name of a record may mean: declared as such, or but for words of asking."""
    text = record.get("name", "")
    row = edition.names.ambiguous(text)
    return list(row["items"]) if row else near(text, edition)


def near(text: str, edition: Edition) -> list[str]:
    """The national items that a name would mean but for words of asking and granting; none where it means something."""
    names = edition.names
    if names.means(text) or names.ambiguous(text) or names.gap(text):
        return []
    return [id for id in names.same_but_for_asking(text) if _in_use(id, edition)]


def _open(subject: Effective, context: RuleContext) -> bool:
    """Whether it is not known which national item it is, and no other rule asks.

    CAT005 asks where an item of the province comes from, in a list in use, and names what may be meant itself.
    """
    of_the_province = subject.level == "province" and len(subject.layers) == 1
    asked = of_the_province and not context.printed and "origin" not in subject.record
    return unlinked(subject.record) and not asked and not named(subject.record, context.edition)


def _with_successors(ids: Iterable[str], edition: Edition) -> set[str]:
    found: set[str] = set()
    for id in ids:
        while id in edition.items and id not in found:
            found.add(id)
            id = edition.items[id].get("successor", "")
    return found


def shared_name(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A name of two items that is not declared as ambiguous; a row that holds two services is ``wider`` than one."""
    seen: dict[str, dict[str, str]] = {}
    for placed in edition.files.entries.get("national-items", []):
        for text, each in names_of(placed.record):
            owners = seen.setdefault(bare(text), {})
            others = [id for id, other in owners.items() if id != each.item and "wider" not in (other, each.relation)]
            owners[each.item] = each.relation
            if others and not edition.names.ambiguous(text):
                args = {"text": text, "id": each.item, "other": others[0]}
                yield on(placed, path=f"items[{each.item}]", args=args)


def ambiguous_name(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A name that is declared as ambiguous and taken as the name of an item all the same."""
    for placed in edition.files.entries.get("national-items", []):
        for text, each in names_of(placed.record):
            row = edition.names.ambiguous(text)
            if row:
                args = {"text": text, "id": each.item, "items": list(row["items"])}
                yield on(placed, path=f"items[{each.item}]", args=args)


def _shown(ids: Iterable[str], edition: Edition) -> list[str]:
    return [f"{id} {edition.items[id].get('name', '')}".rstrip() for id in ids]


def _hit(
    subject: Effective, below: Below, text: str, ids: list[str], edition: Edition, fix: Fix | None = None, **extra: str
) -> Hit:
    element, *rest = below
    args, more = {"text": text, "items": ids}, {"called": _shown(ids, edition), "item": ids[0], **extra}
    return at(subject, str(element), *rest, args=args, extra=more, suggestions=tuple(ids), fix=fix)


def _fix(layer: Placed, found: tuple[Meant, ...]) -> Fix:
    """The link, written before the name of the record; unsafe, since a person must say whether it is the same."""
    place = layer.locate("name", key=True) if "name" in layer.record else layer.locate("aliases", key=True)
    links = ", ".join(f"{{item: {each.item}, relation: {each.relation}}}" for each in found)
    if layer.document.name.endswith((".json", ".jsonl")):
        links = ", ".join(f'{{"item": "{each.item}", "relation": "{each.relation}"}}' for each in found)
        text = f'"implements": [{links}], '
    elif layer.document.raw(layer.pointer).startswith("{"):
        text = f"implements: [{links}], "
    else:
        text = f"implements: [{links}]\n{' ' * (place.column - 1)}"
    return Fix((Edit(replace(place, end_line=place.line, end_column=place.column), text),), safe=False)
