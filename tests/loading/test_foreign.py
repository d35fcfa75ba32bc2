"""A file of another standard is called by its name; a file of a list is never taken for one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from qingdan.loading.foreign import standard_of
from qingdan.words.said import Phrases
from tests.app.running import run, write

DAY = ("--as-of", "2026-11-22")
#: What others hand in → the standard; small, but as these formats begin.
FILES: dict[str, tuple[str, str, Any]] = {
    "HSDS 3, a service": ("hsds", "json", {
        "id": "ac148810", "organization_id": "d9d5e0f5", "name": "Job Training", "status": "active",
        "eligibility_description": "Anyone", "service_at_locations": [],
    }),
    "HSDS 3, a page of services": ("hsds", "json", {
        "total_items": 1, "page_number": 1, "contents": [
            {"id": "1", "name": "Advice", "status": "active", "organization": {"id": "2", "name": "x"},
             "schedules": [], "cost_options": []}],
    }),
    "HSDS, organizations": ("hsds", "json", [{"id": "1", "name": "x", "description": "y", "tax_id": "", "services": []}]),
    "HSDS in YAML": ("hsds", "yaml", {"id": "1", "name": "x", "alternate_name": "", "fees_description": "none"}),
    "CPSV-AP, a graph": ("cpsv-ap", "json", {
        "@context": {"cpsv": "http://purl.org/vocab/cpsv#"}, "@graph": [{"@id": "x", "@type": "cpsv:PublicService"}],
    }),
    "CPSV-AP, by the address of its context": ("cpsv-ap", "json", {
        "@context": "https://semiceu.github.io/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld", "@id": "x"}),
    "CPSV-AP, a list of nodes": ("cpsv-ap", "json", [{"@id": "x", "@type": ["http://purl.org/vocab/cpsv#PublicService"]}]),
    "schema.org": ("schema-org", "json", {"@context": "https://schema.org", "@type": "GovernmentService", "name": "x"}),
    "schema.org in YAML": ("schema-org", "yaml", {"@context": "http://schema.org/", "@type": "Service"}),
    "DCAT": ("dcat", "json", {"@context": {"dcat": "http://www.w3.org/ns/dcat#"}, "@type": "dcat:Catalog"}),
    "some JSON-LD": ("json-ld", "json", {"@context": "https://www.w3.org/ns/activitystreams", "type": "Note"}),
    "OpenAPI 3": ("openapi", "yaml", {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}),
    "Swagger 2": ("openapi", "json", {"swagger": "2.0", "info": {"title": "x"}, "paths": {}}),
    "JSON Schema": ("json-schema", "json", {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}),
    "datapackage": ("datapackage", "json", {"name": "x", "resources": [{"name": "services", "path": "services.csv"}]}),
    "datapackage 2": ("datapackage", "json", {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": []}),
    "table schema": ("table-schema", "json", {"fields": [{"name": "id", "type": "string"}]}),
    "GTFS, a table": ("gtfs", "yaml", "stop_id,stop_name,stop_lat,stop_lon\nS1,Mission St,37.7,-122.4\n"),
    "GTFS realtime": ("gtfs", "json", {"header": {"gtfs_realtime_version": "2.0"}, "entity": []}),
    "GeoJSON": ("geojson", "json", {"type": "FeatureCollection", "features": []}),
    "OCDS": ("ocds", "json", {"uri": "x", "publisher": {"name": "x"}, "releases": []}),
    "data·inclusion": ("data-inclusion", "json", [{"id": "1", "nom": "x", "structure_id": "2", "thematiques": []}]),
    "an item of a government platform": ("government-item", "json", {"rowGuid": "1", "taskCode": "2", "taskName": "失业登记"}),
    "a workflow": ("workflow", "yaml", {"on": "push", "jobs": {"a": {"runs-on": "ubuntu-latest", "steps": []}}}),
    "our own report": ("own", "json", {"schema": "report/1", "sections": []}),
    "our own export": ("own", "jsonl", {"schema": "entry/1", "id": "x"}),
}  # fmt: skip


def written(folder: Path, ending: str, value: Any) -> Path:
    path = folder / f"handed-in.{ending}"
    if isinstance(value, str):
        return write(folder, path.name, value)
    if ending != "yaml":
        return write(folder, path.name, json.dumps(value, ensure_ascii=False) + "\n")
    with path.open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump(value, file)
    return path


@pytest.mark.parametrize("what", FILES)
def test_a_file_of_another_standard_is_called_by_its_name(what: str, tmp_path: Path) -> None:
    standard, ending, value = FILES[what]
    path = written(tmp_path, ending, value)
    ran = run("validate", path, *DAY)
    assert ran.code == 3 and "STR020" in ran.out and Phrases("found.standard")(standard, "zh") in ran.out
    assert "应当有一行 schema" not in ran.out and "STR001" not in ran.out
    english = run("validate", path, "--lang", "en", *DAY).out
    assert f"looks like {Phrases('found.standard')(standard, 'en')}" in english


@pytest.mark.parametrize("name", ["services.jsonld", "services.ttl", "SERVICES.RDF"])
def test_linked_data_are_called_so_by_their_ending(name: str, tmp_path: Path) -> None:
    ran = run("validate", write(tmp_path, name, "{}"), *DAY)
    assert ran.code == 3 and "关联数据" in ran.out and "不是 YAML 或 JSON 文件" not in ran.out


def test_in_a_list_it_is_named_where_it_lies(tmp_path: Path) -> None:
    assert run("init", tmp_path / "list", "--province", "430000").code == 0
    written(tmp_path / "list" / "items", "json", FILES["HSDS 3, a service"][2])
    ran = run("validate", tmp_path / "list", "-f", "concise", *DAY)
    assert ran.code == 3 and "items/handed-in.json" in ran.out and "HSDS" in ran.out


@pytest.mark.parametrize(
    ("name", "said"), [("datapackage.json", "数据包"), ("stops.txt", "GTFS"), ("openapi.yaml", "OpenAPI")]
)
def test_a_folder_of_another_standard_is_called_by_its_name(name: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, name, "{}")
    ran = run("validate", tmp_path, *DAY)
    assert ran.code == 3 and said in ran.err and "不是清单" in ran.err and "下一步" in ran.err


def test_no_file_of_a_list_or_an_edition_is_taken_for_another_standard_for_want_of_its_line(repo: Path) -> None:
    files = [*(repo / "provinces").rglob("*.yaml"), *(repo / "catalogue" / "2025").rglob("*.yaml")]
    assert len(files) > 60
    for file in files:
        value = YAML(typ="safe", pure=False).load(file)
        if isinstance(value, dict):
            value.pop("schema", None)
            assert standard_of(value) == "", file
            for entry in value.get("items", []):
                assert standard_of(entry) == "", file


@pytest.mark.parametrize(
    "value", [{}, [], None, 3, "失业登记", {"items": [{"id": "A-1", "name": "失业登记"}]}, {"name": "x", "version": 1},
              {"id": "1", "name": "x", "phones": []}, {"services": ["a", "b"]}, {"schema": "item/1"}, [[["x"]]]],
)  # fmt: skip
def test_what_shows_no_sign_is_not_guessed(value: Any) -> None:
    assert standard_of(value) == ""
