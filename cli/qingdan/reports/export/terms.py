"""The terms of the JSON-LD: those of CPSV-AP 3.2.0 under their official names, and those of our own vocabulary.

The names and meanings of the first table are those of the context that SEMIC publishes with CPSV-AP 3.2.0, so that a
file reads the same with the official context in place of this one; a test compares the two. Texts are written with
their language: the official context types them ``rdf:langString``, which has no meaning without one.
"""

from __future__ import annotations

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "m8g": "http://data.europa.eu/m8g/",
    "locn": "http://www.w3.org/ns/locn#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "adms": "http://www.w3.org/ns/adms#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "qd": "urn:qingdan:vocab#",
}
_CLASSES = {
    "Address": "locn:Address",
    "Agent": "foaf:Agent",
    "Channel": "m8g:Channel",
    "Concept": "skos:Concept",
    "ContactPoint": "m8g:ContactPoint",
    "Cost": "m8g:Cost",
    "Dataset": "dcat:Dataset",
    "Evidence": "m8g:Evidence",
    "EvidenceType": "m8g:EvidenceType",
    "LegalResource": "http://data.europa.eu/eli/ontology#LegalResource",
    "LinguisticSystem": "dct:LinguisticSystem",
    "Location": "dct:Location",
    "Output": "m8g:Output",
    "PublicOrganization": "m8g:PublicOrganisation",
    "PublicService": "cpsv:PublicService",
    "Requirement": "m8g:Requirement",
    "Rule": "cpsv:Rule",
    "TemporalEntity": "http://www.w3.org/2006/time#TemporalEntity",
}
#: Official name → (term, type, whether it stands alone).
_PROPERTIES: dict[str, tuple[str, str, bool]] = {
    "Address.fullAddress": ("locn:fullAddress", "rdf:langString", False),
    "Agent.identifier": ("dct:identifier", "", True),
    "Agent.name": ("dct:title", "rdf:langString", False),
    "Channel.description": ("dct:description", "rdf:langString", False),
    "Channel.identifier": ("dct:identifier", "", True),
    "Channel.openingHours": ("m8g:openingHours", "@id", False),
    "Channel.type": ("dct:type", "@id", True),
    "ContactPoint.hasTelephone": ("m8g:telephone", "", False),
    "ContactPoint.openingHours": ("m8g:openingHours", "@id", False),
    "Cost.currency": ("m8g:currency", "@id", True),
    "Cost.description": ("dct:description", "rdf:langString", False),
    "Cost.hasValue": ("m8g:hasValue", "xsd:double", True),
    "Cost.identifier": ("dct:identifier", "", True),
    "Dataset.description": ("dct:description", "rdf:langString", False),
    "Dataset.identifier": ("dct:identifier", "", False),
    "Dataset.publisher": ("dct:publisher", "@id", True),
    "Dataset.title": ("dct:title", "rdf:langString", False),
    "Evidence.description": ("dct:description", "rdf:langString", False),
    "Evidence.identifier": ("dct:identifier", "", True),
    "Evidence.isConformantTo": ("dct:conformsTo", "@id", False),
    "Evidence.name": ("dct:title", "rdf:langString", False),
    "EvidenceType.identifier": ("dct:identifier", "", True),
    "Output.identifier": ("dct:identifier", "", True),
    "Output.name": ("dct:title", "rdf:langString", False),
    "PublicOrganization.preferredLabel": ("skos:prefLabel", "rdf:langString", False),
    "PublicOrganization.spatial": ("dct:spatial", "@id", False),
    "PublicService.addressee": ("dct:audience", "@id", False),
    "PublicService.contactPoint": ("m8g:contactPoint", "@id", False),
    "PublicService.description": ("dct:description", "rdf:langString", False),
    "PublicService.hasChannel": ("m8g:hasChannel", "@id", False),
    "PublicService.hasCompetentAuthority": ("m8g:hasCompetentAuthority", "@id", False),
    "PublicService.hasCost": ("m8g:hasCost", "@id", False),
    "PublicService.hasInput": ("cpsv:hasInput", "@id", False),
    "PublicService.hasInputType": ("m8g:hasInputType", "@id", False),
    "PublicService.hasLegalResource": ("m8g:hasLegalResource", "@id", False),
    "PublicService.holdsRequirement": ("m8g:holdsRequirement", "@id", False),
    "PublicService.identifier": ("dct:identifier", "", True),
    "PublicService.isClassifiedBy": ("m8g:isClassifiedBy", "@id", False),
    "PublicService.isPartOf": ("dct:isPartOf", "@id", False),
    "PublicService.keyword": ("dcat:keyword", "rdf:langString", False),
    "PublicService.language": ("dct:language", "@id", False),
    "PublicService.name": ("dct:title", "rdf:langString", False),
    "PublicService.processingTime": ("m8g:processingTime", "xsd:duration", True),
    "PublicService.produces": ("cpsv:produces", "@id", False),
    "PublicService.spatial": ("dct:spatial", "@id", False),
    "PublicService.status": ("adms:status", "@id", True),
    "PublicService.thematicArea": ("m8g:thematicArea", "@id", False),
    "Requirement.identifier": ("dct:identifier", "", True),
    "Requirement.name": ("dct:title", "rdf:langString", False),
    "Rule.description": ("dct:description", "rdf:langString", False),
    "Rule.identifier": ("dct:identifier", "", True),
    "Rule.implements": ("cpsv:implements", "@id", False),
    "Rule.name": ("dct:title", "rdf:langString", False),
    "TemporalEntity.description": ("dct:description", "rdf:langString", False),
}
#: Name → type: what CPSV-AP cannot say. Each of them is declared in ``vocabulary.ttl``.
_OWN: dict[str, str] = {
    "Limit": "",
    "Statement": "",
    "Visits": "",
    "Implementation": "",
    "amount": "xsd:integer",
    "anyOf": "@id",
    "asOf": "",
    "case": "",
    "channel": "@id",
    "element": "",
    "evidence": "",
    "fetched": "",
    "implementation": "@id",
    "item": "@id",
    "kind": "",
    "knownInPart": "",
    "limit": "@id",
    "necessity": "",
    "notStated": "",
    "number": "",
    "relation": "",
    "requirement": "@id",
    "sample": "xsd:boolean",
    "seen": "",
    "sourceDate": "",
    "sourcePublisher": "",
    "sourceTitle": "",
    "sourceUrl": "",
    "specimen": "",
    "start": "@id",
    "step": "",
    "unit": "",
    "visits": "@id",
    "statement": "@id",
    "when": "",
}
#: Terms of common vocabularies that CPSV-AP leaves to others.
_COMMON: dict[str, tuple[str, str]] = {
    "title": ("dct:title", ""),
    "identifier": ("dct:identifier", ""),
    "prefLabel": ("skos:prefLabel", ""),
    "altLabel": ("skos:altLabel", ""),
    "notation": ("skos:notation", ""),
    "address": ("locn:address", "@id"),
}


def _typed(term: str, type: str, alone: bool = True) -> dict[str, str]:
    found = {"@id": term, **({"@type": type} if type else {})}
    return found if alone else {"@container": "@set", **found}


#: The context of every file.
CONTEXT: dict[str, object] = {
    **PREFIXES,
    **_CLASSES,
    **{name: _typed(*row) for name, row in _PROPERTIES.items()},
    **{name: _typed(*row) for name, row in _COMMON.items()},
    **{f"qd:{name}": _typed(f"qd:{name}", type) for name, type in _OWN.items() if type},
}
OWN = tuple(_OWN)
OFFICIAL = (*_CLASSES, *_PROPERTIES)
