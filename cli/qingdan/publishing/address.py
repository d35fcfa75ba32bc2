"""The address at which a site will stand, as it goes into links, feeds and codes to scan."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from qingdan.problems import BadAddress

#: A longer one leaves no room in a code to scan.
LONGEST = 300
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST_HOST = 253
_PATH = re.compile(r"(?:/(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*)*")


def site_address(address: str) -> str:
    """An address with one slash at its end; an empty one stays empty.

    Raises:
        BadAddress: It is none, or holds a query, a name with a password, steps upward, or characters that addresses
            have no room for; one whose name or path is in another script is offered in the form that links have.
    """
    found = _plain(address)
    if found is None:
        raise BadAddress(address[:LONGEST], _plain(_in_ascii(address)) or "")
    return found


def _plain(address: str) -> str | None:
    """The address with one slash at its end; ``None`` where a site cannot stand there."""
    if not address:
        return ""
    if not address.isascii() or not address.isprintable() or any(mark in address for mark in " ?#"):
        return None  # parsers drop line breaks without a word
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    place = host if port is None else f"{host}:{port}"
    fits = parts.netloc.lower() == place and port != 0 and _is_host(host) and _is_path(parts.path)
    if parts.scheme not in ("http", "https") or not fits or len(address) > LONGEST:
        return None
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}/"


def _is_host(host: str) -> bool:
    labels = host.split(".")
    if labels[-1].isdigit():  # then it is read as four numbers, or as none
        try:
            return bool(IPv4Address(host))
        except AddressValueError:
            return False
    return len(host) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))


def _is_path(path: str) -> bool:
    """Whether a path leads downward only, also when what is written with percent signs is read."""
    if not _PATH.fullmatch(path):
        return False
    try:
        steps = [unquote(step, errors="strict") for step in path.split("/")]
    except UnicodeDecodeError:
        return False
    return all(step not in (".", "..") and step.isprintable() and not {"/", "\\"} & set(step) for step in steps)


def _in_ascii(address: str) -> str:
    """The address as links have it: the name in Punycode, the path with percent signs; empty for any other slip."""
    if address.isascii() or not address.isprintable() or " " in address:
        return ""
    import idna

    try:
        parts = urlsplit(address)
        host = idna.encode(parts.hostname or "", uts46=True).decode()
        place = host if parts.port is None else f"{host}:{parts.port}"
    except ValueError:  # that is what idna raises, too
        return ""
    if "@" in parts.netloc:
        return ""
    return urlunsplit((parts.scheme, place, quote(parts.path, safe="/%"), parts.query, parts.fragment))
