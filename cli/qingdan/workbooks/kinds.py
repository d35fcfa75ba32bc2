"""What the files of a list are, by where they stand in its folder."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Literal

FileKind = Literal["head", "items", "locality", "other"]
#: The first line of a file of each kind, which goes without saying.
SCHEMAS: dict[FileKind, str] = {"head": "catalogue/1", "items": "items/1", "locality": "locality/1"}

#: What the head of a list must say; where a workbook does not say it, it is filled in on the way back.
GRANTED = ("province", "name", "edition", "kind", "completeness", "source")


def kind_of(name: str, value: object) -> FileKind:
    """The kind of a file: what stands alone is known by what it says of itself.

    Args:
        name: Its path in the folder of the list.
        value: What was read of it.
    """
    if not isinstance(value, dict):
        return "other"
    if name == "catalogue.yaml":
        return "head"
    schema = value.get("schema")
    alone = "/" not in name
    if isinstance(value.get("items"), list):
        if fnmatchcase(name, "items/*") or (alone and schema == SCHEMAS["items"]):
            return "items"
        if fnmatchcase(name, "localities/*") or (alone and schema == SCHEMAS["locality"]):
            return "locality"
    return "other"


def implied(name: str) -> str:
    """The first line that goes without saying for a file that stands so in a list; empty where none does.

    >>> implied("items/01.yaml"), implied("waivers.yaml")
    ('items/1', '')
    """
    if name == "catalogue.yaml":
        return SCHEMAS["head"]
    folder = name.partition("/")[0] if "/" in name else ""
    return {"items": SCHEMAS["items"], "localities": SCHEMAS["locality"]}.get(folder, "")
