"""Files that are zip packages, such as workbooks and documents: opened where they unpack to no more than a table."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from qingdan.problems.of_tables import NotATable

#: All parts of a package together, in bytes.
_MOST = 200_000_000
#: A part of more bytes than these that is over so many times its packed size is no table: blank rows pack to 1:100.
_LARGE, _RATIO = 10_000_000, 200
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
#: What the standard library raises for packages that are cut off or changed.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
_ENCRYPTED = 0x1


def opened(name: str, data: bytes) -> zipfile.ZipFile:
    """A package whose parts can be unpacked without harm.

    Args:
        name: Name of the file.
        data: What is in the file.

    Raises:
        NotATable: It has a password, is damaged, or would unpack to far more than a table.
    """
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise NotATable(name, "password")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        raise NotATable(name, "damaged", str(error)) from None
    parts = package.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise NotATable(name, "password")
    if sum(part.file_size for part in parts) > _MOST or any(
        part.file_size > max(_LARGE, part.compress_size * _RATIO) for part in parts
    ):
        raise NotATable(name, "bomb")
    return package


def part(name: str, package: zipfile.ZipFile, path: str) -> bytes | None:
    """One part of a package, unpacked; ``None`` where it has no such part.

    Args:
        name: Name of the file.
        package: What ``opened`` gave: no part unpacks to more bytes than the package says it has.
        path: The part's name in the package.

    Raises:
        NotATable: The part is damaged.
    """
    if path not in package.NameToInfo:
        return None
    try:
        return package.read(path)
    except (*FAULTS, RuntimeError) as error:
        raise NotATable(name, "damaged", f"{path}: {error}") from None
