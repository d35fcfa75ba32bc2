"""Small lists of one province, checked and compared: what the cases are told on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from qingdan.judging.conformance import Judgement, conformance
from qingdan.loading.opening import load, national
from qingdan.loading.sides import pair
from qingdan.loading.workspace import Workspace
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.changelog.facts import changelog
from qingdan.reports.diff import as_json as diff_json
from qingdan.reports.diff.facts import Diff
from qingdan.reports.diff.sides import diff
from tests.app.running import run

AS_OF = "2026-11-22"
HEAD = (
    'schema: catalogue/1\nprovince: "330000"\nname: 测试清单\nedition: "2025"\nkind: list\ncompleteness: partial\n'
    "source: {title: 测试, evidence: official, seen: whole, date: 2026-10-01}\n"
)


def folder(root: Path, *items: dict[str, Any], name: str = "list") -> Path:
    """A list with some items; an item says what differs from 失业登记 linked to JY-0401."""
    place = root / name
    (place / "items").mkdir(parents=True)
    (place / "catalogue.yaml").write_text(HEAD, "utf-8")
    base = {"id": "ZJ-1", "name": "失业登记", "implements": [{"item": "JY-0401", "relation": "exact"}]}
    rows = [{**base, **item} for item in items]
    text = yaml.safe_dump({"schema": "items/1", "items": rows}, allow_unicode=True, sort_keys=False)
    (place / "items" / "one.yaml").write_text(text, "utf-8")
    return place


def findings(place: Path, *ids: str) -> list[dict[str, Any]]:
    """What ``validate`` finds, of some rules or requirements, or everything but missing elements."""
    told = run("validate", place, "--as-of", AS_OF, "--format", "json", "--fail-on", "never").out
    rows = [row for section in json.loads(told)["sections"] for row in section["findings"]]
    return [row for row in rows if (row["id"] in ids if ids else not row["id"].startswith(("ELM001", "CAT")))]


def judged(place: Path, requirement: str, as_of: str = AS_OF) -> Judgement:
    """The one judgement of a requirement."""
    rows = conformance(load(place), national(), as_of).judgements
    (found,) = [row for row in rows if row.requirement["id"] == requirement]
    return found


def verdict(place: Path, requirement: str, as_of: str = AS_OF) -> tuple[str, str, str]:
    """Allowed, effect and reason of a requirement that has one answer."""
    (change,) = judged(place, requirement, as_of).changes
    return change.allowed, change.effect, change.reason


def two(root: Path, old: dict[str, Any], new: dict[str, Any]) -> Two:
    """Two versions of one item."""
    return Two(folder(root, old, name="old"), folder(root, new, name="new"))


class Two:
    """Two versions of a list, and what each reading says of them."""

    def __init__(self, old: Path, new: Path) -> None:
        self.sides = pair(str(old), str(new), Workspace())

    def diff(self) -> Diff:
        """What differs."""
        return diff(*self.sides, AS_OF)

    def json(self) -> list[dict[str, Any]]:
        """The differences as data."""
        rows: list[dict[str, Any]] = diff_json.value(self.diff(), "zh")["differences"]
        return rows

    def citizens(self) -> list[str]:
        """What citizens are told of the item."""
        page = changelog_citizens.page(changelog(*self.sides, AS_OF), "zh")
        return [text for tag, text in page.blocks if tag == "li"]

    def annex(self) -> list[dict[str, tuple[str, ...]]]:
        """The rows of the annex."""
        found = changelog_sheet.sheet(changelog(*self.sides, AS_OF), "zh")
        return [dict(row.cells) for rows in found.groups.values() for row in rows]
