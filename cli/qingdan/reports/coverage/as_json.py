"""Coverage for machines, shaped by ``schemas/1/coverage.schema.json``."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.model.edition import CrosswalkFile
from qingdan.printing.data import head
from qingdan.reports.coverage.cells import Standing
from qingdan.reports.coverage.counting import Counts, Summary
from qingdan.reports.coverage.facts import Column, Coverage
from qingdan.words.grammar import Lang

FORMAT = "coverage/1"


def value(coverage: Coverage, lang: Lang, only: str = "") -> dict[str, object]:
    """The matrix as plain data; ``only`` keeps one official list."""
    lists = {name: found for name, found in coverage.lists.items() if only in ("", name)}
    return {
        **head(FORMAT),
        "lang": lang,
        "as_of": coverage.as_of,
        "scope": coverage.scope,
        "complete": not coverage.unread,
        "items": [
            {"id": id, "name": name, "statuses": dict(sorted(coverage.across(id).items()))}
            for id, name in coverage.items.items()
        ],
        "lists": [
            {"id": name, "name": found["name"], "document": found["document"], "rows": _rows(found)}
            for name, found in lists.items()
        ],
        "columns": [_column(column, only) for column in coverage.columns],
        "counted": len(coverage.counting),
        "words": dict(sorted(coverage.words.items())),
        "total": _summary(coverage.total, only),
    }


def _rows(found: CrosswalkFile) -> list[dict[str, str]]:
    return [{"id": row["id"], "name": row["name"]} for row in found["rows"] if row is not None]


def _column(column: Column, only: str) -> dict[str, object]:
    return {
        "label": column.label,
        "name": column.name,
        "kind": column.kind,
        "area": column.area,
        "edition": column.edition,
        **({"not_counted": column.not_counted} if column.not_counted else {}),
        "items": column.items,
        "unread": column.unread,
        "summary": _summary(column.summary, only),
        "cells": {
            id: {**_standing(cell.standing), "counts": _counts(cell.counts)} for id, cell in column.cells.items()
        },
        "rows": {
            name: {id: _row(standing) for id, standing in rows.items()}
            for name, rows in column.rows.items()
            if only in ("", name)
        },
    }


def _standing(standing: Standing) -> dict[str, object]:
    row = {**asdict(standing), "by": list(standing.by)}
    return {name: each for name, each in row.items() if each not in ("", [])}


def _row(standing: Standing) -> dict[str, object]:
    row = _standing(standing)
    return {**row, "by": standing.by[0]} if standing.by else row


def _counts(counts: Counts) -> dict[str, object]:
    return {
        "pairs": asdict(counts.pairs),
        "verdicts": dict(sorted(counts.verdicts.items())),
        "effects": dict(sorted(counts.effects.items())),
    }


def _summary(summary: Summary, only: str) -> dict[str, object]:
    return {
        "word": summary.counts.word,
        "statuses": dict(sorted(summary.statuses.items())),
        "counts": _counts(summary.counts),
        "lists": {name: dict(sorted(found.items())) for name, found in summary.lists.items() if only in ("", name)},
        "indicators": [asdict(indicator) for indicator in summary.indicators],
    }
