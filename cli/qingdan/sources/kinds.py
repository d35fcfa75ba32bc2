"""What kind of file some bytes are: told by what stands in them. The ending of a name is often wrong."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import Literal

from qingdan.problems.of_tables import NotATable

#: What may hold tables; ``text`` may be a table whose columns are delimited.
FileKind = Literal["xlsx", "xls", "ods", "docx", "html", "text"]
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
#: How a page begins, also one that was saved with the name of a workbook.
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta")
#: Special numbers of sectors and entries in a compound file begin here.
_NONE = 0xFFFFFFFA


def kind_of(name: str, data: bytes) -> FileKind:
    """What kind of file this is.

    Args:
        name: Its name. The ending decides only between .doc and .wps, which are the same inside, and whether text
            without tags is a page.
        data: All of it.

    Raises:
        NotATable: It is of a kind that holds no table, or has to be saved as another one first.
    """
    if not data:
        raise NotATable(name, "empty")
    if data.startswith(b"PK\x03\x04"):
        return _zipped(name, data)
    if data.startswith(_COMPOUND):
        return _compound(name, data)
    if data.startswith(b"%PDF-"):
        raise NotATable(name, "pdf")
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise NotATable(name, "picture")
    return _text(name, data)


def _zipped(name: str, data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = {name.replace("\\", "/").lower().lstrip("/") for name in file.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise NotATable(name, "damaged", str(error)) from error
    if any(name.startswith("xl/") and name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if "ofd.xml" in names:
        raise NotATable(name, "ofd")
    # the kind of an open document is its first entry, not packed
    if b"application/vnd.oasis.opendocument.spreadsheet" in data[:200] and "content.xml" in names:
        return "ods"
    raise NotATable(name, "unknown")


def _compound(name: str, data: bytes) -> FileKind:
    try:
        names = {each.lower() for each in _streams(data)}
    except (struct.error, ValueError, IndexError) as error:
        raise NotATable(name, "damaged", str(error)) from error
    if "encryptedpackage" in names:
        raise NotATable(name, "password")
    if names & {"workbook", "book"}:
        return "xls"
    if "worddocument" in names:
        raise NotATable(name, "wps" if name.lower().endswith(".wps") else "word")
    raise NotATable(name, "unknown" if names else "damaged")


def _streams(data: bytes) -> Iterator[str]:
    """Names of the streams that stand at the top of a compound file: not those of what is embedded in it."""
    power, first = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 48)[0]
    if power not in (9, 12):
        raise ValueError(power)
    size = 1 << power
    allocation = [each for each in struct.unpack_from("<109I", data, 76) if each < _NONE]
    entries: list[tuple[str, int, int, int]] = []
    sector, seen = first, set()
    while sector < _NONE and sector not in seen:
        seen.add(sector)
        start = (sector + 1) * size
        for at in range(start, min(start + size, len(data) - 127), 128):
            length = struct.unpack_from("<H", data, at + 64)[0]
            text = data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            entries.append((text, *struct.unpack_from("<3I", data, at + 68)))
        table, slot = divmod(sector, size // 4)
        if table >= len(allocation):
            break  # the rest of the map of a large file is elsewhere; the streams at the top stand first
        sector = struct.unpack_from("<I", data, (allocation[table] + 1) * size + slot * 4)[0]
    waiting, done = [entries[0][3]], set()
    while waiting:
        at = waiting.pop()
        if at >= len(entries) or at in done:
            continue
        done.add(at)
        text, left, right, _ = entries[at]
        yield text
        waiting += [left, right]


def _text(name: str, data: bytes) -> FileKind:
    for mark in _MARKS:
        if data.startswith(mark):
            start = data[:4096].decode("utf-8" if mark == _MARKS[0] else "utf-16", "replace").lstrip("\ufeff")
            break
    else:
        if b"\x00" in data[:4096]:
            raise NotATable(name, "unknown")
        start = data[:4096].decode("latin-1")
    start = start.lstrip().lower()
    if start.startswith("<?xml") and "<html" in start:
        return "html"
    if start.encode("utf-8", "replace").startswith(_HTML) or name.lower().endswith((".html", ".htm", ".xhtml")):
        return "html"
    if start.startswith(("<?xml", "{\\rtf", "mime-version:")):
        raise NotATable(name, "unknown")
    return "text"
