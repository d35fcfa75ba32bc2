"""Makes workbooks to read: by XlsxWriter, and by hand what it cannot write."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter

from qingdan.sources import Grid, read_workbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def written(fill: Callable[[Any, Any], None], **options: object) -> bytes:
    """A workbook with one sheet 事项, which a function fills in; it is given the workbook and the sheet."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **options}) as book:
        fill(book, book.add_worksheet("事项"))
    return held.getvalue()


def changed(data: bytes, parts: Mapping[str, Callable[[str], str] | str | None]) -> bytes:
    """A workbook with other parts: a function is given what stood there, None leaves a part out."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(name for name in parts if name not in old.namelist())]:
            wanted = parts.get(name, lambda text: text)
            if wanted is not None:
                text = wanted if isinstance(wanted, str) else wanted(old.read(name).decode("utf-8"))
                new.writestr(name, text)
    return held.getvalue()


def by_hand(rows: str, styles: str = "", strings: str = "", before: str = "", after: str = "") -> bytes:
    """A workbook whose only sheet has just this XML."""
    sheet = f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    parts: dict[str, Callable[[str], str] | str | None] = {"xl/worksheets/sheet1.xml": sheet}
    if styles:
        parts["xl/styles.xml"] = f"<styleSheet {MAIN}>{styles}</styleSheet>"
    if strings:
        parts["xl/sharedStrings.xml"] = f"<sst {MAIN}>{strings}</sst>"
    return changed(written(lambda book, sheet: sheet.write(0, 0, "text")), parts)


def grid(data: bytes) -> Grid:
    """The first sheet."""
    return read_workbook("清单.xlsx", data).grids[0]


def open_document(body: str, styles: str = "", manifest: str = "") -> bytes:
    """An open document with one body and styles."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{each}="{names}{each}:1.0"' for each in ("office", "table", "text", "style"))
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return held.getvalue()


def compound(streams: Mapping[str, bytes], inside: Mapping[str, bytes] | None = None) -> bytes:
    """A compound file, as Office kept its files until 2007. Streams in ``inside`` lie a folder deeper."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    deeper = dict(inside or {})
    bodies = [body.ljust(4096, b"\0") for body in [*streams.values(), *deeper.values()]]
    names = [*streams, *(["folder"] if deeper else []), *deeper]
    count = (len(names) + 1 + 3) // 4
    starts, at = [], 1 + count
    for body in bodies:
        starts.append(at)
        at += (len(body) + 511) // 512
    sectors = [table] + [each + 1 for each in range(1, count)] + [end]
    for begin, body in zip(starts, bodies, strict=True):
        length = (len(body) + 511) // 512
        sectors += [*range(begin + 1, begin + length), end]
    assert len(sectors) <= 128
    sectors += [free] * (128 - len(sectors))

    def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBBIII", text, len(text), kind, 1, free, right, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    entries = [entry("Root Entry", 5, free, 1, end, 0)]
    places = iter(zip(starts, bodies, strict=True))
    top = len(streams) + bool(deeper)
    for number, name in enumerate(names, 1):
        right = free if number in (top, len(names)) else number + 1
        if deeper and name == "folder":
            entries.append(entry(name, 1, right, number + 1, 0, 0))
        else:
            begin, body = next(places)
            entries.append(entry(name, 2, right, free, begin, len(body)))
    directory = b"".join(entries).ljust(count * 512, b"\0")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *([free] * 108))
    return (
        header
        + struct.pack("<128I", *sectors)
        + directory
        + b"".join(body.ljust(-(-len(body) // 512) * 512, b"\0") for body in bodies)
    )


def old_workbook(*cells: bytes, state: int = 0, settings: bytes = b"") -> bytes:
    """A workbook of Excel 97 with one sheet 事项 that holds some records, and some for the whole workbook."""
    name = "事项".encode("utf-16-le")
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 6)) + settings
    length = len(start) + 4 + 8 + len(name) + 4
    sheet = record(0x0085, struct.pack("<IBBBB", length, state, 0, 2, 1) + name)
    body = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 6)) + b"".join(cells)
    return compound({"Workbook": start + sheet + record(0x000A, b"") + body + record(0x000A, b"")})


def record(kind: int, body: bytes) -> bytes:
    """A record of such a workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def old_formats(*codes: str) -> bytes:
    """Number formats, and for each of them a style with its place among them."""
    made = b""
    for number, code in enumerate(codes, 164):
        made += record(0x041E, struct.pack("<HHB", number, len(code), 1) + code.encode("utf-16-le"))
    return made + b"".join(record(0x00E0, struct.pack("<HH16x", 0, 164 + at)) for at in range(len(codes)))


def old_number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """A cell with a number; row and column from 0."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def old_text(row: int, column: int, text: str) -> bytes:
    """A cell with a text; row and column from 0."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))
