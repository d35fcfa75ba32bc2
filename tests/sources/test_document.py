"""Tables of documents: each cell with what is read once all changes are accepted, and what that took away."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.libreoffice import converted
from tests.sources.docx import cell, docx, packed, paragraph, part, relations, row, run, table

from qingdan.problems.of_tables import NotATable
from qingdan.sources.document import read_document_tables
from qingdan.sources.grid import Book, Grid, GridCell, Merge

pytest.importorskip("lxml")


def book(data: bytes) -> Book:
    read = read_document_tables("清单.docx", data)
    assert (read.file, read.form) == ("清单.docx", "docx")
    return read


def grid(*rows: str, **others: str) -> Grid:
    return book(docx(table(*rows), **others)).grids[0]


def texts(read: Grid) -> list[list[str]]:
    assert all((each.row, each.column) == place for place, each in read.cells.items())
    return [[read.text(row, column) for column in range(1, read.width + 1)] for row in range(1, read.height + 1)]


def only(*inside: str, **others: str) -> GridCell:
    (each,) = grid(row(cell(*inside)), **others).cells.values()
    return each


def refused(data: bytes) -> str:
    with pytest.raises(NotATable) as problem:
        read_document_tables("清单.docx", data)
    return problem.value.why


SPAN, DOWN, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_cells_stand_in_their_columns() -> None:
    read = grid(
        row("名称", cell("期限", properties=SPAN), "依据"),
        row(cell("甲", properties=DOWN), "5", "工作日", "〔2025〕1号"),
        row(cell("", properties=ON), "6", "天", ""),
        row("后", "末", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    assert texts(read) == [
        ["名称", "期限", "", "依据"], ["甲", "5", "工作日", "〔2025〕1号"], ["", "6", "天", ""], ["", "后", "末", ""],
    ]  # fmt: skip
    assert read.merges == (Merge(1, 2, 1, 3), Merge(2, 1, 3, 1))
    assert read.unseen == {"formats"}


def test_ranges_that_go_down() -> None:
    both = SPAN + DOWN
    read = grid(
        row(cell("甲", properties=both), "1"),
        row(cell("没有显示", properties=SPAN + ON), "2"),
        row(cell("乙", properties=both), "3"),
        row(cell("丙", properties=ON), "4", "5"),
        row(cell("丁", properties=ON), cell("戊", properties=ON)),
    )
    assert read.merges == (Merge(1, 1, 2, 2), Merge(3, 1, 3, 2), Merge(4, 1, 5, 1))
    covered = read.cells[2, 1]
    assert (covered.text, covered.covered_by, read.text(2, 1)) == ("没有显示", (1, 1), "")
    assert [read.text(4, 1), read.text(5, 1), read.text(5, 2)] == ["丙", "", "戊"]


def test_tables_inside_cells_are_grids_of_their_own() -> None:
    inner = table(row(cell("内", table(row("最内")), "")))
    read = book(docx(table(row(cell("外", inner, "后"), cell(inner, ""))) + paragraph("段") + table(row("二"))))
    assert [each.sheet for each in read.grids] == ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "正文"]
    assert [texts(each) for each in read.grids[:6:5]] == [[["外\n后"]], [["二"]]]
    assert [each.prose for each in read.grids] == [False] * 6 + [True] and texts(read.grids[-1]) == [["段"]]
    assert [each.cells[1, 1].text for each in read.grids[1:5]] == ["内", "最内"] * 2


SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ((paragraph("甲"), paragraph("乙")), "甲\n乙"),
        ((paragraph("甲", "<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>"),), "甲\n乙\t丙\n丁"),
        ((paragraph("<w:ins>" + run("甲") + "</w:ins>", "<w:moveTo>" + run("乙") + "</w:moveTo>"),), "甲乙"),
        ((paragraph('<w:smartTag w:element="date">' + run("2025年") + "<w:smartTag>" + run("6月") + "</w:smartTag></w:smartTag>"),), "2025年6月"),
        ((paragraph("<w:hyperlink>" + run("甲") + "</w:hyperlink>", "<w:customXml>" + run("乙") + "</w:customXml>"),), "甲乙"),
        ((paragraph("甲", SDT.format(run("乙"))), SDT.format(paragraph("丙"))), "甲乙\n丙"),
        ((paragraph("<w:r><w:ruby><w:rt>" + run("yè") + "</w:rt><w:rubyBase>" + run("业") + "</w:rubyBase></w:ruby></w:r>"),), "业"),
        ((paragraph(BOX.format(1, run("☒")), "是", BOX.format(0, run("☐")), "否"),), "☑是☐否"),
        ((paragraph("甲"), BOX.format("true", paragraph("☒")), paragraph("乙")), "甲\n☑\n乙"),
        ((paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t></w:r>'),), "☑是□否"),
        ((paragraph('<w:r><w:sym w:font="Wingdings 2" w:char="0052"/><w:sym w:font="Other" w:char="F041"/><w:sym w:char="x"/></w:r>'),), "☑\uf041"),
        ((paragraph(run("þ\uf06f业", '<w:rFonts w:ascii="Wingdings"/>'), run("þ")),), "☑□业þ"),
        ((paragraph("<w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>"),), "-12"),
        ((paragraph("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),), "1/2"),
        ((paragraph("甲", "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + paragraph("框") + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:f/>" + paragraph("框") + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"),), "甲\n框"),
        ((paragraph("<w:r><w:pict><v:formulas><v:f eqn='x'/></v:formulas></w:pict></w:r>", "甲  "),), "甲"),
        ((paragraph("&lt;5&gt; &amp; &#x4e1a;"),), "<5> & 业"),
        ((paragraph(), paragraph("甲"), paragraph()), "甲"),
    ],
)  # fmt: skip
def test_the_text_of_a_cell(inside: tuple[str, ...], wanted: str) -> None:
    assert (only(*inside).text, only(*inside).raw) == (wanted, wanted)


def mark(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{more}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (mark("begin") + code("DATE") + mark("separate") + run("6月1日") + mark("end") + run("后"), "6月1日后"),
        ('<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>", "3"),
        (
            mark("begin") + code("IF ") + mark("begin") + code("X") + mark("separate") + run("码") + mark("end")
            + mark("separate") + run("果") + mark("end"), "果",
        ),
        (
            mark("begin") + code("HYPERLINK") + mark("separate") + run("链") + mark("begin") + code("X") + mark("separate")
            + run("接") + mark("end") + mark("end"), "链接",
        ),
        (mark("begin") + code("DATE") + run("甲"), "甲"),
        (mark("end") + mark("separate") + run("甲"), "甲"),
        (mark("begin", '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>') + code("FORMCHECKBOX") + mark("end") + run("是"), "☑是"),
        (mark("begin", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>') + mark("end") + run("否"), "☐否"),
        (mark("begin", '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>') + mark("end"), "乙"),
    ],
)  # fmt: skip
def test_fields_show_their_results(inside: str, wanted: str) -> None:
    assert only(paragraph(inside)).text == wanted


def test_tracked_changes_are_accepted_and_told() -> None:
    gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    each = only(paragraph("甲", gone, "<w:ins>" + run("新") + "</w:ins>", "<w:moveFrom>" + run("移") + "</w:moveFrom>"))
    assert (each.text, each.raw, each.struck, each.struck_parts) == ("甲新", "甲新", False, ("旧", "移"))
    assert (only(paragraph(gone)).text, only(paragraph(gone)).struck_parts) == ("", ("旧",))
    runs_on = paragraph("甲", properties="<w:rPr><w:del/></w:rPr>")
    assert only(runs_on, paragraph("乙"), paragraph("丙")).text == "甲乙\n丙"


def test_rows_and_cells_that_were_taken_away_keep_their_place() -> None:
    read = grid(row("甲"), row("乙", properties="<w:del/>"), row(cell("丙", properties="<w:cellDel/>"), "丁"))
    assert texts(read) == [["甲", ""], ["", ""], ["", "丁"]]
    assert (read.cells[2, 1].struck_parts, read.cells[3, 1].struck_parts) == (("乙",), ("丙",))


@pytest.mark.parametrize(
    ("inside", "struck", "parts"),
    [
        (run("甲", "<w:strike/>"), True, ()),
        (run("甲", "<w:dstrike/>") + run(" ") + run("乙", '<w:strike w:val="1"/>'), True, ()),
        (run("甲", "<w:strike/>") + run("乙"), False, ("甲",)),
        (run("甲", "<w:strike/>") + run("乙", "<w:strike/><w:b/>") + run("丙") + run("丁", "<w:strike/>"), False, ("甲乙", "丁")),
        (run("甲", '<w:strike w:val="false"/>'), False, ()),
        (run("甲", '<w:strike w:val="0"/>'), False, ()),
    ],
)  # fmt: skip
def test_what_is_struck_through(inside: str, struck: bool, parts: tuple[str, ...]) -> None:
    assert (only(paragraph(inside)).struck, only(paragraph(inside)).struck_parts) == (struck, parts)


def test_styles_that_strike_are_said_to_be_unseen() -> None:
    styles = '<w:style w:styleId="废止"><w:rPr><w:strike/></w:rPr></w:style>'
    assert grid(row("甲"), styles=styles).unseen == {"formats", "struck"}


def test_hidden_text_and_rows_are_told() -> None:
    read = book(docx(table(row(cell(paragraph("甲", run("乙", "<w:vanish/>")))), row("丙", properties="<w:hidden/>"))))
    first, second = read.grids[0].cells.values()
    assert (first.text, first.raw, first.hidden) == ("甲", "甲乙", False)
    assert (second.text, second.hidden) == ("丙", True)
    assert read.notes == ("hidden_text",)


def test_comments_stand_at_the_first_cell_they_are_about() -> None:
    about = '<w:comment w:id="{}">' + paragraph("核实") + paragraph("期限") + "</w:comment>"
    begins, refers = '<w:commentRangeStart w:id="{}"/>', '<w:r><w:commentReference w:id="{}"/></w:r>'
    read = grid(
        row(cell(paragraph(begins.format(1), "甲")), cell(paragraph("乙", refers.format(1)))),
        row(cell(paragraph(refers.format(2))), cell(paragraph("丁", refers.format(9)))),
        comments=about.format(1) + about.format(2),
    )
    assert [(each.text, each.comment) for each in read.cells.values()] == [
        ("甲", "核实\n期限"), ("乙", ""), ("", "核实\n期限"), ("丁", ""),
    ]  # fmt: skip


def level(depth: int, format: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels: str, nums: str = '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="3">{"".join(levels)}</w:abstractNum>{nums}'


def entry(text: str, depth: int = 0, id: int = 5) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr>')


@pytest.mark.parametrize(
    ("format", "text", "wanted"),
    [
        ("decimal", "%1.", "1. 甲\n2. 乙"), ("decimalZero", "%1", "01 甲\n02 乙"), ("chineseCountingThousand", "（%1）", "（一） 甲\n（二） 乙"),
        ("japaneseCounting", "%1、", "一、 甲\n二、 乙"), ("upperLetter", "%1)", "A) 甲\nB) 乙"), ("lowerLetter", "%1.", "a. 甲\nb. 乙"),
        ("upperRoman", "%1.", "I. 甲\nII. 乙"), ("lowerRoman", "%1.", "i. 甲\nii. 乙"), ("decimalEnclosedCircle", "%1", "① 甲\n② 乙"),
        ("bullet", "·", "甲\n乙"), ("none", "", "甲\n乙"),
    ],
)  # fmt: skip
def test_numbers_of_lists_are_counted(format: str, text: str, wanted: str) -> None:
    assert only(entry("甲"), entry("乙"), numbering=numbering(level(0, format, text))).text == wanted


def test_levels_of_lists() -> None:
    levels = (level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    read = only(entry("甲"), entry("乙", 1), entry("丙", 1), entry("丁"), entry("戊", 1), numbering=numbering(*levels))
    assert read.text == "一、 甲\n1.1 乙\n1.2 丙\n二、 丁\n2.1 戊"
    kept = level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>')
    read = only(entry("甲"), entry("乙", 1), entry("丙"), entry("丁", 1), numbering=numbering(levels[0], kept))
    assert read.text == "一、 甲\n1乙\n二、 丙\n2丁"


def test_lists_go_on_from_cell_to_cell_and_from_before_the_table() -> None:
    one = numbering(level(0, "decimal", "%1"))
    rows = table(row(cell(entry("")), cell(entry("甲"))), row(cell(entry("")), "乙"))
    read = book(docx(entry("题") + rows, numbering=one)).grids[0]
    assert texts(read) == [["2", "3 甲"], ["4", "乙"]]


def test_a_list_that_begins_anew() -> None:
    anew = '<w:num w:numId="6"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    nums = (
        '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
        + anew
    )
    one = numbering(level(0, "decimal", "%1"), nums=nums)
    inside = (entry("甲"), entry("乙", id=7), entry("丙", id=6), entry("丁", id=6))
    assert only(*inside, numbering=one).text == "1 甲\n2 乙\n1 丙\n2 丁"


def test_numbers_of_styles() -> None:
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    one = numbering(level(0, "decimal", "%1"), level(1, "lowerLetter", "%2", '<w:pStyle w:val="b"/>'))
    styled = paragraph("甲", properties='<w:pStyle w:val="a"/>')
    off = paragraph("乙", properties='<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    none = paragraph("丙", properties='<w:pStyle w:val="c"/>')
    assert only(styled, off, none, styled, numbering=one, styles=styles).text == "a 甲\n乙\n丙\nb 甲"


def test_numbers_that_cannot_be_told_are_noted() -> None:
    for one in (numbering(level(0, "ganada", "%1")), numbering(level(1, "decimal", "%2")), ""):
        read = book(docx(table(row(cell(entry("甲")))), numbering=one))
        assert (read.grids[0].cells[1, 1].text, read.notes) == ("甲", ("list_numbers",))


def test_a_box_before_an_entry_is_kept() -> None:
    one = numbering(level(0, "bullet", "\uf0a8", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'))
    assert only(entry("甲"), numbering=one).text == "□ 甲"


def test_a_strict_document_with_its_main_part_elsewhere() -> None:
    main = part("document", f"<w:body>{table(row('甲'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    rels = relations(("officeDocument", "/a/b.xml")).replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")  # fmt: skip
    assert texts(book(packed({"_rels/.rels": rels, "a/b.xml": main})).grids[0]) == [["甲"]]


def test_macros_are_not_run_and_told() -> None:
    assert book(docx(table(row("甲")), vbaProject="")).notes == ("macros",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(paragraph(" ")), "empty"), (docx(table(row("", " "))), "empty"), (docx(""), "empty"),
        (packed({"xl/workbook.xml": "<a/>"}), "damaged"), (packed({"word/document.xml": b"\xff"}), "damaged"),
        (packed({"word/document.xml": "<a>"}), "damaged"), (packed({"word/document.xml": ""}), "damaged"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'}), "damaged"),
        (docx("<w:sdt>" * 3000 + table(row("甲")) + "</w:sdt>" * 3000), "damaged"),
        (docx(table(row(cell("甲", properties='<w:gridSpan w:val="99999"/>')))), "large"),
        (packed({"word/document.xml": bytes(11_000_000)}), "bomb"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, why: str) -> None:
    assert refused(data) == why


def test_entities_that_grow_are_refused() -> None:
    grows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9 if n else "业" * 9}">' for n in range(9))
    for inside in ("&e8;", '<a b="&e8;"/>'):
        assert refused(packed({"word/document.xml": f"<!DOCTYPE a [{grows}]><a>{inside}</a>"})) == "damaged"


def test_tables_inside_tables_are_refused_where_the_parser_gives_up() -> None:
    inside = "甲"
    for _ in range(40):
        inside = table(row(cell(inside)))
    assert book(docx(inside)).grids[-1].sheet == ".".join("1" * 40)
    for _ in range(200):
        inside = table(row(cell(inside)))
    assert refused(docx(inside)) == "damaged"


def everything() -> bytes:
    body = table(
        row("名称", cell("期限", properties=SPAN)),
        row(cell(entry("甲"), entry("乙"), properties=DOWN), "5", BOX.format(1, cell("☒"))),
        row(cell("", properties=ON), cell(paragraph(mark("begin") + mark("end")), table(row("内")))),
        row(cell(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:commentReference w:id="1"/></w:r>'))),
    )
    styles = '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    comments = '<w:comment w:id="1">' + paragraph("核实") + "</w:comment>"
    return docx(body, numbering=numbering(level(0, "decimal", "%1")), styles=styles, comments=comments)


def test_packages_that_were_cut_or_changed_are_read_or_refused() -> None:
    whole = everything()
    assert book(whole).grids
    chance = random.Random(12)
    for _ in range(1500):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(chance.randrange(1, 4)):
            if data:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            assert book(bytes(data)).grids
        except NotATable as problem:
            assert problem.why in ("damaged", "password", "bomb", "empty", "large")


def test_parts_that_were_changed_inside_are_read_or_refused() -> None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(everything())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chance = random.Random(12)
    for _ in range(1500):
        name = chance.choice(sorted(parts))
        data = bytearray(parts[name])
        if chance.random() < 0.5:
            place = chance.randrange(len(data))
            data[place] = chance.choice(b'<>/"0179w: ')
        else:  # a piece is missing
            begin = chance.randrange(len(data))
            del data[begin : begin + chance.randrange(30)]
        try:
            assert book(packed({**parts, name: bytes(data)})).grids
        except NotATable as problem:
            assert problem.why in ("damaged", "empty", "large")


def test_a_document_that_libreoffice_wrote(tmp_path: Path) -> None:
    page = "<table border=1><tr><td colspan=2>清单<tr><td rowspan=2>甲<td>5<tr><td><s>6</s></table>"
    (tmp_path / "清单.html").write_text(page, "utf-8")
    made = converted(tmp_path / "清单.html", "docx:Office Open XML Text", "--infilter=HTML (StarWriter)")
    read = book(made.read_bytes()).grids[0]
    assert texts(read) == [["清单", ""], ["甲", "5"], ["", "6"]]
    assert read.cells[3, 2].struck
