"""The structural check: one file against the JSON Schema that it names, and what of it can be kept.

jsonschema-rs does the work; where it has no wheel, jsonschema does. Both name the same keyword, value and path for an
error, and both are turned into the same findings. What is left out for an error is left out by name: an entry that is
missing without a word would count as one that the office does not have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from qingdan.findings import Argument, Edit, Finding, Fix, Location, Severity
from qingdan.loading import foreign
from qingdan.loading.faults import entry_name, findings_of, json_pointer, single, slip_at
from qingdan.loading.schemas import Fault, Pointer, fallback, faults, required, validator
from qingdan.model.files import ENTRIES, MAJOR, MODELS
from qingdan.model.likeness import closest
from qingdan.reading import Document

#: Kinds of file whose entries can be checked without one of their elements.
_RECORDS = ("items", "locality")
#: Without these the rest of a record would be taken for another item, or be judged by what does not hold for it.
_NEEDED = frozenset(("id", "name", "item", "implements", "status", "state", "source", "known_in_part"))


@dataclass
class Checked:
    """What the check of one document left.

    Attributes:
        value: The value with None in place of each entry that does not hold; None if the file itself does not.
        findings: What was found.
        left_out: Kind and id of each entry that was left out; ``#3`` for the third, where it has no id.
        dropped: Kind and id of an entry, and the field without which it is checked.
    """

    value: object
    findings: list[Finding] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str, str]] = field(default_factory=list)


def kind_of(document: Document, allowed: Iterable[str]) -> tuple[str, Finding | None]:
    """The kind of file a document says it is, or the finding that says why it is none of the allowed ones."""
    allowed = sorted(allowed)
    value = document.value
    stated = value.get("schema") if isinstance(value, dict) else None
    name, _, major = stated.partition("/") if isinstance(stated, str) else ("", "", "")
    if name in allowed and major == MAJOR and name in MODELS:
        return name, None
    slip = slip_at(document, ()) if isinstance(value, str) else None
    if slip:
        return "", slip
    standard = foreign.standard_of(value)
    if standard:
        return "", Finding("STR020", Severity.ERROR, document.locate(()), {"standard": standard})
    wanted = [f"{each}/{MAJOR}" for each in allowed]
    missing = stated is None
    problem = "not_a_mapping" if not isinstance(value, dict) else "missing" if missing else "other"
    absent = not (isinstance(value, dict) and "schema" in value)
    where: Pointer = () if absent else ("schema",)
    found = "" if stated is None else str(stated)
    first = f"schema: {wanted[0]}\n" if absent and len(wanted) == 1 and problem == "missing" else ""
    fix = Fix((Edit(Location(document.name), first),), safe=False) if first and document.text[:1] != "{" else None
    likely = closest(found, wanted) or (wanted[0] if len(wanted) == 1 else "")
    place, args, extra = document.locate(where), {"found": found, "wanted": wanted}, {"problem": problem}
    near = (f"schema: {likely}",) if likely else ()
    return "", Finding("STR001", Severity.ERROR, place, args, extra, pointer="/schema", suggestions=near, fix=fix)


def check(name: str, document: Document) -> Checked:
    """Check a document and leave out, by name, what does not hold.

    An entry whose faults all lie in fields that it can be without is checked without them; other faults leave it out.

    Args:
        name: The kind of file.
        document: What was read.
    """
    found = single(list(faults(name, document.value)))
    if not found:
        return Checked(document.value)
    checked = Checked(None, [finding for fault in found for finding in findings_of(fault, document, name)])
    entries = ENTRIES.get(name)
    by_entry: dict[int, list[Pointer]] = defaultdict(list)
    for fault in found:
        if not entries or len(fault.pointer) < 2 or fault.pointer[0] != entries:
            return checked
        by_entry[int(fault.pointer[1])].append(_part(name, fault))
    # positions are asked for by index, so that a broken entry leaves its place empty instead of moving the others up
    kept: list[object] = list(document.value[str(entries)])
    for index, parts in sorted(by_entry.items()):
        parts = list(dict.fromkeys(parts))
        if () in parts:
            kept[index] = None
            _leave_out(name, document, (str(entries), index), checked)
        else:
            kept[index] = _without(kept[index], parts)
            checked.findings.extend(_drop(name, document, (str(entries), index), parts, checked))
    checked.value = {**document.value, str(entries): kept}
    return checked


def findings_once(read: Iterable[Finding], checked: Iterable[Finding]) -> Iterator[Finding]:
    """What reading and checking found, without what both say of one place: a number where text is meant is no number.

    Args:
        read: What the reading of a file found.
        checked: What the check of its structure found.
    """
    checked = list(checked)
    told = {each.location.start for each in checked if each.location and each.id in ("STR004", "STR007")}
    for finding in read:
        if finding.id != "RED021" or finding.location is None or finding.location.start not in told:
            yield finding
    yield from checked


def _part(name: str, fault: Fault) -> Pointer:
    """The field, inside its entry, that can be dropped for a fault; ``()`` if the entry cannot be without it."""
    steps = fault.pointer[2:]
    needed = required(name) | _NEEDED
    if name not in _RECORDS or not steps or steps[0] in needed:
        return ()
    if steps[0] == "handling_items" and len(steps) > 2 and steps[2] not in needed:
        return steps[:3]
    return steps[:1]


def _without(entry: Any, parts: Iterable[Pointer]) -> Any:
    """A copy of an entry without some fields of its own or of its handling items."""
    below: dict[int, set[Any]] = defaultdict(set)
    gone: set[Any] = set()
    for part in parts:
        if len(part) == 1:
            gone.add(part[0])
        else:
            below[int(part[1])].add(part[2])
    copy = {key: value for key, value in entry.items() if key not in gone}
    if below and "handling_items" in copy:
        copy["handling_items"] = [
            {key: value for key, value in each.items() if key not in below[index]} if index in below else each
            for index, each in enumerate(copy["handling_items"])
        ]
    return copy


def _leave_out(name: str, document: Document, entry: Pointer, checked: Checked) -> None:
    id = _id(document, entry)
    checked.left_out.append((name, id))
    checked.findings.append(_said("STR009", document, entry, {"kind": name, "entry": id}))


def _drop(
    name: str, document: Document, entry: Pointer, parts: Iterable[Pointer], checked: Checked
) -> Iterator[Finding]:
    """One finding for each record that is checked without some of its fields."""
    by_record: dict[Pointer, list[str]] = defaultdict(list)
    for part in parts:
        by_record[(*entry, *part[:-1])].append(str(part[-1]))
    for record, fields in by_record.items():
        id = _id(document, record)
        checked.dropped.extend((name, id, each) for each in fields)
        yield _said("STR010", document, record, {"kind": name, "entry": id, "fields": fields})


def _said(id: str, document: Document, record: Pointer, args: dict[str, Argument]) -> Finding:
    where = (*record, "id") if document.has((*record, "id")) else record
    path = entry_name(document, record)
    return Finding(id, Severity.WARNING, document.locate(where), args, pointer=json_pointer(record), path=path)


def _id(document: Document, record: Pointer) -> str:
    """The id of a record; its number where it has none."""
    value = document.value
    for step in record:
        value = value[step]
    id = value.get("id") if isinstance(value, dict) else None
    return id if isinstance(id, str) else f"#{int(record[-1]) + 1}"


__all__ = ["Checked", "Fault", "Pointer", "check", "fallback", "faults", "kind_of", "validator"]
