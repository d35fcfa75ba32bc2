"""An upgrade for machines, shaped by ``schemas/1/upgrade.schema.json``."""

from __future__ import annotations

from dataclasses import asdict

from qingdan.printing.data import head
from qingdan.reports.upgrade.as_text import reason, sides
from qingdan.reports.upgrade.facts import Upgrade, UpgradeConflict, UpgradeEdit
from qingdan.words.grammar import Lang

FORMAT = "upgrade/1"


def value(upgrade: Upgrade, lang: Lang) -> dict[str, object]:
    """The upgrade as plain data."""
    return {
        **head(FORMAT),
        "lang": lang,
        "name": upgrade.name,
        "before": upgrade.before,
        "after": upgrade.after,
        "kept": upgrade.kept,
        "behind": upgrade.behind,
        "written": upgrade.written,
        **({"protected": upgrade.protected} if upgrade.protected else {}),
        **({"half_done": True} if upgrade.half_done else {}),
        "edits": [_edit(each, upgrade, lang) for each in upgrade.edits],
        "conflicts": [_conflict(each, upgrade, lang) for each in upgrade.conflicts],
        "diffs": upgrade.diffs,
    }


def _edit(edit: UpgradeEdit, upgrade: Upgrade, lang: Lang) -> dict[str, object]:
    before, after = sides(edit, upgrade, lang)
    return {
        "path": edit.path,
        "name": edit.name,
        "what": edit.what,
        "element": edit.element,
        "effect": edit.effect,
        "before": edit.before,
        "after": edit.after,
        "before_text": before,
        "after_text": after,
        "requirements": [{"before": old, "after": new} for old, new in edit.requirements],
        "place": asdict(edit.place),
    }


def _conflict(conflict: UpgradeConflict, upgrade: Upgrade, lang: Lang) -> dict[str, object]:
    row = {
        "path": conflict.path,
        "name": conflict.name,
        "element": conflict.element,
        "reason": conflict.reason,
        "reason_text": reason(conflict, upgrade, lang),
        "value": conflict.value,
        "base": conflict.base and conflict.base["id"],
        "new": conflict.new and conflict.new["id"],
        "candidates": [id for id, _ in conflict.candidates],
        "members": list(conflict.members),
        "finding": conflict.finding and conflict.finding.id,
        "place": asdict(conflict.place) if conflict.place else None,
    }
    return {name: each for name, each in row.items() if each not in (None, "", [])}
