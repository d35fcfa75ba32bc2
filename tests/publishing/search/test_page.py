"""The page of the search as it is built: without a script, and with it in a browser under the site's own policy."""

from __future__ import annotations

import functools
import json
import re
import shutil
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from qingdan.publishing import facets
from qingdan.publishing import site as sites
from qingdan.publishing.search.documents import Document
from tests.publishing.search.asking import indexed
from tests.publishing.search.conftest import DAY

ATTACK = "<img src=x onerror=alert(1)>缂丝津贴"


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def built(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real provinces."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", DAY)
        config = load_config(str(repo / "mkdocs.yml"), site_dir=str(folder))  # type: ignore[no-untyped-call]
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    return folder


def test_without_a_script_the_page_says_so_and_leads_everywhere(built: Path) -> None:
    text = (built / "search.html").read_text("utf-8")
    assert re.search(r"<noscript>.*没有开启脚本.*</noscript>", text, re.DOTALL)
    tags = Tags()
    tags.feed(text)
    links = [
        str(attributes["href"]) for tag, attributes in tags.found if tag == "a" and "#" not in str(attributes["href"])
    ]
    assert [link for link in links if not (built / link).is_file()] == []
    assert len([link for link in links if "/items/JY-" in f"/{link}"]) == len(list(built.glob("items/JY-*.html")))


def test_what_is_typed_and_chosen_has_a_label_and_the_count_is_told(built: Path) -> None:
    tags = Tags()
    text = (built / "search.html").read_text("utf-8")
    tags.feed(text)
    labelled = {attributes.get("for") for tag, attributes in tags.found if tag == "label"}
    fields = [attributes["id"] for tag, attributes in tags.found if tag in ("input", "select")]
    assert "q" in labelled
    for name in fields:
        assert name in labelled or re.search(rf'<label[^>]*>[^<]*<(?:select|input) id="{name}"', text)
    assert any(attributes.get("aria-live") == "polite" and attributes["id"] == "count" for _, attributes in tags.found)


def test_the_index_of_the_site_holds_every_guide(built: Path) -> None:
    written = "".join(path.read_text("utf-8") for path in (built / "search" / "d").iterdir())
    pages = [path.relative_to(built).as_posix() for path in built.glob("guides/*/*.html")]
    assert pages
    assert [page for page in pages if f'"{page}"' not in written] == []


def test_the_site_offers_every_group_that_has_a_page(built: Path) -> None:
    groups = json.loads((built / "search" / "head.json").read_text("utf-8"))["facets"]["group"]
    assert sorted(id for id, _, _ in groups) == sorted(path.stem for path in built.glob("for/*.html"))
    assert all(documents for _, _, documents in groups)


@pytest.fixture(scope="module")
def address(built: Path, real_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served, with an attack in its index."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(built, folder, dirs_exist_ok=True)
    shutil.rmtree(folder / "search")
    groups = facets.as_facet(facets.group_pages(real_site, "zh"), real_site)
    indexed(real_site, folder, lambda given: [*given, Document("guides/x/1.html", ATTACK, under=ATTACK)], groups)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page that complains of nothing: no error, no dialogue, nothing refused by the policy."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 800})
    opened = context.new_page()
    heard: list[str] = []
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.on("dialog", lambda dialog: heard.append(dialog.message))
    opened.on("console", lambda message: heard.append(message.text) if "Content Security" in message.text else None)
    yield opened
    context.close()
    assert heard == []


def settled(page: Any) -> str:
    page.wait_for_selector("#hits[aria-busy=false]", state="attached")
    return str(page.inner_text("#count"))


def test_a_search_by_keyboard_alone(page: Any) -> None:
    page.goto("/index.html")
    page.focus("#q")
    page.keyboard.type("失业登记")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert settled(page).startswith("找到")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "all":
            break
    page.keyboard.press("Space")
    page.wait_for_url("**&all=1")
    page.wait_for_selector("#hits .notice")
    assert page.input_value("#q") == "失业登记"
    before = page.locator("#hits li").count()
    page.focus("#more")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#hits li:nth-child({before + 1})")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/**")
    page.go_back()
    assert settled(page).startswith("找到")
    assert page.is_checked("#all")


def test_who_asks_for_oneself_chooses_a_group(page: Any, built: Path) -> None:
    page.goto("/search.html?q=失业登记&all=1")
    settled(page)
    offered = page.eval_on_selector_all("#group option", "all => all.map(each => each.value).filter(Boolean)")
    assert sorted(offered) == sorted(path.stem for path in built.glob("for/*.html"))
    page.select_option("#group", "employer")
    page.wait_for_url("**group=employer*")
    assert "items/JY-0401.html" not in page.locator("#hits").inner_html()
    page.select_option("#group", "registered-unemployed")
    page.wait_for_url("**group=registered-unemployed*")
    assert settled(page).startswith("找到") and "items/JY-0401.html" in page.locator("#hits").inner_html()


def test_nothing_is_advised_where_nothing_was_asked(page: Any) -> None:
    page.goto("/search.html")
    assert settled(page) == "" and page.locator("#hints li").count() == 0


def test_what_else_to_try_leads_to_something(page: Any) -> None:
    page.goto("/search.html?q=社保卡")
    assert "存档" in settled(page)
    with page.expect_navigation():
        page.click("#hints a >> nth=0")
    assert settled(page).startswith("找到")
    page.goto("/search.html?q=灵活就业 量子计算机&theme=events")
    assert settled(page) == "没有找到"
    with page.expect_navigation():
        page.click("#hints a >> text=灵活就业")
    assert settled(page).startswith("找到")


def test_text_of_the_index_stays_text(page: Any) -> None:
    page.goto("/search.html?q=缂丝津贴")
    assert settled(page) == "找到 1 条"
    assert page.inner_text("#hits a") == ATTACK
    assert page.locator("#hits img").count() == 0


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "__proto__", "\u202e登记", "登" * 3000, "%F0%9F%98"])
def test_a_hostile_query_is_answered(page: Any, query: str) -> None:
    page.goto(f"/search.html?q={query}")
    assert settled(page)
    assert not page.is_visible("#failed")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_the_index_the_page_says_so_and_still_leads_on(page: Any) -> None:
    page.route("**/search/head.json", lambda route: route.abort())
    page.goto("/search.html?q=失业登记")
    page.wait_for_selector("#failed", state="visible")
    assert page.is_visible("#browse .tiles a")
