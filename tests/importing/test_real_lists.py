"""Real guides through the importer, as rows of one sheet and as a form a page: what is taken is what people took."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qingdan.importing import imported
from qingdan.loading.opening import known_divisions, national
from qingdan.reading import read_document
from qingdan.sources import Book, Grid, GridCell

REPO = Path(__file__).parents[2]
FACTS = REPO.parent / "shared" / "facts" / "local"
EDITION = national()
#: Columns of the guides of 2018 that say the same as another one; a person decides which one counts.
MAPPING = dict.fromkeys(("联系电话", "办结时限", "办理材料", "办理时限", "申请条件和限制", "实施依据"), "-")
#: Elements in which the committed list was put together from several columns, or worded anew.
WORDED = {"conditions", "materials", "legal_basis", "places", "fee"}

pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="the collected guides are not here")


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FACTS / name).read_text("utf-8").splitlines() if line.strip()]


def flat(raw: dict[str, Any]) -> dict[str, str]:
    """A record as a person would lay it out in columns: papers in one cell, numbered."""
    papers = [row["Name"].partition("\n")[0] for row in raw["申请材料"] or () if row["Name"]]
    columns = {key: value for key, value in raw.items() if key not in ("TabContents", "seq", "employment_related")}
    columns |= {**raw["TabContents"], "申请材料": "\n".join(f"{n}.{each}" for n, each in enumerate(papers, 1))}
    return {key: str(value) for key, value in columns.items() if value}


def sheet(rows: list[list[str]], name: str) -> Grid:
    cells = {
        (row, column): GridCell(row, column, text, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    return Grid("指南.xlsx", name, cells)


def made(grids: list[Grid], code: str = "330000", mapping: dict[str, str] | None = None) -> Any:
    province = known_divisions().get(code)
    assert province is not None
    return imported(Book("指南.xlsx", "xlsx", tuple(grids)), province, EDITION, mapping=mapping)


def said(value: Any) -> Any:
    """A value without the printed text that stands beside what was read of it, and without full stops at ends."""
    if isinstance(value, dict):
        return {key: said(each) for key, each in value.items() if key != "text" or len(value) == 1}
    if isinstance(value, list):
        return [said(each) for each in value]
    return value.rstrip("。").replace("－", "-") if isinstance(value, str) else value


def test_the_guides_of_zhejiang_as_one_sheet_are_what_was_committed() -> None:
    guides = [flat(raw) for raw in records("zhejiang_hrss_guides_2018.jsonl")]
    heads = list(dict.fromkeys(key for guide in guides for key in guide))
    found = made(
        [sheet([heads, *([guide.get(key, "") for key in heads] for guide in guides)], "指南")], "330000", MAPPING
    )
    assert found.items == 46
    files = sorted((REPO / "provinces").glob("330000-*/items/*.yaml"))
    rows = [row for file in files for row in read_document(file.name, file.read_bytes()).value["items"]]
    committed = {row["name"]: row for row in rows if row["id"].startswith("ZJ-2018-")}
    other, equal, silent = Counter[str](), Counter[str](), Counter[str]()
    for record in found.records:
        for element, value in committed.get(record["name"], {}).items():
            if element in WORDED or element in ("id", "source", "notes", "implements", "origin"):
                continue
            if element not in record:
                silent[element] += 1
            elif said(record[element]) == said(value):
                equal[element] += 1
            else:
                other[element] += 1
    # the result is called 批文, which is its kind there; where it is delivered, the days stay as they are printed
    assert other == {"result": 3}
    assert equal == {
        "name": 14, "type": 14, "provider": 14, "audience": 11, "channels": 3, "contact": 14, "steps": 3,
        "statutory_limit": 3, "promised_limit": 3, "visits": 14, "complaint": 14,
    }  # fmt: skip
    assert silent == {"audience": 3}, "three guides say it in a column of their scope"


@pytest.mark.parametrize("name", ["zhejiang_hrss_guides_2018", "county_guides", "guides"])
def test_every_guide_as_a_form_is_read_and_accounted_for(name: str) -> None:
    """Labels are the names of the columns in Chinese; values that are lists stand a line an entry."""
    for raw in records(f"{name}.jsonl"):
        plain = flat(raw) if "TabContents" in raw else {NAMES[key]: lines(raw[key]) for key in NAMES if raw.get(key)}
        title = plain.get("事项标题") or plain.get("事项名称", "")
        grid = sheet([[label, text] for label, text in plain.items()], "1")
        found = made([grid], mapping=MAPPING)
        assert set(found.account.cells) == {("1", row, column) for row, column in grid.cells}
        assert [record["name"] for record in found.records] == [" ".join(title.split())] or len(plain) < 3
        for file, text in found.files.items():
            assert not [each for each in read_document(file, text.encode()).findings if each.severity.word == "error"]


NAMES = {
    "item_name_local": "事项名称", "service_object": "服务对象", "conditions": "受理条件", "materials": "申请材料",
    "time": "承诺办结时限", "fee": "收费", "basis": "设定依据", "org": "实施机构", "channels": "办理渠道",
    "phone": "咨询电话", "complaint": "监督投诉电话", "result": "办理结果", "steps": "办理流程", "hours": "办公时间",
    "scope": "通办范围", "delivery": "送达方式",
}  # fmt: skip


def lines(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(lines(each) for each in value)
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or "；".join(map(str, value.values())))
    return str(value)
