"""The files of data beside the pages: every one of them against its description, and full of attacks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import mkdocs.commands.build
import mkdocs.config
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate as validate_openapi

from qingdan.model.base import MARKUP
from qingdan.model.declarations import marked
from qingdan.model.fields import model_of
from qingdan.publishing import changes, crawling, data, structured
from qingdan.publishing import site as sites
from qingdan.publishing.feed import MOST, NAMESPACE
from qingdan.publishing.identity import identity
from qingdan.publishing.openapi import fixed_parts
from qingdan.publishing.pages import pages
from qingdan.publishing.site import Site
from qingdan.reports.export.facts import Export
from tests.reports.attacks import ATTACK, STEERING, URL, attacked

REPO = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22"
BASE = "https://guides.example/x/"
ATOM = f"{{{NAMESPACE}}}"


@pytest.fixture(scope="module")
def site() -> Site:
    return sites.read([REPO / "provinces"], AS_OF)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, str]:
    return made(site)


def made(site: Site, base: str = "") -> dict[str, str]:
    found = list(data.files(site, identity(), "zh", base))
    assert len({path for path, _ in found}) == len(found), "two files of one name"
    return {path: "".join(texts) for path, texts in found}


def hostile(site: Site) -> Site:
    """The example alone, with an attack in every text."""
    [province] = [each for each in site.provinces if each.sample]
    export = attacked(Export(AS_OF, site.edition, tuple(guide.entry for guide in province.guides), ()))
    by_path = {entry.subject.path: entry for entry in export.entries}
    bad = replace(province, catalogue=export.entries[0].catalogue, places=[])
    for place in province.places:
        there = replace(place, name=ATTACK, province=bad, guides=[])
        # not a specimen, so that everything is shown
        there.guides = [
            replace(guide, subject=by_path[guide.subject.path].subject, place=there, specimen="")
            for guide in place.guides
        ]
        bad.places.append(there)
    by_item = {id: [guide for guide in bad.guides if id in guide.entry.items] for id in site.edition.items}
    return replace(site, provinces=[bad], by_item=by_item)


def validators(files: dict[str, str]) -> Iterator[tuple[re.Pattern[str], Draft202012Validator]]:
    """For each path of the OpenAPI file: which files it stands for, and the schema of their content."""
    openapi = json.loads(files["api/v1/openapi.json"])
    for path, row in openapi["paths"].items():
        content = row["get"]["responses"]["200"]["content"]
        [body] = content.values()
        pattern = re.compile("api/v1" + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))
        yield pattern, Draft202012Validator({**body["schema"], "components": openapi["components"]})


def test_the_openapi_file_is_valid(files: dict[str, str]) -> None:
    openapi = json.loads(files["api/v1/openapi.json"])
    validate_openapi(openapi)
    assert openapi["openapi"].startswith("3.1") and len(openapi["paths"]) == len(fixed_parts()["paths"])
    ids = [row["get"]["operationId"] for row in openapi["paths"].values()]
    assert len(set(ids)) == len(ids)


def test_every_file_of_the_api_is_described_and_as_described(files: dict[str, str]) -> None:
    rows = list(validators(files))
    seen = dict.fromkeys((pattern.pattern for pattern, _ in rows), 0)
    for path, text in files.items():
        if path.startswith("api/v1/") and path != "api/v1/openapi.json":
            [(pattern, validator)] = [row for row in rows if row[0].fullmatch(path)]
            validator.validate(json.loads(text))
            seen[pattern.pattern] += 1
    assert min(seen.values()) > 0, seen


def test_what_is_named_is_there(files: dict[str, str], site: Site) -> None:
    there = {*files, *(page.url for page in pages(site, "zh"))}

    def links(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value.get("files", {}).values()
            value = list(value.values())
        for each in value if isinstance(value, list) else ():
            yield from links(each)

    named = {
        link
        for path, text in files.items()
        if path.startswith("api/") and path.endswith(".json") and "openapi" not in path
        for link in links(json.loads(text))
    }
    assert len(named) > 3 * len(site.guides) and named <= there
    for page in pages(site, "zh"):
        assert {path for _, path, _ in data.beside(page)} <= there


def test_examples_of_the_openapi_file_are_there(files: dict[str, str]) -> None:
    for path, row in json.loads(files["api/v1/openapi.json"])["paths"].items():
        for parameter in row["get"]["parameters"]:
            path = path.replace(f"{{{parameter['name']}}}", parameter["example"])
        assert f"api/v1{path}" in files


def test_numbers_leave_out_fiction(files: dict[str, str], site: Site) -> None:
    counts = json.loads(files["api/v1/index.json"])["counts"]
    guides = [guide for guide in site.guides if not guide.entry.sample]
    assert counts["guides"] == len(guides) and counts["sample_guides"] == len(site.guides) - len(guides) > 0
    assert counts["guides_to_go_by"] == sum(guide.specimen == "" for guide in guides) > 0
    items = {row["id"]: row["guides"] for row in json.loads(files["api/v1/items.json"])["items"]}
    assert items == {id: sum(not guide.entry.sample for guide in site.by_item.get(id, ())) for id in site.edition.items}


def test_a_place_has_one_name(files: dict[str, str]) -> None:
    guides = json.loads(files["api/v1/guides.json"])["guides"]
    lists = json.loads(files["api/v1/provinces.json"])["provinces"]
    of_guides = {(row["place"]["area"], row["place"]["name"]) for row in guides if row["place"]["level"] == "province"}
    of_lists = {
        (place["area"], place["name"]) for row in lists for place in row["places"] if place["level"] == "province"
    }
    assert ("330000", "浙江省") in of_guides <= of_lists


def test_every_record_tells_source_day_evidence_and_whether_it_holds(files: dict[str, str], site: Site) -> None:
    for guide in site.guides:
        row = json.loads(files[f"api/v1/guides/{guide.entry.id}.json"])
        assert row["source"]["title"] and row["evidence"] and row["sample"] is guide.place.province.sample
        assert row["specimen"] == (guide.specimen or "no") and row.get("as_of", "") == guide.subject.as_of


MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+08:00")


@pytest.mark.parametrize("base", ["", BASE])
def test_feeds_are_what_rfc_4287_asks_for(site: Site, base: str) -> None:
    feeds = {path: text for path, text in made(site, base).items() if path.endswith(".atom")}
    assert len(feeds) == 1 + len(site.provinces)
    there = {page.url for page in pages(site, "zh")}
    for path, text in feeds.items():
        root = ElementTree.fromstring(text.encode("utf-8"))
        assert root.tag == f"{ATOM}feed"
        for part in (root, *root.findall(f"{ATOM}entry")):
            for tag in ("id", "title", "updated"):
                [one] = part.findall(f"{ATOM}{tag}")
                assert one.text
            assert re.fullmatch(r"urn:qingdan:[\w.:%#-]+", part.findtext(f"{ATOM}id", ""))
            assert MOMENT.fullmatch(part.findtext(f"{ATOM}updated", ""))
            [page] = [link.get("href", "") for link in part.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
            assert page.removeprefix(base or "../" * path.count("/")) in there
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        [own] = [link.get("href", "") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == (base + path if base else "../" * path.count("/") + path)
        ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)) <= MOST
        updated = [entry.findtext(f"{ATOM}updated", "") for entry in root.findall(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True) and (
            not updated or root.findtext(f"{ATOM}updated") == updated[0]
        )


def test_feeds_say_nothing_that_the_files_do_not(files: dict[str, str], site: Site) -> None:
    days = {site.edition.head["as_of"], *(change.day for change in changes.of_edition(site, "zh"))}
    for guide in site.guides:
        record: Any = guide.subject.record
        days |= {record.get("guide", {}).get("changed_on", ""), guide.subject.as_of}
        days |= {change.get("effective_on", "") for change in record.get("changes", [])}
    for path, text in files.items():
        if path.endswith(".atom"):
            for entry in ElementTree.fromstring(text.encode("utf-8")).findall(f"{ATOM}entry"):
                assert entry.findtext(f"{ATOM}updated", "")[:10] in days
    assert "虚构" not in files["changes.atom"]
    assert "【虚构示例】" in files["places/990000.atom"]


def test_the_sitemap_lists_what_may_be_kept(site: Site) -> None:
    found = dict(crawling.files([page.url for page in pages(site, "zh") if page.indexed], BASE))
    text = "".join(found["sitemap.xml"])
    urls = [each.text or "" for each in ElementTree.fromstring(text.encode("utf-8")).iter() if each.tag.endswith("loc")]
    specimens = {BASE + guide.url for guide in site.guides if guide.specimen}
    assert (
        specimens
        and not specimens & set(urls)
        and {BASE + guide.url for guide in site.guides if not guide.specimen} <= set(urls)
    )
    assert f"Sitemap: {BASE}sitemap.xml" in "".join(found["robots.txt"])
    assert list(dict(crawling.files(urls, ""))) == ["robots.txt"]


def test_only_guides_to_go_by_are_marked_as_services(site: Site) -> None:
    names = site.edition.registries.name
    marked = {guide.url: structured.government_service(guide, names) for guide in site.guides}
    assert {url for url, text in marked.items() if text} == {guide.url for guide in site.guides if not guide.specimen}
    for text in filter(None, marked.values()):
        value = json.loads(text)
        assert value["@type"] == "GovernmentService" and value["name"] and value["areaServed"]["name"]


def test_attacks_come_out_as_text_in_every_file(site: Site) -> None:
    bad = hostile(site)
    found = made(bad, BASE)
    for path, text in found.items():
        text.encode("utf-8")
        assert not any(mark in text for mark in STEERING), path
        if path.endswith(".atom"):
            root = ElementTree.fromstring(text.encode("utf-8"))
            assert all(each.tag.startswith(ATOM) for each in root.iter())
            assert not any("javascript:" in value for each in root.iter() for value in each.attrib.values())
        elif path.endswith((".json", ".jsonld")):
            json.loads(text)
    rows = list(validators(found))
    assert all(
        any(pattern.fullmatch(path) for pattern, _ in rows) for path in found if path.startswith("api/v1/guides/")
    )
    names = bad.edition.registries.name
    for guide in bad.guides:
        script = structured.government_service(guide, names)
        assert script and "<" not in script and "&" not in script
        assert URL not in script, "only addresses of the web are handed on"
        assert json.loads(script)["name"].startswith("=cmd")


def test_files_that_are_there_by_other_means_are_left(tmp_path: Path) -> None:
    data.write(tmp_path, [("a/robots.txt", ["ours"]), ("b.txt", ["x", "y"])], but={"a/robots.txt"})
    assert [path.name for path in tmp_path.rglob("*")] == ["b.txt"] and (tmp_path / "b.txt").read_text("utf-8") == "xy"


MKDOCS = """\
site_name: x
{url}use_directory_urls: false
theme: {{name: qingdan}}
plugins:
  - qingdan: {{provinces: ["{province}"], as_of: "2026-11-22"}}
