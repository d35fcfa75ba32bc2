"""Which kinds of file there are, and which model each one has. ``schema: items/1`` in a file names its row here."""

from __future__ import annotations

from qingdan.model import catalogue, edition, own, ways

#: Major version of the file formats; the folder of the schemas.
MAJOR = "1"

MODELS: dict[str, type] = {
    "catalogue": catalogue.CatalogueHead,
    "items": catalogue.ItemsFile,
    "locality": catalogue.LocalityFile,
    "waivers": catalogue.WaiversFile,
    "own-rules": own.OwnRulesFile,
    "profile": own.ProfileFile,
    "mapping": own.MappingFile,
    "alignment": own.AlignmentFile,
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
    **{
        kind: kind for kind in "waivers requirements evidence criteria concepts documents groups ambiguous gaps".split()
    },
    **dict.fromkeys(("items", "locality", "national-items"), "items"),
    **dict.fromkeys(("crosswalk", "left-out"), "rows"),
    "own-rules": "rules",
    "alignment": "names",
}
