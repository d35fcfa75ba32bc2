"""What a file of a picture is, by its content: names and endings say nothing."""

from __future__ import annotations

import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
#: Markers of JPEG that begin the description of a frame; C4, C8 and CC are others.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def ending_of(data: bytes) -> str:
    """The ending for a PNG, JPEG or WebP picture that is one from its first byte to its last; empty for all else."""
    for ending, fits in ((".png", _is_png), (".jpg", _is_jpeg), (".webp", _is_webp)):
        if fits(data):
            return ending
    return ""


def _is_png(data: bytes) -> bool:
    """Chunks with sums that are right, from IHDR to IEND."""
    at, kinds = len(_PNG), []
    if not data.startswith(_PNG):
        return False
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        chunk, sum = data[at + 4 : at + 8 + size], data[at + 8 + size : at + 12 + size]
        if len(sum) < 4 or zlib.crc32(chunk) != int.from_bytes(sum):
            return False
        kinds.append(chunk[:4])
        at += 12 + size
    ends = kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"] and kinds.count(b"IEND") == 1
    return ends and b"IDAT" in kinds and at == len(data)


def _is_jpeg(data: bytes) -> bool:
    """Segments up to a scan, among them a frame; the end of the picture is the end of the file."""
    if not data.startswith(b"\xff\xd8\xff") or not data.endswith(b"\xff\xd9"):
        return False
    at, framed = 2, False
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker = data[at + 1]
        if marker == 0xDA:
            return framed
        framed = framed or marker in _FRAMES
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return False


def _is_webp(data: bytes) -> bool:
    """A RIFF container of the size it says, that begins with a picture."""
    size = int.from_bytes(data[4:8], "little") + 8
    return (
        data[:4] == b"RIFF"
        and data[8:12] == b"WEBP"
        and data[12:16] in (b"VP8 ", b"VP8L", b"VP8X")
        and (size == len(data))
    )
