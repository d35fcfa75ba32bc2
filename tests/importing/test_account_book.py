"""The account of an import as a workbook: every cell with what became of it."""

from __future__ import annotations

from pathlib import Path

import qingdan
from qingdan.sources.opening import read_book


def test_every_cell_has_a_comment_and_what_is_to_look_at_stands_first(tmp_path: Path) -> None:
    table = tmp_path / "清单[1].csv"
    table.write_text("事项名称,承诺时限,上级备案号\n失业登记,3个工作日,=1+1\n,5个工作日,\n", "utf-8")
    found = qingdan.import_table(table, province="330000", as_of="2026-11-22")
    for lang in ("zh", "en"):
        data = qingdan.render(found, "xlsx", lang)
        assert isinstance(data, bytes)
        first, copy = read_book("去向.xlsx", data).grids
        assert {place: cell.text for place, cell in copy.cells.items()} == {
            place: cell.text for place, cell in found.grids[0].cells.items()
        }
        assert all(cell.comment for cell in copy.cells.values())
        assert "TBL010" in copy.cells[1, 3].comment and "TBL005" in copy.cells[3, 2].comment
        assert "items[P33-0001].promised_limit" in copy.cells[2, 2].comment
        assert {"TBL005", "TBL010"} <= {word for cell in first.cells.values() for word in cell.text.split()}


def test_a_cell_of_several_lines_has_them_in_the_copy() -> None:
    table = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "table.csv"
    found = qingdan.import_table(table, province="990000", as_of="2026-11-22")
    data = qingdan.render(found, "xlsx")
    assert isinstance(data, bytes)
    copy = read_book("去向.xlsx", data).grids[1]
    assert [cell.text for cell in copy.cells.values() if "\n" in cell.text] == ["1.有效身份证件\n2.失业登记表"]
