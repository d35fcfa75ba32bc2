"""Rules on the legal basis: numbers as they are written, and documents that were replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.loading.catalogue import Effective
from qingdan.model import dates
from qingdan.model.edition import Document
from qingdan.model.registry import plain
from qingdan.rules.days import latest
from qingdan.rules.fixes import rewritten
from qingdan.rules.numbers import number_form, year_of
from qingdan.rules.paths import Below, stated
from qingdan.rules.record import Hit, RuleContext, Severity, at
from qingdan.rules.tables import hit

CITATIONS = ("legal_basis[]", "standards[]", "materials[].basis[]")
NUMBERS = tuple(f"{path}.number" for path in CITATIONS)
#: States in which a document is no longer the one to cite.
_GONE = ("replaced", "repealed", "expired")
#: Evidence of a document's record that carries no more than a remark.
_WEAK = ("recalled", "inferred")


def document_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The form of GB/T 9704: the word of the issuer, the year in 〔〕, then the serial number and 号.

    Where only the writing differs the fix is safe; texts kept as printed are not changed.
    """
    for below, number in stated(subject, *NUMBERS):
        problem, usual, certain = number_form(number)
        if problem:
            yield hit(
                subject, below, args={"number": number, "problem": problem}, extra={"usual": usual},
                suggestions=(usual,) if usual else (),
                fix=rewritten(subject, context, below, number, usual, safe=True) if certain else None,
            )  # fmt: skip


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
        amends = plain(documents.by_id[named]["title"]) in plain(title)
        yield hit(
            subject, (*below, "number"), args={"number": row["number"], "title": row["title"][:60]},
            extra={"other": title, "own": number}, suggestions=(number,) if number else (),
            severity=Severity.INFO if amends else None,
        )  # fmt: skip


def empty_citation(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A citation names a document: by id, title or number."""
    for below, row in stated(subject, *CITATIONS):
        if not any(key in row for key in ("document", "title", "number")):
            yield hit(subject, below, args={"field": str(below[0])})


def _cited(subject: Effective, context: RuleContext) -> Iterator[tuple[Below, Document]]:
    """The known documents that the item rests on and that are no longer in force; not those cited with successor."""
    registry = context.edition.registries.documents
    ids = {below: _resolved(row, context) for below, row in stated(subject, *CITATIONS[:2])}
    for below, id in ids.items():
        document = registry.by_id.get(id)
        if document is None or document["status"] not in _GONE:
            continue
        if document.get("successor", "") not in ids.values():
            yield below, document


def _resolved(row: Mapping[str, Any], context: RuleContext) -> str:
    return context.edition.registries.documents.resolve(row.get("document"), row.get("number"), row.get("title"))


def _gone_on(document: Document, day: str) -> bool | None:
    """Whether a document was out of force on a day; ``None`` where its record does not tell."""
    since = document.get("status_on", "")
    return dates.known_before(since, day) if since else None


def _said(document: Document, context: RuleContext) -> dict[str, str]:
    following = context.edition.registries.documents.by_id.get(document.get("successor", ""))
    return {
        "name": document.get("number", document["title"]),
        "successor": following.get("number", following["title"]) if following else "",
        "status": document["status"],
        "status_on": document.get("status_on", ""),
    }


def replaced_before(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """On the day of the text the document was no longer in force. Undated texts are not judged."""
    dated = bool(subject.as_of) or not context.printed
    for below, document in _cited(subject, context) if dated else ():
        gone = _gone_on(document, context.day_of(subject))
        if gone or (gone is None and not context.printed and "status_on" not in document):
            weak = document["evidence"] in _WEAK
            yield hit(
                subject, below, args={"document": document["id"]}, extra=_said(document, context),
                severity=Severity.INFO if weak else Severity.WARNING,
            )  # fmt: skip


def replaced_since(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An old text rests on documents that were in force on its day and have been replaced since: one line an item."""
    if not context.printed:
        return
    day = subject.as_of
    rows = [
        (below, document)
        for below, document in _cited(subject, context)
        if _gone_on(document, context.as_of) and (not day or _gone_on(document, day) is not True)
    ]
    if rows:
        said = [_said(document, context) for _, document in rows]
        extra = {
            "names": [row["name"] for row in said],
            "successors": [row["successor"] for row in said if row["successor"]],
            "day": day,
        }
        args = {"documents": sorted({document["id"] for _, document in rows})}
        (element, *place), _ = rows[0]
        yield at(subject, str(element), *place, args=args, extra=extra)
