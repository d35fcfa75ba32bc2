"""Files of other standards, known by how they begin: whoever hands one in is told what it is, and not to add a line.

A row of ``SIGNS`` is enough to say what a file looks like; nothing of it is read, and nothing else follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qingdan.words.said import Phrases

_NAMES = Phrases("found.standard")
#: Code of a standard → its name in Chinese and in English.
STANDARDS = {code: (_NAMES.get(code, "zh"), _NAMES.get(code, "en")) for code in _NAMES}


@dataclass(frozen=True)
class Sign:
    """By what a file is known.

    Attributes:
        standard: A code of ``STANDARDS``.
        keys: Keys that are all there → a pattern that is found in the value; empty: any value.
        some: So many of the keys of ``of`` are there as well.
        of: Keys that hardly anybody else uses.
    """

    standard: str
    keys: Mapping[str, str] = field(default_factory=dict)
    some: int = 0
    of: frozenset[str] = frozenset()


_HSDS_SERVICE = frozenset((
    "organization_id", "service_at_locations", "eligibility_description", "assured_date", "assurer_email",
    "interpretation_services", "application_process", "fees_description", "alternate_name", "cost_options",
    "required_documents", "service_areas", "program_id", "minimum_age", "maximum_age", "accreditations",
    "service_attributes", "regular_schedules", "eligibilities", "schedules", "phones", "taxonomy_terms",
))  # fmt: skip
_HSDS_ORGANISATION = frozenset((
    "organization_identifiers", "tax_id", "tax_status", "year_incorporated", "legal_status", "uri",
    "parent_organization_id", "programs", "locations", "phones", "contacts", "services", "funding", "logo",
    "alternate_name",
))  # fmt: skip
_GOVERNMENT_ITEM = frozenset((
    "taskcode", "task_code", "taskname", "task_name", "catalogcode", "catalog_code", "localtaskcode", "local_task_code",
    "localcatalogcode", "local_catalog_code", "taskhandleitem", "task_handle_item", "taskversion", "task_version",
    "tasktype", "task_type", "rowguid", "implsubject", "impl_subject",
))  # fmt: skip
_STOPS = r"^\W*(agency_id|stop_id|route_id|trip_id|service_id|shape_id|feed_publisher_name|agency_name),"

#: The first row that fits decides. Keys of ``of`` and names of ``keys`` are compared in small letters.
SIGNS: tuple[Sign, ...] = (
    Sign("own", {"schema": r"^(report|diff|region|coverage|impact|upgrade|entry|guide|api)/\d"}),
    Sign("cpsv-ap", {"@context": r"purl\.org/vocab/cpsv|data\.europa\.eu/m8g|cpsv-ap|CPSV"}),
    Sign("cpsv-ap", {"@type": r"cpsv:|purl\.org/vocab/cpsv|data\.europa\.eu/m8g"}),
    Sign("cpsv-ap", {"@graph": r"cpsv:PublicService|purl\.org/vocab/cpsv|data\.europa\.eu/m8g"}),
    Sign("dcat", {"@context": r"w3\.org/ns/dcat"}),
    Sign("csvw", {"@context": r"w3\.org/ns/csvw"}),
    Sign("schema-org", {"@context": r"schema\.org"}),
    Sign("schema-org", {"@type": r"schema\.org|^schema:"}),
    Sign("geojson", {"type": r"^(FeatureCollection|Feature|GeometryCollection)$"}, 1,
         frozenset(("features", "geometry", "geometries"))),
    Sign("json-ld", {"@context": ""}),
    Sign("json-ld", {"@graph": ""}),
    Sign("json-ld", {"@id": "", "@type": ""}),
    Sign("openapi", {"openapi": r"^\d"}),
    Sign("openapi", {"swagger": r"^\d"}),
    Sign("asyncapi", {"asyncapi": r"^\d"}),
    Sign("json-schema", {"$schema": r"json-schema\.org"}),
    Sign("json-schema", {"$defs": "", "type": ""}),
    Sign("datapackage", {"$schema": r"datapackage|frictionlessdata"}),
    Sign("datapackage", {"profile": r"data-package|data-resource"}),
    Sign("ckan", {"resources": ""}, 2,
         frozenset(("num_resources", "num_tags", "owner_org", "metadata_created", "isopen"))),
    Sign("datapackage", {"resources": r"'(path|data|schema|format|profile)'"}),
    Sign("table-schema", {"fields": r"'type'"}),
    Sign("ocds", {"releases": "", "publisher": ""}),
    Sign("ocds", {"ocid": ""}),
    Sign("open311", {"service_code": "", "service_name": ""}),
    Sign("fhir", {"resourcetype": r"^[A-Z]"}),
    Sign("gtfs", {"header": r"gtfs"}),
    Sign("gbfs", {"last_updated": "", "ttl": "", "data": ""}),
    Sign("json-feed", {"version": r"jsonfeed\.org"}),
    Sign("data-inclusion", {"nom": ""}, 2,
         frozenset(("structure_id", "thematiques", "siret", "typologie", "date_maj"))),
    Sign("government-item", {}, 2, _GOVERNMENT_ITEM),
    Sign("workflow", {"jobs": r"'(runs-on|steps|uses)'"}),
    Sign("compose", {"services": r"'(image|build|ports|volumes)'"}),
    Sign("kubernetes", {"apiversion": "", "kind": "", "metadata": ""}),
    Sign("mkdocs", {"site_name": ""}),
    Sign("package", {"name": "", "version": ""}, 1, frozenset(("dependencies", "devdependencies", "scripts", "main"))),
    Sign("hsds", {"id": "", "name": ""}, 2, _HSDS_SERVICE),
    Sign("hsds", {"id": "", "name": ""}, 2, _HSDS_ORGANISATION),
)  # fmt: skip
#: Where records stand inside a page of an API or a dump; empty: the value itself.
_HOLDERS = ("", "contents", "services", "organizations", "results", "items", "data", "records", "rows", "list")
#: Files by which a folder is known → the standard.
FOLDERS: dict[str, str] = {
    "datapackage.json": "datapackage",
    "stops.txt": "gtfs",
    "routes.txt": "gtfs",
    "openapi.yaml": "openapi",
    "openapi.yml": "openapi",
    "openapi.json": "openapi",
    "swagger.json": "openapi",
    "mkdocs.yml": "mkdocs",
    "package.json": "package",
}
#: So much of a value is looked at.
_LOOKED_AT = 20_000


def standard_of(value: Any) -> str:
    """The standard that a file looks like.

    Args:
        value: What the file holds.

    Returns:
        A code of ``STANDARDS``; empty where it looks like none of them.
    """
    if isinstance(value, str):
        return "gtfs" if re.search(_STOPS, value[:_LOOKED_AT]) else ""
    for record in _records(value):
        keys = {str(key).lower(): each for key, each in record.items()}
        found = next((sign.standard for sign in SIGNS if _fits(sign, keys)), "")
        if found:
            return found
    return ""


def standard_of_folder(names: Iterable[str]) -> str:
    """The standard that a folder looks like by the names in it; empty where it looks like none."""
    return next((FOLDERS[name.lower()] for name in sorted(names) if name.lower() in FOLDERS), "")


def _records(value: Any) -> Iterator[Mapping[Any, Any]]:
    """What may show the signs: the whole, its first record, the first record of a list inside it."""
    for holder in _HOLDERS:
        held = value.get(holder) if holder and isinstance(value, Mapping) else value if not holder else None
        first = held[0] if isinstance(held, list) and held else held
        if isinstance(first, Mapping):
            yield first


def _fits(sign: Sign, keys: Mapping[str, Any]) -> bool:
    if any(key not in keys for key in sign.keys) or len(sign.of & keys.keys()) < sign.some:
        return False
    return all(not pattern or re.search(pattern, _text(keys[key])) for key, pattern in sign.keys.items())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)[:_LOOKED_AT]
