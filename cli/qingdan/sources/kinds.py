"""What kind of file some bytes are: told by what stands in them. The ending of a name is often wrong."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from qingdan.problems.of_tables import NotATable
from qingdan.sources.compound import MAGIC, Compound
from qingdan.sources.packages import FAULTS

#: What may hold tables; ``text`` may be a table whose columns are delimited.
FileKind = Literal["xlsx", "xls", "ods", "docx", "html", "text"]
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
#: How a page begins, also one that was saved with the name of a workbook.
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta")


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
    if data.startswith(MAGIC):
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
            said = "mimetype" in names and file.getinfo("mimetype").file_size < 200 and file.read("mimetype")
    except (*FAULTS, LookupError, RuntimeError) as error:
        raise NotATable(name, "damaged", str(error)) from error
    if any(name.startswith("xl/") and name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if "ofd.xml" in names:
        raise NotATable(name, "ofd")
    if said and said.startswith(b"application/vnd.oasis.opendocument.spreadsheet") and "content.xml" in names:
        return "ods"
    raise NotATable(name, "unknown")


def _compound(name: str, data: bytes) -> FileKind:
    try:
        names = Compound(data).names
    except ValueError as error:
        raise NotATable(name, "damaged", str(error)) from error
    if "encryptedpackage" in names:
        raise NotATable(name, "password")
    if names & {"workbook", "book"}:
        return "xls"
    if "worddocument" in names:
        raise NotATable(name, "wps" if name.lower().endswith(".wps") else "word")
    raise NotATable(name, "unknown" if names else "damaged")


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
