"""The members of a list value, each under its identity: a registry id, or its plain text. Order is no part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.model.base import Kind
from qingdan.model.kinds import asks, criteria
from qingdan.model.kinds.context import Context
from qingdan.model.registry import plain

#: Kinds of value that are sets of members.
SETS: frozenset[Kind] = frozenset({"asks", "criteria", "concepts", "documents"})


def members(kind: Kind, value: list[Any], context: Context) -> dict[str, Any]:
    """Identity → member. Two members of one identity are told apart by their case, then by their number."""
    found: dict[str, Any] = {}
    for entry in value:
        name = _identity(kind, entry, context)
        if name in found and "case" in entry:
            name = f"{name}|{plain(entry['case'])}"
        number = 2
        unique = name
        while unique in found:
            unique, number = f"{name}#{number}", number + 1
        found[unique] = entry
    return found


def _identity(kind: Kind, entry: Mapping[str, Any], context: Context) -> str:
    registries = context.registries
    if kind == "asks":
        return asks.identity(entry, context)  # type: ignore[arg-type]
    if kind == "criteria":
        return criteria.name(entry, context)  # type: ignore[arg-type]
    if kind == "documents":
        known = registries.documents.resolve(entry.get("document"), entry.get("number"), entry.get("title"))
        return known or plain(entry.get("number") or entry.get("title") or entry.get("document") or "")
    text = str(entry.get("text") or entry.get("name") or "")
    id = str(entry.get("id") or entry.get("kind") or "")
    resolved = registries.vocabulary(context.element).resolve(id or None, text)
    # a channel is one website among several: its concept alone does not tell it from the others
    return plain(text) if "kind" in entry and text else resolved or plain(text) or id
