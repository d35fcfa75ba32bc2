"""Names, codes and citations: the same after aliases; prose is never judged."""

from __future__ import annotations

from collections.abc import Mapping

from qingdan.model.registry import plain
from qingdan.model.values import Citation
from qingdan.values.answer import YES, Answer, all_of, maybe, no
from qingdan.values.context import Context


def name_within(a: str, b: str, context: Context) -> Answer:
    """Whether two names are the same text."""
    return YES if plain(a) == plain(b) else no("differs", a)


def code_within(a: object, b: object, context: Context) -> Answer:
    """Whether every code that both state is the same."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        differing = [key for key in a if key in b and a[key] != b[key]]
        return no("differs", *differing) if differing else YES
    return YES if a == b else no("differs", str(a))


def documents_within(a: list[Citation], b: list[Citation], context: Context) -> Answer:
    """Whether each document of a is cited in b, itself or by a predecessor or successor."""
    cited: set[str] = set()
    unknown: set[str] = set()
    for row in b:
        id = _document(row, context)
        if id:
            cited |= context.registries.documents.family(id)
        else:
            unknown.add(_plain_citation(row))
    answers = []
    for row in a:
        id = _document(row, context)
        if id in cited if id else _plain_citation(row) in unknown:
            answers.append(YES)
        elif not id or unknown:
            answers.append(maybe("unmatched", id or _plain_citation(row)))
        else:
            answers.append(no("missing", id) if context.b_whole else maybe("known_in_part", id))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def _document(row: Citation, context: Context) -> str:
    return context.registries.documents.resolve(row.get("document"), row.get("number"), row.get("title"))


def _plain_citation(row: Citation) -> str:
    return plain(row.get("number") or row.get("title") or "")


def prose_within(a: object, b: object, context: Context) -> Answer:
    """Whether two texts are the same; two that differ have no order."""
    return YES if a == b else maybe("prose")
