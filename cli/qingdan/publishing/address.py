"""The address at which a site will stand, as it goes into links, feeds and codes to scan."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

#: A longer one leaves no room in a code to scan.
LONGEST = 300
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_PATH = re.compile(r"(?:/[A-Za-z0-9._~%-]*)*")


class BadAddress(Exception):
    """Raised when a site cannot stand at an address: it must be http or https, a host, and a plain path.

    Attributes:
        address: As it was given.
    """

    def __init__(self, address: str) -> None:
        super().__init__(f"no address of a site: {address[:LONGEST]!r}; write it like https://example.org/")
        self.address = address[:LONGEST]


def site_address(address: str) -> str:
    """An address with one slash at its end; an empty one stays empty.

    Raises:
        BadAddress: It is none, or holds a query, a name with a password, or characters that addresses have no room for.
    """
    if not address:
        return ""
    if not address.isprintable() or " " in address:  # parsers drop line breaks without a word
        raise BadAddress(address)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise BadAddress(address) from None
    host = parts.hostname or ""
    place = host if port is None else f"{host}:{port}"
    plain = parts.netloc.lower() == place and _HOST.fullmatch(host) and _PATH.fullmatch(parts.path)
    if parts.scheme not in ("http", "https") or not plain or "?" in address or "#" in address or len(address) > LONGEST:
        raise BadAddress(address)
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}/"
