"""The fictional edition of the tutorial: made from 2025, clean, and fictional wherever it differs."""

from __future__ import annotations

from pathlib import Path

from scripts import tutorial_edition

import qingdan

EDITION = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "edition-2099"


def test_it_validates_clean() -> None:
    report = qingdan.validate(EDITION, as_of="2026-11-22")
    assert report.complete
    assert not report.findings


def test_it_says_everywhere_that_it_is_fictional() -> None:
    edition = qingdan.national(EDITION)
    assert (edition.head["kind"], edition.head["succeeds"]) == ("sample", "2025")
    assert all("虚构" in text.splitlines()[0] for text in tutorial_edition.made().values())
    national = qingdan.national()
    for id, row in edition.by_id.items():
        old = national.by_id.get(id) or national.by_id.get(
            id.replace("JY-0495", "JY-0402").replace("JY-0593", "JY-0502")
        )
        if old is None or old["value"] != row["value"]:
            assert "虚构" in row["explains"], id
            assert {basis["evidence"] for basis in row["basis"]} == {"sample"}, id


def test_it_holds_every_kind_of_change() -> None:
    new, old = qingdan.national(EDITION).items, qingdan.national().items
    assert "JY-0494" in new.keys() - old.keys()
    assert new["JY-0902"]["state"] == "cancelled"
    assert new["JY-0202"]["successor"] == "JY-0201"
    moved = [id for item in new.values() for id in item.get("moved", [])]
    assert sorted(moved) == ["JY-0402", "JY-0502", "JY-0502"]
