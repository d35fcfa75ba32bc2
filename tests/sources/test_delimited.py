"""Tables in text files: every field comes back at its address, whatever the encoding and the delimiter."""

from __future__ import annotations

import csv
import io
import random
import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.problems.of_tables import NotATable
from qingdan.sources.delimited import read_delimited
from qingdan.sources.grid import Grid

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")


def grid(data: bytes | str, name: str = "清单.csv") -> Grid:
    book = read_delimited(name, data.encode() if isinstance(data, str) else data)
    assert (book.file, book.form) == (name, "csv")
    (only,) = book.grids
    return only


def texts(data: bytes | str, name: str = "清单.csv") -> list[list[str]]:
    read = grid(data, name)
    assert all((cell.row, cell.column) == place for place, cell in read.cells.items())
    return [[read.text(row, column) for column in range(1, read.width + 1)] for row in range(1, read.height + 1)]


def refused(data: bytes, name: str = "清单.csv") -> str:
    with pytest.raises(NotATable) as problem:
        read_delimited(name, data)
    assert problem.value.file == name
    return problem.value.why


HAN = st.characters(codec="gb18030", exclude_categories=("Cs", "Co", "Cn"))
FIELDS = st.text(st.one_of(st.sampled_from('业就"\r\n ,;|，0'), HAN), max_size=8)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 5))
    rows = draw(st.lists(st.lists(FIELDS, min_size=width, max_size=width), min_size=1, max_size=6))
    return [["事项名称"] * width, *rows]


@given(tables(), st.sampled_from(",\t;|"), st.sampled_from(ENCODINGS), st.sampled_from(["\r\n", "\n", "\r"]))
def test_what_is_written_comes_back_field_for_field(
    rows: list[list[str]], delimiter: str, encoding: str, ending: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=ending).writerows(rows)
    read = grid(file.getvalue().encode(encoding))
    wanted = {(r, c): field for r, row in enumerate(rows, 1) for c, field in enumerate(row, 1) if field}
    assert {place: cell.raw for place, cell in read.cells.items()} == wanted


@given(st.lists(st.lists(st.text("业就1. -\"'\n", max_size=5), min_size=3, max_size=3), min_size=1, max_size=9),
       st.sampled_from(",\t;|，"), st.sampled_from(ENCODINGS))  # fmt: skip
def test_it_comes_back_with_as_few_quotes_as_possible(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    rows = [["事项", "时限", "依据"]] * 2 + rows
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    wanted = {(r, c): field for r, row in enumerate(rows, 1) for c, field in enumerate(row, 1) if field}
    assert {place: cell.raw for place, cell in grid(file.getvalue().encode(encoding)).cells.items()} == wanted


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_none(data: bytes) -> None:
    try:
        assert grid(data).cells
    except NotATable as problem:
        assert problem.why in ("damaged", "empty")


def test_bytes_that_were_cut_or_changed_are_a_table_or_none() -> None:
    rows = "事项编码,事项名称\r\n" + "".join(f'{n:06},"失业登记\n（第{n}项）"\r\n' for n in range(40))
    chance = random.Random(12)
    for encoding in ENCODINGS:
        whole = rows.encode(encoding)
        for _ in range(200):
            data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
            for _ in range(chance.randrange(3)):
                if data:
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            try:
                assert grid(bytes(data)).cells
            except NotATable as problem:
                assert problem.why in ("damaged", "empty")


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-16-le", "utf-16-be", "gbk"])
def test_encodings(encoding: str) -> None:
    text = "事项编码,事项名称\n001,失业登记\n002,就业登记\n"
    assert texts(text.encode(encoding)) == [["事项编码", "事项名称"], ["001", "失业登记"], ["002", "就业登记"]]


@pytest.mark.parametrize("heading", ["联通", "名称", "事项", "时限,依据", "人社厅", "失业", "元", "展示,证"])
def test_short_headings_in_gb18030(heading: str) -> None:
    assert texts(heading.encode("gb18030")) == [heading.split(",")]


@pytest.mark.parametrize("text", ["5×8,·", "zhèng,lǜ", "α,Я", "café,1°"])
def test_letters_of_two_bytes_are_read_as_utf_8(text: str) -> None:
    assert texts(text) == [text.split(",")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_characters_with_a_zero_byte_do_not_hide_utf_16(encoding: str) -> None:
    assert texts("一,开业\r\n最,需\r\n".encode(encoding)) == [["一", "开业"], ["最", "需"]]


def test_damaged_utf_8_is_not_read_as_another_encoding() -> None:
    data = bytearray("事项名称,办理时限\n失业登记,即办\n".encode())
    data[4] = 0x41
    assert refused(bytes(data)) == "damaged"
    assert refused("事项名称,办理时限".encode()[:-1]) == "damaged"
    assert refused("事项名称".encode("gb18030")[:-1]) == "damaged"
    assert refused(b"\xff\xfe\x00") == "damaged"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n\r\n", b",,,\n,,,\n", b'"",""', b"sep=;\n;;"])
def test_a_file_without_a_value_is_empty(data: bytes) -> None:
    assert refused(data) == "empty"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("清单一览表\n编码,名称,时限\n1,甲,5\n", [["清单一览表", "", ""], ["编码", "名称", "时限"], ["1", "甲", "5"]]),
        ("编码\t名称\n1\t甲,乙\n2\t丙,丁\n", [["编码", "名称"], ["1", "甲,乙"], ["2", "丙,丁"]]),
        ("编码\t,名称\n1\t,甲\n", [["编码\t", "名称"], ["1\t", "甲"]]),
        ("编码;名称;费用\n1;甲;1,5\n", [["编码", "名称", "费用"], ["1", "甲", "1,5"]]),
        ("编码|名称\n1|甲\n", [["编码", "名称"], ["1", "甲"]]),
        ("编码，名称，时限\n1，甲，5\n2，乙，6\n", [["编码", "名称", "时限"], ["1", "甲", "5"], ["2", "乙", "6"]]),
        ("申请补贴，凭证明\n领取补贴，凭身份证\n", [["申请补贴，凭证明"], ["领取补贴，凭身份证"]]),
        ("甲，乙，丙\n甲，乙\n甲，乙，丙\n", [["甲，乙，丙"], ["甲，乙"], ["甲，乙，丙"]]),
        ("名称,材料\n甲,a;b\n乙,c;d;e\n", [["名称", "材料"], ["甲", "a;b"], ["乙", "c;d;e"]]),
        ("失业登记\n就业登记\n", [["失业登记"], ["就业登记"]]),
        ("sep=;\n甲,乙;丙\n", [["甲,乙", "丙"]]),
        ("Sep=|\r\n甲,乙|丙\n", [["甲,乙", "丙"]]),
    ],
)  # fmt: skip
def test_delimiters(text: str, wanted: list[list[str]]) -> None:
    assert texts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('甲,"a\nb",乙\n丙,,丁', [["甲", "a\nb", "乙"], ["丙", "", "丁"]]),
        ('甲,"a\r\nb\rc"', [["甲", "a\nb\nc"]]),
        ("甲,乙\n\n丙,丁\n", [["甲", "乙"], ["", ""], ["丙", "丁"]]),
        ("甲,乙\r丙,丁\r", [["甲", "乙"], ["丙", "丁"]]),
        ('甲,"说""是"""\n', [["甲", '说"是"']]),
        ('甲,"乙" ,"丙"\n', [["甲", "乙", "丙"]]),
        ('"双创"补贴,"一件事"和"双创"\n甲,乙', [['"双创"补贴', '"一件事"和"双创"'], ["甲", "乙"]]),
        ('"双创,乙\n甲,乙', [['"双创', "乙"], ["甲", "乙"]]),
        ('甲,5"管\n甲,"', [["甲", '5"管'], ["甲", '"']]),
        ('"双创,乙\n甲,"乙"丙\n', [['"双创', "乙"], ["甲", '"乙"丙']]),
        ("甲,a\0b\n乙,丙", [["甲", "a\0b"], ["乙", "丙"]]),
        ("甲,a\u2028b\x0bc\n", [["甲", "a\u2028b\x0bc"]]),
        ("甲,,,", [["甲"]]),
        ("甲,\n,乙", [["甲", ""], ["", "乙"]]),
    ],
)  # fmt: skip
def test_quotes_and_line_breaks(text: str, wanted: list[list[str]]) -> None:
    assert texts(text) == wanted


