"""A diff for machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from qingdan.answers.differences import Diff, Difference
from qingdan.reporting.saying import say
from qingdan.reporting.words import Lang

FORMAT = "diff/1"


def value(diff: Diff, lang: Lang) -> dict[str, Any]:
    """The diff as plain data."""
    return {
        "schema": FORMAT,
        "before": diff.before,
        "after": diff.after,
        "kind": diff.kind,
        "same": diff.same,
        "counts": {name: dict(sorted(diff.counts(name).items())) for name in ("change", "effect", "allowed")},
        "unread": diff.unread,
        "suggestions": [asdict(each) for each in diff.suggestions],
        "differences": [_row(each, diff, lang) for each in diff.differences],
    }


def render(diff: Diff, lang: Lang) -> str:
    """The diff as JSON text."""
    return json.dumps(value(diff, lang), ensure_ascii=False, indent=2) + "\n"


def _row(each: Difference, diff: Diff, lang: Lang) -> dict[str, Any]:
    row: dict[str, Any] = {
        "path": each.path, "name": each.name, "what": each.what, "element": each.element, "channel": each.key[0],
        "case": each.key[1], "change": each.change, "effect": each.effect, "allowed": each.allowed,
        "reason": each.reason, "members": list(each.members), "share": each.share, "requirement": each.requirement,
        "before": each.before, "after": each.after,
        "before_text": say(each.before, lang, diff.names, each.element),
        "after_text": say(each.after, lang, diff.names, each.element),
        "basis": [asdict(basis) for basis in each.basis],
        "before_place": asdict(each.before_place) if each.before_place else None,
        "after_place": asdict(each.after_place) if each.after_place else None,
        "fingerprint": each.fingerprint,
    }  # fmt: skip
    return {name: each for name, each in row.items() if each not in (None, "", [])}
