"""The national items for machines, shaped by ``schemas/1/national-list.schema.json``."""

from __future__ import annotations

from qingdan.judging.verdicts import severity_of
from qingdan.model.edition import NationalItem, Requirement
from qingdan.model.force import ended, standing
from qingdan.printing.data import head
from qingdan.reports.items.facts import NationalItems
from qingdan.words.grammar import Lang

FORMAT = "national-list/1"


def value(found: NationalItems, lang: Lang, today: str) -> dict[str, object]:
    """The items as plain data."""
    edition = found.edition.head
    shown: dict[str, object] = {
        **head(FORMAT),
        "lang": lang,
        "edition": {"id": edition["id"], "name": edition["name"], "kind": edition["kind"]},
        "search": found.search,
        "near": found.near,
        "items": [_item(item, found, today) for item in found.items],
    }
    if found.ambiguous:
        row = found.ambiguous
        shown["ambiguous"] = {key: row[key] for key in ("items", "otherwise", "decides") if key in row}
    if found.gap:
        row_of_gap = found.gap
        shown["gap"] = {key: row_of_gap[key] for key in ("id", "name", "because", "near") if key in row_of_gap}
    return shown


def _item(item: NationalItem, found: NationalItems, today: str) -> dict[str, object]:
    themes = {row["id"]: row["name"] for row in found.edition.head["themes"]}
    return {
        "id": item["id"],
        "name": item.get("name", ""),
        "theme": {"id": item["theme"], "name": themes.get(item["theme"], "")},
        "state": item.get("state", "in_use"),
        "evidence": item["evidence"],
        "aliases": list(item.get("aliases", [])),
        "printed_as": [
            {"text": row["text"], "relation": row.get("relation", "exact")} for row in item.get("printed_as", [])
        ],
        "requirements": [_requirement(row, found, today) for row in found.edition.requirements[item["id"]]],
    }


def _requirement(row: Requirement, found: NationalItems, today: str) -> dict[str, object]:
    """A requirement with the highest severity that it can carry on a day; none where it is shown only, or is open."""
    bases = standing(row, found.edition.registries.documents, today)
    judged = row["relation"] != "free" and not ended(row, today) and bases
    return {
        "id": row["id"],
        "element": row["element"],
        "relation": row["relation"],
        "explains": row["explains"],
        "severity": severity_of(bases).word if judged else "none",
    }
