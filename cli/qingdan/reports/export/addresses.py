"""Ids and names as they stand in addresses, and so in names of files, on every system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_NOT_IN_URLS = re.compile(r"[^\w.-]+")
#: Windows keeps these for devices whatever ends them (``CON.html``); MkDocs takes a README for the index of its folder.
_KEPT = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|readme)(?=\.|$)", re.IGNORECASE)
#: File systems take names of 255 bytes; endings are added.
_LONGEST = 160


def slugged(text: str) -> str:
    """A text as it may stand in a URL: letters of any script, digits, dots and dashes.

    A long one, and one that some system keeps for itself, has the hash of the text in it: two texts never become one
    for that.
    """
    plain = _NOT_IN_URLS.sub("-", unicodedata.normalize("NFC", text)).strip("-.") or "-"
    kept = _KEPT.match(plain)
    if kept:
        plain = f"{kept[0]}-{_hash(text)}{plain[kept.end() :]}"
    return plain if len(_bytes(plain)) <= _LONGEST else f"{plain[: _LONGEST // 4]}-{_hash(plain)}"


def _hash(text: str) -> str:
    return hashlib.sha256(_bytes(text)).hexdigest()[:8]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
