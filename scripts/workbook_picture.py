"""Take a picture of a sheet of a workbook into docs/howto/workbook.png (needs LibreOffice)."""

from __future__ import annotations

import struct
import tempfile
import zlib
from pathlib import Path

import pypdfium2
from tests.libreoffice import converted

import qingdan

REPO = Path(__file__).resolve().parent.parent
PICTURE = REPO / "docs" / "howto" / "workbook.png"
#: What stands in the list of which the picture is taken, and the sheet that is shown.
LIST, SHEET, AS_OF = REPO / "provinces" / "330000-zhejiang", "依据", "2026-11-22"
SCALE = 1.3


def png(page: pypdfium2.PdfPage) -> bytes:
    """A page as a picture."""
    bitmap = page.render(scale=SCALE, rev_byteorder=True, prefer_bgrx=False)
    data, width = bytes(bitmap.buffer), bitmap.width * 3
    rows = b"".join(b"\0" + data[at * bitmap.stride : at * bitmap.stride + width] for at in range(bitmap.height))
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def main() -> None:
    found = qingdan.render(qingdan.export(LIST, as_of=AS_OF, findings=True), "xlsx")
    assert isinstance(found, bytes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        path.write_bytes(found)
        pages = pypdfium2.PdfDocument(converted(path, "pdf"))
        shown = next(page for page in pages if page.get_textpage().get_text_range().split()[1] == SHEET)
        PICTURE.write_bytes(png(shown))
    print(f"{PICTURE.relative_to(REPO)}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
