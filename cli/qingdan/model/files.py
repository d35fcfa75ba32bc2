"""Which kinds of file there are, and which model each one has. ``schema: items/1`` in a file names its row here."""

from __future__ import annotations

from typing import Any

from qingdan.model import catalogue, edition, own, ways

#: Major version of the file formats; the folder of the schemas.
MAJOR = "1"

MODELS: dict[str, Any] = {
    "catalogue": catalogue.CatalogueHead,
    "items": catalogue.ItemsFile,
    "locality": catalogue.LocalityFile,
    "waivers": catalogue.WaiversFile,
    "own-rules": own.OwnRulesFile,
    "profile": own.ProfileFile,
    "edition": edition.EditionHead,
    "national-items": edition.NationalItemsFile,
    "requirements": edition.RequirementsFile,
    "evidence": edition.EvidenceFile,
    "criteria": edition.CriteriaFile,
    "concepts": edition.ConceptsFile,
    "documents": edition.DocumentsFile,
    "groups": edition.GroupsFile,
    "crosswalk": edition.CrosswalkFile,
    "left-out": edition.LeftOutFile,
    "ambiguous": edition.AmbiguousFile,
    "gaps": edition.GapsFile,
    "ways": ways.WaysFile,
}
#: The list in a file whose entries stand or fall one by one: a broken entry is left out by name, the others go on.
ENTRIES = {
    "items": "items", "locality": "items", "waivers": "waivers", "own-rules": "rules", "national-items": "items",
    "requirements": "requirements", "evidence": "evidence", "criteria": "criteria", "concepts": "concepts",
    "documents": "documents", "groups": "groups", "crosswalk": "rows", "left-out": "rows", "ambiguous": "ambiguous",
    "gaps": "gaps",
}  # fmt: skip
