"""Take the pictures of ``docs/howto`` of what people see in other programs (needs LibreOffice).

``workbook.png`` is a sheet of a workbook, ``account.png`` the account of an import, ``print.png`` a printed page.
"""

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from tests.libreoffice import converted

import qingdan

REPO = Path(__file__).resolve().parent.parent
PICTURES = REPO / "docs" / "howto"
AS_OF = "2026-11-22"
#: What stands in the list of which the workbook is shown, and its sheet; the list that is printed; the table that is
#: imported, and what it is called.
LIST, SHEET = REPO / "provinces" / "330000-zhejiang", "依据"
PRINTED = REPO / "provinces" / "990000-example"
TABLE, PROVINCE = REPO / "docs" / "tutorial" / "table.csv", "990000"
SCALE, LARGER = 1.3, 1.9
#: So many shades of each colour are kept: nobody sees the difference, and the files are a third smaller.
SHADES = 32
#: Around what stands on a page that is cut.
MARGIN = 12
_STEP = 256 // SHADES
_KEPT = bytes(each - each % _STEP + (each - each % _STEP) * (_STEP - 1) // (256 - _STEP) for each in range(256))
#: A picture: its rows of three bytes a point.
Rows = list[bytes]


def rows(page: pypdfium2.PdfPage, scale: float = SCALE) -> Rows:
    """A page as rows of points."""
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    data, width = bytes(bitmap.buffer).translate(_KEPT), bitmap.width * 3
    return [data[at * bitmap.stride : at * bitmap.stride + width] for at in range(bitmap.height)]


def cut(lines: Rows) -> Rows:
    """The rows on which something stands, with a margin above and below."""
    filled = [at for at, line in enumerate(lines) if line.strip(b"\xff")]
    return lines[max(0, filled[0] - MARGIN) : filled[-1] + MARGIN]


def png(lines: Rows) -> bytes:
    """A picture as a file."""
    head = struct.pack(">IIBBBBB", len(lines[0]) // 3, len(lines), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    parts = (b"IHDR", head), (b"IDAT", body), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def opened(found: object, name: str, folder: Path) -> pypdfium2.PdfDocument:
    """What is made of an answer as a workbook, as LibreOffice prints it."""
    made = qingdan.render(found, "xlsx")
    assert isinstance(made, bytes)
    path = folder / f"{name}.xlsx"
    path.write_bytes(made)
    return pypdfium2.PdfDocument(converted(path, "pdf"))


def pictures(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name of each picture and its bytes."""
    pages = opened(qingdan.export(LIST, as_of=AS_OF, findings=True), "list", folder)
    yield (
        "workbook",
        png(rows(next(page for page in pages if page.get_textpage().get_text_range().split()[1] == SHEET))),
    )
    account = opened(qingdan.import_table(TABLE, province=PROVINCE, as_of=AS_OF), "account", folder)
    yield "account", png([line for page in account for line in cut(rows(page, LARGER))])
    printed = qingdan.render(qingdan.export(PRINTED, as_of=AS_OF), "pdf")
    assert isinstance(printed, bytes)
    yield "print", png(rows(pypdfium2.PdfDocument(io.BytesIO(printed))[0]))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pictures(Path(folder)):
            (PICTURES / f"{name}.png").write_bytes(data)
            print(f"docs/howto/{name}.png: {len(data)} bytes")


if __name__ == "__main__":
    main()
