"""Guides as JSON Lines and as a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.loading import schemas
from qingdan.model.declarations import elements
from qingdan.printing.escape import harmless
from qingdan.reports.export import as_csv as entry_csv
from qingdan.reports.export import as_json as entry_json
from qingdan.reports.export.facts import Export
from tests.reports.attacks import AS_OF, STEERING, attacked, example

REPO = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def real() -> Export:
    return qingdan.export(REPO / "provinces", as_of=AS_OF)


def lines(export: Export) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(entry_json.lines(export)).splitlines()]


def rows(export: Export, lang: Any = "zh") -> list[dict[str, str]]:
    text = "".join(entry_csv.lines(export, lang))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_guide_is_a_line_as_its_schema_says(real: Export) -> None:
    found = lines(real)
    assert len(found) == len(real.entries) > 0
    faults = [fault for each in found for fault in schemas.faults("api", {"guide": each})]
    assert faults == []
    assert len({each["id"] for each in found}) == len(found), "an id stands for one guide"
    for line, entry in zip(found, real.entries, strict=True):
        assert line["record"] == entry.record
        assert line["source"]["title"] and line["evidence"] == line["source"]["evidence"]


def test_a_line_that_is_not_so_is_seen(real: Export) -> None:
    line = lines(real)[0]
    assert list(schemas.faults("api", {"guide": {**line, "sample": "no"}}))
    assert list(schemas.faults("api", {"guide": {key: each for key, each in line.items() if key != "specimen"}}))


def test_fiction_is_marked_in_every_line(real: Export) -> None:
    told = {line["list"]["code"]: line["sample"] for line in lines(real)}
    assert told.pop("990000") is True and set(told.values()) == {False}
    marked = {row["清单"]: row["是否虚构"] for row in rows(real)}
    assert [name for name, mark in marked.items() if mark == "是"] == ["示例省（虚构）就业公共服务事项清单"]


def test_a_place_of_its_own_kind_and_day_is_judged_by_them(real: Export) -> None:
    """An archive of 2018 holds guides that were collected later, place by place."""
    zhejiang = [entry for entry in real.entries if entry.catalogue.province == "330000"]
    assert {entry.specimen for entry in zhejiang if entry.subject.level == "province"} == {"archive"}
    assert "archive" not in {entry.specimen for entry in zhejiang if entry.subject.level != "province"}


def test_the_spreadsheet_has_a_line_a_guide_and_a_column_an_element(real: Export) -> None:
    found = rows(real)
    assert len(found) == len(real.entries)
    titles = [words.title for words in elements().values()]
    assert list(found[0])[-len(titles) :] == titles
    for row, entry in zip(found, real.entries, strict=True):
        for name, words in elements().items():
            assert bool(row[words.title]) is (name in entry.record), (entry.id, name)
    english = rows(real, "en")
    assert list(english[0])[-len(titles) :] == list(elements())


def test_a_limit_keeps_its_channel_and_a_paper_who_brings_it() -> None:
    row = next(each for each in rows(example()) if each["指南编号"] == "990000/P99-0401")
    assert row["承诺办结时限"] == "窗口：当场办结；网上：1个工作日"
    told = [each["申请材料"] for each in rows(example())]
    assert any("经办机构自行获取" in each for each in told)


def test_no_cell_is_a_formula_and_none_steers() -> None:
    found = rows(attacked(example()))
    cells = [cell for row in found for cell in row.values()]
    assert len(found) == len(example().entries)
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
    assert not any(mark in cell for cell in cells for mark in (*STEERING, "\n", "\r"))


@given(
    st.dictionaries(
        st.text(), st.lists(st.text() | st.sampled_from(["\b", "\u202e", "\\u202e", "\ud800", "\x7f", "a\nb"]))
    )
)
def test_a_dump_is_that_of_the_harmless_value(value: dict[str, list[str]]) -> None:
    assert entry_json.dumped(value) == json.dumps(harmless(value), ensure_ascii=False)
    assert json.loads(entry_json.dumped(value)) == harmless(value)


def test_json_lines_hold_no_character_that_steers() -> None:
    text = "".join(entry_json.lines(attacked(example())))
    text.encode("utf-8")
    assert not any(mark in text for mark in STEERING)
    found = [json.loads(line) for line in text.splitlines()]
    assert len(found) == len(example().entries)
    assert "\\u202e" in found[0]["name"] and "\ud83d" not in found[0]["name"]


def test_the_chinese_spreadsheet_names_no_field_in_code(real: Export) -> None:
    heads = {name: words.title for name, words in elements().items()}
    for row in rows(real):
        told = [row[title] for name, title in heads.items() if name not in ("name", "exchange")]
        assert not [text for text in told if re.search(r"(?:^|；|：)[a-z_]{3,}：|working_day", text)]
