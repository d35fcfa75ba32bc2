"""The printed sheet as a Word document, to be changed and signed: A4 across, headings and page numbers on every page.

Fonts are named and not put in: Word takes the one named, or the one that the table of fonts names beside it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qingdan.paged.fonts import fonts
from qingdan.paged.sheet import Group, Lines, Part, Sheet, Table
from qingdan.paged.tallness import tall
from qingdan.problems import WordMissing
from qingdan.words.grammar import tag

if TYPE_CHECKING:
    from docx.document import Document

#: Of the page, in twentieths of a point: A4 across; margins left and right, above and below.
_LONG, _SHORT, _SIDE, _ABOVE = 16838, 11906, 850, 907
_WIDTH = _LONG - 2 * _SIDE
#: Of letters and digits.
_LATIN = "Times New Roman"
#: Style → its font, size in points, alignment, spaces before and after in points; whether the next stays with it.
_STYLES: dict[str, tuple[str, float, str, float, float, bool]] = {
    "Title": ("title", 20, "center", 6, 10, True),
    "Heading 1": ("head", 12, "left", 12, 6, True),
    "Normal": ("body", 10.5, "left", 0, 2, False),
    "Subtitle": ("body", 10.5, "center", 0, 3, True),
    "List Number": ("body", 10.5, "left", 0, 2, False),
    "Cell": ("body", 9, "left", 0, 1, False),
    "Cell Head": ("head", 9, "center", 2, 2, True),
    "Mark": ("head", 14, "left", 0, 0, True),
    "Footer": ("body", 10.5, "center", 0, 0, False),
}


def written(sheet: Sheet) -> bytes:
    """The sheet as a file: the same bytes for the same sheet.

    Args:
        sheet: What is printed.

    Raises:
        WordMissing: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise WordMissing from error
    document = docx.Document()
    _set_up(document, sheet)
    _body(document, sheet)
    file = io.BytesIO()
    document.save(file)
    return _dated(file.getvalue(), sheet.day)


def _body(document: Document, sheet: Sheet) -> None:
    if sheet.mark:
        document.add_paragraph(sheet.mark, "Mark")
    document.add_paragraph(sheet.title, "Title")
    for line in sheet.below:
        document.add_paragraph(line, "Subtitle")
    for part in sheet.parts:
        _part(document, part)


def _part(document: Document, part: Part) -> None:
    if part.title:
        document.add_paragraph(part.title, "Heading 1")
    for number, line in enumerate(part.lines, 1):
        document.add_paragraph(f"{number}. {line}" if part.numbered else line, "Normal")
    if part.table:
        document.element.body.insert(len(document.element.body) - 1, _table(part.table))
        document.add_paragraph("", "Cell")  # two tables with nothing between them become one


