"""The impact of an edition for machines, shaped by ``schemas/1/impact.schema.json``."""

from __future__ import annotations

from collections import Counter

from qingdan.printing.data import head
from qingdan.reports.impact.facts import Impact, Touched, Turn
from qingdan.reports.validate.as_json import finding_value
from qingdan.words.grammar import Lang

FORMAT = "impact/1"


def value(impact: Impact, lang: Lang) -> dict[str, object]:
    """The impact as plain data."""
    return {
        **head(FORMAT),
        "lang": lang,
        "as_of": impact.as_of,
        "before": dict(zip(("id", "hash"), impact.before, strict=True)),
        "after": dict(zip(("id", "hash"), impact.after, strict=True)),
        "complete": not impact.unread,
        "lists": [_list(each, lang) for each in impact.lists],
        "total": {
            "counts": dict(impact.total()),
            "verdicts": _transitions(impact.verdicts()),
            "effects": _transitions(impact.effects()),
        },
    }


def _list(touched: Touched, lang: Lang) -> dict[str, object]:
    return {
        "label": touched.label,
        "name": touched.name,
        "kind": touched.kind,
        "counted": touched.counted,
        "counts": dict(touched.counts()),
        "new": [finding_value(finding, lang) for finding in touched.new],
        "gone": [finding_value(finding, lang) for finding in touched.gone],
        "severity": [
            {"before": old.severity.word, "finding": finding_value(new, lang)} for old, new in touched.severity
        ],
        "turns": [_turn(turn) for turn in touched.turns],
        "unread": touched.unread,
    }


def _turn(turn: Turn) -> dict[str, object]:
    row: dict[str, object] = {
        "change": turn.change,
        "requirement": turn.requirement,
        "path": turn.path,
        "channel": turn.key[0],
        "case": turn.key[1],
        "before": dict(turn.before or {}),
        "after": dict(turn.after or {}),
    }
    return {name: each for name, each in row.items() if each not in ("", {})}


def _transitions(counts: Counter[tuple[str, str]]) -> list[dict[str, object]]:
    return [{"before": old, "after": new, "count": count} for (old, new), count in sorted(counts.items())]
