"""Rules on the legal basis: numbers as they are written, and documents that were replaced."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model import dates
from qingdan.model.edition import Document
from qingdan.model.force import GONE, ended_on, gone_on, line_of, state_on, successors
from qingdan.model.registry import plain
from qingdan.model.values import Citation
from qingdan.rules.days import latest
from qingdan.rules.fixes import rewritten
from qingdan.rules.numbers import number_form, year_of
from qingdan.rules.paths import Below, stated
from qingdan.rules.record import Hit, RuleContext, Severity, at
from qingdan.rules.tables import hit

CITATIONS = ("legal_basis[]", "standards[]", "materials[].basis[]")
NUMBERS = tuple(f"{path}.number" for path in CITATIONS)
#: Evidence of a document's record that carries no more than a remark.
_WEAK = ("recalled", "inferred")


def document_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The form of GB/T 9704: the word of the issuer, the year in 〔〕, then the serial number and 号.

    Where only the writing differs the fix is safe; texts kept as printed are not changed.
    """
    for below, number in stated(subject, *NUMBERS):
        problem, usual, certain = number_form(number)
        if problem:
            args, extra, near = {"number": number, "problem": problem}, {"usual": usual}, (usual,) if usual else ()
            fix = rewritten(subject, context, below, number, usual, safe=True) if certain else None
            yield hit(subject, below, args=args, extra=extra, suggestions=near, fix=fix)


def year_ahead(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A number of a year that is still to come: a slip of the keyboard."""
    day = latest(subject, context)
    for below, number in stated(subject, *NUMBERS):
        year = year_of(number)
        if year and dates.known_before(day, year):
            yield hit(subject, below, args={"number": number}, extra={"as_of": day})


def other_document(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Title and number of a citation are those of two documents.

    It does not apply where one of the two replaced the other, where the title names the other, as the decision to amend
    a rule does, or where the id of the citation already disagrees (REF010).
    """
    documents = context.edition.registries.documents
    for below, row in stated(subject, *CITATIONS):
        named = documents.resolve(None, None, row.get("title"))
        numbered = documents.resolve(None, row.get("number"), None)
        if not named or not numbered or named in documents.family(numbered):
            continue
        stands_for = row.get("document", numbered)
        if stands_for in documents.by_id and numbered not in documents.family(stands_for):
            continue
        title, number = documents.by_id[numbered]["title"], documents.by_id[named].get("number", "")
        weight = Severity.INFO if plain(documents.by_id[named]["title"]) in plain(title) else None  # it may amend it
        args, extra = {"number": row["number"], "title": row["title"][:60]}, {"other": title, "own": number}
        near = (number,) if number else ()
        yield hit(subject, (*below, "number"), args=args, extra=extra, suggestions=near, severity=weight)


def empty_citation(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A citation names a document: by id, title or number."""
    for below, row in stated(subject, *CITATIONS):
        if not any(key in row for key in ("document", "title", "number")):
            yield hit(subject, below, args={"field": str(below[0])})


def _cited(subject: Effective, context: RuleContext) -> Iterator[tuple[Below, Document]]:
    """The known documents that the item rests on and that do not hold for ever; not those cited with successor."""
    registry = context.edition.registries.documents
    ids = {below: _resolved(row, context) for below, row in stated(subject, *CITATIONS[:2])}
    for below, id in ids.items():
        document = registry.by_id.get(id)
        if document is None or (document["status"] not in GONE and not ended_on(document)):
            continue
        if not {row["id"] for row in successors(document, registry)} & set(ids.values()):
            yield below, document


def _resolved(row: Citation, context: RuleContext) -> str:
    return context.edition.registries.documents.resolve(row.get("document"), row.get("number"), row.get("title"))


def _others(subject: Effective, context: RuleContext) -> list[str]:
    """The documents of the legal basis that the nation's register does not hold: those of a place, as a rule."""
    rows = [row for _, row in stated(subject, CITATIONS[0]) if not _resolved(row, context)]
    return [name for row in rows if (name := row.get("number") or row.get("title"))]


def _said(document: Document, context: RuleContext, day: str) -> dict[str, str]:
    return {
        "name": document.get("number", document["title"]),
        "successor": line_of(document, context.edition.registries.documents),
        "status": state_on(document, day),
        "status_on": ended_on(document),
    }


def _dead(subject: Effective, context: RuleContext) -> Iterator[tuple[Below, Document, Severity]]:
    """Documents that were no longer in force on the day of the text. Undated texts are not judged."""
    dated = bool(subject.as_of) or not context.printed
    for below, document in _cited(subject, context) if dated else ():
        gone = gone_on(document, context.day_of(subject))
        if gone or (gone is None and not context.printed and not ended_on(document)):
            yield below, document, Severity.INFO if document["evidence"] in _WEAK else Severity.WARNING


def replaced_before(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """On the day of the text the document was no longer in force, and no document of a place is cited beside it."""
    if _others(subject, context):
        return
    for below, document, severity in _dead(subject, context):
        extra = _said(document, context, context.day_of(subject))
        yield hit(subject, below, args={"document": document["id"]}, extra=extra, severity=severity)


def replaced_above(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A national document was replaced, and one of a place is cited too: that one holds until it is replaced itself."""
    others = _others(subject, context)
    for below, document, _ in _dead(subject, context) if others else ():
        extra = {**_said(document, context, context.day_of(subject)), "others": others}
        yield hit(subject, below, args={"document": document["id"]}, extra=extra)


def replaced_since(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An old text rests on documents that were in force on its day and have been replaced since: one line an item."""
    if not context.printed:
        return
    day = subject.as_of
    rows = [
        (below, document)
        for below, document in _cited(subject, context)
        if gone_on(document, context.as_of) and (not day or gone_on(document, day) is not True)
    ]
    if rows:
        said = [_said(document, context, context.as_of) for _, document in rows]
        extra = {
            "names": [row["name"] for row in said],
            "successors": [row["successor"] for row in said if row["successor"]],
            "day": day,
        }
        args = {"documents": sorted({document["id"] for _, document in rows})}
        (element, *place), _ = rows[0]
        yield at(subject, str(element), *place, args=args, extra=extra)
