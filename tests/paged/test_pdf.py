"""The PDF, checked by where its characters stand: nothing lies over anything, nothing is missing, no font is guessed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
import typst
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import qingdan
from qingdan.paged import as_pdf
from qingdan.paged.fonts import chosen, fonts
from qingdan.paged.sheet import Column, Group, Sheet, Table, shown
from qingdan.problems import NoChineseFont, NotPrintable
from qingdan.reports.export.printed import sheet as printed
from tests.conftest import REPO
from tests.paged.pages import LEFT, WIDTH, Sign, edges, pages, plain
from tests.paged.sheets import DAY, HOSTILE, sheet, tables
from tests.reports.attacks import attacked, example

pytestmark = pytest.mark.skipif(
    len(chosen(typst.Fonts().families())) < len(fonts()),
    reason="no Chinese font is installed: make chromium brings one",
)

#: To make a failing sheet smaller takes minutes, and its pages can be looked at as well.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def looked_at(made: Sheet) -> list[list[Sign]]:
    """The pages of a sheet, after what must hold for every one: nothing over anything, and nothing off the page."""
    found = pages(as_pdf.written(made))
    for number, signs in enumerate(found, 1):
        assert all(each.left >= LEFT - 1 and each.right <= LEFT + WIDTH + 1 for each in signs)
        footer = "".join(each.text for each in signs if each.top < 18 * 72 / 25.4)
        assert footer == f"—{number}/{len(found)}—"
        _nothing_over_anything(signs)
    return found


def _nothing_over_anything(signs: list[Sign]) -> None:
    rows: dict[int, list[Sign]] = {}
    for each in signs:
        for band in range(int(each.bottom // 8), int(each.top // 8) + 1):
            for other in rows.setdefault(band, []):
                assert not each.lies_over(other), (each, other)
            rows[band].append(each)


def in_columns(found: list[list[Sign]], table: Table) -> list[str]:
    """Every character between the first heading and the end of the table, by the column that its whole box is in."""
    borders = edges(table)
    columns = [""] * len(table.columns)
    for signs in found:
        for each in signs:
            at = next(at for at, (left, right) in enumerate(pairwise(borders)) if left <= each.middle <= right)
            assert borders[at] - 0.1 <= each.left and each.right <= borders[at + 1] + 0.1, (each, table.columns[at])
            columns[at] += each.text
    return columns


@settings(max_examples=25, phases=NO_SHRINKING)
@given(tables())
def test_every_cell_stands_whole_in_its_column_and_in_no_other(table: Table) -> None:
    bare = replace(sheet(table), mark="", title="卷", below=())
    bare = replace(bare, parts=bare.parts[:1])
    found = looked_at(bare)
    body = [[each for each in signs if each.top > 18 * 72 / 25.4] for signs in found]
    body[0] = [each for each in body[0] if each.text != "卷"]
    told = in_columns(body, table)
    heads = len([signs for signs in body if signs])
    for at, column in enumerate(table.columns):
        cells = "".join(plain(line) for row in table.groups[0].rows for line in row[at])
        assert Counter(told[at]) == Counter(cells) + Counter(column.title * heads)
    numbers = "".join(row[0][0] for row in table.groups[0].rows)
    assert told[0].replace("序号", "") == numbers  # in order, and each at a height of its own: nothing lies over it


@settings(max_examples=15, phases=NO_SHRINKING)
@given(tables(grouped=True), st.lists(st.sampled_from(HOSTILE).map(shown), max_size=3))
def test_groups_begin_with_their_title_and_headings_come_on_every_page(table: Table, notes: list[str]) -> None:
    found = looked_at(sheet(table, tuple(notes)))
    texts = ["".join(each.text for each in signs) for signs in found]
    whole = "".join(texts)
    assert all(group.title in whole for group in table.groups)
    for text in texts[:-1]:
        assert "序号" in text and all(column.title in text for column in table.columns)
    assert whole.startswith("附件示例省就业公共服务事项清单出处：示例")


def test_a_row_taller_than_a_page_goes_on_on_the_next() -> None:
    table = Table(
        (Column("序号", 1), Column("内容", 1)), (Group("", ((("1",), tuple(f"第{n}行" for n in range(200))),)),)
    )
    found = looked_at(sheet(table))
    whole = "".join(each.text for signs in found for each in signs)
    assert len(found) > 2 and all(f"第{n}行" in whole for n in range(200))


@pytest.mark.parametrize("province", sorted(path.name for path in (REPO / "provinces").iterdir()))
def test_every_province_can_be_printed(province: str) -> None:
    made = printed(qingdan.export(REPO / "provinces" / province, as_of=DAY), "zh")
    found = looked_at(made)
    whole = Counter(each.text for signs in found for each in signs)
    table = made.parts[0].table
    assert table is not None
    cells = Counter(plain("".join(line for g in table.groups for row in g.rows for cell in row for line in cell)))
    assert not cells - whole
    assert "序号" in "".join(each.text for each in found[0])


def test_a_list_full_of_attacks_is_text() -> None:
    made = printed(attacked(example()), "zh")
    table = made.parts[0].table
    assert table is not None
    few = replace(table, groups=(replace(table.groups[0], title="", rows=table.groups[0].rows[:3]),))
    told = "".join(each.text for signs in looked_at(sheet(few)) for each in signs)
    assert "</script><script>alert(1)</script>" in told and "\\u202e" in told


def test_the_same_sheet_is_the_same_bytes_and_says_what_it_is() -> None:
    table = Table((Column("序号", 1),), (Group("", ((("1",),),)),))
    made = as_pdf.written(sheet(table))
    assert made == as_pdf.written(sheet(table))
    document = pypdfium2.PdfDocument(made)
    told: dict[str, Any] = document.get_metadata_dict()
    assert told["Title"] == "示例省就业公共服务事项清单" and told["CreationDate"].startswith("D:20261122")
    assert document.is_tagged()
    english = as_pdf.written(replace(sheet(table), lang="en"))
    for file, language in ((made, b"zh-CN"), (english, b"en")):
        assert b"<dc:language><rdf:Bag><rdf:li>" + language in file and b"pdfuaid" in file


@pytest.mark.parametrize(("text", "why"), [("བོད", "བ"), ("\U000323af", "\U000323af"), ("甲\ue123乙", "e123")])
def test_a_character_that_no_font_has_is_an_error_that_says_where(text: str, why: str) -> None:
    table = Table((Column("序号", 1),), (Group("", (((f"失业{text}",),),)),))
    with pytest.raises(NotPrintable) as raised:
        as_pdf.written(sheet(table))
    assert why in raised.value.detail
    assert "下一步" in raised.value.said("zh") and "Next" in raised.value.said("en")


def test_no_chinese_font_is_an_error_and_no_empty_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        def families(self) -> list[str]:
            return ["Libertinus Serif"]

    monkeypatch.setattr(typst, "Fonts", Bare)
    with pytest.raises(NoChineseFont) as raised:
        as_pdf.written(sheet(Table((Column("序号", 1),), ())))
    assert "fonts-noto-cjk" in raised.value.said("zh") and raised.value.said("en").isascii()
    assert raised.value.exit_code == 3


def test_the_fonts_of_official_documents_go_first() -> None:
    there = chosen(["noto serif cjk sc", "SimHei", "Noto Sans CJK SC", "FangSong"])
    assert there == {"title": "noto serif cjk sc", "head": "SimHei", "body": "FangSong"}
    assert chosen([]) == {}