def _table(table: Table) -> Any:
    widths = [column.share * _WIDTH // table.whole for column in table.columns]
    made = _element(
        "w:tbl",
        _element(
            "w:tblPr",
            _element("w:tblW", type="dxa", w=sum(widths)),
            _element("w:jc", val="center"),
            _borders(),
            _element("w:tblLayout", type="fixed"),
            _margins(),
        ),
        _element("w:tblGrid", *(_element("w:gridCol", w=width) for width in widths)),
        _row([(column.title,) for column in table.columns], widths, "Cell Head", head=True),
    )
    for group in table.groups:
        made.extend(_rows(group, table, widths))
    return made


def _rows(group: Group, table: Table, widths: list[int]) -> Iterator[Any]:
    if group.title:
        yield _row([(group.title,)], [sum(widths)], "Cell Head", over=len(widths))
    for row in group.rows:
        yield _row(row, widths, "Cell", whole=not tall(row, table))


def _row(cells: Any, widths: list[int], style: str, *, head: bool = False, whole: bool = True, over: int = 1) -> Any:
    """A row; ``whole``: it is not cut at the end of a page; ``over``: each cell goes over so many columns."""
    shade = "EBEBEB" if head else "F8F8F8" if style == "Cell Head" else ""
    settings = [_element("w:cantSplit")] * whole + [_element("w:tblHeader")] * head
    made = _element("w:tr", _element("w:trPr", *settings)) if settings else _element("w:tr")
    made.extend(_cell(cell, width, style, shade, over) for cell, width in zip(cells, widths, strict=True))
    return made


def _cell(cell: Lines, width: int, style: str, shade: str, over: int) -> Any:
    settings = [_element("w:tcW", w=width, type="dxa")]
    if over > 1:
        settings.append(_element("w:gridSpan", val=over))
    if shade:
        settings += [_element("w:shd", val="clear", color="auto", fill=shade), _element("w:vAlign", val="center")]
    left = over > 1
    return _element("w:tc", _element("w:tcPr", *settings), *(_paragraph(line, style, left) for line in cell or ("",)))


def _paragraph(line: str, style: str, left: bool) -> Any:
    text = _element("w:t", space="preserve")
    text.text = line
    settings = [_element("w:pStyle", val=style.replace(" ", ""))]
    if left:
        settings.append(_element("w:jc", val="left"))
    return _element("w:p", _element("w:pPr", *settings), *([_element("w:r", text)] if line else []))


def _borders() -> Any:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return _element(
        "w:tblBorders", *(_element(f"w:{edge}", val="single", sz=4, space=0, color="auto") for edge in edges)
    )


def _margins() -> Any:
    return _element("w:tblCellMar", *(_element(f"w:{side}", w=70, type="dxa") for side in ("left", "right")))


def _element(name: str, *below: Any, **attributes: object) -> Any:
    """An element of a document, with its attributes and what stands in it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn("xml:space") if name == "w:t" else qn(f"w:{key}"), str(value))
    made.extend(below)
    return made


def _set_up(document: Document, sheet: Sheet) -> None:
    """Page, styles, fonts, page numbers and properties."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(_LONG), Twips(_SHORT)
    section.left_margin = section.right_margin = Twips(_SIDE)
    section.top_margin = section.bottom_margin = Twips(_ABOVE)
    section.footer_distance = Twips(454)
    for name in _STYLES:
        _style(document, name)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    for piece in ("— ", "PAGE", " / ", "NUMPAGES", " —"):
        if piece.isupper():
            footer._p.append(_element("w:fldSimple", _element("w:r", _run_text("1")), instr=piece))
        else:
            footer.add_run(piece)
    _properties(document, sheet)
    _settings(document)
    _name_fonts(document)


def _run_text(text: str) -> Any:
    made = _element("w:t", space="preserve")
    made.text = text
    return made


def _style(document: Document, name: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, size, align, before, after, keep = _STYLES[name]
    there = name in [style.name for style in document.styles]
    style: Any = document.styles[name] if there else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = None
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = (
        Pt(size),
        False,
        False,
        RGBColor(0, 0, 0),
    )
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER if align == "center" else WD_ALIGN_PARAGRAPH.LEFT
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing, style.paragraph_format.keep_with_next = 1.0, keep
    properties = style.element.get_or_add_rPr()
    for old in (
        *properties.findall(qn("w:rFonts")),
        *properties.findall(qn("w:spacing")),
        *properties.findall(qn("w:lang")),
    ):
        properties.remove(old)
    paragraph = style.element.get_or_add_pPr()
    for line in paragraph.findall(qn("w:pBdr")):
        paragraph.remove(line)  # the title of the template is underlined in blue
    family = fonts()[font][0]
    properties.insert(0, _element("w:rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=family, cs=_LATIN))
    # letters and digits said to be Chinese would be broken anywhere
    properties.append(_element("w:lang", val="en-US", eastAsia="zh-CN"))


def _properties(document: Document, sheet: Sheet) -> None:
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = sheet.title, "", "", ""
    core.language, core.revision = tag(sheet.lang), 1
    core.created = core.modified = datetime.fromisoformat(sheet.day)
    relations = document.part.package.rels
    for id in [id for id, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[id]  # a picture of somebody else's document


def _settings(document: Document) -> None:
    """The template is Japanese, and of an older Word, which would say so above every document."""
    from docx.oxml.ns import qn

    settings = document.settings.element
    for each in settings.iter(qn("w:themeFontLang"), qn("w:compatSetting")):
        if each.get(qn("w:eastAsia")):
            each.set(qn("w:eastAsia"), "zh-CN")
        elif each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")


def _name_fonts(document: Document) -> None:
    """What Word takes where it has not the font that a style names."""
    from docx.opc.part import Part as File
    from lxml import etree

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    root = etree.Element(f"{{{space}}}fonts", nsmap={"w": space})
    for families in fonts().values():
        font = etree.SubElement(root, f"{{{space}}}font", {f"{{{space}}}name": families[0]})
        etree.SubElement(font, f"{{{space}}}altName", {f"{{{space}}}val": ",".join(families[1:])})
        etree.SubElement(font, f"{{{space}}}charset", {f"{{{space}}}val": "86"})
    table = next(each.target_part for each in document.part.rels.values() if each.reltype.endswith("/fontTable"))
    assert isinstance(table, File)
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _dated(data: bytes, day: str) -> bytes:
    """The same package with every file of it dated so: else its bytes would change from second to second."""
    date = datetime.fromisoformat(day)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            each = zipfile.ZipInfo(name, (date.year, date.month, date.day, 0, 0, 0))
            each.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(each, old.read(name))
    return file.getvalue()
