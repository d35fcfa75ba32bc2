"""Texts in the other languages of the country carry them: on pages, in the markup for search engines, in linked data."""

from __future__ import annotations

import json
from pathlib import Path

import qingdan
from qingdan.reports.export import as_jsonld as linked
from qingdan.reports.export.nodes import Nodes

DAY = "2026-11-22"
HEAD = """schema: catalogue/1
province: "650000"
name: 某地清单
edition: "2025"
kind: list
completeness: partial
source: {title: 页, evidence: official, seen: whole, date: "2026-01-05"}
"""
ITEMS = """schema: items/1
items:
  - id: A-01
    name: ئىشسىزلىق تىزىملىتىش
    aliases: [失业登记, ལས་མེད]
    languages: [ug]
    implements: [{item: JY-0401, relation: exact}]
    materials: [{name: 身份证（كىملىك）}]
"""


def made(folder: Path) -> Path:
    (folder / "items").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(HEAD, "utf-8")
    (folder / "items" / "a.yaml").write_text(ITEMS, "utf-8")
    return folder


def test_a_page_says_the_language_of_each_run(tmp_path: Path) -> None:
    qingdan.publish(made(tmp_path / "list"), to=tmp_path / "site", as_of=DAY)
    (page,) = (tmp_path / "site" / "guides" / "650000").glob("*.html")
    text = page.read_text("utf-8")
    assert '<h1><span lang="ug" dir="rtl">ئىشسىزلىق تىزىملىتىش</span></h1>' in text
    assert '身份证（<span lang="ug" dir="rtl">كىملىك</span>）' in text


def test_linked_data_and_markup_carry_the_languages(tmp_path: Path) -> None:
    export = qingdan.export(made(tmp_path / "list"), as_of=DAY)
    (entry,) = export.entries
    nodes = Nodes(export.edition)
    linked.add_guide(nodes, entry)
    (service,) = [node for node in nodes.by_id.values() if node["@type"] == "PublicService"]
    assert service["PublicService.name"] == [{"@language": "ug", "@value": "ئىشسىزلىق تىزىملىتىش"}]
    assert [each["@language"] for each in service["altLabel"]] == ["zh", "und-Tibt"]
    assert [name.rsplit("/", 1)[-1] for name in service["PublicService.language"]] == ["ZHO", "UIG"]
    json.dumps(linked.document(nodes))
