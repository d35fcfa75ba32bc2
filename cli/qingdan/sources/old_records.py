"""What calamine does not tell of old workbooks, from their records (MS-XLS): formats, errors, what is hidden."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from qingdan.sources.format_codes import BUILT_IN

_START, _END, _SHEET, _PASSWORD, _DATES, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x002F, 0x0022, 0x041E, 0x00E0
_ROW, _COLUMNS, _SIZE = 0x0208, 0x007D, 0x0200
_FORMULA, _NUMBER, _SHORT, _SHORTS, _TRUTH = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
#: All records that begin with a row and a column.
_CELLS = {_FORMULA, _NUMBER, _SHORT, _SHORTS, _TRUTH, 0x00FD, 0x0204, 0x00D6, 0x0201, 0x00BE}
_NEWEST = 0x0600
#: As many as a sheet of this form has.
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class HasPassword(Exception):
    """Raised when what stands in the records is encrypted."""


@dataclass
class OldSheet:
    """What the records of one sheet say.

    Attributes:
        numbers: Row and column, from 1 → the number there and the code of its format.
        errors: Row and column → what a formula ended in.
        hidden_rows: The rows that are hidden.
        hidden_columns: The columns that are.
    """

    numbers: dict[tuple[int, int], tuple[float, str]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass
class OldBook:
    """What the records of a workbook say.

    Attributes:
        sheets: Its sheets, in order, also those without cells.
        since_1904: Days are counted from 1904.
        formats: The codes of number formats are known: not in files older than 1997.
    """

    sheets: list[OldSheet]
    since_1904: bool
    formats: bool


def old_book(stream: bytes) -> OldBook:
    """Read the records of a workbook.

    Args:
        stream: The stream ``Workbook`` or ``Book``.

    Raises:
        HasPassword: It is encrypted.
        ValueError: It is damaged.
        struct.error: Likewise.
    """
    version = struct.unpack_from("<H", stream, 4)[0]
    codes, styles, starts = dict(BUILT_IN), list[int](), list[int]()
    since_1904 = False
    for kind, body in _records(stream, 0):
        if kind == _PASSWORD:
            raise HasPassword
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _DATES:
            since_1904 = body[:1] == b"\x01"
        elif kind == _FORMAT and version == _NEWEST:
            codes[struct.unpack_from("<H", body)[0]] = _text(body[2:])
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
    formats = [_plain(codes.get(style, "")) for style in styles] if version == _NEWEST else []
    return OldBook([_sheet(stream, start, formats) for start in starts], since_1904, version == _NEWEST)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from one that starts a part to the one that ends it; not those of parts inside, such as charts."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == _START) - (kind == _END)
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        if depth <= 0:
            return
        at += 4 + length


def _sheet(stream: bytes, start: int, formats: list[str]) -> OldSheet:
    sheet = OldSheet()
    for kind, body in _records(stream, start):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", body)
            if column >= _MOST_COLUMNS:
                raise ValueError(column)
            where = (row + 1, column + 1)
            code = formats[style] if style < len(formats) else ""
            if kind == _NUMBER:
                sheet.numbers[where] = (struct.unpack_from("<d", body, 6)[0], code)
            elif kind == _SHORT:
                sheet.numbers[where] = (_short(body, 6), code)
            elif kind == _SHORTS:
                for offset in range((len(body) - 6) // 6):
                    style = struct.unpack_from("<H", body, 4 + 6 * offset)[0]
                    code = formats[style] if style < len(formats) else ""
                    sheet.numbers[row + 1, column + 1 + offset] = (_short(body, 6 + 6 * offset), code)
            elif kind == _TRUTH and body[7]:
                sheet.errors[where] = _ERRORS.get(body[6], "#N/A")
            elif kind == _FORMULA and body[12:14] != b"\xff\xff":
                sheet.numbers[where] = (struct.unpack_from("<d", body, 6)[0], code)
            elif kind == _FORMULA and body[6] == 2:
                sheet.errors[where] = _ERRORS.get(body[8], "#N/A")
        elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            sheet.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            sheet.hidden_columns.update(range(first + 1, min(last, _MOST_COLUMNS) + 2))
        elif kind == _SIZE and len(body) >= 12:
            _, rows, _, columns = struct.unpack_from("<IIHH", body)
            if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
                raise ValueError(rows, columns)  # what reads the cells would make room for as many
    return sheet


def _short(body: bytes, at: int) -> float:
    """A number in four bytes: a whole one, or the upper half of a long one; maybe a hundred times too large."""
    bits = struct.unpack_from("<i", body, at)[0]
    number = float(bits >> 2) if bits & 2 else struct.unpack("<d", bytes(4) + struct.pack("<i", bits & ~3))[0]
    return number / 100 if bits & 1 else number


def _text(body: bytes) -> str:
    length, flags = struct.unpack_from("<HB", body)
    return (
        body[3 : 3 + 2 * length].decode("utf-16-le", "replace") if flags & 1 else body[3 : 3 + length].decode("latin-1")
    )


def _plain(code: str) -> str:
    return "" if code.lower() == "general" else code
