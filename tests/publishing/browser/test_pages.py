"""Every kind of page in the browser: accessible, usable with the keyboard alone, readable without CSS and JavaScript."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.publishing.browser.sites import Built, Served

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_violation(built: Built, served: Served, open_page: Any, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, guarded, found = Axe(), open_page(width), []
    answered = [f"search.html?q={quote(words)}{more}" for words, more in (("失业登记", "&all=1"), ("量子计算机", ""))]
    for url in (*map(quote, built.kinds), *answered):
        page = guarded.go(served.root + url)
        result = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
        assert result.response["passes"], url  # it did look
        for each in result.response["violations"]:
            targets = [node["target"] for node in each["nodes"][:3]]
            found.append(f"{url}: {each['id']} ({each['impact']}): {targets}")
    assert found == []


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_nothing_is_wider_than_the_screen(built: Built, served: Served, open_page: Any, width: int) -> None:
    guarded, wide = open_page(width), {}
    for url in built.kinds:
        page = guarded.go(served.at(url))
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[url] = over
    assert wide == {}


def test_the_pages_keep_to_their_policy_and_to_their_host(built: Built, served: Served, open_page: Any) -> None:
    guarded = open_page()
    for url in built.kinds:
        page = guarded.go(served.at(url))
        assert "default-src 'none'" in page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert guarded.refused == [], url
    assert guarded.noise == []
    assert guarded.foreign == []


_FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  const on = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const all = [...document.querySelectorAll('*')];
  return {index: all.indexOf(e), name: e.tagName + ' ' + (e.textContent || e.name || '').trim().slice(0, 30), ring, on};
}"""
_TO_REACH = """() => {
  const all = [...document.querySelectorAll('*')];
  const named = 'a[href], button, input, select, textarea, summary, [tabindex]';
  return all.flatMap((e, at) => e.matches(named) && e.tabIndex >= 0 && !e.disabled && e.checkVisibility({checkVisibilityCSS: true}) ? [at] : []);
}"""


def test_the_keyboard_reaches_everything_and_is_seen_where_it_is(built: Built, served: Served, open_page: Any) -> None:
    guarded, wrong = open_page(), []
    for url in built.kinds:
        page = guarded.go(served.at(url))
        wanted = set(page.evaluate(_TO_REACH))
        if len(wanted) > 400:  # a long list of links of one make: the same page with fewer of them is looked at, too
            continue
        for _ in range(len(wanted)):
            page.keyboard.press("Tab")
            focused = page.evaluate(_FOCUSED)
            wanted.discard(focused["index"])
            if not (focused["ring"] and focused["on"]):
                wrong.append(f"{url}: {focused}")
        if wanted:
            names = [
                page.evaluate("at => document.querySelectorAll('*')[at].outerHTML.slice(0, 80)", at) for at in wanted
            ]
            wrong.append(f"{url}: not reached: {names[:3]}")
    assert wrong == []


def test_the_skip_link_comes_first_and_leads_to_the_text(built: Built, served: Served, open_page: Any) -> None:
    page = open_page(360).go(served.at(built.guides[0].url))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.locator("a[href='#main']").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_words_typed_into_the_search_box_go_to_the_search_page(built: Built, served: Served, open_page: Any) -> None:
    page = open_page(360).go(served.at(built.guides[0].url))
    page.focus("input[type=search]")
    page.keyboard.type("失业登记")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?q="))


def told(page: Any) -> list[str]:
    """The words of the text of a page, in order."""
    return str(page.locator("main").inner_text()).split()


def test_a_guide_reads_well_without_css_and_without_javascript(built: Built, served: Served, open_page: Any) -> None:
    for guide in built.guides[:2]:
        whole = told(open_page().go(served.at(guide.url)))
        assert told(open_page(java_script_enabled=False).go(served.at(guide.url))) == whole
        bare = open_page()
        bare.page.route("**/*.css", lambda route: route.abort())
        page = bare.go(served.at(guide.url))
        text = " ".join(told(page))
        titles = [block.title for block in guide.view["blocks"]]
        places = [text.find(title) for title in titles]
        assert titles and -1 not in places and page.locator("main h1").count() == 1


def test_a_guide_prints_on_one_or_two_sheets(built: Built, served: Served, open_page: Any) -> None:
    sheets = {}
    for guide in built.guides[:12]:
        page = open_page().go(served.at(guide.url))
        pdf = page.pdf(format="A4", print_background=True)
        count = len(re.findall(rb"/Type\s*/Page\b", pdf))
        assert count
        sheets[guide.url] = count
    assert {url: count for url, count in sheets.items() if count > 2} == {}


def test_a_guide_is_small(built: Built, served: Served, open_page: Any) -> None:
    for guide in built.guides[:3]:
        assert built.size(guide.url) <= 30_000
        guarded = open_page()
        guarded.go(served.at(guide.url))
        assert served.at(guide.url) in guarded.received
        assert sum(guarded.received.values()) <= 60_000, guarded.received


def test_the_site_looks_the_same_from_the_disk(built: Built, served: Served, open_page: Any) -> None:
    url = built.guides[0].url
    look = "() => [...document.querySelectorAll('h1, h2, a, p')].slice(0, 20).map(e => getComputedStyle(e).font + getComputedStyle(e).color)"
    there = open_page().go(served.at(url)).evaluate(look)
    page = open_page().go((built.folder / url).as_uri())
    assert page.evaluate(look) == there
    page.locator("main nav a").first.click()
    assert page.url.startswith("file:") and page.locator("h1").count() == 1


def test_the_screenshots_show_every_kind_of_page(built: Built, repo: Path) -> None:
    spec = importlib.util.spec_from_file_location("screenshots", repo / "scripts" / "screenshots.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    chosen = script.chosen(built)
    kinds = {page.template.removesuffix(".html") for page in built.work.pages.values()} - {"guide"}
    assert kinds <= set(chosen)
    kept = {path.stem.rpartition("-")[0] for path in (repo / "docs" / "screenshots").glob("*.jpg")}
    assert kept == set(chosen), "run make screenshots"
