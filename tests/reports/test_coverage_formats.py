"""Coverage and impact as they are read: aligned, escaped, walkable, and shaped by their schemas."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

import qingdan
from qingdan.loading import structure
from qingdan.printing.escape import spreadsheet_cell
from qingdan.printing.frame import width
from qingdan.reports.coverage import as_csv as coverage_csv
from qingdan.reports.coverage import as_html as coverage_html
from qingdan.reports.coverage import as_json as coverage_json
from qingdan.reports.coverage import as_text as coverage_text
from qingdan.reports.coverage.facts import Coverage
from qingdan.reports.coverage.words import SAID
from qingdan.reports.impact import as_text as impact_text
from qingdan.words.grammar import Lang

REPO = Path(__file__).parents[2]
AS_OF = "2026-11-22"
LIST = "open-catalogue-2019"


@cache
def nation() -> Coverage:
    return qingdan.coverage(REPO / "provinces", as_of=AS_OF)


@cache
def places() -> Coverage:
    return qingdan.coverage(REPO / "provinces" / "990000-example", as_of=AS_OF, localities="990000")


def table_after(text: str, head: str) -> list[str]:
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(head))
    return lines[start : lines.index("", start)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_columns_of_the_text_stand_under_their_heads(lang: Lang) -> None:
    text = coverage_text.render(nation(), lang)
    numbers = table_after(text, SAID("numbers", lang))[1:]
    assert len(numbers) == len(nation().columns) + 2
    ends = {tuple(width(line[: match.end()]) for match in re.finditer(r"\d+", line))[-9:] for line in numbers[1:]}
    assert len(ends) == 1, "numbers end in the same columns of the terminal"


def test_the_matrix_has_a_sign_a_province_and_fits_a_terminal() -> None:
    matrix = table_after(coverage_text.render(nation(), "zh"), "事项")
    rows = [line for line in matrix if line.startswith("JY-")]
    assert len(rows) == len(nation().items)
    starts = {width(line[: -(2 * len(nation().columns) - 1)]) for line in rows}
    assert len(starts) == 1 and max(map(width, matrix)) <= 100
    digits = [line.split() for line in matrix[1:3]]
    assert ["".join(pair) for pair in zip(*digits, strict=True)] == [each.area[:2] for each in nation().columns]
    hunan = [each.area for each in nation().columns].index("430000")
    (row,) = [line for line in rows if line.startswith("JY-0401")]
    assert row.split()[2:][hunan] == "+"


def test_the_rows_of_one_list_take_the_place_of_the_items() -> None:
    text = coverage_text.render(nation(), "zh", only="employment-promotion-law-35")
    assert "\nL35-6 其他公共就业服务 " in text and "\nJY-0401 " not in text
    assert "  全部 - 目录的这一条没有对应事项（兜底的一项，法律没有列出具体服务。）：L35-6\n" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("only", ["", LIST])
def test_the_json_has_its_schema(lang: Lang, only: str) -> None:
    for coverage in (nation(), places()):
        value = json.loads(json.dumps(coverage_json.value(coverage, lang, only)))
        assert list(structure.faults("coverage", value)) == []
        assert list(value["total"]["lists"]) in ([], [LIST]) or not only
    assert {**coverage_json.value(nation(), "zh"), "lang": "en"} == coverage_json.value(nation(), "en")


def test_the_csv_has_a_line_an_item_and_list() -> None:
    rows = list(csv.reader(io.StringIO(coverage_csv.render(nation(), "zh"))))
    assert len(rows) == 1 + len(nation().items) * len(nation().columns)
    assert len({len(row) for row in rows}) == 1
    heads = rows[0]
    by_place = {(row[0], row[3]): dict(zip(heads, row, strict=True)) for row in rows[1:]}
    jishou = by_place["JY-0401", "430000"]
    assert (jishou["状态"], jishou["原因"], jishou["不符"], jishou["更差"]) == ("部分", "只见于部分地方", "2", "2")
    listed = list(csv.reader(io.StringIO(coverage_csv.render(nation(), "en", LIST))))
    assert len(listed) == 1 + 25 * len(nation().columns) and listed[0][1] == "row"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "　=1", "＝1", "－1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert spreadsheet_cell(text).startswith("'")
    assert spreadsheet_cell("失业登记") == "失业登记"


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_can_be_walked_and_fetches_nothing(lang: Lang) -> None:
    page = Page(coverage_html.render(nation(), lang))
    names = [tag for tag, _ in page.tags]
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "a"} & set(names)
    assert names.count("table") == names.count("caption") == 3 + len(nation().lists)
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.tags if tag == "th")
    assert all("aria-label" in attrs and attrs.get("tabindex") == "0" for tag, attrs in page.tags if tag == "div")
    assert ("html", {"lang": "zh-CN" if lang == "zh" else "en"}) in page.tags
    assert not [attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]


def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "list"
    shutil.copytree(REPO / "provinces" / "430000-hunan", folder)
    head = folder / "catalogue.yaml"
    text = head.read_text("utf-8").replace(
        "name: 湖南省就业公共服务办事指南", 'name: "=cmd()<script>alert(1)</script>\\u202Ex"'
    )
    head.write_text(text, encoding="utf-8")
    return folder


def test_a_name_cannot_break_out(tmp_path: Path) -> None:
    found = qingdan.coverage(hostile(tmp_path), as_of=AS_OF)
    assert found.columns[0].name.startswith("=cmd()")
    assert "<script>" not in coverage_html.render(found, "zh")
    for shown in (
        coverage_html.render(found, "zh"),
        coverage_text.render(found, "zh"),
        coverage_csv.render(found, "zh"),
    ):
        assert "\u202e" not in shown
    names = {row[2] for row in csv.reader(io.StringIO(coverage_csv.render(found, "zh")))}
    assert names == {"清单", "'=cmd()<script>alert(1)</script>\\u202ex"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_impact_is_told(lang: Lang, tmp_path: Path) -> None:
    edition = tmp_path / "edition"
    shutil.copytree(REPO / "catalogue" / "2025", edition)
    items = edition / "items" / "04-registration.yaml"
    slower = items.read_text("utf-8").replace(
        "limits: [{amount: 3, unit: working_day,", "limits: [{amount: 5, unit: working_day,"
    )
    items.write_text(slower, encoding="utf-8")
    found = qingdan.impact(REPO / "provinces", edition=edition, as_of=AS_OF)
    value = json.loads(qingdan.render(found, "json", lang))
    assert list(structure.faults("impact", value)) == []
    gone, turned = found.total()["gone"], found.verdicts()["no", "yes"]
    assert value["total"]["counts"]["gone"] == gone > 0 and turned > 0
    assert {"before": "no", "after": "yes", "count": turned} in value["total"]["verdicts"]
    text = impact_text.render(found, lang)
    assert "433101.yaml:" in text and "JY-0401-R02" in text
    assert ("不符合全国要求 → 符合" if lang == "zh" else "not allowed → allowed") in text
