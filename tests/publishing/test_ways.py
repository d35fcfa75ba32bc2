"""Everyday words, groups and life events come from the edition of the site: its own, or none at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import qingdan
from qingdan.model.ways import NO_WAYS, WaysFile
from qingdan.publishing import facets
from qingdan.publishing import site as sites
from qingdan.publishing.pages import pages
from qingdan.publishing.site import Site
from tests.app.running import start
from tests.publishing.built import AS_OF, PROVINCES, REPO, Built
from tests.publishing.search.asking import collected

EDITION = REPO / "docs" / "tutorial" / "edition-2099"
OWN = """schema: ways/1
evidence: sample
everyday:
  - {item: JY-0494, words: [打零工]}
groups:
  - {id: boss, group: g15-employers, concepts: [employer], en: Boss}
events:
  - {id: odd-jobs, zh: 打零工, en: I do odd jobs, items: [JY-0494, JY-0495]}
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition of one's own."""
    return Path(shutil.copytree(EDITION, tmp_path / "edition"))


@pytest.fixture
def publish(tmp_path: Path, edition: Path) -> Callable[[], Built]:
    """Makes the site of a little list by that edition."""

    def made() -> Built:
        qingdan.publish(start(tmp_path / "little"), to=tmp_path / "site", as_of=AS_OF, edition=edition)
        return Built(tmp_path / "site")

    return made


def ways_in(built: Built) -> list[str]:
    return [url for url in built.urls if url.startswith(("for/", "life/"))]


def headings(built: Built) -> set[str]:
    return {element.attributes.get("id", "") for element in built.page("index.html").all("h2")}


def with_ways(site: Site, ways: WaysFile) -> Site:
    return replace(site, edition=replace(site.edition, ways=ways))


def test_an_edition_of_ones_own_has_ways_of_its_own(edition: Path, publish: Callable[[], Built]) -> None:
    (edition / "ways.yaml").write_text(OWN, "utf-8")
    built = publish()
    assert ways_in(built) == ["for/boss.html", "life/odd-jobs.html"]
    assert {"i-want", "i-am"} <= headings(built)
    assert set(ways_in(built)) <= built.links("index.html")


def test_without_the_file_nothing_leads_to_what_is_not_there(edition: Path, publish: Callable[[], Built]) -> None:
    (edition / "ways.yaml").unlink()
    built = publish()
    assert ways_in(built) == []
    assert not {"i-want", "i-am"} & headings(built)
    for url in built.urls:
        assert "#i-want" not in built.html(url) and "#i-am" not in built.html(url), url


def test_an_edition_whose_ways_lead_nowhere_is_not_published_with(edition: Path, publish: Callable[[], Built]) -> None:
    (edition / "ways.yaml").write_text(OWN.replace("JY-0495", "JY-0499"), "utf-8")
    with pytest.raises(qingdan.BrokenEdition) as error:
        publish()
    assert [(each.id, each.path) for each in error.value.findings] == [("EDN001", "ways.events.odd-jobs.items.JY-0499")]


def test_everyday_words_are_those_of_the_edition(site: Site) -> None:
    def called(found: Site, word: str) -> set[str]:
        return {each.url for each in collected(found) if word in each.names}

    own: WaysFile = {**NO_WAYS, "everyday": [{"item": "JY-0402", "words": ["打卡上班"]}]}
    guides = {each.url for each in site.by_item["JY-0402"]}
    assert called(with_ways(site, own), "打卡上班") == {"items/JY-0402.html", *guides}
    assert "items/JY-0401.html" in called(site, "下岗")
    assert called(with_ways(site, NO_WAYS), "下岗") == set()


def test_a_guide_by_an_older_id_leads_to_the_events_of_what_the_item_has_become() -> None:
    newer = sites.read([PROVINCES / "990000-example"], AS_OF, str(EDITION))
    assert "JY-0402" not in newer.edition.items

    def events(item: str) -> list[str]:
        return [event.url for event in facets.events_of(item, newer, "zh")]

    assert events("JY-0402") == events("JY-0495") == ["life/started-work.html", "life/hire.html"]
    assert events("JY-0502") == events("JY-0593") == events("JY-0594") == ["life/start-business.html"]
    guide = next(page for page in pages(newer, "zh") if page.url == "guides/990000/P99-0402.html")
    assert [event.url for event in guide.view["events"]] == events("JY-0402")
