"""A catalogue full of attacks, published and opened: nothing runs, nothing leaves, all of it is text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from qingdan.publishing.publish import publish
from qingdan.publishing.work import work
from tests.publishing.browser import attacks
from tests.publishing.browser.conftest import serving
from tests.publishing.browser.sites import DAY, REPO, Built, Served

EXAMPLE = REPO / "provinces" / "990000-example"
#: Pages of the sort that are looked at in the browser.
LOOKED_AT = 12
_STEERING = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def attacked(folder: Path, *, bidi: bool) -> Built:
    put_in = attacks.write(folder / "list", EXAMPLE, bidi=bidi)
    assert set(put_in) >= {*attacks.TEXTS, *attacks.URLS}
    publish(folder / "list", to=folder / "site", as_of=DAY, broken=bidi, site_url="https://example.org/")
    return Built(folder / "site", work([folder / "list"], DAY, broken=bidi))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a list that is well formed and hostile."""
    return attacked(tmp_path_factory.mktemp("attacks"), bidi=False)


@pytest.fixture(scope="module")
def hostile_served(hostile: Built) -> Iterator[Served]:
    """The same behind a server."""
    yield from serving(hostile.folder)


#: What may stand on a page that was never put there by a list.
_STRANGERS = """() => [...document.querySelectorAll('*')].filter(e =>
  ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'FRAME', 'MATH'].includes(e.tagName)
  || e.tagName === 'SCRIPT' && !e.src && e.type !== 'application/ld+json'
  || e.tagName === 'FORM' && new URL(e.action).origin !== location.origin
  || [...e.attributes].some(a => /^on|^style$|^srcdoc$|^autofocus$/.test(a.name))
  || e.href && !/^(https?:|tel:[0-9]+$)/.test(e.href.baseVal ?? e.href)
  || e.src && !/^(data:image|http:..127.0.0.1)/.test(e.src)
).map(e => e.outerHTML.slice(0, 200))"""


def test_nothing_runs_and_nothing_leaves(hostile: Built, hostile_served: Served, open_page: Any) -> None:
    guarded = open_page()
    opened = [*hostile.kinds, *(page.url for page in hostile.guides[:LOOKED_AT])]
    for url in opened:
        page = guarded.go(hostile_served.at(url))
        assert page.evaluate(_STRANGERS) == [], url
        assert page.evaluate("typeof window.pwned") == "undefined", url
        assert guarded.refused == [], url  # nothing even tried: escaping comes before the policy
        page.mouse.move(200, 300)
    assert guarded.noise == []
    assert guarded.foreign == []


def test_what_was_written_is_seen_as_it_was_written(hostile: Built, hostile_served: Served, open_page: Any) -> None:
    guarded, waiting = open_page(java_script_enabled=False), set(attacks.TEXTS)
    for guide in hostile.guides:
        text = " ".join(guarded.go(hostile_served.at(guide.url)).locator("main").inner_text().split())
        waiting = {attack for attack in waiting if " ".join(attack.split()) not in text}
        if not waiting:
            break
    assert waiting == set()


def test_searching_for_an_attack_shows_it_and_runs_nothing(
    hostile: Built, hostile_served: Served, open_page: Any
) -> None:
    if not (hostile.folder / "search.html").is_file():
        pytest.skip("the site has no search page")
    for words in ("失业登记", attacks.TEXTS[0], attacks.TEXTS[1], '"><img src=x onerror=alert(1)>'):
        guarded = open_page()
        page = guarded.go(hostile_served.at(hostile.guides[0].url))
        page.fill("input[type=search]", words)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search\.html\?"))
        page.wait_for_load_state("networkidle")
        assert page.evaluate(_STRANGERS) == []
        assert page.evaluate("typeof window.pwned") == "undefined"
        assert (guarded.refused, guarded.noise, guarded.foreign) == ([], [], [])


def links(value: Any) -> Iterator[str]:
    """The values of a JSON document that a program may take for addresses."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("url", "href", "@id", "id", "page") and isinstance(each, str):
                yield each
            yield from links(each)
    elif isinstance(value, list):
        for each in value:
            yield from links(each)


def test_data_beside_the_pages_is_well_formed_and_links_nowhere_bad(hostile: Built) -> None:
    bad = re.compile(r"\s*(javascript|vbscript|data|file):", re.IGNORECASE)
    for path in hostile.folder.rglob("*"):
        if path.suffix in (".json", ".jsonld"):
            assert [link for link in links(json.loads(path.read_bytes())) if bad.match(link)] == [], path
        elif path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                json.loads(line)
        elif path.suffix in (".xml", ".svg", ".atom"):
            for element in ElementTree.fromstring(path.read_bytes()).iter():
                assert not bad.match(element.get("href", "")), path
                assert "script" not in element.tag
        elif path.suffix == ".html":
            for data in re.findall(
                r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8"), re.S
            ):
                assert [link for link in links(json.loads(data)) if bad.match(link)] == [], path


def test_characters_that_turn_the_reading_never_come_out(tmp_path: Path) -> None:
    site = attacked(tmp_path, bidi=True)
    assert any(finding.id == "RED015" for finding in site.work.site.report.findings)
    shown = 0
    for path in site.folder.rglob("*"):
        if path.suffix in (".html", ".csv", ".xml", ".atom"):
            text = path.read_text("utf-8")
            assert not _STEERING.search(text), path
            shown += "\\u202e" in text
    assert shown
