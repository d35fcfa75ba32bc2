"""Rules on the legal basis: numbers as they are written, and documents that were replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.loading.catalogue import Effective
from qingdan.model import dates
from qingdan.model.edition import Document
from qingdan.rules.fixes import rewritten
from qingdan.rules.paths import Below, stated
from qingdan.rules.record import Hit, RuleContext, Severity, at
from qingdan.rules.tables import hit

#: A number that holds a year in brackets, whatever the brackets are: 人社部发[2010] 29 号.
NUMBER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fffA-Za-z]+) *(?P<open>[〔﹝\[［【(（〈]) *(?P<year>19[0-9]{2}|20[0-9]{2}) *"
    r"(?P<close>[〕﹞\]］】)）〉]?) *第? *(?P<serial>[0-9]{1,5}) *(?P<end>号?)"
)
CITATIONS = ("legal_basis[]", "standards[]", "materials[].basis[]")
NUMBERS = tuple(f"{path}.number" for path in CITATIONS)
#: States in which a document is no longer the one to cite.
_GONE = ("replaced", "repealed", "expired")
#: Evidence of a document's record that carries no more than a remark.
_WEAK = ("recalled", "inferred")


def number_form(number: str) -> tuple[str, str]:
    """What is unusual in a document number, and the usual form; both empty where there is nothing to say.

    >>> number_form("人社部发[2010] 29 号")
    ('brackets', '人社部发〔2010〕29号')
    >>> number_form("渝府发〔201455号")
    ('lost_bracket', '渝府发〔2014〕55号')
    """
    match = NUMBER.fullmatch(number)
    if match is None:
        return "", ""
    usual = f"{match['issuer']}〔{match['year']}〕{match['serial']}号"
    if number == usual or number == usual.replace("〕", "〕第"):
        return "", ""
    if not match["close"]:
        return "lost_bracket", usual
    if not match["end"]:
        return "no_end", usual
    return ("brackets" if match["open"] + match["close"] != "〔〕" else "spaces"), usual


def document_number(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The form of GB/T 9704: year in 〔〕, then the serial number and 号.

    Where only brackets or spaces differ the meaning is certain and the fix safe; texts kept as printed are not changed.
    """
    for below, number in stated(subject, *NUMBERS):
        problem, usual = number_form(number)
        if problem:
            certain = problem in ("brackets", "spaces")
            fix = rewritten(subject, context, below, number, usual, safe=True) if certain else None
            args = {"number": number, "problem": problem}
            yield hit(subject, below, args=args, extra={"usual": usual}, suggestions=(usual,), fix=fix)


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