def test_a_row_is_the_number_of_the_record() -> None:
    read = grid('编码,说明\n\n1,"一\n二\n三"\n2,四\n')
    assert {cell.text: cell.row for cell in read.cells.values()}["四"] == 4
    assert (read.sheet, read.hidden, read.merges) == ("清单", False, ())
    assert read.unseen == {"struck", "hidden", "comments", "formats"}


@pytest.mark.parametrize(
    ("field", "doubts"),
    [
        ("1.23E+11", ("exponent",)), ("3.30102E+17", ("exponent",)), ("5e10", ("exponent",)), (" 1E+05 ", ("exponent",)),
        ("330102199001011000", ("long_number",)), ("330102199001011234", ()), ("1000000000000000", ("long_number",)),
        ("000000000000000000", ()), ("330102", ()), ("E10", ()), ("1E", ()), ("2025-06-01", ()), ("1.2.3E+4", ()),
        ("#N/A", ("error",)), ("#REF!", ("error",)), ("#DIV/0!", ("error",)), ("########", ("error",)), ("#1", ()),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_did_to_a_text_is_doubted(field: str, doubts: tuple[str, ...]) -> None:
    cell = grid(f"编码,名称\n{field},甲\n").cells[2, 1]
    assert (cell.raw, cell.kind, cell.doubts) == (field, "text", doubts)


@pytest.mark.parametrize("field", ['="001100"', '"=""001100"""'])
def test_digits_that_are_kept_text_are_shown_alone(field: str) -> None:
    cell = grid(f"编码,名称\n{field},甲\n").cells[2, 1]
    assert (cell.text, cell.raw) == ("001100", '="001100"')


def test_a_single_column_is_split_at_tabs_in_a_tsv() -> None:
    text = "甲\n乙\n丙\n丁\n戊,a\tb\n"
    assert texts(text)[-1] == ["戊", "a\tb"]
    assert texts(text, "清单.TSV")[-1] == ["戊,a", "b"]


def test_large_fields_and_many_quotes_are_read_in_time() -> None:
    begin = process_time()
    large = "业" * 1_000_000
    assert texts(f'甲,"{large}"\n乙,{large}\n') == [["甲", large], ["乙", large]]
    for piece in ('"', '""', '"a', '"a,', '"\n', '""a,', '"""', '"a""', '" '):
        cells = grid("甲,乙\n" + piece * 200_000).cells
        assert len("".join(cell.text for cell in cells.values())) > 2
    assert process_time() - begin < 20


def test_more_cells_than_a_table_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qingdan.sources.delimited._MOST_CELLS", 99)
    assert refused(b"1,2\n" * 50) == "large"
    assert len(grid(b"1,2\n" * 49).cells) == 98


def test_no_character_is_lost_where_quotes_are_wrong() -> None:
    chance = random.Random(7)
    for _ in range(2000):
        text = "甲,乙\n" + "".join(chance.choice('"",\na业') for _ in range(12))
        read = "".join(cell.text for cell in grid(text).cells.values())
        assert re.sub('[",\n]', "", read) == re.sub('[",\n]', "", text)
