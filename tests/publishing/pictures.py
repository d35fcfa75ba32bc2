"""The smallest pictures of each kind, made byte by byte."""

from __future__ import annotations

import zlib


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    + b"\xff\xc0\0\x0b\x08\0\1\0\1\1\1\x11\0"
    + b"\xff\xda\0\x08\1\1\0\0\x3f\0\x7f\xff\xd9"
)
WEBP = (
    b"RIFF" + (4 + 8 + 12).to_bytes(4, "little") + b"WEBP" + b"VP8L" + (12).to_bytes(4, "little") + b"\x2f" + b"\0" * 11
)
GIF = b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\1D\0;"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#7a1f1f"/></svg>'
