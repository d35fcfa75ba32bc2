"""Whatever stands in whatever column: every cell is accounted for, and the list holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import qingdan
from qingdan.importing.columns import headings
from qingdan.reading import MemoryTree
from tests.importing.grids import grid
from tests.importing.test_layouts import made

HEADINGS = sorted(headings())
TEXTS = [
    "", "失业登记", "3个工作日", "即办", "0571-12345678", "某路1号", "是", "否", "无", "1.身份证；2.户口簿", "http://a.cn/x", "全程网办",
    "省、市", "■窗口 □网上", "1万至五万元", "2025年3月", "人社部发〔2010〕29号", "《就业促进法》第三条", "窗口→网上", "公共服务", "20", "一式两份",
    "\x01x", "x\u2028y", "{a: 1}", "[1]", '{"a": 1}', "【】", "“”", "𠮷", "字" * 300, "字" * 2500, "1次", "100%", "12个月", "半年一次",
    "即办件", "其他", "全省通办", "免费", "收费10元", "2.5", "0", "-1", "１２", "①甲②乙", "null", "=1+1", "::x甲", "- ", "#", "'", '"',
]  # fmt: skip


@settings(max_examples=150)
@given(st.data())
def test_the_list_holds_and_every_cell_is_accounted_for(data: st.DataObject) -> None:
    heads = ["事项名称", *data.draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=10))]
    rows = data.draw(st.lists(st.lists(st.sampled_from(TEXTS), min_size=len(heads), max_size=len(heads)), max_size=3))
    sheet = grid([heads, ["档案查询", *[""] * (len(heads) - 1)], *rows])
    found = made(sheet)
    assert set(found.account.cells) == {("Sheet1", row, column) for row, column in sheet.cells}
    if found.files:
        files = {name: text.encode() for name, text in found.files.items()}
        section = qingdan.check(MemoryTree(files), as_of="2026-11-22").section
        assert not [each for each in section.findings if each.id.startswith(("RED", "STR"))]
