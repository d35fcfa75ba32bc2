"""Which national items the names of lists are, for machines: ``schemas/1/alignment-report.schema.json``."""

from __future__ import annotations

from qingdan.aligning.decision import Candidate, Reason
from qingdan.aligning.run import AlignedList, AlignedName, Alignment
from qingdan.aligning.texts import UnlinkedText
from qingdan.printing.data import head

FORMAT = "alignment-report/1"


def value(found: Alignment) -> dict[str, object]:
    """Every name with its decision, its reason and its candidates."""
    return {**head(FORMAT), "lists": [_list(each) for each in found.lists]}


def _list(found: AlignedList) -> dict[str, object]:
    return {
        "label": found.label,
        "edition": found.edition.id,
        "counts": {outcome: len(found.of(outcome)) for outcome in ("accepted", "none", "open")},
        "names": [_name(each) for each in found.names],
        "texts": [_text(each) for each in found.texts],
    }


def _name(each: AlignedName) -> dict[str, object]:
    decision = each.decision
    return {
        "id": each.id,
        "name": each.name,
        "outcome": decision.outcome,
        "reason": _reason(decision.reason),
        "implements": [{"item": one.item, "relation": one.relation} for one in decision.accepted],
        "candidates": [_candidate(one) for one in decision.candidates],
    }


def _candidate(found: Candidate) -> dict[str, object]:
    return {
        "item": found.item,
        "relation": found.relation,
        "score": found.score,
        "name": found.name,
        "reasons": [_reason(each) for each in found.reasons],
    }


def _reason(reason: Reason) -> dict[str, object]:
    return {"why": reason.why, "word": reason.word}


def _text(each: UnlinkedText) -> dict[str, object]:
    candidates = [{"id": one.id, "name": one.name, "score": one.score} for one in each.candidates]
    return {"element": each.element, "text": each.text, "items": list(each.items), "candidates": candidates}
