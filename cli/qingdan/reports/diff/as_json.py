"""A diff for machines, shaped by ``schemas/1/diff.schema.json``."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.printing.data import head
from qingdan.reports.diff.facts import Diff, Difference
from qingdan.reports.diff.words import told
from qingdan.words.grammar import Lang

FORMAT = "diff/1"


def value(diff: Diff, lang: Lang) -> dict[str, object]:
    """The diff as plain data."""
    return {
        **head(FORMAT),
        "lang": lang,
        "as_of": diff.as_of,
        "before": diff.before,
        "after": diff.after,
        "kind": diff.kind,
        "editions": dict(zip(("before", "after"), diff.editions, strict=True)),
        "notes": [{"code": note.code, "values": list(note.values.values())} for note in diff.notes],
        "complete": diff.complete,
        "unread": diff.unread,
        "left_out": diff.left_out,
        "same": diff.same,
        "counts": {name: dict(sorted(diff.counts(name).items())) for name in ("change", "effect", "allowed")},
        "suggestions": [asdict(each) for each in diff.suggestions],
        "differences": [_row(each, diff, lang) for each in diff.differences],
    }


def _row(each: Difference, diff: Diff, lang: Lang) -> dict[str, object]:
    before, after = told(each, diff.names, lang)
    answers = {"change": each.change, "effect": each.effect, "allowed": each.allowed}
    told_as = {"before_text": before, "after_text": after, "fingerprint": each.fingerprint}
    always = {"path": each.path, "name": each.name, "what": each.what, **answers, **told_as}
    known: dict[str, object] = {
        "item": each.item,
        "place": diff.places.get(each.locality, each.locality),
        "national": each.national,
        "element": each.element,
        "channel": each.key[0],
        "case": each.key[1],
        "relation": each.relation if each.element else "",
        "reason": each.reason,
        "members": list(each.members),
        "share": each.share,
        "requirement": each.requirement,
        "before": each.before,
        "after": each.after,
        "basis": [asdict(basis) for basis in each.basis],
        "before_place": asdict(each.before_place) if each.before_place else None,
        "after_place": asdict(each.after_place) if each.after_place else None,
    }
    return {**always, **{name: each for name, each in known.items() if each not in (None, "", [])}}
