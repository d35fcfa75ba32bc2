"""Files of other standards, known by how they begin: whoever hands one in is told what it is, and not to add a line.

A row of ``SIGNS`` is enough to say what a file looks like; nothing of it is read, and nothing else follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

#: Code of a standard → its name in Chinese and in English.
STANDARDS: dict[str, tuple[str, str]] = {
    "own": ("qingdan 自己写出来的报告或导出的数据", "a report or an export of qingdan itself"),
    "cpsv-ap": ("CPSV-AP（欧盟公共服务目录）的关联数据", "CPSV-AP, linked data on public services"),
    "hsds": ("HSDS（Open Referral 公共服务数据规范）", "HSDS (Open Referral)"),
    "schema-org": ("schema.org 的关联数据", "schema.org, linked data"),
    "dcat": ("DCAT（数据目录）的关联数据", "DCAT, linked data on datasets"),
    "csvw": ("CSVW（表格的说明）", "CSVW, metadata of tables"),
    "json-ld": ("JSON-LD 关联数据", "JSON-LD, linked data"),
    "openapi": ("OpenAPI（接口说明）", "OpenAPI, the description of an API"),
    "asyncapi": ("AsyncAPI（接口说明）", "AsyncAPI, the description of an API"),
    "json-schema": ("JSON Schema（格式文件）", "JSON Schema"),
    "datapackage": ("Frictionless 数据包（datapackage）", "a Frictionless data package"),
    "table-schema": ("Frictionless 表格格式（Table Schema）", "a Frictionless table schema"),
    "ckan": ("CKAN 数据集", "a dataset of CKAN"),
    "ocds": ("OCDS（公开采购数据）", "OCDS (open contracting)"),
    "open311": ("Open311（市政服务请求）", "Open311"),
    "fhir": ("FHIR（医疗数据）", "FHIR"),
    "gtfs": ("GTFS（公共交通时刻表）", "GTFS (public transport)"),
    "gbfs": ("GBFS（共享单车）", "GBFS (shared mobility)"),
    "geojson": ("GeoJSON（地图数据）", "GeoJSON"),
    "json-feed": ("JSON Feed（订阅）", "a JSON Feed"),
    "data-inclusion": ("data·inclusion（法国社会服务数据）", "data·inclusion"),
    "government-item": ("政务服务平台的实施清单数据", "an item list of a government service platform"),
    "workflow": ("流水线的工作流", "a workflow of a pipeline"),
    "compose": ("Docker Compose 的配置", "a file of Docker Compose"),
    "kubernetes": ("Kubernetes 的配置", "a manifest of Kubernetes"),
    "mkdocs": ("MkDocs 的配置", "the configuration of MkDocs"),
    "package": ("Node.js 的 package.json", "package.json of Node.js"),
}


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


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HSDS_SERVICE = _keys(
    "organization_id service_at_locations eligibility_description assured_date assurer_email interpretation_services "
    "application_process fees_description alternate_name cost_options required_documents service_areas program_id "
    "minimum_age maximum_age accreditations service_attributes regular_schedules eligibilities schedules phones "
    "taxonomy_terms"
)
_HSDS_ORGANISATION = _keys(
    "organization_identifiers tax_id tax_status year_incorporated legal_status uri parent_organization_id programs "
    "locations phones contacts services funding logo alternate_name"
)
_GOVERNMENT_ITEM = _keys(
    "taskcode task_code taskname task_name catalogcode catalog_code localtaskcode local_task_code localcatalogcode "
    "local_catalog_code taskhandleitem task_handle_item taskversion task_version tasktype task_type rowguid "
    "implsubject impl_subject"
)
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
    Sign("geojson", {"type": r"^(Feature|(Feature|Geometry)Collection)$"}, 1, _keys("features geometry geometries")),
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
    Sign("ckan", {"resources": ""}, 2, _keys("num_resources num_tags owner_org metadata_created isopen")),
    Sign("datapackage", {"resources": r"'(path|data|schema|format|profile)'"}),
    Sign("table-schema", {"fields": r"'type'"}),
    Sign("ocds", {"releases": "", "publisher": ""}),
    Sign("ocds", {"ocid": ""}),
    Sign("open311", {"service_code": "", "service_name": ""}),
    Sign("fhir", {"resourcetype": r"^[A-Z]"}),
    Sign("gtfs", {"header": r"gtfs"}),
    Sign("gbfs", {"last_updated": "", "ttl": "", "data": ""}),
    Sign("json-feed", {"version": r"jsonfeed\.org"}),
    Sign("data-inclusion", {"nom": ""}, 2, _keys("structure_id thematiques siret typologie date_maj")),
    Sign("government-item", {}, 2, _GOVERNMENT_ITEM),
    Sign("workflow", {"jobs": r"'(runs-on|steps|uses)'"}),
    Sign("compose", {"services": r"'(image|build|ports|volumes)'"}),
    Sign("kubernetes", {"apiversion": "", "kind": "", "metadata": ""}),
    Sign("mkdocs", {"site_name": ""}),
    Sign("package", {"name": "", "version": ""}, 1, _keys("dependencies devdependencies scripts main")),
    Sign("hsds", {"id": "", "name": ""}, 2, _HSDS_SERVICE),
    Sign("hsds", {"id": "", "name": ""}, 2, _HSDS_ORGANISATION),
)
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


def standard_of(value: object) -> str:
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


def _records(value: object) -> Iterator[Mapping[object, object]]:
    """What may show the signs: the whole, its first record, the first record of a list inside it."""
    for holder in _HOLDERS:
        held = value.get(holder) if holder and isinstance(value, Mapping) else value if not holder else None
        first = held[0] if isinstance(held, list) and held else held
        if isinstance(first, Mapping):
            yield first


def _fits(sign: Sign, keys: Mapping[str, object]) -> bool:
    if any(key not in keys for key in sign.keys) or len(sign.of & keys.keys()) < sign.some:
        return False
    return all(not pattern or re.search(pattern, _text(keys[key])) for key, pattern in sign.keys.items())


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)[:_LOOKED_AT]
