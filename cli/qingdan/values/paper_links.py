"""Papers in linked data: what the applicant brings, of which kinds, and what the office fetches itself."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.model.parts import Material
from qingdan.values.linking import Linked, Linker, Node


def linked(materials: list[Material], linker: Linker) -> Iterator[str]:
    """What the applicant brings and the kinds of paper that are asked for; what the office fetches is named only."""
    asked: dict[str, None] = {}
    for material in materials:
        if material.get("by") == "agency":
            linker.also("qd:fetched", material["name"])
            continue
        told = "；".join(material[key] for key in ("form", "source", "note") if key in material)
        more: Node = {"Evidence.name": [linker.text(material["name"])]}
        if told:
            more["Evidence.description"] = [linker.text(told)]
        types = list(linker.papers(material.get("any_of", [material])))
        if types:
            more["qd:anyOf" if "any_of" in material else "Evidence.isConformantTo"] = types
        for key in ("necessity", "when", "case"):
            if key in material:
                more[f"qd:{key}"] = material[key]
        asked.update(dict.fromkeys(types))
        yield linker.put("material", material["name"], "Evidence", more)
    for each in asked:
        linker.also("PublicService.hasInputType", each)


LINKED = Linked(linked, frozenset(("name", "necessity", "when", "case", "by", "form", "source", "note")))
