"""Papers as printed → materials: what "或" joins is split only where the judgements say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guides.judging import Judge


def materials(
    judge: Judge, name: str, rest: Mapping[str, Any], any_of: Mapping[str, list[str]]
) -> list[dict[str, Any]]:
    """One printed line as one material, or as several where it names several papers that are all asked for.

    Args:
        judge: Judgements and registries.
        name: The paper's name as printed.
        rest: The other fields of the material.
        any_of: Splits that hold for this record only, before those that hold everywhere.
    """
    parts = judge.data["split"].get(name)
    if not parts:
        return [_material(judge, name, rest, any_of)]
    note = "；".join(filter(None, [rest.get("note"), f"原文合写为“{name}”"]))
    return [_material(judge, part, {**rest, "note": note}, any_of) for part in parts]


def _material(judge: Judge, name: str, rest: Mapping[str, Any], any_of: Mapping[str, list[str]]) -> dict[str, Any]:
    options = any_of.get(name) or judge.data["any_of"].get(name)
    if options:
        return {"name": name, "any_of": [_option(judge, option) for option in options], **rest}
    found = judge.paper(name)
    return {"id": found, "name": name, **rest} if found else {"name": name, **rest}


def _option(judge: Judge, text: str) -> dict[str, str]:
    found = judge.paper(text)
    return {"id": found, "text": text} if found else {"text": text}


def necessity(judge: Judge, printed: str | None) -> dict[str, str]:
    """What the column of necessity says; words that are no degree are the case in which the paper is needed."""
    if not printed:
        return {}
    degree = judge.data["necessity"].get(printed)
    if degree == "agency":
        return {"by": "agency"}
    return {"necessity": degree} if degree else {"necessity": "conditional", "when": printed}
