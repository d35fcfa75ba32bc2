"""What begins on a day to come, and what bears a year or a month only: neither is taken for a guide of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.publishing import publish
from qingdan.reports.coverage import as_html as coverage_html
from qingdan.reports.coverage import as_text as coverage_text
from qingdan.reports.coverage.facts import Column
from tests.publishing.built import AS_OF

Item = dict[str, Any]


def written(folder: Path, *items: Item, **head: Any) -> Path:
    (folder / "items").mkdir(parents=True)
    value = {
        "schema": "catalogue/1", "province": "330000", "name": "清单", "edition": "2025", "kind": "list",
        "completeness": "partial", "source": {"title": "测试", "evidence": "official", "seen": "whole", "date": "2026-01-01"},
        **head,
    }  # fmt: skip
    (folder / "catalogue.yaml").write_text(json.dumps(value), "utf-8")
    (folder / "items" / "a.yaml").write_text(json.dumps({"schema": "items/1", "items": items}), "utf-8")
    return folder


def item(id: str = "ZJ-1", day: str = "2026-06-01", **more: Any) -> Item:
    source = {"title": "测试", "evidence": "official", "seen": "whole", "date": day}
    return {"id": id, "name": "失业登记", "implements": [{"item": "JY-0401"}], "source": source, **more}


def column(folder: Path) -> Column:
    return qingdan.coverage(folder, as_of=AS_OF).columns[0]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"effective_on": "2027-01-01"}, ("partly", "not_yet", "2027-01-01")),
        ({"effective_on": "2026-12"}, ("partly", "not_yet", "2026-12")),
        ({"effective_on": "2027"}, ("partly", "not_yet", "2027")),
        ({"effective_on": "2026-11-22"}, ("covered", "", "")),
        ({"effective_on": "2026"}, ("covered", "", "")),
        ({"effective_on": "2027-01-01", "version": 2}, ("covered", "", "")),  # the version before it holds until then
        ({"effective_on": "2027-01-01", "state": "suspended"}, ("partly", "suspended", "2027-01-01")),
    ],
)  # fmt: skip
def test_what_is_not_yet_in_force_is_not_covered(tmp_path: Path, more: Item, expected: tuple[str, str, str]) -> None:
    standing = column(written(tmp_path / "l", item(**more))).cells["JY-0401"].standing
    assert (standing.status, standing.because) == expected[:2]
    assert standing.text == expected[2] or standing.because == "suspended"


def test_another_item_that_is_in_force_covers_it_all_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path / "l", item(effective_on="2027-01-01"), item("ZJ-2"))
    assert column(folder).cells["JY-0401"].standing.status == "covered"


def test_an_archive_is_looked_at_on_its_own_day(tmp_path: Path) -> None:
    archive = written(
        tmp_path / "l", item(day="2018-05-01", effective_on="2018-07-01"), kind="archive", as_of="2018-05-01"
    )
    assert column(archive).cells["JY-0401"].standing.because == "not_yet"
    later = written(
        tmp_path / "m", item(day="2018-08-01", effective_on="2018-07-01"), kind="archive", as_of="2018-08-01"
    )
    assert column(later).cells["JY-0401"].standing.status == "covered"


def page(folder: Path, tmp_path: Path, lang: Any = "zh") -> str:
    publish.publish(folder, to=tmp_path / "site", as_of=AS_OF, lang=lang)
    return (tmp_path / "site" / "guides" / "330000" / "ZJ-1.html").read_text("utf-8")


def test_the_page_says_from_when(tmp_path: Path) -> None:
    shown = page(written(tmp_path / "l", item(effective_on="2027-01-01")), tmp_path)
    assert "还没有实施" in shown and "从 2027-01-01 起实施" in shown and "noindex" in shown
    assert "还没有实施" in (tmp_path / "site" / "places" / "330000.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024", "日期只写到年（2024年），可能已经两年以上"), ("2024-01", "日期只写到月（2024-01），可能已经两年以上"),
        ("2024-11-21", "日期是 2024-11-21，已经两年以上"), ("2020", "日期是 2020年，已经两年以上"),
    ],
)  # fmt: skip
def test_a_vague_date_is_no_younger(tmp_path: Path, day: str, told: str) -> None:
    shown = page(written(tmp_path / "l", item(day=day)), tmp_path)
    if day == "2024-01":  # all of that month is more than two years ago
        told = "日期是 2024-01，已经两年以上"
    assert told in shown
    assert ("日期只写到" in shown) is (len(day) < 10)


def test_a_vague_date_of_today_says_how_vague_it_is(tmp_path: Path) -> None:
    shown = page(written(tmp_path / "l", item(day="2026")), tmp_path)
    assert "日期只写到年" in shown and "两年以上" not in shown


FULL = {
    "places": [{"id": "hukou-place"}, {"id": "usual-residence"}, {"id": "workplace"}, {"id": "insured-place"}],
    "promised_limit": [{"amount": 3, "unit": "working_day"}],
}


@pytest.mark.parametrize(("elements", "decided"), [(FULL, 2), ({"fee": {"charged": "no"}}, 1)])
def test_little_is_no_praise(tmp_path: Path, elements: Item, decided: int) -> None:
    folder = written(tmp_path / "l", item(**elements))
    coverage = qingdan.coverage(folder, as_of=AS_OF)
    pairs = coverage.columns[0].summary.counts.pairs
    assert pairs.decided == decided < pairs.regulated
    told = f"{pairs.regulated} 项要求里只判断了 {decided} 项"
    for shown in (coverage_text.render(coverage, "zh"), coverage_html.render(coverage, "zh")):
        assert told in shown
    assert f"only {decided} of {pairs.regulated} were decided" in coverage_text.render(coverage, "en")


def test_all_of_it_is_praise_and_one_that_is_not_met_is_none(tmp_path: Path) -> None:
    counts = column(written(tmp_path / "l", item(promised_limit=[{"amount": 9, "unit": "working_day"}]))).summary.counts
    assert counts.word == "not_met"
    counts.verdicts.clear()
    counts.verdicts["yes"] = 1
    assert counts.word == "part_met"
    counts.pairs.decided = counts.pairs.regulated
    assert counts.word == "met"
