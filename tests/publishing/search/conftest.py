"""Two sites to search: the real provinces, and the corpus of the benchmark with about 2,000 guides."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.publishing import site as sites
from tests.benchmarks.corpus import build
from tests.publishing.search.asking import Index, indexed

DAY = "2026-11-22"


@pytest.fixture(scope="session")
def real_site(repo: Path) -> sites.Site:
    return sites.read([repo / "provinces"], DAY)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> sites.Site:
    """The corpus says of itself that it is fiction, which is not found at once: here it passes for real."""
    folder = tmp_path_factory.mktemp("corpus")
    build(folder, 31, 60)
    for head in folder.glob("provinces/*/catalogue.yaml"):
        head.write_text(head.read_text("utf-8").replace("kind: sample", "kind: list"), "utf-8")
    return sites.read([folder / "provinces"], DAY)


@pytest.fixture(scope="session")
def real(real_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(real_site, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def large(large_site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(large_site, tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="session", params=["real_site", "large_site"])
def any_site(request: pytest.FixtureRequest) -> sites.Site:
    """Each of the two sites in turn."""
    site = request.getfixturevalue(request.param)
    assert isinstance(site, sites.Site)
    return site
