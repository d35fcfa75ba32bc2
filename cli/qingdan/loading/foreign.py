"""Files of other standards, known by how they begin: whoever hands one in is told what it is, and not to add a line.

A row of ``foreign.yaml`` is enough to say what a file looks like; nothing of it is read, and nothing else follows from
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from qingdan.reading import read_document

_STOPS = r"^\W*(agency_id|stop_id|route_id|trip_id|service_id|shape_id|feed_publisher_name|agency_name),"

#: Where records stand inside a page of an API or a dump; empty: the value itself.
_HOLDERS = ("", "contents", "services", "organizations", "results", "items", "data", "records", "rows", "list")
#: So much of a value is looked at.
_LOOKED_AT = 20_000


@cache
def _known() -> Any:
    """What ``foreign.yaml`` holds: ``signs`` in their order, ``folders``."""
    file = Path(__file__).with_name("foreign.yaml")
    return read_document(file.name, file.read_bytes()).value


def standard_of(value: object) -> str:
    """The standard that a file looks like.

    Args:
        value: What the file holds.

    Returns:
        A code of ``found.standard`` in the tables of words; empty where it looks like none of them.
    """
    if isinstance(value, str):
        return "gtfs" if re.search(_STOPS, value[:_LOOKED_AT]) else ""
    for record in _records(value):
        keys = {str(key).lower(): each for key, each in record.items()}
        found = next((str(sign["standard"]) for sign in _known()["signs"] if _fits(sign, keys)), "")
        if found:
            return found
    return ""


def standard_of_folder(names: Iterable[str]) -> str:
    """The standard that a folder looks like by the names in it; empty where it looks like none."""
    folders: Mapping[str, str] = _known()["folders"]
    return next((folders[name.lower()] for name in sorted(names) if name.lower() in folders), "")


def _records(value: object) -> Iterator[Mapping[object, object]]:
    """What may show the signs: the whole, its first record, the first record of a list inside it."""
    for holder in _HOLDERS:
        held = value.get(holder) if holder and isinstance(value, Mapping) else value if not holder else None
        first = held[0] if isinstance(held, list) and held else held
        if isinstance(first, Mapping):
            yield first


def _fits(sign: Mapping[str, Any], keys: Mapping[str, object]) -> bool:
    wanted = sign.get("keys", {})
    if any(key not in keys for key in wanted) or len(keys.keys() & sign.get("of", ())) < sign.get("some", 0):
        return False
    return all(not pattern or re.search(pattern, _text(keys[key])) for key, pattern in wanted.items())


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)[:_LOOKED_AT]
