"""The documents of an edition in a terminal: a line each, and for those that changed what they touch."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.reports.documents.facts import DocumentState, DocumentStates
from qingdan.reports.documents.grounds import told_state
from qingdan.words.grammar import Lang, bracketed, colon, joined
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_said = Phrases("documents")


def render(found: DocumentStates, lang: Lang) -> str:
    """The documents as text."""
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: DocumentStates, lang: Lang) -> Iterator[str]:
    head = _said("head", lang, edition=visible(found.edition), day=found.as_of, n=len(found.rows))
    limits = [_said("changed", lang)] if found.changed else []
    limits += [_said("since", lang, day=found.since)] if found.since else []
    yield head + (bracketed(joined(limits, lang), lang) if limits else "")
    if not found.rows:
        yield _said("none", lang)
    for row in found.rows:
        if found.changed:
            yield ""
            yield from _changed(row, lang)
        else:
            yield _line(row, lang)
    yield ""
    yield _said("note" if found.changed else "next", lang)


def _line(row: DocumentState, lang: Lang) -> str:
    document = row.document
    named = "  ".join(visible(part) for part in (document.get("number", ""), document["title"]) if part)
    return f"{told_state(row, lang)}  {named}  {document['id']}"


def _changed(row: DocumentState, lang: Lang) -> Iterator[str]:
    document = row.document
    yield "  ".join(visible(part) for part in (document.get("number", ""), document["title"], document["id"]) if part)
    yield f"  {told_state(row, lang)}"
    if "note" in document:
        yield f"  {visible(document['note'])}"
    for code, ids in (("open", row.open), ("over", row.over), ("kept", row.kept)):
        if ids:
            yield f"  {_said(code, lang)}{colon(lang)}"
            told = (each for each in row.requirements if each["id"] in ids)
            yield from (f"    {each['id']:<12} {visible(each['explains'])}" for each in told)
    if row.items:
        named = joined([f"{id} {visible(name)}" for id, name in row.items.items()], lang)
        yield f"  {_said('items', lang)}{colon(lang)}{named}"
    if row.citing:
        yield f"  {_said('citing', lang)}{colon(lang)}"
        for each in row.citing:
            day = each.day or _said("undated", lang)
            yield "    " + "  ".join((visible(each.list), visible(each.name), visible(each.path), day))
