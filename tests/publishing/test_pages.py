"""The built site: every page kind, held to what a citizen, a screen reader and a strict policy may expect of it."""

from __future__ import annotations

import itertools
import re
from urllib.parse import unquote

import pytest

from qingdan.publishing.site import Guide, Site
from qingdan.publishing.text import phones
from tests.publishing.built import Built

KINDS = {
    "home": r"index\.html",
    "group": r"for/[^/]+\.html",
    "event": r"life/[^/]+\.html",
    "places": r"places/index\.html",
    "place": r"places/[^/]+\.html",
    "guide": r"guides/[^/]+/[^/]+\.html",
    "items": r"items/index\.html",
    "item": r"items/[^/]+\.html",
    "lists": r"lists/index\.html",
    "list": r"lists/[^/]+\.html",
    "row": r"lists/[^/]+/[^/]+\.html",
    "coverage": r"coverage\.html",
    "changes": r"changes/[^/]+\.html",
    "replaced": r"replaced\.html",
    "open data": r"open-data\.html",
    "staff": r"staff\.html",
    "reference": r"reference/[^/]+\.html",
}


def of_kind(built: Built, kind: str) -> list[str]:
    return [url for url in built.urls if re.fullmatch(KINDS[kind], url)]


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_pages_of_each_kind(built: Built, kind: str) -> None:
    assert of_kind(built, kind)


def test_everything_is_reached_without_a_search(built: Built) -> None:
    reached, todo = set(), ["index.html"]
    while todo:
        url = todo.pop()
        if url not in reached and (built.folder / url).suffix == ".html":
            reached.add(url)
            todo.extend(built.links(url))
    assert set(built.urls) - reached == {"404.html", "search.html"}  # the search itself is reached by its form


def test_no_link_leads_nowhere(built: Built) -> None:
    broken = {
        (url, link) for url in built.urls for link in built.links(url)
        if url != "404.html" and not (built.folder / link).is_file()
    }  # fmt: skip
    assert not broken


def test_anchors_are_there(built: Built) -> None:
    ids = {url: {e.attributes["id"] for e in built.page(url).elements if "id" in e.attributes} for url in built.urls}
    for url in built.urls:
        named = [element.attributes["href"][1:] for element in built.page(url).all("a")
                 if element.attributes.get("href", "").startswith("#")]  # fmt: skip
        assert set(named) <= ids[url] | {"main"}, url
        assert len(ids[url]) == len([e for e in built.page(url).elements if "id" in e.attributes]), url


def test_findings_and_requirements_lead_to_their_explanation(built: Built) -> None:
    for url in of_kind(built, "place") + of_kind(built, "item"):
        for element in built.page(url).all("a"):
            href = element.attributes["href"]
            if "/reference/" in href and "#" in href:
                page, anchor = href.removeprefix("../").split("#")
                assert (
                    built.page(page).all("h2", id=anchor)
                    + built.page(page).all("h3", id=anchor)
                    + built.page(page).all("h4", id=anchor)
                ), href


def test_the_policy_is_kept(built: Built) -> None:
    for url in built.urls:
        for element in built.page(url).elements:
            assert "style" not in element.attributes, url
            assert element.tag != "style", url
            assert not [name for name in element.attributes if name.startswith("on")], url
            source = element.attributes.get("src", "")
            assert not source.startswith(("http:", "https:", "//")), url