"""


def built(folder: Path, url: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs" / "robots.txt").write_text("mine", encoding="utf-8")
    (folder / "docs" / "staff.md").write_text("# staff\n", encoding="utf-8")
    province = REPO / "provinces" / "990000-example"
    text = MKDOCS.format(url=f"site_url: {url}\n" if url else "", province=province.as_posix())
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    mkdocs.commands.build.build(mkdocs.config.load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder / "site"


@pytest.mark.parametrize("url", ["", BASE])
def test_a_site_carries_its_data(tmp_path: Path, url: str) -> None:
    site = built(tmp_path, url)
    assert (site / "robots.txt").read_text("utf-8") == "mine", "a file of one's own is left"
    assert (site / "sitemap.xml").exists() is bool(url) and not (site / "sitemap.xml.gz").exists()
    if url:
        listed = (site / "sitemap.xml").read_text("utf-8")
        assert f"<loc>{BASE}staff.html</loc>" in listed and "guides/" not in listed, "fiction is not to be found"
    pages = [path for path in site.rglob("*.html") if path.parent.parent.name == "guides"]
    assert len(pages) == len((site / "data" / "items.jsonl").read_text("utf-8").splitlines()) > 50
    for page in pages:
        text = page.read_text("utf-8")
        assert 'application/ld+json">{' not in text, "a specimen is no service"
        links = re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)">', text)
        assert len(links) == 2 and all((page.parent / link).is_file() for link in links)


def test_the_same_lists_give_the_same_files(files: dict[str, str]) -> None:
    again = sites.read([REPO / "provinces"], AS_OF)
    assert made(again) == files
    assert set(dict(data.files(again, identity(), "en", ""))) == set(files)


def test_what_declares_a_property_of_the_markup_can_be_marked_up() -> None:
    assert set(marked().values()) == set(MARKUP)
    assert {model for element in marked() if (model := model_of(element))} <= structured._NODES.keys()