def test_headings_are_in_order_and_there_is_one_main(built: Built) -> None:
    for url in built.urls:
        levels = [int(e.tag[1]) for e in built.page(url).elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1 and levels[0] == 1, (url, levels)
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (url, levels)
        assert len(built.page(url).all("main")) == 1, url


def test_cells_of_tables_have_a_head(built: Built) -> None:
    for url in built.urls:
        assert all("scope" in head.attributes for head in built.page(url).all("th")), url


def test_a_guide_is_small(built: Built) -> None:
    css = sum(path.stat().st_size for path in (built.folder / "css").glob("*.css"))
    for url in of_kind(built, "guide"):
        size = (built.folder / url).stat().st_size
        assert size <= 30_000 and size + css <= 60_000, (url, size, css)


def test_what_must_not_be_relied_on_says_so_and_leads_nowhere(built: Built, site: Site) -> None:
    for guide in site.guides:
        page = built.page(guide.url)
        hrefs = [element.attributes.get("href", "") for element in page.all("a")]
        outward = [href for href in hrefs if href.startswith(("tel:", "http:", "https:", "mailto:"))]
        robots = page.all("meta", name="robots", content="noindex")
        if guide.specimen:
            kinds = ["note" if e.attributes.get("role") == "note" else e.tag for e in page.elements]
            first = next(kind for kind in kinds if kind in ("note", "dl", "section"))
            assert (guide.url, first, outward, len(robots)) == (guide.url, "note", [], 1)
        else:
            assert not robots, guide.url


def test_a_guide_to_go_by_can_be_tapped(built: Built, site: Site) -> None:
    def dialled(guide: Guide) -> list[str]:
        phone = guide.subject.record.get("contact", {}).get("phone", "")
        return [run.href for run in phones(phone, live=not guide.specimen) if run.href]

    live = [guide for guide in site.guides if dialled(guide)]
    assert live
    for guide in live:
        shown = [element.attributes["href"] for element in built.page(guide.url).all("a")]
        assert set(dialled(guide)) <= set(shown), guide.url


def test_partial_lists_and_samples_are_marked_on_all_their_pages(built: Built, site: Site) -> None:
    for province in site.provinces:
        for place in province.places:
            text = built.page(place.url).all("main")[0].text
            assert ("没有收到不等于没有" in text) == (province.catalogue.head["completeness"] == "partial")
            assert ("虚构示例" in text) == province.sample
            others = place is not province.here and any(guide.specimen != "archive" for guide in place.guides)
            assert ("的存档" in text) == (province.catalogue.head["kind"] == "archive" and not others)


def test_every_page_says_that_this_is_no_government(built: Built) -> None:
    assert all("本站不是政府网站" in built.page(url).all("footer")[0].text for url in built.urls)


def test_without_an_address_there_is_no_code(built: Built, english: Built, site: Site) -> None:
    assert not [url for url in of_kind(built, "guide") if 'class="qr"' in built.html(url)]
    coded = {url for url in of_kind(english, "guide") if 'class="qr"' in english.html(url)}
    assert coded == {guide.url for guide in site.guides if not guide.specimen}


def test_in_english_the_words_are_english_and_the_lists_say_that_they_are_not(english: Built) -> None:
    page = english.page("guides/990101/YL-0401.html")
    assert page.all("html")[0].attributes["lang"] == "en"
    assert "What to bring" in [heading.text for heading in page.all("h2")]
    assert page.all("h1")[0].attributes["lang"] == "zh-CN"
    heads = {head.text for url in ("index.html", "coverage.html", "items/JY-0401.html") for e in ("h2", "th")
             for head in english.page(url).all(e) if "scope" not in head.attributes or (head.attributes["scope"] == "col"
             and "lang" not in head.attributes)}  # fmt: skip
    assert not [head for head in heads if re.search("[\u4e00-\u9fff]", head)]


def test_the_built_site_is_the_same_twice(built: Built, tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.publishing.built import build

    again = build(tmp_path_factory.mktemp("again"))
    assert again.urls == built.urls
    assert all(again.html(url) == built.html(url) for url in built.urls)


def test_the_sitemap_names_no_page_that_engines_must_not_keep(english: Built, site: Site) -> None:
    text = (english.folder / "sitemap.xml").read_text("utf-8")
    listed = {
        unquote(found).removeprefix("https://guides.example/qingdan/")
        for found in re.findall(r"<loc>([^<]+)</loc>", text)
    }
    assert not listed & {guide.url for guide in site.guides if guide.specimen}
    assert {guide.url for guide in site.guides if not guide.specimen} <= listed
    assert [url for url in sorted(listed) if "noindex" in english.html(url or "index.html")] == []


def test_what_was_inferred_is_said_first(built: Built, site: Site) -> None:
    said = {"place": "地名是从网址", "date": "日期是从网址"}
    found = set()
    for guide in site.guides:
        inferred = (guide.subject.record.get("source") or {}).get("inferred", [])
        text = built.page(guide.url).all("main")[0].text
        for part, words in said.items():
            assert (words in text) == (part in inferred), guide.url
        found.update(inferred)
    assert found == set(said)
